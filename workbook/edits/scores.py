"""Giving scores and taking them back. A score nobody gives is absent, never 0."""

from collections.abc import Mapping
from typing import Any

from workbook.editing import put
from workbook.model.scores import Score
from workbook.model.workbook import Workbook

Cell = tuple[str, str]
"""A scenario and an interest, by their ids."""
TAKEN_FROM_ELSEWHERE = frozenset({"source", "illustration"})


def score_of(scores: tuple[Score, ...], interest: str) -> Score:
    """What is said of an interest; an empty score where nothing is."""
    return next((each for each in scores if each.interest == interest), Score(interest=interest))


def with_value(scores: tuple[Score, ...], interest: str, value: float | None) -> tuple[Score, ...]:
    """The scores with another value for an interest; None takes it back, and its range with it.

    Evidence and speaker stay. A value that the room gives is no longer the source's: then the citation goes,
    and the score counts as the room's.

    Raises:
        pydantic.ValidationError: the value lies outside the range that was given with the score.
    """
    held = score_of(scores, interest)
    if held.value == value and value is not None:
        return scores
    changed: dict[str, Any] = {"value": value}
    if value is None:
        changed |= {"low": None, "high": None}
    if held.basis in TAKEN_FROM_ELSEWHERE:
        changed |= {"basis": "room", "citation": ""}
    return _with(scores, held.replace(**changed))


def with_said(scores: tuple[Score, ...], interest: str, **said: object) -> tuple[Score, ...]:
    """The scores with something else said of one: range, evidence, speaker, basis, citation.

    Raises:
        pydantic.ValidationError: the range does not hold the value.
    """
    return _with(scores, score_of(scores, interest).replace(**said))


def give_scores(workbook: Workbook, draft_id: str, given: Mapping[Cell, float | None]) -> Workbook:
    """The workbook with these values in a draft, all of them at once.

    Raises:
        NoSuchPlaceError: the draft has no such scenario.
        pydantic.ValidationError: a value is off the scale, or outside the range given with its score.
    """
    scenarios = {scenario.id: scenario.scores for scenario in workbook.draft(draft_id).scenarios}
    changed: dict[str, tuple[Score, ...]] = {}
    for (scenario, interest), value in given.items():
        scores = changed.get(scenario, scenarios.get(scenario, ()))
        changed[scenario] = with_value(scores, interest, value)
    for scenario, scores in changed.items():
        workbook = put(workbook, ("drafts", draft_id, "scenarios", scenario, "scores"), scores)
    return workbook


def _with(scores: tuple[Score, ...], score: Score) -> tuple[Score, ...]:
    others = tuple(each for each in scores if each.interest != score.interest)
    if score == Score(interest=score.interest, basis=score.basis):
        return others  # nothing is said any more
    return (*others, score)
