"""The sample, as a file of its own for each test and as a document to change."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.workbook.persistence.earlier import Clock
from workbook.library.loader import load
from workbook.persistence.backups import Backups
from workbook.persistence.format import Document

SAMPLE = Path(__file__).parents[2] / "files" / "v1_sample.partnership"
NOBODY = 65534

Change = Callable[[str, Any], None]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample."""
    return Path(shutil.copy(SAMPLE, tmp_path / "e.partnership"))


@pytest.fixture
def document() -> Document:
    """The sample as if written by hand: nothing vouches for it but the rules."""
    parsed: Document = json.loads(SAMPLE.read_bytes())
    return {**parsed, "sha256": None}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def backups(state: Path, clock: Clock) -> Backups:
    return Backups(state, clock)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The name of a file in a folder of its own."""
    (tmp_path / "work").mkdir()
    return tmp_path / "work" / "e.partnership"


@pytest.fixture
def folder_without_privileges() -> Iterator[Path]:
    """A folder, and a process that obeys permissions: as root every test of them would pass falsely."""
    load()  # afterwards its files may be out of reach
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.name == "nt":
            pytest.skip("Windows has other permissions")
        if os.geteuid() != 0:
            yield folder
            return
        os.chown(folder, NOBODY, NOBODY)
        if not hasattr(os, "setresuid"):
            pytest.skip("needs a user other than root")
        os.setresuid(NOBODY, NOBODY, 0)
        try:
            yield folder
            folder.chmod(0o700)
        finally:
            os.setresuid(0, 0, 0)
