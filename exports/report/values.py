"""What may stand in a table: columns, values of several kinds, and the lines a text takes in its column."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from exports.report.cell_text import cell_text, looks_like_a_formula, reads_right_to_left, was_cut
from exports.report.fitting import lines, pieces
from exports.report.styles import SCALE, Look, Style

PAGE_WIDTH = 1_750
"""Pixels of columns that are still readable when squeezed onto one A4 page, landscape."""

MOST_LINES = 30
"""As many as fit into the tallest row."""


@dataclass(frozen=True)
class Column:
    """A column of a table: its header, its width in pixels, and how its cells look."""

    header: str
    width: int
    style: Style = "text"


@dataclass(frozen=True)
class Styled:
    """A text or number that looks different from the rest of its column."""

    value: str | float
    style: Style


@dataclass(frozen=True)
class Formula:
    """A live formula, and its value for programs that do not calculate. Nothing typed by people goes in here.

    `{row}` in the expression stands for the number of the row it comes to stand in.
    """

    expression: str
    value: float | str
    style: Style = "share"


@dataclass(frozen=True)
class Link:
    """A jump to another sheet of the report."""

    sheet: str


@dataclass(frozen=True)
class Empty:
    """A cell with nothing in it that looks different from the rest of its column."""

    style: Style


Value = str | float | Styled | Formula | Link | Empty | None


class Measured(NamedTuple):
    """A text as it comes to stand in a cell."""

    text: str
    look: Look
    lines: int
    is_cut: bool


def measured(column: Column, value: Value) -> Measured | None:
    """The value as a text in the column; None if it is none, or nothing of it can be shown."""
    if isinstance(value, str):
        return measured_text(value, column.style, column.width)
    if isinstance(value, Styled) and isinstance(value.value, str):
        return measured_text(value.value, value.style, column.width)
    return None


@lru_cache(maxsize=20_000)  # names, rules and citations come again and again
def measured_text(text: str, style: Style, width: int) -> Measured | None:
    """As `measured`, for a text."""
    plain = cell_text(text)
    if not plain:
        return None
    look = (style, looks_like_a_formula(plain), reads_right_to_left(plain))
    return Measured(plain, look, lines(plain, width, SCALE[style]), plain is not text and was_cut(plain))


def forget_texts() -> None:
    """Measure every text afresh: for benchmarks."""
    measured_text.cache_clear()


def in_pieces(columns: Sequence[Column], values: Sequence[Value]) -> list[list[Value]]:
    """A row that is too high as several, with the names repeated."""
    split = [_pieces(column, value) for column, value in zip(columns, values, strict=True)]
    return [
        [
            each[number] if number < len(each) else _continued(column, each[0])
            for column, each in zip(columns, split, strict=True)
        ]
        for number in range(max(map(len, split)))
    ]


def shared_width(count: int, fixed: int, least: int = 200, most: int = 330) -> int:
    """The width of so many columns beside others of a fixed width: what one page allows, within bounds."""
    return max(least, min(most, (PAGE_WIDTH - fixed) // max(1, count)))


def _pieces(column: Column, value: Value) -> list[Value]:
    match value:
        case str():
            return [*pieces(cell_text(value), column.width, SCALE[column.style], MOST_LINES)]
        case Styled(str() as text, style):
            parts = pieces(cell_text(text), column.width, SCALE[style], MOST_LINES)
            return [Styled(part, style) for part in parts]
    return [value]


def _continued(column: Column, first: Value) -> Value:
    """What stands in a further row of a cell that ended before: names are repeated, figures are not."""
    if column.style == "name" and isinstance(first, str) and first:
        return f"{first} (continued)"
    return None
