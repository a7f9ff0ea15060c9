"""The few shapes everything is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from ui.theme.tokens import RADIUS_CELL

if TYPE_CHECKING:
    from ui.theme.look import Look


def round_rect(  # noqa: PLR0913, PLR0917 - a shape, its fill and its line
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1.0,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A rounded rectangle; its outline runs inside the rectangle, so that it is sharp and not cut off."""
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else QBrush(fill))
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(line, width, style))
        rect = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = max(0.0, radius - width / 2)
    painter.drawRoundedRect(rect, radius, radius)


def diamond(rect: QRectF) -> QPolygonF:
    """The square that stands on its corner."""
    middle = rect.center()
    return QPolygonF(
        [
            QPointF(middle.x(), rect.top()),
            QPointF(rect.right(), middle.y()),
            QPointF(middle.x(), rect.bottom()),
            QPointF(rect.left(), middle.y()),
        ]
    )


def centred_square(rect: QRectF, part: float = 1.0) -> QRectF:
    """The largest square in the middle of a rectangle, or a part of it."""
    side = min(rect.width(), rect.height()) * part
    return QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)


def paint_letters(  # noqa: PLR0913, PLR0917 - what, where, how
    painter: QPainter, rect: QRectF, letters: str, look: Look, token: str, pixels: float
) -> None:
    """A letter or two in the middle of a shape; capitals are centred by their own height, not the line's."""
    font = look.sized_font("letter", pixels)
    painter.setFont(font)
    painter.setPen(look.colour(token))
    metrics = painter.fontMetrics()
    baseline = rect.center().y() + metrics.capHeight() / 2
    left = rect.center().x() - metrics.horizontalAdvance(letters) / 2
    painter.drawText(QPointF(left, baseline), letters)


def paint_focus_ring(painter: QPainter, cell: QRectF, look: Look, radius: float = RADIUS_CELL) -> None:
    """Where the keyboard is, on a filled cell: two rings, of which the inner one carries the contrast."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rounding = look.px(radius)
    painter.setPen(QPen(look.colour("surface"), 2))
    painter.drawRoundedRect(cell.adjusted(1.5, 1.5, -1.5, -1.5), rounding, rounding)
    painter.setPen(QPen(look.colour("focus"), 2.5))
    painter.drawRoundedRect(cell.adjusted(-1, -1, 1, 1), rounding + 1, rounding + 1)
