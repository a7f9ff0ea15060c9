"""Run as a program: children that save over and over are killed at any moment; what is left is looked at.

Arguments: a folder, how many children to kill, a seed. Prints one line of JSON: what went wrong (nothing),
and how much was tried. A child is a fork, because starting Python takes longer than a hundred saves.
"""

import datetime as dt
import json
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.problems import FileProblem
from workbook.persistence.reading import read
from workbook.persistence.thinning import MOST, to_drop
from workbook.persistence.writing import create, write

LONGEST = 0.012
"""Seconds after its first save within which a child is killed."""


def save_forever(path: Path, backups: Backups, pipe: int) -> None:
    opened = read(path)
    head = opened.head
    while True:
        title = f"revision {head.revision + 1}"
        done = write(path, opened.workbook.replace(title=title), head, backups=backups)
        head = done.head
        os.write(pipe, head.revision.to_bytes(4, "big"))


def killed(path: Path, backups: Backups, dice: random.Random) -> int:
    """Let a child save until it is killed; the last revision that it said was saved."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            save_forever(path, backups, writing)
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


def faults(path: Path, backups: Backups, confirmed: int) -> Iterator[str]:
    """What is not as it should be after a kill."""
    try:
        opened = read(path)
    except FileProblem as problem:
        yield f"the file does not open: {problem}"
        return
    if not confirmed <= opened.head.revision <= confirmed + 1:
        yield f"the file is revision {opened.head.revision}, confirmed was {confirmed}"
    versions = backups.versions(path)
    for version in versions:
        try:
            title = version.read().workbook.title
        except FileProblem as problem:
            yield f"a version does not open: {problem}"
            continue
        if title != f"revision {version.revision}":
            yield f"version {version.revision} says {title}"
    if not versions or versions[0].revision < confirmed:
        yield f"the save of revision {confirmed} was confirmed, and it is not among the versions"
    if len(versions) > MOST + 1:
        yield f"there are {len(versions)} versions"


def main(folder: Path, kills: int, seed: int) -> dict[str, object]:
    load()
    path, state = folder / "e.partnership", folder / "state"
    backups = Backups(state, lambda: dt.datetime.now(dt.UTC))
    dice = random.Random(seed)  # noqa: S311 - moments to kill at, not cryptography
    create(path, Workbook(title="revision 1"), backups=backups)
    wrong: list[str] = []
    confirmed = 1
    for _ in range(kills):
        confirmed = killed(path, backups, dice)
        wrong += faults(path, backups, confirmed)
        stray = [each for each in folder.rglob(".*") if each.is_file()]
        if len(stray) > 1:
            wrong.append(f"{len(stray)} temporary files are left")
        for each in stray:
            if each.parent == folder:  # beside the file: the next start of the program clears them away
                each.unlink()
    opened = read(path)
    write(path, opened.workbook.replace(title="last"), opened.head, backups=backups)
    versions = backups.versions(path)
    if to_drop(versions) or [each for each in state.rglob(".*") if each.is_file()]:
        wrong.append("a save that was not killed left something to tidy up")
    return {"wrong": wrong, "kills": kills, "saves": confirmed, "versions": len(versions)}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201 - its answer
