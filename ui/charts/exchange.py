"""Who gives and who gets what: parties down, kinds of good across; a word in every cell that is not empty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.charts.spots import Spot
from ui.theme.look import Look
from ui.widgets.painting.lines import paint_lines, wrapped
from ui.widgets.painting.shapes import round_rect

Way = Literal["gives", "gets"]

LEAST_LABEL, WIDEST_LABEL = 150, 260
PILL, PILL_GAP, ROW_AIR, LEAST_ROW = 24, 4, 10, 48
ICON = 14
LEAST_COLUMN = 74
MOST_LINES = 5
ONLY_GIVES = "only gives"


@dataclass(frozen=True)
class ExchangeRow:
    """A stakeholder: by kind of good whether it gives, gets or both. `only_gives`: a party without return."""

    key: str
    said: str
    name: str
    cells: tuple[tuple[Way, ...], ...]
    only_gives: bool = False


@dataclass(frozen=True)
class Exchange:
    """The ledger of one scenario."""

    kinds: tuple[str, ...]
    rows: tuple[ExchangeRow, ...]
    scenario: str = ""
    natural_width: float = 860

    @property
    def title(self) -> str:
        """Whose ledger it is."""
        return f"Who gives, who gets: {self.scenario}"

    @property
    def text(self) -> str:
        """Everyone in words."""
        return "\n".join(row.said for row in self.rows)

    def height_for(self, width: float, look: Look) -> float:
        """The height it needs at a width."""
        places = list(_rows(self, QRectF(0, 0, width, 0), look))
        return places[-1].rect.bottom() + 1 if places else 0.0

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw it into a rectangle."""
        paint_exchange(painter, rect, self, look)

    def spots(self, rect: QRectF, look: Look) -> Sequence[Spot]:
        """Every row."""
        return [
            Spot(each.row.key, each.rect.adjusted(2, 3, -2, -3), each.row.said)
            for each in _rows(self, rect, look)
        ]


@dataclass(frozen=True)
class _Place:
    row: ExchangeRow
    rect: QRectF
    name: QRectF
    cells: tuple[QRectF, ...]


def fits(data: Exchange, width: float, look: Look) -> bool:
    """Whether the columns are wide enough for their words."""
    _, each = _columns(data, width, look)
    pill = QFontMetricsF(look.font("key")).horizontalAdvance("gives") + look.px(ICON + 18)
    heads = QFontMetricsF(look.font("key"))
    words = [word for kind in data.kinds for word in kind.split()]
    longest = max((heads.horizontalAdvance(word) for word in words), default=0.0)
    return each >= max(pill + look.px(6), longest + look.px(8), look.px(LEAST_COLUMN))


def _columns(data: Exchange, width: float, look: Look) -> tuple[float, float]:
    label = min(max(width * 0.26, look.px(LEAST_LABEL)), look.px(WIDEST_LABEL))
    return label, (width - label) / max(len(data.kinds), 1)


def _head_height(data: Exchange, width: float, look: Look) -> float:
    _, each = _columns(data, width, look)
    font, room = look.font("key"), each - look.px(8)
    lines = max((len(wrapped(kind, font, room, MOST_LINES)) for kind in data.kinds), default=1)
    return float(lines * look.line_height("key") + look.px(8))


def _rows(data: Exchange, rect: QRectF, look: Look) -> Iterator[_Place]:
    label, each = _columns(data, rect.width(), look)
    top = rect.top() + _head_height(data, rect.width(), look)
    for row in data.rows:
        lines = wrapped(row.name, look.font("row_title"), label - look.px(12), MOST_LINES)
        high = len(lines) * look.line_height("row_title")
        if row.only_gives:
            high += look.px(20)
        most = max((len(cell) for cell in row.cells), default=1)
        pills = most * look.px(PILL) + max(most - 1, 0) * look.px(PILL_GAP)
        height = max(high, pills, look.px(LEAST_ROW - 2 * ROW_AIR)) + look.px(2 * ROW_AIR)
        whole = QRectF(rect.left(), top, rect.width(), height)
        name = QRectF(rect.left(), whole.center().y() - high / 2, label - look.px(12), high)
        cells = tuple(
            QRectF(rect.left() + label + at * each, top, each, height) for at in range(len(data.kinds))
        )
        yield _Place(row, whole, name, cells)
        top += height


def paint_exchange(painter: QPainter, rect: QRectF, data: Exchange, look: Look) -> None:
    """The kinds, then a row for each stakeholder."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    label, each = _columns(data, rect.width(), look)
    head = _head_height(data, rect.width(), look)
    font, step = look.font("key"), look.line_height("key")
    painter.setPen(look.colour("muted"))
    for at, kind in enumerate(data.kinds):
        lines = wrapped(kind, font, each - look.px(8), MOST_LINES)
        top = rect.top() + head - look.px(8) - len(lines) * step
        paint_lines(painter, QRectF(rect.left() + label + at * each, top, each, 0), lines, font, step)
    for place in _rows(data, rect, look):
        painter.setPen(QPen(look.colour("hair"), 1))
        y = round(place.rect.top()) + 0.5
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        _paint_row(painter, place, look)


def _paint_row(painter: QPainter, place: _Place, look: Look) -> None:
    font = look.font("row_title")
    painter.setPen(look.colour("text"))
    lines = wrapped(place.row.name, font, place.name.width(), MOST_LINES)
    end = paint_lines(painter, place.name, lines, font, look.line_height("row_title"))
    if place.row.only_gives:
        size = look.px(ICON)
        mark = QRectF(place.name.left(), end + (look.px(20) - size) / 2, size, size)
        look.paint_icon(painter, mark, "triangle-alert", "loss")
        painter.setFont(look.font("section"))
        painter.setPen(look.colour("loss_ink"))
        words = QRectF(mark.right() + look.px(6), end, place.name.width(), look.px(20))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, ONLY_GIVES)
    for rect, ways in zip(place.cells, place.row.cells, strict=True):
        high = len(ways) * look.px(PILL) + max(len(ways) - 1, 0) * look.px(PILL_GAP)
        top = rect.center().y() - high / 2
        for way in ways:
            _paint_pill(painter, QPointF(rect.left(), top), way, look)
            top += look.px(PILL + PILL_GAP)


def _paint_pill(painter: QPainter, corner: QPointF, way: Way, look: Look) -> None:
    """Getting is filled, giving is outlined; the arrow and the word say the same."""
    font = look.font("key")
    width = QFontMetricsF(font).horizontalAdvance(way) + look.px(ICON + 18)
    pill = QRectF(corner.x(), corner.y(), width, look.px(PILL))
    is_filled = way == "gets"
    radius = pill.height() / 2
    if is_filled:
        round_rect(painter, pill, radius, look.colour("accent"))
    else:
        round_rect(painter, pill, radius, look.colour("surface"), look.colour("edge"), 1.25)
    ink = "on_accent" if is_filled else "text"
    size = look.px(ICON)
    icon = QRectF(pill.left() + look.px(7), pill.center().y() - size / 2, size, size)
    look.paint_icon(painter, icon, "arrow-down" if is_filled else "arrow-up-right", ink, stroke=2.2)
    painter.setFont(font)
    painter.setPen(look.colour(ink))
    words = QRectF(icon.right() + look.px(4), pill.top(), width, pill.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, way)
