"""What can be painted on the screen, in a picture file, on paper; and read aloud where it cannot."""

from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.theme.look import Look


class Picture(Protocol):
    """A chart with its data, ready to be painted. It never changes: other data make another picture."""

    @property
    def title(self) -> str:
        """What it shows, in a few words."""

    @property
    def text(self) -> str:
        """The same in words, for those who cannot see it; one line each."""

    @property
    def natural_width(self) -> float:
        """The width it is drawn for, in logical pixels at 100 % text."""

    def height_for(self, width: float, look: Look) -> float:
        """The height it needs at a width, in pixels of that look."""

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw it into a rectangle."""
