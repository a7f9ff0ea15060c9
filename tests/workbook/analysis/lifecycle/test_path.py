"""How a draft came to where it stands, what was overridden, what is due, and the path suggested."""

import datetime as dt
import json

import pytest

from tests.workbook.analysis.designs import ISSUE, LIBRARY, RESOURCE, SECTOR, draft, everywhere
from tests.workbook.analysis.lifecycle.ready import READY, SOCIAL, at_stage, but
from workbook.analysis.lifecycle.contract import contract, summary
from workbook.analysis.lifecycle.events import event_words
from workbook.analysis.lifecycle.findings import lifecycle
from workbook.analysis.lifecycle.path import condition_words, path
from workbook.model.draft import Draft
from workbook.model.lifecycle import Event

TODAY = dt.date(2027, 4, 1)
PASSED = {
    "by": "Ana",
    "because": "The flood came",
    "held": ("frame.problem",),
    "overridden": (
        {"condition": "sharing.safeguards.yields", "because": "Not reported."},
        {"condition": "business_case.owner.growers", "because": "Not reported"},
    ),
}
MOVED = but(
    *((f"lifecycle/moves/m1/{field}", said) for field, said in PASSED.items()), draft=at_stage("sharing")
)


def test_a_draft_that_never_moved_has_been_at_frame_from_the_beginning() -> None:
    found = path(READY, LIBRARY)
    assert (found.place, found.stage, found.cycle, found.since) == ("frame", "frame", 1, None)
    assert [each.words for each in found.visits] == ["Frame, from the beginning"]
    assert found.log == ()


def test_every_stay_is_told_from_and_to_when() -> None:
    found = path(at_stage("interests", "paused", "closed"), LIBRARY)
    assert [each.words for each in found.visits] == [
        "Frame, from the beginning to 1 March 2027",
        "Interests, from 1 March 2027 to 2 March 2027",
        "Paused, from 2 March 2027 to 3 March 2027",
        "Closed, from 3 March 2027",
    ]
    assert (found.place, found.stage) == ("closed", "interests")
    assert found.finding.words == "Closed at Interests, since 3 March 2027."
    assert found.finding.value == "closed"


def test_a_later_cycle_is_named() -> None:
    renewed = but(("lifecycle/moves/m2/cycle", 2), draft=at_stage("renewal", "win_wins"))
    found = path(renewed, LIBRARY)
    assert found.cycle == 2
    assert found.finding.words == "Win-wins, in cycle 2, since 2 March 2027."


def test_a_move_is_told_with_what_held_what_was_overridden_and_why() -> None:
    (told,) = path(MOVED, LIBRARY).log
    assert told.words == "From Frame to Sharing on 1 March 2027 by Ana. The flood came."
    assert told.held == ("The societal problem in writing",)
    assert [(each.words, each.because) for each in told.overridden] == [
        ("Safeguards for the data from Growers to Agency", "Not reported."),
        ("An owner of the business case inside Growers", "Not reported"),
    ]
    assert told.address == "drafts/ours/lifecycle/moves/m1"


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("scale_up.measured.price", "A measured value for “A better price”"),
        ("sharing.start_date.gone", "A start date for something that is no longer there"),
        ("interests.without.agency", "The situation of Agency without an agreement"),
        ("All agreed. So be it.", "All agreed. So be it."),
        ("framing_agreed", "framing_agreed"),
    ],
)
def test_a_condition_in_the_log_is_read_as_words_even_when_its_subject_is_gone(
    condition: str, words: str
) -> None:
    assert condition_words(READY, condition) == words


def test_a_move_that_passed_over_conditions_is_a_finding_and_says_each_reason_once() -> None:
    (finding,) = lifecycle(MOVED, LIBRARY).overridden
    assert finding.words == "From Frame to Sharing with 2 conditions overridden by Ana: Not reported."
    assert (finding.value, finding.unit) == (2, "conditions")
    assert [each.value for each in finding.inputs] == ["Not reported.", "Not reported"]
    assert lifecycle(READY, LIBRARY).overridden == ()


