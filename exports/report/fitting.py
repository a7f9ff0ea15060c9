"""How many lines a text takes in a cell of a given width.

Excel finds the height of a row with wrapped text when it opens a file; most other programs do not, and print
the lines over each other. So every such row gets its height from here. The estimate is slightly generous.
"""

import re
import unicodedata
from functools import lru_cache
from math import ceil

CELL_PADDING = 17
"""Pixels of a column that text cannot use: margins, and the indent that keeps it off the column before."""

TALLEST_ROW = 409
"""Points; no row of Excel can be taller."""

WIDE = 15
"""Pixels of a character that fills a square, as in Chinese or an emoji."""

OTHER = 8

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def lines(text: str, width: int, scale: float = 1.0) -> int:
    """How many lines the text takes in a column of so many pixels; `scale` is its size against Calibri 11."""
    if not text:
        return 1
    usable = max(8, int((width - CELL_PADDING) / scale))
    if len(text) * WIDE <= usable and "\n" not in text:
        return 1
    if "\n" not in text:
        return _lines_of(text, usable)
    return sum([_lines_of(paragraph, usable) for paragraph in text.split("\n")])


def pieces(text: str, width: int, scale: float, most: int) -> list[str]:
    """The text in pieces of at most so many lines: broken between paragraphs, or between words."""
    made: list[str] = []
    for paragraph in text.split("\n"):
        first, *rest = _parts(paragraph, width, scale, most)
        longer = f"{made[-1]}\n{first}" if made else first
        if made and lines(longer, width, scale) <= most:
            made[-1] = longer
        else:
            made.append(first)
        made += rest
    return made


def _parts(paragraph: str, width: int, scale: float, most: int) -> list[str]:
    if lines(paragraph, width, scale) <= most:
        return [paragraph]
    made = [""]
    usable = int((width - CELL_PADDING) / scale) * (most - 1)
    used = 0
    for word in _short_words(paragraph, usable // (2 * WIDE)):
        wide = pixels(word) + pixels(" ")
        if used + wide > usable * 9 // 10:  # lines end before their words do
            made.append("")
            used = 0
        made[-1] += word + " "
        used += wide
    return [part.rstrip(" ") for part in made]


def _short_words(paragraph: str, longest: int) -> list[str]:
    """The words, those longer than a piece broken up."""
    return [
        word[begin : begin + longest]
        for word in paragraph.split(" ")
        for begin in range(0, max(1, len(word)), longest)
    ]


def _lines_of(paragraph: str, usable: int) -> int:
    space = _word(" ")
    count, used = 1, -space
    for wide in map(_word, paragraph.split(" ")):
        used += space + wide
        if used > usable:
            if used > wide:
                count, used = count + 1, wide
            if wide > usable:  # broken wherever the line ends
                count += ceil(wide / usable) - 1
                used = wide % usable or usable
    return count


@lru_cache(maxsize=20_000)
def _word(word: str) -> int:
    return pixels(word)


def pixels(text: str) -> int:
    """The width of the text in Calibri 11, the font of every cell."""
    if text.isascii():
        return sum(text.encode("ascii").translate(_ascii_widths()))
    others = sum(map(_width_of, _NOT_ASCII.findall(text)))
    return others + sum(text.encode("ascii", "ignore").translate(_ascii_widths()))


@lru_cache(maxsize=4_096)
def _width_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return WIDE if unicodedata.east_asian_width(character) in {"W", "F"} else OTHER


@lru_cache(maxsize=1)
def _ascii_widths() -> bytes:
    import xlsxwriter.utility

    return bytes(min(255, xlsxwriter.utility.xl_pixel_width(chr(code))) for code in range(128)) + bytes(128)
