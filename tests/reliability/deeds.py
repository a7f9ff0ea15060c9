"""Everything that puts something on a disk, each as one deed on a folder prepared for it.

A deed can then be done on a disk that fails, or be watched, whatever code does it.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from exports.report.build import write_report
from exports.report.together import SourceFile
from tests.reliability.places import FILE, backups_in, unsaved_folder
from tests.reliability.savers import NOON
from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence.format import new_head
from workbook.persistence.output import write_output
from workbook.persistence.problems import FileProblem
from workbook.persistence.reading import read
from workbook.persistence.recovery import Copy, UnsavedWork
from workbook.persistence.writing import Saved, create, put_back, write

ORIGINAL, LAST, NEXT = "original", "last", "next"
REPORT = "report.xlsx"


@dataclass(frozen=True)
class Deed:
    """One deed, prepared. `do` returns whether the disk confirmed it, and what else is said about it."""

    do: Callable[[], tuple[bool, str]]
    target: Path
    """The file that the user, or the program, named."""
    found: Callable[[], object]
    """What somebody finds who looks for the result."""
    before: object
    """What is found before it is done."""
    wanted: object
    """What is found once it is done."""
    kept: Callable[[], list[bytes]] = field(default=list)
    """Earlier versions and originals: they may become more."""
    replaced: bytes | None = None
    """What must be among these as soon as the deed is done."""
    is_unsaved_work: bool = False
    """Nobody is told whether it is confirmed, and what was refused may be there all the same."""


def saving(folder: Path) -> Deed:
    """Save over a file of which there are versions."""
    path, backups = folder / FILE, backups_in(folder)
    head = create(path, Workbook(title=ORIGINAL), backups=backups).head
    head = write(path, Workbook(title=LAST), head, backups=backups).head
    return Deed(
        lambda: _told(write(path, Workbook(title=NEXT), head, backups=backups)),
        path,
        lambda: title_in(path),
        LAST,
        NEXT,
        lambda: _kept(folder),
        path.read_bytes(),
    )


def creating(folder: Path) -> Deed:
    """Save for the first time."""
    path = folder / FILE
    return Deed(
        lambda: _told(create(path, Workbook(title=NEXT), backups=backups_in(folder))),
        path,
        lambda: title_in(path),
        None,
        NEXT,
    )


def saving_as(folder: Path) -> Deed:
    """Save in place of another document, which another program put there."""
    path = folder / FILE
    create(path, Workbook(title=LAST))
    return Deed(
        lambda: _told(write(path, Workbook(title=NEXT), new_head(), backups=backups_in(folder))),
        path,
        lambda: title_in(path),
        LAST,
        NEXT,
        lambda: _kept(folder),
        path.read_bytes(),
    )


def upgrading(folder: Path) -> Deed:
    """Save a file of an older format for the first time; its original is kept, there or beside it."""
    path = folder / FILE
    head = create(path, Workbook(title=ORIGINAL)).head
    return Deed(
        lambda: _told(write(path, Workbook(title=NEXT), head, upgraded_from=1, backups=backups_in(folder))),
        path,
        lambda: title_in(path),
        ORIGINAL,
        NEXT,
        lambda: [*_kept(folder), *(each.read_bytes() for each in folder.glob("e.v1*"))],
        path.read_bytes(),
    )


def upgrading_beside(folder: Path) -> Deed:
    """As `upgrading`, where no versions are kept at all."""
    path = folder / FILE
    head = create(path, Workbook(title=ORIGINAL)).head
    return Deed(
        lambda: _told(write(path, Workbook(title=NEXT), head, upgraded_from=1)),
        path,
        lambda: title_in(path),
        ORIGINAL,
        NEXT,
        lambda: [each.read_bytes() for each in folder.glob("e.v1*")],
        path.read_bytes(),
    )


def putting_back(folder: Path) -> Deed:
    """Give a file the contents of an earlier version; what it holds is no version yet."""
    path, backups = folder / FILE, backups_in(folder)
    head = create(path, Workbook(title=ORIGINAL), backups=backups).head
    write(path, Workbook(title=LAST), head)
    version = backups.versions(path)[-1]
    return Deed(
        lambda: (put_back(version, path, backups), ""),
        path,
        lambda: title_in(path),
        LAST,
        ORIGINAL,
        lambda: _kept(folder),
        path.read_bytes(),
    )


def keeping_first(folder: Path) -> Deed:
    """Keep unsaved work for the first time."""
    unsaved = UnsavedWork(unsaved_folder(folder))
    return Deed(
        lambda: _kept_work(unsaved, NEXT),
        unsaved_folder(folder) / "any",
        lambda: _left_over(folder, unsaved),
        None,
        NEXT,
        is_unsaved_work=True,
    )


def keeping(folder: Path) -> Deed:
    """Keep what has changed since something was kept."""
    unsaved = UnsavedWork(unsaved_folder(folder))
    _kept_work(unsaved, ORIGINAL)
    _kept_work(unsaved, LAST)
    return Deed(
        lambda: _kept_work(unsaved, NEXT),
        unsaved_folder(folder) / "any",
        lambda: _left_over(folder, unsaved),
        LAST,
        NEXT,
        is_unsaved_work=True,
    )


def reporting(folder: Path) -> Deed:
    """Write a report over an earlier one."""
    path = folder / REPORT
    path.write_bytes(b"an earlier report")
    files = [SourceFile("e", Workbook(title=NEXT))]
    return Deed(
        lambda: (write_report(path, files, load(), dt.date(2027, 3, 1)).confirmed, ""),
        path,
        lambda: path.read_bytes()[:2],
        b"an",
        b"PK",
    )


def putting_out(folder: Path) -> Deed:
    """Write a file of any kind over an earlier one, as pictures, pages and reports are in the end."""
    path = folder / "picture.png"
    old, new = b"an earlier picture", b"new" * 9999
    path.write_bytes(old)
    return Deed(lambda: (write_output(path, new), ""), path, path.read_bytes, old, new)


DEEDS: dict[str, Callable[[Path], Deed]] = {
    "a save": saving,
    "a first save": creating,
    "a save in place of another document": saving_as,
    "the first save of a file of an older format": upgrading,
    "the same, with the original beside it": upgrading_beside,
    "putting an earlier version back": putting_back,
    "keeping unsaved work for the first time": keeping_first,
    "keeping unsaved work": keeping,
    "a picture or a page": putting_out,
    "a report": reporting,
}


def title_in(path: Path) -> str | None:
    """The title of the workbook in a file; None: there is no file. Anything else is a problem, and raised."""
    return read(path).workbook.title if path.exists() else None


def names_in(folder: Path) -> set[str]:
    """What the user sees there, and what is hidden."""
    return {each.name for each in folder.iterdir()} - {"state"}


def _told(saved: Saved) -> tuple[bool, str]:
    return saved.confirmed, saved.unkept


def _kept_work(unsaved: UnsavedWork, title: str) -> tuple[bool, str]:
    unsaved.keep(Copy("d1", Workbook(title=title), None, NOON))
    return True, ""


def _kept(folder: Path) -> list[bytes]:
    return _contents(each for each in (folder / "state" / "backups").rglob("r*.partnership"))


def _contents(places: Iterable[Path]) -> list[bytes]:
    return [each.read_bytes() for each in places]


def _left_over(folder: Path, unsaved: UnsavedWork) -> str | None:
    """What another program offers, once the one that kept it has ended. It ends here."""
    try:
        unsaved.close()
    except (OSError, FileProblem) as problem:
        return str(problem)
    offered = UnsavedWork(unsaved_folder(folder)).left_over()
    return offered[0].copy.workbook.title if offered else None
