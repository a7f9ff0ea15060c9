"""Rules about names: of sheets, of areas, and what the file says it is."""

import re
from collections import Counter

from exports.lint.check import Found, Rule
from exports.lint.spreadsheet import Spreadsheet
from exports.report.cell_text import utf16_units

LONGEST_SHEET_NAME = 31
LONGEST_NAME = 255
FORBIDDEN = set("[]:*?/\\")

LIKE_A_NAME = re.compile(r"[A-Za-z_\\][A-Za-z0-9_.\\]*")
LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[rR][0-9]*([cC][0-9]*)?|[cC][0-9]*")
FOREIGN_PARTS = ("vbaProject", "externalLinks/", "embeddings/", "activeX/", "customUI/", "connections.xml")


def reading_it_raises_no_warning(spreadsheet: Spreadsheet) -> Found:
    """What openpyxl finds odd, others may not accept."""
    for warning in spreadsheet.warnings:
        yield "the file", warning


def sheet_names_are_allowed(spreadsheet: Spreadsheet) -> Found:
    """Excel refuses a file for any other."""
    often = Counter(title.casefold() for title in spreadsheet.titles)
    for title in spreadsheet.titles:
        if not title.strip() or utf16_units(title) > LONGEST_SHEET_NAME:
            yield title, f"the name of a sheet must have 1 to {LONGEST_SHEET_NAME} characters"
        if FORBIDDEN & set(title) or title.startswith("'") or title.endswith("'"):
            yield title, "the name of a sheet holds a character that is not allowed there"
        if title.casefold() == "history":
            yield title, "Excel keeps this name for itself"
        if often[title.casefold()] > 1:
            yield title, "two sheets have this name"


def a_sheet_is_visible(spreadsheet: Spreadsheet) -> Found:
    """Excel refuses a file in which all are hidden."""
    if not any(sheet.sheet_state == "visible" for sheet in spreadsheet.sheets):
        yield "the file", "no sheet is visible"


def defined_names_are_allowed(spreadsheet: Spreadsheet) -> Found:
    """A name like a cell, or one that leads to no sheet, makes Excel offer a repair."""
    titles = {sheet.title for sheet in spreadsheet.sheets}
    for name, area in spreadsheet.book.defined_names.items():
        if not is_allowed(name):
            yield name, "this name of an area is not allowed"
        for sheet, _ in area.destinations:
            if sheet not in titles:
                yield name, f"the area is on a sheet {sheet} that does not exist"


def the_file_says_what_it_is(spreadsheet: Spreadsheet) -> Found:
    """Title and author are what a reader sees before opening it."""
    properties = spreadsheet.book.properties
    if not (properties.title or "").strip() or not (properties.creator or "").strip():
        yield "the file", "has no title or no author"


def nothing_foreign_is_inside(spreadsheet: Spreadsheet) -> Found:
    """Macros, links to other files and embedded objects have no place in a report."""
    for part in spreadsheet.parts:
        if any(foreign in part for foreign in FOREIGN_PARTS):
            yield "the file", f"holds {part}"


def is_allowed(name: str) -> bool:
    """Whether Excel accepts it as the name of an area or table."""
    return (
        LIKE_A_NAME.fullmatch(name) is not None
        and LIKE_A_CELL.fullmatch(name) is None
        and utf16_units(name) <= LONGEST_NAME
    )


RULES: tuple[Rule, ...] = (
    reading_it_raises_no_warning,
    sheet_names_are_allowed,
    a_sheet_is_visible,
    defined_names_are_allowed,
    the_file_says_what_it_is,
    nothing_foreign_is_inside,
)
