"""What is said of a draft: the two statements side by side, the findings, and what leaves as JSON."""

import json
from typing import Any

import pytest
from hypothesis import given, settings

from tests import builders
from tests.builders import three_drafts
from tests.workbook.analysis.robustness.questions import worked_example
from workbook.analysis.finding import Finding
from workbook.analysis.robustness.answer import Robustness, robustness
from workbook.analysis.robustness.contract import contract
from workbook.analysis.robustness.findings import robustness_findings
from workbook.analysis.robustness.simulation import Cancelled
from workbook.analysis.robustness.words import how_sure, margin, per_cent
from workbook.editing import NoSuchPlaceError, get, read_address
from workbook.model.draft import Draft
from workbook.model.workbook import RobustnessSettings, Workbook

FEW = RobustnessSettings(draws=200)
CALM = RobustnessSettings(score_noise=False)


def worded(answer: Robustness) -> dict[str, str]:
    return {each.id.removeprefix("robustness."): each.words for each in robustness_findings(answer)}


@pytest.mark.parametrize(
    ("share", "word"),
    [
        (1, "robust"), (0.95, "robust"), (0.9499, "likely"), (0.8, "likely"), (0.7999, "open"), (0.2, "open"),
        (0.1999, "unlikely"), (0.0501, "unlikely"), (0.05, "ruled out"), (0, "ruled out"),
    ],
)  # fmt: skip
def test_a_word_for_every_share(share: float, word: str) -> None:
    assert how_sure(share) == word


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0, "0 %"), (0.0001, "under 1 %"), (0.0049, "under 1 %"), (0.005, "1 %"), (0.125, "13 %"),
        (0.4, "40 %"), (0.9949, "99 %"), (0.9951, "over 99 %"), (0.9999, "over 99 %"), (1, "100 %"),
    ],
)  # fmt: skip
def test_whole_per_cents_and_never_all_or_nothing_by_rounding(share: float, shown: str) -> None:
    assert per_cent(share) == shown


@pytest.mark.parametrize(("draws", "points"), [(100, 10), (1000, 4), (10_000, 1), (1_000_000, 1)])
def test_how_much_may_be_chance(draws: int, points: int) -> None:
    assert margin(draws) == points


def test_the_two_statements_stand_side_by_side() -> None:
    words = worded(robustness(worked_example(), RobustnessSettings()))
    assert words["holds.ours.full"] == (
        "Full pooling: by the weights given, City loses. If weights and scores are off by a little, that "
        "nobody loses is open: 25 % of the draws. Who might lose: Hospital (under 1 %) and City (75 %)."
    )
    assert words["holds.ours.trusted"].startswith(
        "Trusted intermediary: nobody loses, whatever the weights. If weights and scores are off by a "
        "little, that nobody loses is robust: over 99 % of the draws."
    )
    assert words["holds.ours.aggregates"].startswith(
        "Aggregates only: by the weights given, it is not yet known whether somebody loses. If weights and "
        "scores are off by a little, and effects that are not scored are anything on the scale, that nobody "
        "loses is "
    )


def test_what_the_scores_settle_is_said_once_where_no_effect_is_doubted() -> None:
    words = worded(robustness(worked_example(), CALM))
    assert words["holds.ours.trusted"] == (
        "Trusted intermediary: nobody loses, whatever the weights: 100 % of the draws."
    )
    unknown = worded(robustness(worked_example(), RobustnessSettings(weights="unknown", score_noise=False)))
    assert "If weights that are not known are anything, " in unknown["holds.ours.full"]
    order = worded(robustness(worked_example(), RobustnessSettings(weights="order", score_noise=False)))
    assert "If of some weights only the order holds, " in order["holds.ours.full"]


