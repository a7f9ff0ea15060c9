"""One scenario: its name, what it is, and the sections on what makes it work, yields, costs and needs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.form import Form
from ui.forms.tied import Tied
from ui.forms.title_field import TitleField
from ui.one_of_list import OneOfList
from ui.pages.scenarios.context import Context
from ui.pages.scenarios.flows_used import FlowsUsed
from ui.pages.scenarios.items import Items
from ui.pages.scenarios.kinds import KINDS
from ui.pages.scenarios.section import Section
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, FlowLayout, Pill
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address
from workbook.model.scenarios import Scenario

FLOWS = "data_flows"
OPEN_FIRST = "mechanisms"


class OneScenario(OneOfList):
    """`at` is the address of the scenario that is looked at; which sections are open stays as one goes on."""

    copy_wanted = Signal()
    choice_wanted = Signal()
    """It is to be the chosen one, or no longer."""

    def __init__(self, document: Document, requests: Requests, at: Callable[[], Address | None]) -> None:
        super().__init__("scenario")
        self._document, self._at = document, at
        self.name = TitleField("Name of the scenario", "Name of the scenario", "What the room calls it.")
        self._name_tie = Tied(document, self.name, partial(self._to, "name"), "change of name", self)
        self._form = Form(document, at, self)
        self._description = self._form.prose(
            "description",
            "What happens in it",
            "Who does what, in two or three sentences.",
            "Who does what, in two or three sentences. The description stands above its scores.",
        )
        self.choose = Button("Choose this scenario", "secondary", "check")
        self.choose.setAccessibleDescription("Marks the one scenario that the room goes on with.")
        self._chosen = Pill("Chosen", "filled", icon="check")
        self.give_up = Button("No longer chosen", "ghost")
        self.copy = Button("Duplicate", "ghost", "copy")
        self.copy.setAccessibleDescription("A copy with its scores, to vary.")
        self.sections = {
            FLOWS: Section(FLOWS, "Data flows used", FlowsUsed(document, requests, at)),
            **{kind.field: Section(kind.field, kind.title, Items(document, kind, at)) for kind in KINDS},
        }
        self.sections[OPEN_FIRST].open()
        self._lay_out()
        self._connect()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, scenario: Scenario, context: Context) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        is_chosen = context.draft.chosen_scenario == scenario.id
        had_focus = self.choose.hasFocus() or self.give_up.hasFocus()
        for widget in (self._chosen, self.give_up):
            widget.setVisible(is_chosen)
        self.choose.setVisible(not is_chosen)
        if had_focus:
            (self.give_up if is_chosen else self.choose).setFocus(Qt.FocusReason.OtherFocusReason)
        self._name_tie.refresh(change)
        self._form.refresh(change)
        for section in self.sections.values():
            section.refresh(change, scenario, context)

    def reveal(self, steps: Address) -> bool:
        """Go to a field of the scenario; to its name when none is named."""
        field, *further = steps or ("name",)
        if field in self.sections:
            section = self.sections[field]
            if further:
                section.reveal(tuple(further))
            else:
                section.open()
                section.content.reveal(())
        elif field == "description":
            self._form.field("description").setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def begin_menu(self, menu: QMenu) -> None:
        """A copy, and all sections at once."""
        menu.addAction("Duplicate").triggered.connect(lambda _=False: self.copy_wanted.emit())
        menu.addSeparator()
        for words, is_open in (("Open all sections", True), ("Close all sections", False)):
            menu.addAction(words).triggered.connect(lambda _=False, is_open=is_open: self._open_all(is_open))
        menu.addSeparator()

    def _open_all(self, is_open: bool) -> None:  # noqa: FBT001 - one of two entries of a menu
        for section in self.sections.values():
            section.open(is_open=is_open)

    def _connect(self) -> None:
        self._name_tie.entered.connect(lambda: self.entered.emit("name"))
        self._form.entered.connect(self.entered)
        self.choose.clicked.connect(self.choice_wanted)
        self.give_up.clicked.connect(self.choice_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        for section in self.sections.values():
            section.switched.connect(lambda: tab_as_laid_out(self))
            section.entered.connect(self._on_entered)
            section.stepped.connect(partial(self._step, section.topic))

    def _on_entered(self, section: str, field: str) -> None:
        self.entered.emit("serves" if field == "serves" else section)

    def _step(self, topic: str, by: int) -> None:
        keys = list(self.sections)
        to = keys.index(topic) + by
        if 0 <= to < len(keys):
            self.sections[keys[to]].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to(self, *steps: str) -> Address | None:
        at = self._at()
        return None if at is None else (*at, *steps)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        deeds = QWidget()
        row = FlowLayout(deeds, 8)
        for widget in (self._chosen, self.choose, self.give_up, self.copy):
            row.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, head)
        self._column.addWidget(deeds)
        self._column.addWidget(self._description)
        sections = QWidget()
        self._sections = QVBoxLayout(sections)
        self._sections.setContentsMargins(0, 0, 0, 0)
        for section in self.sections.values():
            self._sections.addWidget(section)
        self._column.addWidget(sections)

    def _fit(self) -> None:
        px = look().px
        self._column.setSpacing(px(12))
        self._sections.setSpacing(px(2))
