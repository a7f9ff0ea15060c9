"""The keys that move in the table. Party rows hold no scores, so moves are counted in interests."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key
FAR = 10_000
PAGE = 10


class Move(NamedTuple):
    """So many interests down and scenarios to the right.

    `marks`: what lies between is marked. `stops`: in the last row nothing happens, so that nobody types
    over it.
    """

    down: int = 0
    right: int = 0
    marks: bool = False
    marks_all: bool = False
    stops: bool = False


STEPS = {
    Key.Key_Up: (-1, 0),
    Key.Key_Down: (1, 0),
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
    Key.Key_PageUp: (-PAGE, 0),
    Key.Key_PageDown: (PAGE, 0),
    Key.Key_Home: (0, -FAR),
    Key.Key_End: (0, FAR),
}
ENTER = frozenset({Key.Key_Return, Key.Key_Enter})


def move_of(event: QKeyEvent) -> Move | None:
    """Where a key leads; None when it is no key that moves."""
    key = Key(event.key())
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return None
    if key in ENTER:
        return Move(down=-1 if shift else 1, stops=not shift)
    if control and key == Key.Key_A:
        return Move(marks_all=True)
    if key not in STEPS or (control and key in {Key.Key_PageUp, Key.Key_PageDown}):
        return None
    down, right = STEPS[key]
    if control:  # to the end, as in a spreadsheet
        down = -FAR if key == Key.Key_Home else FAR if key == Key.Key_End else down * FAR
        right *= FAR
    return Move(down, right, marks=shift)
