"""Where everything of a net table stands, in each of its three forms."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from ui.charts.net_places import (
    APART,
    BAR,
    CELL,
    FEW_HEAD_LINES,
    GOOD_HEAD,
    GOOD_UNIT,
    INSET,
    LARGEST_UNIT,
    LEAST_COLUMN,
    LEAST_MATRIX_COLUMN,
    LEAST_ROW,
    LEAST_UNIT,
    LINE_IS,
    MOST_HEAD_LINES,
    NOT_AT_TABLE,
    ROW_AIR,
    SUB_ROW,
    VALUE_GAP,
    VALUE_PAD,
    WIDEST_MATRIX_COLUMN,
    Arrangement,
    CellPlace,
    RowPlace,
    Written,
    affected_from,
    moved,
    not_at_table,
    placed,
    row_label,
)
from ui.charts.net_table import NetCell, NetColumn, NetTable
from ui.theme.look import Look
from ui.widgets.painting.lines import wrapped


def arrange(table: NetTable, width: float, look: Look) -> Arrangement:
    """The form that fits, laid out."""
    if not table.is_crowd:
        label = min(max(width * 0.25, look.px(164)), look.px(250))
        columns = _bar_columns(table, width - label, look)
        return _in_bars(table, label, width, columns, look) if columns else _stacked(table, width, look)
    return _matrix(table, width, look)


# ---------------------------------------------------------------------------------------------------- bars


@dataclass(frozen=True)
class _Column:
    """A column of bars, from the left of all columns."""

    left: float
    width: float
    line: float


def _bar_columns(table: NetTable, room: float, look: Look) -> tuple[list[_Column], float] | None:
    """Columns of even width if a point is then long enough to be seen, else as wide as each needs to be."""
    extents = [_extent(table, place, look) for place in range(len(table.columns))]
    gap = look.px(APART) if affected_from(table) else 0
    room -= gap + look.px(INSET)
    even = room / max(len(extents), 1)
    unit = min((each.unit_in(even) for each in extents), default=0.0)
    if unit >= look.px(GOOD_UNIT) and all(each.least <= even for each in extents):
        widths = [even] * len(extents)
    else:
        unit = _largest_unit(extents, room, look)
        if unit < look.px(LEAST_UNIT):
            extents = [replace(each, least=each.narrowest) for each in extents]
            unit = _largest_unit(extents, room, look)
        if unit < look.px(LEAST_UNIT):
            return None
        widths = [each.width_at(unit) for each in extents]
        spare = (room - sum(widths)) / max(len(widths), 1)
        widths = [width + spare for width in widths]
    unit = min(unit, look.px(LARGEST_UNIT))
    columns, left = [], 0.0
    for place, (extent, width) in enumerate(zip(extents, widths, strict=True)):
        if place and place == affected_from(table):
            left += gap
        columns.append(_Column(left, width, left + look.px(8) + extent.below * unit))
        left += width
    return columns, unit


@dataclass(frozen=True)
class _Extent:
    """How far a column reaches below and above the line, in points; and what stands beside the bars."""

    below: float
    ends: tuple[tuple[float, float], ...]
    """For each cell the end of its bar above the line, in points, and the room its value takes in pixels."""
    least: float
    narrowest: float
    """With room for the longest word of the name alone."""
    aside: float

    def width_at(self, unit: float) -> float:
        """How wide it is when a point is so long."""
        above = max((end * unit + value for end, value in self.ends), default=0.0)
        return max(self.least, self.aside + self.below * unit + above)

    def unit_in(self, width: float) -> float:
        """How long a point may be in this width."""
        units = [
            (width - self.aside - value) / (self.below + end)
            for end, value in self.ends
            if self.below + end > 0
        ]
        return min(units, default=1e6)


def _extent(table: NetTable, place: int, look: Look) -> _Extent:
    figures = QFontMetricsF(look.font("figure"))
    heads = QFontMetricsF(look.font("section"))
    cells = [row.cells[place] for row in table.rows]
    name = table.columns[place].name
    longest = max((heads.horizontalAdvance(word) for word in name.split()), default=0.0) + look.px(12)
    few = math.ceil(heads.horizontalAdvance(name) / FEW_HEAD_LINES) + look.px(24)
    return _Extent(
        below=max((-cell.low for cell in cells if cell.low < 0), default=0.0),
        ends=tuple(
            (
                max(cell.high, 0.0),
                look.px(VALUE_GAP + VALUE_PAD) + figures.horizontalAdvance(cell.text),
            )
            for cell in cells
        ),
        least=max(longest, min(few, look.px(GOOD_HEAD)), look.px(LEAST_COLUMN)),
        narrowest=max(longest, look.px(LEAST_COLUMN)),
        aside=look.px(8),
    )


def _largest_unit(extents: Sequence[_Extent], room: float, look: Look) -> float:
    low, high = 0.0, float(look.px(LARGEST_UNIT))
    if sum(each.width_at(0.0) for each in extents) > room:
        return 0.0
    for _ in range(24):
        unit = (low + high) / 2
        if sum(each.width_at(unit) for each in extents) <= room:
            low = unit
        else:
            high = unit
    return low


def _in_bars(
    table: NetTable, label: float, width: float, found: tuple[list[_Column], float], look: Look
) -> Arrangement:
    columns, unit = found
    written: list[Written] = []
    heads = [_head_of(column, place, look) for column, place in zip(table.columns, columns, strict=True)]
    step, caption = look.line_height("section"), look.line_height("citation")
    group = caption + look.px(2) if affected_from(table) else 0
    head_height = max((len(lines) for _, lines in heads), default=0) * step
    bottom = group + head_height
    for left, lines in heads:
        above = bottom - len(lines) * step
        written += [
            Written(QRectF(label + left, above + n * step, width, step), line, "section", "text")
            for n, line in enumerate(lines)
        ]
    if columns:
        first = QRectF(label + heads[0][0], bottom, width, caption)
        written.append(Written(first, LINE_IS, "citation", "muted"))
    divider = None
    rows: list[RowPlace] = []
    begin = top = float(bottom + caption + look.px(6))
    for row in table.rows:
        words, mark, height = row_label(row, label - look.px(INSET + 8), look)
        height = max(height + look.px(2 * ROW_AIR), float(look.px(LEAST_ROW)))
        place = placed(words, mark, top, height, label, width, look)
        middle = top + height / 2
        cells = {
            at: CellPlace(
                QRectF(label + column.left, middle - look.px(14), column.width, look.px(28)),
                label + column.line,
                unit,
            )
            for at, column in enumerate(columns)
        }
        rows.append(RowPlace(place.band, place.label, place.mark, place.written, cells))
        top += height
    if at := affected_from(table):
        left = label + columns[at].left
        divider = (left - look.px(APART) / 2, float(caption), top)
        written.append(not_at_table(left + 2, width, caption, look))
    upright = tuple((label + column.line, begin - look.px(4), top + look.px(2)) for column in columns)
    return Arrangement(
        "bars", tuple(written), tuple(rows), upright, divider, top + look.px(4), range(len(columns))
    )


def _head_of(column: NetColumn, place: _Column, look: Look) -> tuple[float, tuple[str, ...]]:
    """Above its line if it fits there in a few lines, else from the left of its column on."""
    font = look.font("section")
    beside = place.line - look.px(6)
    room = place.left + place.width - beside - look.px(8)
    whole = place.width - look.px(8)
    longest = max((QFontMetricsF(font).horizontalAdvance(word) for word in column.name.split()), default=0.0)
    if longest <= room:
        lines = wrapped(column.name, font, room, MOST_HEAD_LINES)
        if len(lines) <= max(2, len(wrapped(column.name, font, whole, MOST_HEAD_LINES))):
            return beside, lines
    return place.left + look.px(2), wrapped(column.name, font, whole, MOST_HEAD_LINES)


# -------------------------------------------------------------------------------------------------- stacked


def _stacked(table: NetTable, width: float, look: Look) -> Arrangement:
    """Parties one below the other in each scenario, all around one line."""
    names = width * 0.4
    figures = QFontMetricsF(look.font("figure"))
    cells = [cell for row in table.rows for cell in row.cells]
    below = max((-cell.low for cell in cells if cell.low < 0), default=0.0)
    above = max((cell.high for cell in cells if cell.high > 0), default=0.0)
    value = max((figures.horizontalAdvance(cell.text) for cell in cells), default=0.0)
    room = width - names - value - look.px(VALUE_GAP + INSET + 8)
    unit = min(room / max(below + above, 1.0), look.px(LARGEST_UNIT))
    line = names + look.px(4) + below * unit
    caption = look.line_height("citation")
    written = [_caption(line, width, caption, look)]
    begin = top = float(caption + look.px(4))
    rows: list[RowPlace] = []
    for row in table.rows:
        words, mark, height = row_label(row, width - look.px(2 * INSET), look)
        band_top = top
        label = QRectF(0, top, width, height + look.px(2 * 8))
        words = tuple(moved(each, look.px(INSET), top + look.px(8)) for each in words)
        mark = mark.translated(look.px(INSET), top + look.px(8))
        top = label.bottom()
        places, names_written = {}, []
        for at, column in enumerate(table.columns):
            said = column.name if column.is_party else f"{column.name} ({NOT_AT_TABLE.lower()})"
            step = look.line_height("secondary")
            lines = wrapped(said, look.font("secondary"), names - look.px(INSET + 8), MOST_HEAD_LINES)
            high = max(len(lines) * step + look.px(6), look.px(SUB_ROW))
            first = top + (high - len(lines) * step) / 2
            names_written += [
                Written(QRectF(look.px(INSET), first + n * step, names, step), each, "secondary", "text")
                for n, each in enumerate(lines)
            ]
            middle = top + high / 2
            hit = QRectF(names, middle - look.px(13), width - names, look.px(26))
            places[at] = CellPlace(hit, line, unit)
            top += high
        top += look.px(8)
        rows.append(
            RowPlace(
                QRectF(0, band_top, width, top - band_top), label, mark, (*words, *names_written), places
            )
        )
    upright = [(line, begin - look.px(2), begin + look.px(4))]
    upright += [(line, place.label.bottom() - look.px(2), place.band.bottom() - look.px(4)) for place in rows]
    shown = range(len(table.columns))
    return Arrangement("stacked", tuple(written), tuple(rows), tuple(upright), None, top + look.px(2), shown)


def _caption(line: float, width: float, height: float, look: Look) -> Written:
    """What the line stands for, above it, inside the picture."""
    words = QFontMetricsF(look.font("citation")).horizontalAdvance(LINE_IS) + 2
    left = max(0.0, min(line - words / 2, width - words))
    return Written(QRectF(left, 0, words, height), LINE_IS, "citation", "muted")


# --------------------------------------------------------------------------------------------------- matrix


def columns_that_fit(table: NetTable, width: float, look: Look) -> int:
    """How many columns of cells stand side by side."""
    room = width - _matrix_label(width, look)
    return max(1, min(int(room / look.px(LEAST_MATRIX_COLUMN)), len(table.columns)))


def _matrix_label(width: float, look: Look) -> float:
    return float(min(max(width * 0.22, look.px(158)), look.px(230)))


def _matrix(table: NetTable, width: float, look: Look) -> Arrangement:
    label, number = _matrix_label(width, look), columns_that_fit(table, width, look)
    first = max(0, min(table.first, len(table.columns) - number))
    shown = range(first, first + number)
    affected = affected_from(table)
    has_gap = affected in shown and affected > first
    gap = look.px(APART) if has_gap else 0
    each = min((width - label - gap) / number, look.px(WIDEST_MATRIX_COLUMN))
    lefts = {at: label + (at - first) * each + (gap if has_gap and at >= affected else 0) for at in shown}
    step, caption = look.line_height("key"), look.line_height("citation")
    heads = {
        at: wrapped(table.columns[at].name, look.font("key"), each - look.px(6), MOST_HEAD_LINES)
        for at in shown
    }
    group = caption + look.px(2) if affected else 0
    bottom = group + max((len(lines) for lines in heads.values()), default=0) * step
    written = []
    for at, lines in heads.items():
        for n, line in enumerate(lines):
            place_ = QRectF(lefts[at], bottom - (len(lines) - n) * step, each, step)
            written.append(Written(place_, line, "key", "text", is_centred=True))
    top = float(bottom + look.px(8))
    rows: list[RowPlace] = []
    for row in table.rows:
        words, mark, height = row_label(row, label - look.px(INSET + 8), look)
        height = max(height + look.px(2 * 10), float(look.px(LEAST_ROW)))
        place = placed(words, mark, top, height, label, width, look)
        middle = top + (height - look.px(CELL)) / 2
        cells = {
            at: CellPlace(QRectF(lefts[at] + look.px(3), middle, each - look.px(6), look.px(CELL)))
            for at in shown
        }
        rows.append(RowPlace(place.band, place.label, place.mark, place.written, cells))
        top += height
    divider = None
    outside = [at for at in shown if affected and at >= affected]
    if outside:
        left = lefts[outside[0]]
        if has_gap:
            divider = (left - gap / 2, float(caption), top)
        written.append(not_at_table(left, width, caption, look))
    return Arrangement("matrix", tuple(written), tuple(rows), (), divider, top + look.px(4), shown)


# ------------------------------------------------------------------------------------------------ the label


def bar_of(cell: NetCell, place: CellPlace, look: Look) -> QRectF:
    """From the line to the net value, or from its low to its high; what is not 0 can always be seen."""
    low, high = (cell.low, cell.high) if cell.is_open else (min(cell.low, 0.0), max(cell.high, 0.0))
    left, right = place.line + low * place.unit, place.line + high * place.unit
    thin = look.px(3)
    if right - left < thin and low != high:
        left, right = (right - thin, right) if low < 0 and not high else (left, left + thin)
    height = look.px(BAR)
    return QRectF(left, place.rect.center().y() - height / 2, right - left, height)
