"""Rules about formulas: ours alone, whole, known to every program, and with the value they have."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from exports.lint.check import Found, Rule
from exports.lint.spreadsheet import Spreadsheet, place
from exports.lint.texts import sheet_of

if TYPE_CHECKING:
    from openpyxl.formula.tokenizer import Token

ALLOWED_FUNCTIONS = frozenset(
    {
        "ABS",
        "AND",
        "AVERAGE",
        "COUNT",
        "IF",
        "ISNUMBER",
        "MAX",
        "MIN",
        "NOT",
        "OR",
        "ROUND",
        "SUM",
        "SUMPRODUCT",
    }
)
"""As old as Excel itself: none needs a prefix, and every program knows them."""

NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")


def formulas_are_whole(spreadsheet: Spreadsheet) -> Found:
    """A formula that Excel cannot read makes it drop the formula, and say so."""
    for sheet, cell, formula in spreadsheet.formulas:
        tokens = _tokens(formula)
        depth = 0
        for token in tokens or ():
            depth += {"OPEN": 1, "CLOSE": -1}.get(token.subtype, 0)
            if depth < 0:
                break
        if not tokens or depth:
            yield place(sheet, cell), "the formula is not whole"


def functions_are_known(spreadsheet: Spreadsheet) -> Found:
    """Newer functions need a prefix, and other programs may not have them."""
    for sheet, cell, formula in spreadsheet.formulas:
        for token in _tokens(formula) or ():
            if token.type == "FUNC" and token.subtype == "OPEN":
                name = token.value.removesuffix("(")
                if name not in ALLOWED_FUNCTIONS:
                    yield place(sheet, cell), f"the function {name} is not among those we use"


def formulas_point_at_existing_sheets(spreadsheet: Spreadsheet) -> Found:
    """Others show an error, or ask for a file."""
    titles = {sheet.title for sheet in spreadsheet.sheets}
    for sheet, cell, formula in spreadsheet.formulas:
        for token in _tokens(formula) or ():
            if token.type == "OPERAND" and token.subtype == "RANGE":
                named = sheet_of(token.value)
                if "!" in token.value and named not in titles:
                    yield place(sheet, cell), f"the formula points at the sheet {named}, which does not exist"


def formulas_point_at_cells(spreadsheet: Spreadsheet) -> Found:
    """The name of a column in a table is what people typed; a comma in it breaks the formula."""
    for sheet, cell, formula in spreadsheet.formulas:
        for token in _tokens(formula) or ():
            if token.type == "OPERAND" and token.subtype == "RANGE" and "[" in token.value:
                yield place(sheet, cell), f"the formula points at {token.value} and not at cells"


def formulas_hold_no_text(spreadsheet: Spreadsheet) -> Found:
    """What people typed has no place in a formula: not even in quotation marks."""
    for sheet, cell, formula in spreadsheet.formulas:
        for token in _tokens(formula) or ():
            if token.type == "OPERAND" and token.subtype == "TEXT" and token.value != '""':
                yield place(sheet, cell), "there is text in the formula"


def formulas_have_their_value(spreadsheet: Spreadsheet) -> Found:
    """Previews, phones and protected view show what is stored and do not calculate."""
    for sheet, cell, _ in spreadsheet.formulas:
        stored = spreadsheet.stored.get((sheet.title, cell.coordinate))
        if stored is None or stored.value is None:
            yield place(sheet, cell), "the formula has no stored value"
        elif stored.kind == "n" and not NUMBER.fullmatch(stored.value):
            yield place(sheet, cell), f"the stored value {stored.value} is no number"


def nothing_is_an_error(spreadsheet: Spreadsheet) -> Found:
    """No cell shows #REF! or the like."""
    for sheet, cell in spreadsheet.errors:
        yield place(sheet, cell), f"the cell shows {cell.value}"
    for (title, coordinate), stored in spreadsheet.stored.items():
        if stored.kind == "e":
            yield f"{title}, {coordinate}", f"the formula shows {stored.value}"


@lru_cache(maxsize=20_000)  # every rule asks for them again
def _tokens(formula: str) -> "tuple[Token, ...] | None":
    """The parts of the formula; None when it cannot be taken apart."""
    from openpyxl.formula.tokenizer import Tokenizer, TokenizerError

    try:
        return tuple(Tokenizer(formula).items)
    except (TokenizerError, IndexError):
        return None


RULES: tuple[Rule, ...] = (
    formulas_are_whole,
    functions_are_known,
    formulas_point_at_existing_sheets,
    formulas_point_at_cells,
    formulas_hold_no_text,
    formulas_have_their_value,
    nothing_is_an_error,
)
