"""Scores given with a range: does the verdict hold wherever in it they lie?"""

import pytest

from tests.workbook.analysis.win_win.tables import analysed, answer, one_each, said


def words(cells: tuple[float | None, ...], **ranges: dict[str, float]) -> list[str]:
    scores = {("x", interest): given for interest, given in ranges.items()}
    return said(analysed(one_each({"x": cells}, scores=scores)), "ranges.")


def test_the_verdict_uses_the_score_and_not_its_range() -> None:
    found = answer(one_each({"x": (1, 1)}, scores={("x", "a1"): {"low": -3, "high": 3}}))
    assert found["net"]["x"]["a"] == 1
    assert found["leximin"] == ["x"]


def test_a_verdict_may_hold_across_the_ranges() -> None:
    assert words((2, 2), a1={"low": 1, "high": 3}) == ["X: the verdict holds across all the ranges given."]


@pytest.mark.parametrize("low", [0, -1])
def test_a_verdict_may_not_hold_across_the_ranges(low: float) -> None:
    (said_of_it,) = words((2, 2), a1={"low": low})
    assert said_of_it.startswith("X: the verdict does not hold across all the ranges given. ")


def test_a_range_may_be_open_on_one_side() -> None:
    assert words((1, -1), b1={"high": -0.5}) == ["X: the verdict holds across all the ranges given."]
    assert words((1, -1), b1={"high": 0})[0].startswith("X: the verdict does not hold")


def test_ranges_of_several_scores_are_taken_together() -> None:
    (said_of_it,) = words((1, 1, 1), a1={"low": 0}, b1={"low": 0}, c1={"low": 0})
    assert "does not hold" in said_of_it  # all at 0 together would be neutral


def test_ranges_given_for_missing_scores_may_settle_an_open_verdict() -> None:
    found = one_each({"x": (1, None)}, scores={("x", "b1"): {"low": 1, "high": 3}})
    assert answer(found)["class"]["x"] == "undetermined"
    assert said(analysed(found), "ranges.") == [
        "X: within the ranges given the verdict is known. Win-win: everyone gains."
    ]


def test_nothing_is_said_where_there_is_no_range_or_nothing_is_settled() -> None:
    assert words((1, 1)) == []
    assert words((1, None), b1={"low": -1}) == []
    assert words((1, None), a1={"low": 0}) == []


def test_a_range_of_somebody_affected_does_not_touch_the_verdict() -> None:
    draft = one_each({"x": (1, 1)}, standing={"b": "affected"}, scores={("x", "b1"): {"low": -3}})
    assert said(analysed(draft), "ranges.") == []


def test_the_ranges_are_shown_with_where_they_stand() -> None:
    found = analysed(one_each({"x": (2, 2)}, scores={("x", "a1"): {"low": 1}}))
    (finding,) = [each for each in found.findings if each.id.startswith("win_win.ranges")]
    assert [(each.name, each.value, each.address) for each in finding.inputs] == [
        ("a1: range of the score", "1 to not said", "drafts/d/scenarios/x/scores/a1")
    ]
    assert finding.value is True
