"""The power of the disk is cut while it is written to: what was confirmed is there afterwards, and whole.

On Linux, with the right to mount. File systems that cannot be made on this machine are told as not run.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from tests.figures import Figures, not_run
from tests.reliability.disk_image import KINDS

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("cut_power.py")
SEED = 20190618
APART = ("unshare", "--mount", "--pid", "--fork", "--kill-child")
"""In name spaces of its own: whatever becomes of it, nothing stays mounted and nothing goes on running."""

FEW, MANY = 2, 50
FOR_A_CONTROL = 40
TITLES = {
    "save": "Power cut during saves, with versions and unsaved work on the same disk",
    "save, and nothing else": "Power cut during saves, of the file alone",
    "create": "Power cut during first saves",
    "save as": "Power cut during saves in place of another document",
    "keep unsaved": "Power cut while unsaved work is kept",
}
NAIVE = {
    "rename without sync": "the file is at",
    "rename, but no sync of the folder": "the file is at",
    "save without sync": "the file is at",
    "keep unsaved without sync": "was kept, the file is at",
}

OTHERS = [pytest.param(kind, marks=[pytest.mark.long]) for kind in KINDS if kind != "ext4"]


@pytest.mark.parametrize(
    ("kind", "cuts"),
    [
        ("ext4", FEW),
        *(pytest.param(kind, MANY, marks=[pytest.mark.long, pytest.mark.timeout(900)]) for kind in KINDS),
    ],
)
@pytest.mark.parametrize("trial", TITLES)
def test_a_power_cut_loses_nothing_that_was_confirmed(
    tmp_path: Path, figures: Figures, kind: str, trial: str, cuts: int
) -> None:
    answer = after_cuts(tmp_path, kind, trial, cuts)
    assert answer["wrong"] == []
    assert answer["cuts"] == cuts
    assert answer["done"] >= cuts
    beside = f"{answer['done']:,} times confirmed before"
    figures.tell(f"{TITLES[trial]}: {kind}", tried=cuts, what="cuts", lost=0, beside=beside)


@pytest.mark.parametrize("kind", ["ext4", *OTHERS])
@pytest.mark.parametrize("trial", NAIVE)
def test_a_saver_that_does_not_wait_for_the_disk_does_not_survive_it(
    tmp_path: Path, kind: str, trial: str
) -> None:
    faults = after_cuts(tmp_path, kind, trial, FOR_A_CONTROL)["wrong"]
    assert any(NAIVE[trial] in fault for fault in faults), faults


def after_cuts(folder: Path, kind: str, trial: str, cuts: int) -> dict[str, Any]:
    """What was found after so many cuts, or after the first that did harm."""
    if (
        which(APART[0]) is None
        or subprocess.run([*APART, "true"], capture_output=True, check=False).returncode
    ):
        not_run("needs Linux, and a user who may mount a disk")
    done = subprocess.run(
        [*APART, sys.executable, PROGRAM, folder, kind, trial, str(cuts), str(SEED)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    answer: dict[str, Any] = json.loads(done.stdout)
    if "not run" in answer:
        not_run(f"{kind}: {answer['not run']}")
    return answer
