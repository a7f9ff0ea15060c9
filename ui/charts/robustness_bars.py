"""How sure it is that nobody loses: the word first, a bar against the four thresholds, then per cents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.charts.spots import Spot
from ui.theme.look import Look
from ui.theme.tokens import RADIUS_BAR
from ui.widgets.painting.lines import paint_lines, wrapped
from ui.widgets.painting.shapes import round_rect

Sureness = Literal["gain", "loss", "unknown"]

BAR, TICK = 16, 26
LEAST_WIDE = 640
"""From here on name, bar, per cent and who might lose stand side by side."""
ROW_AIR = 14
FIGURE, GAP = 74, 14
THRESHOLDS = (0.05, 0.20, 0.80, 0.95)
BANDS = ((0.05, 0.20, "unlikely"), (0.20, 0.80, "open"), (0.80, 0.95, "likely"), (0.95, 1.0, "robust"))
WHO = "Who might lose"
MOST_LINES = 24
NARROWEST_BAND = 0.06


@dataclass(frozen=True)
class SureRow:
    """A scenario: the share of the draws in which nobody loses, as a word and as it is written."""

    key: str
    said: str
    name: str
    word: str
    share: float
    figure: str
    sureness: Sureness
    might_lose: str


@dataclass(frozen=True)
class RobustnessBars:
    """The scenarios in their order."""

    rows: tuple[SureRow, ...]
    title: str = "How sure it is that nobody loses"
    natural_width: float = 900

    @property
    def text(self) -> str:
        """Each scenario in words."""
        return "\n".join(row.said for row in self.rows)

    def height_for(self, width: float, look: Look) -> float:
        """The height it needs at a width."""
        rows = list(_rows(self, QRectF(0, 0, width, 0), look))
        return rows[-1].rect.bottom() + 1 if rows else 0.0

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw it into a rectangle."""
        paint_robustness(painter, rect, self, look)

    def spots(self, rect: QRectF, look: Look) -> Sequence[Spot]:
        """Every row."""
        return [
            Spot(each.row.key, each.rect.adjusted(2, 3, -2, -3), each.row.said)
            for each in _rows(self, rect, look)
        ]


@dataclass(frozen=True)
class _Place:
    """Where a row and its parts stand."""

    row: SureRow
    rect: QRectF
    name: QRectF
    bar: QRectF
    figure: QRectF
    who: QRectF


def _is_wide(width: float, look: Look) -> bool:
    return width >= look.px(LEAST_WIDE)


def _head_height(width: float, look: Look) -> float:
    return float(look.line_height("citation") + look.px(10)) if _is_wide(width, look) else 0.0


def _rows(data: RobustnessBars, rect: QRectF, look: Look) -> Iterator[_Place]:
    top = rect.top() + _head_height(rect.width(), look)
    for row in data.rows:
        place = (_wide if _is_wide(rect.width(), look) else _narrow)(row, rect, top, look)
        yield place
        top = place.rect.bottom()


def _wide(row: SureRow, rect: QRectF, top: float, look: Look) -> _Place:
    gap, figure = look.px(GAP), look.px(FIGURE)
    name = rect.width() * 0.24
    who = rect.width() * 0.26
    bar = rect.width() - name - who - figure - 3 * gap
    label = _label_height(row, name, look)
    said = _height(row.might_lose, "secondary", who, look)
    height = max(label, said, look.px(TICK)) + 2 * look.px(ROW_AIR)
    whole = QRectF(rect.left(), top, rect.width(), height)
    middle = whole.center().y()
    left = rect.left() + name + gap
    return _Place(
        row,
        whole,
        QRectF(rect.left(), middle - label / 2, name, label),
        QRectF(left, middle - look.px(BAR) / 2, bar, look.px(BAR)),
        QRectF(left + bar + gap, middle - look.px(12), figure, look.px(24)),
        QRectF(rect.right() - who, middle - said / 2, who, said),
    )


def _narrow(row: SureRow, rect: QRectF, top: float, look: Look) -> _Place:
    """Name and word, the bar with its figure, who might lose: below one another."""
    label = _label_height(row, rect.width(), look)
    figure, gap = look.px(FIGURE), look.px(GAP)
    name = QRectF(rect.left(), top + look.px(10), rect.width(), label)
    line = QRectF(rect.left(), name.bottom() + look.px(4), rect.width(), look.px(TICK))
    bar = QRectF(line.left(), line.center().y() - look.px(BAR) / 2, line.width() - figure - gap, look.px(BAR))
    words = f"{WHO}: {row.might_lose}"
    said = _height(words, "secondary", rect.width(), look)
    who = QRectF(rect.left(), line.bottom() + look.px(4), rect.width(), said)
    whole = QRectF(rect.left(), top, rect.width(), who.bottom() + look.px(12) - top)
    return _Place(row, whole, name, bar, QRectF(bar.right() + gap, line.top(), figure, line.height()), who)


