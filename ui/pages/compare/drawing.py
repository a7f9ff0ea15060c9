"""The lines as ink on paper: painted from what `lines` made and `measures` measured."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.pages.compare.lines import Cell, Kind, Line
from ui.pages.compare.measures import (
    ABOVE_BELOW,
    BAR,
    BAR_GAP,
    BOX,
    INSET,
    MARK_INDENT,
    NAME_INDENT,
    TILE,
    TITLE_ROLES,
    ColumnHead,
    Names,
    Widths,
    figure_in_lines,
    name_width,
    title_width,
)
from ui.tables.wrapped_words import lines_of, paint_dots_under, paint_words
from ui.theme.look import look
from ui.widgets.painting import (
    case_letters,
    paint_case_tile,
    paint_draft_tile,
    paint_shared_bar,
    round_rect,
)

BAND_INSET = 2
BAND_RADIUS = 10
SETTLED = frozenset({"yes", "worked", "tried"})


def paint_band(painter: QPainter, rect: QRectF) -> None:
    """The sunken ground of the column that the others are compared with."""
    here = look()
    band = rect.adjusted(here.px(BAND_INSET), 0, -here.px(BAND_INSET), 0)
    round_rect(painter, band, here.px(BAND_RADIUS), here.colour("sunken"), here.colour("sunken_edge"))


def paint_hairline(painter: QPainter, left: float, right: float, y: float) -> None:
    """Between two lines."""
    painter.setPen(QPen(look().colour("hair"), 1))
    painter.drawLine(QPointF(left, y + 0.5), QPointF(right, y + 0.5))


def paint_title(painter: QPainter, rect: QRectF, line: Line) -> None:
    """The title at the left; with a sign behind it where there is something to open."""
    px = look().px
    role, ink = TITLE_ROLES[line.kind]
    width = title_width(line, int(rect.width()))
    corner = QPointF(rect.left(), rect.top() + px(ABOVE_BELOW[line.kind][0]))
    if not line.title:
        return
    paint_words(painter, corner, line.title, role=role, width=width, ink=ink)
    is_choice = line.kind is Kind.WORDS
    if not line.opens and not is_choice:
        return
    broken = lines_of(line.title, role, width)
    height = look().line_height(role)
    side = px(14)
    left = corner.x() + QFontMetricsF(look().font(role)).horizontalAdvance(broken[-1]) + px(5)
    top = corner.y() + (len(broken) - 1) * height + (height - side) / 2
    name = "chevron-down" if line.is_open or is_choice else "chevron-right"
    look().paint_icon(painter, QRectF(left, top, side, side), name, "muted")


def paint_sentence(painter: QPainter, top: float, line: Line, across: Widths) -> None:
    """A sentence that runs across the columns and stays where they move."""
    corner = QPointF(across.text_left, top + look().px(ABOVE_BELOW[line.kind][0]))
    _paint_secondary(painter, corner, line.text, across.text)


def paint_cell(  # noqa: PLR0913 - what, where, how
    painter: QPainter, rect: QRectF, line: Line, place: int, *, head: ColumnHead, names: Names
) -> None:
    """What stands in one cell; `names` says how the heads of all columns are set. The anchor stands first."""
    px = look().px
    cell = line.cells[place]
    inner = rect.adjusted(px(INSET), px(ABOVE_BELOW[line.kind][0]), -px(INSET), 0)
    match line.kind:
        case Kind.HEAD:
            _paint_head(painter, inner, cell, head, names, is_anchor=not place)
        case Kind.NEAREST:
            width = inner.width()
            paint_words(painter, inner.topLeft(), cell.words, role="label", width=width, ink="muted")
            if cell.why is not None:
                paint_dots_under(painter, inner.topLeft(), cell.words, role="label", width=width)
        case Kind.DIMENSION:
            _paint_position(painter, inner, cell)
        case Kind.TRAIT:
            _paint_mark(painter, inner, line, cell)
        case _:
            _paint_secondary(painter, inner.topLeft(), cell.words, inner.width(), "muted")


def paint_head_tile(painter: QPainter, rect: QRectF, head: ColumnHead, *, is_anchor: bool) -> None:
    """The tile of a draft or case."""
    if head.letter is None:
        paint_case_tile(painter, rect, head.id, look(), case_letters(head.name))
    else:
        paint_draft_tile(painter, rect, head.letter, look(), "current" if is_anchor else "other")


def _paint_head(  # noqa: PLR0913 - what, where, how
    painter: QPainter, inner: QRectF, cell: Cell, head: ColumnHead, names: Names, *, is_anchor: bool
) -> None:
    px = look().px
    tile = QRectF(inner.left(), inner.top(), px(TILE), px(TILE))
    paint_head_tile(painter, tile, head, is_anchor=is_anchor)
    width = name_width(int(inner.width()), is_anchor=is_anchor)
    corner = QPointF(inner.left() + px(NAME_INDENT), inner.top() + px(1))
    paint_words(painter, corner, head.name, role=names.role, width=width)
    below = QPointF(inner.left(), inner.top() + names.height)
    if cell.why is None:
        _paint_secondary(painter, below, cell.words, inner.width(), "muted")
        return
    words = figure_in_lines(cell.words, names)
    paint_words(painter, below, words, role="figure", width=inner.width())
    paint_dots_under(painter, below, words, role="figure", width=inner.width())


def _paint_position(painter: QPainter, inner: QRectF, cell: Cell) -> None:
    px = look().px
    bar = QRectF(inner.left(), inner.top(), inner.width(), px(BAR))
    paint_shared_bar(painter, bar, cell.shares, cell.shared_with, look())
    below = QPointF(inner.left(), bar.bottom() + px(BAR_GAP))
    ink = "muted" if cell.shares is None else "text"
    _paint_secondary(painter, below, cell.words, inner.width(), ink)


def _paint_mark(painter: QPainter, inner: QRectF, line: Line, cell: Cell) -> None:
    if not cell.mark:
        return
    here = look()
    px = here.px
    line_height = here.line_height("secondary")
    box = QRectF(inner.left(), inner.top() + (line_height - px(BOX)) / 2, px(BOX), px(BOX))
    _paint_box(painter, box, cell)
    corner = QPointF(inner.left() + px(MARK_INDENT), inner.top())
    width = inner.width() - px(MARK_INDENT)
    below = _paint_secondary(painter, corner, cell.mark, width)
    if line.is_open:
        y = inner.top() + below
        for text in cell.details:
            y += px(4)
            place = QPointF(inner.left(), y)
            y += paint_words(painter, place, text, role="citation", width=inner.width(), ink="muted")


def _paint_box(painter: QPainter, box: QRectF, cell: Cell) -> None:
    """Solid: the anchor has it too. A tick: it is so; a dot: it is meant to be; a cross: it failed."""
    here = look()
    fill, sign = ("accent", "on_accent") if cell.is_shared else ("surface", "text")
    edge = here.colour("accent" if cell.is_shared else "edge")
    round_rect(painter, box, box.height() / 2, here.colour(fill), edge, max(1.25, 1.25 * here.scale))
    marks = {mark.strip().lower() for mark in cell.mark.split(",")}
    aside = box.width() * 0.18
    mid = box.adjusted(aside, aside, -aside, -aside)
    if marks & SETTLED:
        here.paint_icon(painter, mid, "check", sign, stroke=3.5)
    elif marks == {"failed"}:
        here.paint_icon(painter, mid, "x", sign, stroke=3.5)
    else:
        radius = box.width() * 0.16
        painter.setPen(QPen(here.colour(sign), 0))
        painter.setBrush(here.colour(sign))
        painter.drawEllipse(box.center(), radius, radius)


def _paint_secondary(painter: QPainter, corner: QPointF, words: str, width: float, ink: str = "text") -> int:
    return paint_words(painter, corner, words, role="secondary", width=width, ink=ink)
