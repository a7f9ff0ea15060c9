"""What cells look like, painted once each: a grid of thousands of cells has a few hundred faces at most."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPixmap

Paint = Callable[[QPainter, QRectF], object]


class Pictures:
    """Keeps them until sizes or colours change. Paper and vectors get lines and letters instead."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, QPixmap] = {}

    def forget(self) -> None:
        """Sizes or colours are others."""
        self._kept.clear()

    def paint(self, painter: QPainter, rect: QRect, face: Hashable, paint: Paint) -> None:
        """Paint a cell; `face` is all that its looks depend on, besides its size."""
        if painter.paintEngine().type() != QPaintEngine.Type.Raster:
            paint(painter, QRectF(rect))
            return
        key = (face, rect.width(), rect.height())
        picture = self._kept.get(key)
        if picture is None:
            picture = self._kept[key] = _picture(rect, painter.device().devicePixelRatioF(), paint)
        painter.drawPixmap(rect.topLeft(), picture)


def _picture(rect: QRect, ratio: float, paint: Paint) -> QPixmap:
    picture = QPixmap(rect.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(QRect(QPoint(0, 0), rect.size())))
    painter.end()
    return picture