def _label_height(row: SureRow, width: float, look: Look) -> float:
    name = _height(row.name, "row_title", width, look)
    return name + _height(row.word, "section", width, look) + look.px(2)


def _height(words: str, role: str, width: float, look: Look) -> float:
    return float(len(wrapped(words, look.font(role), width, MOST_LINES)) * look.line_height(role))


def paint_robustness(painter: QPainter, rect: QRectF, data: RobustnessBars, look: Look) -> None:
    """The heads of the bands, then a row each."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    places = list(_rows(data, rect, look))
    if places and _is_wide(rect.width(), look):
        _paint_head(painter, places[0], rect.top(), look)
    for number, place in enumerate(places):
        if number or _is_wide(rect.width(), look):
            painter.setPen(QPen(look.colour("hair"), 1))
            y = round(place.rect.top()) + 0.5
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        _paint_row(painter, place, look, is_wide=_is_wide(rect.width(), look))


def _paint_head(painter: QPainter, first: _Place, top: float, look: Look) -> None:
    """What each part of the bar is called, as far as there is room for the word."""
    font, high = look.font("citation"), look.line_height("citation")
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(look.colour("muted"))
    taken = first.bar.left() - 1
    for low, end, word in BANDS:
        width = metrics.horizontalAdvance(word)
        begin = first.bar.left() + low * first.bar.width()
        room = (end - low) * first.bar.width()
        left = begin if end - low <= NARROWEST_BAND else begin + (room - width) / 2
        if left >= taken:
            painter.drawText(QRectF(left, top, width + 2, high), Qt.AlignmentFlag.AlignVCenter, word)
            taken = left + width + look.px(6)
    who = QRectF(first.who.left(), top, first.who.width(), high)
    painter.drawText(who, Qt.AlignmentFlag.AlignVCenter, WHO)


def _paint_row(painter: QPainter, place: _Place, look: Look, *, is_wide: bool) -> None:
    row = place.row
    painter.setPen(look.colour("text"))
    font = look.font("row_title")
    lines = wrapped(row.name, font, place.name.width(), MOST_LINES)
    end = paint_lines(painter, place.name, lines, font, look.line_height("row_title"))
    painter.setPen(look.colour(f"{row.sureness}_ink"))
    font = look.font("section")
    below = QRectF(place.name.left(), end + look.px(2), place.name.width(), 0)
    lines = wrapped(row.word, font, below.width(), MOST_LINES)
    paint_lines(painter, below, lines, font, look.line_height("section"))
    _paint_bar(painter, place.bar, row, look)
    painter.setFont(look.font("figure"))
    painter.setPen(look.colour("text"))
    painter.drawText(place.figure, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, row.figure)
    words = row.might_lose if is_wide else f"{WHO}: {row.might_lose}"
    font = look.font("secondary")
    painter.setPen(look.colour("text" if is_wide else "muted"))
    lines = wrapped(words, font, place.who.width(), MOST_LINES)
    paint_lines(painter, place.who, lines, font, look.line_height("secondary"))


def _paint_bar(painter: QPainter, bar: QRectF, row: SureRow, look: Look) -> None:
    """The track, the share, and the thresholds across both."""
    radius = look.px(RADIUS_BAR)
    round_rect(painter, bar, radius, look.colour("sunken"), look.colour("edge"))
    if row.share > 0:
        filled = QRectF(bar.left(), bar.top(), max(bar.width() * row.share, look.px(4)), bar.height())
        round_rect(painter, filled, radius, look.colour(row.sureness))
    reach = (look.px(TICK) - bar.height()) / 2
    for threshold in THRESHOLDS:
        x = round(bar.left() + threshold * bar.width()) + 0.5
        is_on_fill = threshold < row.share
        painter.setPen(QPen(look.colour("text"), 1))
        painter.drawLine(QPointF(x, bar.top() - reach), QPointF(x, bar.top()))
        painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + reach))
        painter.setPen(QPen(look.colour(f"{row.sureness}_on" if is_on_fill else "edge"), 1))
        painter.drawLine(QPointF(x, bar.top() + 1), QPointF(x, bar.bottom() - 1))
