"""What can go wrong with a file: each message is one line, the file and then the cause in plain words."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Self

LONGEST_QUOTE = 80
LONGEST_SENTENCE = 600

_GONE = "the disk is no longer there"
_HELD = "another program holds the file"

WORDS_FOR_ERRNO = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the space allowed to you on this disk is used up",
    errno.EFBIG: "the file would be larger than this disk allows",
    errno.EACCES: "there is no permission for that, or another program holds the file",
    errno.EPERM: "there is no permission for that",
    errno.EROFS: "the disk can only be read",
    errno.EBUSY: _HELD,
    errno.ETXTBSY: _HELD,
    errno.EIO: "the disk reported an error",
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.ESTALE: "the network share it is on was changed or taken away meanwhile",
    errno.ENOTCONN: "the connection to where it is kept has ended",
    errno.ETIMEDOUT: "the network share it is on does not answer",
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "part of its path is not a folder",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "its name is too long",
    errno.EILSEQ: "a sign in its name is not allowed on this disk",
    errno.EINVAL: "the disk refused it, perhaps because of a sign in its name",
    errno.EEXIST: "something of that name is there",
    errno.ELOOP: "it is a link that leads back to itself",
    errno.EXDEV: "it stands on a disk of its own, where it cannot be replaced",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
}
WORDS_FOR_ERRNO.update(
    {
        number: words
        for name, words in (
            ("ENOMEDIUM", _GONE),
            ("EHOSTDOWN", "the network share it is on does not answer"),
            ("EHOSTUNREACH", "the network share it is on does not answer"),
            ("ENETUNREACH", "the network share it is on does not answer"),
            ("EUCLEAN", "the disk is damaged and has to be repaired"),
        )
        if (number := getattr(errno, name, None)) is not None  # not every system has them
    }
)

WORDS_FOR_WINDOWS = {
    19: "the disk is protected against writing",
    21: _GONE,
    32: _HELD,
    33: _HELD,
    53: "the network share it is on does not answer",
    59: "the network share it is on does not answer",
    64: "the connection to where it is kept has ended",
    67: "the network share it is on does not answer",
    112: "the disk is full",
    1117: "the disk reported an error",
    1167: _GONE,
}
"""Where the number of Windows says more than the one that Python makes of it."""

ELSEWHERE = "save to another place"
_RECONNECT = f"connect it again, or {ELSEWHERE}"

WAYS_OUT = {
    "the disk is full": f"make room on it, or {ELSEWHERE}",
    "the space allowed to you on this disk is used up": f"make room on it, or {ELSEWHERE}",
    WORDS_FOR_ERRNO[errno.EACCES]: f"close it in other programs, or {ELSEWHERE}",
    _HELD: f"close it there, or {ELSEWHERE}",
    _GONE: _RECONNECT,
    WORDS_FOR_ERRNO[errno.ESTALE]: _RECONNECT,
    WORDS_FOR_ERRNO[errno.ENOTCONN]: _RECONNECT,
    WORDS_FOR_ERRNO[errno.ETIMEDOUT]: _RECONNECT,
    WORDS_FOR_ERRNO[errno.ENAMETOOLONG]: "choose a shorter one",
    WORDS_FOR_ERRNO[errno.EILSEQ]: f"choose another name, or {ELSEWHERE}",
    WORDS_FOR_ERRNO[errno.EINVAL]: f"choose another name, or {ELSEWHERE}",
    WORDS_FOR_ERRNO[errno.EEXIST]: f"choose another name, or {ELSEWHERE}",
    "too many files are open": "close other programs, then save again",
}
"""What can be done after a save that failed, by the words for its cause; else there is `ELSEWHERE`."""


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
    """The file cannot be written; what was there before is untouched. The sentence says what can be done."""

    @classmethod
    def because(cls, path: Path, error: OSError) -> Self:
        """In the words for what the system reported."""
        cause = words_for(error)
        return cls._with_way_out(path, cause, WAYS_OUT.get(cause, ELSEWHERE))

    @classmethod
    def because_protected(cls, path: Path) -> Self:
        """Its owner, or this user, said that it shall stay as it is."""
        return cls._with_way_out(path, "it is protected against writing", f"lift that, or {ELSEWHERE}")

    @classmethod
    def where_there_is_no_folder(cls, path: Path, folder: Path) -> Self:
        """Its folder is gone, which is also what is left of a stick that was pulled out."""
        way_out = f"if that is on a stick or a share, connect it again, or {ELSEWHERE}"
        return cls._with_way_out(path, f"there is no folder {shown(folder)}", way_out)

    @classmethod
    def where_nothing_is_replaced(cls, path: Path) -> Self:
        """A new file cannot take the place of an old one there in one step, and in two both could be lost."""
        cause = "this disk does not let a new file take the place of an old one"
        return cls._with_way_out(path, cause, f"choose a name that is not taken, or {ELSEWHERE}")

    @classmethod
    def _with_way_out(cls, path: Path, cause: str, way_out: str) -> Self:
        return cls(path, f"cannot be saved: {cause}; {way_out}")


class AlreadyThere(FileProblem):
    """A new file was asked for, but the name is taken."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is already there, and a new file never replaces another")


def words_for(error: OSError) -> str:
    """The cause in plain words."""
    windows = WORDS_FOR_WINDOWS.get(getattr(error, "winerror", None) or 0)
    known = windows or WORDS_FOR_ERRNO.get(error.errno or 0)
    return known or error.strerror or str(error) or type(error).__name__


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
