"""The one pick in front of the room, the nearest miss, and the next question."""

from tests.workbook.analysis.win_win.tables import Holders, analysed, one_each, said, table


def test_the_pick_is_the_egalitarian_choice_among_win_wins() -> None:
    # z would be best for whoever is worst off among all, were it not for a red line.
    draft = table(
        {"a": {"a1": 1}, "b": {"b1": 1}},
        {"x": (1, 3), "y": (2, 1), "z": (3, 3), "w": (-1, 3)},
        red_lines={"a1": 0},
        scores={("z", "a1"): {"value": -3}, ("z", "b1"): {"value": -3}},
    )
    found = analysed(draft)
    assert found.figures.recommendation.scenario == "x"
    assert found.pick.words == (
        "X. Win-win: everyone gains. Whoever is worst off, A, has +1: no other win-win is better for "
        "whoever is worst off."
    )
    assert found.pick.address == "drafts/d/scenarios/x"


def test_ties_are_named_and_the_first_entered_is_shown() -> None:
    found = analysed(one_each({"w": (0, 1), "x": (2, 1), "y": (1, 2)}))
    assert found.figures.recommendation.tied_with == ("y",)
    assert found.pick.words.endswith("Tied with Y.")


def test_a_single_scenario_needs_no_comparison() -> None:
    assert said(analysed(one_each({"x": (1, 1)})), "pick.") == ["X. Win-win: everyone gains."]


def test_a_single_party_is_told_what_it_gets() -> None:
    assert said(analysed(one_each({"x": (2,), "y": (1,)})), "pick.") == [
        "X. A gains. It has +2: no other scenario gives it more."
    ]


def test_without_a_win_win_there_is_no_agreement_yet_and_the_nearest_miss_comes_with_its_repair() -> None:
    found = analysed(one_each({"x": (3, -2), "y": (3, -1), "z": (-3, -3)}))
    assert found.figures.recommendation.state == "no agreement yet"
    assert found.pick.value is None
    assert found.pick.words == (
        "No agreement yet. The nearest miss is Y: 1 of 2 gains; B is worse off than without an "
        "agreement, because of b1. One change would bring B in: b1 from -1 to 0; then it is a win-win."
    )


def test_a_nearest_miss_with_several_losers_lists_what_each_would_need() -> None:
    assert said(analysed(one_each({"x": (3, -1, -2)})), "pick.")[0].endswith(
        "B lacks 1 point: b1 from -1 to 0 would leave it no worse off, b1 from -1 to 1 would let it "
        "gain; A could pay for it. C lacks 2 points: c1 from -2 to 0 would leave it no worse off, c1 "
        "from -2 to 1 would let it gain; A could pay for it."
    )


def test_a_neutral_scenario_is_no_agreement_but_may_be_the_nearest_miss() -> None:
    assert said(analysed(one_each({"x": (3, -2), "y": (0, 0)})), "pick.") == [
        (
            "No agreement yet. The nearest miss is Y: Nobody gains and nobody loses: it makes no difference "
            "to the parties."
        )
    ]


def test_nearest_misses_that_tie_are_named() -> None:
    assert "Tied with Y." in said(analysed(one_each({"x": (1, -1), "y": (-1, 1)})), "pick.")[0]


def test_while_a_missing_score_could_change_the_pick_there_is_none() -> None:
    found = analysed(one_each({"x": (1, 1), "y": (2, None), "z": (0, 1)}))
    assert found.figures.recommendation.state == "scores missing"
    assert found.pick.words == "No pick yet, because scores are missing. It may turn out to be X and Y."


def test_an_acceptable_scenario_that_may_turn_out_neutral_is_no_pick_yet() -> None:
    found = analysed(one_each({"x": (0, None)}, without={"b": -3}))
    assert found.pick.words == "No pick yet, because scores are missing. It may turn out to be X."


def test_a_pick_that_nothing_missing_can_change_is_made_while_scores_are_missing() -> None:
    found = analysed(one_each({"x": (2, 2), "y": (1, None)}))
    assert found.figures.recommendation.scenario == "x"


def test_a_pick_whose_own_figures_are_open_says_at_least() -> None:
    found = analysed(one_each({"x": (2, None), "y": (-1, 1)}, without={"b": -4}))
    assert "Whoever is worst off, B, has at least +1" in found.pick.words


