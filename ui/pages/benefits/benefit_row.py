"""One benefit: what was expected beside what was measured, and how it turned out."""

from PySide6.QtCore import Qt

from ui.document import Change, Document
from ui.forms.choice_field import ChoiceField
from ui.forms.date_field import DateField
from ui.forms.prose_line import ProseLine
from ui.forms.tied import Tied
from ui.pages.benefits.context import Context
from ui.pages.benefits.lists import BENEFITS
from ui.pages.benefits.record_row import At, RecordRow, show_words
from ui.pages.benefits.wording import NOTHING, OUTCOMES
from ui.requests import Requests
from ui.widgets import Figure, Sentence, describe
from ui.widgets.columns import Columns
from ui.widgets.fold_table import TableCell
from workbook.analysis.delivery.benefits import is_measured
from workbook.analysis.delivery.words import day, written
from workbook.analysis.finding import Finding
from workbook.model.benefits import Benefit


class BenefitRow(RecordRow):
    """What is measured is typed in the row itself: that is what one goes down the list for."""

    def __init__(self, document: Document, requests: Requests, at: At) -> None:
        self._expected = Sentence("", "body")
        self._by = Sentence("", "secondary", "muted")
        self.measured = ProseLine("Measured", "Nothing measured yet")
        self.measured_on = DateField("On which day")
        self.outcome = ChoiceField("Outcome", OUTCOMES, widest=220)
        self.overdue = Figure("Overdue", None, requests, "label")
        self._judged = Columns(150, (1, 2), gap=8, row_gap=4)
        self._judged.show_widgets([self.measured_on, self.outcome])
        self._problem = Sentence("", "secondary", "loss_ink")
        self._problem.hide()
        super().__init__(
            document,
            BENEFITS,
            at,
            (
                TableCell("Expected", self._expected, self._by, self.overdue),
                TableCell("Measured", self.measured, self._judged, self._problem, inset=False),
            ),
        )
        self._ties = tuple(
            self._tied(document, field, name, label)
            for field, name, label in (
                (self.measured, "measured", "change of measured"),
                (self.measured_on, "measured_on", "change of measured on"),
                (self.outcome, "outcome", "change of outcome"),
            )
        )
        self.measured_on.refused.connect(self._show_problem)

    def show_cells(
        self, change: Change | None, item: Benefit, finding: Finding | None, context: Context
    ) -> None:
        """Show what was expected and measured, and whether it is overdue."""
        del context
        show_words(self._expected, written(item.expected), NOTHING)
        by = "" if item.expected_by is None else f"by {day(item.expected_by)}"
        self._by.setText(by)
        self._by.setVisible(bool(by))
        for tie in self._ties:
            tie.refresh(change)
        name = BENEFITS.words(item)
        self.measured.show_name(f"Measured: {name}", "What was found, in any unit.")
        describe(self.measured_on, f"Measured on: {name}", "The day it was found, such as 2027-03-01.")
        describe(self.outcome, f"Outcome: {name}", "Met, partly met or missed.")
        # When and how well is asked for once it is said what was found.
        is_said = is_measured(item) or item.measured_on is not None or item.outcome is not None
        is_in_hand = self.measured_on.hasFocus() or self.outcome.hasFocus()
        self._judged.setVisible(is_said or is_in_hand)
        is_overdue = finding is not None and finding.value == "overdue"
        self.overdue.set_figure("Overdue", finding if is_overdue else None)
        self.overdue.setVisible(is_overdue)

    def take_focus(self, name: str) -> None:
        """Put the keyboard into a field, in the row or below it."""
        beside = {"measured": self.measured, "measured_on": self.measured_on, "outcome": self.outcome}
        field = beside.get(name)
        if field is None:
            super().take_focus(name)
        else:
            self._judged.setVisible(self._judged.isVisibleTo(self) or field is not self.measured)
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tied(
        self, document: Document, field: ProseLine | DateField | ChoiceField, name: str, label: str
    ) -> Tied:
        tie = Tied(document, field, lambda: self.to(name), label, self)
        tie.entered.connect(lambda: self.field_entered.emit(name))
        return tie

    def _show_problem(self, reason: str) -> None:
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))
