"""A line that separates. Never the only sign of anything: an old projector drops it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.look import look
from ui.widgets.painted import Painted


class Hairline(Painted):
    """One pixel, lying or standing; `token` "edge" for a line that must be seen."""

    def __init__(
        self,
        token: str = "hair",  # noqa: S107 - a token is no password
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._token = token
        lies = orientation == Qt.Orientation.Horizontal
        long, short = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(long if lies else short, short if lies else long)

    def sizeHint(self) -> QSize:
        """One pixel; the layout gives the length."""
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), look().colour(self._token))
