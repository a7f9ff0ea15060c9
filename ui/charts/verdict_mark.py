"""The sign of a verdict, told apart by shape first: tick, cross, question mark, dash."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.charts.net_table import Mark
from ui.theme.look import Look
from ui.widgets.painting.shapes import centred_square, paint_letters


def paint_verdict_mark(painter: QPainter, rect: QRectF, mark: Mark, look: Look) -> None:
    """Win-win filled with a tick; refused a ring with a cross; open dashed with "?"; neutral with a dash."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = max(1.5, rect.width() / 11)
    ring = centred_square(rect).adjusted(line / 2, line / 2, -line / 2, -line / 2)
    if mark == "win-win":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("gain"))
        painter.drawEllipse(centred_square(rect))
        look.paint_icon(painter, centred_square(rect, 0.66), "check", "gain_on", stroke=3.5)
        return
    token = {"refused": "loss", "open": "unknown", "neutral": "edge"}[mark]
    pen = QPen(look.colour(token), line)
    if mark == "open":
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.2, 1.6])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if mark == "refused":
        look.paint_icon(painter, centred_square(rect, 0.6), "x", "loss", stroke=3.2)
    elif mark == "open":
        paint_letters(painter, rect, "?", look, "unknown_ink", rect.width() * 0.66)
    else:
        reach = rect.width() * 0.2
        painter.setPen(QPen(look.colour("muted"), line))
        middle = rect.center()
        painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
