"""The next thing worth asking for: the missing score that could move an open verdict furthest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from workbook.analysis.win_win.units import Interval
from workbook.analysis.win_win.values import Holder, ScenarioValues, Values
from workbook.analysis.win_win.verdicts import Verdict
from workbook.model.stakeholders import Interest

Asked = Literal["score", "red line", "weights", "interests"]


@dataclass(frozen=True)
class Question:
    """What to ask whom. `swing`: by how many points the answer can move the net value.

    Of a score, or of a score that may cross a red line, it names scenario and interest; else the
    stakeholder's weights or interests are asked for.
    """

    asks: Asked
    holder: Holder
    scenario: ScenarioValues | None = None
    interest: Interest | None = None
    swing: Fraction | None = None


def next_question(values: Values, verdicts: Sequence[Verdict]) -> Question | None:
    """The unscored cell, where gain or loss is open, with the largest share times the width of the scale.

    Parties before affected stakeholders, because verdicts range over parties; the first entered when equal.
    After the scores, red lines that an unscored cell may cross; then weights; then interests nobody has
    named. None: nothing is open.
    """
    parties = values.parties
    affected = [holder for holder in values.holders if not holder.is_party]
    return (
        _score(values, parties)
        or _red_line(verdicts)
        or _weights_or_interests(values, parties)
        or _score(values, affected)
        or _weights_or_interests(values, affected)
    )


def open_net(values: Values, question: Question) -> Interval | None:
    """The net value that the question is about, in points; None when it is not about one scenario."""
    if question.scenario is None:
        return None
    return values.net(question.scenario.rows[question.holder.id])


def _score(values: Values, holders: Sequence[Holder]) -> Question | None:
    cells = list(_open_cells(values, holders))
    if not cells:
        return None
    swing, scenario, holder, position = max(cells, key=lambda cell: cell[0])
    interest = holder.stakeholder.interests[position]
    return Question("score", holder, scenario, interest, swing / values.units.net)


def _open_cells(
    values: Values, holders: Sequence[Holder]
) -> Iterator[tuple[Fraction, ScenarioValues, Holder, int]]:
    units = values.units
    width = Fraction(units.highest - units.lowest)
    for scenario in values.scenarios:
        for holder in holders:
            row = scenario.rows[holder.id]
            if row.gaps and row.is_open:
                # Unknown weights count as equal here: only to decide what to ask first, never for a verdict.
                equal = Fraction(units.net_per_score, len(row.lows))
                for position in row.gaps:
                    worth = equal if holder.worth is None else holder.worth[position]
                    yield worth * width, scenario, holder, position


def _red_line(verdicts: Sequence[Verdict]) -> Question | None:
    """A cell that moves no net value can still decide whether a red line is crossed."""
    for each in verdicts:
        if each.outcome.acceptable is None:
            for line in each.red_lines:
                if line.holder.is_party and not line.is_crossed:
                    return Question("red line", line.holder, each.values, line.interest)
    return None


def _weights_or_interests(values: Values, holders: Sequence[Holder]) -> Question | None:
    for holder in holders:
        if any(scenario.rows[holder.id].is_open for scenario in values.scenarios):
            if not holder.stakeholder.interests:
                return Question("interests", holder)
            if holder.worth is None:
                return Question("weights", holder)
    return None
