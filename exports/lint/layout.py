"""Rules about what is seen on screen and on paper."""

from exports.lint.check import Found, Rule
from exports.lint.spreadsheet import Spreadsheet, place
from exports.lint.texts import sheet_of

A4 = 9


def sheets_are_set_up_for_print(spreadsheet: Spreadsheet) -> Found:
    """A4, scaled to whole columns, pages numbered; what stays in view on screen is repeated on paper."""
    for sheet in spreadsheet.sheets:
        if int(sheet.page_setup.paperSize or 0) != A4 or not sheet.page_setup.orientation:
            yield sheet.title, "paper or orientation is not set"
        if not (sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage):
            yield sheet.title, "the sheet is not scaled to pages"
        if sheet.oddFooter is None or "&P" not in (sheet.oddFooter.center.text or ""):
            yield sheet.title, "pages are not numbered"
        if sheet.freeze_panes and not sheet.print_title_rows:
            yield sheet.title, "the header is not repeated on every page"


def wrapped_rows_have_a_height(spreadsheet: Spreadsheet) -> Found:
    """Without one, programs other than Excel print the lines over each other."""
    for sheet in spreadsheet.sheets:
        for row in sheet.iter_rows():
            number = row[0].row or 0
            if sheet.row_dimensions[number].height is not None:
                continue
            if any(isinstance(cell.value, str) and cell.alignment.wrap_text for cell in row):
                yield f"{sheet.title}, row {number}", "the row holds wrapped text and has no height"


def columns_have_a_width(spreadsheet: Spreadsheet) -> Found:
    """The usual width is that of eight digits, too narrow for words."""
    for sheet in spreadsheet.sheets:
        set_up: set[int] = set()
        for dimension in sheet.column_dimensions.values():
            if dimension.customWidth:
                set_up.update(range(dimension.min or 0, (dimension.max or 0) + 1))
        used = {cell.column for each, cell in spreadsheet.texts if each is sheet}
        for column in sorted(used - set_up):
            yield place(sheet, f"column {column}"), "the column holds text and has no width"


def every_sheet_is_linked_from_the_first(spreadsheet: Spreadsheet) -> Found:
    """A reader who sees only the first sheet finds all others."""
    first, *others = spreadsheet.sheets
    linked = {
        sheet_of(cell.hyperlink.location)
        for sheet, cell in spreadsheet.texts
        if sheet is first and cell.hyperlink is not None and cell.hyperlink.location
    }
    for sheet in others:
        if sheet.sheet_state == "visible" and sheet.title not in linked:
            yield sheet.title, "no link on the first sheet leads here"


RULES: tuple[Rule, ...] = (
    sheets_are_set_up_for_print,
    wrapped_rows_have_a_height,
    columns_have_a_width,
    every_sheet_is_linked_from_the_first,
)
