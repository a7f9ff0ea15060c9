"""The Qt binding we allow must not lose references; pyproject.toml says which do."""

import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(name="allowed")
def allowed_qt_bindings() -> SpecifierSet:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    requirements = [Requirement(text) for text in project["dependencies"]]
    return next(one.specifier for one in requirements if one.name == "PySide6-Essentials")


def test_a_call_that_returns_nothing_leaves_the_references_to_none_alone(qtbot: "QtBot") -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    calls = 2_000
    before = sys.getrefcount(None)
    for _ in range(calls):
        label.setStatusTip("")
    lost = before - sys.getrefcount(None)
    assert abs(lost) < calls // 10


@pytest.mark.parametrize("version", ["6.12.0", "6.12.1", "6.13.0"])
def test_bindings_that_crash_python_3_11_are_excluded(version: str, allowed: SpecifierSet) -> None:
    assert not allowed.contains(version)


@pytest.mark.parametrize("version", ["6.8.3", "6.10.3", "6.11.3"])
def test_bindings_that_are_sound_are_allowed(version: str, allowed: SpecifierSet) -> None:
    assert allowed.contains(version)


def test_the_locked_binding_is_an_allowed_one(allowed: SpecifierSet) -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    locked = re.findall(r"^pyside6-essentials==(\S+)", lock, flags=re.MULTILINE)
    assert locked
    assert all(allowed.contains(version) for version in locked)
