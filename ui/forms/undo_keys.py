"""Lets Ctrl+Z through to the window's one history.

WORKAROUND(Qt 6): text fields swallow the keys of undo and redo, even when empty and with their own undo
switched off, by accepting ShortcutOverride.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

HISTORY_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
MORE_REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))


class UndoKeys(QObject):
    """An event filter for text fields."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say that the field does not want the keys of the history, so that the window's actions get them."""
        if (
            event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and isinstance(event, QKeyEvent)
            and _is_of_history(event)
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def leave_undo_to_the_window(field: QWidget) -> None:
    """Give a text field no undo of its own."""
    field.installEventFilter(UndoKeys(field))


def _is_of_history(event: QKeyEvent) -> bool:
    if any(event.matches(key) for key in HISTORY_KEYS):
        return True
    pressed = QKeySequence(event.keyCombination())
    return any(pressed == key for key in MORE_REDO)
