"""A word that was chosen among others and can be taken back."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme.look import look
from ui.theme.tokens import TARGET
from ui.widgets.painted import describe, set_ring
from ui.widgets.painting.shapes import round_rect

HEIGHT, PADDING, CROSS, GAP = 28, 11, 13, 6


class Chip(QAbstractButton):
    """Click, Enter, Delete or Backspace take it back."""

    taken_back = Signal()
    entered = Signal()

    def __init__(self, text: str, what: str, explanation: str = "") -> None:
        """`what` names the kind of thing, as in "role"."""
        super().__init__()
        self.setText(text)
        describe(self, f"{text} ({what})", f"{explanation} Delete takes it back.".strip())
        self.setToolTip(f"{explanation}\nClick to take it back.".strip())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_ring(self, HEIGHT // 2)
        self.clicked.connect(self.taken_back)
        look().changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Room for the word and the cross."""
        px = look().px
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + px(2 * PADDING + GAP + CROSS), max(px(HEIGHT), px(TARGET)))

    def minimumSizeHint(self) -> QSize:
        """The same: chips wrap as a whole."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that take back."""
        keys = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in keys:
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know what is in hand."""
        super().focusInEvent(event)
        self.entered.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Redraw for the hover fill."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Redraw without it."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shape, word, cross."""
        del event
        painter, sight, rect = QPainter(self), look(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "hover" if self.underMouse() else "sunken"
        round_rect(painter, rect, rect.height() / 2, sight.colour(fill), sight.colour("sunken_edge"))
        painter.setPen(sight.colour("text"))
        words = rect.adjusted(sight.px(PADDING), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        size = sight.px(CROSS)
        left = rect.right() - sight.px(PADDING) - size + sight.px(2)
        cross = QRectF(left, (rect.height() - size) / 2, size, size)
        sight.paint_icon(painter, cross, "x", "text" if self.underMouse() else "muted", stroke=2.2)

    def _restyle(self) -> None:
        self.setFont(look().font("label"))
        self.updateGeometry()
        self.update()
