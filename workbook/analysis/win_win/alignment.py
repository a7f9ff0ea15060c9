"""Whether the design does what it says: benefits serve interests, mechanisms align, motives fit.

Our own rules, on Susha et al. 2019: a mechanism aligns what partners want (section 5), and the platforms
differ in whose interest comes first (Table 1, primary interest).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbook.analysis.position import largest, lead
from workbook.analysis.profile import mean_shares
from workbook.analysis.subject import draft_subject
from workbook.analysis.win_win.values import Holder, Values
from workbook.analysis.wording import LEAD_LEANING
from workbook.model.draft import Draft
from workbook.model.scenarios import ChosenMechanism, Scenario
from workbook.model.stakeholders import Interest
from workbook.model.vocabulary import Orientation


@dataclass(frozen=True)
class IdleMechanism:
    """A mechanism that names no interest, or none (`served`) that its scenario makes better off."""

    scenario: Scenario
    mechanism: ChosenMechanism
    served: tuple[Interest, ...]


@dataclass(frozen=True)
class Motives:
    """How the weight of the parties' interests divides over what they are for (shares, together 1).

    Every party of known importance counts the same. Interests for which nobody said it are left out.
    """

    own: Fraction
    social: Fraction
    both: Fraction
    weighed: tuple[tuple[Holder, Interest, Fraction], ...]

    @property
    def is_mostly_self_interest(self) -> bool:
        """Whether more than half of the weight lies on interests of the parties' own."""
        return self.own > Fraction(1, 2)


def unserved(values: Values) -> Iterator[tuple[Holder, Interest]]:
    """Interests of parties and of affected stakeholders that no benefit of any scenario serves."""
    served = {
        interest
        for scenario in values.scenarios
        for benefit in scenario.scenario.benefits
        for interest in benefit.serves
    }
    for holder in values.holders:
        for interest in holder.stakeholder.interests:
            if interest.id not in served:
                yield holder, interest


def idle_mechanisms(draft: Draft) -> Iterator[IdleMechanism]:
    """Mechanisms that align nobody."""
    interests = {interest.id: interest for interest in draft.interests()}
    for scenario in draft.scenarios:
        scores = {score.interest: score.value for score in scenario.scores}
        for mechanism in scenario.mechanisms:
            effects = [scores.get(interest) for interest in mechanism.serves]
            if all(effect is not None and effect <= 0 for effect in effects):
                served = tuple(interests[each] for each in mechanism.serves)
                yield IdleMechanism(scenario, mechanism, served)


def says_social_issue(draft: Draft) -> bool:
    """Whether the platform of the draft clearly is, or is leaning towards, social issue."""
    shares = draft_subject(draft).shares.values()
    mean = mean_shares(each for each in shares if each is not None)
    return mean is not None and largest(mean) == ("social_issue",) and lead(mean) >= LEAD_LEANING


def motives(parties: Sequence[Holder]) -> Motives | None:
    """What the parties' weighted interests are for; None when no party has said enough to tell."""
    weighed = tuple(
        (party, interest, share)
        for party in parties
        for interest, share in zip(party.stakeholder.interests, party.importance.shares or (), strict=False)
        if interest.orientation is not None and share
    )
    total = sum((share for _, _, share in weighed), Fraction(0))
    if not total:
        return None

    def part(orientation: Orientation) -> Fraction:
        of_it = (share for _, interest, share in weighed if interest.orientation == orientation)
        return sum(of_it, Fraction(0)) / total

    return Motives(part("self"), part("social"), part("both"), weighed)
