"""One action: who does it, until when, how far it has come."""

from ui.document import Change, Document
from ui.forms.choice_field import ChoiceField
from ui.forms.tied import Tied
from ui.pages.benefits.context import Context
from ui.pages.benefits.lists import ACTIONS
from ui.pages.benefits.record_row import At, RecordRow, show_words
from ui.pages.benefits.wording import ACTION_STATUSES
from ui.requests import Requests
from ui.widgets import Button, Figure, Sentence, describe
from ui.widgets.fold_table import TableCell
from workbook.analysis.delivery.words import day, written
from workbook.analysis.finding import Finding
from workbook.model.benefits import AlignmentAction


class ActionRow(RecordRow):
    """Its status is changed in the row itself: that is what one goes down the list for."""

    def __init__(self, document: Document, requests: Requests, at: At) -> None:
        self._owner, self._due = Sentence("", "body"), Sentence("", "secondary", "muted")
        self.overdue = Figure("Overdue", None, requests, "label")
        self.status = ChoiceField("Status", ACTION_STATUSES, widest=200)
        self.say_why = Button("Say why", "ghost", "pencil")
        self.say_why.setAccessibleDescription("An action that is not needed has to say why.")
        super().__init__(
            document,
            ACTIONS,
            at,
            (
                TableCell("Who, and until when", self._owner, self._due, self.overdue),
                TableCell("Status", self.status, self.say_why, inset=False),
            ),
        )
        self._tie = Tied(document, self.status, lambda: self.to("status"), "change of status", self)
        self._tie.entered.connect(lambda: self.field_entered.emit("status"))
        self.say_why.clicked.connect(lambda: self.take_focus("because"))

    def show_cells(
        self, change: Change | None, item: AlignmentAction, finding: Finding | None, context: Context
    ) -> None:
        """Show who does it, until when, how far it has come."""
        del context
        show_words(self._owner, written(item.owner), "No owner yet")
        self._due.setText("no day set" if item.due is None else f"until {day(item.due)}")
        self._tie.refresh(change)
        describe(self.status, f"Status: {ACTIONS.words(item)}", "How far it has come.")
        is_overdue = finding is not None and finding.value == "overdue"
        self.overdue.set_figure("Overdue", finding if is_overdue else None)
        self.overdue.setVisible(is_overdue)
        self.say_why.setVisible(item.status == "not_needed" and not item.because.strip())

    def take_focus(self, name: str) -> None:
        """Put the keyboard into a field, in the row or below it."""
        if name == "status":
            self.status.setFocus()
        else:
            super().take_focus(name)
