"""Painting the lines of the grid."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.effects import INKS
from ui.pages.scores.lines import Column, Line
from ui.pages.scores.measures import (
    ABOVE_PARTY,
    CELL_GAP,
    INDENT,
    PADDING,
    ROW_GAP,
    Widths,
    note_fits,
    said_lines,
    title_height,
    title_room,
)
from ui.tables.wrapped_words import height_of, lines_of, paint_dots_under, paint_words
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CELL
from ui.widgets.painting.score_cell import paint_pills, paint_score_cell, paint_unscored_cell
from ui.widgets.painting.shapes import round_rect
from workbook.analysis.win_win.in_short import InShort

ICON = 16
BESIDE_PILLS = 8


def score_rect(rect: QRect) -> QRect:
    """The coloured part of a cell: there is paper between cells."""
    px = look().px
    return rect.adjusted(px(CELL_GAP), px(ROW_GAP), -px(CELL_GAP), -px(ROW_GAP))


def paint_score(painter: QPainter, rect: QRectF, *, words: str, effect: int | None) -> None:
    """A score, or that there is none."""
    if effect is None:
        paint_unscored_cell(painter, rect, look(), words)
    else:
        paint_score_cell(painter, rect, words, effect, look())


def paint_party(painter: QPainter, rect: QRectF, line: Line, width: int) -> None:
    """Icon, name and standing over the frozen columns, with a line below through all of them."""
    here, px = look(), look().px
    top = rect.top() + px(ABOVE_PARTY)
    step = here.line_height("row_title")
    icon = QRectF(rect.left(), top + (step - px(ICON)) / 2, px(ICON), px(ICON))
    here.paint_icon(painter, icon, line.icon, "text")
    left, room = rect.left() + px(INDENT), rect.width() - px(INDENT + PADDING)
    used = paint_words(painter, QPointF(left, top), line.title, role="row_title", width=room)
    if line.note:
        at = QPointF(left, top + used)
        paint_words(painter, at, line.note, role="citation", width=room, ink="muted")
    painter.setPen(QPen(here.colour("edge"), 1))
    y = round(rect.bottom()) - 1.5
    painter.drawLine(QPointF(rect.left(), y), QPointF(width, y))


def paint_verdict(painter: QPainter, rect: QRectF, *, verdict: InShort, is_hovered: bool) -> None:
    """What a party comes to, over its column."""
    here = look()
    if is_hovered:
        ground = rect.adjusted(here.px(3), here.px(ABOVE_PARTY - 4), -here.px(3), -here.px(4))
        round_rect(painter, ground, here.px(RADIUS_CELL), here.colour("hover"))
    lines = lines_of(verdict.sized, "key", rect.width() - here.px(4))
    step = here.line_height("key")
    top = rect.top() + here.px(ABOVE_PARTY) + (here.line_height("row_title") - step) / 2
    metrics = QFontMetricsF(here.font("key"))
    for number, words in enumerate(lines):
        wide = metrics.horizontalAdvance(words)
        at = QPointF(rect.center().x() - wide / 2, top + number * step)
        paint_words(painter, at, words, role="key", width=wide + 2, ink=INKS[verdict.effect])
        paint_dots_under(painter, at, words, role="key", width=wide + 2)


def paint_interest_and_weight(
    painter: QPainter, rect: QRectF, *, line: Line, across: Widths, is_current: bool
) -> None:
    """All that stands before the scores of an interest."""
    titles = QRectF(rect.left(), rect.top(), across.titles, rect.height())
    paint_interest(painter, titles, line, across, is_current=is_current)
    paint_weight(painter, rect.adjusted(across.titles, 0, 0, 0), line, across)


def paint_interest(painter: QPainter, rect: QRectF, line: Line, across: Widths, *, is_current: bool) -> None:
    """The words of an interest and its kind; marked when a cell of its row is in hand."""
    here, px = look(), look().px
    if is_current:
        ground = rect.adjusted(px(INDENT - PADDING), px(ROW_GAP), -px(CELL_GAP), -px(ROW_GAP))
        round_rect(painter, ground, px(RADIUS_CELL), here.colour("sunken"), here.colour("sunken_edge"))
    role = "body_strong" if is_current else "body"
    room = title_room(across)
    left = rect.left() + px(INDENT)
    top = rect.top() + (rect.height() - title_height(line, across)) / 2
    lines = lines_of(line.title, "body_strong", room)
    step = here.line_height(role)
    for number, words in enumerate(lines):
        paint_words(painter, QPointF(left, top + number * step), words, role=role, width=room + px(4))
    last = QFontMetricsF(here.font(role)).horizontalAdvance(lines[-1]) + px(PADDING)
    beside = note_fits(line, across)
    down = (len(lines) - 1 if beside else len(lines)) * step
    nudge = (step - here.line_height("citation")) / 2 + px(1)
    at = QPointF(left + (last if beside else 0), top + down + nudge)
    paint_words(painter, at, line.note, role="citation", width=room, ink="muted")


def paint_weight(painter: QPainter, rect: QRectF, line: Line, across: Widths) -> None:
    """Pills for a glance, words for the exact share."""
    here, px = look(), look().px
    left, middle = rect.left() + px(4), rect.center().y()
    if across.has_pills:
        left += paint_pills(painter, QPointF(left, middle), line.weight, here) + px(BESIDE_PILLS)
    room = rect.right() - left
    high = height_of(line.share, "citation", room)
    at = QPointF(left, middle - high / 2)
    paint_words(painter, at, line.share, role="citation", width=room, ink="muted")


def paint_corner(painter: QPainter, rect: QRectF, across: Widths, bottom: float) -> None:
    """What the frozen columns hold."""
    for words, left, width in (
        ("What each wants or fears", rect.left(), across.titles - look().px(PADDING)),
        ("Matters", rect.left() + across.titles + look().px(4), across.weights),
    ):
        top = bottom - look().px(7) - height_of(words, "citation", width)
        paint_words(painter, QPointF(left, top), words, role="citation", width=width, ink="muted")


def paint_column(
    painter: QPainter, rect: QRectF, column: Column, *, is_current: bool, has_said: bool
) -> None:
    """The name of a scenario and what it is; marked when a cell below it is in hand."""
    here, px = look(), look().px
    if is_current:
        ground = rect.adjusted(px(CELL_GAP), px(2), -px(CELL_GAP), -px(4))
        round_rect(painter, ground, px(RADIUS_CELL), here.colour("sunken"), here.colour("sunken_edge"))
    inner = int(rect.width()) - px(2 * PADDING)
    top = _paint_centred(painter, rect, column.name, "row_title", "text", rect.top() + px(6))
    if has_said:
        for words in said_lines(column, inner):
            top = _paint_centred(painter, rect, words, "citation", "muted", top)


def paint_line_under(painter: QPainter, y: float, width: int) -> None:
    """The line between the names and what stands below them."""
    painter.setPen(QPen(look().colour("edge"), 1))
    painter.drawLine(QPointF(0, y), QPointF(width, y))


def _paint_centred(  # noqa: PLR0913, PLR0917 - what, where, how
    painter: QPainter, rect: QRectF, text: str, role: str, ink: str, top: float
) -> float:
    here = look()
    inner = rect.width() - here.px(2 * PADDING)
    painter.setFont(here.font(role))
    painter.setPen(here.colour(ink))
    for words in lines_of(text, role, inner):
        room = QRectF(rect.left(), top, rect.width(), here.line_height(role))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        top += here.line_height(role)
    return top
