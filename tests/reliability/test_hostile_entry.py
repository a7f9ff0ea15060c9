"""Odd texts where people enter them: pasted and typed in the window, or given to a command."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.reliability.odd_texts import HALVES, ODD, has_halves
from tests.ui.conftest import Type, example, typed  # noqa: F401 - fixtures
from tests.whole.window import Opened, one_empty_draft, open_window, settle, type_letter, wait_until
from ui.forms.add_line import AddLine
from ui.forms.fields import ProseField, TextField
from ui.pages.scores.table import ScoreTable
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read

ROOT = Path(__file__).resolve().parents[2]
CONTROL = Qt.KeyboardModifier.ControlModifier
MEGABYTE = 2**20


@pytest.fixture(autouse=True)
def disk_in_no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many saves, and nothing is asked about the disk."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


# ------------------------------------------------------------------------------------------------- the window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opened:
    return open_window(qtbot, tmp_path, one_empty_draft())


def to_clipboard(text: str | bytes) -> None:
    """Put a text, or bytes that call themselves one, on the clipboard."""
    data = QMimeData()
    data.setText(text) if isinstance(text, str) else data.setData("text/plain", text)
    QGuiApplication.clipboard().setMimeData(data)


def paste(opened: Opened) -> None:
    QTest.keyClick(opened.in_hand, Qt.Key.Key_V, CONTROL)
    settle()


def save(opened: Opened, path: Path) -> Workbook:
    """Save, and read what is in the file then."""
    opened.answers.saves = [path]
    assert opened.session.save()
    wait_until(lambda: not opened.session.is_saving)
    assert opened.answers.told == []
    assert not [each for each in opened.answers.asked if each.startswith("failed save")]
    assert not opened.session.is_modified
    return read(path).workbook


PASTED: tuple[str | bytes, ...] = (
    *ODD.values(),
    *HALVES,
    b"a\xed\xa0\x80b",  # half a character, written as UTF-8 would write it
    b"a\xff\xfe\x00b",
    "x" * 5000,
)


def texts(opened: Opened) -> set[str]:
    """What the workbook and its draft say about themselves in the document."""
    workbook, draft = opened.document.workbook, opened.document.draft
    assert draft is not None
    said = (workbook, workbook.workshop, draft, draft.framing)
    return {value for each in said for _, value in each if isinstance(value, str)}


@pytest.mark.parametrize("kind", [ProseField, TextField])
def test_whatever_is_pasted_into_the_framing_is_in_the_document_and_in_the_file(
    opened: Opened, tmp_path: Path, kind: type[ProseField | TextField]
) -> None:
    opened.go_to("framing")
    field = opened.find(kind)
    for number, text in enumerate(PASTED):
        field.show_value("")
        field.setFocus()
        to_clipboard("before")
        paste(opened)
        field.selectAll()
        to_clipboard(text)
        paste(opened)
        assert not has_halves(field.value())
        assert field.value() in texts(opened)
        if isinstance(text, str) and text.isprintable():
            assert field.value() == "".join(sign for sign in text if not has_halves(sign))
        if number % 5 == 0:
            assert save(opened, tmp_path / "e.partnership") == opened.document.workbook
    assert save(opened, tmp_path / "e.partnership") == opened.document.workbook


def test_half_a_character_from_a_keyboard_does_not_enter(opened: Opened, tmp_path: Path) -> None:
    opened.go_to("framing")
    field = opened.find(ProseField)
    field.setFocus()
    for letter in "a\ud83db\udea2c":
        type_letter(field, letter)
    assert field.toPlainText() == "abc"
    assert save(opened, tmp_path / "e.partnership") == opened.document.workbook


def test_a_list_pasted_with_odd_signs_becomes_rows_that_can_be_saved(opened: Opened, tmp_path: Path) -> None:
    opened.go_to("stakeholders")
    line = opened.find(AddLine)
    line.setFocus()
    to_clipboard("\n".join(f"{number} {text}\tbusiness" for number, text in enumerate(ODD.values())))
    paste(opened)
    draft = opened.document.draft
    assert draft is not None
    assert len(draft.stakeholders) >= len(ODD)
    assert save(opened, tmp_path / "e.partnership") == opened.document.workbook


def test_a_paste_of_a_megabyte_arrives_whole(opened: Opened, tmp_path: Path) -> None:
    opened.go_to("framing")
    field = opened.find(ProseField)
    field.setFocus()
    text = "A paragraph of the report.\n" * (MEGABYTE // 27)
    to_clipboard(text)
    paste(opened)
    assert field.toPlainText() == text
    workbook = save(opened, tmp_path / "e.partnership")
    assert workbook == opened.document.workbook
    assert json.dumps(text)[1:-1] in (tmp_path / "e.partnership").read_text(encoding="utf-8")


NO_NUMBERS = (
    "NaN",
    "Infinity",
    "-inf",
    "1e400",
    "9" * 5000,
    "1e308",
    "\x00",
    "2\x001",
    "half \ud800",
    "1_0",
    "",
)


def test_a_score_that_is_pasted_is_a_score_or_nothing_changes(qtbot: QtBot, tmp_path: Path) -> None:
    opened = open_window(qtbot, tmp_path, three_drafts())
    opened.go_to("scores")
    table = opened.find(ScoreTable)
    table.setFocus()
    before = opened.document.workbook
    assert table.cell is not None
    for text in NO_NUMBERS:
        to_clipboard(text)
        paste(opened)
        assert opened.document.workbook == before
    for text in ("\u2212" + "1", "\u0661", "1\r\n"):
        to_clipboard(text)
        paste(opened)
    assert opened.document.workbook != before
    assert save(opened, tmp_path / "e.partnership") == opened.document.workbook


# ------------------------------------------------------------------------------------------- the command line

NO_TEXT = os.fsdecode(b"half \xff a name \xed\xa0\x80")


@pytest.mark.parametrize("option", ["--name", "--by"])
def test_an_argument_that_is_no_text_is_refused_in_one_line(
    typed: Type,  # noqa: F811
    example: Path,  # noqa: F811
    option: str,
) -> None:
    data, draft = example.read_bytes(), read(example).workbook.drafts[0].id
    given_names = {"--name": "Now", "--by": "Ana", option: NO_TEXT}
    words = [part for pair in given_names.items() for part in pair]

    answer = typed("snapshot", example, "--draft", draft, *words)

    name = option.removeprefix("--")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == f"partnership-workbook: error: what is given as {name} is no text in UTF-8\n"
    assert example.read_bytes() == data


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names of files are text there")
def test_a_file_whose_name_is_no_text_is_made_opened_and_saved(tmp_path: Path) -> None:
    path = tmp_path / f"{NO_TEXT}.partnership"

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "ui", *arguments], cwd=ROOT, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    run("new", str(path))
    made = read(path).workbook
    assert made.title == "half ? a name ???"
    run("snapshot", str(path), "--draft", made.drafts[0].id, "--name", "Now")
    assert read(path).head.revision == 2
    assert "half ? a name" in run("show", str(path))
    assert "Revision 2" in run("recover", str(path))
