"""Painting a stage table: the band, the path with its marks, the dotted path that is suggested, the words."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from ui.charts.net_painting import paint_written
from ui.charts.net_places import Written
from ui.charts.stage_places import NODE, NODE_HERE, Arrangement, Line, Node
from ui.charts.who import paint_tile
from ui.theme.look import Look
from ui.theme.tokens import RADIUS_CARD
from ui.widgets.painting.glyph import paint_glyph
from ui.widgets.painting.shapes import centred_square, round_rect
from ui.widgets.painting.step_mark import paint_step_mark

ROUNDING = 10
DOTS: Mapping[str, tuple[float, float]] = MappingProxyType({"ahead": (1.6, 2.2), "platform": (1.4, 2.0)})
RESTING: Mapping[str, str] = MappingProxyType({"paused": "pause", "closed": "x"})


def paint_stage_table(painter: QPainter, places: Arrangement, look: Look) -> None:
    """From the ground up."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if places.band is not None:
        fill, edge = look.colour("sunken"), look.colour("sunken_edge")
        round_rect(painter, places.band, look.px(RADIUS_CARD), fill, edge)
        if fill != edge:
            _clear_words(painter, places.band, places.written, look)
    for line in places.lines:
        _paint_line(painter, line, look)
    for node in places.nodes:
        _paint_node(painter, node, look)
    for rect, platform in places.glyphs:
        paint_glyph(painter, rect, platform, look)
    for rect, who in places.tiles:
        paint_tile(painter, rect, who, look)
    for rect in places.flags:
        look.paint_icon(painter, rect, "flag", "text", 2.0)
    for written in places.written:
        paint_written(painter, written, look)


def _clear_words(painter: QPainter, band: QRectF, written: list[Written], look: Look) -> None:
    """Where the band is an outline, it must not go through the words that reach across its edge."""
    for each in written:
        width = QFontMetricsF(look.font(each.role)).horizontalAdvance(each.words)
        words = QRectF(each.rect.left(), each.rect.top(), width, each.rect.height()).adjusted(-2, 0, 2, 0)
        crosses = any(words.left() < edge < words.right() for edge in (band.left(), band.right()))
        if crosses and band.top() < words.center().y() < band.bottom():
            painter.fillRect(words, look.colour("surface"))


def _paint_line(painter: QPainter, line: Line, look: Look) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if line.kind == "hair":
        y = round(line.points[0].y()) + 0.5
        painter.setPen(QPen(look.colour("hair"), 1))
        painter.drawLine(QPointF(line.points[0].x(), y), QPointF(line.points[-1].x(), y))
        return
    if line.kind == "walked":
        painter.setPen(QPen(look.colour("text"), look.px(2)))
        painter.drawPolyline(list(line.points))
        return
    token, dots = ("edge", DOTS["ahead"]) if line.kind == "ahead" else (line.kind, DOTS["platform"])
    pen = QPen(look.colour(token), max(1.5, look.px(1.5)))
    pen.setDashPattern(list(dots))
    painter.setPen(pen)
    painter.drawPath(_rounded(line.points, look.px(ROUNDING)))


def _rounded(points: tuple[QPointF, ...], radius: float) -> QPainterPath:
    """A line whose corners are round."""
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before, radius))
        path.quadTo(corner, _towards(corner, after, radius))
    path.lineTo(points[-1])
    return path


def _towards(corner: QPointF, there: QPointF, by: float) -> QPointF:
    way = there - corner
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    return corner if not length else corner + way * min(by / length, 0.5)


def _paint_node(painter: QPainter, node: Node, look: Look) -> None:
    """Passed with a tick, ahead as a ring; where it stands a ring with a dot, at rest with a sign."""
    is_here = node.standing in {"here", "paused", "closed"}
    size = look.px(NODE_HERE if is_here else NODE)
    rect = QRectF(node.middle.x() - size / 2, node.middle.y() - size / 2, size, size)
    if node.standing == "passed":
        paint_step_mark(painter, rect, 1.0, look, "text")
        return
    line = max(1.25, size / 12) if not is_here else look.px(2)
    painter.setPen(QPen(look.colour("text" if is_here else "edge"), line))
    painter.setBrush(look.colour("surface"))
    painter.drawEllipse(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2))
    if node.standing in RESTING:
        sign = centred_square(rect, 0.56)
        look.paint_icon(painter, sign, RESTING[node.standing], "text", 3.0)
    elif is_here:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("text"))
        painter.drawEllipse(centred_square(rect, 0.40))
    elif node.standing == "skipped":
        middle, reach = node.middle, size * 0.2
        painter.drawLine(QPointF(middle.x() - reach, middle.y()), QPointF(middle.x() + reach, middle.y()))
