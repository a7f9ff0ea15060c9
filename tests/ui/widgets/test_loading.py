"""The pieces are loaded when they are asked for, so that the first window comes up soon."""

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("package", ["ui.widgets", "ui.widgets.painting"])
def test_every_piece_that_is_offered_is_there(package: str) -> None:
    module = importlib.import_module(package)
    assert all(getattr(module, name) is not None for name in module.__all__)


def test_a_piece_that_is_not_there_is_named() -> None:
    with pytest.raises(ImportError, match="Unicorn"):
        exec("from ui.widgets import Unicorn")  # noqa: S102 - as a page would


def test_the_look_loads_neither_models_nor_drawings() -> None:
    code = "import json, sys, ui.theme.look, ui.widgets.button; print(json.dumps(sorted(sys.modules)))"
    started = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    loaded = set(json.loads(started.stdout))
    assert not loaded & {"pydantic", "workbook", "PySide6.QtSvg", "fractions", "ui.widgets.popover"}
