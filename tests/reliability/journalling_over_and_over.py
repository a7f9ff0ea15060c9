"""Run as a program: children that keep unsaved work are killed at any moment; what comes back is looked at.

Arguments: a folder, how many children to kill, a seed, and which journal: "ours", or one kept "naively".
Prints one line of JSON: what went wrong (nothing), and how much was tried. A child is a fork, because
starting Python takes longer than a hundred edits.
"""

import datetime as dt
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.builders import three_drafts
from workbook.editing import put
from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence import journal
from workbook.persistence.recovery import Copy, LeftOver, UnsavedWork

LONGEST = 0.06
"""Seconds after its first edit within which a child is killed."""

START = three_drafts()
DRAFT = "cold-chain"

Keep = Callable[[Copy], None]


def state(number: int) -> Workbook:
    """The workbook after so many edits: typed texts, another order, a draft more, all gone and back."""
    here = put(START, ("title",), f"edit {number}")
    here = put(here, ("drafts", DRAFT, "name"), "Typed letter by letter"[: number % 22 + 1])
    stakeholders = here.draft(DRAFT).stakeholders
    at = number // 3 % len(stakeholders)
    here = put(here, ("drafts", DRAFT, "stakeholders"), stakeholders[at:] + stakeholders[:at])
    if number % 7 == 3:
        here = here.replace(drafts=(*here.drafts, here.draft(DRAFT).replace(id="another")))
    return here.replace(drafts=()) if number % 31 == 30 else here


def number_of(workbook: Workbook) -> int:
    """How many edits a state says that it has seen."""
    return int(workbook.title.removeprefix("edit "))


def copy_of(number: int) -> Copy:
    return Copy("d1", state(number), None, dt.datetime.now(dt.UTC))


def keep_naively(folder: Path) -> Keep:
    """Write the whole of it in the place of what was there, as one would who has not thought of kills."""
    place = folder / "99999999-d1.unsaved"

    def keep(copy: Copy) -> None:
        told = {"format": journal.FORMAT, "format_version": 1, "document_id": copy.document_id, "base": None}
        body = {"number": 0, "at": copy.kept_at.isoformat(), "state": copy.workbook.model_dump(mode="json")}
        lines = (json.dumps(each).encode() for each in (told, body))
        before = b""
        with place.open("wb") as file:
            for contents in lines:
                before = journal._line(before, contents)  # noqa: SLF001 - it is to fail by how it writes alone
                file.write(before)

    return keep


def keep_forever(keep: Keep, number: int, pipe: int, after_first: Callable[[], object]) -> None:
    """Go on from an edit, and say of each how many are kept."""
    while True:
        keep(copy_of(number))
        os.write(pipe, number.to_bytes(4, "big"))
        after_first()
        after_first = _nothing
        number += 1


def clear_away(mine: UnsavedWork, left: Sequence[LeftOver]) -> None:
    """It is kept anew."""
    for each in left:
        mine.clear_away(each)


def _nothing() -> None:
    pass


def killed(folder: Path, left: Sequence[LeftOver], number: int, dice: random.Random, kind: str) -> int:
    """Let a child keep edits from a number on until it is killed; the last that it said was kept."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            mine = UnsavedWork(folder)
            keep = mine.keep if kind == "ours" else keep_naively(folder)
            keep_forever(keep, number, writing, lambda: clear_away(mine, left))
        finally:
            os._exit(1)
    os.close(writing)
    said = os.read(reading, 4)
    time.sleep(dice.uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 4096):
        said += more
    os.close(reading)
    return int.from_bytes(said[len(said) // 4 * 4 - 4 : len(said) // 4 * 4], "big")


def faults(left: Sequence[LeftOver], kept: int) -> Iterator[str]:
    """What is not as it should be after a kill."""
    for each in left:
        number = number_of(each.copy.workbook)
        if each.copy.workbook != state(number):
            yield f"what came back was never kept: it says {number}"
        if each.is_cut:
            yield f"behind {number} there is more, which cannot be read"
    latest = max((number_of(each.copy.workbook) for each in left), default=None)
    if latest not in (kept, kept + 1):
        yield f"{latest} came back, and {kept} was kept"


def main(folder: Path, kills: int, seed: int, kind: str) -> dict[str, object]:
    load()
    dice = random.Random(seed)  # noqa: S311 - moments to kill at, not cryptography
    left: Sequence[LeftOver] = ()
    wrong: list[str] = []
    kept = edits = 0
    for _ in range(kills):
        journal.EVERY = dice.choice((2, 5, 200))  # in most children it is begun anew more than once
        first = kept + 1
        kept = killed(folder, left, first, dice, kind)
        edits += kept - first + 1
        left = UnsavedWork(folder).left_over()
        wrong += faults(left, kept)
        kept += 1  # the last edit may have been on its way
        strays = [each.name for each in folder.glob(".*")]
        if strays:
            wrong.append(f"{len(strays)} temporary files are left")
    clear_away(UnsavedWork(folder), left)
    if kind == "ours" and list(folder.iterdir()):
        wrong.append("something is left when all is cleared away")
    return {"wrong": wrong, "kills": kills, "edits": edits}


if __name__ == "__main__":
    answer = main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    print(json.dumps(answer))  # noqa: T201 - its answer
