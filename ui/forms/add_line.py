"""One line at the foot of a list: Enter adds what is typed and stays for the next; a paste adds many."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.forms.pasted_rows import pasted_rows
from ui.forms.undo_keys import leave_undo_to_the_window
from ui.theme.look import look
from ui.theme.tokens import CONTROL
from ui.widgets import describe

Rows = tuple[tuple[str, ...], ...]


class AddLine(QLineEdit):
    """Sends `added` with the rows and cells to add: one row with one cell when a line was typed."""

    added = Signal(object)
    entered = Signal()
    escaped = Signal()

    def __init__(self, placeholder: str, name: str, description: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        describe(self, name, description or placeholder)
        leave_undo_to_the_window(self)
        self.returnPressed.connect(self._add_typed)
        # What is pasted, by keys or by menu, or dropped, keeps its line breaks and tabs in the text.
        self.textEdited.connect(self._on_edited)
        look().changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the line; an empty one lets it pass on."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.escaped.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know which field is in hand."""
        super().focusInEvent(event)
        self.entered.emit()

    def _add_typed(self) -> None:
        words = self.text().strip()
        if words:
            self.clear()
            self.added.emit(((words,),))

    def _on_edited(self, text: str) -> None:
        if any(sign in text for sign in "\n\t\u2028"):
            self.clear()
            rows = pasted_rows(text)
            if rows:
                self.added.emit(rows)

    def _fit(self) -> None:
        self.setMinimumHeight(look().px(CONTROL))
