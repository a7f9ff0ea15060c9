"""The mark of the program: the three platforms' shapes, where they overlap."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ui.theme.look import look
from ui.widgets import Painted
from ui.widgets.painting.shapes import diamond

WIDTH, HEIGHT = 92, 88
SEE_THROUGH = 0.16
SQUARE = (1, 5, 47, 47, 9)
DIAMOND = (34, 1.5, 56, 56)
CIRCLE = (19, 34, 52, 52)


class Mark(Painted):
    """Where square, diamond and circle meet is what one looks for in the room."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Partnership Design Workbook")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its size."""
        return QSize(look().px(WIDTH), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Outlines, and fills one can see through."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / WIDTH, self.height() / HEIGHT)
        left, top, width, height, radius = SQUARE
        self._take(painter, "resource_dependence")
        painter.drawRoundedRect(QRectF(left, top, width, height), radius, radius)
        self._take(painter, "social_issue")
        painter.drawPolygon(diamond(QRectF(*DIAMOND)))
        self._take(painter, "societal_sector")
        painter.drawEllipse(QRectF(*CIRCLE))
        painter.end()

    def _take(self, painter: QPainter, platform: str) -> None:
        ink = look().colour(platform)
        fill = ink.toRgb()
        fill.setAlphaF(SEE_THROUGH)
        pen = QPen(ink, 2)
        pen.setJoinStyle(pen.joinStyle().RoundJoin)
        painter.setPen(pen)
        painter.setBrush(QBrush(fill))
