"""A box to tick without words of its own: what it is for stands beside it, and in its name."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.theme.look import look
from ui.theme.tokens import RADIUS_BAR, RADIUS_CELL
from ui.widgets.painted import set_ring
from ui.widgets.painting.shapes import round_rect

SIZE, BOX, INSET = 30, 18, 3


class Tick(QCheckBox):
    """Larger than its box, so that it is not missed. Enter ticks it, as Space does."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, RADIUS_CELL)
        look().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """A square one can hit."""
        return QSize(look().px(SIZE), look().px(SIZE))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, at: QPoint, /) -> bool:
        """All of it."""
        return self.rect().contains(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box in the middle."""
        del event
        painter, here = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, radius = here.px(BOX), here.px(RADIUS_BAR + 1)
        box = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        if self.isChecked():
            round_rect(painter, box, radius, here.colour("accent"))
            inset = here.px(INSET)
            here.paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), "check", "on_accent", 3)
        else:
            edge = here.colour("text" if self.underMouse() else "edge")
            round_rect(painter, box, radius, here.colour("surface"), edge)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
