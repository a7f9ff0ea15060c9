"""Who gains or loses between two states of a draft: figures worked out by hand, unknown stays unknown."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbook.analysis.difference.pairs import LIBRARY, told
from tests.workbook.analysis.win_win.tables import nets, one_each, table
from workbook.analysis.difference.subjects import subject
from workbook.analysis.difference.tell import tell
from workbook.analysis.finding import Finding
from workbook.editing import get, put, read_address, remove
from workbook.edits.begin import draft_from_case
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook


def sentences(before: Draft, after: Draft) -> list[str]:
    return [finding.words for finding in told(before, after).stakeholders]


def the_one(before: Draft, after: Draft) -> Finding:
    (finding,) = told(before, after).stakeholders
    return finding


def city(score: float | None, **more: object) -> Draft:
    """City alone, with one interest, in one scenario."""
    return table({"city": {"calm": 1}}, {"pool": [score]}, **more)  # type: ignore[arg-type]  # as its callers say


@pytest.mark.parametrize(
    ("before", "after", "said", "change", "severity"),
    [
        (-1.2, 0.8, "from worse off (-1.2) to gains a little (+0.8), 2 points better", 2, "info"),
        (2, -1, "from gains (+2) to worse off (-1), 3 points worse", -3, "warning"),
        (0, 1, "from neither better nor worse off (0) to gains (+1), 1 point better", 1, "info"),
        (2, 2, "gains (+2) in both", 0, "info"),
        (-1, -2, "from worse off (-1) to worse off (-2), 1 point worse", -1, "info"),
        (1, None, "from gains (+1) to not yet known (-3 to +3)", None, "advice"),
        (None, None, "not yet known (-3 to +3) in both", None, "advice"),
    ],
)
def test_a_stakeholder_before_and_after(
    before: float | None, after: float | None, said: str, change: float | None, severity: str
) -> None:
    finding = the_one(city(before), city(after))
    assert finding.words == f"City: {said}, in “Pool”."
    assert finding.value == change
    assert finding.severity == severity


def test_the_net_value_counts_weights_and_what_there_is_without_an_agreement() -> None:
    # 3/4 of 2 and 1/4 of -2 make 1; 1/4 of 2 and 3/4 of -2 make -1; each less 0.5 without an agreement.
    scores = {"pool": [2, -2]}
    before = table({"city": {"calm": 3, "speed": 1}}, scores, without={"city": 0.5})
    after = table({"city": {"calm": 1, "speed": 3}}, scores, without={"city": 0.5})
    finding = the_one(before, after)
    assert finding.words == (
        "City: from gains a little (+0.5) to worse off (-1.5), 2 points worse, in “Pool”."
    )
    assert [each.value for each in finding.inputs] == [0.5, -1.5]


def test_while_a_score_is_missing_it_is_said_how_far_it_may_go() -> None:
    # Half the weight is scored 3; the other half may be anything from -3 to 3: from 0 to 3.
    before = table({"city": {"calm": 1, "speed": 1}}, {"pool": [3, None]})
    after = put(before, ("scenarios", "pool", "scores", "speed", "value"), 1)
    finding = the_one(before, after)
    assert finding.words == "City: from not yet known (0 to +3) to gains (+2), in “Pool”."
    assert (finding.value, finding.inputs[0].value) == (None, "0 to +3")


def test_every_scenario_that_stands_in_both_is_told() -> None:
    before = one_each({"pool": [1, 2], "alone": [0, 0]})
    after = put(before, ("scenarios", "alone", "scores", "b1", "value"), 3)
    assert sentences(before, after) == [
        "A: gains (+1) in both, in “Pool”.",
        "A: neither better nor worse off (0) in both, in “Alone”.",
        "B: gains (+2) in both, in “Pool”.",
        "B: from neither better nor worse off (0) to gains (+3), 3 points better, in “Alone”.",
    ]


def test_two_choices_are_compared_though_they_are_different_scenarios() -> None:
    before = one_each({"pool": [1], "alone": [-1]}, chosen_scenario="pool")
    after = put(before, ("chosen_scenario",), "alone")
    assert sentences(before, after)[0] == (
        "A: from gains (+1) to worse off (-1), 2 points worse, "
        "in the chosen scenario (“Pool” before, “Alone” after)."
    )


def test_without_anything_to_compare_that_is_said_of_everybody() -> None:
    before, after = one_each({"pool": [1, 1]}, chosen_scenario="pool"), one_each({"alone": [1, 1]})
    finding, _ = told(before, after).stakeholders
    assert finding.words == (
        "A: not yet known, because no scenario stands in both, and none is chosen in Ours."
    )
    assert [each.value for each in finding.inputs] == ["Pool", "none"]


def test_who_comes_and_who_goes_is_told() -> None:
    both = one_each({"pool": [1, 2]})
    alone = put(both, ("scenarios", "pool", "scores"), {"a1": {"value": 1}})
    alone = remove(alone, ("stakeholders", "b"))
    assert sentences(both, alone)[1] == "B: from gains (+2) to not part of it, in “Pool”."
    assert sentences(alone, both)[1] == "B: from not part of it to gains (+2), in “Pool”."


def test_somebody_in_the_background_is_told_only_while_it_is_judged_by() -> None:
    party = one_each({"pool": [1, 2]})
    background = put(party, ("stakeholders", "b", "standing"), "context")
    assert sentences(party, background)[1] == "B: from gains (+2) to in the background, in “Pool”."
    assert len(sentences(background, background)) == 1


def test_stakeholders_and_scenarios_with_other_ids_are_the_same_by_their_names() -> None:
    text = city(1).model_dump_json(by_alias=True)
    for old in ("city", "pool"):
        text = text.replace(f'"{old}"', f'"{old}-2"')
    other = Draft.model_validate_json(text)
    assert other.stakeholders[0].id == "city-2"
    other = put(other, ("scenarios", "pool-2", "scores", "calm", "value"), 2)
    finding = the_one(city(1), other)
    assert finding.words == "City: from gains (+1) to gains (+2), 1 point better, in “Pool”."
    assert [each.address for each in finding.inputs] == [
        "drafts/d/stakeholders/city",
        "drafts/d/stakeholders/city-2",
    ]


def test_weights_are_taken_as_the_workbook_is_set() -> None:
    draft = table({"city": {"calm": 3, "speed": 1}}, {"pool": [2, -2]})
    plain = {"drafts": [draft], "settings": {"robustness": {"weights": "unknown"}}}
    workbook = Workbook.model_validate(plain)
    side = subject(workbook, LIBRARY, "d")
    (finding,) = tell(side, side, LIBRARY, begin=draft_from_case).stakeholders
    assert finding.words == "City: not yet known (-2 to +2) in both, in “Pool”."


def test_inputs_of_a_snapshot_stand_in_the_snapshot() -> None:
    snapshot = {"id": "early", "name": "Early", "at": "2027-03-01T09:30:00+01:00", "draft": city(1)}
    workbook = Workbook.model_validate({"drafts": [city(2)], "snapshots": [snapshot]})
    found = tell(
        subject(workbook, LIBRARY, "early"), subject(workbook, LIBRARY, "d"), LIBRARY, begin=draft_from_case
    )
    (finding,) = found.stakeholders
    assert [each.name for each in finding.inputs] == [
        "Net value, Early (Ours, 1 March 2027, 09:30)",
        "Net value, Ours",
    ]
    for each in finding.inputs:
        assert each.address is not None
        assert get(workbook, read_address(each.address)).name == "City"
    (change,) = found.changes
    assert get(workbook, read_address(str(change.address))) == 2


SCORES = st.integers(-3, 3)


@settings(max_examples=50)
@given(st.lists(SCORES, min_size=4, max_size=4), st.integers(1, 5), st.integers(1, 5))
def test_the_difference_is_that_of_the_net_values(scores: list[int], weight: int, other: int) -> None:
    holders = {"city": {"calm": weight, "speed": other}}
    before, after = (table(holders, {"pool": pair}) for pair in (scores[:2], scores[2:]))
    finding = the_one(before, after)
    was, now = (nets(draft, "pool")["city"] for draft in (before, after))
    by_hand = Fraction(weight * (scores[2] - scores[0]) + other * (scores[3] - scores[1]), weight + other)
    assert now - was == by_hand
    assert finding.value == pytest.approx(float(by_hand), abs=1e-9)
