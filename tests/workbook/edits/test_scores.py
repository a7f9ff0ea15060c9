"""Giving scores and taking them back."""

import pytest
from pydantic import ValidationError

from workbook.edits.scores import give_scores, score_of, with_said, with_value
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.scores import Score
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.workbook import Workbook


@pytest.fixture
def workbook() -> Workbook:
    party = Stakeholder(id="s", interests=(Interest(id="i"), Interest(id="j")))
    scenarios = (Scenario(id="c", scores=(Score(interest="i", value=1),)), Scenario(id="d"))
    return Workbook(drafts=(Draft(id="draft", stakeholders=(party,), scenarios=scenarios),))


def values(workbook: Workbook) -> dict[tuple[str, str], float | None]:
    return {
        (scenario.id, score.interest): score.value
        for scenario in workbook.drafts[0].scenarios
        for score in scenario.scores
    }


def test_scores_are_given_in_several_scenarios_at_once(workbook: Workbook) -> None:
    given = {("c", "i"): -2, ("c", "j"): 0, ("d", "j"): 3}
    assert values(give_scores(workbook, "draft", given)) == given


def test_a_score_taken_back_is_absent_and_never_0(workbook: Workbook) -> None:
    assert values(give_scores(workbook, "draft", {("c", "i"): None})) == {}


def test_taking_back_keeps_the_evidence_but_not_the_range() -> None:
    held = (Score(interest="i", value=1, low=0, high=2, evidence="A trial"),)
    (score,) = with_value(held, "i", None)
    assert score == Score(interest="i", evidence="A trial")


def test_a_value_of_the_rooms_own_is_no_longer_the_sources() -> None:
    held = (Score(interest="i", value=1, basis="illustration", citation="Susha et al. 2019, section 5.1"),)
    (score,) = with_value(held, "i", 2)
    assert (score.value, score.basis, score.citation) == (2, "room", "")


def test_the_same_value_again_changes_nothing() -> None:
    held = (Score(interest="i", value=1, basis="illustration", citation="Susha et al. 2019, section 5.1"),)
    assert with_value(held, "i", 1) is held


def test_a_value_outside_its_range_is_refused() -> None:
    held = (Score(interest="i", value=1, low=0, high=2),)
    with pytest.raises(ValidationError):
        with_value(held, "i", 3)


def test_a_value_off_the_scale_is_refused_and_nothing_is_given(workbook: Workbook) -> None:
    with pytest.raises(ValidationError):
        give_scores(workbook, "draft", {("c", "j"): 1, ("d", "i"): 4})
    assert values(workbook) == {("c", "i"): 1}


def test_something_can_be_said_of_a_score_that_nobody_gave() -> None:
    scores = with_said((), "i", evidence="A trial")
    assert score_of(scores, "i") == Score(interest="i", evidence="A trial")
    assert with_said(scores, "i", evidence="") == ()
