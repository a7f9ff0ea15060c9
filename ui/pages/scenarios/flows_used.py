"""Which data flows a scenario uses: each can be ticked."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.document import Change, Document
from ui.pages.scenarios.context import Context
from ui.pages.scenarios.section import Content
from ui.pages.scenarios.wording import some_of
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, Sentence
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.tick_row import TickRow
from workbook.editing import Address
from workbook.model.scenarios import Scenario

NONE = "None yet. Which data would change hands in this scenario?"
NO_FLOWS = "No data flow is described yet. On Data flows each one says who gives what to whom."


class FlowsUsed(Content):
    """Keeps the ids of the flows there are; the order of what is used is that of the list."""

    def __init__(self, document: Document, requests: Requests, at: Callable[[], Address | None]) -> None:
        super().__init__()
        self._document, self._at = document, at
        self.rows: dict[str, TickRow] = {}
        self._used: tuple[str, ...] = ()
        self._none = Sentence(NO_FLOWS, "secondary", "muted")
        self.describe = Button("Describe data flows", "secondary", "arrow-right")
        self.describe.clicked.connect(lambda: requests.go_to_page("data_flows"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._none)
        self._column.addWidget(self.describe, 0, Qt.AlignmentFlag.AlignLeft)
        look().changed.connect(self._fit)
        self._fit()

    def in_a_line(self, scenario: Scenario, context: Context) -> str:
        """Which data are used."""
        names = [context.flow(each)[0] for each in context.draft.data_flows if each.id in scenario.data_flows]
        return some_of(names) or NONE

    def refresh(self, change: Change | None, scenario: Scenario, context: Context) -> None:
        """Show every flow of the draft, ticked or not."""
        del change
        flows = context.draft.data_flows
        self._used = scenario.data_flows
        is_another = [each.id for each in flows] != list(self.rows)
        if is_another:
            self._arrange([each.id for each in flows])
        for each in flows:
            row = self.rows[each.id]
            row.show_words(*context.flow(each), "Used in this scenario when it is ticked.")
            row.setChecked(each.id in scenario.data_flows)
        self._none.setVisible(not flows)
        self.describe.setVisible(not flows)
        if is_another:
            tab_as_laid_out(self)
            self.rearranged.emit()

    def reveal(self, steps: tuple[str, ...]) -> None:
        """Go to a flow; to the first when none is named."""
        row = self.rows.get(steps[0]) if steps else None
        target = row or next(iter(self.rows.values()), self.describe)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, keys: list[str]) -> None:
        for key in [key for key in self.rows if key not in keys]:
            row = self.rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self.rows = {key: self.rows.get(key) or self._made_row(key) for key in keys}
        for row in self.rows.values():
            self._column.removeWidget(row)
            self._column.addWidget(row)

    def _made_row(self, key: str) -> TickRow:
        row = TickRow()
        row.clicked.connect(lambda: self._tick(key))
        row.entered.connect(lambda: self.entered.emit(""))
        return row

    def _tick(self, key: str) -> None:
        at = self._at()
        if at is None:
            return
        wanted = {*self._used} ^ {key}
        used = tuple(each for each in self.rows if each in wanted)
        self._document.put((*at, "data_flows"), used, "change of data flows used")

    def _fit(self) -> None:
        self._column.setSpacing(look().px(2))
