"""What the tests of the command line share: typing a command, and an example to type it on."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from tests.builders import THREE_DRAFTS
from ui.cli import main


@dataclass(frozen=True)
class Typed:
    """What came of typing a command."""

    status: int
    out: str
    err: str

    @property
    def flat(self) -> str:
        """stdout with its line breaks and indents undone, so that a sentence can be looked for."""
        return " ".join(self.out.split())

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command answered
        return json.loads(self.out)


Type = Callable[..., Typed]


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Type:
    monkeypatch.setenv("COLUMNS", "110")

    def type_command(*arguments: object) -> Typed:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Typed(status, said.out, said.err)

    return type_command


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A file with three drafts."""
    return Path(copyfile(THREE_DRAFTS, tmp_path / "e.partnership"))
