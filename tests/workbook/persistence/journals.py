"""States to keep in a journal, what a journal on the disk tells, and journals that are kept naively."""

import datetime as dt
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.builders import three_drafts
from workbook.difference import Difference, apply, differences, plain
from workbook.editing import put
from workbook.edits.begin import add_draft, empty_draft
from workbook.model.workbook import Workbook
from workbook.persistence.journal import GARBLED, Base, Copy, Found, Journal, read_journal
from workbook.persistence.reading import read
from workbook.persistence.recovery import UnsavedWork, version_of

SOME = add_draft(Workbook(title="Some"), empty_draft())
NOON = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)
DRAFT = ("drafts", "cold-chain")

BASES = (None, Base(Path("/gone/e.partnership"), 3, "f" * 64), Base(Path("/gone/e.partnership"), 4, "e" * 64))
SMALL = [Workbook(title="x" * number, notes=f"Note {number}") for number in range(6)]

Read = Callable[[bytes], Found]


def copy_of(workbook: Workbook, base: Base | None = None, document_id: str = "d1") -> Copy:
    return Copy(document_id, workbook, base, NOON)


def a_workshop(start: Workbook | None = None) -> Iterator[Workbook]:
    """The states of a workbook while people work: texts typed, things added, moved and removed, undone."""
    here = three_drafts() if start is None else start
    yield here
    before: list[Workbook] = []
    for name in ("C", "Co", "Col", "Cold", "Cold ", "Cold é", "Cold\u2028\n\0"):
        before.append(here)
        here = put(here, (*DRAFT, "name"), name)
        yield here
    yield before[3]
    yield before[0]
    draft = here.draft("cold-chain")
    for stakeholders in (draft.stakeholders[::-1], (*draft.stakeholders[1:], draft.stakeholders[0])):
        here = put(here, (*DRAFT, "stakeholders"), stakeholders)
        yield here
    here = here.replace(drafts=(*here.drafts[1:], draft.replace(id="again", name="Again")))
    yield here
    yield Workbook(title="Begun anew")
    yield here


def line(before: bytes, contents: bytes) -> bytes:
    """A line of a journal as the format describes it, worked out apart from the program."""
    checksum = hashlib.blake2b(contents, digest_size=8, key=before.split(b" ")[0]).hexdigest()
    return b" ".join((checksum.encode(), str(len(contents)).encode(), contents)) + b"\n"


def kept_one_after_the_other(states: Sequence[Workbook]) -> Iterator[Workbook]:
    """Each state that differs from the one before: the others add no entry."""
    last: Workbook | None = None
    for state in states:
        if state != last:
            yield state
        last = state


def keep_all(place: Path, states: Sequence[Workbook]) -> list[Workbook]:
    """Keep one after the other; the states for which there is an entry."""
    mine = Journal(place)
    for state in states:
        mine.keep(copy_of(state))
    return list(kept_one_after_the_other(states))


def state_in(data: bytes, read_it: Read = read_journal) -> Workbook | None:
    """What comes back; None: nothing does."""
    try:
        return read_it(data).copy.workbook
    except GARBLED:
        return None


def base_of(path: Path) -> Base:
    opened = read(path)
    return Base(path, opened.head.revision, version_of(opened.head, opened.workbook))


def left_by(folder: Path, *copies: Copy) -> list[Path]:
    """Leave copies as a program does that has ended."""
    gone = UnsavedWork(folder)
    for copy in copies:
        gone.keep(copy)
    gone.close()
    return sorted(folder.glob("*.unsaved"))


# ------------------------------------------------------------------------------------- how not to do it


def read_all_that_parses(data: bytes) -> Found:
    """A naive reader: it skips what it cannot read, and goes on behind it."""
    known: dict[str, Any] = {}
    workbook: Workbook | None = None
    for each in data.split(b"\n"):
        try:
            entry = json.loads(each.split(b" ", 2)[-1])
            if "format" in entry:
                known = entry
            elif "state" in entry:
                workbook = Workbook.model_validate(entry["state"])
            elif workbook is not None:
                workbook = apply(workbook, [Difference.model_validate(one) for one in entry["changes"]])
        except GARBLED:
            continue
    if workbook is None:
        raise ValueError
    return Found(copy_of(workbook, None, str(known.get("document_id", ""))))


class NaiveJournal:
    """Adds lines without an eye on what a failed one left behind."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._last: Workbook | None = None
        self._before = b""
        self._number = 0

    def keep(self, copy: Copy) -> None:
        """Raises an OSError if it cannot be done, and takes it for granted that nothing has happened then."""
        if self._last is None:
            head = {"format": "partnership-journal", "format_version": 1, "document_id": "d1", "base": None}
            first = line(b"", json.dumps(head).encode())
            state = {"number": 0, "at": NOON.isoformat(), "state": plain(copy.workbook)}
            self._before = line(first, json.dumps(state).encode())
            self._place.write_bytes(first + self._before)
        else:
            told = [plain(each) for each in differences(self._last, copy.workbook)]
            entry = {"number": self._number + 1, "at": NOON.isoformat(), "changes": told}
            added = line(self._before, json.dumps(entry).encode())
            file = os.open(self._place, os.O_WRONLY | os.O_APPEND)
            try:
                rest = memoryview(added)
                while rest:
                    rest = rest[os.write(file, rest) :]
            finally:
                os.close(file)
            self._before = added
            self._number += 1
        self._last = copy.workbook
