"""The journal of unsaved work: one file for each document, to which edits are added as they are made.

Each line is `checksum length json`. The first is the head: which document it is, and which saved file the
work began from. The others are entries, numbered from 0: first a whole state of the workbook, then what
differs from the entry before, as `workbook.difference` tells it. A checksum covers that of the line before,
so that a line that is damaged, missing, there twice or of another journal ends what can be read. What stands
before it is what was kept, up to there and in that order.
"""

import datetime as dt
import errno
import hashlib
import json
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from workbook.difference import Difference, apply, differences
from workbook.model.record import Record
from workbook.model.workbook import Workbook
from workbook.persistence.atomic import UNSUPPORTED, replace_file
from workbook.persistence.format import FORMAT_VERSION
from workbook.persistence.migrations import all_steps, upgrade
from workbook.persistence.problems import Unwritable
from workbook.persistence.unfinished import BINARY

FORMAT = "partnership-journal"
"""Another form of journal gets another name: a program that does not know it leaves it alone."""

EVERY = 200
"""After so many entries the journal is begun anew with a whole state, so that it never grows without end."""

LEAST_ROOM, ROOM = 2**20, 2
"""Or before, when the edits take more bytes than both this and so many times the whole state."""

CHECKSUM = 8
"""Bytes."""

GARBLED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What may be raised by reading a file that may hold anything."""


@dataclass(frozen=True)
class Base:
    """The saved file that unsaved work began from."""

    path: Path
    revision: int
    version: str
    """Tells its contents from any other: see `recovery.version_of`."""


@dataclass(frozen=True)
class Copy:
    """A whole workbook as it was at one moment, and which saved file it began from, if any."""

    document_id: str
    workbook: Workbook
    base: Base | None
    kept_at: dt.datetime


@dataclass(frozen=True)
class Found:
    """What a journal holds: the last state that can be read."""

    copy: Copy
    is_cut: bool = False
    """Whether entries behind it cannot be read. One that the end of the program cut short was never kept."""


class OfNewerProgram(Exception):
    """Only a newer version of the program can read it: it is left for that one."""


class Journal:
    """The journal that this program keeps of one document."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._last: Copy | None = None
        """What the last entry says; None: nothing yet, or an entry may be torn."""
        self._number = 0
        self._size = self._roomy = 0
        self._due = EVERY
        self._checksum = b""

    def keep(self, copy: Copy) -> None:
        """Add an entry for what has changed, or begin anew where that is not possible.

        Raises:
            Unwritable: it cannot be done; everything kept before is there as it was.
        """
        last = self._last
        if last is None or (last.document_id, last.base) != (copy.document_id, copy.base):
            self._begin(copy)
            return
        changes = differences(last.workbook, copy.workbook)
        if not changes:
            return
        if (self._number >= self._due or self._size > self._roomy) and self._has_begun_anew(copy):
            return
        contents = _entry(self._number + 1, copy, changes)
        if not (_gives(last.workbook, contents, copy.workbook) and self._has_added(copy, contents)):
            self._begin(copy)

    def _has_begun_anew(self, copy: Copy) -> bool:
        """Whether it is short again. If not, it just goes on: a full disk has no room for a whole state."""
        before = self._last
        try:
            self._begin(copy)
        except Unwritable:
            self._last = before  # the file is untouched
            self._due, self._roomy = self._number + EVERY, self._size * 2
            return False
        return True

    def _begin(self, copy: Copy) -> None:
        base = copy.base
        head = {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "journal": secrets.token_hex(CHECKSUM),  # two that begin alike must not be taken for each other
            "document_id": copy.document_id,
            "base": base and {"path": str(base.path), "revision": base.revision, "version": base.version},
        }
        # In ASCII, because the name of a file may hold what UTF-8 cannot.
        first = _line(b"", json.dumps(head, ensure_ascii=True).encode("ascii"))
        entry = _line(first, b'{"number":0,"at":"%s","state":%s}' % (_moment(copy), _state(copy.workbook)))
        data = first + entry
        self._last = None
        replace_file(self._place, data)
        self._last, self._checksum = copy, entry
        self._number, self._due = 0, EVERY
        self._size = len(data)
        self._roomy = self._size + max(LEAST_ROOM, ROOM * self._size)

    def _has_added(self, copy: Copy, contents: bytes) -> bool:
        """Whether there is another entry. False: the file is gone, or it is not what was written last.

        Raises:
            Unwritable: the entry may be torn; what stands before it is as it was.
        """
        line = _line(self._checksum, contents)
        self._last = None
        try:
            if not _is_appended(self._place, line, self._size):
                return False
        except OSError as error:
            raise Unwritable.because(self._place, error) from error
        self._last, self._checksum = copy, line
        self._number += 1
        self._size += len(line)
        return True


