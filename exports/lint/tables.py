"""Rules about tables, and about everything that claims an area of a sheet for itself."""

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from exports.lint.check import Found, Rule
from exports.lint.names import is_allowed
from exports.lint.spreadsheet import Spreadsheet, place
from exports.report.cell_text import utf16_units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.cell_range import CellRange
    from openpyxl.worksheet.table import Table
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_HEADER = 255


def table_headers_are_unique_and_filled(spreadsheet: Spreadsheet) -> Found:
    """Excel renames others when it opens the file, and says it had to repair it."""
    for sheet, table in _tables(spreadsheet):
        headers = [column.name or "" for column in table.tableColumns]
        often = Counter(header.casefold() for header in headers)
        for header in headers:
            if not header.strip():
                yield place(sheet, table.ref), "a column of the table has no header"
            elif often[header.casefold()] > 1:
                yield place(sheet, table.ref), f"two columns of the table are called {header}"
            if utf16_units(header) > LONGEST_HEADER:
                yield place(sheet, table.ref), f"a header is longer than {LONGEST_HEADER} characters"


def table_headers_equal_their_cells(spreadsheet: Spreadsheet) -> Found:
    """The table and the sheet both say what a column is called; Excel repairs a file in which they differ."""
    for sheet, table in _tables(spreadsheet):
        area = _range(table.ref)
        cells = next(sheet.iter_rows(area.min_row, area.min_row, area.min_col, area.max_col))
        if len(cells) != len(table.tableColumns):
            yield place(sheet, table.ref), "the table has more or fewer headers than columns"
        for cell, column in zip(cells, table.tableColumns, strict=False):
            if cell.value != column.name:
                yield (
                    place(sheet, cell),
                    f"the header of the table is {column.name}, but the cell says {cell.value}",
                )


def table_names_are_allowed(spreadsheet: Spreadsheet) -> Found:
    """A name like a cell, or one used twice, makes Excel offer a repair."""
    names = [table.displayName for _, table in _tables(spreadsheet)]
    often = Counter(name.casefold() for name in (*names, *spreadsheet.book.defined_names))
    for sheet, table in _tables(spreadsheet):
        if not is_allowed(table.displayName):
            yield place(sheet, table.ref), f"the name {table.displayName} is not allowed for a table"
        if often[table.displayName.casefold()] > 1:
            yield place(sheet, table.ref), f"the name {table.displayName} is used twice"


def areas_are_apart(spreadsheet: Spreadsheet) -> Found:
    """Overlapping tables or merged cells break the file; so do merged cells in a table."""
    for sheet in spreadsheet.sheets:
        tables = [_range(table.ref) for table in sheet.tables.values()]
        areas: list[CellRange] = [*tables, *sheet.merged_cells.ranges]
        for one, other in combinations(areas, 2):
            if not one.isdisjoint(other):
                yield place(sheet, one.coord), f"overlaps with {other.coord}"


def no_filter_lies_over_a_table(spreadsheet: Spreadsheet) -> Found:
    """A table has a filter of its own, and a sheet with another over it does not open."""
    for sheet in spreadsheet.sheets:
        if sheet.auto_filter.ref and any(
            not _range(table.ref).isdisjoint(_range(sheet.auto_filter.ref)) for table in sheet.tables.values()
        ):
            yield sheet.title, "the sheet has a filter over a table"


def tables_have_alternative_texts(spreadsheet: Spreadsheet) -> Found:
    """Somebody who does not see the table hears what it is."""
    for name, root in spreadsheet.xml("xl/tables", "table"):
        described = [each.get("altTextSummary") for each in root.iter() if each.tag.endswith("}table")]
        if not any(described):
            yield name, "the table has no alternative text"


def _tables(spreadsheet: Spreadsheet) -> "Iterator[tuple[Worksheet, Table]]":
    for sheet in spreadsheet.sheets:
        for table in sheet.tables.values():
            yield sheet, table


def _range(reference: str) -> "CellRange":
    from openpyxl.worksheet.cell_range import CellRange

    return CellRange(reference)


RULES: tuple[Rule, ...] = (
    table_headers_are_unique_and_filled,
    table_headers_equal_their_cells,
    table_names_are_allowed,
    areas_are_apart,
    no_filter_lies_over_a_table,
    tables_have_alternative_texts,
)
