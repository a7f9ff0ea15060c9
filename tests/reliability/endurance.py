"""Run as a program: long work on one file, the program killed again and again, compared with a plain model.

Arguments: a folder, how many deeds, a seed, and a way of working (`ours`, or one of the naive ones). Prints
one line of JSON: what went wrong (nothing), and how much was tried. The program that works is a fork, because
starting Python takes longer than a hundred saves.
"""

import json
import os
import random
import select
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.reliability.enduring import WAYS, Way, begin, versions, work
from tests.reliability.plain_model import Deed, Plain, done, random_deed, under_way
from workbook.library.loader import load
from workbook.persistence.problems import FileProblem
from workbook.persistence.thinning import MOST

LONGEST = 0.03
"""Seconds within which a program is killed, from its start or from its first deed."""
MOST_DEEDS = 60
"""A program that was not killed by then has done what it was told to, and is killed while it waits."""
SOON = 0.15
"""Of so many it is not even waited for that they have started."""
PATIENCE = 60.0


class Said(NamedTuple):
    """What a program said until it was killed."""

    found: dict[str, Any] | None
    """In its window and in the file, when it had started; None: it had not."""
    confirmed: int
    """How many deeds it said were done."""
    fault: str = ""


def main(folder: Path, most: int, seed: int, way: Way) -> dict[str, object]:
    load()
    dice = random.Random(seed)  # noqa: S311 - deeds and moments, not cryptography
    content = begin(folder)
    possible: Sequence[Plain] = (Plain(content, content, 1),)
    seen: set[str] = set()
    wrong: list[str] = []
    deeds = kills = saves = 0
    saved = 1  # the last revision of which the program said that it is saved
    unfinished = 0  # saves that may have been killed since then
    while deeds < most and not wrong:
        batch = [random_deed(dice) for _ in range(dice.randrange(1, MOST_DEEDS))]
        program = _killed(folder, way, batch, dice)
        kills += 1
        unfinished += 1
        if program.fault:
            wrong.append(program.fault)
        elif program.found is not None:
            start = next((each for each in possible if each.is_what(program.found)), None)
            if start is None:
                wrong.append(f"found {program.found}, expected one of {possible}")
                break
            possible = _after(start.begun_anew(), batch, program.confirmed)
            deeds += program.confirmed
            new = sum(deed.kind.startswith("save") for deed in batch[: program.confirmed])
            saves += new
            if new:
                saved, unfinished = start.revision + new, 1
        if way.keeps_versions:
            wrong += _faults_in_versions(folder, saved, unfinished, seen)
    return {"wrong": wrong, "deeds": deeds, "kills": kills, "saves": saves}


def _after(plain: Plain, batch: Sequence[Deed], confirmed: int) -> tuple[Plain, ...]:
    """What may be there when so many deeds were confirmed: the next one may have been under way."""
    for deed in batch[:confirmed]:
        plain = done(plain, deed)
    return under_way(plain, batch[confirmed]) if confirmed < len(batch) else (plain,)


def _killed(folder: Path, way: Way, batch: Sequence[Deed], dice: random.Random) -> Said:
    """Let a program begin from what is there, and work until it is killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(folder, way, batch, writing)
            signal.pause()
        except BaseException:  # noqa: BLE001 - a fork must end here, whatever it raised
            os.write(writing, json.dumps({"fault": traceback.format_exc()}).encode("ascii") + b"\n")
        finally:
            os._exit(1)
    os.close(writing)
    if dice.random() > SOON:
        select.select([reading], [], [], PATIENCE)
    time.sleep(dice.uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    said = b""
    while more := os.read(reading, 65536):
        said += more
    os.close(reading)
    lines = [json.loads(line) for line in said.split(b"\n")[:-1]]
    if lines and "fault" in lines[-1]:
        return Said(None, 0, lines[-1]["fault"])
    return Said(lines[0], len(lines) - 1) if lines else Said(None, 0)


def _faults_in_versions(folder: Path, saved: int, unfinished: int, seen: set[str]) -> Iterator[str]:
    """What is not as it should be among the earlier versions, once it said it saved this revision."""
    there = versions(folder)
    if not there or there[0].revision < saved:
        yield f"revision {saved} was saved, but it is not among the versions"
    if len(there) > MOST + 2 * unfinished:  # the next save that is finished lets go of what is too much
        yield f"there are {len(there)} versions"
    for version in there:
        try:
            version.read_bytes()
            if version.place.name not in seen:
                version.read()
                seen.add(version.place.name)
        except FileProblem as problem:
            yield f"an earlier version does not open: {problem}"


if __name__ == "__main__":
    given = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), WAYS[sys.argv[4]]
    print(json.dumps(main(*given)))  # noqa: T201 - its answer
