"""Words that lead somewhere else and do not ask for attention: muted, with an arrow."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme.look import look
from ui.theme.tokens import RADIUS_CELL
from ui.widgets.painted import describe, set_ring
from ui.widgets.painting.shapes import round_rect

HEIGHT, PADDING, ARROW, GAP = 30, 8, 13, 5


class QuietLink(QAbstractButton):
    """A click, Space or Enter follows it."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.setText(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, RADIUS_CELL)
        look().changed.connect(self._restyle)
        self._restyle()

    def show_words(self, words: str, explanation: str) -> None:
        """Lead somewhere else."""
        if words != self.text():
            self.setText(words)
            self.updateGeometry()
        describe(self, words, explanation)
        self.setToolTip(explanation)

    def sizeHint(self) -> QSize:
        """The words, the arrow, and room to hit them."""
        px = look().px
        words = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(words + px(2 * PADDING + GAP + ARROW), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same: words that are cut off lead nowhere."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Redraw for the hover fill."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Redraw without it."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, then the arrow."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lively = self.underMouse() or self.isDown()
        ink = "text" if is_lively else "muted"
        if is_lively:
            round_rect(painter, QRectF(self.rect()), sight.px(RADIUS_CELL), sight.colour("hover"))
        metrics = self.fontMetrics()
        baseline = (self.height() + metrics.capHeight()) / 2
        painter.setPen(sight.colour(ink))
        painter.drawText(QPointF(sight.px(PADDING), baseline), self.text())
        size = sight.px(ARROW)
        left = self.width() - sight.px(PADDING) - size
        place = QRectF(left, (self.height() - size) / 2, size, size)
        sight.paint_icon(painter, place, "arrow-up-right", ink)

    def _restyle(self) -> None:
        self.setFont(look().font("secondary"))
        self.updateGeometry()
        self.update()
