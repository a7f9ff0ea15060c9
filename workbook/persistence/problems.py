"""What can go wrong with a file: each message is one line, the file and then the cause in plain words."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Self

LONGEST_QUOTE = 80
LONGEST_SENTENCE = 600

WORDS_FOR_ERRNO = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the space allowed to you on this disk is used up",
    errno.EFBIG: "the file would be larger than this disk allows",
    errno.EACCES: "there is no permission for that, or another program holds the file",
    errno.EPERM: "there is no permission for that",
    errno.EROFS: "the disk can only be read",
    errno.EBUSY: "another program holds the file",
    errno.EIO: "the disk reported an error",
    errno.ENODEV: "the disk is no longer there",
    errno.ENXIO: "the disk is no longer there",
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "part of its path is not a folder",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "it is a link that leads back to itself",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
}


class FileProblem(Exception):
    """Something is wrong with a file. `sentence` is the cause; the message names the file before it."""

    def __init__(self, path: Path, sentence: str) -> None:
        self.path = path
        self.sentence = one_line(sentence)
        super().__init__(f"{shown(path)}: {self.sentence}")


class Unreadable(FileProblem):
    """The file cannot be read: missing, no permission, a folder, too large."""

    @classmethod
    def because(cls, path: Path, error: OSError) -> Self:
        """In the words for what the system reported."""
        return cls(path, f"cannot be read: {words_for(error)}")


class NotAWorkbook(FileProblem):
    """The file is something else."""


class Damaged(FileProblem):
    """The file was a workbook and is cut short or garbled."""


class Altered(FileProblem):
    """The contents do not match their checksum. Opens only when asked to, as an unsaved copy."""


class TooNew(FileProblem):
    """A newer version of the program wrote the file."""


class Invalid(FileProblem):
    """The file is whole, but what it says breaks the rules; `problems` has one sentence for each."""

    def __init__(self, path: Path, problems: Sequence[str]) -> None:
        self.problems = tuple(one_line(problem) for problem in problems)
        others = len(self.problems) - 1
        more = f" (and {others} more problem{'s' if others > 1 else ''})" if others else ""
        super().__init__(path, self.problems[0] + more)


class Unwritable(FileProblem):
    """The file cannot be written; what was there before is untouched."""

    @classmethod
    def because(cls, path: Path, error: OSError) -> Self:
        """In the words for what the system reported."""
        return cls(path, f"cannot be saved: {words_for(error)}")


class AlreadyThere(FileProblem):
    """A new file was asked for, but the name is taken."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is already there, and a new file never replaces another")


def words_for(error: OSError) -> str:
    """The cause in plain words."""
    return WORDS_FOR_ERRNO.get(error.errno or 0) or error.strerror or str(error) or type(error).__name__


def shown(path: Path) -> str:
    """A path as it can be printed anywhere: on one line, whatever its bytes are."""
    return _printable(os.fspath(path))


def quoted(value: object) -> str:
    """Something a file says, short enough to stand in a sentence."""
    text = value if isinstance(value, str) else str(value)
    short = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return f"“{_printable(short)}”"


def one_line(text: str) -> str:
    """A sentence that stays on one line and within bounds, whatever a file puts into it."""
    short = text if len(text) <= LONGEST_SENTENCE else text[: LONGEST_SENTENCE - 1] + "…"
    return _printable(short)


def _printable(text: str) -> str:
    """Line breaks, control characters and half characters written as escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
