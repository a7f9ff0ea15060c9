"""What a save leaves when it cannot even clean up is hidden, and goes at the next save of the same file."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbook.persistence.atomic import replace_file, replacement
from workbook.persistence.problems import Unwritable
from workbook.persistence.unfinished import this_machine, writer_of

NEW = b"new contents\n"
ELSEWHERE = "0123abcd"
"""Another machine."""
DAY = 24 * 60 * 60


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "e.partnership"


@pytest.fixture
def ended() -> int:
    """The number of a process that was here and is no more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def left_by(path: Path, process: int, *, machine: str = "", age: float = 0.0, number: int = 0) -> Path:
    """The temporary file of a program that writes to this path, or did."""
    name = f".{path.stem}.{machine or this_machine()}-{process}-{number:08x}.saving{path.suffix}"
    left = path.with_name(name)
    left.write_bytes(b"half")
    os.utime(left, (time.time() - age, time.time() - age))
    return left


def temporary_of(path: Path) -> Path:
    with replacement(path) as file:
        file.temporary.write_bytes(NEW)
    return file.temporary


def test_a_temporary_file_says_who_writes_it_and_is_hidden(path: Path) -> None:
    name = temporary_of(path).name
    writer = writer_of(name)
    assert name.startswith(".")
    assert writer is not None
    assert writer == ("e", ".partnership", this_machine(), os.getpid())


@pytest.mark.parametrize(
    "name", ["e.partnership", ".e.partnership", ".saving", ".e.saving.partnership", ".e.1-2-3.saving"]
)
def test_a_file_of_the_user_is_none_of_ours(path: Path, name: str) -> None:
    assert writer_of(name) is None
    theirs = path.with_name(name)
    theirs.write_bytes(b"theirs")
    replace_file(path.with_name("e.partnership"), NEW)
    assert name == "e.partnership" or theirs.read_bytes() == b"theirs"


def test_what_a_killed_program_left_goes_at_the_next_save_of_that_file_only(path: Path, ended: int) -> None:
    left, others = left_by(path, ended), left_by(path.with_name("other.partnership"), ended)
    replace_file(path.with_name("third.partnership"), NEW)
    assert left.exists()
    replace_file(path, NEW)
    assert not left.exists()
    assert others.exists()


def test_what_another_running_program_is_writing_stays(path: Path) -> None:
    theirs = left_by(path, os.getppid(), age=10 * DAY)
    replace_file(path, NEW)
    assert theirs.exists()


def test_two_saves_of_one_file_at_the_same_time_leave_each_other_alone(path: Path) -> None:
    with replacement(path) as slow:
        replace_file(path, b"the quick one\n")
        assert slow.temporary.exists()
        slow.temporary.write_bytes(NEW)
    assert path.read_bytes() == NEW
    assert os.listdir(path.parent) == [path.name]  # noqa: PTH208 - names only


def test_what_a_program_of_another_machine_left_goes_when_it_is_a_day_old(path: Path) -> None:
    young = left_by(path, 1, machine=ELSEWHERE, age=DAY - 600)
    old = left_by(path, 1, machine=ELSEWHERE, age=DAY + 600, number=1)
    replace_file(path, NEW)
    assert young.exists()
    assert not old.exists()


def test_what_could_not_be_removed_goes_at_the_next_save(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        patch.setattr(os, "unlink", refuse)
        with pytest.raises(Unwritable):
            replace_file(path, NEW)
    (left,) = path.parent.glob(".*")
    assert path.read_bytes() == b"old"

    replace_file(path, NEW)
    assert path.read_bytes() == NEW
    assert not left.exists()


def test_clearing_away_follows_a_link_to_where_the_file_is(tmp_path: Path, path: Path, ended: int) -> None:
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "link.partnership"
    link.symlink_to(path)
    left = left_by(path, ended)
    replace_file(link, NEW)
    assert not left.exists()


def test_a_folder_that_cannot_be_listed_is_saved_into_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "scandir", refuse)
    assert replace_file(path, NEW)
    assert path.read_bytes() == NEW
