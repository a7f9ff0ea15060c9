"""What must hold of any table."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.workbook.analysis.win_win.grids import WIDE, grids, with_score
from tests.workbook.analysis.win_win.tables import analysed, answer
from workbook.model.draft import Draft

PICKS = ("leximin", "nash", "ks", "utilitarian", "utilitarian_acceptable")
RULES = ("pareto", "maximin", *PICKS)


def changed(draft: Draft, **fields: object) -> Draft:
    return Draft.model_validate({**draft.model_dump(mode="json", by_alias=True), **fields})


@given(grids(most_gaps=0, points=WIDE))
def test_a_dominated_scenario_is_never_picked(draft: Draft) -> None:
    found = answer(draft)
    for rule in PICKS:
        if rule == "utilitarian_acceptable" or rule in ("nash", "ks"):
            # Over fewer candidates than all: whoever beats one of them may cross a red line.
            candidates = {key for key, fits in found["acceptable"].items() if fits}
        else:
            candidates = set(found["net"])
        for scenario in found[rule]:
            assert not candidates & set(found["dominated_by"][scenario]), rule


@given(grids(most_gaps=0, points=WIDE, red_lines=False))
def test_without_red_lines_every_pick_is_undominated(draft: Draft) -> None:
    found = answer(draft)
    for rule in PICKS:
        assert set(found[rule]) <= set(found["pareto"]), rule


@given(grids(most_gaps=2, points=WIDE), st.sampled_from([1, 2, 0.5, None]))
def test_a_proposed_raise_really_repairs_and_less_would_not(draft: Draft, step: float | None) -> None:
    draft = changed(draft, scale={"min": WIDE[0], "max": WIDE[-1], "step": step})
    found = answer(draft)
    for scenario, fixes in found["fixes"].items():
        for holder, fix in fixes.items():
            _check_raise(draft, scenario, holder, fix)


def _check_raise(draft: Draft, scenario: str, holder: str, fix: dict[str, Any]) -> None:
    whole, gain, step = fix["raise_to_whole"], fix["raise_to_gain"], draft.scale.step

    def after(change: dict[str, Any], by: float = 0) -> dict[str, Any]:
        return answer(with_score(draft, scenario, change["interest"], change["to"] + by))

    if step is None:  # the figure is rounded to nine decimals
        if whole is not None:
            assert abs(after(whole)["net"][scenario][holder]) < 1e-8
            assert after(whole, -0.001)["loses"][scenario][holder]
        if gain is not None:
            assert gain["more_than"]
            assert after(gain, 1e-7)["gains"][scenario][holder]
        return
    if whole is not None:
        assert after(whole)["loses"][scenario][holder] is False
        assert after(whole, -step)["loses"][scenario][holder] is True
    if gain is not None:
        assert after(gain)["gains"][scenario][holder] is True
        assert after(gain, -step)["gains"][scenario][holder] is False


@given(grids(most_gaps=0, points=WIDE))
def test_where_no_raise_is_proposed_none_would_do(draft: Draft) -> None:
    highest = draft.scale.max
    interests = {each.id: [one.id for one in each.interests] for each in draft.stakeholders}
    found = answer(draft)
    for scenario, fixes in found["fixes"].items():
        for holder, fix in fixes.items():
            if fix["raise_to_whole"] is None:
                for interest in interests[holder]:
                    raised = answer(with_score(draft, scenario, interest, highest))
                    assert raised["loses"][scenario][holder] is True


@given(grids(most_gaps=0, points=WIDE))
def test_a_payer_can_pay_and_does_not_lose(draft: Draft) -> None:
    found = analysed(draft).figures
    for scenario, repairs in found.repairs.items():
        rows = found.verdicts[scenario].values.rows
        for repair in repairs.by_holder.values():
            richest = max(row.low for row in rows.values())
            deficit = -rows[repair.holder.id].low
            if repair.payer is None:
                assert richest < deficit
            else:
                assert rows[repair.payer.id].low == richest >= deficit


@given(grids(most_gaps=1, points=WIDE))
def test_a_single_change_does_what_it_says(draft: Draft) -> None:
    for scenario, single in answer(draft)["single_change"].items():
        if single is not None:
            after = answer(with_score(draft, scenario, single["interest"], single["to"]))
            assert not any(after["loses"][scenario].values())
            assert after["win_win"][scenario] is single["then_win_win"]


@given(grids(may_be_unknown=True), st.sampled_from([2, 0.1, 7, 1000]), st.data())
def test_multiplying_one_stakeholders_weights_changes_nothing(
    draft: Draft, factor: float, data: st.DataObject
) -> None:
    document = draft.model_dump(mode="json", by_alias=True)
    holder = data.draw(st.sampled_from(document["stakeholders"]))
    for interest in holder["interests"]:
        exact = Fraction(repr(interest["weight"])) * Fraction(repr(factor))
        interest["weight"] = float(exact)
        assume(Fraction(repr(interest["weight"])) == exact)
    assert answer(Draft.model_validate(document)) == answer(draft)


@given(grids(most_gaps=0, points=(-2, -1, 0, 1, 2)), st.data())
def test_nash_and_kalai_smorodinsky_do_not_depend_on_the_scale_of_one_party(
    draft: Draft, data: st.DataObject
) -> None:
    document = draft.model_dump(mode="json", by_alias=True)
    document["scale"] = {"min": -6, "max": 6, "step": 1}
    before = answer(Draft.model_validate(document))
    holder = data.draw(st.sampled_from(document["stakeholders"]))
    holder["reservation_value"] = float(3 * Fraction(repr(holder["reservation_value"])))
    own = {interest["id"] for interest in holder["interests"]}
    for interest in holder["interests"]:
        interest["red_line"] = None if interest["red_line"] is None else 3 * interest["red_line"]
    for scenario in document["scenarios"]:
        for interest in own & set(scenario["scores"]):
            scenario["scores"][interest]["value"] *= 3
    after = answer(Draft.model_validate(document))
    for key in ("ks", "pareto", "win_win", "class", "dominated_by"):
        assert after[key] == before[key], key
    # Where equally many but other parties gain, a product does depend on the unit.
    gainers = {tuple(row.values()) for key, row in before["gains"].items() if before["win_win"][key]}
    most = max((sum(row) for row in gainers), default=0)
    if len([row for row in gainers if sum(row) == most]) == 1:
        assert after["nash"] == before["nash"]


@given(grids(may_be_unknown=True), st.data())
def test_filling_in_a_missing_score_never_contradicts_what_was_known(
    draft: Draft, data: st.DataObject
) -> None:
    gaps = [
        (scenario.id, interest.id)
        for scenario in draft.scenarios
        for interest in draft.interests()
        if interest.id not in {score.interest for score in scenario.scores}
    ]
    assume(gaps)
    cell = data.draw(st.sampled_from(gaps))
    before, after = answer(draft), answer(with_score(draft, *cell, data.draw(st.sampled_from((-1, 0, 1)))))
    for key in ("acceptable", "win_win", "all_gain"):
        for scenario, known in before[key].items():
            assert known in (None, after[key][scenario])
    for key in ("gains", "loses"):
        for scenario, row in before[key].items():
            assert all(known in (None, after[key][scenario][holder]) for holder, known in row.items())
    for scenario, kind in before["class"].items():
        assert kind in ("undetermined", after["class"][scenario])
    for scenario, beaten_by in before["dominated_by"].items():
        assert set(beaten_by) <= set(after["dominated_by"][scenario])
    for rule in RULES:
        if before[rule] is not None and after[rule] is not None:
            assert set(_necessary(before[rule])) <= set(_necessary(after[rule])), rule
            assert set(_possible(after[rule])) <= set(_possible(before[rule])), rule


def _necessary(answer_of_rule: Any) -> Sequence[str]:  # noqa: ANN401 - JSON
    found: Sequence[str] = answer_of_rule if isinstance(answer_of_rule, list) else answer_of_rule["necessary"]
    return found


def _possible(answer_of_rule: Any) -> Sequence[str]:  # noqa: ANN401 - JSON
    found: Sequence[str] = answer_of_rule if isinstance(answer_of_rule, list) else answer_of_rule["possible"]
    return found


@given(grids(may_be_unknown=True), st.data())
def test_the_order_of_entry_changes_nothing_but_the_order_of_ties(draft: Draft, data: st.DataObject) -> None:
    document = draft.model_dump(mode="json", by_alias=True)
    for part in ("scenarios", "stakeholders"):
        document[part] = data.draw(st.permutations(document[part]))
    before, after = answer(draft), answer(Draft.model_validate(document))
    order = [each["id"] for each in document["scenarios"]]
    for key in ("net", "gains", "loses", "acceptable", "win_win", "all_gain", "class", "surplus"):
        assert before[key] == after[key], key
        assert list(after[key]) == order
    for scenario in order:
        assert set(before["dominated_by"][scenario]) == set(after["dominated_by"][scenario])
        assert (before["single_change"][scenario] is None) is (after["single_change"][scenario] is None)
        for holder, fix in before["fixes"][scenario].items():
            assert after["fixes"][scenario][holder]["deficit"] == fix["deficit"]
            assert after["fixes"][scenario][holder]["raise_to_whole"] == fix["raise_to_whole"]
    for rule in RULES:
        if before[rule] is None:
            assert after[rule] is None
        else:
            assert _necessary(after[rule]) == sorted(_necessary(before[rule]), key=order.index)
            assert _possible(after[rule]) == sorted(_possible(before[rule]), key=order.index)


@settings(max_examples=50)
@given(grids(may_be_unknown=True, most_gaps=6))
def test_the_words_never_soften_a_loss_and_never_call_a_neutral_or_lonely_gain_a_win_win(
    draft: Draft,
) -> None:
    found = analysed(draft)
    for scenario, verdict in found.figures.verdicts.items():
        words = next(f.words for f in found.scenarios[scenario] if f.id.startswith("win_win.verdict")).lower()
        assert ("win-win" in words) is (verdict.outcome.win_win is True and len(draft.stakeholders) > 1)
        losers = sum(row.loses is True for row in verdict.values.rows.values())
        assert words.count("is worse off than without an agreement") == losers
        assert "loses a little" not in words
