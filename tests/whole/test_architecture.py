"""The architecture as sentences. The import rules themselves stand in pyproject.toml."""

import importlib
import json
import pkgutil
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from importlinter.cli import lint_imports
from pydantic import Field

from workbook.model.record import Record

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("workbook", "exports", "ui")
MODULES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]

SAYS_NOTHING = {"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
LONGEST_MODULE = 400

QT, NUMPY, SPREADSHEETS = {"PySide6", "shiboken6"}, {"numpy"}, {"openpyxl", "xlsxwriter"}


def test_imports_go_one_way(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out


def packages_loaded_by(module: str) -> set[str]:
    """What a fresh interpreter has imported once it knows the module."""
    code = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
    started = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert started.returncode == 0, started.stderr
    return {name.partition(".")[0] for name in json.loads(started.stdout)}


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("workbook", QT | NUMPY | SPREADSHEETS),
        ("exports", QT | NUMPY),
        ("ui.cli", QT | NUMPY | SPREADSHEETS),
    ],
)
def test_what_slows_the_start_is_not_loaded_until_it_is_needed(module: str, unwanted: set[str]) -> None:
    loaded = packages_loaded_by(module)
    assert module.partition(".")[0] in loaded
    assert not loaded & unwanted


def records() -> list[type[Record]]:
    """Every record of the model."""
    model = importlib.import_module("workbook.model")
    for module in pkgutil.walk_packages(model.__path__, "workbook.model."):
        importlib.import_module(module.name)

    def below(record: type[Record]) -> Iterator[type[Record]]:
        for heir in record.__subclasses__():
            yield heir
            yield from below(heir)

    return sorted(
        {record for record in below(Record) if record.__module__.startswith("workbook.model.")},
        key=lambda record: record.__qualname__,
    )


def could_be_changed(annotation: object) -> bool:
    """Whether a value of this type can be, or can hold, a list, dictionary or set."""
    kind = get_origin(annotation) or annotation
    mutable = (bytearray, deque, dict, list, set)
    return (
        kind is Any
        or (isinstance(kind, type) and any(issubclass(one, kind) or issubclass(kind, one) for one in mutable))
        or any(could_be_changed(part) for part in get_args(annotation))
    )


@pytest.mark.parametrize(
    "annotation", [list[int], Sequence[int], dict[str, int] | None, tuple[set[int], ...], Any]
)
def test_a_type_that_lets_in_a_list_is_seen_through(annotation: object) -> None:
    assert could_be_changed(annotation)


@pytest.mark.parametrize(
    "annotation", [str, date | None, tuple[str, ...], Annotated[int, Field(ge=0)], Literal["a"]]
)
def test_a_type_of_fixed_values_is_let_through(annotation: object) -> None:
    assert not could_be_changed(annotation)


@pytest.mark.parametrize("record", records(), ids=lambda record: record.__qualname__)
def test_a_record_holds_nothing_that_can_change(record: type[Record]) -> None:
    assert record.model_config.get("frozen") is True
    fields = {name: field.annotation for name, field in record.model_fields.items()}
    assert {name: kind for name, kind in fields.items() if could_be_changed(kind)} == {}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_named_after_what_it_is_for_and_short_enough_to_read(path: Path) -> None:
    assert not {path.stem, path.parent.name} & SAYS_NOTHING
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE
