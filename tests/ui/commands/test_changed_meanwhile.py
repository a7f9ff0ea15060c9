"""A command whose file is changed between reading and saving says so in one line, and leaves it as it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.conftest import Type
from ui.commands import move, snapshot
from workbook.persistence.reading import Opened, read
from workbook.persistence.writing import write

COMMANDS = {
    "move": (move, ("--to", "paused", "--because", "Summer", "--by", "Ana")),
    "snapshot": (snapshot, ("--name", "Now")),
}


def second_writer(path: Path) -> None:
    opened = read(path)
    write(path, opened.workbook.replace(title="Theirs"), opened.head)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("deed", "words"),
    [
        (second_writer, "was changed by another program"),
        (emptied, "was changed by another program and cannot be opened any more"),
        (Path.unlink, "is no longer there"),
    ],
    ids=["changed", "emptied", "gone"],
)
def test_the_file_stays_as_the_other_program_left_it(  # noqa: PLR0913 - fixtures
    command: str,
    deed: Callable[[Path], object],
    words: str,
    *,
    typed: Type,
    example: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module, more = COMMANDS[command]
    draft = read(example).workbook.drafts[0].id
    theirs: list[bytes] = []

    def read_then_changed(path: Path) -> Opened:
        opened = read(path)
        deed(path)
        theirs.extend([path.read_bytes()] if path.exists() else [])
        return opened

    monkeypatch.setattr(module, "read", read_then_changed)
    said = typed(command, example, "--draft", draft, *more)
    assert said.status == 1
    assert said.err == f"{example}: {words}; nothing was saved over it\n"
    assert ([example.read_bytes()] if example.exists() else []) == theirs
