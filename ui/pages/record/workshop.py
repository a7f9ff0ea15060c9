"""The workshop itself: when and where it is, who leads it, who is in the room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.date_field import DateField
from ui.forms.form import Form
from ui.forms.tied import Tied
from ui.pages.record.participants import Participants
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Heading, Sentence, describe
from ui.widgets.columns import Columns
from ui.widgets.labelled import Labelled
from ui.widgets.laid_out import nest
from ui.widgets.quiet_link import QuietLink
from ui.widgets.tab_order import tab_as_laid_out


class Workshop(QWidget):
    """It belongs to the workbook, so it is there without a draft too. The facilitator is named on Framing."""

    entered = Signal(str)
    """The name of the field that is now in hand."""
    rearranged = Signal()

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__()
        self._document = document
        self._form = Form(document, lambda: ("workshop",), self)
        self._place = self._form.text(
            "place", "Place", "Where the workshop is held; stands on the report.", "Where it is held"
        )
        self.date = DateField()
        describe(self.date, "Date", "The day of the workshop, such as 2027-03-01; stands on the report.")
        self.date.setToolTip("The day of the workshop; stands on the report")
        self._problem = Sentence("", "secondary", "loss_ink")
        self._problem.hide()
        self._tie = Tied(document, self.date, lambda: ("workshop", "date"), "change of date", self)
        self._leads = Sentence("", "body")
        self.change = QuietLink()
        self.participants = Participants(document, requests)
        self._form.entered.connect(self.entered)
        self._tie.entered.connect(lambda: self.entered.emit("date"))
        self.date.refused.connect(self._show_problem)
        self.change.clicked.connect(lambda _=False: requests.go_to(("facilitator",)))
        self.participants.entered.connect(lambda: self.entered.emit("participants"))
        self.participants.rearranged.connect(self.rearranged)
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        self._form.refresh(change)
        self._tie.refresh(change)
        leads = self._document.workbook.facilitator.strip()
        self._leads.setText(f"Facilitator: {leads}" if leads else "Facilitator: not named yet")
        words = "Change on Framing" if leads else "Name them on Framing"
        self.change.show_words(words, "The facilitator is named on the page Framing; goes there.")
        self.participants.refresh(change)

    def reveal(self, steps: tuple[str, ...]) -> None:
        """Go to the field of an address; of the workshop as a whole, to its place."""
        name, *rest = steps or ("place",)
        if name == "participants":
            key, field = (*rest, "", "")[:2]
            self.participants.reveal(key, field)
        elif name == "date":
            self.date.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._form.field("place").setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problem(self, reason: str) -> None:
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Heading("The workshop", "subheading"))
        fields = Columns(130, (1, 2), gap=16, row_gap=12)
        fields.show_widgets([self._place, Labelled("Date", self.date)])
        self._column.addWidget(fields)
        self._column.addWidget(self._problem)
        row = QHBoxLayout()
        row.addWidget(self._leads, 1)
        row.addWidget(self.change)
        nest(self._column, row)
        self._column.addWidget(self.participants)
        self._column.addStretch(1)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(12))
