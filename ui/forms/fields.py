"""The fields a form is made of. Each speaks three words: `value`, `show_value`, and the signal `edited`."""

from math import ceil

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from ui.forms.undo_keys import leave_undo_to_the_window
from ui.theme.look import look

LINE_HEIGHT = 34


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
    """Several lines of text, growing with what is written. Tab goes on to the next field."""

    edited = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self, placeholder: str = "", lines: int = 2) -> None:
        super().__init__()
        self._lines = lines
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        leave_undo_to_the_window(self)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        look().changed.connect(self._fit)
        self._fit()

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
        self._fit()

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

    def _on_text_changed(self) -> None:
        self.edited.emit(self.toPlainText())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the text otherwise."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its text: a page scrolls, a field in it does not."""
        line = self.fontMetrics().lineSpacing()
        text, block = 0.0, self.document().firstBlock()
        while block.isValid():
            text += self.blockBoundingRect(block).height()
            block = block.next()
        around = max(self.height() - self.viewport().height(), look().px(14))
        margins = 2 * self.document().documentMargin()
        self.setFixedHeight(ceil(max(text, self._lines * line) + margins + around))
