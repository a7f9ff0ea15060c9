"""Whether a file still is what was opened or last saved, byte for byte, before a save takes its place.

Time and size do not tell: an edit can leave both as they were, and programs that synchronise folders set
times back. What the bytes say counts; times and the like only spare the window from reading it all the time.
"""

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

from workbook.model.workbook import Workbook
from workbook.persistence.format import Head
from workbook.persistence.problems import FileProblem, Unreadable, Unwritable
from workbook.persistence.reading import Opened, digest_of, opened_from, read_bytes
from workbook.persistence.version import Known, known_of

Happened = Literal["changed", "replaced", "unopenable", "gone", "folder"]
"""Another state of the same document; another document; something that does not open; nothing; a folder."""

SENTENCES: dict[Happened, str] = {
    "changed": "was changed by another program",
    "replaced": "is another workbook now, which another program put in its place",
    "unopenable": "was changed by another program and cannot be opened any more",
    "gone": "is no longer there",
    "folder": "is a folder now",
}


@dataclass(frozen=True)
class Expected:
    """What a file is thought to hold: a save takes the place of that, and of nothing else.

    `digest` is that of its bytes: "" if nothing is there, None if it may be anything. The same workbook,
    saved as often, is the same however it is laid out: `head` and `workbook` say which. With `must_be_kept`,
    a save is only done if what the file holds is among the earlier versions then.
    """

    digest: str | None
    head: Head | None = None
    workbook: Workbook | None = None
    must_be_kept: bool = False

    @classmethod
    def of(cls, opened: Opened) -> Self:
        """The file as it was opened."""
        return cls(opened.digest, opened.head, opened.workbook)


ANYTHING = Expected(None)
"""The user said that the file may be replaced, whatever it holds."""


class Changed(FileProblem):
    """The file is not what was expected, and was left as it is."""

    def __init__(  # noqa: PLR0913 - what is known of what was found
        self,
        path: Path,
        happened: Happened,
        expected: Expected,
        *,
        digest: str = "",
        found: Opened | FileProblem | None = None,
        is_workbook: bool = False,
    ) -> None:
        self.happened: Happened = happened
        self.expected = expected
        self.digest = digest
        """Of what was found; "" if that has no bytes."""
        self.opened = found if isinstance(found, Opened) else None
        """What was found, if it can be opened."""
        self.cause = found if isinstance(found, FileProblem) else None
        """Why it cannot be opened."""
        self.is_workbook = is_workbook
        """Whether it is a workbook, though perhaps a damaged one."""
        super().__init__(path, f"{SENTENCES[happened]}; nothing was saved over it")

    @property
    def is_later(self) -> bool:
        """Whether it is the same document, saved more often than what was expected."""
        head = self.expected.head
        return (
            self.happened == "changed"
            and self.opened is not None
            and head is not None
            and self.opened.head.revision > head.revision
        )

    @property
    def accepted(self) -> Expected:
        """What to expect once the user said that this, and only this, may be replaced."""
        return Expected(self.digest, self.expected.head, must_be_kept=self.is_workbook)


@dataclass(frozen=True)
class Mark:
    """What a file system tells of a file without reading it."""

    size: int
    modified_ns: int
    changed_ns: int
    inode: int


@dataclass(frozen=True)
class Glance:
    """What was seen of a file at one moment. `changed` is None if it was what was expected."""

    expected: Expected
    mark: Mark | None
    changed: Changed | None


def glance(path: Path, expected: Expected, last: Glance | None = None) -> Glance:
    """See whether a file is what is expected. It is read only if it looks other than the last time.

    Raises:
        Unreadable: it may be there, but cannot be looked at now.
    """
    mark = _mark_of(path)
    if last is not None and mark is not None and (last.mark, last.expected) == (mark, expected):
        return last
    return Glance(expected, mark, change_of(path, expected))


def change_of(path: Path, expected: Expected) -> Changed | None:
    """What has happened to a file, seen from what is expected of it; None: it is that.

    Raises:
        Unreadable: it is there, or may be, but cannot be read now.
    """
    if expected.digest is None:
        return None
    try:
        data = read_bytes(path)
    except Unreadable:
        happened = _instead_of_a_file(path)
        if happened is None:
            raise
        return None if happened == "gone" and not expected.digest else Changed(path, happened, expected)
    digest = digest_of(data)
    if digest == expected.digest:
        return None
    known = known_of(data)
    try:
        opened = opened_from(path, data)
    except FileProblem as problem:
        return Changed(
            path, "unopenable", expected, digest=digest, found=problem, is_workbook=known.is_workbook
        )
    if _is_the_same(expected, opened, known):
        return None
    happened = "changed" if _is_same_document(expected, opened, known) else "replaced"
    return Changed(path, happened, expected, digest=digest, found=opened, is_workbook=True)


def refuse_if_changed(path: Path, expected: Expected, workbook: Workbook) -> None:
    """The last question before a save of this workbook takes the place of a file.

    A file that says the same already is no reason: a share may have failed after it had taken the last save.

    Raises:
        Changed: the file is not what is expected.
        Unwritable: what it is cannot be told, so that it must stay.
    """
    try:
        changed = change_of(path, expected)
    except Unreadable as problem:
        cause = problem.__cause__
        if isinstance(cause, OSError):
            raise Unwritable.because(path, cause) from cause
        raise Unwritable(path, f"cannot be saved: what is there now {problem.sentence}") from problem
    if changed is None or (changed.happened == "gone" and not path.parent.is_dir()):
        return  # without its folder there is no place for it at all, which is told when it is tried
    if changed.happened == "changed" and changed.opened is not None and changed.opened.workbook == workbook:
        return
    raise changed


def _instead_of_a_file(path: Path) -> Happened | None:
    """What stands where there is no file to read; None: that cannot be told, or it is a file."""
    try:
        known = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return "gone"
    except OSError:
        return None
    return "folder" if stat.S_ISDIR(known.st_mode) else None


def _is_the_same(expected: Expected, opened: Opened, known: Known) -> bool:
    """Whether it was only laid out anew, or written again with the same contents."""
    return (
        expected.head is not None
        and opened.workbook == expected.workbook
        and opened.head.revision == expected.head.revision
        and _is_same_document(expected, opened, known)
    )


def _is_same_document(expected: Expected, opened: Opened, known: Known) -> bool:
    """A file that says no id was given one when it was opened, and another one now."""
    if expected.head is None or known.document_id is None:
        return True
    return opened.head.document_id == expected.head.document_id


def _mark_of(path: Path) -> Mark | None:
    """None: there is nothing, or it cannot be told."""
    try:
        known = path.stat()
    except OSError:
        return None
    return Mark(known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino)
