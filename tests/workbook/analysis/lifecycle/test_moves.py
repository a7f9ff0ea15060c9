"""Where a draft may move, which gates lie on the way, and what a gate says of itself."""

import pytest

from tests.workbook.analysis.designs import LIBRARY
from tests.workbook.analysis.lifecycle.ready import READY, asked, at_stage, but
from workbook.analysis.lifecycle.gates import gate, way
from workbook.analysis.lifecycle.moves import moves_open, next_stage
from workbook.model.vocabulary import STAGES, LifecyclePlace, StageId

COUNTS: dict[StageId, int] = {
    "frame": 4,
    "interests": 10,
    "win_wins": 2,
    "business_case": 4,
    "alignment": 3,
    "sharing": 3,
    "scale_up": 2,
    "renewal": 2,
}
"""How many conditions each gate has for the draft that is ready, counted by hand."""


@pytest.mark.parametrize("start", range(8))
@pytest.mark.parametrize("end", range(8))
def test_forward_all_gates_passed_are_asked_in_order_and_back_none(start: int, end: int) -> None:
    draft = READY if start == 0 else at_stage(STAGES[start])
    conditions = way(draft, STAGES[end], LIBRARY)
    passed = STAGES[start:end]
    assert len(conditions) == sum(COUNTS[stage] for stage in passed)
    assert list(dict.fromkeys(each.stage for each in conditions)) == list(passed)
    together = [each for stage in passed for each in asked(draft, stage).values()]
    assert list(conditions) == together


@pytest.mark.parametrize("stage", STAGES)
def test_pausing_asks_nothing_and_closing_asks_reason_and_lessons_from_every_stage(stage: StageId) -> None:
    draft = READY if stage == "frame" else at_stage(stage)
    assert way(draft, "paused", LIBRARY) == ()
    assert way(draft, stage, LIBRARY) == ()
    closing = way(draft, "closed", LIBRARY, because="It is over.")
    assert [(each.id, each.state) for each in closing] == [
        ("renewal.reason", "met"),
        ("renewal.lessons", "met"),
    ]


@pytest.mark.parametrize("rest", ["paused", "closed"])
def test_a_rest_is_no_way_around_a_gate(rest: LifecyclePlace) -> None:
    rested = at_stage("interests", rest)
    assert way(rested, "interests", LIBRARY) == ()
    assert way(rested, "frame", LIBRARY) == ()
    assert [each.stage for each in way(rested, "business_case", LIBRARY)] == ["interests"] * 10 + [
        "win_wins"
    ] * 2


def test_from_renewal_a_new_cycle_asks_nothing() -> None:
    assert way(at_stage("renewal"), "win_wins", LIBRARY) == ()


def moves_from(*places: str) -> list[tuple[str, str]]:
    draft = at_stage(*places) if places else READY
    return [(each.to, each.kind) for each in moves_open(draft, LIBRARY)]


def test_from_frame_every_stage_lies_ahead() -> None:
    ahead = [(stage, "forward") for stage in STAGES[1:]]
    assert moves_from() == [*ahead, ("paused", "pause"), ("closed", "close")]


def test_from_the_middle_it_goes_both_ways() -> None:
    assert moves_from("alignment") == [
        ("frame", "back"),
        ("interests", "back"),
        ("win_wins", "back"),
        ("business_case", "back"),
        ("sharing", "forward"),
        ("scale_up", "forward"),
        ("renewal", "forward"),
        ("paused", "pause"),
        ("closed", "close"),
    ]


def test_from_renewal_the_way_back_to_the_win_wins_is_a_renewal() -> None:
    found = dict(moves_from("renewal"))
    assert found["win_wins"] == "renew"
    assert [kind for to, kind in found.items() if to != "win_wins"] == ["back"] * 6 + ["pause", "close"]
    assert dict(moves_from("renewal", "closed"))["win_wins"] == "renew"
    assert dict(moves_from("scale_up"))["win_wins"] == "back"


def test_what_is_paused_is_taken_up_where_it_stood_first_or_at_any_stage_or_closed() -> None:
    found = moves_from("sharing", "paused")
    assert found[0] == ("sharing", "resume")
    others = [stage for stage in STAGES if stage != "sharing"]
    assert found[1:] == [*((stage, "resume") for stage in others), ("closed", "close")]


def test_what_is_closed_is_taken_up_again_and_not_paused() -> None:
    found = moves_from("sharing", "paused", "closed")
    assert found[0] == ("sharing", "resume")
    assert [to for to, _ in found] == ["sharing", *(stage for stage in STAGES if stage != "sharing")]


def test_moves_say_in_words_where_they_lead() -> None:
    words = {each.to: each.words for each in moves_open(at_stage("renewal"), LIBRARY)}
    assert words["win_wins"] == "Renew: a new cycle from Win-wins"
    assert words["sharing"] == "Go back to Sharing"
    assert (words["paused"], words["closed"]) == ("Pause", "Close")
    assert moves_open(READY, LIBRARY)[0].words == "Move on to Interests"
    assert moves_open(at_stage("paused"), LIBRARY)[0].words == "Take it up again at Frame"


def test_the_next_stage_is_the_one_after_where_it_stands_or_stood() -> None:
    assert next_stage(READY) == "interests"
    assert next_stage(at_stage("sharing", "paused")) == "scale_up"
    assert next_stage(at_stage("renewal")) is None


@pytest.mark.parametrize(
    ("stage", "missing", "words", "severity"),
    [
        ("frame", [], "All 4 conditions of the gate out of Frame are met.", "info"),
        ("frame", ["framing/public_value"], "3 of 4 conditions of the gate out of Frame are met.", "advice"),
        (
            "sharing",
            ["data_flows/yields/legal_basis", "data_flows/yields/safeguards"],
            "1 of 3 conditions of the gate out of Sharing is met.",
            "advice",
        ),
        (
            "scale_up",
            ["scenarios/pool/benefits/maps/measured", "scenarios/pool/benefits/price/measured"],
            "Neither condition of the gate out of Scale-up is met.",
            "advice",
        ),
        (
            "renewal",
            ["lifecycle/lessons"],
            "Neither condition for closing is met.",
            "advice",
        ),
    ],
)
def test_a_gate_says_how_much_of_what_it_asks_is_there(
    stage: StageId, missing: list[str], words: str, severity: str
) -> None:
    draft = but(*((path, "") for path in missing))
    finding = gate(draft, stage, LIBRARY).finding
    assert (finding.words, finding.severity) == (words, severity)


def test_what_is_not_applicable_is_not_counted() -> None:
    found = gate(READY, "interests", LIBRARY)
    assert len(found.conditions) == 10
    assert (len(found.asked), len(found.met), len(found.unmet)) == (8, 8, 0)
    assert found.finding.words == "All 8 conditions of the gate out of Interests are met."
    assert [each.value for each in found.finding.inputs].count("not applicable") == 2


def test_a_single_condition_is_spoken_of_as_one() -> None:
    draft = but(("scenarios/pool/data_flows", ()))
    words = gate(draft, "sharing", LIBRARY).finding.words
    assert words == "The one condition of the gate out of Sharing is not met."
