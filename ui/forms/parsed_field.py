"""A line of text that stands for something else: what cannot be read stays in the field, with the reason."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal

from ui.forms.fields import TextField

Value = TypeVar("Value")


class ParsedField(TextField):
    """Sends `given` when what is typed can be read, and `refused` with the reason when it cannot."""

    given = Signal(object)
    refused = Signal(str)
    """Why what is in the field cannot be read; empty when it can again."""
    is_typed = True

    def __init__(
        self, read: Callable[[str], object], write: Callable[[object], str], placeholder: str = ""
    ) -> None:
        super().__init__(placeholder)
        self._read, self._write = read, write
        self.edited.connect(self._on_edited)
        self.left.connect(self._tidy)

    def show_value(self, value: object) -> None:
        """Show a value without telling anybody; a text that already means it stays as it was typed."""
        if not self._means(value):
            super().show_value(self._write(value))
        self.refuse("")

    def refuse(self, reason: str) -> None:
        """Mark the field, and tell why; with no reason, take the mark away."""
        if bool(reason) != bool(self.property("refused")):
            self.setProperty("refused", bool(reason))
            self.style().unpolish(self)
            self.style().polish(self)
        self.refused.emit(reason)

    def _on_edited(self, text: str) -> None:
        try:
            value = self._read(text)
        except ValueError as error:
            self.refuse(str(error))
        else:
            self.refuse("")
            self.given.emit(value)

    def _means(self, value: object) -> bool:
        try:
            return bool(self._read(self.text()) == value) and bool(self.text() or not self._write(value))
        except ValueError:
            return False

    def _tidy(self) -> None:
        """Leaving the field writes what was understood in the usual way."""
        try:
            super().show_value(self._write(self._read(self.text())))
        except ValueError:
            return
