"""What things are called in a sentence, how points read, and where in the workbook things stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from workbook.analysis.win_win.units import Interval
from workbook.editing import write_address
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Interest, Stakeholder

LONGEST_PHRASE = 3
"""Words. What is longer, or a sentence, stands in quotation marks."""

POINTS = "points on the scale"


@dataclass(frozen=True)
class Names:
    """Names and addresses in one draft."""

    draft: Draft

    def address(self, *steps: str) -> str:
        """Where something in the draft stands in the workbook."""
        return write_address(("drafts", self.draft.id, *steps))

    def score_address(self, scenario: str, interest: str) -> str:
        """Where the score of an interest stands, or would stand."""
        return f"{self._root}/scenarios/{scenario}/scores/{interest}"

    def interest_address(self, holder: str, interest: str, *steps: str) -> str:
        """Where an interest stands."""
        return self.address("stakeholders", holder, "interests", interest, *steps)

    def scenario(self, scenario_id: str) -> str:
        """The name of the scenario of this id."""
        return self._scenarios[scenario_id]

    @cached_property
    def _root(self) -> str:
        return self.address()

    @cached_property
    def _scenarios(self) -> Mapping[str, str]:
        return {scenario.id: scenario_name(scenario) for scenario in self.draft.scenarios}


def scenario_name(scenario: Scenario) -> str:
    """As it was called, or its id."""
    return scenario.name.strip() or scenario.id


def stakeholder_name(stakeholder: Stakeholder) -> str:
    """As it was called, or its id."""
    return stakeholder.name.strip() or stakeholder.id


def interest_name(interest: Interest) -> str:
    """A short phrase as it stands, a sentence in quotation marks without its full stop."""
    text = interest.text.strip().removesuffix(".") or interest.id
    is_phrase = len(text.split()) <= LONGEST_PHRASE and text.islower()
    return text if is_phrase else f"“{text}”"


def points(value: Fraction) -> str:
    """The size of a figure as read: two decimals at most. What is not 0 never reads as 0."""
    size, whole_point = abs(value.numerator), value.denominator
    hundredths = (200 * size + whole_point) // (2 * whole_point)  # halves up
    if size and not hundredths:
        return "less than 0.01"
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") if rest else str(whole)


def in_points(value: Fraction) -> str:
    """1 point, 2.5 points."""
    return f"{points(value)} {'point' if abs(value) == 1 else 'points'}"


def signed(value: Fraction) -> str:
    """Points above (+) or below (-) what there is without an agreement."""
    if not value:
        return "0"
    is_above, size = value.numerator > 0, points(value)
    if size.startswith("less"):
        return "just above 0" if is_above else "just below 0"
    return f"{'+' if is_above else '-'}{size}"


def score_words(score: Fraction) -> str:
    """A score as read."""
    return f"-{points(score)}" if score < 0 else points(score)


def span(net: Interval) -> str:
    """A figure, or from where to where it may lie."""
    return signed(net.low) if net.is_point else f"{signed(net.low)} to {signed(net.high)}"


def number(value: Fraction) -> float:
    """An exact figure as it leaves the program: whole, or rounded once to nine decimals."""
    return value.numerator if value.denominator == 1 else round(float(value), 9)
