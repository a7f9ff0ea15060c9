"""A sheet being written: a title, paragraphs, tables with set widths and heights, a print set-up.

XlsxWriter reports most mistakes by a return code and leaves the cell out. Here each is an exception.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from exports.report.cell_text import name_text
from exports.report.fitting import TALLEST_ROW, lines
from exports.report.headers import distinct
from exports.report.print_setup import POINTS_OF_A_PIXEL, Paper, pages_wide, set_up
from exports.report.styles import LINE_HEIGHT, SCALE, TINTS, Formats, Style, Tint
from exports.report.values import (
    MOST_LINES,
    Column,
    Empty,
    Formula,
    Link,
    Measured,
    Styled,
    Value,
    in_pieces,
    measured,
    measured_text,
)

if TYPE_CHECKING:
    import datetime as dt

    import xlsxwriter
    import xlsxwriter.chart
    import xlsxwriter.format
    import xlsxwriter.worksheet

READING_WIDTH = 760
"""Pixels a paragraph is laid out over at least, unless a page would end inside it."""

ROW_PADDING = 4
ROW_PIXELS = 20
"""Of a row whose height nobody set."""

FILTER_BUTTON = 16
"""Pixels of a header that the button of its filter covers."""


Area = tuple[int, int, int, int]
"""First row and column, last row and column."""


class NotWritten(Exception):
    """XlsxWriter refused a cell, a table or a setting; the message says where and what."""


@dataclass(frozen=True)
class Place:
    """Where a table came to stand: 0-based rows and columns, header included."""

    sheet: str
    first_row: int
    last_row: int


class Page:
    """Writes one sheet from top to bottom."""

    def __init__(
        self,
        book: "xlsxwriter.Workbook",
        sheet: "xlsxwriter.worksheet.Worksheet",
        formats: Formats,
        table_name: str,
    ) -> None:
        self.book = book
        self.sheet = sheet
        self.name = str(sheet.name)
        self.row = 0
        self.cut: list[str] = []
        """Cells whose text was too long for Excel."""
        self._formats = formats
        self._table_name = table_name
        self._tables = 0
        self._points = 0.0
        self._widths: list[int] = []
        self._tints: dict[Tint, xlsxwriter.format.Format] = {}

    def columns(self, widths: Iterable[int]) -> None:
        """Set the widths in pixels; before anything is written."""
        self._widths = list(widths)
        for column, width in enumerate(self._widths):
            self._done(self.sheet.set_column_pixels(column, column, width), f"the width of column {column}")

    def title(self, text: str, lead: str = "") -> None:
        """The heading of the sheet, and a paragraph that says what it shows."""
        self._height(self.row, 27)
        self._text(self.row, 0, text, "title")
        self.row += 1
        if lead:
            self.paragraph(lead, "lead")

    def paragraph(self, text: str, style: Style = "note") -> None:
        """A text over several columns, below what is there."""
        last, width = self._reading_columns()
        self._height(self.row, lines(text, width, SCALE[style]) * LINE_HEIGHT[style] + ROW_PADDING)
        if last:
            format_ = self._formats[style, False, False]
            self._done(self.sheet.merge_range(self.row, 0, self.row, last, "", format_), "a paragraph")
        self._text(self.row, 0, text, style)
        self.row += 1

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Value]],
        about: str,
        *,
        frozen: int | None = 1,
    ) -> Place:
        """A table below what is there; `about` is its alternative text.

        The header and the first `frozen` columns stay in view and are printed on every page; None: neither.
        """
        first = self.row
        headers = distinct([column.header for column in columns])
        self._header(columns, headers)
        self.row += 1
        for values in rows:
            self._values(columns, values)
        if self.row == first + 1:  # Excel knows no table without a row
            self._values(columns, ["Nothing to show", *[None] * (len(columns) - 1)])
        self._add_table(first, headers, about)
        if frozen is not None:
            self.sheet.freeze_panes(first + 1, frozen)
            self.sheet.repeat_rows(first)
            if frozen:
                self._done(self.sheet.repeat_columns(0, frozen - 1), "the columns to repeat")
        return Place(self.name, first, self.row - 1)

    def line(self, columns: Sequence[Column], values: Sequence[Value], room_for: int = 1) -> int:
        """A row that is in no table; which row it is, counted from 1 as in a formula.

        It has room for so many lines at least: the words of a formula may become longer.
        """
        self._values(columns, values, room_for)
        return self.row

    def freeze(self, row: int, columns: int, header: int) -> None:
        """Keep the rows above a row, and the first columns, in view; the header is on every printed page."""
        self.sheet.freeze_panes(row, columns)
        self.sheet.repeat_rows(header)
        self._done(self.sheet.repeat_columns(0, columns - 1), "the columns to repeat")

    def protect(self) -> None:
        """Lock all cells but those made to be changed: no password, it guards against slips only."""
        self.sheet.protect("", {"format_columns": True, "format_rows": True})

    def check_entries(self, area: Area, rule: Mapping[str, object]) -> None:
        """What may be typed into an area (0-based rows and columns)."""
        self._done(self.sheet.data_validation(*area, dict(rule)), "what may be typed")

    def mark(self, area: Area, rule: Mapping[str, object], tint: Tint) -> None:
        """Colour the cells of an area to which a rule applies; beside words or signs, never alone."""
        made = self._tints.get(tint) or self.book.add_format(TINTS[tint])
        self._tints[tint] = made
        options = {**rule, "format": made}
        self._done(self.sheet.conditional_format(*area, options), "a conditional format")

    def reserve(self, height: int) -> int:
        """Leave room for a picture of this many pixels; the row it begins in."""
        row = self.row
        self.row += ceil(height / ROW_PIXELS) + 1
        self._points += (self.row - row) * ROW_PIXELS * POINTS_OF_A_PIXEL
        return row

    def chart(
        self, row: int, chart: "xlsxwriter.chart.Chart", width: int, height: int, alt_text: str
    ) -> None:
        """A chart in the room reserved for it, with its alternative text."""
        options = {"description": name_text(alt_text, 2_000), "object_position": 2}
        chart.set_size({"width": width, "height": height})
        self._done(self.sheet.insert_chart(row, 0, chart, options), "a chart")

    def finish(self, file_name: str, made_on: "dt.date", paper: Paper) -> None:
        """The print set-up, once everything is written."""
        set_up(self.sheet, paper, self._widths, self._points, (file_name, made_on))
        if self._widths and not paper.one_page:
            last = max(0, self.row - 1), len(self._widths) - 1
            self._done(self.sheet.print_area(0, 0, *last), "the print area")

    def _reading_columns(self) -> tuple[int, int]:
        """The last column a paragraph is laid out over, and the pixels that gives."""
        pages = pages_wide(self._widths)
        page = sum(self._widths) / pages
        last, used = 0, self._widths[0]
        for column, width in enumerate(self._widths[1:], 1):
            if used >= READING_WIDTH or (pages > 1 and used + width > page * 0.8):
                break
            last, used = column, used + width
        return last, used

    def _header(self, columns: Sequence[Column], headers: Sequence[str]) -> None:
        high = max(
            lines(header, column.width - FILTER_BUTTON, SCALE["header"])
            for header, column in zip(headers, columns, strict=True)
        )
        self._height(self.row, high * LINE_HEIGHT["header"] + ROW_PADDING + 4)

    def _values(self, columns: Sequence[Column], values: Sequence[Value], highest: int = 1) -> None:
        """One row, as high as its longest text needs; several where that is more than a row can be."""
        cells: list[Measured | None] = []
        row = self.row
        for column, value in zip(columns, values, strict=True):
            # Most values are texts: asked for here, they are spared a call.
            if value.__class__ is str:
                cell = measured_text(value, column.style, column.width)
            else:
                cell = None if value is None else measured(column, value)
            cells.append(cell)
            if cell is not None and cell.lines > highest:
                highest = cell.lines
        if highest > MOST_LINES:
            self._note_cut(cells)
            for piece in in_pieces(columns, values):
                self._values(columns, piece)
            return
        write, formats = self.sheet.write_string, self._formats
        for place, cell in enumerate(cells):
            if cell is None:
                self._figure(row, place, values[place], columns[place].style)
            elif write(row, place, cell.text, formats[cell.look]):
                self._done(-2, "a text", row)
        self._height(row, highest * LINE_HEIGHT["text"] + ROW_PADDING)
        self.row += 1

    def _note_cut(self, cells: Iterable[Measured | None]) -> None:
        """A text that was cut is so long that it takes many rows."""
        if any(cell is not None and cell.is_cut for cell in cells):
            self.cut.append(f"{self.name}, row {self.row + 1}")

    def _text(self, row: int, column: int, text: str, style: Style) -> None:
        """A text that is no part of a table."""
        cell = measured(Column("", READING_WIDTH, style), text)
        if cell is not None and self.sheet.write_string(row, column, cell.text, self._formats[cell.look]):
            self._done(-2, "a text", row)

    def _figure(self, row: int, column: int, value: Value, style: Style) -> None:
        sheet = self.sheet
        if value is None:
            self._done(
                sheet.write_blank(row, column, None, self._formats[style, False, False]), "a blank", row
            )
            return
        format_ = self._formats[getattr(value, "style", style), False, False]
        match value:
            case Formula():
                expression = value.expression.format(row=row + 1)
                done = sheet.write_formula(row, column, expression, format_, value.value)
            case Link():
                target, format_ = f"internal:'{value.sheet}'!A1", self._formats["link", False, False]
                done = sheet.write_url(row, column, target, format_, value.sheet)
            case str() | Empty() | Styled(value=str()):
                done = sheet.write_blank(row, column, None, format_)
            case Styled():
                done = sheet.write_number(row, column, float(value.value), format_)
            case _:
                done = sheet.write_number(row, column, float(value), format_)
        self._done(done, f"{value!r}", row)

    def _add_table(self, first: int, headers: Sequence[str], about: str) -> None:
        self._tables += 1
        format_ = self._formats["header", False, False]
        options = {
            "name": f"{self._table_name}_{self._tables}_table",
            "style": None,
            "columns": [{"header": header, "header_format": format_} for header in headers],
            "description": name_text(about, 250),
        }
        self._done(self.sheet.add_table(first, 0, self.row - 1, len(headers) - 1, options), "a table", first)

    def _height(self, row: int, points: float) -> None:
        self._points += points
        self._done(self.sheet.set_row(row, min(TALLEST_ROW, points)), "the height of a row", row)

    def _done(self, code: int | None, what: str, row: int | None = None) -> None:
        if code:
            where = "" if row is None else f", row {row + 1}"
            raise NotWritten(f"{self.name}{where}: {what} could not be written ({code})")
