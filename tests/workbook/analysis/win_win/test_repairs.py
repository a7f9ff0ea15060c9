"""What would bring a loser in: steps, ends of the scale, ties, payers, and the one change that is enough."""

from typing import Any

import pytest

from tests.workbook.analysis.win_win.tables import Cell, Holders, analysed, answer, one_each, said, table


def fix(weights: dict[str, float | None], cells: tuple[Cell, ...], **more: Any) -> dict[str, Any]:  # noqa: ANN401
    fixes = answer(table({"a": weights}, {"x": cells}, **more))["fixes"]["x"]
    found: dict[str, Any] = fixes["a"]
    return found


def change(interest: str, start: float, to: float, **more: bool) -> dict[str, object]:
    return {"interest": interest, "from": start, "to": to, **more}


def test_fewest_steps_come_first() -> None:
    # Deficit 5/4. On i: 5/3 points, two steps; on j: five points.
    found = fix({"i": 3, "j": 1}, (-1, -2))
    assert found["deficit"] == 1.25
    assert found["raise_to_whole"] == change("i", -1, 1)
    assert found["raise_to_gain"] == change(
        "i", -1, 1
    )  # two steps are more than the deficit: no third is needed


def test_then_the_smallest_rise() -> None:
    # Deficit 1/5. On i: 1/2 point, on j: 1/3 point; one step each.
    assert fix({"i": 2, "j": 3}, (-2, 1))["raise_to_whole"] == change("j", 1, 2)


def test_then_the_first_interest() -> None:
    assert fix({"i": 1, "j": 1}, (-1, 0))["raise_to_whole"] == change("i", -1, 0)


def test_an_interest_at_the_end_of_the_scale_cannot_be_raised() -> None:
    # Deficit 3/4 + 1/2. i: one point and two thirds, but it is at 3 already.
    found = fix({"i": 3, "j": 1}, (3, -3), without={"a": 2})
    assert found["deficit"] == 0.5
    assert found["raise_to_whole"] == change("j", -3, -1)
    assert found["raise_to_gain"] == change("j", -3, 0)


def test_no_single_score_may_be_enough() -> None:
    found = fix({"i": 1, "j": 1}, (2, 2), without={"a": 3})
    assert found == {"deficit": 1, "raise_to_whole": None, "raise_to_gain": None, "payer": None}
    draft = table({"a": {"i": 1, "j": 1}}, {"x": (2, 2)}, without={"a": 3})
    assert said(analysed(draft), "repair.") == [
        "X: A lacks 1 point: no single score can bring A in; no party alone could pay for it."
    ]


def test_whole_may_be_within_reach_where_gain_is_not() -> None:
    found = fix({"i": None}, (2,), without={"a": 3})
    assert found["raise_to_whole"] == change("i", 2, 3)
    assert found["raise_to_gain"] is None
    draft = table({"a": {"i": None}}, {"x": (2,)}, without={"a": 3})
    assert (
        "i from 2 to 3 would leave it no worse off; no single score lets it gain"
        in said(analysed(draft), "repair.")[0]
    )


def test_an_interest_of_no_weight_is_never_raised() -> None:
    assert fix({"i": 0, "j": 1}, (-3, -1))["raise_to_whole"] == change("j", -1, 0)


def test_steps_are_those_of_the_scale() -> None:
    half = {"min": -3, "max": 3, "step": 0.5}
    # Deficit 7/10 on a single interest: two half steps.
    found = fix({"i": None}, (-0.5,), scale=half, without={"a": 0.2})
    assert found["raise_to_whole"] == found["raise_to_gain"] == change("i", -0.5, 0.5)


def test_with_steps_of_two_a_score_may_jump_past_0() -> None:
    two = {"min": -4, "max": 4, "step": 2}
    assert fix({"i": None}, (-3,), scale=two)["raise_to_whole"] == change("i", -3, 1)
    assert fix({"i": None}, (-4,), scale=two)["raise_to_gain"] == change("i", -4, 2)


def test_without_steps_a_score_is_raised_by_exactly_what_is_missing() -> None:
    free = {"min": -3, "max": 3, "step": None}
    # Deficit 1/4; i needs a third of a point, j a whole one.
    found = fix({"i": 3, "j": 1}, (-1, 2), scale=free)
    assert found["raise_to_whole"] == change("i", -1, -0.666666667)
    assert found["raise_to_gain"] == change("i", -1, -0.666666667, more_than=True)
    draft = table({"a": {"i": 3, "j": 1}}, {"x": (-1, 2)}, scale=free)
    assert said(analysed(draft), "repair.")[0].startswith(
        "X: A lacks 0.25 points: i from -1 to -0.67 would leave it no worse off, i from -1 to more than "
        "-0.67 would let it gain"
    )


def test_without_steps_nothing_is_more_than_the_end_of_the_scale() -> None:
    free = {"min": -3, "max": 3, "step": None}
    # Deficit 1/2: i would have to be exactly 3, more than that there is not; j has room.
    found = fix({"i": 2, "j": 1}, (2.25, -3), scale=free, without={"a": 1})
    assert found["deficit"] == 0.5
    assert found["raise_to_whole"] == change("i", 2.25, 3)
    assert found["raise_to_gain"] == change("j", -3, -1.5, more_than=True)


# ------------------------------------------------------------------------------------------------ incomplete


