"""How far a step is: a ring (empty), a ring with a pie (begun), filled with a tick (complete)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from ui.widgets.painting.shapes import centred_square

if TYPE_CHECKING:
    from ui.theme.look import Look

WHOLE_TURN = 360 * 16
TWELVE_O_CLOCK = 90 * 16


def paint_step_mark(  # noqa: PLR0913, PLR0917 - what, where, how
    painter: QPainter,
    rect: QRectF,
    done: float,
    look: Look,
    token: str = "muted",  # noqa: S107 - a token is no password
    on: str = "surface",
) -> None:
    """`done` runs from 0 to 1. `token` is the ink, `on` the colour of the tick."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = centred_square(rect)
    line = max(1.25, box.width() / 12)
    ring = box.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    ink = look.colour(token)
    painter.setPen(QPen(ink, line))
    if done >= 1:
        painter.setBrush(QBrush(ink))
        painter.drawEllipse(ring)
        look.paint_icon(painter, centred_square(box, 0.66), "check", on, stroke=3.5)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if done > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(ink))
        pie = centred_square(box, 0.62)
        painter.drawPie(pie, TWELVE_O_CLOCK, -round(WHOLE_TURN * min(max(done, 0.12), 0.94)))
