"""A score as a coloured cell: its hue says gain or loss, its strength how much; unscored is hatched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen, QTransform

from ui.theme.tokens import RADIUS_BAR, RADIUS_CELL
from ui.widgets.painting.shapes import round_rect

if TYPE_CHECKING:
    from ui.theme.look import Look

FULL, MIDDLE = 3, 2
THICK = 2.5
LABEL_PADDING = 6


def paint_score_cell(  # noqa: PLR0913, PLR0917 - what, where, how
    painter: QPainter, rect: QRectF, text: str, effect: int, look: Look, role: str = "score"
) -> None:
    """`effect` runs from -3 (much worse) over 0 to 3 (much better)."""
    hue = "gain" if effect > 0 else "loss"
    strength, radius = abs(effect), look.px(RADIUS_CELL)
    is_outlined = look.mode == "high_contrast"
    ink = "text"
    if not strength:
        round_rect(painter, rect, radius, look.colour("surface"), look.colour("hair"))
    elif strength == FULL:
        ink = f"{hue}_on"
        round_rect(painter, rect, radius, look.colour(hue))
    elif is_outlined:
        ink = f"{hue}_ink"
        width = THICK if strength == MIDDLE else 1
        round_rect(painter, rect, radius, look.colour("surface"), look.colour(hue), width)
    else:
        round_rect(
            painter, rect, radius, look.colour(f"{hue}_tint2" if strength == MIDDLE else f"{hue}_tint")
        )
    painter.setFont(look.font(role))
    painter.setPen(look.colour(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def paint_unscored_cell(painter: QPainter, rect: QRectF, look: Look, label: str = "") -> None:
    """Hatched and dashed, without a digit: nobody has said anything. A label lies on paper of its own."""
    radius = look.px(RADIUS_CELL)
    round_rect(painter, rect, radius, look.colour("unknown_tint"))
    brush = QBrush(look.colour("edge"), Qt.BrushStyle.BDiagPattern)
    brush.setTransform(QTransform.fromScale(look.scale, look.scale))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("unknown"), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if label:
        _paint_label(painter, rect, look, label)


def _paint_label(painter: QPainter, rect: QRectF, look: Look, label: str) -> None:
    font = look.font("key")
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(label) + 2 * look.px(LABEL_PADDING)
    height = metrics.height() + look.px(2)
    paper = QRectF(0, 0, width, height)
    paper.moveCenter(rect.center())
    round_rect(painter, paper, look.px(RADIUS_BAR), look.colour("surface"))
    painter.setFont(font)
    painter.setPen(look.colour("text"))
    baseline = paper.center().y() + metrics.capHeight() / 2
    painter.drawText(QPointF(paper.left() + look.px(LABEL_PADDING), baseline), label)


def paint_pills(painter: QPainter, corner: QPointF, filled: float | None, look: Look) -> float:
    """Five small pills, of which so many are filled; dashed while nothing was said. Answers the width."""
    width, height, gap = look.px(9), look.px(8), look.px(2)
    line = Qt.PenStyle.DashLine if filled is None else Qt.PenStyle.SolidLine
    for place in range(5):
        pill = QRectF(corner.x() + place * (width + gap), corner.y() - height / 2, width, height)
        share = min(max((filled or 0) - place, 0), 1)
        round_rect(painter, pill, look.px(2), look.colour("surface"), look.colour("edge"), 1, line)
        if share > 0:
            painter.save()
            painter.setClipRect(QRectF(pill.left(), pill.top(), width * share, height))
            round_rect(painter, pill, look.px(2), look.colour("muted"))
            painter.restore()
    return 5 * width + 4 * gap
