"""How alike one draft is to each case: words first, then a bar of ink, because likeness is arithmetic."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.charts.who import Who, paint_name, paint_tile
from ui.theme.look import Look
from ui.widgets.painting.mix_bar import paint_not_placed
from ui.widgets.painting.shapes import round_rect

ROW, HIGH_ROW, TILE, BAR = 52, 74, 24, 10
GAP = 10


@dataclass(frozen=True)
class Likeness:
    """A case, and how alike it is (0-1; None when the two cannot be compared), in words."""

    who: Who
    share: float | None
    words: str


@dataclass(frozen=True)
class Similarities:
    """A draft against each case, in the order of the cases."""

    draft: Who
    likenesses: tuple[Likeness, ...]
    natural_width: float = 480

    @property
    def title(self) -> str:
        """Whose likeness it is."""
        return f"How alike {self.draft.name} and the cases are"

    @property
    def text(self) -> str:
        """Each case in words."""
        return "\n".join(f"{each.who.called}: {each.words}." for each in self.likenesses)

    def height_for(self, width: float, look: Look) -> float:
        """The height it needs: in a narrow place name and words stand on two lines."""
        return float(len(self.likenesses) * _row_height(self, width, look))

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw it into a rectangle."""
        paint_similarities(painter, rect, self, look)


def paint_similarities(painter: QPainter, rect: QRectF, data: Similarities, look: Look) -> None:
    """One row a case: tile, name, words, bar."""
    height = _row_height(data, rect.width(), look)
    for place, each in enumerate(data.likenesses):
        top = rect.top() + place * height
        _paint_row(painter, QRectF(rect.left(), top, rect.width(), height), each, look)


def _row_height(data: Similarities, width: float, look: Look) -> int:
    room = width - look.px(TILE + GAP)
    fits = all(_name_width(each, look) + _words_width(each, look) <= room for each in data.likenesses)
    return look.px(ROW if fits else HIGH_ROW)


def _name_width(each: Likeness, look: Look) -> float:
    return QFontMetricsF(look.font("body")).horizontalAdvance(each.who.name) + 2 + look.px(2 * GAP)


def _words_width(each: Likeness, look: Look) -> float:
    return QFontMetricsF(look.font("figure")).horizontalAdvance(each.words) + 2


def _paint_row(painter: QPainter, row: QRectF, each: Likeness, look: Look) -> None:
    tile, gap = look.px(TILE), look.px(GAP)
    is_high = row.height() > look.px(ROW)
    paint_tile(painter, QRectF(row.left(), row.top(), tile, tile), each.who, look)
    line = QRectF(row.left() + tile + gap, row.top(), row.width() - tile - gap, tile)
    words = line.translated(0, look.px(HIGH_ROW - ROW)) if is_high else line
    paint_name(painter, line, each.who, look)
    painter.setFont(look.font("figure"))
    painter.setPen(look.colour("muted" if each.share is None else "text"))
    side = Qt.AlignmentFlag.AlignLeft if is_high else Qt.AlignmentFlag.AlignRight
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | side, each.words)
    bar = QRectF(line.left(), words.bottom() + look.px(3), line.width(), look.px(BAR))
    if each.share is None:
        paint_not_placed(painter, bar, look)
        return
    radius = bar.height() / 2
    round_rect(painter, bar, radius, look.colour("sunken"), look.colour("edge"))
    if each.share > 0:
        filled = QRectF(bar.left(), bar.top(), max(bar.width() * each.share, bar.height()), bar.height())
        round_rect(painter, filled, radius, look.colour("text"))
