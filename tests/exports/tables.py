"""Random drafts for the sheet to play with, and the same sheet read back by what its rows say."""

import random
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.exports.reports import ReadBack, plain
from tests.workbook.analysis.win_win.tables import table
from workbook.model.draft import Draft

Json = dict[str, Any]

PARTIES = ("city", "hospital", "vendor")
SCENARIOS = ("full", "trusted", "aggregates", "none")
FINE_WEIGHTS = (0, 0, 1, 1, 2, 3, 0.1, 0.2, 0.3, 7, None)
SCORES = (-3, -2, -1, -1, 0, 0, 1, 1, 2, 3, 0.1, -0.3, None)
WITHOUT = (0, 0, 0, 0.5, -1, 0.1)
FEW_DRAWS = {"robustness": {"draws": 100}}
"""Settings under which a report is written sooner, for tests of something else."""

RED_LINES = (None, None, None, -1, 0, -2)


def shape(seed: int) -> dict[str, list[str]]:
    """How many interests each of three parties and somebody affected has: none, one or several."""
    some = random.Random(seed)  # noqa: S311 - a table, no secret
    holders = (*PARTIES[: some.randint(1, 3)], "residents")
    return {holder: [f"{holder}{at}" for at in range(some.choice((0, 1, 2, 2, 3, 4)))] for holder in holders}


def random_draft(name: str, of_shape: dict[str, list[str]], seed: int) -> Draft:
    """Weights, scores, red lines and values without an agreement at random; ties at 0 are frequent."""
    some = random.Random(seed)  # noqa: S311 - a table, no secret
    interests = [each for named in of_shape.values() for each in named]
    few_gaps = some.random() < 0.6

    def score() -> float | None:
        picked = some.choice(SCORES)
        return some.choice(SCORES[:-1]) if picked is None and few_gaps else picked

    weights = FINE_WEIGHTS[:-1] if some.random() < 0.7 else FINE_WEIGHTS
    made = table(
        {holder: {each: some.choice(weights) for each in named} for holder, named in of_shape.items()},
        {scenario: [score() for _ in interests] for scenario in SCENARIOS},
        without={holder: some.choice(WITHOUT) for holder in of_shape},
        standing={"residents": "affected"},
        red_lines={each: line for each in interests for line in [some.choice(RED_LINES)] if line is not None},
        stakeholders={
            holder: {"weights_known": some.choice(("given", "given", "order", "unknown"))}
            for holder in of_shape
        },
    )
    return made.replace(id=name, name=name)


class TryIt:
    """The sheet of one draft, by the words in its rows and the number of the scenario."""

    def __init__(self, read: ReadBack, name: str) -> None:
        self.title = f"Try it \N{EN DASH} {name}"
        self.cells = [[plain(cell.value) for cell in row] for row in read.values[self.title].iter_rows()]

    def row(self, words: str) -> list[Any]:
        """What the row says for each scenario."""
        return next(cells[3:] for cells in self.cells if cells[0] == words)

    def nets(self) -> Iterator[list[Any]]:
        """The rows of net values: all at least, then all at most."""
        heads = [at for at, cells in enumerate(self.cells) if cells[0] in HEADS]
        for first, last in pairwise(heads):
            yield from (cells[3:] for cells in self.cells[first + 1 : last])


HEADS = ("Net value, at least", "Net value, at most", "Weights and scores")
