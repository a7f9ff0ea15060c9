"""The program at work without its window: edits kept, files saved, what was left over taken up again.

Naive programs stand beside it, as negative controls: one that keeps only some of the edits it says it keeps,
and one that writes its file in place.
"""

import datetime as dt
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.builders import three_drafts
from tests.reliability.plain_model import Content, Deed, edited
from workbook import editing
from workbook.edits.begin import add_draft
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.conflict import Expected
from workbook.persistence.format import Head, to_document
from workbook.persistence.reading import read
from workbook.persistence.recovery import Base, Copy, LeftOver, UnsavedWork
from workbook.persistence.version import Version
from workbook.persistence.writing import create, write

Save = Callable[[Path, Workbook, Expected, Backups], Expected]
"""Saves over a file that is expected to hold this; what it holds afterwards."""


@dataclass(frozen=True)
class Way:
    """How a program saves, of how many edits it keeps one, and whether it keeps earlier versions."""

    save: Save
    keeps_one_of: int = 1
    keeps_versions: bool = True


def place(folder: Path) -> Path:
    """The one file."""
    return folder / "e.partnership"


def backups_in(folder: Path) -> Backups:
    """Its earlier versions."""
    return Backups(folder / "backups", _now)


def versions(folder: Path) -> tuple[Version, ...]:
    """Those that are there, the latest first."""
    return backups_in(folder).versions(place(folder))


def begin(folder: Path) -> Content:
    """The file as it is in the beginning, saved once."""
    create(place(folder), three_drafts(), backups=backups_in(folder))
    return said(three_drafts())


def said(workbook: Workbook) -> Content:
    """What it says, as far as deeds change it."""
    return Content(workbook.title, workbook.notes, tuple((each.id, each.name) for each in workbook.drafts))


def work(folder: Path, way: Way, deeds: Sequence[Deed], pipe: int) -> None:
    """Take up what was left over, say what was found, then do one deed after the other, and say so."""
    program = Program(folder, way)
    _say(pipe, program.found())
    for deed in deeds:
        program.do(deed)
        _say(pipe, {"done": deed.kind})


class Program:
    """One run of the program, with one file open."""

    def __init__(self, folder: Path, way: Way) -> None:
        self._path, self._way = place(folder), way
        self._backups = backups_in(folder)
        self._unsaved = UnsavedWork(folder / "unsaved")
        self._edits = 0
        self._undo: list[Workbook] = []
        self._redo: list[Workbook] = []
        opened = read(self._path)
        self._expected, self._saved = Expected.of(opened), opened.workbook
        left_over = self._unsaved.left_over()
        self._now = left_over[0].copy.workbook if left_over else self._saved
        self._take_over(left_over)

    def found(self) -> dict[str, object]:
        """What it began from."""
        return {
            "now": list(said(self._now)),
            "file": list(said(self._saved)),
            "revision": self._head.revision,
            "is_whole": _rest(self._now) and _rest(self._saved),
        }

    def do(self, deed: Deed) -> None:
        """Do it. When this returns, what it changed is on the disk, or it says so falsely."""
        if deed.kind == "save":
            self._save(self._now)
        elif deed.kind == "save while typing":
            before = self._now
            self._edit(deed)  # kept before the save that was begun is in place
            self._save(before)
        elif deed.kind == "reload":
            opened = read(self._path)
            self._now = self._saved = opened.workbook
            self._undo, self._redo = [], []
            self._keep()
        elif deed.kind == "undo":
            self._go(self._undo, self._redo)
        elif deed.kind == "redo":
            self._go(self._redo, self._undo)
        else:
            self._edit(deed)

    def _edit(self, deed: Deed) -> None:
        after = _as_said(self._now, edited(said(self._now), deed))
        if after != self._now:
            self._undo.append(self._now)
            self._redo = []
            self._now = after
            self._keep()

    def _go(self, one_way: list[Workbook], other: list[Workbook]) -> None:
        if one_way:
            other.append(self._now)
            self._now = one_way.pop()
            self._keep()

    def _save(self, workbook: Workbook) -> None:
        self._expected = self._way.save(self._path, workbook, self._expected, self._backups)
        self._saved = workbook
        self._keep()

    def _keep(self) -> None:
        """As the session does: what is unsaved is kept; when that is nothing, what was kept goes."""
        if self._now == self._saved:
            self._unsaved.discard(self._id)
            return
        self._edits += 1
        if self._edits % self._way.keeps_one_of == 0:
            base = Base(self._path, self._head.revision, self._head.sha256 or "")
            self._unsaved.keep(Copy(self._id, self._now, base, _now()))

    def _take_over(self, left_over: Sequence[LeftOver]) -> None:
        if left_over:
            self._keep()
        for left in left_over:
            self._unsaved.clear_away(left)

    @property
    def _head(self) -> Head:
        assert self._expected.head is not None
        return self._expected.head

    @property
    def _id(self) -> str:
        return self._head.document_id or ""


def _as_said(workbook: Workbook, content: Content) -> Workbook:
    """The workbook with this content, changed the way the program changes workbooks."""
    for address, value in ((("title",), content.title), (("notes",), content.notes)):
        if editing.get(workbook, address) != value:
            workbook = editing.put(workbook, address, value)
    there = {each.id: each for each in workbook.drafts}
    for draft_id, name in content.drafts:
        if draft_id not in there:
            workbook = add_draft(workbook, Draft(id=draft_id, name=name))
        elif there[draft_id].name != name:
            workbook = editing.put(workbook, ("drafts", draft_id, "name"), name)
    by_id = {each.id: each for each in workbook.drafts}
    ordered = tuple(by_id[draft_id] for draft_id, _ in content.drafts)
    return workbook if ordered == workbook.drafts else workbook.replace(drafts=ordered)


def _rest(workbook: Workbook) -> bool:
    """Whether all that no deed changes is as it was."""
    original = {each.id: each.replace(name="") for each in three_drafts().drafts}
    drafts = (each.replace(name="") for each in workbook.drafts)
    are_drafts = all(each == original.get(each.id, Draft(id=each.id)) for each in drafts)
    bare = {"title": "", "notes": "", "drafts": ()}
    return are_drafts and workbook.replace(**bare) == three_drafts().replace(**bare)


def _say(pipe: int, what: dict[str, object]) -> None:
    os.write(pipe, json.dumps(what).encode("ascii") + b"\n")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


# -------------------------------------------------------------------------------------------- ways of saving


def _ours(path: Path, workbook: Workbook, expected: Expected, backups: Backups) -> Expected:
    assert expected.head is not None
    done = write(path, workbook, expected.head, expected=expected, backups=backups)
    return Expected(done.digest, done.head, workbook)


def _in_place(path: Path, workbook: Workbook, expected: Expected, _backups: Backups) -> Expected:
    assert expected.head is not None
    new = expected.head.replace(revision=expected.head.revision + 1, sha256=None)
    document = to_document(workbook, new)
    with path.open("w", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=False, indent=2)
    return Expected(None, new.replace(sha256=document["sha256"]), workbook)


WAYS = {
    "ours": Way(_ours),
    "keeps one edit of three": Way(_ours, keeps_one_of=3),
    "saves in place": Way(_in_place, keeps_versions=False),
}
