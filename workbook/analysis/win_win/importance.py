"""How much each interest counts for its holder: weights as shares, or not known."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from workbook.model.mix import exact
from workbook.model.stakeholders import Stakeholder
from workbook.model.vocabulary import WeightsKnown

IMPORTANCE_RULE = (
    "Weights count in proportion, within one stakeholder only. A single interest needs none. Where a "
    "weight is missing, where all are 0, or where the room said that they are not known, importance is "
    "not known and anything that some weights would give is left open."
)


@dataclass(frozen=True)
class Importance:
    """What the weights of one stakeholder say.

    `shares` sum to 1, in the order of the interests ([KR] Keeney & Raiffa 1976); None: importance is not
    known, and `because` says why. A stakeholder without interests has no shares, and nothing that could be
    unknown.
    """

    shares: tuple[Fraction, ...] | None
    because: str = ""

    @property
    def is_known(self) -> bool:
        """Whether net values can be worked out from it."""
        return self.shares is not None


def importance(stakeholder: Stakeholder, weights: WeightsKnown | None = None) -> Importance:
    """The shares of a stakeholder's interests, by what it says about its weights or by `weights` instead.

    Weights known only by their order are used as they are written: the exact verdicts know given weights and
    unknown ones, nothing between. What follows from the order alone is the simulation's business.
    """
    interests = stakeholder.interests
    if len(interests) <= 1:
        return Importance((Fraction(1),) * len(interests))
    if (weights or stakeholder.weights_known) == "unknown":
        return Importance(None, "how much its interests count is not known")
    written = [interest.weight for interest in interests]
    if any(weight for weight in written) and any(weight is None for weight in written):
        return Importance(None, "some of its interests have no weight")
    given = [exact(weight) for weight in written if weight]
    if not given:
        return Importance(None, "its interests have no weights")
    return Importance(tuple(_shares(written, sum(given, Fraction(0)))))


def _shares(written: Iterable[float | None], total: Fraction) -> Iterable[Fraction]:
    return (exact(weight) / total if weight else Fraction(0) for weight in written)
