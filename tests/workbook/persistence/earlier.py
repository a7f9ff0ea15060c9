"""What the tests of earlier versions share: a clock that obeys, saves, and a look at what is kept."""

import datetime as dt
from pathlib import Path

from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.reading import read
from workbook.persistence.version import Version
from workbook.persistence.writing import Saved, create, write

NOON = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)


class Clock:
    """Says what it is told to, and is asked only when something is kept."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now


def saved(path: Path, backups: Backups | None, *titles: str) -> Saved:
    """Save a workbook of one title after the other; what came of the last save."""
    for title in titles:
        if path.exists():
            opened = read(path)
            last = write(path, opened.workbook.replace(title=title), opened.head, backups=backups)
        else:
            last = create(path, Workbook(title=title), backups=backups)
    return last


def contents(versions: tuple[Version, ...]) -> list[bytes]:
    return [each.read_bytes() for each in versions]


def titles(versions: tuple[Version, ...]) -> list[str]:
    return [each.read().workbook.title for each in versions]


def kept_in(folder: Path) -> dict[str, bytes]:
    """Every version in a folder of earlier versions, by its name."""
    return {
        each.name: each.read_bytes()
        for each in folder.rglob("r*.partnership")
        if not each.name.startswith(".")
    }
