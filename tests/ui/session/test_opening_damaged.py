"""Damaged files in the window: what only looks damaged opens; what is damaged is told, and left as it is."""

import json
from pathlib import Path

import pytest

from tests.reliability.damage import ONCE, SURE_TO_OPEN, unfinished_merge
from tests.ui.session.conftest import Desk
from workbook.persistence.reading import read


@pytest.fixture
def saved_before(desk: Desk, file: Path) -> Path:
    """A file that was saved here twice; a new workbook is open by now."""
    desk.session.open(file)
    for title in ("One", "Two"):
        desk.title(title)
        desk.save()
    desk.session.new()
    return file


def folder(file: Path) -> dict[str, bytes]:
    """What is there, apart from the sign that a program has the file open."""
    files = [each for each in file.parent.iterdir() if each.is_file() and each.suffix != ".lock"]
    return {each.name: each.read_bytes() for each in files}


def is_let_go_of(file: Path) -> bool:
    return not file.with_name(f".{file.name}.lock").exists()


@pytest.mark.parametrize("kind", sorted(SURE_TO_OPEN))
def test_what_mail_or_git_did_to_line_ends_is_no_reason_to_ask(
    desk: Desk, saved_before: Path, kind: str
) -> None:
    workbook, whole = read(saved_before).workbook, saved_before.read_bytes()
    saved_before.write_bytes(ONCE[kind](whole, whole))
    before = folder(saved_before)
    assert desk.session.open(saved_before)
    assert desk.document.workbook == workbook
    assert not desk.session.is_modified
    assert folder(saved_before) == before
    desk.title("Three")
    desk.save()
    assert (desk.dialogs.asked, desk.dialogs.told) == ([], [])
    assert read(saved_before).workbook.title == "Three"
    assert b"\r" not in saved_before.read_bytes()


def test_an_unfinished_merge_is_told_as_such_and_the_newest_version_offered(
    desk: Desk, saved_before: Path
) -> None:
    whole = saved_before.read_bytes()
    saved_before.write_bytes(unfinished_merge(whole, whole.replace(b'"Two"', b'"Theirs"')))
    before = folder(saved_before)
    desk.dialogs.will("damaged", "earlier")
    assert desk.session.open(saved_before)
    ((_, about),) = desk.dialogs.asked
    assert isinstance(about, tuple)
    assert about[0].startswith("“e.partnership” is damaged: it holds the marks of an unfinished merge of two")
    assert desk.session.title == "Two"
    assert (desk.session.path, desk.session.is_modified) == (None, True)
    assert folder(saved_before) == before
    desk.bot.waitUntil(lambda: is_let_go_of(saved_before))


@pytest.mark.parametrize("way", ["cancel", "earlier"])
def test_whatever_is_answered_the_damaged_file_stays_as_it_is(
    desk: Desk, saved_before: Path, way: str
) -> None:
    saved_before.write_bytes(saved_before.read_bytes()[:700])
    before = folder(saved_before)
    desk.dialogs.will("damaged", way)
    assert desk.session.open(saved_before) is (way == "earlier")
    assert folder(saved_before) == before
    desk.bot.waitUntil(lambda: is_let_go_of(saved_before))


def test_a_file_of_a_newer_program_is_told_of_and_nothing_is_offered(desk: Desk, saved_before: Path) -> None:
    plain = json.loads(saved_before.read_bytes())
    saved_before.write_text(json.dumps({**plain, "format_version": 2, "app_version": "7.0"}), "utf-8")
    before = folder(saved_before)
    assert not desk.session.open(saved_before)
    (told,) = desk.dialogs.told
    assert "was written by version “7.0” of the program" in told
    assert desk.dialogs.asked == []
    assert folder(saved_before) == before
    desk.bot.waitUntil(lambda: is_let_go_of(saved_before))
