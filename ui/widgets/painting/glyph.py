"""The sign of a platform: shape, hue and letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from ui.widgets.painting.platforms import SIGN
from ui.widgets.painting.shapes import centred_square, diamond, paint_letters

if TYPE_CHECKING:
    from ui.theme.look import Look

SMALLEST_WITH_LETTER = 13
OPTICAL = {"square": 0.78, "diamond": 0.98, "circle": 0.88}
"""Of the given square: shapes of the same weight to the eye, not of the same height."""


def paint_glyph(  # noqa: PLR0913 - what, where, how
    painter: QPainter,
    rect: QRectF,
    platform: str,
    look: Look,
    *,
    outlined: bool = False,
    lettered: bool = True,
) -> None:
    """A platform's sign, filled; outlined for a vote that was not given."""
    sign = SIGN[platform]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = centred_square(rect, OPTICAL[sign.shape])
    line = max(1.5, box.width() / 14)
    pen = QPen(look.colour(platform), line)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QBrush(look.colour("surface" if outlined else platform)))
    _paint_shape(painter, box.adjusted(line / 2, line / 2, -line / 2, -line / 2), sign.shape)
    size = min(rect.width(), rect.height())
    if lettered and size >= SMALLEST_WITH_LETTER:
        token = f"{platform}_ink" if outlined else f"{platform}_on"
        paint_letters(painter, box, sign.letter, look, token, max(8.0, size * 0.5))


def _paint_shape(painter: QPainter, box: QRectF, shape: str) -> None:
    if shape == "circle":
        painter.drawEllipse(box)
    elif shape == "diamond":
        painter.drawPolygon(diamond(box))
    else:
        painter.drawRoundedRect(box, box.width() * 0.14, box.width() * 0.14)
