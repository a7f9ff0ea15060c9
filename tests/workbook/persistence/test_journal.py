"""The journal of unsaved work: what was kept last comes back, and it stays short."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import builders
from tests.builders import three_drafts
from tests.workbook.persistence.journals import (
    BASES,
    DRAFT,
    SMALL,
    a_workshop,
    copy_of,
    keep_all,
    line,
    state_in,
)
from workbook.editing import put
from workbook.model.workbook import Workbook
from workbook.persistence import journal
from workbook.persistence.journal import Base, Copy, Journal, OfNewerProgram, read_journal
from workbook.persistence.problems import Unwritable

STATES = tuple(a_workshop())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "here"


# ---------------------------------------------------------------------------------- what was kept comes back


@settings(max_examples=15)
@given(
    kept=st.lists(
        st.tuples(st.sampled_from(STATES), st.sampled_from(BASES), st.sampled_from(("d1", "d2"))),
        min_size=1,
        max_size=12,
    ),
    every=st.integers(1, 5),
)
def test_whatever_is_kept_last_comes_back(
    tmp_path_factory: pytest.TempPathFactory, kept: list[tuple[Workbook, Base | None, str]], every: int
) -> None:
    place = tmp_path_factory.mktemp("kept") / "here"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "EVERY", every)
        mine = Journal(place)
        for state, base, document_id in kept:
            mine.keep(copy_of(state, base, document_id))
            found = read_journal(place.read_bytes())
            assert found.copy == copy_of(state, base, document_id)
            assert found.copy.workbook.model_dump_json() == state.model_dump_json()
            assert not found.is_cut


@settings(max_examples=4)
@given(states=st.lists(builders.workbooks(), min_size=2, max_size=3))
def test_any_workbooks_come_back_whatever_they_hold(
    tmp_path_factory: pytest.TempPathFactory, states: list[Workbook]
) -> None:
    place = tmp_path_factory.mktemp("kept") / "here"
    mine = Journal(place)
    for state in states:
        mine.keep(copy_of(state))
        assert state_in(place.read_bytes()) == state


def test_each_entry_says_when_it_was_kept(place: Path) -> None:
    mine = Journal(place)
    mine.keep(copy_of(SMALL[0]))
    later = copy_of(SMALL[1]).kept_at.replace(hour=13)
    mine.keep(Copy("d1", SMALL[1], None, later))
    assert read_journal(place.read_bytes()).copy.kept_at == later


def test_a_typed_letter_adds_a_short_line_that_holds_nothing_of_what_was_there_before(place: Path) -> None:
    mine = Journal(place)
    here = put(three_drafts(), (*DRAFT, "name"), "Before")
    mine.keep(copy_of(here))
    whole = place.stat().st_size
    mine.keep(copy_of(put(here, (*DRAFT, "name"), "After")))
    added = place.read_bytes()[whole:]
    assert whole > 20_000
    assert len(added) < 250
    assert json.loads(added.split(b" ", 2)[2])["changes"] == [
        {"kind": "changed", "address": "drafts/cold-chain/name", "after": "After"}
    ]
    assert b"Before" not in added


def test_what_is_kept_again_unchanged_adds_nothing(place: Path) -> None:
    mine = Journal(place)
    mine.keep(copy_of(SMALL[1]))
    before = place.read_bytes()
    mine.keep(copy_of(Workbook.model_validate(SMALL[1].model_dump())))
    assert place.read_bytes() == before


# ------------------------------------------------------------------------------------------- it stays short


def test_after_two_hundred_entries_it_is_begun_anew(place: Path) -> None:
    mine = Journal(place)
    longest = 0
    for number in range(450):
        mine.keep(copy_of(Workbook(title=str(number))))
        longest = max(longest, place.read_bytes().count(b"\n"))
        if number % 67 in (0, 66):
            assert state_in(place.read_bytes()) == Workbook(title=str(number))
    assert longest == 1 + 1 + 200  # the head, a state, and what differs
    assert place.read_bytes().count(b"\n") == 1 + 1 + (450 - 2 * 201 - 1)


def test_long_edits_do_not_make_it_grow_without_end(place: Path) -> None:
    mine = Journal(place)
    for number in range(40):
        mine.keep(copy_of(Workbook(notes=f"{number}" + "x" * 200_000)))
        assert place.stat().st_size < 3_000_000
    assert state_in(place.read_bytes()) == Workbook(notes="39" + "x" * 200_000)


def test_where_a_whole_state_has_no_room_entries_are_added_on(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "EVERY", 3)
    mine = Journal(place)
    mine.keep(copy_of(SMALL[0]))

    def refuse(path: Path, _data: bytes) -> bool:
        raise Unwritable(path, "cannot be saved: the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(journal, "replace_file", refuse)
        for number in range(10):
            mine.keep(copy_of(Workbook(title=str(number))))
            assert state_in(place.read_bytes()) == Workbook(title=str(number))
    for number in range(10):
        mine.keep(copy_of(Workbook(title=f"later {number}")))
    assert state_in(place.read_bytes()) == Workbook(title="later 9")
    assert place.read_bytes().count(b"\n") <= 1 + 1 + 3


def test_the_lines_are_as_the_format_describes_them(place: Path) -> None:
    keep_all(place, STATES)
    before = b""
    for number, each in enumerate(place.read_bytes().split(b"\n")[:-1]):
        contents = each.split(b" ", 2)[2]
        assert each + b"\n" == line(before, contents)
        assert number == 0 or json.loads(contents)["number"] == number - 1
        before = each


@pytest.mark.parametrize("change", [{"format": "partnership-journal-2"}, {"format_version": 99}])
def test_a_journal_of_a_newer_program_is_left_for_that_one(place: Path, change: dict[str, Any]) -> None:
    keep_all(place, SMALL[:1])
    head = json.loads(place.read_bytes().split(b"\n")[0].split(b" ", 2)[2])
    with pytest.raises(OfNewerProgram):
        read_journal(line(b"", json.dumps(head | change).encode()))
