"""Scores: on the scale, inside their range, and never 0 because nobody said."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.scores import Scale, Score
from workbook.model.stakeholders import Interest, Stakeholder

GROWERS = Stakeholder(id="growers", interests=(Interest(id="speed"), Interest(id="cost")))


def scored(scores: dict[str, Any], scale: Scale | None = None) -> Draft:
    """A draft whose one scenario has these scores, as they stand in a file."""
    scenario = Scenario.model_validate({"id": "c", "scores": scores})
    return Draft(id="d", scale=scale or Scale(), stakeholders=(GROWERS,), scenarios=(scenario,))


def test_the_scale_runs_from_3_below_to_3_above_no_agreement_unless_said_otherwise() -> None:
    assert Scale() == Scale(min=-3, max=3, step=1)


@pytest.mark.parametrize("ends", [(1, 3), (-3, -1), (3, -3), (0, 0)])
def test_a_scale_runs_upwards_and_holds_0(ends: tuple[int, int]) -> None:
    with pytest.raises(ValidationError, match="hold 0"):
        Scale(min=ends[0], max=ends[1])


@pytest.mark.parametrize("ends", [(0, 10), (-10, 0), (-0.5, 0.5)])
def test_a_scale_may_begin_or_end_at_0(ends: tuple[float, float]) -> None:
    assert Scale(min=ends[0], max=ends[1]).holds(0)


@pytest.mark.parametrize("step", [0, -1])
def test_the_points_of_a_scale_are_apart(step: int) -> None:
    with pytest.raises(ValidationError, match="greater than 0"):
        Scale(step=step)


def test_a_scale_without_a_step_takes_any_number_between_its_ends() -> None:
    assert Scale(step=None).holds(0.123)


@pytest.mark.parametrize("which", ["value", "low", "high"])
@pytest.mark.parametrize("points", [3.5, 4, -3.1])
def test_a_score_off_the_scale_is_refused_and_so_are_its_low_and_high(which: str, points: float) -> None:
    with pytest.raises(ValidationError, match="off the scale from -3 to 3"):
        scored({"speed": {which: points}})


def test_the_ends_of_the_scale_are_on_it() -> None:
    score = scored({"speed": {"low": -3, "value": 0, "high": 3}}).scenarios[0].scores[0]
    assert (score.low, score.value, score.high) == (-3, 0, 3)


def test_a_scale_cannot_be_made_too_short_for_the_scores_there_are() -> None:
    with pytest.raises(ValidationError, match="off the scale"):
        scored({"speed": {"value": 3}}).replace(scale=Scale(min=-2, max=2))


@pytest.mark.parametrize(
    "points",
    [
        {"low": 2, "value": 1},
        {"value": 2, "high": 1},
        {"low": 2, "high": 1},
        {"low": 0, "value": 3, "high": 2},
    ],
)
def test_a_value_lies_between_its_low_and_its_high(points: dict[str, int]) -> None:
    with pytest.raises(ValidationError, match="between its low and its high"):
        Score.model_validate({"interest": "speed", **points})


@pytest.mark.parametrize(
    "points", [{"low": 1, "value": 1, "high": 1}, {"low": 1}, {"low": -1, "high": 2}, {}]
)
def test_a_range_may_be_narrow_or_half_said(points: dict[str, int]) -> None:
    assert Score.model_validate({"interest": "speed", **points}).model_dump(include=set(points)) == points


def test_a_score_nobody_gave_stays_nothing_through_the_file() -> None:
    draft = scored({"speed": {"value": None, "evidence": "Nobody dared to say"}})
    again = Draft.model_validate_json(json.dumps(draft.model_dump(mode="json", by_alias=True)))
    assert again == draft
    assert again.scenarios[0].scores[0].value is None
    assert [score.interest for score in again.scenarios[0].scores] == [
        "speed"
    ]  # no score for "cost" appeared


def test_a_score_of_0_stays_0_through_the_file() -> None:
    draft = scored({"speed": {"value": 0}})
    again = Draft.model_validate_json(json.dumps(draft.model_dump(mode="json", by_alias=True)))
    assert again.scenarios[0].scores[0].value == 0