def test_no_agreement_can_be_sure_before_the_nearest_miss_is() -> None:
    found = analysed(one_each({"x": (-2, None), "y": (-3, 3)}))
    assert found.pick.words == "No agreement yet. The nearest miss may turn out to be X and Y."


def test_unknown_weights_leave_no_pick_and_name_whose_they_are() -> None:
    holders: Holders = {"a": {"a1": 1}, "b": {"b1": None, "b2": None}}
    found = analysed(table(holders, {"x": (1, 2, 2), "y": (1, 1, 1)}))
    assert found.pick.words == "No pick, because it is not known how much its interests count: B."


def test_that_there_is_no_agreement_can_be_known_whatever_the_weights() -> None:
    holders: Holders = {"a": {"a1": 1}, "b": {"b1": None, "b2": None}}
    found = analysed(table(holders, {"x": (-1, 2, 2)}))
    assert found.pick.words == "No agreement yet."


# ----------------------------------------------------------------------------------------------- the question


def test_the_question_is_the_missing_score_of_the_largest_share() -> None:
    holders: Holders = {"a": {"a1": 1, "a2": 4}, "b": {"b1": 2, "b2": 1}}
    found = analysed(table(holders, {"x": (None, 1, 0, None), "y": (1, 0, None, 0)}))
    # a1 in x: 1/5 of six points; b2 in x: 1/3; b1 in y: 2/3.
    assert found.question is not None
    assert found.question.inputs[0].address == "drafts/d/scenarios/y/scores/b1"
    assert found.question.value == 4


def test_equal_questions_are_asked_in_the_order_of_entry() -> None:
    found = analysed(one_each({"x": (1, None), "y": (None, 1)}))
    assert found.question is not None
    assert found.question.inputs[0].address == "drafts/d/scenarios/x/scores/b1"


def test_a_score_that_can_change_nothing_is_not_asked_for() -> None:
    # a gains whatever a2 is: 4/5 * 3 - 1/5 * 3 > 0.
    assert analysed(table({"a": {"a1": 4, "a2": 1}}, {"x": (3, None)})).question is None


def test_the_parties_are_asked_before_the_affected() -> None:
    holders: Holders = {"a": {"a1": None}, "b": {"b1": 1, "b2": 1}}
    draft = table(holders, {"x": (None, 1, None)}, standing={"a": "affected"}, without={"b": 1})
    found = analysed(draft)
    assert found.question is not None
    assert found.question.inputs[0].address == "drafts/d/scenarios/x/scores/b2"
    only_affected = analysed(table(holders, {"x": (None, 1, 1)}, standing={"a": "affected"}))
    assert only_affected.question is not None
    assert "Ask A for the score of a1" in only_affected.question.words


def test_unknown_weights_count_as_equal_when_a_score_is_to_be_asked_for() -> None:
    holders: Holders = {"a": {"a1": None, "a2": None}, "b": {"b1": 1, "b2": 3}}
    found = analysed(table(holders, {"x": (1, None, None, 1)}))
    assert found.question is not None
    assert found.question.inputs[0].address == "drafts/d/scenarios/x/scores/a2"  # half against a quarter
    found = analysed(table(holders, {"x": (1, None, 1, None)}))
    assert found.question is not None
    assert found.question.inputs[0].address == "drafts/d/scenarios/x/scores/b2"  # half against three quarters


def test_once_all_is_scored_weights_are_asked_for() -> None:
    found = analysed(table({"a": {"a1": None, "a2": None}}, {"x": (1, -1)}))
    assert found.question is not None
    assert found.question.words == "Ask A how much its interests count: the verdict depends on it."
    assert [each.address for each in found.question.inputs] == [
        "drafts/d/stakeholders/a/interests/a1/weight",
        "drafts/d/stakeholders/a/interests/a2/weight",
    ]


def test_whoever_has_no_interest_is_asked_for_one() -> None:
    found = analysed(table({"a": {}, "b": {"b1": 1}}, {"x": (1,)}))
    assert found.question is not None
    assert found.question.words == "Ask A what it wants: without an interest no gain or loss can be told."


def test_when_nothing_is_open_nothing_is_asked() -> None:
    assert analysed(one_each({"x": (1, -1)})).question is None
