"""The question about a file that another program changed: its words, its ways out, and how it looks."""

import threading
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.conflict_dialog import (
    IN_NO_FILE,
    IS_NOT_KEPT,
    LOOKING,
    SAME,
    STAYS,
    UNTOLD,
    CompareNow,
    ConflictDialog,
)
from ui.dialogs import QtDialogs
from ui.earlier import changed_since
from ui.question import Question
from ui.theme.look import look
from ui.theme.tokens import MODES, Mode
from workbook.analysis.difference.whole import WorkbookDifference
from workbook.edits.begin import add_draft, empty_draft
from workbook.model.workbook import Workbook
from workbook.persistence.conflict import Changed, Expected, change_of
from workbook.persistence.reading import read
from workbook.persistence.writing import create, write

OURS = add_draft(Workbook(title="<b>Ours</b>"), empty_draft())

Deed = Callable[[Path], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Customs.partnership"
    create(path, OURS)
    return path


def changed_by(deed: Deed, path: Path) -> Changed:
    expected = Expected.of(read(path))
    deed(path)
    changed = change_of(path, expected)
    assert changed is not None
    return changed


def second_writer(path: Path) -> None:
    opened = read(path)
    write(path, opened.workbook.replace(title="Theirs"), opened.head)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-30])


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def compare_with(changed: Changed) -> CompareNow:
    found = OURS if changed.opened is None else changed.opened.workbook
    return lambda: changed_since(OURS, found)


def shown(bot: QtBot, changed: Changed, *, is_unsaved: bool = True) -> ConflictDialog:
    dialog = ConflictDialog(changed, compare_with(changed), is_unsaved=is_unsaved, parent=None)
    bot.addWidget(dialog)
    dialog.show()
    if changed.opened is not None:
        bot.waitUntil(lambda: dialog.in_short.text() != LOOKING)
    return dialog


def buttons_of(dialog: ConflictDialog) -> dict[str, bool]:
    """Each button, and whether it has the focus, so that Enter presses it."""
    return {
        button.text(): button.isDefault() and button is dialog.focusWidget()
        for button in dialog.buttons.values()
    }


def test_what_differs_is_shown_in_words(path: Path, qtbot: QtBot) -> None:
    dialog = shown(qtbot, changed_by(second_writer, path))
    assert dialog.sentence == "“Customs.partnership” was changed by another program."
    assert dialog.in_short.text() == "Loading it would make 1 change here:"
    assert dialog.details.toPlainText() == (
        "Outside the drafts:\n– The title went from “<b>Ours</b>” to “Theirs”."  # noqa: RUF001 - a dash
    )
    assert "is kept among the earlier versions" in dialog.about


def test_a_file_that_says_the_same_as_what_is_open(path: Path, qtbot: QtBot) -> None:
    changed = changed_by(second_writer, path)
    dialog = ConflictDialog(changed, lambda: changed_since(OURS, OURS), is_unsaved=True, parent=None)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.in_short.text() == SAME)


@pytest.mark.parametrize(
    ("deed", "is_unsaved", "expected"),
    [
        (second_writer, False, ["*Load what is on the disk", "Save as…", "Overwrite it", "Keep working"]),
        (second_writer, True, ["Load what is on the disk", "*Save as…", "Overwrite it", "Keep working"]),
        (cut_short, False, ["Overwrite it", "*Save as…", "Keep working"]),
        (Path.unlink, False, ["*Save it again", "Save as…", "Keep working"]),
        (folder, True, ["*Save as…", "Keep working"]),
    ],
)
def test_the_ways_out_fit_what_happened(
    deed: Deed, expected: list[str], path: Path, qtbot: QtBot, *, is_unsaved: bool
) -> None:
    dialog = shown(qtbot, changed_by(deed, path), is_unsaved=is_unsaved)
    assert [f"{'*' * usual}{words}" for words, usual in buttons_of(dialog).items()] == expected


@pytest.mark.parametrize(
    ("deed", "sentence", "about"),
    [
        (
            emptied,
            "“Customs.partnership” was changed by another program and cannot be opened any more.",
            f"It is empty. {IN_NO_FILE} {IS_NOT_KEPT} {STAYS}",
        ),
        (
            Path.unlink,
            "“Customs.partnership” is no longer there.",
            "What is open here is now in no file.",
        ),
        (
            folder,
            "“Customs.partnership” is a folder now.",
            "What is open here is now in no file. Until you decide, nothing is written over it.",
        ),
    ],
)
def test_what_happened_is_said_calmly(
    deed: Deed, sentence: str, about: str, path: Path, qtbot: QtBot
) -> None:
    dialog = shown(qtbot, changed_by(deed, path))
    assert (dialog.sentence, dialog.about) == (sentence, about)
    assert not dialog.details.isVisible()


def test_a_fault_while_comparing_leaves_the_ways_out(path: Path, qtbot: QtBot) -> None:
    def fails() -> WorkbookDifference:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as faults:
        dialog = ConflictDialog(changed_by(second_writer, path), fails, is_unsaved=True, parent=None)
        qtbot.addWidget(dialog)
        qtbot.waitUntil(lambda: dialog.in_short.text() == UNTOLD)
    assert [kind for kind, _, _ in faults] == [ZeroDivisionError]
    assert all(button.isEnabled() for button in dialog.buttons.values())


def test_comparing_holds_up_no_answer(path: Path, qtbot: QtBot) -> None:
    go_on = threading.Event()
    changed = changed_by(second_writer, path)

    def slowly() -> WorkbookDifference:
        go_on.wait()
        return changed_since(OURS, OURS)

    dialog = ConflictDialog(changed, slowly, is_unsaved=True, parent=None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.buttons["overwrite"].click()
    assert dialog.answer == "overwrite"
    go_on.set()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Load what is on the disk", "load"),
        ("Save as…", "elsewhere"),
        ("Overwrite it", "overwrite"),
        ("Keep working", "keep_working"),
        (None, "keep_working"),
    ],
)
def test_each_button_gives_its_answer_and_escape_the_safe_one(
    words: str | None, answer: str, path: Path, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    changed = changed_by(second_writer, path)

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConflictDialog)
        if words is None:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            next(each for each in dialog.buttons.values() if each.text() == words).click()

    QTimer.singleShot(0, press)
    given = QtDialogs(parent).ask_conflict(changed, compare_with(changed), is_unsaved=True)
    assert given == answer


def test_leaving_what_is_in_no_file_any_more_says_why_it_asks(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    said: list[str] = []

    def press() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        said.append(question.accessibleDescription())
        QTest.keyClick(question, Qt.Key.Key_Escape)

    QTimer.singleShot(0, press)
    answer = QtDialogs(parent).ask_unsaved("Ours", "“Customs.partnership” is no longer there.")
    assert answer == "cancel"
    more = "What is open here is in no file. Without saving, it may be lost."
    assert said == [f"“Customs.partnership” is no longer there. {more}"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_is_in_sight_in_every_theme_and_size(
    mode: Mode, scale: float, path: Path, qtbot: QtBot
) -> None:
    look().set(mode, scale)
    dialog = shown(qtbot, changed_by(second_writer, path))
    places = [QRect(button.mapTo(dialog, QPoint()), button.size()) for button in dialog.buttons.values()]
    assert all(dialog.rect().contains(place) for place in places)
    assert all(not one.intersects(another) for one, another in pairwise(places))
    assert dialog.details.height() >= 4 * look().line_height("body")
    look().set("light", 1.0)
