"""The journal on a disk that refuses: what it said is kept comes back, whatever fails and whenever."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.workbook.persistence import system_calls
from tests.workbook.persistence.journals import (
    BASES,
    SMALL,
    NaiveJournal,
    copy_of,
    state_in,
)
from tests.workbook.persistence.system_calls import FAULTS, Attempt, Crash, attempts
from workbook.difference import Difference, differences
from workbook.model.workbook import Workbook
from workbook.persistence import journal
from workbook.persistence.journal import Base, Copy, Journal
from workbook.persistence.problems import Unwritable


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "here"


class Keeper(Protocol):
    """Any journal."""

    def keep(self, copy: Copy) -> None: ...


class Trial:
    """One journal on a disk of which one system call fails. `acknowledged` is what it said is kept."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.place = folder / "here"
        self.acknowledged: list[Workbook] = []
        self.refusals: list[type[BaseException]] = []
        self._seen: list[tuple[bytes, set[str]]] = []
        self._journal = Journal(self.place)

    def take_the_road(self) -> None:
        """A first state, edits, another version of the file, edits, and being begun anew on the way."""
        for number in range(3):
            self.keep(SMALL[number], None)
        for number in range(6):
            self.keep(Workbook(title=f"based {number}"), BASES[1])

    def keep(self, state: Workbook, base: Base | None) -> None:
        try:
            self._journal.keep(copy_of(state, base))
        except (Unwritable, Crash, KeyboardInterrupt) as problem:
            self.refusals.append(type(problem))
            may_be = {state.title, self.acknowledged[-1].title if self.acknowledged else ""}
        else:
            self.acknowledged.append(state)
            may_be = {state.title}
        if not self.refusals:
            return
        if os.path.lexists(self.place):  # read afterwards, where reading is not what fails
            self._seen.append((self.place.read_bytes(), may_be))
        else:
            assert not self.acknowledged

    def lost(self) -> list[str]:
        """What comes back from the refusal on, and is neither what was kept last nor what was being kept."""
        found = [(state_in(data), may_be) for data, may_be in self._seen]
        return [str(state) for state, may_be in found if state is None or state.title not in may_be]


@pytest.mark.parametrize("fault", FAULTS)
def test_whichever_system_call_fails_what_was_kept_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr(journal, "EVERY", 3)
    extra = tuple(name for name in ("fdatasync", "fstat") if hasattr(os, name))
    monkeypatch.setattr(system_calls, "CALLS", (*system_calls.CALLS, *extra))
    refused = set[type[BaseException]]()
    for number, attempt in enumerate(attempts(FAULTS[fault])):
        trial = Trial(tmp_path / str(number))
        with attempt.running():
            trial.take_the_road()
        assert len(trial.refusals) <= 1
        assert len(trial.acknowledged) + len(trial.refusals) == 9
        refused.update(trial.refusals)
        trial.keep(Workbook(title="last"), BASES[1])
        assert trial.acknowledged[-1].title == "last"
        assert trial.lost() == []
    assert refused == {{"crash": Crash, "interrupt": KeyboardInterrupt}.get(fault, Unwritable)}


def torn_at_each_byte(
    folder: Path, begin: Callable[[Path], Keeper], monkeypatch: pytest.MonkeyPatch
) -> list[int]:
    """The bytes after which a disk that was full lost something that was kept before or afterwards."""
    wrong: list[int] = []
    for room in range(500):
        place = folder / f"here{room}"
        mine = begin(place)
        mine.keep(copy_of(SMALL[0]))
        mine.keep(copy_of(SMALL[1]))
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full_after(room))
            try:
                mine.keep(copy_of(SMALL[2]))
            except (Unwritable, OSError):
                pass
            else:
                assert room > 100
                return wrong
        torn = state_in(place.read_bytes())
        mine.keep(copy_of(SMALL[3]))
        if (torn, state_in(place.read_bytes())) != (SMALL[1], SMALL[3]):
            wrong.append(room)
    pytest.fail("an entry is longer than any")


REAL_WRITE = os.write


def full_after(room: int) -> Callable[[int, Any], int]:
    """`os.write` on a disk that has room for so many bytes."""
    left = room

    def write(file: int, data: Any) -> int:  # noqa: ANN401 - whatever os.write takes
        nonlocal left
        if left == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = REAL_WRITE(file, bytes(data)[:left])
        left -= written
        return written

    return write


def test_an_entry_torn_at_any_byte_by_a_full_disk_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert torn_at_each_byte(tmp_path, Journal, monkeypatch) == []


def test_an_edit_is_on_the_disk_before_it_counts_as_kept(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = "fdatasync" if hasattr(os, "fdatasync") else "fsync"
    monkeypatch.setattr(system_calls, "CALLS", (*system_calls.CALLS, sync))
    mine, attempt = Journal(place), Attempt(-1, FAULTS["EIO"])
    mine.keep(copy_of(SMALL[0]))
    with attempt.running():
        mine.keep(copy_of(SMALL[1]))
    assert attempt.log == [(call, str(place)) for call in ("open", "write", sync, "close")]


def test_a_disk_that_writes_nothing_and_reports_nothing_is_found_out(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = Journal(place)
    mine.keep(copy_of(SMALL[0]))
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda _file, _data: 0)
        with pytest.raises(Unwritable, match="the disk reported an error"):
            mine.keep(copy_of(SMALL[1]))
    mine.keep(copy_of(SMALL[2]))
    assert state_in(place.read_bytes()) == SMALL[2]


@pytest.mark.parametrize("way", ["taken away", "cut", "longer"])
def test_a_journal_that_somebody_changed_meanwhile_is_written_whole(place: Path, way: str) -> None:
    mine = Journal(place)
    mine.keep(copy_of(SMALL[0]))
    data = place.read_bytes()
    if way == "taken away":
        place.unlink()
    else:
        place.write_bytes(data[:-5] if way == "cut" else data + b"more")
    mine.keep(copy_of(SMALL[1]))
    assert state_in(place.read_bytes()) == SMALL[1]


def test_a_fault_in_telling_differences_costs_a_whole_state_and_no_work(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(before: Workbook, after: Workbook) -> tuple[Difference, ...]:
        return differences(before, after)[:1]

    monkeypatch.setattr(journal, "differences", forgetful)
    mine = Journal(place)
    for state in SMALL:  # each differs in its title and in its notes
        mine.keep(copy_of(state))
        assert state_in(place.read_bytes()) == state


def test_a_journal_that_adds_to_a_torn_line_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert torn_at_each_byte(tmp_path, NaiveJournal, monkeypatch) != []
