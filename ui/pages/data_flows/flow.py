"""One data flow: which data, from whom to whom, how often, on what legal basis, and what protects it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.choice_field import ChoiceField
from ui.forms.date_field import DateField
from ui.forms.form import Form
from ui.forms.tied import Tied
from ui.one_of_list import OneOfList
from ui.pages.data_flows.wording import names_of, not_said
from ui.theme.look import look
from ui.widgets import Sentence, describe
from ui.widgets.columns import Columns
from ui.widgets.labelled import Labelled
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address
from workbook.model.data_flows import DataFlow
from workbook.model.draft import Draft

NOT_SAID = ("", "Not said yet")


class Flow(OneOfList):
    """`at` is the address of the flow that is looked at; nothing else is kept."""

    def __init__(self, document: Document, at: Callable[[], Address | None]) -> None:
        super().__init__("data flow")
        self._at = at
        self._form = Form(document, at, self)
        self.giver = ChoiceField("Who gives", (NOT_SAID,), "The stakeholder the data come from.", 420)
        self.receiver = ChoiceField("Who receives", (NOT_SAID,), "The stakeholder the data go to.", 420)
        self.start = DateField()
        describe(self.start, "Start", "The day of the first delivery, such as 2027-03-01.")
        self.start.setToolTip("The day of the first delivery")
        self._problem = Sentence("", "secondary", "loss_ink")
        self._problem.hide()
        self._open = Sentence("", "secondary", "muted")
        self._ties = (
            self._tied(document, self.giver, "from_stakeholder", "change of who gives"),
            self._tied(document, self.receiver, "to_stakeholder", "change of who receives"),
            self._tied(document, self.start, "start_date", "change of start"),
        )
        self._form.entered.connect(self.entered)
        self.start.refused.connect(self._show_problem)
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, draft: Draft, flow: DataFlow) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        options = [NOT_SAID, *names_of(draft).items()]
        self.giver.show_options(options)
        self.receiver.show_options(options)
        self._form.refresh(change)
        for tie in self._ties:
            tie.refresh(change)
        words = not_said(flow)
        self._open.setText(words)
        self._open.setVisible(bool(words))

    def reveal(self, steps: Address) -> bool:
        """Go to a field; to the data for one it does not have."""
        if not steps:
            return False
        name = steps[0]
        fields: dict[str, QWidget] = {
            "from_stakeholder": self.giver,
            "to_stakeholder": self.receiver,
            "start_date": self.start,
        }
        known = {"data", "frequency", "sensitivity", "legal_basis", "safeguards"}
        field = fields.get(name) or self._form.field(name if name in known else "data")
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _tied(self, document: Document, field: ChoiceField | DateField, name: str, label: str) -> Tied:
        def at() -> Address | None:
            here = self._at()
            return None if here is None else (*here, name)

        tie = Tied(document, field, at, label, self)
        tie.entered.connect(lambda: self.entered.emit(name))
        return tie

    def _show_problem(self, reason: str) -> None:
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        data = self._form.prose(
            "data", "Which data", "What is in it, and how fine.", "What would be in the table that is sent", 1
        )
        head.addWidget(data, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._who = Columns(240, (1, 2), gap=16, row_gap=12)
        self._who.show_widgets([Labelled("Who gives", self.giver), Labelled("Who receives", self.receiver)])
        self._how = Columns(200, (1, 2), gap=16, row_gap=14)
        self._how.show_widgets(
            [
                self._form.prose("frequency", "How often", "Once, or how often.", "Such as: once a month", 1),
                self._form.prose(
                    "sensitivity",
                    "How sensitive",
                    "Personal, commercial, or harmless; and why.",
                    "Who could be harmed by it",
                    1,
                ),
                self._form.prose(
                    "legal_basis",
                    "Legal basis",
                    "The ground on which it may be shared.",
                    "A law, an agreement, consent",
                ),
                self._form.prose(
                    "safeguards",
                    "Safeguards",
                    "What keeps it from other uses.",
                    "What keeps it from other uses",
                ),
                Labelled("Start", self.start),
            ]
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, head)
        for widget in (self._who, self._how, self._problem, self._open):
            self._column.addWidget(widget)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(14))
