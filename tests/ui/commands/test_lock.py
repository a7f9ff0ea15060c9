"""Commands and a workbook that somebody has open: none writes to it, all that only read go on."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.conftest import Type
from ui.commands import command_names
from ui.folders import Folders
from workbook.model.draft import Draft
from workbook.persistence.holder import Holder, Machine
from workbook.persistence.lock import place_beside, take
from workbook.persistence.reading import read

MILAN = Machine("MILAN-LAPTOP", "0123456789abcdef", "a-start-of-milan")

WRITING = {
    "move": ("{file}", "--draft", "{draft}", "--to", "paused", "--because", "Summer", "--by", "Ana"),
    "snapshot": ("{file}", "--draft", "{draft}", "--name", "Now"),
    "recover": ("{file}", "--restore", "1", "--to", "{file}"),
}
"""The commands that write to a workbook that is there."""

MAKING = {
    "new": ("{new}",),
    "example": ("{new}",),
    "recover": ("{file}", "--restore", "1", "--to", "{new}"),
}
"""Those that make one."""

READING = {
    "show": ("{file}",),
    "check": ("{file}",),
    "analyse": ("{file}",),
    "compare": ("{file}",),
    "diff": ("{file}", "{first}", "{second}"),
    "export": ("{file}", "--to", "{report}"),
    "recover": ("{file}",),
}

OF_NO_FILE = {"cases", "schema"}


@pytest.fixture
def kept(typed: Type, example: Path) -> Path:
    """A file of which an earlier version is kept."""
    assert typed("snapshot", example, "--draft", drafts(example)[0].id, "--name", "Before").status == 0
    return example


def drafts(file: Path) -> tuple[Draft, ...]:
    return read(file).workbook.drafts


def locks() -> Path:
    return Folders.of_this_user().locks


def arguments(pattern: tuple[str, ...], file: Path) -> list[str]:
    known = {
        "file": str(file),
        "draft": drafts(file)[0].id,
        "first": drafts(file)[0].id,
        "second": drafts(file)[1].id,
        "report": str(file.with_suffix(".xlsx")),
        "new": str(file.with_name("new.partnership")),
    }
    return [each.format(**known) for each in pattern]


def test_every_command_is_known_to_write_to_make_or_to_read() -> None:
    assert set(command_names()) == {*WRITING, *MAKING, *READING, *OF_NO_FILE}


@pytest.mark.parametrize("command", WRITING)
def test_what_is_open_elsewhere_is_refused_in_one_line_and_stays_as_it_is(
    typed: Type, kept: Path, command: str
) -> None:
    before = kept.read_bytes()
    with take(kept, locks()) as lock:
        answer = typed(command, *arguments(WRITING[command], kept))
        assert lock.is_still_ours()
    assert (answer.status, answer.out) == (1, "")
    assert re.fullmatch(
        rf"{re.escape(str(kept))}: is open in another window, since \d{{4}}-\d\d-\d\d \d\d:\d\d and was "
        r"left as it is: close it there first, or work on a copy\n",
        answer.err,
    )
    assert kept.read_bytes() == before
    answer = typed(command, *arguments(WRITING[command], kept))
    assert (answer.status, answer.err) == (0, "")
    assert not place_beside(kept).exists()


@pytest.mark.parametrize("command", WRITING)
def test_what_is_open_on_another_computer_is_refused_with_the_name_of_who_has_it(
    typed: Type, kept: Path, command: str
) -> None:
    before = kept.read_bytes()
    theirs = replace(Holder.this_process("window"), person="Anna", machine=MILAN).to_bytes()
    place_beside(kept).write_bytes(theirs)
    answer = typed(command, *arguments(WRITING[command], kept))
    assert (answer.status, answer.out) == (1, "")
    assert "is open on MILAN-LAPTOP (Anna), since" in answer.err
    assert answer.err.endswith("or open it in the window, which can take it over\n")
    assert answer.err.count("\n") == 1
    assert kept.read_bytes() == before
    assert place_beside(kept).read_bytes() == theirs


@pytest.mark.parametrize("command", WRITING)
def test_the_lock_of_a_program_that_was_killed_stops_no_command(
    typed: Type, kept: Path, command: str
) -> None:
    place_beside(kept).write_bytes(replace(Holder.this_process("window"), started="7").to_bytes())
    answer = typed(command, *arguments(WRITING[command], kept))
    assert (answer.status, answer.err) == (0, "")
    assert not place_beside(kept).exists()


@pytest.mark.parametrize("command", MAKING)
def test_a_name_that_somebody_is_about_to_save_to_is_refused(typed: Type, kept: Path, command: str) -> None:
    new = kept.with_name("new.partnership")
    with take(new, locks()):
        answer = typed(command, *arguments(MAKING[command], kept))
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"{new}: is open in another window, since ")
    assert not new.exists()
    assert typed(command, *arguments(MAKING[command], kept)).status == 0
    assert not place_beside(new).exists()


@pytest.mark.parametrize("command", MAKING)
def test_a_file_that_is_there_is_told_as_there_whoever_has_it_open(
    typed: Type, kept: Path, command: str
) -> None:
    new = kept.with_name("new.partnership")
    new.write_bytes(b"somebody's")
    with take(new, locks()):
        answer = typed(command, *arguments(MAKING[command], kept))
    assert answer.status == 1
    assert "is already there" in answer.err
    assert new.read_bytes() == b"somebody's"


@pytest.mark.parametrize("command", READING)
def test_commands_that_read_go_on_while_it_is_open(typed: Type, kept: Path, command: str) -> None:
    expected = typed(command, *arguments(READING[command], kept))
    kept.with_suffix(".xlsx").unlink(missing_ok=True)
    with take(kept, locks()):
        answer = typed(command, *arguments(READING[command], kept))
    assert (answer.status, answer.err) == (expected.status, expected.err)
    assert answer.status == 0
