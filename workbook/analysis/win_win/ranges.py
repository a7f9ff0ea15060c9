"""Whether a verdict stands wherever in its range a score lies, if scores were given with ranges."""

from dataclasses import dataclass
from typing import Literal

from workbook.analysis.win_win.values import ScenarioValues, Values, scenario_values
from workbook.analysis.win_win.verdicts import Verdict, verdict
from workbook.model.scores import Score

Answer = Literal["holds", "does not hold", "settles"]


@dataclass(frozen=True)
class AcrossRanges:
    """The verdict when every score with a range may lie anywhere in it.

    "holds": the same verdict throughout. "does not hold": some scores in the ranges give another one.
    "settles": the verdict is open, because scores are missing, but the ranges given for them decide it.
    """

    answer: Answer
    ranged: tuple[Score, ...]
    within: Verdict


def across_ranges(values: Values, of_scenario: Verdict) -> AcrossRanges | None:
    """None when no party's score has a range, or when the verdict is open and stays so."""
    scenario = of_scenario.values
    ranged = _ranged(values, scenario)
    if not ranged:
        return None
    within = verdict(values, scenario_values(scenario.scenario, values.holders, values.units, in_ranges=True))
    if of_scenario.outcome.kind == "undetermined":
        return AcrossRanges("settles", ranged, within) if within.outcome.kind != "undetermined" else None
    holds = within.outcome == of_scenario.outcome
    return AcrossRanges("holds" if holds else "does not hold", ranged, within)


def _ranged(values: Values, scenario: ScenarioValues) -> tuple[Score, ...]:
    of_parties = {interest.id for party in values.parties for interest in party.stakeholder.interests}
    return tuple(
        score
        for score in scenario.scenario.scores
        if (score.low is not None or score.high is not None) and score.interest in of_parties
    )
