"""Killed at any moment while edits are journalled: every edit that was kept comes back, and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.figures import Figures, not_run

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("journalling_over_and_over.py")
SEED = 20190618
EVERY, FEW = 300, 20


def journalled(folder: Path, kills: int, kind: str) -> dict[str, Any]:
    """What a program tells that journals over and over and is killed so many times."""
    if not hasattr(os, "fork"):
        not_run("this system does not fork")
    done = subprocess.run(
        [sys.executable, PROGRAM, folder, str(kills), str(SEED), kind],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    answer: dict[str, Any] = json.loads(done.stdout)
    assert answer["kills"] == kills
    return answer


@pytest.mark.parametrize(
    "kills", [FEW, pytest.param(EVERY, marks=[pytest.mark.long, pytest.mark.timeout(900)])]
)
def test_every_edit_that_was_kept_comes_back(tmp_path: Path, figures: Figures, kills: int) -> None:
    answer = journalled(tmp_path, kills, "ours")
    assert answer["wrong"] == []
    assert answer["edits"] > kills
    figures.tell(
        "Killed at any moment while edits are journalled",
        tried=kills,
        what="kills",
        lost=len(answer["wrong"]),
        beside=f"{answer['edits']:,} edits",
    )


def test_a_journal_that_is_written_in_place_fails_the_same_test(tmp_path: Path) -> None:
    answer = journalled(tmp_path, FEW, "naively")
    assert any("came back, and" in each for each in answer["wrong"])
