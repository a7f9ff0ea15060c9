"""Who gives to whom: parties around a ring, and an arrow for each pair of which one gives to the other."""

from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from ui.theme.look import Look
from ui.theme.tokens import RADIUS_CONTROL
from ui.widgets.painting.paragraph import Paragraph, Runs, lay_out, paint_paragraph
from ui.widgets.painting.shapes import round_rect

BOX, BOX_HEIGHT, SMALLEST_BOX = 158, 64, 92
ICON, INSET = 15, 8
MOST_LINES = 3
BEND, HEAD = 26, 9
FEW = 2


@dataclass(frozen=True)
class Giver:
    """One party. `is_known` is False for the place of somebody who was not named."""

    id: str
    name: str
    icon: str
    is_known: bool = True


@dataclass(frozen=True)
class Arrow:
    """What one party gives to another: which data, each in a few words."""

    giver: str
    receiver: str
    data: tuple[str, ...]
    is_current: bool = False


@dataclass(frozen=True)
class Giving:
    """Parties in the order of the draft, clockwise from the left."""

    parties: tuple[Giver, ...]
    arrows: tuple[Arrow, ...]
    natural_width: float = 680
    title: str = "Who gives to whom"

    @property
    def text(self) -> str:
        """Each arrow in words."""
        names = {party.id: party.name for party in self.parties}
        return "\n".join(
            f"{names[arrow.giver]} gives to {names[arrow.receiver]}: {'; '.join(arrow.data)}."
            for arrow in self.arrows
        )

    def height_for(self, width: float, look: Look) -> float:
        """The more parties, the higher the ring."""
        del width
        number = len(self.parties)
        return float(look.px(BOX_HEIGHT if number <= FEW else BOX_HEIGHT + 72 + 26 * number))

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw it into a rectangle."""
        paint_giving(painter, rect, self, look)


def paint_giving(painter: QPainter, rect: QRectF, data: Giving, look: Look) -> None:
    """Arrows first, boxes over their ends, then the counts."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    boxes = _boxes(data, rect, look)
    for arrow in sorted(data.arrows, key=lambda each: each.is_current):
        if arrow.giver != arrow.receiver:
            _paint_arrow(painter, boxes[arrow.giver], boxes[arrow.receiver], arrow, look)
    current = {end for arrow in data.arrows if arrow.is_current for end in (arrow.giver, arrow.receiver)}
    for party in data.parties:
        _paint_party(painter, boxes[party.id], party, look, is_current=party.id in current)
    painter.restore()


def _boxes(data: Giving, rect: QRectF, look: Look) -> dict[str, QRectF]:
    """Around an ellipse that fills the rectangle; two stand side by side."""
    number = max(len(data.parties), 1)
    across = rect.width() / (2.6 if number <= FEW else 3.4 if number <= 2 * FEW + 2 else 5)
    width = max(min(look.px(BOX), across), look.px(SMALLEST_BOX))
    height = look.px(BOX_HEIGHT)
    radius_x = min((rect.width() - width) / 2, look.px(280))
    radius_y = (rect.height() - height) / 2
    boxes = {}
    for place, party in enumerate(data.parties):
        angle = pi + 2 * pi * place / number
        middle = rect.center() + QPointF(radius_x * cos(angle), radius_y * sin(angle))
        boxes[party.id] = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    return boxes


def _paint_arrow(painter: QPainter, start: QRectF, end: QRectF, arrow: Arrow, look: Look) -> None:
    """Bent to its left, so that there and back do not lie on one another."""
    line = end.center() - start.center()
    length = max(hypot(line.x(), line.y()), 1)
    bend = look.px(BEND)
    control = (start.center() + end.center()) / 2 + QPointF(line.y(), -line.x()) / length * bend
    begin, tip = _edge_towards(start, control, 2), _edge_towards(end, control, look.px(5))
    ink = look.colour("text" if arrow.is_current else "edge")
    width = look.px(2.4 if arrow.is_current else 1.6)
    angle = atan2(tip.y() - control.y(), tip.x() - control.x())
    head = look.px(HEAD)
    neck = tip - QPointF(cos(angle), sin(angle)) * head * 0.8
    path = QPainterPath(begin)
    path.quadTo(control, neck)
    painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(ink))
    sides = [tip - QPointF(cos(angle + turn), sin(angle + turn)) * head for turn in (-0.45, 0.45)]
    painter.drawPolygon(QPolygonF([tip, *sides]))
    if len(arrow.data) > 1:
        _paint_count(painter, path.pointAtPercent(0.5), len(arrow.data), look)


def _paint_count(painter: QPainter, at: QPointF, number: int, look: Look) -> None:
    """How many flows there are, on a patch of the ground, where the arrow is in the middle."""
    size = look.px(22)
    patch = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
    round_rect(painter, patch, size / 2, look.colour("surface"), look.colour("edge"), 1.25)
    painter.setFont(look.font("key"))
    painter.setPen(look.colour("text"))
    painter.drawText(patch, Qt.AlignmentFlag.AlignCenter, str(number))


def _paint_party(painter: QPainter, box: QRectF, party: Giver, look: Look, *, is_current: bool) -> None:
    line = Qt.PenStyle.SolidLine if party.is_known else Qt.PenStyle.DashLine
    edge = look.colour("text" if is_current else "edge")
    round_rect(
        painter, box, look.px(RADIUS_CONTROL), look.colour("surface"), edge, 2 if is_current else 1, line
    )
    inset, size = look.px(INSET), look.px(ICON)
    left = box.left() + inset
    if party.is_known:
        look.paint_icon(painter, QRectF(left, box.center().y() - size / 2, size, size), party.icon, "muted")
        left += size + inset
    room = box.right() - inset - left
    words = _fitting(party.name, room, look)
    top = box.center().y() - words.height / 2
    painter.setPen(look.colour("text" if party.is_known else "muted"))
    paint_paragraph(painter, QPointF(left, top), words)


def _fitting(name: str, room: float, look: Look) -> Paragraph:
    """The name in no more lines than there are; what is left out is in the picture's words."""
    font, line = look.font("group"), look.line_height("group")
    words = name.split()
    laid = lay_out(Runs(name, ()), font, line, room)
    while len(words) > 1 and laid.height > MOST_LINES * line:
        words = words[:-1]
        laid = lay_out(Runs(f"{' '.join(words)}…", ()), font, line, room)
    return laid


def _edge_towards(box: QRectF, point: QPointF, gap: float) -> QPointF:
    """Where the line from the middle of a box to a point leaves it, and a little beyond."""
    middle = box.center()
    across, down = point.x() - middle.x(), point.y() - middle.y()
    far = max(abs(across) / (box.width() / 2 + gap), abs(down) / (box.height() / 2 + gap), 1e-6)
    return middle + QPointF(across, down) / far