def test_a_loser_with_gaps_has_only_a_deficit() -> None:
    # (-3 * 3 + x) / 4 with x from -3 to 3.
    found = fix({"i": 3, "j": 1}, (-3, None))
    nothing = {"raise_to_whole": None, "raise_to_gain": None, "payer": None}
    assert found == {"deficit": [1.5, 3], **nothing, "incomplete": True}
    draft = table({"a": {"i": 3, "j": 1}}, {"x": (-3, None)})
    assert said(analysed(draft), "repair.") == [
        "X: A lacks between 1.5 and 3 points; no repair yet, because j is not scored."
    ]


def test_even_a_gap_of_no_weight_leaves_the_row_incomplete() -> None:
    assert fix({"i": 1, "j": 0}, (-1, None))["incomplete"] is True


def test_a_loser_of_unknown_importance_has_only_a_deficit() -> None:
    found = fix({"i": None, "j": None}, (-1, -2))
    assert (found["deficit"], found["incomplete"]) == ([1, 2], True)


def test_whoever_may_or_may_not_lose_gets_no_repair() -> None:
    assert answer(one_each({"x": (1, None)}))["fixes"] == {"x": {}}


# ---------------------------------------------------------------------------------------------------- payers


@pytest.mark.parametrize(
    ("cells", "payer"),
    [
        ((-1, 1, 2), "c"),
        ((-1, 2, 2), "b"),  # the first of two that are equal
        ((-2, 1, 2), "c"),  # it keeps nothing, and loses nothing
        ((-3, 1, 2), None),  # no one alone
        ((-1, -1, 0), None),
        ((-1, 1, None), "b"),
    ],
)
def test_the_payer_is_the_party_with_most_among_those_that_can_pay(
    cells: tuple[Cell, ...], payer: str | None
) -> None:
    assert answer(one_each({"x": cells}))["fixes"]["x"]["a"]["payer"] == payer


def test_a_party_with_a_gap_or_of_unknown_importance_does_not_pay() -> None:
    holders: Holders = {
        "a": {"a1": None},
        "b": {"b1": 9, "b2": 1},
        "c": {"c1": None, "c2": None},
        "d": {"d1": None},
    }
    found = answer(table(holders, {"x": (-1, 3, None, 3, 3, 1)}))
    assert found["gains"]["x"] == {"a": False, "b": True, "c": True, "d": True}
    assert found["fixes"]["x"]["a"]["payer"] == "d"


def test_the_affected_do_not_pay() -> None:
    assert answer(one_each({"x": (-1, 3)}, standing={"b": "affected"}))["fixes"]["x"]["a"]["payer"] is None


def test_several_losers_get_a_repair_each_and_no_single_change() -> None:
    found = answer(one_each({"x": (-1, -2, 3)}))
    assert list(found["fixes"]["x"]) == ["a", "b"]
    assert [each["payer"] for each in found["fixes"]["x"].values()] == ["c", "c"]
    assert found["single_change"]["x"] is None


# --------------------------------------------------------------------------------------------- single change


def test_a_single_change_may_end_neutral() -> None:
    draft = one_each({"x": (0, -1)})
    single = answer(draft)["single_change"]["x"]
    assert single == {"stakeholder": "b", "interest": "b1", "from": -1, "to": 0, "then_win_win": False}
    assert said(analysed(draft), "single_change.") == [
        "X: one change would bring B in: b1 from -1 to 0; then nobody loses, and nobody gains."
    ]


def test_a_single_change_may_lift_its_holder_above_0() -> None:
    draft = one_each({"x": (0, -1)}, scale={"min": -3, "max": 3, "step": 2})
    single = answer(draft)["single_change"]["x"]
    assert (single["to"], single["then_win_win"]) == (1, True)


def test_without_steps_a_single_change_is_exact() -> None:
    draft = table(
        {"a": {"i": 3, "j": 1}, "b": {"b1": 1}}, {"x": (-1, 2, 1)}, scale={"min": -3, "max": 3, "step": None}
    )
    single = answer(draft)["single_change"]["x"]
    assert (single["interest"], single["to"], single["then_win_win"]) == ("i", -0.666666667, True)


@pytest.mark.parametrize("cells", [(-1, None), (1, None), (1, 1), (-1, -1)])
def test_no_single_change_while_anybody_is_open_or_unless_exactly_one_loses(cells: tuple[Cell, ...]) -> None:
    assert answer(one_each({"x": cells}))["single_change"]["x"] is None


def test_no_single_change_where_no_score_can_be_raised_enough() -> None:
    draft = table({"a": {"i": 1, "j": 1}, "b": {"b1": 1}}, {"x": (2, 2, 1)}, without={"a": 3})
    assert answer(draft)["single_change"]["x"] is None


def test_a_single_change_does_not_hide_a_red_line_that_stays_crossed() -> None:
    holders: Holders = {"a": {"line": 1, "gain": 1}, "b": {"b1": 1}}
    draft = table(holders, {"x": (-1, 0, 1)}, red_lines={"line": 0})
    lifted = answer(draft)["single_change"]["x"]  # the first of two that are equal is the line itself
    assert (lifted["interest"], lifted["then_win_win"]) == ("line", True)
    draft = table(holders, {"x": (-1, 0, 1)}, red_lines={"line": 1})
    assert answer(draft)["single_change"]["x"]["then_win_win"] is False
    assert said(analysed(draft), "single_change.") == [
        (
            "X: one change would bring A in: line from -1 to 0; then nobody loses, but a red line is still "
            "crossed."
        )
    ]


def test_no_single_change_while_a_red_line_may_be_crossed() -> None:
    draft = table({"a": {"i": 1}, "b": {"b1": 1, "line": 0}}, {"x": (-1, 1, None)}, red_lines={"line": 0})
    assert answer(draft)["single_change"]["x"] is None
