"""Text as it may stand in a cell: whatever people typed or pasted, so that every program reads back the same.

What is dropped, kept and cut: docs/adding-a-sheet.md. Every cell of the report goes through here.
"""

import re
import unicodedata

LONGEST_TEXT = 32_700
"""In UTF-16 units, the way Excel counts; its own limit of 32,767 leaves room for the marks around a text."""

LONGEST_LINK = 2_000
CUT_MARK = " … [cut: too long for a cell; the whole text is in the workbook file]"

_NOT_PLAIN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff\u202a-\u202e]")
"""Anything for which a text needs more than a look."""

_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_OVERRIDE = re.compile("[\u202a-\u202e]")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ISOLATE = re.compile("[\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
MAY_BE_ALL_ONE_UNIT = LONGEST_TEXT // 2
"""No text of so few characters can have too many UTF-16 units."""


def cell_text(text: str) -> str:
    """The text for a cell: without what no file can hold, with plain line ends, not too long for Excel.

    Marks that turn the direction of reading are kept, but can no longer turn what stands around the text.
    """
    if text.isprintable() or _NOT_PLAIN.search(text) is None:  # the first is quicker, and true of most
        return text if len(text) <= MAY_BE_ALL_ONE_UNIT else _cut(text)
    plain = _DROPPED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = _cut(_HALF_CHARACTER.sub("\ufffd", plain))
    if _OVERRIDE.search(plain):
        return f"{FIRST_STRONG_ISOLATE}{_ISOLATE.sub('', plain)}{POP_ISOLATE}"
    return plain


def name_text(text: str, longest: int = 120) -> str:
    """The text as a name: on one line, without any mark that turns the direction of reading."""
    words = " ".join(_DIRECTION.sub("", cell_text(text[: 4 * longest])).split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def was_cut(text: str) -> bool:
    """Whether `cell_text` had to leave out the end of the text it made this from."""
    return text.rstrip(POP_ISOLATE).endswith(CUT_MARK)


def looks_like_a_formula(text: str) -> bool:
    """Whether another program, given this as typed input, might take it for a formula."""
    return text.startswith(("=", "+", "-", "@", "\t", "\n"))


def reads_right_to_left(text: str) -> bool:
    """Whether more of its letters are written from right to left than from left to right."""
    if text.isascii() or _RIGHT_TO_LEFT.search(text) is None:
        return False
    directions = [unicodedata.bidirectional(character) for character in text]
    return sum(each in {"R", "AL"} for each in directions) > directions.count("L")


def utf16_units(text: str) -> int:
    """The length of the text as Excel counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(text: str) -> str:
    if utf16_units(text) <= LONGEST_TEXT:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST_TEXT - utf16_units(CUT_MARK))]
    return kept.decode("utf-16-le", "ignore") + CUT_MARK  # a character cut in half goes
