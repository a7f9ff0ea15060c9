"""A question as arrays: worked out in fractions, then rounded to floats once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from workbook.analysis.robustness.question import (
    NOT_SCORED,
    InterestInput,
    Question,
    ScenarioInput,
    ScoreInput,
    StakeholderInput,
)
from workbook.analysis.robustness.ranking import Bools, Floats
from workbook.analysis.robustness.weights import WeightsInDoubt

SPAN = 6
"""How many units the scale is made to span: they are points on the usual scale, from -3 to 3."""
LEVELS = 1 << 16
"""How many effects, evenly spread over a range, may be drawn from it: the middles of as many parts."""
LEAST = 1e-300
"""A weight is never 0 by chance: with a very small parameter floats would make it so."""
FARTHEST = Fraction(10) ** 15
"""A net value beyond this many units is as good, or as bad, as can be."""


@dataclass(frozen=True, eq=False)
class Cell:
    """Where the true effect may lie. `spread` is how far apart its levels are, in units."""

    low: Fraction
    high: Fraction
    lowest_level: Fraction
    spread: float

    @property
    def is_drawn(self) -> bool:
        """Whether there is any doubt."""
        return self.low < self.high


class Table:
    """The cells of a question; those of equal scores are the same object."""

    def __init__(self, question: Question, scenarios: Sequence[ScenarioInput]) -> None:
        self.scenarios = scenarios
        self.unit = SPAN / (question.high - question.low)
        self._question = question
        self._known: dict[ScoreInput, Cell] = {}

    def column(self, interest: InterestInput) -> list[Cell]:
        """The cells of one interest, by scenario."""
        return [self._cell(scenario.scores.get(interest.id, NOT_SCORED)) for scenario in self.scenarios]

    def _cell(self, score: ScoreInput) -> Cell:
        cell = self._known.get(score)
        if cell is None:
            question = self._question
            low, high = question.drawn_from(score, doubted=question.score_noise)
            level = (high - low) / LEVELS
            cell = self._known[score] = Cell(low, high, low + level / 2, float(level * self.unit))
        return cell


@dataclass(frozen=True)
class DrawnCells:
    """Cells of one interest whose effect is drawn: its scenarios at `rows`.

    `weight` is the place of the interest among those that have one; None if it has none. By cell, `spread` is
    how far apart the levels are, and `respected` the first level that crosses no red line; None without one.
    """

    rows: NDArray[np.intp] | slice
    many: int
    weight: int | None
    spread: NDArray[np.float32]
    respected: NDArray[np.int32] | None


@dataclass(frozen=True)
class StakeholderArrays:
    """One stakeholder: terms by scenario and corner, weights by interest and corner where these differ."""

    id: str
    doubt: WeightsInDoubt
    terms: Floats
    corners: Floats | None
    drawn: tuple[DrawnCells, ...]

    def draw_mix(self, random: np.random.Generator, out: Floats) -> None:
        """A mix of the corners for each draw, in columns that sum to 1."""
        for row, alpha in zip(out, self.doubt.alphas, strict=True):
            if alpha == 1:
                random.standard_exponential(out=row)
            else:
                random.standard_gamma(float(alpha), out=row)
        np.maximum(out, LEAST, out=out)
        out /= out.sum(axis=0)


def stakeholder_arrays(
    stakeholder: StakeholderInput, doubt: WeightsInDoubt, table: Table
) -> StakeholderArrays:
    """What the draws of one stakeholder need."""
    columns = {each.id: table.column(each) for each in (*stakeholder.interests, *doubt.interests)}
    net: dict[Cell, Fraction] = {  # many cells, few scores
        cell: cell.lowest_level - stakeholder.reservation
        for cell in dict.fromkeys(chain.from_iterable(columns.values()))
    }
    rows = zip(*(columns[each.id] for each in doubt.interests), strict=True)
    if doubt.corners == "one interest":
        as_float = {cell: _in_units(term, table.unit) for cell, term in net.items()}
        terms = [[as_float[cell] for cell in row] for row in rows]
        corners = None
    else:
        at_corners = (doubt.at_corners([net[cell] for cell in row]) for row in rows)
        terms = [[_in_units(term, table.unit) for term in row] for row in at_corners]
        corners = _corners(doubt)
    return StakeholderArrays(
        id=stakeholder.id,
        doubt=doubt,
        terms=np.array(terms),
        corners=corners,
        drawn=tuple(_drawn_cells(stakeholder, doubt, columns)),
    )


def crossed_without_doubt(parties: Iterable[StakeholderInput], table: Table) -> Bools:
    """Scenarios that cross a red line of a party with an effect that is not drawn."""
    crossed = np.zeros(len(table.scenarios), np.bool_)
    for interest in (each for party in parties for each in party.interests):
        if interest.red_line is not None:
            for place, cell in enumerate(table.column(interest)):
                crossed[place] |= not cell.is_drawn and cell.low < interest.red_line
    return crossed


def _in_units(term: Fraction, unit: Fraction) -> float:
    return float(max(-FARTHEST, min(FARTHEST, term * unit)))


def _corners(doubt: WeightsInDoubt) -> Floats:
    """The weights of the interests (rows) at each corner."""
    alone = np.eye(len(doubt.interests), dtype=int).tolist()
    return np.array([doubt.at_corners(list(map(Fraction, row))) for row in alone], float)


def _drawn_cells(
    stakeholder: StakeholderInput, doubt: WeightsInDoubt, columns: Mapping[str, Sequence[Cell]]
) -> Iterator[DrawnCells]:
    """In the order of the interests' ids, which is the order of drawing."""
    places = {each.id: place for place, each in enumerate(doubt.interests)}
    red_lines = {each.id: each.red_line for each in stakeholder.interests if stakeholder.is_party}
    for interest, column in sorted(columns.items()):
        weight, red_line = places.get(interest), red_lines.get(interest)
        drawn = {row: cell for row, cell in enumerate(column) if cell.is_drawn}
        if drawn and not (weight is None and red_line is None):
            yield DrawnCells(
                rows=slice(None) if len(drawn) == len(column) else np.array([*drawn], np.intp),
                many=len(drawn),
                weight=weight,
                spread=np.array([cell.spread for cell in drawn.values()], np.float32),
                respected=None
                if red_line is None
                else np.array([_respected(cell, red_line) for cell in drawn.values()], np.int32),
            )


def _respected(cell: Cell, red_line: Fraction) -> int:
    """The first level at which the effect is not below the red line."""
    level = -((cell.lowest_level - red_line) * LEVELS // (cell.high - cell.low))
    return max(0, min(LEVELS, level))
