"""The chances that can be worked out without sampling, when only the weights are in doubt.

With weights drawn from a Dirichlet distribution with parameters 1, whether a weighted sum is above 0 follows
from a recursion over its positive and its negative terms; a larger whole parameter repeats its term.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from workbook.analysis.robustness.question import (
    NOT_SCORED,
    Question,
    ScenarioInput,
    ScoreInput,
    StakeholderInput,
)
from workbook.analysis.robustness.weights import WeightsInDoubt, weights_in_doubt

Number = TypeVar("Number", float, Fraction)


@dataclass(frozen=True)
class Chances:
    """How likely one stakeholder gains, and loses, in one scenario; None where it cannot be told."""

    gains: float | None
    loses: float | None


@dataclass(frozen=True)
class ExactChances:
    """By scenario and stakeholder; and that nobody loses and no red line is crossed, by scenario."""

    stakeholders: Mapping[str, Mapping[str, Chances]]
    nobody_loses: Mapping[str, float | None]


def exact_chances(question: Question) -> ExactChances:
    """All of them; None where scores are missing or the weights are not such that they can be had."""
    doubts = {each.id: weights_in_doubt(each, question) for each in question.stakeholders}
    stakeholders = {
        scenario.id: {
            each.id: stakeholder_chances(each, doubts[each.id], scenario, question)
            for each in question.stakeholders
        }
        for scenario in question.scenarios
    }
    nobody_loses = {
        scenario.id: _nobody_loses(scenario, stakeholders[scenario.id], question)
        for scenario in question.scenarios
        if question.can_be_asked
    }
    return ExactChances(stakeholders, nobody_loses)


def stakeholder_chances(
    stakeholder: StakeholderInput, doubt: WeightsInDoubt, scenario: ScenarioInput, question: Question
) -> Chances:
    """The chances of one stakeholder; with scores missing, only where these cannot change them."""
    ranges = [
        question.drawn_from(scenario.scores.get(each.id, NOT_SCORED), doubted=False)
        for each in doubt.interests
    ]
    repeats = whole(doubt.alphas)
    lowest = _chances(doubt.at_corners([low - stakeholder.reservation for low, _ in ranges]), repeats)
    if all(low == high for low, high in ranges):
        return lowest
    highest = _chances(doubt.at_corners([high - stakeholder.reservation for _, high in ranges]), repeats)
    return Chances(_if_same(lowest.gains, highest.gains), _if_same(lowest.loses, highest.loses))


def whole(alphas: Iterable[Fraction]) -> tuple[int, ...] | None:
    """The parameters as whole numbers, if that is what they are."""
    alphas = tuple(alphas)
    return tuple(map(int, alphas)) if all(each.denominator == 1 for each in alphas) else None


def _if_same(one: float | None, other: float | None) -> float | None:
    return one if one == other else None


def _chances(terms: Sequence[Fraction], repeats: Sequence[int] | None) -> Chances:
    """Signs that agree settle it for any weights; otherwise it depends on the weights' distribution."""
    some_above, some_below = any(each > 0 for each in terms), any(each < 0 for each in terms)
    if not (some_above and some_below):
        return Chances(float(some_above), float(some_below))
    if repeats is None:
        return Chances(None, None)
    terms_in_floats = [float(each) for each in terms]
    gains = chance_above_zero(
        [each for each, times in zip(terms_in_floats, repeats, strict=True) for _ in range(times)]
    )
    return Chances(gains, 1 - gains)


def chance_above_zero(terms: Sequence[Number]) -> Number:
    """The chance that the mean of the terms is above 0, with weights drawn from all weights alike.

    With i positive and j negative terms used up, the next of the two weighs on the answer in proportion to
    its size; once one side is used up, the other has won. Terms of 0 change nothing. Nothing is subtracted,
    so that it is as exact in floats as floats can be; given fractions it is exact.
    """
    above = [each for each in terms if each > 0]
    below = [-each for each in terms if each < 0]
    if not above:
        return terms[0] - terms[0]  # 0 of their kind
    one = above[0] / above[0]
    won = [one] * len(above) + [
        one - one
    ]  # with i positive terms used up and, from now on, fewer negative ones
    for b in reversed(below):
        for i in reversed(range(len(above))):
            a = above[i]
            won[i] = (a * won[i] + b * won[i + 1]) / (a + b)
    return won[0]


def _nobody_loses(
    scenario: ScenarioInput, chances: Mapping[str, Chances], question: Question
) -> float | None:
    """The product over the parties, whose weights are independent; a red line that is crossed makes it 0."""
    factors = [chances[party.id].loses for party in question.parties]
    crossed = red_lines_crossed(scenario, question)
    if crossed is True or 1 in factors:
        return 0.0
    product = 1.0
    for loses in factors:
        if loses is None or crossed is None:
            return None
        product *= 1 - loses
    return product


def red_lines_crossed(scenario: ScenarioInput, question: Question) -> bool | None:
    """Whether a party's red line is crossed by the scores given; None when a missing score decides that."""
    answers = [
        _crosses(scenario.scores.get(each.id, NOT_SCORED), each.red_line, question)
        for party in question.parties
        for each in party.interests
        if each.red_line is not None
    ]
    return True if True in answers else None if None in answers else False


def _crosses(score: ScoreInput, red_line: Fraction, question: Question) -> bool | None:
    low, high = question.drawn_from(score, doubted=False)
    return True if high < red_line else None if low < red_line else False
