"""Unsaved work: when it is kept, what takes it away, and that a slow or refusing disk stops nobody."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.session.conftest import Desk, MakeDesk
from ui.session import keeping
from workbook.persistence.journal import read_journal
from workbook.persistence.reading import read
from workbook.persistence.recovery import Copy, UnsavedWork


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


def test_most_of_a_quarter_of_a_second_is_left_for_the_disk() -> None:
    assert keeping.PAUSE <= 100


@pytest.mark.usefixtures("soon")
def test_typed_letters_add_lines_and_no_whole_states(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    desk.title("N")
    desk.settle()
    (copy,) = desk.copies
    begun = copy.read_bytes()
    for number in range(2, 8):
        desk.title("Nordhav"[:number])
        desk.bot.waitUntil(lambda: kept_title(desk) == desk.session.title)
    assert copy.read_bytes().startswith(begun)
    assert copy.stat().st_size < len(begun) + 6 * 250


def kept_title(desk: Desk) -> str:
    """What would come back if the program ended now."""
    (copy,) = desk.copies
    return read_journal(copy.read_bytes()).copy.workbook.title


@pytest.mark.usefixtures("soon")
def test_on_a_slow_disk_states_do_not_pile_up_and_the_last_one_is_kept(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = Event()
    titles: list[str] = []
    at_once = UnsavedWork.keep

    def slowly(unsaved: UnsavedWork, copy: Copy) -> None:
        titles.append(copy.workbook.title)
        assert may_go_on.wait(30)
        at_once(unsaved, copy)

    monkeypatch.setattr(UnsavedWork, "keep", slowly)
    desk.session.open(file)
    try:
        for number in range(8):
            desk.title(f"Typed {number}")
            desk.bot.wait(3 * keeping.PAUSE)
        assert titles == ["Typed 0"]
    finally:
        may_go_on.set()
    desk.bot.waitUntil(lambda: len(titles) == 2)
    desk.settle()
    assert titles == ["Typed 0", "Typed 7"]
    assert kept_title(desk) == "Typed 7"


def test_what_could_not_be_kept_is_tried_again_though_nobody_types(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PAUSE_AFTER_FAILURE", 20)
    desk.folders.state.parent.mkdir(exist_ok=True)
    desk.folders.state.write_text("in the way", "utf-8")
    desk.session.open(file)
    desk.title("Typed")
    desk.bot.waitUntil(lambda: bool(desk.notes))
    desk.folders.state.unlink()
    desk.bot.waitUntil(lambda: bool(desk.copies))
    assert kept_title(desk) == "Typed"
    assert len(desk.notes) == 1


def test_an_unconfirmed_or_failed_save_takes_nothing_away(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbook.persistence.atomic._sync_folder", lambda _folder: False)
    desk.session.open(file)
    desk.title("Typed")
    desk.settle()
    desk.save()
    assert "not confirmed" in desk.session.saved_in_words
    assert kept_title(desk) == "Typed"


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
    one.session.open(file)
    two.dialogs.will("in use", "copy")
    two.session.open(file)
    three.session.new()
    for title, desk in (("One", one), ("Two", two), ("Three", three)):
        desk.title(title)
        desk.settle()
    kept = [copy.read_text("utf-8") for copy in one.copies]
    assert len(kept) == 3
    assert all(any(f'"{title}"' in text for text in kept) for title in ("One", "Two", "Three"))
    one.document.undo()
    one.settle()
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
