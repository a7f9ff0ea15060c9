"""A share as a small bar of ink. Ink, not hue: it is arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.widgets.painting.shapes import round_rect

if TYPE_CHECKING:
    from ui.theme.look import Look


def paint_ink_bar(painter: QPainter, rect: QRectF, share: float, look: Look) -> None:
    """The share (0-1) of the bar in ink; the rest as a track."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = rect.height() / 2
    round_rect(painter, rect, radius, look.colour("sunken"), look.colour("sunken_edge"))
    filled = rect.width() * min(max(share, 0.0), 1.0)
    if filled > 0:
        done = QRectF(rect.left(), rect.top(), max(filled, rect.height()), rect.height())
        round_rect(painter, done, radius, look.colour("text"))