def one_scenario(scores: dict[str, float], **red_lines: float) -> Draft:
    interests = [{"id": "i", "weight": 3}, {"id": "j", "weight": 1}]
    for each in interests:
        each["red_line"] = red_lines.get(str(each["id"]))
    said = {each: {"value": value} for each, value in scores.items()}
    return Draft.model_validate(
        {
            "id": "ours",
            "stakeholders": [{"id": "p", "name": "Port", "interests": interests}],
            "scenarios": [{"id": "c", "name": "Pool", "scores": said}],
        }
    )


def test_a_crossed_red_line_is_named() -> None:
    calm = worded(robustness(one_scenario({"i": 3, "j": -1}, j=0), CALM))
    assert calm["holds.ours.c"] == (
        "Pool: a red line of Port is crossed, whatever the weights: 100 % of the draws."
    )
    words = worded(robustness(one_scenario({"i": 3, "j": 0}, j=0), RobustnessSettings()))
    assert words["holds.ours.c"].startswith(
        "Pool: nobody loses, whatever the weights. If weights and scores are off by a little, that nobody "
        "loses and no red line is crossed is open: "
    )
    assert words["holds.ours.c"].endswith(" A red line is crossed in 50 %.")


def test_a_sure_loss_is_said_to_be_one() -> None:
    calm = worded(robustness(one_scenario({"i": -1, "j": -1}), CALM))
    assert calm["holds.ours.c"] == "Pool: Port loses, whatever the weights: 100 % of the draws."


def test_advice_where_an_answer_that_looks_good_does_not_hold() -> None:
    found = robustness_findings(robustness(one_scenario({"i": 3, "j": 0}, j=0), RobustnessSettings()))
    assert [each.id for each in found if each.severity == "advice"] == ["robustness.holds.ours.c"]


def test_how_it_was_made() -> None:
    first, *_ = robustness_findings(robustness(worked_example(), RobustnessSettings(seed=7)))
    assert first.words == (
        "10,000 draws, seed 7, kept in the workbook: whoever repeats them gets the same figures. Whole per "
        "cents only; one point either way may be chance."
    )
    assert [each.value for each in first.inputs] == [7, 10_000]
    (only,) = robustness_findings(robustness(Draft(id="empty"), FEW))
    assert only.words == "How far a verdict holds can be asked once there is a party and a scenario."


def check(workbook: Workbook, draft: Draft, found: tuple[Finding, ...]) -> None:
    assert len({each.id for each in found}) == len(found)
    for finding in found:
        assert draft.id in finding.id.split(".")
        assert finding.words.strip()
        assert finding.unit
        assert finding.rule.endswith(".")
        assert "Lahdelma & Salminen 2001" in finding.citation
        assert "Tervonen & Lahdelma 2007" in finding.citation
        json.dumps(finding.model_dump(mode="json"), allow_nan=False)
        for address in (finding.address, *(each.address for each in finding.inputs)):
            if address is not None:
                get(workbook, read_address(address))


def test_every_finding_about_the_example_is_whole_and_leads_somewhere() -> None:
    workbook = three_drafts()
    for draft in workbook.drafts:
        answer = robustness(draft, FEW)
        found = robustness_findings(answer)
        holders = [each for each in draft.stakeholders if each.standing != "context"]
        assert len(found) == 1 + len(draft.scenarios) * (3 + len(holders))
        check(workbook, draft, found)


@settings(max_examples=25)
@given(builders.drafts())
def test_any_draft_can_be_asked(draft: Draft) -> None:
    workbook = Workbook(drafts=(draft,))
    answer = robustness(draft, FEW)
    try:
        check(workbook, draft, robustness_findings(answer))
    except NoSuchPlaceError as nowhere:
        pytest.fail(str(nowhere))
    json.dumps(contract(answer), allow_nan=False)


