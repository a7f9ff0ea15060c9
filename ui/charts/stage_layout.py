"""Which form a stage table takes: in columns where there is room, else the stages below one another."""

from PySide6.QtCore import QPointF, QRectF

from ui.charts.stage_columns import Columns, column_lefts
from ui.charts.stage_places import INSET, NODE_HERE, TILE, Arrangement, LayingOut, Line, Node
from ui.charts.stage_table import Lane, StageTable
from ui.theme.look import Look


def arrange(table: StageTable, width: float, look: Look) -> Arrangement:
    """The form that fits, laid out."""
    lefts = column_lefts(table, look.px(INSET), width - look.px(INSET), look)
    laid_out = Columns(table, width, look, lefts) if lefts else Stacked(table, width, look)
    laid_out.lay_out()
    return laid_out.places


class Stacked(LayingOut):
    """The stages below one another, and in each what happened in every lane that has something to say."""

    def lay_out(self) -> None:
        """The suggested path, who there is, the stages."""
        look, table = self.look, self.table
        top = 0.0
        for suggestion in table.suggestions:
            top = self.suggestion_words(suggestion, top) + look.px(10)
        for lane in table.lanes:
            top = self.lane_head(lane, top)
        top += look.px(10)
        before: QPointF | None = None
        middle = self.left + look.px(NODE_HERE) / 2
        text = self.left + look.px(NODE_HERE + 12)
        here = table.here
        for place, head in enumerate(table.heads):
            begin = top
            row = float(look.line_height("row_title"))
            node = QPointF(middle, top + row / 2)
            self.places.nodes.append(Node(node, head.standing))
            if before is not None:
                reach = QPointF(0, look.px(NODE_HERE) / 2 + 2)
                is_walked = here is not None and place <= here
                self.places.lines.append(
                    Line((before + reach, node - reach), "walked" if is_walked else "ahead")
                )
            before = node
            token = "muted" if head.standing == "ahead" else "text"
            top = self.words(head.name, "row_title", token, text, top, self.right - text)
            self.spot(
                head.key, QRectF(text - 4, begin - 2, self.right - text + 8, top - begin + 4), head.said
            )
            for lane in table.lanes:
                top = self._cell(lane, place, text, top)
            if place == here:
                self.places.band = QRectF(0, begin - look.px(6), self.places.width, top - begin + look.px(12))
            top += look.px(18)
        self.places.height = top

    def _cell(self, lane: Lane, place: int, left: float, top: float) -> float:
        look = self.look
        if place >= len(lane.cells) or not lane.cells[place]:
            return top
        tile = float(look.px(TILE))
        top += look.px(6)
        self.places.tiles.append((QRectF(left, top, tile, tile), lane.who))
        begin, end = left + tile + look.px(10), top
        for number, each in enumerate(lane.cells[place]):
            end += look.px(6) if number else 0
            end = self.happening(each, begin, end, self.right - begin)
        return max(end, top + tile)
