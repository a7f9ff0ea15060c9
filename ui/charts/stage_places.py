"""What a stage table is made of once it is laid out, and what both of its forms share."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from ui.charts.net_places import Written
from ui.charts.spots import Spot
from ui.charts.stage_table import (
    MANY_LINES,
    Flag,
    Happening,
    Lane,
    StageTable,
    Standing,
    Suggestion,
)
from ui.charts.who import Who
from ui.theme.look import Look
from ui.widgets.painting.lines import wrapped

INSET = 10
"""A band round a column spans so much more than its words; at the left edge there must be room for it."""
NODE, NODE_HERE = 18, 22
TILE, GLYPH, FLAG = 20, 16, 14


@dataclass(frozen=True)
class Node:
    """A stage as a mark on the path."""

    middle: QPointF
    standing: Standing


@dataclass(frozen=True)
class Line:
    """A line from point to point. `kind` is "walked" behind the draft, "ahead", "hair", or a platform."""

    points: tuple[QPointF, ...]
    kind: str


@dataclass
class Arrangement:
    """Everything, from 0, 0 on. Filled while it is laid out, and then only read."""

    width: float
    height: float = 0.0
    band: QRectF | None = None
    nodes: list[Node] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    tiles: list[tuple[QRectF, Who]] = field(default_factory=list)
    flags: list[QRectF] = field(default_factory=list)
    glyphs: list[tuple[QRectF, str]] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)


class LayingOut:
    """What both forms need: words in lines, the heads of lanes, what happened."""

    def __init__(self, table: StageTable, width: float, look: Look) -> None:
        self.table, self.look = table, look
        self.places = Arrangement(width)
        self.left, self.right = float(look.px(INSET)), width - look.px(INSET)

    def lay_out(self) -> None:
        """Fill `places`: each form in its own way."""

    def words(  # noqa: PLR0913, PLR0917 - what, where, how
        self,
        words: str,
        role: str,
        token: str,
        left: float,
        top: float,
        room: float,
        most: int = MANY_LINES,
    ) -> float:
        """Write into lines of this width; the answer is where the last one ends."""
        step = self.look.line_height(role)
        for line in _shortened(wrapped(words, self.look.font(role), room, MANY_LINES), most):
            self.places.written.append(Written(QRectF(left, top, room + 2, step), line, role, token))
            top += step
        return top

    def spot(self, key: str, rect: QRectF, said: str) -> None:
        """Something that answers."""
        self.places.spots.append(Spot(key, rect, said))

    def happening(self, each: Happening, left: float, top: float, room: float) -> float:
        """When, what, where from; the answer is where it ends."""
        begin = top
        if each.when:
            role, token = ("section", "text") if each.is_now else ("label", "muted")
            top = self.words(each.when, role, token, left, top, room)
        token = "muted" if each.is_quiet else "text"
        top = self.words(each.words, "table", token, left, top, room, each.most_lines)
        if each.source:
            top = self.words(each.source, "citation", "muted", left, top, room)
        self.spot(each.key, QRectF(left - 4, begin - 2, room + 8, top - begin + 4), each.said)
        return top

    def suggestion_words(self, suggestion: Suggestion, top: float) -> float:
        """The sign of its platform and its words, in lines of their own; the answer is where they end."""
        look, ink = self.look, f"{suggestion.platform}_ink"
        glyph = float(look.px(GLYPH))
        left, step = self.left + glyph + look.px(8), look.line_height("label")
        end = self.words(suggestion.words, "label", ink, left, top + 2, self.right - left)
        box = QRectF(self.left, top + 2 + (step - glyph) / 2, glyph, glyph)
        self.places.glyphs.append((box, suggestion.platform))
        self.spot(
            suggestion.key,
            QRectF(self.left - 4, top, self.right - self.left + 8, end - top + 2),
            suggestion.said,
        )
        return end + 2

    def lane_head(self, lane: Lane, top: float) -> float:
        """Tile and name, the word beside it, and the flags, in as many rows as they take."""
        look, row = self.look, float(self.look.px(26))
        tile = float(look.px(TILE))
        self.places.tiles.append((QRectF(self.left, top + (row - tile) / 2, tile, tile), lane.who))
        left = self.left + tile + look.px(8)
        name = QFontMetricsF(look.font("row_title")).horizontalAdvance(lane.who.name) + 2
        if name > self.right - left:
            top = self.words(lane.who.name, "row_title", "text", left, top + look.px(3), self.right - left)
            left, top = self.left, top - row + look.px(6)
        else:
            self.places.written.append(
                Written(QRectF(left, top, name, row), lane.who.name, "row_title", "text")
            )
            left += name + look.px(10)
        if lane.note:
            left, top = self._beside(lane.note, "citation", left, top, row)
            left += look.px(14)
        for flag in lane.flags:
            left, top = self._flag(flag, left, top, row)
        return top + row

    def _beside(self, words: str, role: str, left: float, top: float, row: float) -> tuple[float, float]:
        wide = QFontMetricsF(self.look.font(role)).horizontalAdvance(words) + 2
        if left + wide > self.right and left > self.left:
            left, top = self.left, top + row
        if wide > self.right - left:
            return self.right, self.words(words, role, "muted", left, top, self.right - left) - row
        self.places.written.append(Written(QRectF(left, top, wide, row), words, role, "muted"))
        return left + wide, top

    def _flag(self, flag: Flag, left: float, top: float, row: float) -> tuple[float, float]:
        """A flag and its words; a long one begins a row of its own and wraps."""
        look = self.look
        sign, gap = float(look.px(FLAG)), float(look.px(6))
        wide = QFontMetricsF(look.font("label")).horizontalAdvance(flag.words) + 2
        if left + sign + gap + wide > self.right and left > self.left:
            left, top = self.left, top + row
        self.places.flags.append(QRectF(left, top + (row - sign) / 2, sign, sign))
        begin, at = left + sign + gap, top
        if begin + wide > self.right:
            inset = (row - look.line_height("label")) / 2
            end = self.words(flag.words, "label", "text", begin, top + inset, self.right - begin) + inset
            self.spot(flag.key, QRectF(left - 3, at + 1, self.right - left + 6, end - at - 2), flag.said)
            return self.right, end - row
        self.places.written.append(Written(QRectF(begin, top, wide, row), flag.words, "label", "text"))
        self.spot(flag.key, QRectF(left - 3, at + 1, begin + wide - left + 6, row - 2), flag.said)
        return begin + wide + look.px(16), top


def _shortened(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    """No more than so many lines; the last one then ends after a word, and says that it goes on."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rpartition(" ")[0] or lines[most - 1]
    return (*lines[: most - 1], f"{last.rstrip(',;:')}…")
