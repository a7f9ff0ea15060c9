"""What every widget of ours does: it follows the look, and says what it is to those who cannot see it."""

from PySide6.QtWidgets import QWidget

from ui.theme.focus_ring import RING_RADIUS
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CONTROL


class Painted(QWidget):
    """A widget that paints itself. It lays itself out anew, and repaints, when the look has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look().changed.connect(self._on_look_changed)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


def set_ring(control: QWidget, radius: int = RADIUS_CONTROL) -> None:
    """Say how round the corners of a control are, so that the focus ring runs parallel to them."""
    control.setProperty(RING_RADIUS, radius)


def describe(widget: QWidget, name: str, description: str = "") -> None:
    """Name a widget for screen readers and tests, and say what it does where the name does not."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)
