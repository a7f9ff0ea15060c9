"""The fields of an event: what kind it was, when, and what happened."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine, Rows
from ui.forms.choice_field import ChoiceField
from ui.forms.date_field import DateField
from ui.forms.form import Form
from ui.forms.tied import Tied
from ui.pages.lifecycle.wording import OWN, kind_options
from ui.theme.look import look
from ui.widgets import Button, Sentence, describe
from ui.widgets.columns import Columns
from ui.widgets.labelled import Labelled
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address
from workbook.model.lifecycle import Event

At = Callable[[], Address | None]


class EventEditor(QWidget):
    """Escape closes it."""

    closed = Signal()
    remove_wanted = Signal()
    entered = Signal()

    def __init__(self, document: Document, at: At) -> None:
        super().__init__()
        self._document, self._at = document, at
        self._kind = ""
        self._form = Form(document, at, self)
        self._words = self._form.prose("text", "What happened", "In a sentence or two.", "What happened", 1)
        self.kind = ChoiceField("Kind of event", (), "What sort of happening it was.")
        self.own = AddLine("Name the kind in your own words, then Enter", "A kind in your own words")
        self.own.hide()
        self.on = DateField()
        describe(self.on, "Day of the event", "The day it happened, such as 2027-03-01.")
        self._problem = Sentence("", "secondary", "loss_ink")
        self._problem.hide()
        self.remove = Button("Remove this event", "ghost", "trash-2")
        self._tie = Tied(document, self.on, lambda: self._to("on"), "change of the day of an event", self)
        self._connect()
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, event: Event) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        self._kind = event.kind
        self.kind.show_options(kind_options(event.kind))
        self.kind.show_value(event.kind)
        self._form.refresh(change)
        self._tie.refresh(change)

    def take_focus(self, name: str = "text") -> None:
        """Put the keyboard into a field; into the words for one it does not have."""
        named: dict[str, QWidget] = {"kind": self.kind, "on": self.on}
        named.get(name, self._form.field("text")).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _to(self, name: str) -> Address | None:
        at = self._at()
        return None if at is None else (*at, name)

    def _choose(self, key: str) -> None:
        if key == OWN:
            self.kind.show_value(self._kind)
            self.own.show()
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._put(key)

    def _name_own(self, rows: Rows) -> None:
        self._put(rows[0][0])
        self._close_own()

    def _close_own(self) -> None:
        self.own.hide()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, kind: str) -> None:
        at = self._to("kind")
        if at is not None:
            self._document.put(at, kind, "change of the kind of an event", self.kind)

    def _show_problem(self, reason: str) -> None:
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))

    def _connect(self) -> None:
        self._form.entered.connect(lambda _: self.entered.emit())
        self.kind.entered.connect(self.entered)
        self.on.entered.connect(self.entered)
        self.on.refused.connect(self._show_problem)
        self.kind.chosen.connect(self._choose)
        self.own.added.connect(self._name_own)
        self.own.escaped.connect(self._close_own)
        self.remove.clicked.connect(self.remove_wanted)

    def _lay_out(self) -> None:
        beside = Columns(170, (1, 2), gap=16, row_gap=12)
        beside.show_widgets([Labelled("Kind", self.kind), Labelled("Day", self.on)])
        self._column = QVBoxLayout(self)
        for widget in (self._words, beside, self.own, self._problem):
            self._column.addWidget(widget)
        self._column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(20), px(2), 0, px(14))
        self._column.setSpacing(px(12))
