"""What the foot says: what the cell in hand means, or why something was refused."""

from typing import NamedTuple

from ui.pages.scores.meaning import scale_in_words, words_of, written
from ui.pages.scores.model import ScoreModel, details_of
from ui.widgets.key_hints import Hint
from workbook.analysis.wording import capitalised, counted
from workbook.edits.scores import Cell


class Foot(NamedTuple):
    """What is meant, the ink for it, where that is, and which keys work."""

    means: str
    token: str
    place: str
    keys: tuple[Hint, ...]


def foot_of(scores: ScoreModel, cell: Cell | None, problem: str) -> Foot:
    """What the foot says now."""
    grid = scores.grid
    keys: tuple[Hint, ...] = (
        ((scale_in_words(grid.scale),), "score"),
        (("Del",), "not scored"),
        (("F1",), "why"),
        (("F2",), "range, evidence"),
    )
    if problem:
        return Foot(problem, "text", "" if cell is None else grid.place(*cell), keys)
    if cell is None:
        words = f"{counted(len(grid.row_of), 'interest')}, {counted(len(grid.columns), 'scenario')}"
        return Foot("Choose a cell to score it.", "text", words, keys)
    value = scores.value(cell)
    token = "muted" if not value else "gain_ink" if value > 0 else "loss_ink"
    line = grid.lines[grid.row_of[cell[1]]]
    more = [] if line.red_line is None else [f"Red line: never below {written(line.red_line)}"]
    more += details_of(scores.score(cell))
    place = " · ".join((grid.place(*cell), *more[:1]))
    return Foot(f"{capitalised(words_of(value, grid.scale))}.", token, place, keys)