@pytest.mark.parametrize(
    ("review_on", "words", "severity"),
    [
        (None, "No review date: such partnerships tend to stay one-off.", "advice"),
        ("2027-03-31", "The review was due on 31 March 2027, 1 day ago.", "warning"),
        ("2027-03-01", "The review was due on 1 March 2027, 31 days ago.", "warning"),
        ("2027-04-01", "To be reviewed today.", "info"),
        ("2027-04-02", "To be reviewed on 2 April 2027.", "info"),
    ],
)
def test_the_review_is_to_come_due_or_never_set(review_on: str | None, words: str, severity: str) -> None:
    review = lifecycle(but(("lifecycle/review_on", review_on)), LIBRARY, TODAY).review
    assert review is not None
    assert (review.words, review.severity) == (words, severity)
    assert review.citation == "CBS study summary"


def test_a_closed_partnership_needs_no_review() -> None:
    assert lifecycle(at_stage("closed"), LIBRARY, TODAY).review is None
    assert lifecycle(at_stage("paused"), LIBRARY, TODAY).review is not None


def test_without_knowing_the_day_nothing_is_overdue() -> None:
    late = but(
        ("lifecycle/review_on", "2020-01-01"),
        ("scenarios/pool/alignment_actions/contract/status", "open"),
        ("scenarios/pool/alignment_actions/contract/due", "2020-01-01"),
    )
    unknown = lifecycle(late, LIBRARY)
    assert unknown.review is not None
    assert unknown.review.words == "To be reviewed on 1 January 2020."
    assert unknown.overdue is None
    assert lifecycle(late, LIBRARY, TODAY).overdue is not None


def test_actions_of_the_chosen_scenario_that_are_late_are_named() -> None:
    actions = "scenarios/pool/alignment_actions"
    late = but(
        (f"{actions}/contract/status", "under_way"),
        (f"{actions}/contract/due", "2027-03-31"),
        (f"{actions}/release/due", "2027-03-01"),  # done
        (f"{actions}/mailbox/due", "2027-03-01"),  # not needed
        ("scenarios/nothing/alignment_actions", [{"id": "spare", "text": "Spare.", "due": "2027-01-01"}]),
    )
    overdue = lifecycle(late, LIBRARY, TODAY).overdue
    assert overdue is not None
    assert overdue.words == "1 action is overdue: “Contract”."
    assert overdue.address == "drafts/ours/scenarios/pool/alignment_actions/contract"
    undecided = lifecycle(but(("chosen_scenario", None), draft=late), LIBRARY, TODAY).overdue
    assert undecided is not None
    assert undecided.words == "2 actions are overdue: “Contract”; “Spare”."
    on_the_day = lifecycle(but((f"{actions}/contract/due", "2027-04-01"), draft=late), LIBRARY, TODAY)
    assert on_the_day.overdue is None


@pytest.mark.parametrize(
    ("platform", "stages"),
    [
        (RESOURCE, 8),
        (ISSUE, 2),
        (SECTOR, 8),
    ],
)
def test_each_platform_suggests_its_path(platform: tuple[int, int, int], stages: int) -> None:
    (suggested,) = lifecycle(draft(everywhere(platform)), LIBRARY).suggested
    assert len(suggested.stages) == stages
    assert suggested.finding.value == stages
    assert suggested.finding.words.startswith(LIBRARY.platform(suggested.platform).name)


def test_a_social_issue_goes_from_frame_to_sharing_and_may_end_there() -> None:
    (suggested,) = lifecycle(SOCIAL, LIBRARY).suggested
    assert (suggested.stages, suggested.next) == (("frame", "sharing"), "sharing")
    (arrived,) = lifecycle(at_stage("sharing", draft=SOCIAL), LIBRARY).suggested
    assert arrived.next is None


