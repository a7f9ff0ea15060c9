"""Moving a draft: what the log keeps, what is refused, and the snapshot that is taken with it."""

import datetime as dt
from collections.abc import Mapping
from itertools import count

import pytest

from tests.workbook.analysis.designs import LIBRARY
from tests.workbook.analysis.lifecycle.ready import READY, SOCIAL, at_stage, but
from workbook.analysis.lifecycle.gates import way
from workbook.edits.lifecycle import MoveRefused, move
from workbook.model.draft import Draft
from workbook.model.lifecycle import Move, Override
from workbook.model.vocabulary import STAGES, LifecyclePlace
from workbook.model.workbook import RobustnessSettings, Settings, Workbook

NOON = dt.datetime(2027, 6, 1, 12, tzinfo=dt.UTC)
PLACES: tuple[LifecyclePlace, ...] = (*STAGES, "paused", "closed")
UNSHARED = but(("data_flows/yields/legal_basis", ""), ("data_flows/yields/safeguards", ""))
"""Ready but for two things that the gate out of Sharing asks."""
TWO = ("sharing.legal_basis.yields", "sharing.safeguards.yields")


def moved(
    draft: Draft,
    to: LifecyclePlace,
    by: str = "",
    because: str = "",
    overridden: Mapping[str, str] | None = None,
    **settings: object,
) -> Workbook:
    workbook = Workbook(
        drafts=(draft,), settings=Settings(robustness=RobustnessSettings.model_validate(settings))
    )
    numbers = count(len(draft.lifecycle.moves) + 1)
    return move(
        workbook,
        draft.id,
        to,
        library=LIBRARY,
        at=NOON,
        by=by,
        because=because,
        overridden=overridden or {},
        make_id=lambda letter: f"{letter}-new-{next(numbers)}",
    )


def entry(workbook: Workbook) -> Move:
    """The latest in the log."""
    return workbook.drafts[0].lifecycle.moves[-1]


@pytest.mark.parametrize("start", PLACES)
@pytest.mark.parametrize("end", PLACES)
def test_a_draft_with_all_that_is_asked_may_go_anywhere_but_where_it_stands_and_from_closed_to_paused(
    start: LifecyclePlace, end: LifecyclePlace
) -> None:
    draft = READY if start == "frame" else at_stage(start)
    if start == end:
        with pytest.raises(MoveRefused, match=r"^It stands at .* already\.$"):
            moved(draft, end)
    elif (start, end) == ("closed", "paused"):
        with pytest.raises(MoveRefused, match="nothing is left to pause"):
            moved(draft, end)
    else:
        after = moved(draft, end, because="So we agreed.").drafts[0]
        assert after.lifecycle.stage == end
        assert after.lifecycle.moves[:-1] == draft.lifecycle.moves


def test_the_log_keeps_from_to_when_who_why_and_what_held() -> None:
    assert entry(moved(READY, "interests", "Ana", "All is written.")) == Move.model_validate(
        {
            "id": "m-new-1",
            "from": "frame",
            "to": "interests",
            "at": "2027-06-01T12:00:00Z",
            "by": "Ana",
            "because": "All is written.",
            "held": ["frame.problem", "frame.data_sought", "frame.public_value", "frame.dimensions"],
        }
    )


def test_over_several_stages_everything_that_held_on_the_way_is_kept_and_what_is_not_applicable_is_not() -> (
    None
):
    held = entry(moved(READY, "business_case")).held
    assert len(held) == 4 + 8 + 2
    assert not [each for each in held if each.endswith(".press")]
    assert held[-2:] == ("win_wins.chosen", "win_wins.win_win")


def test_a_social_issue_may_go_from_business_case_to_sharing_with_nothing_asked() -> None:
    after = moved(at_stage("business_case", draft=SOCIAL), "sharing")
    assert (entry(after).held, entry(after).overridden) == ((), ())


def test_what_is_not_met_is_passed_with_a_reason_for_each_and_a_name() -> None:
    reasons = {TWO[0]: "Not reported", TWO[1]: "The flood"}
    kept = entry(moved(at_stage("sharing", draft=UNSHARED), "scale_up", "Ana", "On we go.", reasons))
    assert kept.overridden == tuple(Override(condition=each, because=reasons[each]) for each in TWO)
    assert kept.held == ("sharing.start_date.yields",)
    assert (kept.by, kept.because) == ("Ana", "On we go.")


@pytest.mark.parametrize(
    ("reasons", "unmet"),
    [
        ({}, TWO),
        ({TWO[0]: "Not reported"}, TWO[1:]),
        ({TWO[0]: "Not reported", TWO[1]: "  "}, TWO[1:]),
    ],
)
def test_a_condition_that_is_neither_met_nor_overridden_with_a_reason_refuses_the_move(
    reasons: dict[str, str], unmet: tuple[str, ...]
) -> None:
    draft = at_stage("sharing", draft=UNSHARED)
    with pytest.raises(MoveRefused) as refused:
        moved(draft, "scale_up", "Ana", "On we go.", reasons)
    assert tuple(each.id for each in refused.value.unmet) == unmet
    sentence = str(refused.value)
    assert sentence.startswith("On the way to Scale-up ")
    assert all(each in sentence for each in unmet)
    assert sentence.endswith("(sharing.safeguards.yields).")


