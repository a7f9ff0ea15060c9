"""Days of work in one go: the program killed again and again, and never a confirmed thing lost."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.figures import Figures

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("endurance.py")
SEED = 20190618
EVERY, FEW = 10_000, 200

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


def endured(folder: Path, deeds: int, way: str) -> dict[str, Any]:
    """What came of so many deeds."""
    run = subprocess.run(
        [sys.executable, PROGRAM, folder, str(deeds), str(SEED), way],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


@pytest.mark.parametrize(
    "deeds", [FEW, pytest.param(EVERY, marks=[pytest.mark.long, pytest.mark.timeout(1800)])]
)
def test_edits_undos_and_saves_with_kills_between_leave_what_a_plain_model_says(
    tmp_path: Path, deeds: int, figures: Figures
) -> None:
    answer = endured(tmp_path, deeds, "ours")

    assert answer["wrong"] == []
    assert answer["deeds"] >= deeds
    assert answer["kills"] > deeds / 60
    assert answer["saves"] > 0
    figures.tell(
        "Edits, undos, redos, saves and reloads, with kills between",
        tried=answer["deeds"],
        what="deeds",
        lost=len(answer["wrong"]),
        beside=f"{answer['kills']:,} kills, {answer['saves']:,} saves",
    )


def test_a_program_that_keeps_some_of_its_edits_only_fails_the_same_check(tmp_path: Path) -> None:
    answer = endured(tmp_path, FEW, "keeps one edit of three")

    (wrong,) = answer["wrong"]
    assert wrong.startswith("found ")


def test_a_program_that_saves_in_place_fails_the_same_check(tmp_path: Path) -> None:
    answer = endured(tmp_path, 20 * FEW, "saves in place")

    (wrong,) = answer["wrong"]
    assert "Damaged" in wrong or wrong.startswith("found ")
