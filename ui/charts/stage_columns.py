"""A stage table with a column for each stage."""

from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from ui.charts.net_places import Written
from ui.charts.stage_places import GLYPH, INSET, NODE_HERE, LayingOut, Line, Node
from ui.charts.stage_table import MANY_LINES, Happening, Lane, StageTable, Suggestion
from ui.theme.look import Look

LONGEST_WORD = 112
"""Longer words are broken: one of them must not take the columns away."""
CELL_AIR = 14
WASTE = 26
"""Lines of words are not full to the edge: half a word is left free, and a little more in a short one."""
EVEN_UP_TO = 7
"""Columns are even as long as no cell needs more lines than this."""


def column_lefts(table: StageTable, left: float, right: float, look: Look) -> tuple[float, ...]:
    """Where the columns begin, and where the last one ends; nothing where there is no room for columns.

    Even, if no cell then needs many lines; else those with more to say are wider, so that all end alike.
    """
    number, room = len(table.heads), right - left
    columns = [[each for lane in table.lanes for each in lane.cells[at]] for at in range(number)]
    least = [_least(head.name, held, look) for head, held in zip(table.heads, columns, strict=True)]
    if not number or sum(least) > room:
        return ()
    air, waste, even = look.px(CELL_AIR), look.px(WASTE), room / number
    inks = [max((_ink(lane.cells[at], look) for lane in table.lanes), default=0.0) for at in range(number)]
    if max(least) <= even and max(inks) <= (even - air - waste) * EVEN_UP_TO:
        return tuple(accumulate([even] * number, initial=left))
    widths, lines = [room + 1.0], EVEN_UP_TO - 1
    while sum(widths) > room:
        lines += 1
        widths = [max(small, ink / lines + waste + air) for small, ink in zip(least, inks, strict=True)]
    spare = (room - sum(widths)) / number
    return tuple(accumulate((width + spare for width in widths), initial=left))


def _ink(cell: tuple[Happening, ...], look: Look) -> float:
    """How long all the words of a cell would be in one line."""
    metrics = QFontMetricsF(look.font("table"))
    return sum(
        metrics.horizontalAdvance(f"{each.when} {each.words} {each.source}")
        for each in cell
        if each.most_lines == MANY_LINES
    )


def _least(name: str, held: list[Happening], look: Look) -> float:
    """Room for the name of the stage, for "Not reported" in one line, and for all but very long words."""
    metrics = QFontMetricsF(look.font("table"))
    words = [word for each in held if not each.is_quiet for word in each.words.split()]
    whole = [each.words for each in held if each.is_quiet and each.most_lines == MANY_LINES]
    texts = words + whole + [each.when for each in held]
    longest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
    title = QFontMetricsF(look.font("row_title")).horizontalAdvance(name)
    return max(title, min(longest, look.px(LONGEST_WORD))) + look.px(CELL_AIR) + 1


class Columns(LayingOut):
    """A column for each stage; the one in which the draft stands is a band through all lanes."""

    def __init__(self, table: StageTable, width: float, look: Look, lefts: tuple[float, ...]) -> None:
        super().__init__(table, width, look)
        self.lefts = lefts

    def lay_out(self) -> None:
        """The suggested paths, the stages, the lanes, the band."""
        look, table = self.look, self.table
        above = 0.0
        for suggestion in table.suggestions:
            above = self._suggestion(suggestion, above + (look.px(6) if above else 0))
        path = above + look.px(NODE_HERE) / 2 + look.px(4)
        top = self._heads(path) + look.px(14)
        for lane in table.lanes:
            self.places.lines.append(Line((QPointF(self.left, top), QPointF(self.right, top)), "hair"))
            top = self._lane(lane, top + look.px(8))
        self.places.height = top
        here = table.here
        if here is not None:
            begin = path - look.px(NODE_HERE) / 2 - look.px(8)
            left = self.lefts[here] - look.px(INSET)
            self.places.band = QRectF(left, begin, self._across(here), top - begin - look.px(4))

    def _across(self, place: int) -> float:
        return self.lefts[place + 1] - self.lefts[place]

    def _node_at(self, place: int) -> float:
        return self.lefts[place] + self.look.px(NODE_HERE) / 2

    def _suggestion(self, suggestion: Suggestion, top: float) -> float:
        """A dotted line above the stages it goes to, with a stop down to each; its words upon the line.

        A path through all stages needs no line of its own: there is one already.
        """
        look = self.look
        if len(suggestion.stops) == len(self.table.heads):
            return self.suggestion_words(suggestion, top) + look.px(9)
        glyph, gap = float(look.px(GLYPH)), float(look.px(8))
        first, last = self._node_at(suggestion.stops[0]), self._node_at(suggestion.stops[-1])
        step = float(look.line_height("label"))
        words = QFontMetricsF(look.font("label")).horizontalAdvance(suggestion.words) + 2
        left = first + look.px(28)
        end = left + glyph + gap + words + gap
        if end > last - look.px(20):
            line = self.suggestion_words(suggestion, top) + look.px(8)
            cut = (last, last)
        else:
            line, cut = top + step / 2, (left - gap, end)
            box = QRectF(left, line - glyph / 2, glyph, glyph)
            self.places.glyphs.append((box, suggestion.platform))
            text = QRectF(box.right() + gap, top, words, step)
            self.places.written.append(Written(text, suggestion.words, "label", f"{suggestion.platform}_ink"))
            spot = QRectF(box.left() - 5, top - 1, text.right() - box.left() + 10, step + 2)
            self.spot(suggestion.key, spot, suggestion.said)
        foot = line + look.px(16)
        for end_at, to in ((first, cut[0]), (last, cut[1])):
            bend = (QPointF(end_at, foot), QPointF(end_at, line), QPointF(to, line))
            self.places.lines.append(Line(bend, suggestion.platform))
        for x in (self._node_at(stop) for stop in suggestion.stops[1:-1]):
            self.places.lines.append(Line((QPointF(x, line), QPointF(x, foot)), suggestion.platform))
        return foot

    def _heads(self, path: float) -> float:
        look, heads = self.look, self.table.heads
        here = self.table.here
        reach = look.px(NODE_HERE) / 2
        end = top = path + reach + look.px(5)
        for place, head in enumerate(heads):
            x = self._node_at(place)
            self.places.nodes.append(Node(QPointF(x, path), head.standing))
            if place + 1 < len(heads):
                ends = (QPointF(x + reach + 2, path), QPointF(self._node_at(place + 1) - reach - 2, path))
                is_walked = here is not None and place < here
                self.places.lines.append(Line(ends, "walked" if is_walked else "ahead"))
            left, room = self.lefts[place], self._across(place) - look.px(8)
            is_ahead = head.standing == "ahead"
            ends_at = self.words(head.name, "row_title", "muted" if is_ahead else "text", left, top, room)
            self.spot(
                head.key, QRectF(left - 4, path - reach - 2, room + 4, ends_at - path + reach + 4), head.said
            )
            end = max(end, ends_at)
        return end

    def _lane(self, lane: Lane, top: float) -> float:
        look = self.look
        top = self.lane_head(lane, top) + look.px(4)
        end = top
        for place, cell in enumerate(lane.cells):
            at = top
            for number, each in enumerate(cell):
                at += look.px(10) if number else 0
                at = self.happening(each, self.lefts[place], at, self._across(place) - look.px(CELL_AIR))
            end = max(end, at)
        return end + look.px(16)
