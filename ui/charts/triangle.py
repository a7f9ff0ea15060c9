"""The map of drafts and cases between the platforms: the nearer to a corner, the more of that platform."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from ui.charts.keeping_apart import kept_apart
from ui.charts.who import KeyEntry, Who, key, key_height, paint_key, paint_tile
from ui.theme.look import Look
from ui.widgets.painting.glyph import paint_glyph
from ui.widgets.painting.platforms import SIGNS, PlatformSign

TILE = 24
KEY_AIR = 14
APART = 1.22
"""Distance of two middles, in tiles, from which rounded squares do not touch in any direction."""
GLYPH = 20
LARGEST_SIDE = 340
STEEPNESS = 3**0.5 / 2
"""Height of a triangle of equal sides, in sides."""
TIED_FROM = 4
"""A tile that stands further than this from its point is tied to it by a line."""


@dataclass(frozen=True)
class Triangle:
    """Everyone on the map. Who is not placed yet stands in the key alone, and is said to be."""

    everyone: tuple[Who, ...]
    has_key: bool = True
    title: str = "Where drafts and cases lie"
    natural_width: float = 420

    @property
    def placed(self) -> tuple[Who, ...]:
        """Those with a place on the map."""
        return tuple(who for who in self.everyone if who.shares is not None)

    @property
    def text(self) -> str:
        """Where everyone lies, a line each."""
        return "\n".join(who.sentence for who in self.everyone)

    def height_for(self, width: float, look: Look) -> float:
        """The height it needs at a width."""
        top, side = _top(look), _side(width, look)
        foot = key_height(self.everyone, width, look) if self.has_key else -look.px(KEY_AIR)
        return top + side * STEEPNESS + _foot(look) + foot

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw it into a rectangle."""
        paint_triangle(painter, rect, self, look)


@dataclass(frozen=True)
class Tile:
    """Where somebody's tile stands, and the point it stands for."""

    who: Who
    rect: QRectF
    point: QPointF

    @property
    def is_tied(self) -> bool:
        """Whether it had to move away from its point."""
        return (self.rect.center() - self.point).manhattanLength() > TIED_FROM


@dataclass(frozen=True)
class Arrangement:
    """Where everything of a map stands: corners in the order of the platforms, tiles, key."""

    corners: tuple[QPointF, QPointF, QPointF]
    tiles: tuple[Tile, ...]
    key: tuple[KeyEntry, ...]


def arrange(data: Triangle, rect: QRectF, look: Look) -> Arrangement:
    """Lay the map out. Tiles that would cover one another are moved apart."""
    side = _side(rect.width(), look)
    middle, top = rect.center().x(), rect.top() + _top(look)
    base = top + side * STEEPNESS
    corners = (QPointF(middle - side / 2, base), QPointF(middle, top), QPointF(middle + side / 2, base))
    tile = look.px(TILE)
    points = [_point(who, corners) for who in data.placed]
    reach = tile / 2
    at = kept_apart(
        tuple((round(point.x() - rect.left(), 3), round(point.y() - rect.top(), 3)) for point in points),
        tile * APART,
        (reach, _top(look), rect.width() - reach, base - rect.top()),
    )
    tiles = tuple(
        Tile(who, QRectF(rect.left() + x - reach, rect.top() + y - reach, tile, tile), point)
        for who, (x, y), point in zip(data.placed, at, points, strict=True)
    )
    under = QRectF(rect.left(), base + _foot(look), rect.width(), 0)
    return Arrangement(corners, tiles, tuple(key(data.everyone, under, look)) if data.has_key else ())


