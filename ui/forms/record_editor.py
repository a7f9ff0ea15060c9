"""The fields of one record of a list, by a description of them: what opens below its line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.choice_field import ChoiceField
from ui.forms.date_field import DateField
from ui.forms.form import Form
from ui.forms.many_field import ManyField
from ui.forms.tied import Tied
from ui.theme.look import look
from ui.widgets import Button, Sentence, describe
from ui.widgets.columns import Columns
from ui.widgets.drop_down import Options
from ui.widgets.labelled import Labelled
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address

FieldForm = Literal["prose", "text", "choice", "date", "many"]
Offers = Mapping[str, Options]
"""What there is to choose, by the name under which a field asks for it."""
TiedWidget = ChoiceField | DateField | ManyField


@dataclass(frozen=True)
class RecordField:
    """One field. Of a choice, or of many, `offer` names what there is to choose.

    "prose" takes the whole width; "text", "choice" and "date" stand side by side; "many" comes last.
    """

    name: str
    label: str
    help: str
    form: FieldForm = "text"
    placeholder: str = ""
    offer: str = ""


class RecordEditor(QWidget):
    """`at` is the address of the record. Escape closes it; `remove` names what the button removes."""

    closed = Signal()
    remove_wanted = Signal()
    entered = Signal(str)
    """The name of the field that is now in hand."""

    def __init__(
        self,
        document: Document,
        fields: Sequence[RecordField],
        at: Callable[[], Address | None],
        remove: str,
    ) -> None:
        super().__init__()
        self._document, self._fields, self._at = document, tuple(fields), at
        self._form = Form(document, at, self)
        self._tied: dict[str, TiedWidget] = {}
        self._ties: list[Tied] = []
        self._problem = Sentence("", "secondary", "loss_ink")
        self._problem.hide()
        self.remove = Button(remove, "ghost", "trash-2")
        self.remove.clicked.connect(self.remove_wanted)
        self._form.entered.connect(self.entered)
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, offers: Offers) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        for field in self._fields:
            widget = self._tied.get(field.name)
            if isinstance(widget, ChoiceField | ManyField):
                widget.show_options(offers[field.offer])
        self._form.refresh(change)
        for tie in self._ties:
            tie.refresh(change)
        tab_as_laid_out(self)

    def take_focus(self, name: str = "") -> None:
        """Put the keyboard into a field; into the first for one that it does not have."""
        tied = self._tied.get(name)
        written = [field.name for field in self._fields if field.form in {"prose", "text"}]
        if isinstance(tied, ManyField):
            tied.take_focus()
        elif tied is not None:
            tied.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            field = self._form.field(name if name in written else written[0])
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _made(self, field: RecordField) -> QWidget:
        if field.form in {"prose", "text"}:
            return self._form.prose(field.name, field.label, field.help, field.placeholder, 1)
        widget = self._made_tied(field)
        tie = Tied(
            self._document, widget, partial(self._to, field.name), f"change of {field.label.lower()}", self
        )
        tie.entered.connect(lambda: self.entered.emit(field.name))
        self._tied[field.name] = widget
        self._ties.append(tie)
        return Labelled(field.label, widget)

    def _made_tied(self, field: RecordField) -> TiedWidget:
        if field.form == "choice":
            return ChoiceField(field.label, (), field.help, widest=420)
        if field.form == "many":
            return ManyField(field.label, field.label.lower(), field.placeholder, field.help)
        date = DateField()
        describe(date, field.label, f"{field.help} Such as 2027-03-01.")
        date.refused.connect(self._show_problem)
        return date

    def _to(self, *steps: str) -> Address | None:
        at = self._at()
        return None if at is None else (*at, *steps)

    def _show_problem(self, reason: str) -> None:
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))

    def _lay_out(self) -> None:
        made = {field.name: self._made(field) for field in self._fields}
        forms = {field.name: field.form for field in self._fields}
        self._column = QVBoxLayout(self)
        for name, widget in made.items():
            if forms[name] == "prose":
                self._column.addWidget(widget)
        beside = [widget for name, widget in made.items() if forms[name] not in {"prose", "many"}]
        if beside:
            short = Columns(170, (1, 2, 3, 4), gap=16, row_gap=12)
            short.show_widgets(beside)
            self._column.addWidget(short)
        for name, widget in made.items():
            if forms[name] == "many":
                self._column.addWidget(widget)
        self._column.addWidget(self._problem)
        self._column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(20), px(2), 0, px(14))
        self._column.setSpacing(px(12))
