"""What holds by the scores and weights as they were given: what the simulation stands beside."""

from dataclasses import dataclass

from workbook.analysis.robustness.question import NOT_SCORED, Question, ScenarioInput
from workbook.analysis.robustness.weights import weights_in_doubt
from workbook.analysis.win_win.values import Values
from workbook.analysis.win_win.verdicts import Verdict


@dataclass(frozen=True)
class AsGiven:
    """Whether a scenario is acceptable to every party; None while that is not known.

    `losers` are the names of the parties that surely lose, `red_lines` of those whose red line is crossed.
    `for_any_weights`: it follows from the scores and red lines alone.
    """

    acceptable: bool | None
    losers: tuple[str, ...]
    red_lines: tuple[str, ...]
    for_any_weights: bool


def as_given(values: Values, verdict: Verdict, scenario: ScenarioInput, question: Question) -> AsGiven:
    """What the exact verdict on a scenario says of the question that the simulation asks."""
    names = {each.id: each.name for each in question.parties}
    rows = verdict.values.rows
    losers = tuple(names[party.id] for party in values.parties if rows[party.id].loses)
    red_lines = tuple(dict.fromkeys(names[line.holder.id] for line in verdict.crossed))
    signs = _signs(scenario, question)
    acceptable = verdict.outcome.acceptable
    return AsGiven(
        acceptable=acceptable,
        losers=losers,
        red_lines=red_lines,
        for_any_weights=bool(red_lines) or False in signs or (acceptable is True and set(signs) == {True}),
    )


def _signs(scenario: ScenarioInput, question: Question) -> list[bool | None]:
    """Of each party: never loses, always loses, or depends on its weights or on missing scores."""
    signs: list[bool | None] = []
    for party in question.parties:
        ranges = [
            question.drawn_from(scenario.scores.get(each.id, NOT_SCORED), doubted=False)
            for each in weights_in_doubt(party, question).interests
        ]
        never = all(low >= party.reservation for low, _ in ranges)
        always = all(high < party.reservation for _, high in ranges)
        signs.append(True if never else False if always else None)
    return signs
