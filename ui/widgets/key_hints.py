"""Which keys work here: each key as a cap, with what it does."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.look import look
from ui.widgets.painted import Painted
from ui.widgets.painting.shapes import round_rect

Hint = tuple[tuple[str, ...], str]
"""Keys, and what they do."""

HEIGHT, PADDING, GAP, BETWEEN, RADIUS = 22, 7, 6, 16, 5


class KeyHints(Painted):
    """One line; hints that have no room are left out, the last ones first."""

    def __init__(self, hints: Sequence[Hint] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._hints: tuple[Hint, ...] = ()
        self.show_hints(hints)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these."""
        self._hints = tuple(hints)
        self.setAccessibleName("; ".join(f"{' or '.join(keys)}: {words}" for keys, words in self._hints))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all of them."""
        width = sum(self._width(hint) for hint in self._hints) + look().px(BETWEEN) * (len(self._hints) - 1)
        return QSize(max(width, 0), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """None at all, where there is no room."""
        return QSize(0, look().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Caps and words."""
        del event
        painter, sight, left = QPainter(self), look(), 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for hint in self._hints:
            if left + self._width(hint) > self.width() + 1:
                return
            left = self._paint_hint(painter, left, hint) + sight.px(BETWEEN)

    def _paint_hint(self, painter: QPainter, left: float, hint: Hint) -> float:
        sight, metrics = look(), QFontMetrics(look().font("key"))
        baseline = (self.height() + metrics.capHeight()) / 2
        for key in hint[0]:
            cap = QRectF(left, 0, metrics.horizontalAdvance(key) + 2 * sight.px(PADDING), self.height())
            round_rect(painter, cap, sight.px(RADIUS), sight.colour("surface"), sight.colour("edge"))
            painter.setFont(sight.font("key"))
            painter.setPen(sight.colour("text"))
            painter.drawText(QPointF(cap.left() + sight.px(PADDING), baseline), key)
            left = cap.right() + sight.px(GAP / 2)
        painter.setFont(sight.font("citation"))
        painter.setPen(sight.colour("muted"))
        painter.drawText(QPointF(left + sight.px(GAP / 2), baseline), hint[1])
        return left + sight.px(GAP / 2) + self._words().horizontalAdvance(hint[1])

    def _width(self, hint: Hint) -> int:
        sight, metrics = look(), QFontMetrics(look().font("key"))
        caps = sum(metrics.horizontalAdvance(key) + sight.px(2 * PADDING + GAP / 2) for key in hint[0])
        return caps + sight.px(GAP / 2) + self._words().horizontalAdvance(hint[1]) + 1

    def _words(self) -> QFontMetrics:
        return QFontMetrics(look().font("citation"))
