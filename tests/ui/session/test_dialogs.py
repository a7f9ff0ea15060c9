"""The questions as windows: each button gives its answer, and Escape the safe one."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.dialogs import QtDialogs
from ui.theme.look import look
from workbook.edits.begin import add_draft, empty_draft
from workbook.model.workbook import Workbook
from workbook.persistence.recovery import Base, Copy, LeftOver

Ask = Callable[[QtDialogs], object]


@pytest.fixture
def dialogs(qtbot: QtBot) -> QtDialogs:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return QtDialogs(parent)


def asked() -> QDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def press(words: str) -> None:
    """Click a button of the window that asks, once it does."""

    def click() -> None:
        buttons = {button.text().replace("&", ""): button for button in asked().findChildren(QAbstractButton)}
        buttons[words].click()

    QTimer.singleShot(0, click)


def escape() -> None:
    QTimer.singleShot(0, lambda: QTest.keyClick(asked(), Qt.Key.Key_Escape))


def left_over(title: str = "Nordhavn") -> LeftOver:
    workbook = add_draft(Workbook(title=title), empty_draft())
    base = Base(Path("/there/e.partnership"), 1, "")
    return LeftOver(Path("copy"), Copy("d1", workbook, base, dt.datetime.now(dt.UTC)), "other", None)


ANSWERS: list[tuple[Ask, str, object]] = [
    (lambda ask: ask.ask_unsaved("Nordhavn"), "Save", "save"),
    (lambda ask: ask.ask_unsaved("Nordhavn"), "Don't save", "discard"),
    (lambda ask: ask.ask_unsaved("Nordhavn"), "Keep working", "cancel"),
    (lambda ask: ask.ask_revert("Nordhavn"), "Go back", True),
    (lambda ask: ask.ask_revert("Nordhavn"), "Cancel", False),
    (lambda ask: ask.ask_overwrite(Path("e.partnership")), "Replace it", True),
    (lambda ask: ask.ask_altered("It is damaged."), "Open as a copy", True),
    (lambda ask: ask.ask_damaged("It is.", "one", is_readable=False), "Open the earlier version", "earlier"),
    (lambda ask: ask.ask_damaged("It is.", "one", is_readable=True), "Open what can be read", "as_it_is"),
    (lambda ask: ask.ask_damaged("It is.", "one", is_readable=True), "Cancel", "cancel"),
    (lambda ask: ask.ask_failed_save("The disk is full."), "Save elsewhere…", "elsewhere"),
    (lambda ask: ask.ask_failed_save("The disk is full."), "Try again", "retry"),
    (lambda ask: ask.ask_failed_save("The disk is full."), "Keep working", "keep_working"),
    (lambda ask: ask.tell("There is no such file."), "All right", None),
]


@pytest.mark.parametrize(("ask", "button", "answer"), ANSWERS)
def test_each_button_gives_its_answer(dialogs: QtDialogs, ask: Ask, button: str, answer: object) -> None:
    press(button)
    given = ask(dialogs)
    assert answer is None or given == answer


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (lambda ask: ask.ask_unsaved("Nordhavn"), "cancel"),
        (lambda ask: ask.ask_revert("Nordhavn"), False),
        (lambda ask: ask.ask_overwrite(Path("e.partnership")), False),
        (lambda ask: ask.ask_altered("It is damaged."), False),
        (lambda ask: ask.ask_damaged("It is.", "one", is_readable=True), "cancel"),
        (lambda ask: ask.ask_failed_save("The disk is full."), "keep_working"),
        (lambda ask: ask.ask_recover([left_over()]), None),
    ],
)
def test_escape_gives_the_safe_answer(dialogs: QtDialogs, ask: Ask, answer: object) -> None:
    escape()
    assert ask(dialogs) == answer


@pytest.mark.parametrize(
    ("name", "what_it_holds"),
    [("e.partnership", "is kept among the earlier versions, if it is a workbook"), ("e.xlsx", "is lost")],
)
def test_what_is_replaced_is_said_to_be_kept_where_it_is(
    dialogs: QtDialogs, name: str, what_it_holds: str
) -> None:
    said: list[str] = []

    def refuse() -> None:
        box = asked()
        said.append(box.accessibleDescription())
        box.reject()

    QTimer.singleShot(0, refuse)
    assert not dialogs.ask_overwrite(Path(name))
    assert said == [f"“{name}” is there already. Saving takes its place; what it holds {what_it_holds}."]


def test_names_are_text_whatever_they_look_like(dialogs: QtDialogs) -> None:
    formats: list[Qt.TextFormat] = []

    def look_at_labels() -> None:
        formats.extend(label.textFormat() for label in asked().findChildren(QLabel) if label.text())
        asked().reject()

    QTimer.singleShot(0, look_at_labels)
    dialogs.ask_unsaved("<b>Nordhavn</b>")
    QTimer.singleShot(0, look_at_labels)
    dialogs.ask_recover([left_over("<b>Nordhavn</b>")])
    assert set(formats) == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_button_is_too_small_for_its_words(dialogs: QtDialogs, scale: float) -> None:
    clipped: list[str] = []

    def look_at_buttons() -> None:
        buttons = asked().findChildren(QPushButton)
        clipped.extend(each.text() for each in buttons if each.width() < each.sizeHint().width())
        asked().reject()

    look().set(scale=scale)
    for ask in (
        lambda: dialogs.ask_failed_save("The disk is full."),
        lambda: dialogs.ask_unsaved("Nordhavn"),
        lambda: dialogs.ask_damaged("It is damaged.", "revision 3", is_readable=True),
        lambda: dialogs.ask_recover([left_over()]),
        lambda: dialogs.tell_fault("Something went wrong.", "line 1"),
    ):
        QTimer.singleShot(0, look_at_buttons)
        ask()
    look().set(scale=1.0)
    assert clipped == []


def test_unsaved_work_can_be_opened(dialogs: QtDialogs) -> None:
    press("Open it")
    one, two = left_over("One"), left_over("Two")
    answer = dialogs.ask_recover([one, two])
    assert answer is not None
    assert (answer.left, answer.deed) == (one, "open")


def test_deleting_unsaved_work_is_asked_twice(dialogs: QtDialogs) -> None:
    press("Delete it")
    QTimer.singleShot(0, lambda: press("Delete it"))
    answer = dialogs.ask_recover([left_over()])
    assert answer is not None
    assert answer.deed == "delete"


def test_a_file_is_picked_where_the_last_one_was(
    dialogs: QtDialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: QFileDialog.DialogCode.Rejected)
    assert dialogs.pick_open(tmp_path) is None
    assert dialogs.pick_save(tmp_path / "e.partnership") is None
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: QFileDialog.DialogCode.Accepted)
    assert dialogs.pick_save(tmp_path / "e.partnership") == tmp_path / "e.partnership"


def test_a_file_that_is_there_can_be_picked_to_be_opened(dialogs: QtDialogs, tmp_path: Path) -> None:
    (tmp_path / "e.partnership").write_text("", "utf-8")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)

    def pick() -> None:
        name = asked().findChild(QLineEdit)
        assert name is not None
        name.setText("e.partnership")
        QTest.keyClick(name, Qt.Key.Key_Return)

    QTimer.singleShot(0, pick)
    try:
        assert dialogs.pick_open(tmp_path) == tmp_path / "e.partnership"
    finally:
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, on=False)


def test_the_details_of_a_fault_are_shown_to_whoever_asks_for_them(dialogs: QtDialogs) -> None:
    seen: list[bool] = []

    def look_at_them() -> None:
        box = asked()
        buttons = {button.text().replace("&", ""): button for button in box.findChildren(QAbstractButton)}
        details = box.findChild(QPlainTextEdit)
        show = buttons["Show the details"]
        assert details is not None
        for _ in range(3):
            seen.append(details.isVisible())
            assert show.text() == ("Hide the details" if details.isVisible() else "Show the details")
            show.click()
        buttons["Go on"].click()

    QTimer.singleShot(0, look_at_them)
    dialogs.tell_fault("Something went wrong in the program.", "line 1\nline 2")
    assert seen == [False, True, False]


def test_the_details_of_a_fault_can_be_copied(dialogs: QtDialogs) -> None:
    def copy() -> None:
        box = asked()
        buttons = {button.text().replace("&", ""): button for button in box.findChildren(QAbstractButton)}
        buttons["Copy the details"].click()
        assert box.isVisible()
        buttons["Go on"].click()

    QTimer.singleShot(0, copy)
    dialogs.tell_fault("Something went wrong in the program.", "line 1\nline 2")
    assert QGuiApplication.clipboard().text() == "line 1\nline 2"
