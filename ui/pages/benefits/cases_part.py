"""The business cases: the stakeholders who are asked for one, and the case of one of them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.pages.benefits.context import Context
from ui.pages.benefits.one_case import OneCase
from ui.pages.benefits.part import Part
from ui.pages.benefits.record_row import At
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, Sentence
from ui.widgets.item_list import ItemList
from ui.widgets.item_row import Entry
from ui.widgets.list_and_one import ListAndOne
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.delivery.cases import CaseState, asked_for_a_case, read_cases
from workbook.analysis.wording import capitalised

NOBODY = "No business case can be made yet: nobody is a party or provides data."
SIGNS: Mapping[CaseState, str] = {
    "missing": "circle",
    "open": "pencil",
    "agreed": "circle-check",
    "refused": "circle-x",
}


class CasesPart(Part):
    """Keeps the id of the stakeholder that is looked at."""

    def __init__(self, document: Document, requests: Requests, at: At) -> None:
        super().__init__(document, requests, at)
        self._key = ""
        self._context: Context | None = None
        self.sum = WhySentence(requests, "finding")
        self._nobody = Sentence(NOBODY, "secondary", "muted")
        self.name_them = Button("Name the stakeholders", "secondary", "users")
        self.name_them.clicked.connect(lambda: requests.go_to_page("stakeholders"))
        self.list = ItemList("Business cases")
        self.one = OneCase(document, requests, at)
        one = QWidget()
        column = QVBoxLayout(one)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.one)
        column.addStretch(1)
        self._body = ListAndOne(self.list, one, lambda narrow: self.list.set_narrow(narrow=narrow), 240)
        for widget in (self.sum, self._nobody):
            self.column.addWidget(widget)
        self.column.addWidget(self.name_them, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._body)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(lambda: self.entered.emit(""))
        self.one.entered.connect(self.entered)
        self._fit()

    def refresh(self, change: Change | None, context: Context) -> None:
        """Show how each case stands, and one of them."""
        self._context = context
        read = read_cases(context.draft, context.scenario)
        self.sum.show_finding(read.finding, read.words)
        asked = {each.id: each for each in asked_for_a_case(context.draft, context.scenario)}
        readings = {each.stakeholder: each for each in read.each}
        for widget, is_shown in (
            (self._nobody, not asked),
            (self.name_them, not asked),
            (self._body, bool(asked)),
        ):
            widget.setVisible(is_shown)
        if not asked:
            self.rearranged.emit()
            return
        is_another = self._key not in asked
        self._key = next(iter(asked)) if is_another else self._key
        entries = [
            Entry(key, context.names[key], capitalised(reading.words), SIGNS[reading.state])
            for key, reading in readings.items()
        ]
        is_rearranged = self.list.show_entries(entries, self._key)
        self.one.refresh(None if is_another else change, asked[self._key], readings[self._key], context)
        if is_rearranged or is_another or change is None:
            self.rearranged.emit()

    def reveal(self, steps: tuple[str, ...]) -> None:
        """Go to the case of a stakeholder, or a field of it."""
        if steps and steps[0] in self.list.rows:
            self._choose(steps[0])
        if len(steps) > 1:
            self.one.take_focus(steps[1])
        elif steps or not self.list.rows:
            (self.one.text if self.list.rows else self.name_them).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.take_focus()

    def _choose(self, key: str) -> None:
        if key != self._key and self._context is not None:
            self.document.seal()
            self._key = key
            self.refresh(None, self._context)

    def _fit(self) -> None:
        super()._fit()
        self.column.setSpacing(look().px(14))