def test_a_mixed_design_is_shown_the_path_of_each_platform_in_the_lead_and_a_blank_one_none() -> None:
    mixed = draft(everywhere((50, 50, 0)))
    assert [each.platform for each in lifecycle(mixed, LIBRARY).suggested] == [
        "resource_dependence",
        "social_issue",
    ]
    assert lifecycle(Draft(id="blank"), LIBRARY).suggested == ()


def test_the_gate_ahead_is_that_of_the_stage_where_it_stands_or_stood_and_none_once_closed() -> None:
    for places, stage in ((("sharing",), "sharing"), (("sharing", "paused"), "sharing"), ((), "frame")):
        ahead = lifecycle(at_stage(*places), LIBRARY).ahead
        assert ahead is not None
        assert ahead.stage == stage
    assert lifecycle(at_stage("sharing", "closed"), LIBRARY).ahead is None


def test_findings_tell_stage_gate_ahead_with_conditions_review_overrides_and_paths() -> None:
    kinds = [each.id.split(".")[1] for each in lifecycle(MOVED, LIBRARY, TODAY).findings]
    assert kinds == ["stage", "gate", *["condition"] * 3, "review", "overridden", "suggested"]


def test_weights_that_are_not_known_leave_the_win_win_open() -> None:
    sure = lifecycle(READY, LIBRARY).gate("win_wins")
    doubted = lifecycle(READY, LIBRARY, weights="unknown").gate("win_wins")
    assert [len(each.met) for each in (sure, doubted)] == [2, 1]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (
            {"kind": "urgency", "on": "2015-04-25", "text": "The earthquake hit."},
            "25 April 2015, urgency: The earthquake hit.",
        ),
        (
            {"kind": "champion leaves", "text": "The mayor left"},
            "Undated, the champion leaves: The mayor left.",
        ),
        ({"kind": "storm", "on": "2027-01-02"}, "2 January 2027, storm."),
        ({}, "Undated, event."),
    ],
)
def test_an_event_is_told_with_its_day_and_kind(event: dict[str, str], words: str) -> None:
    assert event_words(Event.model_validate({"id": "v", **event})) == words


def test_the_answer_for_programs_holds_stage_gates_moves_paths_and_log() -> None:
    found = contract(lifecycle(MOVED, LIBRARY, TODAY), TODAY)
    assert json.loads(json.dumps(found)) == found
    assert (found["stage"], found["stands_at"], found["cycle"]) == ("sharing", "sharing", 1)
    assert (found["since"], found["days_here"], found["review_on"]) == ("2027-03-01", 31, None)
    assert found["next_gate"] == {
        "stage": "sharing",
        "words": "All 3 conditions of the gate out of Sharing are met.",
        "asked": 3,
        "met": 3,
        "unmet": [],
    }
    assert list(found["gates"]) == [
        "frame", "interests", "win_wins", "business_case", "alignment", "sharing", "scale_up", "renewal",
    ]  # fmt: skip
    assert set(found["gates"]["frame"][0]) == {"id", "state", "words", "because", "act", "address"}
    assert [each["to"] for each in found["moves"]][-2:] == ["paused", "closed"]
    assert found["suggested"] == [
        {
            "platform": "resource_dependence",
            "stages": list(found["gates"]),
            "next": "scale_up",
        }
    ]
    (move,) = found["log"]
    assert (move["begun_at"], move["to"], move["by"]) == ("frame", "sharing", "Ana")
    assert move["overridden"][0]["condition"] == "sharing.safeguards.yields"


def test_the_short_answer_is_the_beginning_of_the_long_one() -> None:
    found = lifecycle(at_stage("closed"), LIBRARY, TODAY)
    short = summary(found)
    assert list(contract(found))[: len(short)] == list(short)
    assert (short["next_gate"], short["days_here"]) == (None, None)
