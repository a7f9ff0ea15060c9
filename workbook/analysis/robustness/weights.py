"""What may be true of a stakeholder's weights: a mix of corners, drawn from a Dirichlet distribution.

Every kind of doubt has the same form, which the exact recursion and the simulation share. Unknown weights mix
the corners "one interest alone", all mixes alike. Where only the order is known, the corners are "the first k
interests alike". Weights given mix the first kind of corner, close around what was given.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import lcm
from typing import Literal

from workbook.analysis.robustness.question import InterestInput, Question, StakeholderInput
from workbook.model.vocabulary import Certainty, WeightsKnown

CONCENTRATION: dict[Certainty, int] = {"rough": 8, "fairly_sure": 20, "sure": 60}
"""The sum of the parameters of the Dirichlet distribution around the weights given."""

Corners = Literal["one interest", "first interests"]


@dataclass(frozen=True)
class WeightsInDoubt:
    """The weights that `interests` may have; every other interest of the stakeholder has weight 0.

    `alphas` are the parameters of the distribution over the corners. `tied` gives the lengths of the runs of
    interests that are equally important, where the order counts. `known` is the doubt that this stands for.
    """

    interests: tuple[InterestInput, ...]
    alphas: tuple[Fraction, ...]
    known: WeightsKnown
    corners: Corners = "one interest"
    tied: tuple[int, ...] = ()

    def at_corners(self, values: Sequence[Fraction]) -> list[Fraction]:
        """The weighted sum of some values, one for each interest, at each corner."""
        if self.corners == "one interest":
            return list(values)
        # In whole parts of a common denominator: exact like the fractions, and several times as fast.
        whole = lcm(*(each.denominator for each in values)) * lcm(*self.tied)
        parts = [each.numerator * (whole // each.denominator) for each in values]
        sums, total, first = [], 0, 0
        for length in self.tied:  # equally important interests share their weight, so their mean counts
            mean = sum(parts[first : first + length]) // length
            sums += [total + mean * place for place in range(1, length + 1)]
            total, first = sums[-1], first + length
        return [Fraction(each, whole * place) for place, each in enumerate(sums, start=1)]


def weights_in_doubt(stakeholder: StakeholderInput, question: Question) -> WeightsInDoubt:
    """What the stakeholder's weights may be.

    They are unknown when that is said, when one of several is missing, and when all are 0; a single interest
    needs none. A weight of 0 stays 0 otherwise. Somebody without interests has one that nobody scored.
    """
    interests = tuple(sorted(stakeholder.interests, key=lambda each: each.id)) or (InterestInput(""),)
    weights = [each.weight for each in interests if each.weight is not None]
    known = question.weights or stakeholder.weights_known
    if len(interests) == 1:
        return WeightsInDoubt(interests, (Fraction(1),), known)
    if len(weights) < len(interests) or not any(weights):
        return WeightsInDoubt(interests, (Fraction(1),) * len(interests), "unknown")
    matter = tuple(each for each in interests if each.weight)
    if known == "unknown":
        return WeightsInDoubt(matter, (Fraction(1),) * len(matter), "unknown")
    if known == "order":
        return _in_order(matter)
    share = CONCENTRATION[stakeholder.certainty] / sum(weights, Fraction(0))
    return WeightsInDoubt(matter, tuple(_weight(each) * share for each in matter), "given")


def _in_order(interests: Iterable[InterestInput]) -> WeightsInDoubt:
    falling = sorted(interests, key=_weight, reverse=True)  # stable: equals stay in the order of their ids
    return WeightsInDoubt(
        tuple(falling),
        (Fraction(1),) * len(falling),
        "order",
        corners="first interests",
        tied=runs(falling, _weight),
    )


def _weight(interest: InterestInput) -> Fraction:
    return interest.weight or Fraction(0)


def runs(items: Iterable[InterestInput], key: Callable[[InterestInput], Fraction]) -> tuple[int, ...]:
    """How many neighbours have the same key, again and again."""
    return tuple(sum(1 for _ in group) for _, group in groupby(items, key))