def paint_triangle(painter: QPainter, rect: QRectF, data: Triangle, look: Look) -> None:
    """The map: triangle, corners, the lines between the fields, ties, tiles, key."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    arrangement = arrange(data, rect, look)
    _paint_ground(painter, arrangement.corners, look)
    for corner, sign in zip(arrangement.corners, SIGNS, strict=True):
        _paint_corner(painter, rect, corner, sign, look)
    _paint_tiles(painter, arrangement.tiles, look)
    paint_key(painter, arrangement.key, look)


def _top(look: Look) -> float:
    return float(look.px(GLYPH) + look.px(TILE) / 2 + look.px(6))


def _foot(look: Look) -> float:
    """From the base line to the key: half a tile, the names of two corners, some air."""
    return float(look.px(TILE) / 2 + look.px(4) + look.px(GLYPH) + look.px(KEY_AIR))


def _side(width: float, look: Look) -> float:
    return float(min(max(width - 2 * look.px(TILE), look.px(120)), look.px(LARGEST_SIDE)))


def _point(who: Who, corners: Sequence[QPointF]) -> QPointF:
    weights = [float(share) for share in who.shares or ()]
    return QPointF(
        sum(weight * corner.x() for weight, corner in zip(weights, corners, strict=True)),
        sum(weight * corner.y() for weight, corner in zip(weights, corners, strict=True)),
    )


def _paint_ground(painter: QPainter, corners: Sequence[QPointF], look: Look) -> None:
    painter.setPen(QPen(look.colour("edge"), 1))
    painter.setBrush(look.colour("sunken"))
    painter.drawPolygon(QPolygonF(list(corners)))
    middle = (corners[0] + corners[1] + corners[2]) / 3
    dots = QPen(look.colour("edge"), 1.25, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    dots.setDashPattern([0.1, 3])
    painter.setPen(dots)
    for one, other in ((0, 1), (1, 2), (2, 0)):
        painter.drawLine(middle, (corners[one] + corners[other]) / 2)


def _paint_corner(painter: QPainter, rect: QRectF, corner: QPointF, sign: PlatformSign, look: Look) -> None:
    """The platform's sign and name: above the top corner, below the others, inside the picture."""
    glyph, gap = look.px(GLYPH), look.px(6)
    painter.setFont(look.font("label"))
    metrics = QFontMetricsF(look.font("label"))
    is_top = corner.y() < rect.top() + _top(look) + 1
    room = rect.right() - corner.x() - glyph if is_top else rect.width() / 2 - glyph - 2 * gap
    name = sign.full if metrics.horizontalAdvance(sign.full) <= room else sign.short
    width = metrics.horizontalAdvance(name) + 2
    if is_top:
        box = QRectF(corner.x() - glyph / 2, rect.top(), glyph, glyph)
        text = QRectF(box.right() + gap, box.top(), width, glyph)
    else:
        y = corner.y() + look.px(TILE) / 2 + look.px(4)
        whole = glyph + gap + width
        if corner.x() < rect.center().x():
            left = max(rect.left(), corner.x() - glyph / 2)
            box = QRectF(left, y, glyph, glyph)
            text = QRectF(box.right() + gap, y, width, glyph)
        else:
            left = min(rect.right(), corner.x() + glyph / 2) - whole
            text = QRectF(left, y, width, glyph)
            box = QRectF(left + whole - glyph, y, glyph, glyph)
    paint_glyph(painter, box, sign.id, look)
    painter.setFont(look.font("label"))
    painter.setPen(look.colour(f"{sign.id}_ink"))
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)


def _paint_tiles(painter: QPainter, tiles: Sequence[Tile], look: Look) -> None:
    """Ties first, so that no line crosses a tile; the draft one is in last."""
    for tile in tiles:
        if tile.is_tied:
            painter.setPen(QPen(look.colour("muted"), 1))
            painter.drawLine(tile.point, tile.rect.center())
            painter.setBrush(look.colour("muted"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(tile.point, look.px(2.5), look.px(2.5))
    for tile in sorted(tiles, key=lambda tile: tile.who.is_current):
        # A rim in the colour of the ground keeps neighbours apart and lifts a tile off its tie.
        rim = tile.rect.adjusted(-1.5, -1.5, 1.5, 1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(rim, rim.width() * 0.28, rim.width() * 0.28)
        paint_tile(painter, tile.rect, tile.who, look)
