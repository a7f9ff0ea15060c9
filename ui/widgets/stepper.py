"""A count with a minus and a plus: votes."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

from ui.theme.focus_ring import OWN_RING
from ui.theme.look import look
from ui.widgets.painted import describe, set_ring

BUTTON, HEIGHT = 30, 32
DIGITS = 34


class Stepper(QSpinBox):
    """Minus, the count, plus. A spin box by nature: digits can be typed, arrow keys step."""

    chosen = Signal(int)
    """The user chose another count. Not sent when the program does."""

    def __init__(
        self, value: int = 0, most: int = 99, name: str = "Votes", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("stepper", True)  # the style sheet puts the buttons to the left and right
        self.setProperty(OWN_RING, False)
        self.setRange(0, most)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        describe(self, name, "Arrow keys change it by one; digits can be typed.")
        set_ring(self)
        self._restyle()
        self.set_value(value)
        self.valueChanged.connect(self.chosen)
        look().changed.connect(self._restyle)

    def set_value(self, value: int) -> None:
        """Show a count, without sending `chosen`."""
        with QSignalBlocker(self):
            self.setValue(value)

    def sizeHint(self) -> QSize:
        """Two buttons and two digits."""
        return QSize(look().px(2 * BUTTON + DIGITS + 8), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page changes no count, unless the keyboard is here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _restyle(self) -> None:
        self.setFont(look().font("count"))
        self.updateGeometry()
        self.update()
