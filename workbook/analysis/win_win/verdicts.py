"""The verdict on a scenario: acceptable, win-win, everyone gains; or who stands in the way.

[RRM] Raiffa, Richardson & Metcalfe 2002: acceptable is individually rational, a win-win is a Pareto
improvement on no agreement. Over the parties only; whoever is affected without a seat at the table is another
finding.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from workbook.analysis.win_win.units import Interval
from workbook.analysis.win_win.values import Holder, Row, ScenarioValues, Values, Whole
from workbook.model.stakeholders import Interest

Kind = Literal["win-win", "trade-off", "loss-only", "neutral", "red-line", "undetermined"]
"""The class of a scenario. "red-line": nobody loses by net value, but a red line is crossed."""


@dataclass(frozen=True)
class RedLine:
    """A red line that a scenario crosses or, while its cell is unscored, may cross.

    Scores in points; `score` is None when nobody scored the interest.
    """

    holder: Holder
    interest: Interest
    lowest_accepted: Fraction
    score: Fraction | None
    is_crossed: bool


@dataclass(frozen=True)
class Outcome:
    """What holds of a scenario by the parties' net values and red lines; None is not yet known.

    Acceptable: no net value below 0, and no red line crossed. Win-win: acceptable, and one net value above 0.
    All-gain: every net value above 0. Without a party there is no verdict: `kind` is None as well.
    """

    acceptable: bool | None
    win_win: bool | None
    all_gain: bool | None
    kind: Kind | None


@dataclass(frozen=True)
class Verdict:
    """What holds of one scenario. `surplus` is the sum of the parties' net values, in points."""

    values: ScenarioValues
    outcome: Outcome
    red_lines: tuple[RedLine, ...]
    surplus: Interval | None

    @property
    def id(self) -> str:
        """The scenario's."""
        return self.values.id

    @property
    def crossed(self) -> tuple[RedLine, ...]:
        """Red lines of parties that are surely crossed."""
        return tuple(line for line in self.red_lines if line.is_crossed and line.holder.is_party)


def verdict(values: Values, scenario: ScenarioValues) -> Verdict:
    """The verdict on one scenario."""
    lines = red_lines(values, scenario)
    of_parties = [line for line in lines if line.holder.is_party]
    surplus = None
    if values.parties:
        surplus = values.units.interval(sum(scenario.low), sum(scenario.high))
    return Verdict(
        values=scenario,
        outcome=outcome(
            scenario.low,
            scenario.high,
            may_cross=bool(of_parties),
            crosses=any(line.is_crossed for line in of_parties),
        ),
        red_lines=lines,
        surplus=surplus,
    )


def red_lines(values: Values, scenario: ScenarioValues) -> tuple[RedLine, ...]:
    """The red lines that the scenario crosses or may cross, of parties and of affected stakeholders."""
    found = []
    for holder in values.holders:
        row = scenario.rows[holder.id]
        for position, line in enumerate(holder.red_lines):
            if line is not None and row.lows[position] < line:
                found.append(_red_line(values, holder, row, position))
    return tuple(found)


def outcome(low: Whole, high: Whole, *, may_cross: bool, crosses: bool) -> Outcome:
    """The outcome for net values from low to high: true if it holds at low, false if not even at high."""
    if not low:
        return Outcome(None, None, None, None)
    acceptable = _known(not may_cross and min(low) >= 0, not crosses and min(high) >= 0)
    win_win = _known(acceptable is True and max(low) > 0, acceptable is not False and max(high) > 0)
    return Outcome(
        acceptable=acceptable,
        win_win=win_win,
        all_gain=_known(min(low) > 0, min(high) > 0),
        kind="win-win" if win_win else _kind(low, high, may_cross=may_cross, crosses=crosses),
    )


def _red_line(values: Values, holder: Holder, row: Row, position: int) -> RedLine:
    in_points = values.units.score_points
    line = holder.red_lines[position] or 0
    return RedLine(
        holder=holder,
        interest=holder.stakeholder.interests[position],
        lowest_accepted=in_points(line),
        score=None if position in row.gaps else in_points(row.highs[position]),
        is_crossed=row.highs[position] < line,
    )


def _known(holds_at_worst: bool, holds_at_best: bool) -> bool | None:  # noqa: FBT001 - one question, twice
    return True if holds_at_worst else None if holds_at_best else False


def _kind(low: Whole, high: Whole, *, may_cross: bool, crosses: bool) -> Kind:
    """The class of what is not, or not surely, a win-win."""
    somebody_loses = min(high) < 0
    if somebody_loses and max(low) > 0:
        return "trade-off"
    if somebody_loses and max(high) <= 0:
        return "loss-only"
    if crosses and min(low) >= 0:
        return "red-line"
    is_neutral = not may_cross and not any(low) and not any(high)
    return "neutral" if is_neutral else "undetermined"
