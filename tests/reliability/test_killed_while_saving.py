"""The program is killed at any moment: nothing confirmed is lost, nothing half is left."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.figures import Figures, not_run

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("kill_children.py")
SEED = 20190618

TITLES = {
    "save": "Killed at any moment of a save",
    "create": "Killed at any moment of a first save",
    "save as": "Killed at any moment of a save in place of another document",
    "upgrade": "Killed at any moment of the first save of a file of an older format",
    "keep unsaved": "Killed at any moment of keeping unsaved work",
}
FEW = {"save": 20, "create": 8, "save as": 8, "upgrade": 8, "keep unsaved": 8}
MANY = {"save": 1000, "create": 200, "save as": 200, "upgrade": 200, "keep unsaved": 300}
FOR_A_CONTROL = 200


def many(name: str, kills: int) -> Any:  # noqa: ANN401 - pytest keeps the type of its parameters to itself
    return pytest.param(name, kills, marks=[pytest.mark.long, pytest.mark.timeout(1800)])


@pytest.mark.parametrize(
    ("name", "kills"), [*FEW.items(), *(many(name, kills) for name, kills in MANY.items())]
)
def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path, figures: Figures, name: str, kills: int) -> None:
    answer = after_kills(tmp_path, name, kills)
    assert answer["wrong"] == []
    assert answer["kills"] == kills
    assert answer["done"] >= kills
    beside = f"{answer['done']:,} times confirmed before"
    figures.tell(TITLES[name], tried=kills, what="kills", lost=0, beside=beside)


def test_a_saver_that_writes_in_place_does_not_survive_it(tmp_path: Path) -> None:
    (fault,) = after_kills(tmp_path, "save in place", FOR_A_CONTROL)["wrong"]
    assert "the file does not open" in fault


def test_a_saver_that_makes_room_for_versions_first_does_not_survive_it(tmp_path: Path) -> None:
    faults = after_kills(tmp_path, "make room first", FOR_A_CONTROL)["wrong"]
    assert any("of the last versions only these are there" in fault for fault in faults)


def after_kills(folder: Path, name: str, kills: int) -> dict[str, Any]:
    """What was found after so many kills, or after the first that did harm."""
    if not hasattr(os, "fork"):
        not_run("needs a system on which a process can be copied (fork)")
    done = subprocess.run(
        [sys.executable, PROGRAM, folder, name, str(kills), str(SEED)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