def read_journal(data: bytes) -> Found:
    """The last state in the bytes of a journal.

    Raises:
        OfNewerProgram: they are for a newer version of the program.
        Exception: one of `GARBLED`: not even the head and the first state are whole.
    """
    lines = _Lines(data)
    contents = iter(lines)
    known = next(contents, None)
    if known is None:
        raise ValueError
    if known["format"] != FORMAT or known["format_version"] > FORMAT_VERSION:
        raise OfNewerProgram
    first = next(contents, None)
    if first is None or first["number"] != 0:
        raise ValueError
    document = {"format_version": known["format_version"], "workbook": first["state"]}
    workbook = Workbook.model_validate(upgrade(document, all_steps())["workbook"])
    at = _at(first)
    is_cut = False
    for number, entry in enumerate(contents, start=1):
        try:
            # An older format had other fields: what was told of them cannot be made in those of today.
            if entry["number"] != number or known["format_version"] != FORMAT_VERSION:
                raise ValueError
            workbook, at = _with(workbook, entry), _at(entry)
        except GARBLED:
            is_cut = True
            break
    copy = Copy(known["document_id"], workbook, base_in(known), at)
    return Found(copy, is_cut=is_cut or lines.is_cut)


def base_in(known: Mapping[str, Any]) -> Base | None:
    """The file that unsaved work began from, as its head tells it."""
    base = known["base"]
    return None if base is None else Base(Path(base["path"]), base["revision"], base["version"])


class _Lines:
    """What the lines of a journal say, as far as they are whole."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.is_cut = False
        """Known at the end: whether there are more lines, which are not whole."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        before, at = b"", 0
        while (end := self._data.find(b"\n", at) + 1) > 0:
            line = self._data[at:end]
            contents = line.split(b" ", 2)[-1][:-1]
            if line != _line(before, contents):
                self.is_cut = True
                return
            yield json.loads(contents)
            before, at = line, end


def _state(workbook: Workbook) -> bytes:
    """A whole state, draft by draft: during each call no other thread of Python runs, and somebody types."""

    def made(records: Iterable[Record]) -> str:
        return ",".join(each.model_dump_json(by_alias=True, warnings="error") for each in records)

    rest = workbook.model_dump_json(by_alias=True, exclude={"drafts", "snapshots"}, warnings="error")
    drafts, snapshots = made(workbook.drafts), made(workbook.snapshots)
    return f'{rest[:-1]},"drafts":[{drafts}],"snapshots":[{snapshots}]}}'.encode()


def _entry(number: int, copy: Copy, changes: tuple[Difference, ...]) -> bytes:
    """What an entry says: only what making the changes takes, not what was there before."""
    told = [each.model_dump(exclude={"before"}, exclude_defaults=True) for each in changes]
    return to_json({"number": number, "at": copy.kept_at.isoformat(), "changes": told})


def _with(workbook: Workbook, entry: Mapping[str, Any]) -> Workbook:
    """The state that an entry leads to."""
    return apply(workbook, [Difference.model_validate(each) for each in entry["changes"]])


def _gives(before: Workbook, contents: bytes, after: Workbook) -> bool:
    """Whether reading the entry gives this state: nothing counts as kept that would not come back."""
    try:
        return _with(before, json.loads(contents)) == after
    except GARBLED:
        return False


def _line(before: bytes, contents: bytes) -> bytes:
    """A line of a journal, behind another one."""
    checksum = hashlib.blake2b(contents, digest_size=CHECKSUM, key=before[: 2 * CHECKSUM]).hexdigest()
    return b"%s %d %s\n" % (checksum.encode("ascii"), len(contents), contents)


def _is_appended(place: Path, line: bytes, size: int) -> bool:
    """Whether the line is at the end of the file and on the disk. False: it has not that size any more.

    Raises:
        OSError: part of the line may be there.
    """
    try:
        file = os.open(place, os.O_WRONLY | os.O_APPEND | BINARY)
    except FileNotFoundError:  # somebody tidied up
        return False
    try:
        if os.fstat(file).st_size != size:
            return False
        rest = memoryview(line)
        while rest:
            written = os.write(file, rest)  # at the end of the disk it writes a part and reports no error
            if written == 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            rest = rest[written:]
        _sync(file)
    finally:
        os.close(file)
    return True


def _sync(file: int) -> None:
    """Wait until what was added is on the disk, where the disk can tell."""
    try:
        if hasattr(os, "fdatasync"):
            os.fdatasync(file)
        else:
            os.fsync(file)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise


def _moment(copy: Copy) -> bytes:
    return copy.kept_at.isoformat().encode("ascii")


def _at(entry: Mapping[str, Any]) -> dt.datetime:
    return dt.datetime.fromisoformat(entry["at"]).astimezone()
