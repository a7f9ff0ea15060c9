"""Run as a program: the power of a disk is cut while a child works on it, and what is left is looked at.

Arguments: a folder, a file system, what the child does, how many cuts, a seed. Prints one line of JSON: what
went wrong (nothing), and how much was tried; or what this machine lacks. It is started in name spaces of its
own (`unshare`), so that nothing stays mounted, nor running, whatever becomes of it.

The child says on a pipe what was confirmed. It is stopped, not killed: nothing is closed. The disk, an image,
is copied as it is, without what the system still holds in its memory; that is what a cut leaves.
"""

import json
import random
import signal
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.disk_image import KINDS, CannotMount, Kind, copy_as_it_is, make_disk, mounted
from tests.reliability.savers import nothing_synced, rename_in_unsynced_folder, rename_unsynced
from tests.reliability.stopping import child_at
from tests.reliability.work import Creating, Keeping, Saving, SavingAs, Work
from workbook.library.loader import load

LONGEST = 0.3
"""Seconds after the first confirmation within which the power is cut."""

Around = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True)
class Trial:
    """What a child does; `around` changes how the disk is asked, for controls."""

    work: Callable[[], Work]
    around: Around = nullcontext


TRIALS = {
    "save": Trial(Saving),
    "save, and nothing else": Trial(lambda: Saving(alone=True)),
    "create": Trial(Creating),
    "save as": Trial(SavingAs),
    "keep unsaved": Trial(Keeping),
    "rename without sync": Trial(lambda: Saving(rename_unsynced, alone=True)),
    "rename, but no sync of the folder": Trial(lambda: Saving(rename_in_unsynced_folder, alone=True)),
    "save without sync": Trial(Saving, nothing_synced),
    "keep unsaved without sync": Trial(Keeping, nothing_synced),
}


class In:
    """A work, done with something around it."""

    def __init__(self, trial: Trial) -> None:
        self._work, self._around = trial.work(), trial.around
        self.begin, self.faults = self._work.begin, self._work.faults

    def go_on(self, folder: Path, say: Callable[[str, int], None]) -> None:
        with self._around():
            self._work.go_on(folder, say)


def main(folder: Path, kind: Kind, trial: Trial, cuts: int, seed: int) -> dict[str, object]:
    load()
    work, dice = In(trial), random.Random(seed)  # noqa: S311 - moments to cut at, not cryptography
    disk, copy, place = folder / "disk", folder / "copy", folder / "place"
    make_disk(kind, disk)
    with mounted(kind, disk, place):
        work.begin(place)
    wrong: list[str] = []
    tried = done = 0
    while tried < cuts and not wrong:
        with mounted(kind, disk, place), child_at(work, place) as child:
            time.sleep(dice.uniform(0, LONGEST))
            child.send(signal.SIGSTOP)
            child.listen()
            said = dict(child.said)
            copy_as_it_is(disk, copy)
        tried, done = tried + 1, done + child.heard
        copy.replace(disk)  # the next child goes on from what is left, as after a real cut
        try:
            with mounted(kind, disk, place):
                wrong += work.faults(place, said)
        except CannotMount as problem:
            wrong.append(f"the disk cannot be used any more: {problem}")
    return {"wrong": wrong, "cuts": tried, "done": done}


if __name__ == "__main__":
    try:
        told = main(
            Path(sys.argv[1]), KINDS[sys.argv[2]], TRIALS[sys.argv[3]], int(sys.argv[4]), int(sys.argv[5])
        )
    except CannotMount as lack:
        told = {"not run": str(lack)}
    print(json.dumps(told))  # noqa: T201 - its answer
