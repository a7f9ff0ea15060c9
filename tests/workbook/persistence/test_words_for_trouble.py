"""What users are told of a disk that gives trouble: the cause in plain words, and what can be done."""

import errno
import os
from pathlib import Path

import pytest

from workbook.persistence.problems import WORDS_FOR_ERRNO, Unreadable, Unwritable, words_for


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "e.partnership"


def error(name: str) -> OSError:
    number = getattr(errno, name)
    return OSError(number, os.strerror(number))


SAVED_NOT = {
    "ENOSPC": "the disk is full; make room on it, or save to another place",
    "EDQUOT": "the space allowed to you on this disk is used up; make room on it, or save to another place",
    "EROFS": "the disk can only be read; save to another place",
    "EIO": "the disk reported an error; save to another place",
    "ENODEV": "the disk is no longer there; connect it again, or save to another place",
    "ENXIO": "the disk is no longer there; connect it again, or save to another place",
    "ENOMEDIUM": "the disk is no longer there; connect it again, or save to another place",
    "ESTALE": "the network share it is on was changed or taken away meanwhile; connect it again, or save to "
    "another place",
    "ENOTCONN": "the connection to where it is kept has ended; connect it again, or save to another place",
    "ETIMEDOUT": "the network share it is on does not answer; connect it again, or save to another place",
    "EBUSY": "another program holds the file; close it there, or save to another place",
    "EXDEV": "it stands on a disk of its own, where it cannot be replaced; save to another place",
    "ELOOP": "it is a link that leads back to itself; save to another place",
    "ENOTDIR": "part of its path is not a folder; save to another place",
    "ENAMETOOLONG": "its name is too long; choose a shorter one",
    "EMFILE": "too many files are open; close other programs, then save again",
}


@pytest.mark.parametrize("name", SAVED_NOT)
def test_every_cause_is_told_in_plain_words_with_a_way_out(path: Path, name: str) -> None:
    problem = Unwritable.because(path, error(name))
    assert problem.sentence == f"cannot be saved: {SAVED_NOT[name]}"
    assert "Errno" not in str(problem)


def test_a_file_that_cannot_be_read_has_a_cause_and_no_advice_on_saving(path: Path) -> None:
    assert Unreadable.because(path, error("EIO")).sentence == "cannot be read: the disk reported an error"


@pytest.mark.parametrize("number", WORDS_FOR_ERRNO)
def test_no_cause_is_told_in_the_words_of_the_system(number: int) -> None:
    words = words_for(OSError(number, os.strerror(number)))
    assert words != os.strerror(number)
    assert not words.endswith(".")


class OfWindows(PermissionError):
    """As on Windows, which gives a number of its own beside the one that Python makes of it."""

    def __init__(self, number: int) -> None:
        super().__init__(errno.EACCES, "?")
        self.winerror = number


@pytest.mark.parametrize(
    ("number", "words"), [(112, "the disk is full"), (32, "another program holds the file")]
)
def test_what_windows_knows_better_is_told(number: int, words: str) -> None:
    assert words_for(OfWindows(number)) == words
