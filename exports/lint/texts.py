"""Rules about texts: of cells, links, lists to choose from, and what is printed above and below a page."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from exports.lint.check import Found, Rule
from exports.lint.spreadsheet import Spreadsheet, place
from exports.report.cell_text import utf16_units

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_TEXT = 32_767
LONGEST_LINK = 2_079
LONGEST_LIST = 255
LONGEST_PROMPT, LONGEST_PROMPT_TITLE = 255, 32
LONGEST_FOOTER = 255

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x00(0[0-8BCDEFbcdef]|1[0-9A-Fa-f])_")
"""As openpyxl gives it: it does not decode the escapes that XlsxWriter writes."""

ESCAPED = re.compile(r"_x005F(?=_x[0-9A-Fa-f]{4}_)")
"""An underscore written as an escape, because what follows it only looks like one."""


def texts_fit_into_their_cells(spreadsheet: Spreadsheet) -> Found:
    """Excel cuts a longer text, or offers a repair."""
    for sheet, cell in spreadsheet.texts:
        text = str(cell.value)
        if len(text) * 2 > LONGEST_TEXT and utf16_units(text) > LONGEST_TEXT:
            yield place(sheet, cell), f"the text is longer than {LONGEST_TEXT} characters"


def texts_hold_no_control_characters(spreadsheet: Spreadsheet) -> Found:
    """They show as boxes, or as escapes in other programs."""
    for sheet, cell in spreadsheet.texts:
        text = str(cell.value)
        if CONTROL.search(text) and CONTROL.search(ESCAPED.sub("_x005F ", text)):
            yield place(sheet, cell), "the text holds a control character"


def links_lead_somewhere(spreadsheet: Spreadsheet) -> Found:
    """A link that is too long, or goes to a sheet that does not exist, is worse than none."""
    titles = {sheet.title for sheet in spreadsheet.sheets}
    for sheet, cell in spreadsheet.texts:
        link = cell.hyperlink
        if link is None:
            continue
        if utf16_units(link.target or "") > LONGEST_LINK:
            yield place(sheet, cell), f"the link is longer than {LONGEST_LINK} characters"
        if link.location and sheet_of(link.location) not in titles:
            yield place(sheet, cell), f"the link leads to {link.location}, which does not exist"


def lists_to_choose_from_fit(spreadsheet: Spreadsheet) -> Found:
    """A longer list written into the rule itself breaks the file."""
    for sheet in spreadsheet.sheets:
        for rule in sheet.data_validations.dataValidation:
            listed = str(rule.formula1 or "")
            if rule.type == "list" and listed.startswith('"') and utf16_units(listed) - 2 > LONGEST_LIST:
                yield place(sheet, str(rule.sqref)), f"the list is longer than {LONGEST_LIST} characters"


def prompts_fit(spreadsheet: Spreadsheet) -> Found:
    """Excel refuses a file with longer messages."""
    for sheet in spreadsheet.sheets:
        for rule in sheet.data_validations.dataValidation:
            messages, titles = (rule.prompt, rule.error), (rule.promptTitle, rule.errorTitle)
            if any(utf16_units(each or "") > LONGEST_PROMPT for each in messages):
                yield place(sheet, str(rule.sqref)), f"a message is longer than {LONGEST_PROMPT} characters"
            if any(utf16_units(each or "") > LONGEST_PROMPT_TITLE for each in titles):
                yield (
                    place(sheet, str(rule.sqref)),
                    f"a title is longer than {LONGEST_PROMPT_TITLE} characters",
                )


def headers_and_footers_fit(spreadsheet: Spreadsheet) -> Found:
    """Excel refuses a file with longer ones."""
    for sheet in spreadsheet.sheets:
        for text in _printed_around(sheet):
            if utf16_units(text) > LONGEST_FOOTER:
                yield (
                    sheet.title,
                    f"what is printed above or below is longer than {LONGEST_FOOTER} characters",
                )


def sheet_of(reference: str) -> str:
    """The sheet that a reference such as 'Two words'!A1 names."""
    name = reference.lstrip("#").rpartition("!")[0]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


def _printed_around(sheet: "Worksheet") -> Iterator[str]:
    for item in (sheet.oddHeader, sheet.oddFooter):
        if item is None:
            continue
        parts = [part.text or "" for part in (item.left, item.center, item.right)]
        yield "&L&C&R".join(("", *parts))  # the marks of the three places count, too


RULES: tuple[Rule, ...] = (
    texts_fit_into_their_cells,
    texts_hold_no_control_characters,
    links_lead_somewhere,
    lists_to_choose_from_fit,
    prompts_fit,
    headers_and_footers_fit,
)
