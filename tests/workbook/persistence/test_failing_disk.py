"""Whatever system call of a save fails: the old file or the new one, whole; no false success, no litter."""

import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.workbook.persistence.system_calls import FAULTS, INTERRUPTIONS, Attempt, Crash, attempts, crash
from workbook.model.workbook import Workbook
from workbook.persistence.atomic import create_file, replace_file, replacement
from workbook.persistence.problems import AlreadyThere, FileProblem, Unwritable
from workbook.persistence.reading import read
from workbook.persistence.writing import create, write

OLD, NEW = b"old contents\n", b"new contents, longer than the old ones\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "e.partnership"
    path.write_bytes(OLD)
    return path


def names_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def outcome_of(save: Callable[[], object], attempt: Attempt) -> str:
    """How a save went, as the program sees it."""
    with attempt.running():
        try:
            confirmed = save()
        except FileProblem:
            return "refused"
        except (Crash, KeyboardInterrupt):
            return "interrupted"
    return "confirmed" if confirmed else "not confirmed"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_is_replaced_whole_or_not_at_all(path: Path, fault: str) -> None:
    seen = set()
    for attempt in attempts(FAULTS[fault]):
        path.write_bytes(OLD)

        outcome = outcome_of(lambda: replace_file(path, NEW), attempt)

        seen.add((attempt.failed, outcome))
        left = path.read_bytes()
        assert names_in(path.parent) == {path.name}
        assert left in (OLD, NEW)
        if outcome == "refused":
            assert left == OLD
        elif outcome != "interrupted":
            assert left == NEW

    assert (None, "confirmed") in seen
    assert ("write", "interrupted" if fault in INTERRUPTIONS else "refused") in seen
    if fault in ("ENOSPC", "EIO", "EACCES"):
        assert ("fsync", "refused") in seen
        assert ("fsync", "not confirmed") in seen  # that of the folder: the new file is in place by then


@pytest.mark.parametrize("fault", FAULTS)
def test_a_new_file_is_there_whole_or_not_at_all(tmp_path: Path, fault: str) -> None:
    path = tmp_path / "new.partnership"
    for attempt in attempts(FAULTS[fault]):
        path.unlink(missing_ok=True)

        outcome = outcome_of(lambda: create_file(path, NEW), attempt)

        for name in names_in(tmp_path) - {path.name}:
            assert attempt.failed == "unlink"  # what cannot be removed stays, under its telling name
            assert ".saving." in name
            (tmp_path / name).unlink()
        if outcome == "refused":
            assert not path.exists()
        elif outcome != "interrupted" or path.exists():
            assert path.read_bytes() == NEW


@pytest.mark.parametrize("fault", FAULTS)
def test_a_save_of_a_workbook_that_fails_leaves_the_last_one(tmp_path: Path, fault: str) -> None:
    path = tmp_path / "e.partnership"
    last = create(path, Workbook(title="last")).head
    for attempt in attempts(FAULTS[fault]):
        outcome = outcome_of(partial(write, path, Workbook(title="next"), last), attempt)

        opened = read(path)
        if outcome == "refused":
            assert opened.head == last
        elif outcome != "interrupted":
            assert opened.head.revision == last.revision + 1
        assert opened.head.revision - last.revision in (0, 1)
        assert names_in(tmp_path) == {path.name}
        last = opened.head


@pytest.mark.parametrize("fault", FAULTS)
def test_an_upgrade_that_cannot_be_saved_keeps_the_original(tmp_path: Path, fault: str) -> None:
    path = tmp_path / "e.partnership"
    backup = tmp_path / "e.v1.partnership"
    head = create(path, Workbook(title="original")).head
    original = path.read_bytes()
    for attempt in attempts(FAULTS[fault]):
        path.write_bytes(original)
        backup.unlink(missing_ok=True)

        outcome = outcome_of(lambda: write(path, Workbook(title="next"), head, upgraded_from=1), attempt)

        if outcome == "refused":
            assert path.read_bytes() == original
        if path.read_bytes() != original:
            assert read(path).workbook.title == "next"
            assert backup.exists()
        if backup.exists():
            assert backup.read_bytes() == original
        for name in names_in(tmp_path) - {path.name, backup.name}:
            assert attempt.failed == "unlink"
            assert ".saving." in name
            (tmp_path / name).unlink()


@pytest.mark.parametrize("room", [0, 1, len(NEW) - 1])
def test_a_disk_that_fills_up_in_the_middle_of_a_write_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    real, left = os.write, room

    def write_what_fits(file: int, data: bytes) -> int:
        nonlocal left
        if not left:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = real(file, data[:left])
        left -= written
        return written

    monkeypatch.setattr(os, "write", write_what_fits)

    with pytest.raises(Unwritable, match="cannot be saved: the disk is full"):
        replace_file(path, NEW)
    assert path.read_bytes() == OLD
    assert names_in(path.parent) == {path.name}


def test_a_disk_that_takes_a_byte_at_a_time_gets_all_of_them(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda file, data: real(file, data[:1]))

    assert replace_file(path, NEW)
    assert path.read_bytes() == NEW


def test_a_disk_that_takes_nothing_does_not_hang_the_program(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", lambda *_: 0)

    with pytest.raises(Unwritable, match="the disk reported an error"):
        replace_file(path, NEW)
    assert path.read_bytes() == OLD


def test_the_file_is_synced_before_it_takes_its_place_and_the_folder_after(
    path: Path,
) -> None:
    attempt = Attempt(at=-1, fault=crash)
    with attempt.running():
        replace_file(path, NEW)

    steps = [(call, name) for call, name in attempt.log if call in ("write", "fsync", "replace")]
    temporary = steps[0][1]
    assert temporary.startswith(f"{path.parent}/.e.")
    assert temporary.endswith(".saving.partnership")
    assert steps == [
        ("write", temporary),
        ("fsync", temporary),
        ("replace", temporary),
        ("fsync", str(path.parent)),
    ]


@pytest.mark.parametrize("fault", ["EINVAL", "ENOTSUP"])
def test_a_share_that_cannot_sync_saves_but_does_not_confirm(
    path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: FAULTS[fault]("fsync"))

    assert replace_file(path, NEW) is False
    assert path.read_bytes() == NEW
    saved = create(path.with_name("new.partnership"), Workbook())
    assert not saved.confirmed


@pytest.mark.parametrize("call", ["chmod", "chown"])
def test_a_share_that_has_no_permissions_saves_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(os, call, lambda *_, **__: FAULTS["EPERM"](call))

    assert replace_file(path, NEW) is True
    assert path.read_bytes() == NEW


def test_a_stick_without_hard_links_takes_new_files_and_never_replaces_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", lambda *_: FAULTS["EPERM"]("link"))
    path = tmp_path / "new.partnership"

    assert create_file(path, NEW) is True
    assert path.read_bytes() == NEW
    assert names_in(tmp_path) == {path.name}

    other = tmp_path / "other.partnership"

    def create_while_somebody_else_is_faster() -> None:
        with replacement(other, new=True) as file:
            file.temporary.write_bytes(NEW)
            other.write_bytes(OLD)

    with pytest.raises(AlreadyThere):
        create_while_somebody_else_is_faster()
    assert other.read_bytes() == OLD
    assert names_in(tmp_path) == {path.name, other.name}
