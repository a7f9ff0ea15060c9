"""Where a child works, and workbooks that say which one they are: the number stands in the title."""

import re
from pathlib import Path

from tests.reliability.savers import backups_folder, noon
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.example import example_workbook
from workbook.persistence.problems import Unreadable

FILE = "e.partnership"


def backups_in(folder: Path) -> Backups:
    """The earlier versions of the files in a folder."""
    return Backups(backups_folder(folder / FILE), noon)


def unsaved_folder(folder: Path) -> Path:
    """Where unsaved work on the files in a folder is kept."""
    return folder / "state" / "unsaved"


def numbered(folder: Path, number: int) -> Path:
    """One of many files."""
    return folder / f"n{number}.partnership"


def numbers_in(folder: Path) -> list[int]:
    """Which of many files are there."""
    found = (re.fullmatch(r"n(\d+)\.partnership", each.name) for each in folder.iterdir())
    return [int(match[1]) for match in found if match is not None]


_BODY = example_workbook()


def titled(number: int) -> Workbook:
    """A workbook of a usual size that says which one it is."""
    return _BODY.replace(title=f"revision {number}", drafts=_BODY.drafts[:1])


def original(number: int) -> Workbook:
    """What a file of an older format holds before it is upgraded."""
    return titled(number).replace(title=f"original {number}")


def number_of(workbook: Workbook) -> int:
    """Which one it says it is.

    Raises:
        Unreadable: it is none of ours.
    """
    match = re.fullmatch(r"revision (\d+)", workbook.title)
    if match is None or workbook != titled(int(match[1])):
        raise Unreadable(Path(FILE), "holds something that was never saved")
    return int(match[1])
