"""Scenario by scenario: whether an entry is chosen there, with what result, how, and for whom."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.record_editor import RecordEditor
from ui.pages.mechanisms.wording import Kind, offers_of, said_of_use, scenario_called
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, Hairline, Sentence, describe
from ui.widgets.fold_list import FoldItem
from ui.widgets.fold_row import Folding
from ui.widgets.laid_out import nest
from ui.widgets.one_open import OneOpen
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.workings.lines import ChosenIn, Line
from workbook.editing import Address
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario

REMOVE = "Remove from this scenario"
NO_SCENARIO = "It is chosen for a scenario, and there is none yet."
ROW = Folding("row_title", is_item=False)


class Uses(QWidget):
    """Keeps the ids of the scenarios. Those in which the entry is chosen fold; the others offer to add it."""

    entered = Signal(str)
    rearranged = Signal()
    add_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(
        self,
        document: Document,
        requests: Requests,
        kind: Kind,
        key: str,
        at_draft: Callable[[], str | None],
    ) -> None:
        super().__init__()
        self._document, self._kind, self._key, self._at_draft = document, kind, key, at_draft
        self.uses: dict[str, Use] = {}
        self._open = OneOpen()
        self._draft = ""
        self._title = Sentence("In the scenarios", "section")
        self._none = Sentence(NO_SCENARIO, "secondary", "muted")
        self.describe = Button("Describe a scenario", "secondary", "arrow-right")
        self.describe.clicked.connect(lambda: requests.go_to_page("scenarios"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._none)
        self._column.addWidget(self.describe, 0, Qt.AlignmentFlag.AlignLeft)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        nest(self._column, self._list)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, draft: Draft, line: Line) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        if draft.id != self._draft:
            self._draft = draft.id
            self._open.forget()
        scenarios = {each.id: each for each in draft.scenarios}
        is_another = list(scenarios) != list(self.uses)
        if is_another:
            self._arrange(list(scenarios))
        self._none.setVisible(not scenarios)
        self.describe.setVisible(not scenarios)
        for key, scenario in scenarios.items():
            use = self.uses[key]
            is_another = use.show_use(scenario, line.in_scenario(key), line.entry.name) or is_another
        chosen = {each.scenario: self.uses[each.scenario].item for each in line.chosen}
        usual = draft.chosen_scenario if draft.chosen_scenario in chosen else next(iter(chosen), "")
        self._open.show(chosen, usual or "")
        for key in chosen:
            self.uses[key].refresh(change, draft)
        if is_another:
            tab_as_laid_out(self)
            self.rearranged.emit()

    def reveal(self, scenario: str, field: str = "") -> bool:
        """Go to a field of the entry in a scenario; to the button that adds it where it is not chosen."""
        use = self.uses.get(scenario)
        if use is None:
            return False
        if use.is_chosen:
            use.item.open()
            use.take_focus(field)
        else:
            use.add.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def want(self, scenario: str) -> None:
        """Open the entry in this scenario when it is shown next."""
        self._open.want(scenario)

    def _arrange(self, keys: list[str]) -> None:
        for key in [key for key in self.uses if key not in keys]:
            use = self.uses.pop(key)
            self._list.removeWidget(use)
            use.hide()
            use.setParent(None)
            use.deleteLater()
        self.uses = {key: self.uses.get(key) or self._made_use(key) for key in keys}
        for use in self.uses.values():
            self._list.removeWidget(use)
            self._list.addWidget(use)

    def _made_use(self, scenario: str) -> "Use":
        use = Use(self._document, self._kind, partial(self._at, scenario))
        self._open.watch(scenario, use.item)
        use.item.opened.connect(self.rearranged)
        use.item.closed.connect(self.rearranged)
        use.add.clicked.connect(lambda: self.add_wanted.emit(scenario))
        use.remove_wanted.connect(lambda: self.remove_wanted.emit(scenario))
        use.entered.connect(self.entered)
        return use

    def _at(self, scenario: str) -> Address | None:
        draft = self._at_draft()
        if draft is None:
            return None
        return ("drafts", draft, "scenarios", scenario, self._kind.catalogue, self._key)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(8))


class Use(QWidget):
    """One scenario: a row that folds where the entry is chosen, and a button where it is not."""

    entered = Signal(str)
    remove_wanted = Signal()

    def __init__(self, document: Document, kind: Kind, at: Callable[[], Address | None]) -> None:
        super().__init__()
        self._document, self._kind, self._at = document, kind, at
        self.editor: RecordEditor | None = None
        self._use: ChosenIn | None = None
        self._last: Draft | None = None
        self.item = FoldItem(self._made_editor, ROW)
        self.item.opened.connect(self._on_switched)
        self.item.closed.connect(self._on_switched)
        self.item.entered.connect(lambda: self.entered.emit("how"))
        self.add = Button("Add", "secondary", "plus")
        self._name = Sentence("", "body")
        self._offer = QWidget()
        self._row = QHBoxLayout()
        self._row.addWidget(self._name, 1)
        self._row.addWidget(self.add)
        offer = QVBoxLayout(self._offer)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.setSpacing(0)
        nest(offer, self._row)
        offer.addWidget(Hairline())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.item)
        column.addWidget(self._offer)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def is_chosen(self) -> bool:
        """Whether the entry is chosen in the scenario."""
        return self._use is not None

    def show_use(self, scenario: Scenario, use: ChosenIn | None, entry: str) -> bool:
        """Show whether it is chosen; the answer is whether that is another answer than before."""
        is_another = (self._use is None) != (use is None)
        self._use = use
        name = scenario_called(scenario)
        self._name.setText(name)
        describe(self.add, f"Add {entry} to “{name}”", "It is being considered then.")
        self.item.setVisible(use is not None)
        self._offer.setVisible(use is None)
        return is_another

    def refresh(self, change: Change | None, draft: Draft) -> None:
        """Show the entry in this scenario, where it is chosen."""
        self._last = draft
        self._show_head()
        if self.editor is not None and self.item.is_open:
            self.editor.refresh(change, offers_of(draft))

    def take_focus(self, field: str) -> None:
        """Put the keyboard into a field; on the name of the scenario when none is named."""
        if field and self.editor is not None:
            self.editor.take_focus(field)
        else:
            self.item.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_editor(self) -> QWidget:
        self.editor = RecordEditor(self._document, self._kind.fields, self._at, REMOVE)
        self.editor.closed.connect(self.item.close_to_head)
        self.editor.remove_wanted.connect(self.remove_wanted)
        self.editor.entered.connect(self.entered)
        return self.editor

    def _on_switched(self) -> None:
        if self._last is not None and self._use is not None:
            self._show_head()
            if self.item.is_open and self.editor is not None:
                self.editor.refresh(None, offers_of(self._last))

    def _show_head(self) -> None:
        """What is known of it stands in the fields while they are open."""
        if self._use is None or self._last is None:
            return
        at = self._at()
        serves = 0
        if at is not None and self._use.status is not None:
            held = self._document.get((*at, "serves"))
            serves = len(held) if isinstance(held, tuple) else 0
        said = "" if self.item.is_open else said_of_use(self._use, serves)
        self.item.head.show_words(self._name.text(), said)

    def _fit(self) -> None:
        px = look().px
        self._row.setContentsMargins(px(20), px(6), 0, px(6))
        self._row.setSpacing(px(8))
