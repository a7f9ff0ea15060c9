"""The fields a form is made of. Each speaks three words: `value`, `show_value`, and the signal `edited`."""

from math import ceil

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from ui.forms.undo_keys import leave_undo_to_the_window
from ui.theme.look import look

LINE_HEIGHT = 34
USUAL_WIDTH, LEAST_WIDTH = 320, 96
PADDING_ACROSS, PADDING_DOWN = 6, 6
"""Edge and padding of a field, as the style sheet has them, at 100 % text."""


class TextField(QLineEdit):
    """One line of text."""

    edited = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        leave_undo_to_the_window(self)
        # `textEdited` tells of the user only, `textChanged` of the program too.
        self.textEdited.connect(self.edited)
        look().changed.connect(self._fit)
        self._fit()

    def value(self) -> str:
        """What is in the field."""
        return self.text()

    def show_value(self, value: str) -> None:
        """Show a value without telling anybody; the caret stays where it can."""
        if value != self.text():
            at = self.cursorPosition()
            with QSignalBlocker(self):
                self.setText(value)
            self.setCursorPosition(min(at, len(value)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know which field is in hand."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving a field ends the step of undo that was being typed."""
        super().focusOutEvent(event)
        self.left.emit()

    def _fit(self) -> None:
        self.setMinimumHeight(look().px(LINE_HEIGHT))


class ProseField(QPlainTextEdit):
    """Several lines of text, as high as what is written: a page scrolls, a field in it does not.

    Tab goes on to the next field. The height follows from the width, so that a page needs no second look
    to lay itself out.
    """

    edited = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self, placeholder: str = "", lines: int = 2) -> None:
        super().__init__()
        self._lines = lines
        self._ruler = QTextDocument(self)
        self._measured: tuple[str, int] | None = None
        self._height = 0
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        leave_undo_to_the_window(self)
        self.textChanged.connect(self._on_text_changed)
        look().changed.connect(self._fit)

    def value(self) -> str:
        """What is in the field."""
        return self.toPlainText()

    def show_value(self, value: str) -> None:
        """Show a value without telling anybody; the caret stays where it can."""
        if value == self.toPlainText():
            return
        at = self.textCursor().position()
        with QSignalBlocker(self):
            self.setPlainText(value)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(value)))
        self.setTextCursor(cursor)
        self._fit_if_needed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins a line; Ctrl+Enter goes on to the next field."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know which field is in hand."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving a field ends the step of undo that was being typed."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Layouts remember heights by width: what was written since may need another at this one."""
        super().resizeEvent(event)
        self._fit_if_needed()

    def _on_text_changed(self) -> None:
        self._fit_if_needed()
        self.edited.emit(self.toPlainText())

    def hasHeightForWidth(self) -> bool:
        """Its text wraps."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """High enough for the text at this width, and for the lines it is meant to hold."""
        text = self.toPlainText()
        if self._measured != (text, width):
            self._measured, self._height = (text, width), self._measure(text, width)
        return self._height

    def sizeHint(self) -> QSize:
        """Any width; the height that goes with it."""
        return QSize(look().px(USUAL_WIDTH), self.heightForWidth(max(self.width(), look().px(LEAST_WIDTH))))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a word."""
        return QSize(look().px(LEAST_WIDTH), self.heightForWidth(max(self.width(), look().px(LEAST_WIDTH))))

    def _measure(self, text: str, width: int) -> int:
        px = look().px
        self._ruler.setDefaultFont(self.font())
        self._ruler.setDefaultTextOption(QTextOption(self._ruler.defaultTextOption()))
        self._ruler.setDocumentMargin(self.document().documentMargin())
        self._ruler.setPlainText(text)
        self._ruler.setTextWidth(max(width - px(2 * PADDING_ACROSS), 1))
        least = self._lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        return ceil(max(self._ruler.size().height(), least)) + px(2 * PADDING_DOWN)

    def _fit_if_needed(self) -> None:
        """Only another height is a matter for the page; most keystrokes are not."""
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()

    def _fit(self) -> None:
        self._measured = None
        self.updateGeometry()
