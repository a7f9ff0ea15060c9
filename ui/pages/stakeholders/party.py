"""One stakeholder: name, sector, standing, roles, what it has without an agreement, and what it wants."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.choice_field import ChoiceField, SegmentedField
from ui.forms.form import Form
from ui.forms.number_field import NumberField
from ui.forms.tied import Tied
from ui.forms.title_field import TitleField
from ui.one_of_list import OneOfList
from ui.pages.stakeholders.certainty import WeightsKnown
from ui.pages.stakeholders.interests import Interests
from ui.pages.stakeholders.roles import Roles
from ui.pages.stakeholders.so_far import SoFar
from ui.pages.stakeholders.wording import SECTORS, STANDING_MEANS, STANDINGS
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import FlowLayout, Sentence, WhyMark, describe
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.stakes import line
from workbook.editing import Address, insert, put
from workbook.edits.ids import new_id
from workbook.library.catalogues import catalogue
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.stakeholders import Stakeholder
from workbook.model.workbook import OwnEntry, Workbook

WORTH = ("That is worth", "points, where 0 is no different from today.")


class Party(OneOfList):
    """`at` is the address of the stakeholder that is looked at; nothing else is kept."""

    def __init__(self, document: Document, requests: Requests, at: Callable[[], Address | None]) -> None:
        super().__init__("stakeholder")
        self._document, self._at = document, at
        self._form = Form(document, at, self)
        self._without = self._form.prose(
            "without_agreement",
            "Without an agreement",
            "What it does, and has, if this partnership does not happen.",
            "What it would do next Monday if nothing came of this. One sentence is enough.",
        )
        self.name = TitleField("Name", "Name of the stakeholder", "What everybody in the room calls it.")
        self.sector = ChoiceField("Sector", SECTORS, "Where it stands in society.")
        self.standing = SegmentedField("Standing", STANDINGS, "Whether it takes part in the agreement.")
        self._means = Sentence("", "secondary", "muted")
        self.roles = Roles()
        self.worth = NumberField(0, "0", signed=True)
        describe(self.worth, "Worth without an agreement", "In points; 0 is no different from today.")
        self._problem = Sentence("", "secondary", "loss_ink")
        self._problem.hide()
        self._why = WhyMark(None, requests, "What is this value for?")
        self.interests = Interests(document, requests, at)
        self.weights = WeightsKnown(document, at)
        self.so_far = SoFar(document, requests)
        self._ties = tuple(
            self._tied(field, name, label)
            for field, name, label in (
                (self.name, "name", "change of name"),
                (self.sector, "sector", "change of sector"),
                (self.standing, "standing", "change of standing"),
                (self.worth, "reservation_value", "change of worth without an agreement"),
            )
        )
        self._connect()
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, draft: Draft, stakeholder: Stakeholder) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        self._form.refresh(change)
        for tie in self._ties:
            tie.refresh(change)
        self._means.setText(STANDING_MEANS[stakeholder.standing])
        self._means.setVisible(stakeholder.standing != "party")
        own = self._document.workbook.own_entries
        self.roles.show_roles(stakeholder.roles, catalogue(load(), own, "stakeholder_roles"))
        self._why.set_finding(line(draft, stakeholder))
        is_another = self.interests.refresh(change, draft, stakeholder)
        self.weights.setVisible(len(stakeholder.interests) > 1)
        self.weights.refresh(change, stakeholder)
        if self.so_far.refresh(change, draft, stakeholder) or is_another:
            tab_as_laid_out(self)

    def reveal(self, steps: Address) -> bool:
        """Go to a field of the stakeholder: to its name when none is named."""
        field, *further = steps or ("name",)
        if field == "interests" and not further:
            self.interests.add.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field == "interests":
            self.interests.reveal(further[0], further[1] if len(further) > 1 else "")
        elif field == "roles":
            self.roles.take_focus()
        elif field in {"standing", "weights_known", "certainty"}:
            {
                "standing": self.standing,
                "weights_known": self.weights.known,
                "certainty": self.weights.certainty,
            }[field].take_focus()
        else:
            fields = {"sector": self.sector, "reservation_value": self.worth, "name": self.name}
            fields.get(field, self._form.field("without_agreement")).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _tied(
        self, field: TitleField | ChoiceField | SegmentedField | NumberField, name: str, label: str
    ) -> Tied:
        def at() -> Address | None:
            here = self._at()
            return None if here is None else (*here, name)

        tie = Tied(self._document, field, at, label, self)
        tie.entered.connect(lambda: self.entered.emit(name))
        return tie

    def _connect(self) -> None:
        self._form.entered.connect(self.entered)
        self.roles.entered.connect(lambda: self.entered.emit("roles"))
        self.roles.given.connect(self._give_roles)
        self.roles.own_wanted.connect(self._add_own_role)
        self.interests.entered.connect(self.entered)
        self.weights.entered.connect(lambda: self.entered.emit("weights_known"))
        self.worth.refused.connect(self._show_problem)

    def _give_roles(self, roles: object) -> None:
        at = self._at()
        if at is not None:
            self._document.put((*at, "roles"), roles, "change of roles")

    def _add_own_role(self, name: str) -> None:
        """A new entry and the choice of it are one step of undo."""
        at = self._at()
        if at is None:
            return
        entry = OwnEntry(id=new_id("o"), catalogue="stakeholder_roles", name=name)
        roles = self._document.get((*at, "roles"))
        held = roles if isinstance(roles, tuple) else ()

        def edit(workbook: Workbook) -> Workbook:
            return put(insert(workbook, ("own_entries",), entry), (*at, "roles"), (*held, entry.id))

        self._document.edit(edit, "adding a role", (*at, "roles"))

    def _show_problem(self, reason: str) -> None:
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        where = QWidget()
        flow = FlowLayout(where, 12, 8)
        flow.addWidget(self.sector)
        flow.addWidget(self.standing)
        self._about = QVBoxLayout()
        nest(self._about, head)
        self._about.addWidget(where)
        self._about.addWidget(self._means)
        self._about.addWidget(self.roles)
        worth = QWidget()
        line_ = FlowLayout(worth, 8, 4)
        line_.addWidget(Sentence(WORTH[0], "body", "muted"))
        line_.addWidget(self.worth)
        line_.addWidget(Sentence(WORTH[1], "body", "muted"))
        line_.addWidget(self._why)
        self._line = QVBoxLayout()
        for widget in (self._without, worth, self._problem):
            self._line.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, self._about)
        nest(self._column, self._line)
        self._column.addWidget(self.interests)
        self._column.addWidget(self.weights)
        self._column.addWidget(self.so_far)

    def _fit(self) -> None:
        px = look().px
        self._column.setSpacing(px(16))
        self._about.setSpacing(px(8))
        self._line.setSpacing(px(8))
