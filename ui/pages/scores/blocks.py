"""Blocks of scores as text with tabs, as spreadsheets copy and paste them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.forms.number_field import read_number
from ui.pages.scores.lines import Grid
from ui.pages.scores.meaning import problem_with, written
from workbook.analysis.wording import counted
from workbook.edits.scores import Cell

MOST_SHOWN = 24


@dataclass(frozen=True)
class Read:
    """What a block was read as: values by cell, or the reason why none of it can be used."""

    given: Mapping[Cell, float | None]
    problem: str = ""


def block_text(rows: Sequence[Sequence[float | None]]) -> str:
    """Rows of values; a cell nobody scored is empty."""
    return "\n".join("\t".join("" if value is None else f"{value:.12g}" for value in row) for row in rows)


def cells_of(text: str) -> list[list[str]]:
    """Rows and cells; the line break with which a spreadsheet ends is no row."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    return [[cell.strip().strip('"').strip() for cell in line.split("\t")] for line in lines]


def read_block(text: str, grid: Grid, interests: Sequence[str], scenarios: Sequence[str]) -> Read:
    """The values for these interests (down) and scenarios (across): all of them, or none and why.

    A single value goes into every cell that is marked; a block needs as much room as it has rows and columns.
    """
    rows = cells_of(text)
    if len(rows) == 1 and len(rows[0]) == 1:
        rows = [[rows[0][0]] * len(scenarios)] * len(interests)
    width = max(len(row) for row in rows)
    if len(rows) > len(interests) or width > len(scenarios):
        room = f"{counted(len(interests), 'interest')} and {counted(len(scenarios), 'scenario')}"
        block = f"{counted(len(rows), 'row')} and {counted(width, 'column')}"
        return Read({}, f"Nothing is pasted: the block has {block}; from here there is room for {room}.")
    given: dict[Cell, float | None] = {}
    for row, interest in zip(rows, interests, strict=False):
        for cell, scenario in zip(row, scenarios, strict=False):
            try:
                value = read_number(cell) if cell else None
                problem = "" if value is None else problem_with(value, grid.scale)
            except ValueError:
                value, problem = None, f"“{_short(cell)}” is no number"
            if problem:
                return Read({}, f"Nothing is pasted: {grid.place(scenario, interest)}: {problem}.")
            given[scenario, interest] = value
    return Read(given)


def out_of_range(grid: Grid, cell: Cell, value: float, low: float | None, high: float | None) -> str:
    """Why a value cannot stand beside the range that was given with it."""
    ends = " to ".join("open" if end is None else written(end) for end in (low, high))
    return (
        f"{grid.place(*cell)}: {written(value)} lies outside the range given with it ({ends}). F2 changes it."
    )


def _short(cell: str) -> str:
    return cell if len(cell) <= MOST_SHOWN else f"{cell[: MOST_SHOWN - 1]}…"
