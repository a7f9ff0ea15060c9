"""A painted row of a list that is a button, with the keys that all lists have."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton

ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
CLICKS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ListButton(QAbstractButton):
    """Arrow keys go on, Alt with an arrow moves it, Delete removes it, Enter clicks as Space does.

    One that `is_fixed` is neither moved nor removed.
    """

    stepped = Signal(int)
    """The keyboard wants to go so many rows on."""
    shifted = Signal(int)
    """The row is to be moved by so many places."""
    remove_wanted = Signal()
    entered = Signal()
    """The keyboard is on it: the guide wants to know what is in hand."""

    def __init__(self, *, is_fixed: bool = False) -> None:
        super().__init__()
        self._is_fixed = is_fixed
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # so that Qt repaints it as the mouse comes and goes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a list."""
        key, by = Qt.Key(event.key()), ARROWS.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier and not self._is_fixed:
            self.shifted.emit(by)
        elif by is not None:
            self.stepped.emit(by)
        elif key == Qt.Key.Key_Delete and not self._is_fixed:
            self.remove_wanted.emit()
        elif key in CLICKS:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so."""
        super().focusInEvent(event)
        self.entered.emit()