@pytest.mark.parametrize("by", ["", "  "])
def test_nobody_overrides_without_a_name(by: str) -> None:
    with pytest.raises(MoveRefused, match="gives a name"):
        moved(at_stage("sharing", draft=UNSHARED), "scale_up", by, "", dict.fromkeys(TWO, "Not reported"))


def test_what_is_not_asked_on_the_way_cannot_be_overridden() -> None:
    with pytest.raises(
        MoveRefused, match=r"^Nothing called sharing\.colour is asked on the way to Scale-up\.$"
    ):
        moved(at_stage("sharing"), "scale_up", "Ana", "", {"sharing.colour": "Blue"})
    with pytest.raises(MoveRefused, match="is asked on the way to Frame"):
        moved(at_stage("sharing", draft=UNSHARED), "frame", "Ana", "", {TWO[0]: "Back"})


def test_what_holds_after_all_is_kept_as_held_and_not_as_overridden() -> None:
    kept = entry(moved(READY, "interests", "Ana", "", {"frame.problem": "To be sure"}))
    assert kept.overridden == ()
    assert "frame.problem" in kept.held


def test_closing_asks_for_the_reason_and_the_lessons() -> None:
    with pytest.raises(MoveRefused) as refused:
        moved(at_stage("sharing"), "closed")
    assert [each.id for each in refused.value.unmet] == ["renewal.reason"]
    assert entry(moved(at_stage("sharing"), "closed", because="It is done.")).held == (
        "renewal.reason",
        "renewal.lessons",
    )
    unlearned = but(("lifecycle/lessons", ""), draft=at_stage("sharing"))
    with pytest.raises(MoveRefused) as refused:
        moved(unlearned, "closed", because="It is done.")
    assert [each.id for each in refused.value.unmet] == ["renewal.lessons"]


def test_a_new_cycle_begins_when_renewal_leads_back_to_the_win_wins_and_at_no_other_move() -> None:
    renewed = moved(at_stage("renewal"), "win_wins").drafts[0]
    assert renewed.lifecycle.moves[-1].cycle == 2
    assert entry(moved(renewed, "business_case")).cycle == 2
    again = but(("lifecycle/moves/m1/cycle", 4), draft=at_stage("renewal"))
    assert entry(moved(again, "win_wins")).cycle == 5
    assert entry(moved(at_stage("scale_up"), "win_wins")).cycle == 1
    assert entry(moved(at_stage("renewal"), "interests")).cycle == 1
    assert entry(moved(at_stage("renewal", "paused"), "win_wins")).cycle == 2
    assert entry(moved(at_stage("renewal", "paused"), "renewal")).cycle == 1


def test_the_draft_is_kept_as_it_stood_before_the_move_and_without_it() -> None:
    (kept,) = moved(READY, "interests", "Ana").snapshots
    assert kept.draft == READY
    assert (kept.id, kept.name) == ("z-new-2", "Before moving to Interests")
    assert (kept.at, kept.by, kept.reason) == (NOON, "Ana", "move")


def test_nothing_else_in_the_workbook_changes() -> None:
    other = Draft(id="other", name="Other")
    before = Workbook(title="Both", drafts=(READY, other))
    after = move(before, "ours", "interests", library=LIBRARY, at=NOON)
    assert after.drafts[1] is other
    lifecycle = READY.lifecycle.replace(moves=after.drafts[0].lifecycle.moves)
    assert after.replace(snapshots=()) == before.replace(drafts=(READY.replace(lifecycle=lifecycle), other))


def test_weights_set_aside_for_the_whole_workbook_count_for_the_win_win_too() -> None:
    assert "win_wins.win_win" in entry(moved(at_stage("win_wins"), "business_case")).held
    with pytest.raises(MoveRefused) as refused:
        moved(at_stage("win_wins"), "business_case", weights="unknown")
    assert [each.id for each in refused.value.unmet] == ["win_wins.win_win"]


def test_a_draft_that_is_not_there_cannot_move() -> None:
    with pytest.raises(LookupError, match="drafts/nobody"):
        move(Workbook(drafts=(READY,)), "nobody", "interests", library=LIBRARY, at=NOON)


def test_an_empty_draft_can_go_all_the_way_if_somebody_answers_for_it() -> None:
    empty = Draft(id="empty")
    asked = way(empty, "renewal", LIBRARY)
    after = moved(empty, "renewal", "Ana", "A trial.", {each.id: "A trial." for each in asked})
    assert after.drafts[0].lifecycle.stage == "renewal"
    assert [each.condition for each in entry(after).overridden] == [each.id for each in asked]
    assert entry(after).held == ()
