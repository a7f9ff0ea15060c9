"""Damaged files on the command line: one line, status 1, and where an earlier version is if one is kept."""

import json
from pathlib import Path

import pytest

from tests.builders import three_drafts
from tests.reliability.damage import ONCE, SURE_TO_OPEN
from tests.ui.conftest import Type
from ui.filing import backups_of_this_user
from ui.moments import now
from workbook.persistence.reading import read
from workbook.persistence.version import Version
from workbook.persistence.writing import create


@pytest.fixture
def kept(typed: Type, tmp_path: Path) -> Path:
    """A file of which two versions are kept."""
    path = tmp_path / "ours.partnership"
    typed("new", path)
    typed("snapshot", path, "--draft", read(path).workbook.drafts[0].id, "--name", "One")
    return path


def newest(path: Path) -> Version:
    return backups_of_this_user().versions(path)[0]


def way_back(path: Path) -> str:
    kept_at = newest(path).kept_at.astimezone(now().tzinfo)
    return f"an earlier version is kept (revision 2, kept today {kept_at:%H:%M}): see `recover {path}`"


DAMAGED = (
    "empty",
    "zeroed",
    "its end zeroed",
    "an unfinished merge",
    "UTF-16",
    "a word typed into it",
    "rubbish after it",
)


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_file_is_one_line_that_says_where_an_earlier_version_is(
    typed: Type, kept: Path, kind: str
) -> None:
    older, whole = backups_of_this_user().versions(kept)[1].read_bytes(), kept.read_bytes()
    data = ONCE[kind](whole, older)
    kept.write_bytes(data)
    for command in ("show", "analyse"):
        answer = typed(command, kept)
        assert (answer.status, answer.out) == (1, "")
        assert answer.err.count("\n") == 1
        assert answer.err.startswith(f"{kept}: is ")
        assert answer.err.endswith(f"; {way_back(kept)}\n")
    answer = typed("check", kept)
    assert answer.status == 1
    assert answer.out.startswith(f"{kept}: is ")
    assert answer.out.count("\n") == 1
    assert answer.err == f"A{way_back(kept)[1:]}.\n"
    assert kept.read_bytes() == data
    assert typed("recover", kept, "--restore", "1", "--to", kept).status == 0
    assert kept.read_bytes() == whole


def test_a_file_that_is_gone_is_said_to_be_kept_too(typed: Type, kept: Path) -> None:
    kept.unlink()
    answer = typed("show", kept)
    assert answer.err == (f"{kept}: cannot be read: there is no such file or folder; {way_back(kept)}\n")


@pytest.mark.parametrize("kind", DAMAGED)
def test_without_an_earlier_version_nothing_is_promised(typed: Type, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "from_elsewhere.partnership"
    create(path, three_drafts())
    path.write_bytes(ONCE[kind](path.read_bytes(), b"{}\n"))
    for command in ("show", "check"):
        answer = typed(command, path)
        assert answer.status == 1
        assert (answer.out + answer.err).count("\n") == 1
        assert "recover" not in answer.out + answer.err


@pytest.mark.parametrize("kind", sorted(SURE_TO_OPEN))
def test_what_mail_or_git_did_to_line_ends_is_no_problem(typed: Type, example: Path, kind: str) -> None:
    before = typed("show", example, "--json").json
    example.write_bytes(ONCE[kind](example.read_bytes(), b""))
    assert typed("check", example).out == f"{example}: no problems found.\n"
    assert typed("show", example, "--json").json == before


def test_a_file_of_a_newer_program_is_no_reason_to_go_back(typed: Type, kept: Path) -> None:
    plain = json.loads(kept.read_bytes())
    kept.write_text(json.dumps({**plain, "format_version": 2}), "utf-8")
    for command in ("show", "check"):
        answer = typed(command, kept)
        assert answer.status == 1
        assert "recover" not in answer.out + answer.err


def test_a_command_that_fails_for_another_reason_speaks_of_no_earlier_version(
    typed: Type, kept: Path
) -> None:
    assert typed("new", kept).err == f"{kept}: is already there, and a new file never replaces another\n"
