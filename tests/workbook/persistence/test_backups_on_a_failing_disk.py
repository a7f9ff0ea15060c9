"""Earlier versions when something fails in the middle of a save: none is lost, whatever the disk refuses."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from tests.workbook.persistence.earlier import NOON, Clock, contents, kept_in, saved
from tests.workbook.persistence.system_calls import FAULTS, Attempt, Crash, attempts
from workbook.model.workbook import Workbook
from workbook.persistence.atomic import replace_file
from workbook.persistence.backups import Backups
from workbook.persistence.format import Head
from workbook.persistence.kept_file import kept_file
from workbook.persistence.problems import Damaged, FileProblem, Unwritable
from workbook.persistence.reading import read
from workbook.persistence.writing import Saved, put_back, write

# -------------------------------------------------------------------------- a save of which any part can fail

Save = Callable[[], Saved]


def outcome_of(save: Save, attempt: Attempt) -> str:
    """How a save went, as the program sees it."""
    with attempt.running():
        try:
            done = save()
        except FileProblem:
            return "refused"
        except (Crash, KeyboardInterrupt):
            return "interrupted"
    return "not kept" if done.unkept else "saved"


def try_every_call(path: Path, state: Path, fault: str, save: Callable[[Head], Saved]) -> set[str]:
    """Let each system call of a save fail in turn, and look at what is left. Returns how the saves ended.

    `save` saves over what the path holds, whose head it is given.
    """
    outcomes = set()
    for attempt in attempts(FAULTS[fault]):
        head, file, versions = read(path).head, path.read_bytes(), kept_in(state)

        outcome = outcome_of(partial(save, head), attempt)

        outcomes.add(outcome)
        after, left = kept_in(state), path.read_bytes()
        if outcome == "refused":
            assert left == file, f"{attempt.failed}: refused, and yet the file is another"
            allowed = {file} if attempt.failed == "unlink" else set()
            assert set(after.values()) - set(versions.values()) <= allowed, "a refused save left something"
        if left == file:
            assert versions.items() <= after.items(), f"{attempt.failed}: a failed save took versions away"
        else:
            assert file in after.values(), f"{attempt.failed}: what was replaced is nowhere any more"
        if outcome == "saved":
            assert left in after.values(), f"{attempt.failed}: not kept, and nobody is told"
        for content in after.values():
            assert json.loads(content)["format"] == "partnership-workbook", "a version is not whole"
    return outcomes


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_call_fails_no_version_is_lost(
    path: Path, state: Path, backups: Backups, fault: str
) -> None:
    saved(path, backups, *map(str, range(12)))
    number = 0

    def save(head: Head) -> Saved:
        nonlocal number
        number += 1
        return write(path, Workbook(title=f"next {number}"), head, backups=backups)

    outcomes = try_every_call(path, state, fault, save)

    assert "saved" in outcomes
    assert outcomes & {"refused", "interrupted"}
    if fault in ("ENOSPC", "EIO", "EACCES"):
        assert outcomes == {"saved", "refused", "not kept"}


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_call_fails_at_the_first_save_here_what_was_there_is_kept(
    path: Path, state: Path, backups: Backups, fault: str
) -> None:
    saved(path, None, "From elsewhere")
    whole = path.read_bytes()

    for attempt in attempts(FAULTS[fault]):
        path.write_bytes(whole)
        for each in (*state.rglob("*.partnership"), *path.parent.glob("*.v1*"), *path.parent.glob(".*")):
            each.unlink()
        outcome_of(
            lambda: write(path, Workbook(title="n"), Head(), upgraded_from=1, backups=backups), attempt
        )
        beside = [each.read_bytes() for each in path.parent.glob("e.v1*")]
        if path.read_bytes() != whole:
            assert whole in [*kept_in(state).values(), *beside]


def rotate_first(state: Path, path: Path, workbook: Workbook, head: Head) -> Saved:
    """The naive way: the oldest of three versions makes room before the file is replaced."""
    kept = kept_file(state, path, head.document_id)
    kept.drop(kept.versions()[:-2])
    done = write(path, workbook, head)
    kept.add(path.read_bytes(), done.head.revision, NOON)
    return done


def test_a_saver_that_rotates_before_it_replaces_does_not_pass(path: Path, state: Path) -> None:
    saved(path, Backups(state, Clock()), "One", "Two", "Three")
    naive = partial(rotate_first, state, path, Workbook(title="next"))
    with pytest.raises(AssertionError, match=r"took versions away|refused save left something"):
        try_every_call(path, state, "ENOSPC", naive)


def test_a_saver_that_keeps_nothing_does_not_pass(path: Path, state: Path) -> None:
    saved(path, Backups(state, Clock()), "One")
    saved(path, None, "Two")
    with pytest.raises(AssertionError, match="what was replaced is nowhere any more"):
        try_every_call(path, state, "ENOSPC", partial(write, path, Workbook(title="next")))


def test_what_a_crash_left_half_written_is_cleared_away(path: Path, backups: Backups, state: Path) -> None:
    saved(path, backups, "One")
    (folder,) = {each.parent for each in state.rglob("r*.partnership")}
    half = folder / ".r0000000002.1.20270301T120000.0123456789abcdef.saving.partnership"
    half.write_bytes(b"half")
    saved(path, backups, "Two")
    assert not half.exists()


# ----------------------------------------------------------------------------------------------- putting back


def test_a_version_is_put_back_byte_for_byte_and_what_was_there_is_kept(path: Path, backups: Backups) -> None:
    saved(path, backups, "One", "Two")
    saved(path, None, "Not kept yet")
    present = path.read_bytes()
    one = backups.versions(path)[-1]
    assert put_back(one, path, backups)
    assert path.read_bytes() == one.read_bytes()
    assert present in contents(backups.versions(path))


def test_a_version_takes_the_place_of_a_damaged_file_which_is_kept(path: Path, backups: Backups) -> None:
    saved(path, backups, "One", "Two")
    path.write_bytes(b"garbled")
    newest = backups.newest_good(path)
    assert newest is not None
    put_back(newest[0], path, backups)
    assert read(path).workbook.title == "Two"
    assert b"garbled" in contents(backups.versions(path))
    found = backups.newest_good(path)
    assert found is not None
    assert found[1].workbook.title == "Two"


def test_a_version_goes_through_a_link_and_the_link_stays(
    path: Path, backups: Backups, tmp_path: Path
) -> None:
    saved(path, backups, "One", "Two")
    link = tmp_path / "link.partnership"
    link.symlink_to(path)
    put_back(backups.versions(link)[-1], link, backups)
    assert link.is_symlink()
    assert read(path).workbook.title == "One"
    path.unlink()  # a link that leads nowhere
    put_back(backups.versions(link)[0], link, backups)
    assert read(path).workbook.title == "Two"


def test_a_file_that_cannot_be_kept_stays_as_it_is(
    path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(path, backups, "One", "Two")
    saved(path, None, "Not kept yet")
    present = path.read_bytes()
    one = backups.versions(path)[-1]
    monkeypatch.setattr(os, "link", lambda *_: FAULTS["ENOSPC"]("link"))
    with pytest.raises(Unwritable, match="what it holds could not be kept: the disk is full"):
        put_back(one, path, backups)
    assert path.read_bytes() == present


def test_a_version_that_fails_to_be_put_back_leaves_everything_as_it_was(
    path: Path, state: Path, backups: Backups
) -> None:
    saved(path, backups, "One", "Two")
    saved(path, None, "Not kept yet")
    one, present = backups.versions(path)[-1], path.read_bytes()
    for fault in ("ENOSPC", "crash"):
        for attempt in attempts(FAULTS[fault]):
            replace_file(path, present)
            versions = kept_in(state)
            with attempt.running(), suppress(FileProblem, Crash):
                put_back(one, path, backups)
            assert path.read_bytes() in (present, one.read_bytes())
            assert versions.items() <= kept_in(state).items()
            if path.read_bytes() != present:
                assert present in kept_in(state).values()


def test_a_damaged_version_is_not_put_back(path: Path, backups: Backups) -> None:
    saved(path, backups, "One", "Two")
    one, present = backups.versions(path)[-1], path.read_bytes()
    one.place.write_bytes(one.place.read_bytes()[:-40])
    with pytest.raises(Damaged):
        put_back(one, path, backups)
    assert path.read_bytes() == present
