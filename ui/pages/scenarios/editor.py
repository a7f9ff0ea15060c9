"""The fields of one item of a list: made when it is first opened."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.choice_field import ChoiceField
from ui.forms.date_field import DateField
from ui.forms.form import Form
from ui.forms.many_field import ManyField
from ui.forms.tied import Tied
from ui.pages.scenarios.context import Context
from ui.pages.scenarios.kinds import Field, Kind
from ui.theme.look import look
from ui.widgets import Button, Citation, Sentence, describe
from ui.widgets.columns import Columns
from ui.widgets.labelled import Labelled
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address

TiedWidget = ChoiceField | DateField | ManyField


class ItemEditor(QWidget):
    """Long texts take the whole width, short fields stand side by side. Escape closes it."""

    closed = Signal()
    remove_wanted = Signal()
    entered = Signal(str)
    """The name of the field that is now in hand."""

    def __init__(self, document: Document, kind: Kind, at: Callable[[], Address | None]) -> None:
        super().__init__()
        self._document, self._kind, self._at = document, kind, at
        self._form = Form(document, at, self)
        self._tied: dict[str, TiedWidget] = {}
        self._ties: list[Tied] = []
        self._problem = Sentence("", "secondary", "loss_ink")
        self._problem.hide()
        self._explained = Sentence("", "secondary", "muted")
        self._source = Citation("")
        self.remove = Button(f"Remove {_this(kind)}", "ghost", "trash-2")
        self.remove.clicked.connect(self.remove_wanted)
        self._form.entered.connect(self.entered)
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, key: str, context: Context) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        for field in self._kind.fields:
            widget = self._tied.get(field.name)
            if isinstance(widget, ChoiceField | ManyField):
                widget.show_options(field.options(context))
        self._form.refresh(change)
        for tie in self._ties:
            tie.refresh(change)
        entry = None if self._kind.catalogue is None else context.entry(self._kind.catalogue, key)
        for sentence, words in (
            (self._explained, "" if entry is None else entry.explanation),
            (self._source, "" if entry is None else entry.citation),
        ):
            sentence.setText(words)
            sentence.setVisible(bool(words))
        tab_as_laid_out(self)

    def take_focus(self, name: str = "") -> None:
        """Put the keyboard into a field; into the first for one that it does not have."""
        tied = self._tied.get(name)
        names = [field.name for field in self._kind.fields if field.form in {"prose", "text"}]
        if isinstance(tied, ManyField):
            tied.take_focus()
        elif tied is not None:
            tied.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._form.field(name if name in names else names[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _made(self, field: Field) -> QWidget:
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

    def _made_tied(self, field: Field) -> TiedWidget:
        if field.form == "choice":
            return ChoiceField(field.label, (), field.help, widest=420)
        if field.form == "many":
            return ManyField(field.label, "interest", field.placeholder, field.help)
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
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._explained)
        self._column.addWidget(self._source)
        short = Columns(170, (1, 2, 3), gap=16, row_gap=12)
        wide = [self._made(field) for field in self._kind.fields if field.form == "prose"]
        beside = [self._made(field) for field in self._kind.fields if field.form not in {"prose", "many"}]
        last = [self._made(field) for field in self._kind.fields if field.form == "many"]
        for widget in wide:
            self._column.addWidget(widget)
        if beside:
            short.show_widgets(beside)
            self._column.addWidget(short)
        for widget in last:
            self._column.addWidget(widget)
        self._column.addWidget(self._problem)
        self._column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(20), px(2), 0, px(14))
        self._column.setSpacing(px(12))


def _this(kind: Kind) -> str:
    """This benefit, this mechanism."""
    return f"this {kind.one.split(' ', 1)[1]}"
