"""Who surely beats whom, and which scenarios nobody beats."""

from tests.workbook.analysis.win_win.tables import analysed, answer, one_each, said, table


def test_a_scenario_is_beaten_by_all_that_are_as_good_for_all_and_better_for_one() -> None:
    found = answer(one_each({"x": (1, 1), "y": (2, 1), "z": (3, 0), "w": (2, 2)}))
    assert found["dominated_by"] == {"x": ["y", "w"], "y": ["w"], "z": [], "w": []}
    assert found["pareto"] == ["z", "w"]


def test_equal_scenarios_keep_each_other() -> None:
    found = answer(one_each({"x": (1, 2), "y": (1, 2), "z": (1, 1)}))
    assert found["dominated_by"] == {"x": [], "y": [], "z": ["x", "y"]}
    assert found["pareto"] == ["x", "y"]


def test_no_agreement_is_no_scenario_but_only_losses_are_said_to_be_worse_than_it() -> None:
    draft = one_each({"x": (-1, -1)})
    assert answer(draft)["pareto"] == ["x"]
    assert said(analysed(draft), "verdict.")[0].endswith("Worse than no agreement.")


def test_only_what_no_missing_score_can_change_counts_as_beaten() -> None:
    # y at its best equals x in a and falls short in b; z could reach x.
    draft = one_each({"x": (3, 2), "y": (None, 1), "z": (None, 2), "w": (2, None)})
    assert answer(draft)["dominated_by"] == {"x": [], "y": ["x"], "z": [], "w": []}


def test_while_scores_are_missing_the_undominated_are_surely_or_possibly_so() -> None:
    found = answer(one_each({"x": (3, 2), "y": (None, 1), "z": (None, 2), "w": (2, 3)}))
    # z at its best equals x; x is beaten by nothing z can become; y is beaten by x even at its best.
    assert found["pareto"] == {"necessary": ["x", "w"], "possible": ["x", "z", "w"]}


def test_with_unknown_weights_a_scenario_that_is_better_in_every_cell_still_beats() -> None:
    holders = {"a": {"a1": None, "a2": None}, "b": {"b1": None}}
    draft = table(holders, {"x": (2, -1, 1), "y": (1, -2, 1), "z": (1, -1, 1), "w": (0, 0, 3)})
    found = answer(draft)
    # x over y: one point for any weights. x over z: one on a1, none on a2; for some weights they are equal.
    assert found["dominated_by"] == {"x": [], "y": ["x"], "z": [], "w": []}
    assert found["pareto"] is None


def test_with_unknown_weights_a_tie_in_one_party_and_a_gain_in_another_beats() -> None:
    holders = {"a": {"a1": None, "a2": None}, "b": {"b1": None}}
    draft = table(holders, {"x": (1, 1, 1), "y": (1, 0, 0)})
    assert answer(draft)["dominated_by"] == {"x": [], "y": ["x"]}


def test_being_beaten_is_said_with_the_net_values_of_both() -> None:
    found = analysed(one_each({"x": (1, 1), "y": (2, 1)}))
    (finding,) = [each for each in found.findings if each.id == "win_win.beaten.d.x"]
    assert finding.words == "X is beaten: Y is at least as good for every party and better for one."
    assert [(each.name, each.value) for each in finding.inputs] == [
        ("A: net value", 1),
        ("B: net value", 1),
        ("A: net value", 2),
        ("B: net value", 1),
    ]
