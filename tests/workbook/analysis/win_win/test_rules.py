"""The rules for choosing: definitions, ties, edges."""

from typing import Any

import pytest

from tests.workbook.analysis.win_win.tables import (
    Holders,
    Scenarios,
    analysed,
    answer,
    one_each,
    said,
    table,
)

RULES = ("maximin", "leximin", "nash", "ks", "utilitarian", "utilitarian_acceptable")
NO_WIN_WIN = {"x": (-1, 3), "y": (0, 0), "z": (-2, -2)}


def chosen(scenarios: Scenarios, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    found = answer(one_each(scenarios, **more))
    return {rule: found[rule] for rule in RULES}


def test_each_rule_may_choose_another_scenario() -> None:
    # smallest: 1, 1, 2, 0; sorted: (1,1,4) (1,3,3) (2,2,2) (0,5,6)
    # sums: 6, 7, 6, 11; products: 4, 9, 8, and of two gains 30
    scale = {"min": -9, "max": 9, "step": 1}
    found = chosen({"p": (1, 1, 4), "q": (1, 3, 3), "r": (2, 2, 2), "s": (0, 5, 6)}, scale=scale)
    assert found["maximin"] == ["r"]
    assert found["leximin"] == ["r"]
    assert found["utilitarian"] == found["utilitarian_acceptable"] == ["s"]
    assert found["nash"] == ["q"]  # three gain, which counts before the product
    # ideal (2, 5, 6): sorted ratios p (1/5, 1/2, 2/3), q (1/2, 1/2, 3/5), r (1/3, 2/5, 1), s (0, 1, 1)
    assert found["ks"] == ["q"]


def test_maximin_may_choose_a_dominated_scenario_where_leximin_does_not() -> None:
    found = chosen({"x": (1, 1), "y": (1, 2)})
    assert found["maximin"] == ["x", "y"]
    assert found["leximin"] == ["y"]


def test_ties_are_all_listed_in_the_order_of_entry() -> None:
    found = chosen({"x": (1, 2), "y": (2, 1), "z": (2, 1)})
    assert all(found[rule] == ["x", "y", "z"] for rule in RULES)


def test_thirds_that_floats_tell_apart_tie() -> None:
    # 1/3 + 2/3 against 1: sums and smallest values are equal only in exact arithmetic.
    holders: Holders = {"a": {"a1": 1, "a2": 2}, "b": {"b1": 0.1, "b2": 0.2}}
    draft = table(holders, {"x": (1, 0, 0, 1), "y": (0, 0.5, 1, 0.5)}, scale={"step": None})
    found = answer(draft)
    assert found["utilitarian"] == ["x", "y"]  # 1/3 + 2/3 and 1/3 + 2/3
    assert found["leximin"] == ["x", "y"]


def test_utilitarian_ranges_over_all_and_again_over_the_acceptable() -> None:
    found = chosen({"x": (3, 3, -1), "y": (1, 1, 1), "z": (0, 0, 0)})
    assert found["utilitarian"] == ["x"]
    assert found["utilitarian_acceptable"] == ["y"]


def test_nash_counts_who_gains_before_it_multiplies() -> None:
    found = chosen({"x": (3, 3, 0), "y": (1, 1, 1), "z": (3, 0, 0)})
    assert found["nash"] == ["y"]


def test_nash_multiplies_only_what_is_gained() -> None:
    found = chosen({"x": (1, 3, 0), "y": (2, 2, 0), "z": (0, 1, 1)})  # products 3, 4, 1
    assert found["nash"] == ["y"]


def test_nash_and_kalai_smorodinsky_never_see_a_scenario_somebody_loses_in() -> None:
    # Over all, the ideal of a would be 3, and x would come closest to it.
    found = chosen({"x": (3, -1), "y": (1, 1), "z": (2, 0)})
    assert found["nash"] == ["y"]
    assert found["ks"] == ["y"]  # ideal (2, 1): ratios (1/2, 1) and (0, 1)


def test_kalai_smorodinsky_takes_the_ideal_from_win_wins_alone() -> None:
    scale = {"min": -9, "max": 9, "step": 1}
    found = chosen({"x": (9, -1), "y": (2, 2), "z": (1, 4)}, scale=scale)
    # Ideal (2, 4): y (1/2, 1), z (1/2, 1): they tie. With the 9 of x it would be y 2/9 against z 1/9.
    assert found["ks"] == ["y", "z"]


def test_kalai_smorodinsky_goes_on_to_the_next_party_where_the_worst_ratio_is_equal() -> None:
    # Ideal (3, 3, 3): x (1/3, 1/3, 1), y (1/3, 1, 1). The plain rule would let x stand beside y.
    assert chosen({"x": (1, 1, 3), "y": (1, 3, 3), "z": (3, 0, 0)})["ks"] == ["y"]


def test_nash_depends_on_a_partys_unit_where_other_parties_gain_and_kalai_smorodinsky_does_not() -> None:
    # One gains in each: products 1 and 1, but 1 and 3 once what a gets is counted three times.
    assert chosen({"x": (0, 1), "y": (1, 0)})["nash"] == ["x", "y"]
    found = chosen({"x": (0, 1), "y": (3, 0)})
    assert (found["nash"], found["ks"]) == (["y"], ["x", "y"])


def test_kalai_smorodinsky_leaves_out_a_party_no_win_win_can_help() -> None:
    assert chosen({"x": (1, 2, 0), "y": (2, 2, 0)})["ks"] == ["y"]


def test_without_a_win_win_nash_and_kalai_smorodinsky_are_empty() -> None:
    found = chosen(NO_WIN_WIN)
    assert (found["nash"], found["ks"]) == ([], [])
    assert found["maximin"] == found["leximin"] == ["y"]
    assert found["utilitarian"] == ["x"]
    assert found["utilitarian_acceptable"] == ["y"]


def test_without_an_acceptable_scenario_the_sum_over_them_is_empty() -> None:
    assert chosen({"x": (-1, 3)})["utilitarian_acceptable"] == []


def test_without_a_scenario_every_rule_is_empty() -> None:
    found = answer(table({"a": {"a1": 1}}, {}))
    assert all(found[rule] == [] for rule in ("pareto", *RULES))
    assert said(analysed(table({"a": {"a1": 1}}, {})), "pick.") == ["No scenario yet."]


# -------------------------------------------------------------------------------------------- missing scores


def test_necessary_is_chosen_at_its_worst_possible_at_its_best() -> None:
    found = chosen({"x": (2, 2), "y": (1, None), "z": (3, None)})
    # smallest: x 2; y from -3 to 1; z from -3 to 3.
    assert found["maximin"] == {"necessary": [], "possible": ["x", "z"]}
    # sums: x 4; y from -2 to 4; z from 0 to 6.
    assert found["utilitarian"] == {"necessary": [], "possible": ["x", "y", "z"]}
    # products: x 4; y up to 3; z up to 9.
    assert found["nash"] == {"necessary": [], "possible": ["x", "z"]}
    assert found["ks"] is None


def test_a_scenario_may_be_chosen_whatever_is_missing() -> None:
    found = chosen({"x": (3, 3), "y": (1, None)})
    for rule in ("maximin", "leximin", "nash", "utilitarian", "utilitarian_acceptable"):
        assert found[rule] == {"necessary": ["x"], "possible": ["x"]}, rule


def test_a_tie_that_may_come_about_is_possible_and_the_sure_one_stays_necessary() -> None:
    found = chosen({"x": (3, 3), "y": (3, None)})
    assert found["nash"] == {"necessary": ["x"], "possible": ["x", "y"]}


def test_kalai_smorodinsky_is_shown_once_no_possible_win_win_is_open() -> None:
    # y is surely no win-win, whatever b gets from it.
    found = chosen({"x": (1, 2), "y": (-1, None), "z": (2, 1)})
    assert found["ks"] == ["x", "z"]
    assert found["nash"] == {"necessary": ["x", "z"], "possible": ["x", "z"]}


def test_kalai_smorodinsky_is_not_shown_while_a_sure_win_win_is_open() -> None:
    # b has from 0 to 6 in y: it is a win-win in any case, but how good is not known.
    assert chosen({"x": (1, 2), "y": (1, None)}, without={"b": -3})["ks"] is None


def test_missing_scores_that_cannot_matter_leave_the_answers_exact() -> None:
    draft = table({"a": {"a1": 1, "a2": 0}, "c": {"c1": 1}}, {"x": (1, None, 2)}, standing={"c": "affected"})
    assert answer(draft)["leximin"] == ["x"]


def test_scores_missing_of_somebody_affected_leave_the_answers_exact() -> None:
    assert chosen({"x": (1, None)}, standing={"b": "affected"})["leximin"] == ["x"]


def test_unknown_weights_of_a_party_silence_every_rule_and_those_of_others_none() -> None:
    holders: Holders = {"a": {"a1": 1}, "b": {"b1": None, "b2": None}}
    cells = {"x": (1, 2, 2)}
    found = answer(table(holders, cells))
    assert found["class"]["x"] == "win-win"  # whatever the weights
    assert all(found[rule] is None for rule in ("pareto", *RULES))
    affected = answer(table(holders, cells, standing={"b": "affected"}))
    assert all(affected[rule] == ["x"] for rule in ("pareto", *RULES))


# ------------------------------------------------------------------------------------------------------ words


def test_every_rule_says_what_it_chooses_in_words_with_its_reason_and_source() -> None:
    found = analysed(one_each({"x": (1, 2), "y": (2, 1), "z": (-1, 3)}))
    assert [finding.words for finding in found.rules] == [
        "Not beaten: X, Y and Z.",
        "Best for whoever is worst off: X and Y.",
        "Most even from the bottom up: X and Y.",
        "Largest product of gains: X and Y.",
        "Closest to what each could have: X and Y.",
        "Largest sum: X and Y.",
        "Largest sum in which nobody loses: X and Y.",
    ]
    nash = found.rules[3]
    assert nash.citation == "Nash 1950; Mariotti 1998; Caragiannis et al. 2019"
    assert [(each.name, each.value) for each in nash.inputs][2] == ("Z", "A -1 and B +3")


@pytest.mark.parametrize(
    ("scenarios", "rule", "words"),
    [
        (NO_WIN_WIN, "nash", "Largest product of gains: no win-win."),
        (
            {"x": (-1, 1)},
            "utilitarian_acceptable",
            "Largest sum in which nobody loses: no acceptable scenario.",
        ),
        ({"x": (3, 3), "y": (3, None)}, "nash", "Largest product of gains: surely X, possibly also Y."),
        (
            {"x": (2, 2), "z": (3, None)},
            "maximin",
            "Best for whoever is worst off: no scenario surely; possibly X and Z.",
        ),
        (
            {"x": (2, 2), "z": (3, None)},
            "ks",
            (
                "Closest to what each could have: not shown yet, because a possible win-win still has scores"
                " missing."
            ),
        ),
    ],
)
def test_a_rule_that_cannot_choose_says_why(scenarios: Scenarios, rule: str, words: str) -> None:
    assert said(analysed(one_each(scenarios)), f"rule.d.{rule}")[0] == words