def test_the_contract_has_the_documented_shape() -> None:
    written: dict[str, Any] = json.loads(json.dumps(contract(robustness(worked_example(), CALM))))
    assert list(written) == ["seed", "draws", "weights", "scenarios", "parties", "exact"]
    assert (written["seed"], written["draws"], written["weights"]) == (20190618, 10_000, None)
    assert list(written["scenarios"]) == ["full", "trusted", "aggregates"]
    trusted = written["scenarios"]["trusted"]
    assert list(trusted) == ["nobody_loses", "win_win", "pareto", "first", "ranks", "central_weights"]
    assert (trusted["nobody_loses"], trusted["win_win"]) == (1.0, 1.0)
    assert list(trusted["first"]) == list(trusted["ranks"]) == ["maximin", "nash"]
    assert trusted["first"]["maximin"] == trusted["ranks"]["maximin"][0]
    assert len(trusted["ranks"]["maximin"]) == 3
    assert list(trusted["central_weights"]["maximin"]) == ["hospital", "city", "vendor"]
    assert list(trusted["central_weights"]["nash"]["city"]) == ["services", "privacy"]
    assert written["parties"]["trusted"]["vendor"] == {"gains": 1.0, "loses": 0.0}
    exact = written["exact"]
    assert list(exact) == ["parties", "nobody_loses"]
    # City, fairly sure: parameters 10 and 10, so whole; Hospital 15 and 5; Vendor 40/3, which is not.
    assert exact["parties"]["full"]["hospital"]["gains"] == pytest.approx(1, abs=0.001)
    assert 0 < exact["parties"]["full"]["city"]["gains"] < 0.5
    assert exact["parties"]["full"]["vendor"] == {"gains": None, "loses": None}
    assert exact["nobody_loses"] == {"full": None, "trusted": 1.0, "aggregates": None}


def test_the_contract_gives_what_was_asked_for_the_exact_chances_too() -> None:
    asked = RobustnessSettings(weights="unknown", score_noise=False, seed=3, draws=500)
    written = contract(robustness(worked_example(), asked))
    assert (written["seed"], written["draws"], written["weights"]) == (3, 500, "unknown")
    assert written["exact"]["parties"]["full"]["city"] == {"gains": 0.4, "loses": 0.6}
    assert written["exact"]["nobody_loses"]["full"] == pytest.approx(2 / 9)


def test_a_scenario_that_never_comes_first_has_no_central_weights() -> None:
    written = contract(robustness(one_scenario({"i": -1, "j": -1}), CALM))
    assert written["scenarios"]["c"]["central_weights"]["nash"] is None
    assert written["scenarios"]["c"]["first"] == {"maximin": 1.0, "nash": 0.0}


def test_those_affected_have_figures_but_no_say_and_context_has_neither() -> None:
    draft = one_scenario({"i": 1, "j": 1})
    others = [
        {"id": "q", "standing": "affected", "interests": [{"id": "k"}]},
        {"id": "r", "standing": "context", "interests": [{"id": "l"}]},
    ]
    stakeholders = [*draft.model_dump(mode="json")["stakeholders"], *others]
    draft = draft.replace(stakeholders=tuple(stakeholders))
    draft = draft.replace(
        scenarios=(
            draft.scenarios[0].replace(scores={"i": {"value": 1}, "j": {"value": 1}, "k": {"value": -3}}),
        )
    )
    written = contract(robustness(draft, CALM))
    assert written["parties"]["c"]["q"] == {"gains": 0.0, "loses": 1.0}
    assert list(written["parties"]["c"]) == ["p", "q"]
    assert written["scenarios"]["c"]["nobody_loses"] == 1.0


def test_without_a_party_there_is_no_verdict() -> None:
    written = contract(robustness(Draft(id="empty"), FEW))
    assert written["scenarios"] == written["parties"] == {}
    assert written["exact"] == {"parties": {}, "nobody_loses": {}}


def test_it_can_be_cancelled_and_watched() -> None:
    told: list[tuple[int, int]] = []
    robustness(worked_example(), FEW, progress=lambda *each: told.append(each))
    assert told == [(200, 200)]
    with pytest.raises(Cancelled):
        robustness(worked_example(), FEW, goes_on=lambda: False)
