"""Run as a program: children at work are killed at any moment, and what is left is looked at.

Arguments: a folder, what the children do, how many to kill, a seed. Prints one line of JSON: what went wrong
(nothing), and how much was tried. A child is a fork, because starting Python takes as long as many saves.
"""

import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.reliability.places import FILE, backups_in
from tests.reliability.savers import in_place, room_first
from tests.reliability.stopping import child_at
from tests.reliability.work import Creating, Keeping, Saving, SavingAs, Upgrading, Work
from workbook.library.loader import load
from workbook.persistence.reading import read
from workbook.persistence.thinning import to_drop
from workbook.persistence.writing import write

LONGEST = 2.0
"""Within which a child is killed after its first save, counted in how long that took."""

WORKS: dict[str, Callable[[], Work]] = {
    "save": Saving,
    "create": Creating,
    "save as": SavingAs,
    "upgrade": Upgrading,
    "keep unsaved": Keeping,
    "save in place": lambda: Saving(in_place, alone=True),
    "make room first": lambda: Saving(room_first),
}


def main(folder: Path, name: str, kills: int, seed: int) -> dict[str, object]:
    load()
    work, dice = WORKS[name](), random.Random(seed)  # noqa: S311 - moments to kill at, not cryptography
    work.begin(folder)
    wrong: list[str] = []
    tried = done = 0
    while tried < kills and not wrong:
        with child_at(work, folder) as child:
            time.sleep(child.pace * dice.uniform(0, LONGEST))
        tried, done = tried + 1, done + child.heard
        wrong += work.faults(folder, child.said)
        wrong += _litter(folder)
    if not wrong and isinstance(work, Saving):
        wrong += _left_to_tidy(folder)
    return {"wrong": wrong, "kills": tried, "done": done}


def _litter(folder: Path) -> Iterator[str]:
    """A kill may leave one temporary file beside the user's."""
    stray = [each for each in folder.iterdir() if each.is_file() and each.name.startswith(".")]
    if len(stray) > 1:
        yield f"{len(stray)} temporary files are left beside the file"
    for each in stray:
        each.unlink()


def _left_to_tidy(folder: Path) -> Iterator[str]:
    """A save that is not killed clears away what others left, and lets go of what is not needed."""
    opened = read(folder / FILE)
    write(folder / FILE, opened.workbook, opened.head, backups=backups_in(folder))
    if to_drop(backups_in(folder).versions(folder / FILE)):
        yield "a save that was not killed left versions that are not needed"
    if [each for each in (folder / "state" / "backups").rglob(".*") if each.is_file()]:
        yield "a save that was not killed left temporary files among the versions"


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))  # noqa: T201 - its answer
