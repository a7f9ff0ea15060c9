"""The roads on which something gets to a disk, each to be tried on a disk that gives trouble.

A road is prepared while all is well: an earlier state is on the disk then. It is taken when there is trouble.
`taken` looks at what is left: the earlier state, whole, and a sentence with the cause; or the new one, whole.
"""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Literal

from exports.report.build import write_report
from exports.report.together import SourceFile
from tests.workbook.persistence.earlier import Clock
from workbook.edits.begin import add_draft, empty_draft
from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.output import write_output
from workbook.persistence.problems import FileProblem
from workbook.persistence.reading import read
from workbook.persistence.recovery import Copy, UnsavedWork
from workbook.persistence.writing import create, write

How = Literal["done", "not confirmed", "refused"]

OLD = Workbook(title="Before " + "b" * 6_000)
NEW = Workbook(title="After " + "a" * 150_000)
MADE_ON = dt.date(2027, 3, 1)

Replace = Callable[[Path, bytes], bool]
"""Puts bytes in the place of a file; returns whether the disk confirmed it."""


@dataclass
class Road(ABC):
    """One of them, in a folder of the disk. `elsewhere` is a folder on a disk that is sound."""

    folder: Path
    elsewhere: Path
    confirmed: bool = field(default=True, init=False)
    adds: ClassVar[bool] = False
    """Whether something new is put beside what is there: if the disk vanishes in that very moment, it may
    be there and refused nevertheless, whole."""

    @abstractmethod
    def prepare(self) -> None:
        """Put the earlier state on the disk, while nothing is wrong with it."""

    @abstractmethod
    def take(self) -> str:
        """Put the new state on the disk. Returns what the user is told though it went well enough to go on.

        Raises:
            FileProblem: it cannot be done.
        """

    @abstractmethod
    def state(self) -> str:
        """What is on the disk, read as the product reads it: "old", "new", or what else it is."""


def named(title: str) -> str:
    """Which of the two states it is."""
    return {OLD.title: "old", NEW.title: "new"}.get(title, f"something else: {title[:20]}")


class SaveOver(Road):
    """A workbook is saved over its file."""

    @property
    def path(self) -> Path:
        return self.folder / "e.partnership"

    def prepare(self) -> None:
        self.head = create(self.path, OLD).head

    def take(self) -> str:
        self.confirmed = write(self.path, NEW, self.head).confirmed
        return ""

    def state(self) -> str:
        return named(read(self.path).workbook.title)


class FirstSave(SaveOver):
    """A workbook is saved for the first time; the earlier state is that there is no such file."""

    adds = True

    def prepare(self) -> None:
        pass

    def take(self) -> str:
        self.confirmed = create(self.path, NEW).confirmed
        return ""

    def state(self) -> str:
        return super().state() if self.path.exists() else "old"


class EarlierVersions(Road):
    """A workbook is saved on a sound disk, and its earlier versions are kept on the one with the trouble."""

    adds = True

    def prepare(self) -> None:
        self.path = self.elsewhere / "e.partnership"
        self.backups = Backups(self.folder, Clock())
        self.path.unlink(missing_ok=True)
        self.head = create(self.path, OLD, backups=self.backups).head

    def take(self) -> str:
        done = write(self.path, NEW, self.head, backups=self.backups)
        assert read(self.path).workbook == NEW, "trouble with earlier versions must stop no save"
        return done.unkept

    def state(self) -> str:
        found = [each.read().workbook.title for each in self.backups.versions(self.path)]
        if OLD.title not in found:
            return f"{len(found)} versions, and the earlier one is not among them"
        return named(found[0])


class Journal(Road):
    """Unsaved work is kept against a crash."""

    adds = True

    def prepare(self) -> None:
        self.unsaved = UnsavedWork(self.folder)
        self.unsaved.keep(self._copy(OLD))

    def take(self) -> str:
        self.unsaved.keep(self._copy(NEW))
        return ""

    def state(self) -> str:
        self.unsaved.close()
        left = UnsavedWork(self.folder).left_over()
        return named(left[0].copy.workbook.title) if len(left) == 1 else f"{len(left)} copies"

    def _copy(self, workbook: Workbook) -> Copy:
        return Copy("d0", workbook, None, dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC))


class Output(Road):
    """A picture or a page is saved over an earlier one."""

    replace: Replace = staticmethod(write_output)
    old, new = b"<svg>before</svg>" * 300, b"<svg>after, and larger</svg>" * 6000

    @property
    def path(self) -> Path:
        return self.folder / "chart.svg"

    def prepare(self) -> None:
        self.path.write_bytes(self.old)

    def take(self) -> str:
        self.confirmed = self.replace(self.path, self.new)
        return ""

    def state(self) -> str:
        if not self.path.exists():
            return "nothing at all"
        data = self.path.read_bytes()
        return {self.old: "old", self.new: "new"}.get(data, f"{len(data)} bytes of something else")


class Report(Output):
    """A report is written over an earlier one."""

    @property
    def path(self) -> Path:
        return self.folder / "report.xlsx"

    def take(self) -> str:
        workbook = add_draft(Workbook(title="Report"), empty_draft())
        source = SourceFile("e.partnership", workbook)
        self.confirmed = write_report(self.path, [source], load(), MADE_ON).confirmed
        return ""

    def state(self) -> str:
        import openpyxl

        data = self.path.read_bytes()
        if data == self.old:
            return "old"
        openpyxl.load_workbook(self.path)
        return "new"


ROADS: dict[str, type[Road]] = {
    "save over": SaveOver,
    "first save": FirstSave,
    "earlier versions": EarlierVersions,
    "journal": Journal,
    "picture": Output,
    "report": Report,
}


def saved_by(replace: Replace) -> type[Road]:
    """The same road with another way to put bytes in the place of a file: for savers that must not pass."""

    class ByAnother(Output):
        pass

    ByAnother.replace = staticmethod(replace)
    return ByAnother


@dataclass(frozen=True)
class Outcome:
    """How it went, and what the user was told."""

    how: How
    told: str


def taken(road: Road, mend: Callable[[], None] = lambda: None, *, vanishes: bool = False) -> Outcome:
    """Take the road while there is trouble, `mend` the disk, and look at what is left.

    Of a disk that `vanishes` nobody can clear anything away.

    Raises:
        AssertionError: something is lost, half-written or left lying about, or success was claimed falsely.
    """
    how: How = "done"
    try:
        told = road.take()
        if told:
            how = "refused"
        elif not road.confirmed:
            how = "not confirmed"
    except FileProblem as problem:
        how, told = "refused", str(problem)
    mend()
    state = road.state()
    wanted = "old" if how == "refused" else "new"
    if how == "refused" and vanishes and road.adds and state == "new":
        wanted = "new"
    assert state == wanted, f"{how}, and what is there is {state}"
    assert "Errno" not in told, f"not in the words of a user: {told}"
    if not vanishes:
        left = [each for each in road.folder.rglob(".*") if each.is_file()]
        assert not left, f"left lying about: {left}"
    return Outcome(how, told)
