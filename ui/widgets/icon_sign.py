"""A sign that stands beside words and says what they say, for those who look before they read."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme.look import look
from ui.widgets.painted import Painted

SIZE = 16


class IconSign(Painted):
    """An icon in an ink. It is told apart by its shape, so that nobody depends on the colour."""

    def __init__(self, icon: str, token: str = "muted", size: int = SIZE) -> None:  # noqa: S107 - no password
        super().__init__()
        self._icon, self._token, self._size = icon, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(look().px(self._size), look().px(self._size))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign."""
        del event
        look().paint_icon(QPainter(self), QRectF(self.rect()), self._icon, self._token, 2.2)
