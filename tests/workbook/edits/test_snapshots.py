"""Keeping a draft as it stands, and coming back to it."""

import datetime as dt
from collections.abc import Callable
from itertools import count

import pytest

from tests.workbook.analysis.designs import LIBRARY
from tests.workbook.analysis.lifecycle.ready import READY
from workbook.editing import NoSuchPlaceError, put
from workbook.edits.drafts import remove_draft
from workbook.edits.ids import NewId
from workbook.edits.lifecycle import move
from workbook.edits.snapshots import (
    remove_snapshot,
    rename_snapshot,
    restore_snapshot,
    take_snapshot,
)
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

NOON = dt.datetime(2027, 6, 1, 12, 5, tzinfo=dt.UTC)
OTHER = Draft(id="other", name="Other")
WORKBOOK = Workbook(drafts=(READY, OTHER))


def numbered(workbook: Workbook) -> NewId:
    """Ids that can be told: z1, z2 ... in the order in which they are taken."""
    numbers = count(len(workbook.snapshots) + 1)
    return lambda letter: f"{letter}{next(numbers)}"


def kept(workbook: Workbook = WORKBOOK, name: str = "Morning", draft: str = "ours") -> Workbook:
    return take_snapshot(workbook, draft, name, at=NOON, by="Ana", make_id=numbered(workbook))


def back(workbook: Workbook, snapshot: str = "z1") -> Workbook:
    return restore_snapshot(workbook, snapshot, at=NOON, by="Ben", make_id=numbered(workbook))


def worked_on(workbook: Workbook, name: str = "Afternoon") -> Workbook:
    """The room has gone on: the draft has another name."""
    return put(workbook, ("drafts", "ours", "name"), name)


def test_a_snapshot_is_the_whole_draft_with_name_moment_and_who_took_it() -> None:
    (snapshot,) = kept().snapshots
    assert snapshot.draft is READY
    assert (snapshot.id, snapshot.name, snapshot.at, snapshot.by) == ("z1", "Morning", NOON, "Ana")
    assert snapshot.reason == "by_hand"
    assert kept().drafts == WORKBOOK.drafts


def test_a_later_edit_leaves_the_snapshot_as_it_was() -> None:
    assert worked_on(kept()).snapshots[0].draft.name == "Ours"


def test_a_snapshot_that_nobody_names_is_called_after_draft_and_moment() -> None:
    assert kept(name=" ").snapshots[0].name == "Ours, 2027-06-01 12:05"
    nameless = Workbook(drafts=(Draft(id="d1"),))
    assert kept(nameless, "", "d1").snapshots[0].name == "d1, 2027-06-01 12:05"


def test_snapshots_stand_in_the_order_in_which_they_were_taken() -> None:
    both = kept(worked_on(kept()), "Noon")
    assert [each.name for each in both.snapshots] == ["Morning", "Noon"]
    assert [each.draft.name for each in both.snapshots] == ["Ours", "Afternoon"]


def test_going_back_brings_the_whole_draft_in_its_place_and_keeps_what_stood_there() -> None:
    after = back(worked_on(kept()))
    assert after.drafts == (READY, OTHER)
    morning, before = after.snapshots
    assert morning == kept().snapshots[0]
    assert (before.name, before.by, before.reason) == ("Before going back to Morning", "Ben", "by_hand")
    assert before.draft.name == "Afternoon"


def test_one_can_go_back_and_forth() -> None:
    there = back(worked_on(kept()))
    again = back(there, "z2")
    assert again.drafts[0].name == "Afternoon"
    assert len(again.snapshots) == 2  # the morning is kept already


def test_what_is_kept_already_is_not_kept_twice() -> None:
    twice = kept(worked_on(kept()), "Noon")
    assert len(back(twice).snapshots) == 2


def test_going_back_to_what_stands_there_changes_nothing() -> None:
    assert back(kept()) == kept()


def test_the_log_comes_back_with_the_draft_so_that_it_still_explains_the_stage() -> None:
    moved = move(WORKBOOK, "ours", "interests", library=LIBRARY, at=NOON, make_id=lambda letter: f"{letter}1")
    assert moved.drafts[0].lifecycle.stage == "interests"
    after = back(moved)
    assert after.drafts[0].lifecycle.moves == ()
    assert after.drafts[0].lifecycle.stage == "frame"
    assert after.snapshots[-1].draft.lifecycle.stage == "interests"


def test_a_draft_that_is_gone_comes_back_as_the_last_one() -> None:
    after = back(remove_draft(kept(), "ours"))
    assert after.drafts == (OTHER, READY)
    assert len(after.snapshots) == 1


def test_a_snapshot_can_be_renamed_and_removed_without_touching_the_draft() -> None:
    renamed = rename_snapshot(kept(), "z1", "Before lunch")
    assert renamed.snapshots[0].name == "Before lunch"
    assert renamed.snapshots[0].draft is READY
    assert remove_snapshot(renamed, "z1") == WORKBOOK


@pytest.mark.parametrize(
    "edit",
    [
        lambda: take_snapshot(WORKBOOK, "nobody", "x", at=NOON),
        lambda: restore_snapshot(WORKBOOK, "nothing", at=NOON),
        lambda: rename_snapshot(WORKBOOK, "nothing", "x"),
        lambda: remove_snapshot(WORKBOOK, "nothing"),
    ],
)
def test_what_is_not_there_is_refused(edit: Callable[[], Workbook]) -> None:
    with pytest.raises(NoSuchPlaceError, match="there is nothing at"):
        edit()
