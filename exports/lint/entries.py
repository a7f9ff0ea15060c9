"""Rules about cells that readers may change."""

from typing import TYPE_CHECKING

from exports.lint.check import Found, Rule
from exports.lint.spreadsheet import Spreadsheet, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet


def protection_needs_no_password(spreadsheet: Spreadsheet) -> Found:
    """It guards against slips; a password would only lock out the people whose report it is."""
    for sheet in spreadsheet.sheets:
        if sheet.protection.sheet and (sheet.protection.password or sheet.protection.hashValue):
            yield sheet.title, "the sheet is protected with a password"


def what_may_be_changed_is_checked(spreadsheet: Spreadsheet) -> Found:
    """A cell that is open to change says what may be typed into it, and the rest of its sheet is locked."""
    for sheet in spreadsheet.sheets:
        checked = _checked(sheet)
        for cell in _open_to_change(sheet):
            if not sheet.protection.sheet:
                yield place(sheet, cell), "the cell is open to change on a sheet that is not protected"
            elif (cell.row, cell.column) not in checked:
                yield place(sheet, cell), "anything at all may be typed into the cell"


def _open_to_change(sheet: "Worksheet") -> "Iterator[Cell | MergedCell]":
    locked: dict[int, bool] = {}  # by style: many cells share a few
    for row in sheet.iter_rows():
        for cell in row:
            style = cell.style_id
            if style not in locked:
                locked[style] = cell.protection.locked
            if not locked[style]:
                yield cell


def _checked(sheet: "Worksheet") -> set[tuple[int | None, int | None]]:
    return {
        cell
        for rule in sheet.data_validations.dataValidation
        for area in rule.sqref.ranges
        for cell in area.cells
    }


RULES: tuple[Rule, ...] = (protection_needs_no_password, what_may_be_changed_is_checked)
