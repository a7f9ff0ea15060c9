"""The copy of unsaved work: when it is written, what takes it away, and that a refusing disk stops nobody."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.session.conftest import Desk, MakeDesk
from ui.session import keeping
from workbook.persistence.reading import read
from workbook.persistence.recovery import UnsavedWork


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "PAUSE", 20)


@pytest.mark.usefixtures("soon")
def test_a_change_is_kept_a_little_later(make_desk: MakeDesk, file: Path) -> None:
    desk = make_desk()
    desk.session.open(file)
    assert desk.copies == []
    desk.title("Typed")
    desk.bot.waitUntil(lambda: len(desk.copies) == 1)
    assert "Typed" in desk.copies[0].read_text("utf-8")
    assert read(file).workbook.title == "Nordhavn"


@pytest.mark.usefixtures("soon")
def test_typing_on_does_not_put_it_off(make_desk: MakeDesk, file: Path) -> None:
    desk = make_desk()
    desk.session.open(file)
    typed = 0

    def type_on() -> bool:
        nonlocal typed
        typed += 1
        desk.title(f"Typed {typed}")
        return bool(desk.copies)

    desk.bot.waitUntil(type_on)


def test_undoing_everything_takes_the_copy_away(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    desk.title("Typed")
    desk.settle()
    assert len(desk.copies) == 1
    desk.document.undo()
    desk.settle()
    assert desk.copies == []


def test_a_confirmed_save_takes_the_copy_away(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    desk.title("Typed")
    desk.settle()
    desk.save()
    assert desk.copies == []


def test_work_that_was_never_saved_is_kept_too(desk: Desk) -> None:
    desk.session.new()
    desk.settle()
    assert desk.copies == []
    desk.title("Typed")
    desk.settle()
    assert len(desk.copies) == 1


def test_two_windows_keep_their_own(make_desk: MakeDesk, file: Path) -> None:
    one, two, three = make_desk(), make_desk(), make_desk()
    for desk in (one, two):
        desk.session.open(file)
    three.session.new()
    for title, desk in (("One", one), ("Two", two), ("Three", three)):
        desk.title(title)
        desk.settle()
    kept = [copy.read_text("utf-8") for copy in one.copies]
    assert len(kept) == 3
    assert all(any(f'"{title}"' in text for text in kept) for title in ("One", "Two", "Three"))
    two.document.undo()
    two.settle()
    assert len(one.copies) == 2


def test_what_runs_is_no_left_over(make_desk: MakeDesk, file: Path) -> None:
    one = make_desk()
    one.session.open(file)
    one.title("Typed")
    one.settle()
    assert UnsavedWork(one.folders.unsaved).left_over() == ()


def test_leaving_the_window_keeps_at_once(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    desk.title("Typed")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    desk.bot.waitUntil(lambda: len(desk.copies) == 1)


def test_on_return_from_flush_it_is_written(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    desk.title("Typed")
    desk.session.flush()
    assert len(desk.copies) == 1


def test_a_disk_that_refuses_is_told_once_and_stops_nobody(desk: Desk, file: Path) -> None:
    desk.folders.state.parent.mkdir(exist_ok=True)
    desk.folders.state.write_text("in the way", "utf-8")
    desk.session.open(file)
    for title in ("One", "Two"):
        desk.title(title)
        desk.settle()
    (note,) = desk.notes
    assert note.startswith("Unsaved work cannot be kept safe against a crash: ")
    desk.folders.state.unlink()
    desk.title("Three")
    desk.settle()
    assert len(desk.copies) == 1
    desk.save()
    assert read(file).workbook.title == "Three"
