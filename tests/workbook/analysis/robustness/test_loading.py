"""Numpy costs a tenth of a second: it is loaded when a simulation is asked for, and not before."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
IMPORT_ALL_OF_THE_ANALYSIS = """
import importlib, pkgutil
import workbook.analysis as analysis
for module in pkgutil.walk_packages(analysis.__path__, "workbook.analysis."):
    if module.name.rpartition(".")[2] not in {"arrays", "ranking", "simulation"}:
        importlib.import_module(module.name)
"""
ASK = """
from workbook.analysis.robustness.answer import robustness
from workbook.model.draft import Draft
from workbook.model.workbook import RobustnessSettings
robustness(Draft(id="d"), RobustnessSettings())
"""


def loads_numpy(code: str) -> bool:
    program = f"import json, sys\n{code}\nprint(json.dumps('numpy' in sys.modules))"
    started = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert started.returncode == 0, started.stderr
    answer: bool = json.loads(started.stdout)
    return answer


@pytest.mark.parametrize(
    "code", ["import workbook.analysis", IMPORT_ALL_OF_THE_ANALYSIS, "import ui.cli", "import exports"]
)
def test_importing_does_not_load_numpy(code: str) -> None:
    assert not loads_numpy(code)


def test_asking_does() -> None:
    assert loads_numpy(ASK)
