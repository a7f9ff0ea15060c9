"""The mixes of drafts and cases one below the other: the same as the map, for reading instead of pointing."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.charts.who import Who, paint_name, paint_tile
from ui.theme.look import Look
from ui.widgets.painting.mix_bar import paint_mix_bar

ROW, TILE, BAR = 58, 24, 22
GAP = 10


@dataclass(frozen=True)
class MixBars:
    """One row each: tile, name and words, and the bar with its parts of 100."""

    everyone: tuple[Who, ...]
    title: str = "The mixes of drafts and cases"
    natural_width: float = 560

    @property
    def text(self) -> str:
        """Everyone's mix in words, a line each."""
        return "\n".join(who.sentence for who in self.everyone)

    def height_for(self, width: float, look: Look) -> float:
        """The height it needs; the width makes no difference."""
        del width
        return float(len(self.everyone) * look.px(ROW))

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw it into a rectangle."""
        paint_mix_bars(painter, rect, self, look)


def paint_mix_bars(painter: QPainter, rect: QRectF, data: MixBars, look: Look) -> None:
    """Each row has its name above its bar, so that long names and long bars both have room."""
    tile, row, bar, gap = look.px(TILE), look.px(ROW), look.px(BAR), look.px(GAP)
    for place, who in enumerate(data.everyone):
        top = rect.top() + place * row
        line = QRectF(rect.left() + tile + gap, top, rect.width() - tile - gap, look.px(24))
        paint_tile(painter, QRectF(rect.left(), top, tile, tile), who, look)
        _paint_line(painter, line, who, look)
        paint_mix_bar(
            painter,
            QRectF(line.left(), line.bottom() + look.px(2), line.width(), bar),
            who.mix,
            look,
            headline=True,
        )


def _paint_line(painter: QPainter, line: QRectF, who: Who, look: Look) -> None:
    """The name, and right of it the words as far as there is room for both."""
    role = "body_strong" if who.is_current else "body"
    name = QFontMetricsF(look.font(role)).horizontalAdvance(who.name) + 2
    words = QFontMetricsF(look.font("secondary")).horizontalAdvance(who.words) + 2
    has_room = name + look.px(16) + words <= line.width()
    paint_name(painter, line, who, look, role=role)
    if has_room:
        painter.setFont(look.font("secondary"))
        painter.setPen(look.colour("muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, who.words)
