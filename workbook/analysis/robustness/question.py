"""What is asked: plain frozen inputs in exact numbers, and how a draft becomes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from workbook.model.draft import Draft
from workbook.model.mix import exact
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Stakeholder
from workbook.model.vocabulary import Certainty, WeightsKnown
from workbook.model.workbook import RobustnessSettings

STEPS_WHEN_NONE = 6
"""A scale without steps is taken to have six, as the usual one from -3 to 3 has."""


@dataclass(frozen=True)
class InterestInput:
    """An interest; no weight means that its importance was not said."""

    id: str
    weight: Fraction | None = None
    red_line: Fraction | None = None


@dataclass(frozen=True)
class StakeholderInput:
    """Somebody whose gains and losses are asked for; verdicts are over those who are a party."""

    id: str
    interests: tuple[InterestInput, ...]
    name: str = ""
    reservation: Fraction = Fraction(0)
    weights_known: WeightsKnown = "given"
    certainty: Certainty = "fairly_sure"
    is_party: bool = True


@dataclass(frozen=True)
class ScoreInput:
    """What was said about an effect: a value, or nothing yet, and how far it may lie from it."""

    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None


@dataclass(frozen=True)
class ScenarioInput:
    """A scenario with its scores by interest; what is absent is not scored."""

    id: str
    scores: Mapping[str, ScoreInput]
    name: str = ""


Range = tuple[Fraction, Fraction]
NOT_SCORED = ScoreInput()


@dataclass(frozen=True)
class Question:
    """Stakeholders, scenarios and scale, and what is to be doubted.

    `weights` overrides what each stakeholder says of theirs; `score_noise` doubts the scores given.
    """

    stakeholders: tuple[StakeholderInput, ...]
    scenarios: tuple[ScenarioInput, ...]
    low: Fraction = Fraction(-3)
    high: Fraction = Fraction(3)
    step: Fraction | None = Fraction(1)
    weights: WeightsKnown | None = None
    score_noise: bool = True
    draft: str = ""

    @property
    def parties(self) -> tuple[StakeholderInput, ...]:
        """Those whose gains and losses make the verdict."""
        return tuple(each for each in self.stakeholders if each.is_party)

    @property
    def can_be_asked(self) -> bool:
        """Whether there is a scenario and a party; without a party there is no verdict."""
        return bool(self.scenarios and self.parties)

    @cached_property
    def half_step(self) -> Fraction:
        """How far a score that was given may be off."""
        return (self.step or (self.high - self.low) / STEPS_WHEN_NONE) / 2

    def drawn_from(self, score: ScoreInput, *, doubted: bool) -> Range:
        """Where the true effect may lie, every point alike; a range of no width if there is no doubt.

        A range that was given counts in place of half a step; of a range with one end only, the other is
        half a step away. What is not scored may be anything on the scale, or in the range given for it.
        """
        if score.value is None:
            low, high = self.low, self.high
        elif doubted:
            low, high = score.value - self.half_step, score.value + self.half_step
        else:
            return score.value, score.value
        low = low if score.low is None else score.low
        high = high if score.high is None else score.high
        return max(low, self.low), min(high, self.high)


def question(draft: Draft, settings: RobustnessSettings) -> Question:
    """A draft as a question; those who are only context are left out."""
    scale = draft.scale
    return Question(
        stakeholders=tuple(_stakeholder(each) for each in draft.stakeholders if each.standing != "context"),
        scenarios=tuple(_scenario(each) for each in draft.scenarios),
        low=exact(scale.min),
        high=exact(scale.max),
        step=None if scale.step is None else exact(scale.step),
        weights=settings.weights,
        score_noise=settings.score_noise,
        draft=draft.id,
    )


def _exact(number: float | None) -> Fraction | None:
    return None if number is None else exact(number)


def _stakeholder(stakeholder: Stakeholder) -> StakeholderInput:
    return StakeholderInput(
        id=stakeholder.id,
        name=stakeholder.name or stakeholder.id,
        interests=tuple(
            InterestInput(each.id, _exact(each.weight), _exact(each.red_line))
            for each in stakeholder.interests
        ),
        reservation=exact(stakeholder.reservation_value),
        weights_known=stakeholder.weights_known,
        certainty=stakeholder.certainty,
        is_party=stakeholder.standing == "party",
    )


def _scenario(scenario: Scenario) -> ScenarioInput:
    return ScenarioInput(
        id=scenario.id,
        name=scenario.name or scenario.id,
        scores={
            each.interest: ScoreInput(_exact(each.value), _exact(each.low), _exact(each.high))
            for each in scenario.scores
        },
    )
