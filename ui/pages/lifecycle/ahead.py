"""When the partnership is looked at again, and what it taught: two rows that open to their fields."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.date_field import DateField
from ui.forms.prose_line import ProseLine
from ui.forms.tied import Tied, TiedField
from ui.theme.look import look
from ui.widgets import Sentence, describe
from ui.widgets.fold_list import FoldItem
from ui.widgets.fold_row import SECTION
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address

DATE_WIDTH = 220
REVIEW_HELP = "The day on which everybody looks at the partnership again, such as 2027-03-01."
LESSONS_HELP = "What this partnership taught, for those who come after."
At = Callable[[], Address | None]


class FieldBody(QWidget):
    """One field of the lifecycle below its row. Escape closes it."""

    closed = Signal()
    entered = Signal()

    def __init__(self, document: Document, field: DateField | ProseLine, at: At, label: str) -> None:
        super().__init__()
        self.field = field
        self._problem = Sentence("", "secondary", "loss_ink")
        self._problem.hide()
        tied: TiedField = field
        self._tie = Tied(document, tied, at, label, self)
        self._tie.entered.connect(self.entered)
        self._column = QVBoxLayout(self)
        narrow = isinstance(field, DateField)
        self._column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))
        self._column.addWidget(self._problem)
        if isinstance(field, DateField):
            field.refused.connect(self._show_problem)
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        self._tie.refresh(change)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_problem(self, reason: str) -> None:
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))

    def _fit(self) -> None:
        px = look().px
        if isinstance(self.field, DateField):
            self.field.setFixedWidth(px(DATE_WIDTH))
        self._column.setContentsMargins(px(20), px(2), 0, px(14))
        self._column.setSpacing(px(8))


class FieldRow(FoldItem):
    """A row that says what stands in a field, and opens to it. `after` stands beside it."""

    field_entered = Signal()

    def __init__(self, make: Callable[[], FieldBody], after: QWidget | None = None) -> None:
        super().__init__(lambda: self._made(make), SECTION, after=after)
        self.body: FieldBody | None = None
        self.opened.connect(self._on_opened)

    def refresh(self, change: Change | None, title: str, said: str) -> None:
        """Show what is known."""
        self.head.show_words(title, said)
        if self.body is not None and self.is_open:
            self.body.refresh(change)

    def take_focus(self) -> None:
        """Open, and put the keyboard into the field."""
        self.open()
        if self.body is not None:
            self.body.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self) -> None:
        if self.body is not None:
            self.body.refresh(None)

    def _made(self, make: Callable[[], FieldBody]) -> QWidget:
        self.body = make()
        self.body.closed.connect(self.close_to_head)
        self.body.entered.connect(self.field_entered)
        return self.body


def review_field() -> DateField:
    """The day of the review."""
    field = DateField("Such as 2027-03-01")
    describe(field, "Review date", REVIEW_HELP)
    return field


def lessons_field() -> ProseLine:
    """The lessons."""
    return ProseLine(
        "Lessons", "What worked, what did not, what you would tell the next table", LESSONS_HELP, 3
    )
