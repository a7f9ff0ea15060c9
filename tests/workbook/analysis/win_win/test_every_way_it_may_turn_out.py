"""What is said while something is missing, against every way in which it may turn out."""

import pytest
from hypothesis import assume, given, settings

from tests.workbook.analysis.win_win import oracle
from tests.workbook.analysis.win_win.grids import WIDE, grids
from tests.workbook.analysis.win_win.tables import answer
from workbook.model.draft import Draft

RULES = ("pareto", "maximin", "leximin", "nash", "utilitarian", "utilitarian_acceptable")


@settings(max_examples=100)
@given(grids(most_gaps=0, points=WIDE))
def test_with_everything_known_every_rule_is_what_its_definition_says(draft: Draft) -> None:
    (way,) = oracle.completions(draft)
    found = answer(draft)
    for rule in (*RULES, "ks"):
        assert found[rule] == [each.id for each in draft.scenarios if each.id in oracle.chosen(way, rule)], (
            rule
        )
    for scenario in way.nets:
        assert found["net"][scenario] == pytest.approx({k: float(n) for k, n in way.nets[scenario].items()})
        assert found["class"][scenario] == oracle.kind(way, scenario)
        assert found["acceptable"][scenario] is oracle.is_acceptable(way, scenario)
        assert found["win_win"][scenario] is oracle.is_win_win(way, scenario)
        assert found["all_gain"][scenario] is oracle.is_all_gain(way, scenario)
        beaten_by = [other for other in way.nets if oracle.beats(way, other, scenario)]
        assert found["dominated_by"][scenario] == beaten_by


@settings(max_examples=100)
@given(grids())
def test_necessary_and_possible_are_exactly_what_every_way_says(draft: Draft) -> None:
    found = answer(draft)
    ways = list(oracle.completions(draft))
    for rule in RULES:
        chosen = [oracle.chosen(way, rule) for way in ways]
        in_all = [each.id for each in draft.scenarios if all(each.id in of_one for of_one in chosen)]
        in_some = [each.id for each in draft.scenarios if any(each.id in of_one for of_one in chosen)]
        said = found[rule]
        if isinstance(said, list):
            assert said == in_all == in_some, rule
        else:
            assert said == {"necessary": in_all, "possible": in_some}, rule


@settings(max_examples=100)
@given(grids())
def test_kalai_smorodinsky_is_shown_only_when_nothing_missing_can_change_it(draft: Draft) -> None:
    shown = answer(draft)["ks"]
    assume(shown is not None)
    for way in oracle.completions(draft):
        assert set(shown) == oracle.chosen(way, "ks")


@settings(max_examples=100)
@given(grids(may_be_unknown=True, most_gaps=3))
def test_verdicts_are_known_exactly_when_every_way_agrees(draft: Draft) -> None:
    found = answer(draft)
    ways = list(oracle.completions(draft))

    def agreed(answers: set[bool]) -> bool | None:
        return answers.pop() if len(answers) == 1 else None

    for scenario in (each.id for each in draft.scenarios):
        for key, holds in (
            ("acceptable", oracle.is_acceptable),
            ("win_win", oracle.is_win_win),
            ("all_gain", oracle.is_all_gain),
        ):
            assert found[key][scenario] is agreed({holds(way, scenario) for way in ways}), key
        for party in (each.id for each in draft.stakeholders):
            nets = [way.nets[scenario][party] for way in ways]
            assert found["gains"][scenario][party] is agreed({net > 0 for net in nets})
            assert found["loses"][scenario][party] is agreed({net < 0 for net in nets})
            net = found["net"][scenario][party]
            low, high = net if isinstance(net, list) else (net, net)
            assert (low, high) == pytest.approx((float(min(nets)), float(max(nets))))


@settings(max_examples=100)
@given(grids(may_be_unknown=True, most_gaps=3))
def test_a_class_that_is_said_holds_in_every_way(draft: Draft) -> None:
    found = answer(draft)["class"]
    for way in oracle.completions(draft):
        for scenario, kind in found.items():
            assert kind in ("undetermined", oracle.kind(way, scenario))


@settings(max_examples=100)
@given(grids(may_be_unknown=True, most_gaps=3))
def test_a_scenario_is_surely_beaten_exactly_when_it_is_in_every_way(draft: Draft) -> None:
    ways = list(oracle.completions(draft))
    ids = [each.id for each in draft.scenarios]
    for worse in ids:
        beaten_by = [better for better in ids if all(oracle.beats(way, better, worse) for way in ways)]
        assert answer(draft)["dominated_by"][worse] == beaten_by
