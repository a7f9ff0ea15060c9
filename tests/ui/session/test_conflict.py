"""Another program changed, moved or deleted the file: it is noticed, told once, and never silently undone."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.session.conftest import Desk, MakeDesk
from ui.session import watching
from ui.session.watching import Watching
from workbook.model.workbook import Workbook
from workbook.persistence import conflict
from workbook.persistence.backups import Backups
from workbook.persistence.conflict import Expected, Glance, glance
from workbook.persistence.problems import Unreadable
from workbook.persistence.reading import read
from workbook.persistence.writing import create, write

Deed = Callable[[Path], object]


def second_writer(path: Path, title: str = "Theirs") -> None:
    """Another program saves; it knows nothing of locks."""
    opened = read(path)
    write(path, opened.workbook.replace(title=title), opened.head)


def same_size_and_time(path: Path) -> None:
    before = path.stat()
    second_writer(path, "Southavn")  # as long as “Nordhavn”
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def another_document(path: Path) -> None:
    path.unlink()
    create(path, Workbook(title="Another"))


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-30])


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def glance_now(desk: Desk) -> None:
    """What a timer does every few seconds, and what coming back to the window does."""
    watch = desk.session.findChild(Watching)
    assert watch is not None
    watch.look()
    desk.bot.waitUntil(lambda: not watch.is_looking)


@pytest.fixture
def opened(desk: Desk, file: Path) -> Desk:
    desk.session.open(file)
    desk.settle()
    return desk


# Before a save ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("deed", "happened"),
    [
        (second_writer, "changed"),
        (same_size_and_time, "changed"),
        (another_document, "replaced"),
        (cut_short, "unopenable"),
        (Path.unlink, "gone"),
        (folder, "folder"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_save_replaces_nothing_without_asking(opened: Desk, file: Path, deed: Deed, happened: str) -> None:
    opened.title("Typed")
    deed(file)
    theirs = file.read_bytes() if file.is_file() else None
    opened.dialogs.will("conflict", "keep_working")
    opened.save()
    assert opened.dialogs.asked == [("conflict", happened)]
    assert (file.read_bytes() if file.is_file() else None) == theirs
    assert opened.session.is_modified
    assert len(opened.copies) == 1
    opened.dialogs.will("conflict", "keep_working")
    opened.save()  # asked again, as often as somebody saves


def test_what_differs_is_told_in_words(opened: Desk, file: Path) -> None:
    opened.title("Ours")
    second_writer(file)
    opened.dialogs.will("conflict", "keep_working")
    opened.save()
    (asked,) = opened.dialogs.conflicts
    assert asked.is_unsaved
    assert asked.compare().besides == ("The title went from “Ours” to “Theirs”.",)


def test_overwriting_keeps_what_the_other_program_wrote(opened: Desk, file: Path) -> None:
    opened.title("Ours")
    second_writer(file)
    theirs = file.read_bytes()
    opened.dialogs.will("conflict", "overwrite")
    opened.save()
    assert read(file).workbook.title == "Ours"
    assert not opened.session.is_modified
    assert opened.session.saved_in_words.startswith("Saved ")
    kept = Backups(opened.folders.backups, pytest.fail).versions(file)
    assert theirs in [each.read_bytes() for each in kept]


def is_modified(desk: Desk) -> bool:
    return desk.session.is_modified


def test_loading_is_one_step_that_can_be_undone(opened: Desk, file: Path) -> None:
    opened.title("Ours")
    second_writer(file)
    opened.dialogs.will("conflict", "load")
    opened.save()
    assert opened.session.title == "Theirs"
    assert not is_modified(opened)
    assert opened.copies == []
    opened.document.undo()
    assert opened.session.title == "Ours"
    assert is_modified(opened)
    opened.save()  # what was loaded is what may be replaced now
    assert read(file).workbook.title == "Ours"
    assert read(file).head.revision == 3


def test_saving_elsewhere_leaves_the_file_to_the_others(opened: Desk, file: Path) -> None:
    opened.title("Ours")
    second_writer(file)
    opened.dialogs.will("conflict", "elsewhere")
    opened.dialogs.will("pick save", file.with_name("ours.partnership"))
    opened.save()
    assert read(file).workbook.title == "Theirs"
    assert read(file.with_name("ours.partnership")).workbook.title == "Ours"
    assert not opened.session.is_modified


def test_a_file_that_is_gone_is_saved_again(opened: Desk, file: Path) -> None:
    opened.title("Ours")
    file.unlink()
    opened.dialogs.will("conflict", "overwrite")
    opened.save()
    assert read(file).workbook.title == "Ours"


def test_what_changed_again_while_we_asked_is_asked_about_again(opened: Desk, file: Path) -> None:
    opened.title("Ours")
    second_writer(file)

    def meanwhile(_happened: object) -> str:
        second_writer(file, "Theirs again")
        return "overwrite"

    opened.dialogs.will("conflict", meanwhile)
    opened.dialogs.will("conflict", "keep_working")
    opened.save()
    assert read(file).workbook.title == "Theirs again"
    assert [each.changed.digest for each in opened.dialogs.conflicts][1] == read(file).digest


def test_a_file_laid_out_otherwise_is_no_conflict(opened: Desk, file: Path) -> None:
    opened.title("Ours")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    opened.save()
    assert read(file).workbook.title == "Ours"


def test_two_windows_on_one_file_do_not_save_over_each_other(make_desk: MakeDesk, file: Path) -> None:
    one, other = make_desk(), make_desk()
    one.session.open(file)
    other.dialogs.will("in use", "copy")
    other.session.open(file)
    one.title("One")
    one.save()
    other.title("Other")
    other.dialogs.will("pick save", file.with_name("other.partnership"))
    other.save()
    assert read(file).workbook.title == "One"


# While the window is open -----------------------------------------------------------------------------------


def test_a_change_is_noticed_and_told_once(opened: Desk, file: Path) -> None:
    glance_now(opened)
    assert opened.dialogs.asked == []
    second_writer(file)
    opened.dialogs.will("conflict", "keep_working")
    for _ in range(3):
        glance_now(opened)
    assert opened.dialogs.asked == [("conflict", "changed")]
    assert opened.session.saved_in_words == "Changed on the disk"
    second_writer(file, "Theirs again")
    opened.dialogs.will("conflict", "load")
    glance_now(opened)
    assert opened.session.title == "Theirs again"
    assert opened.session.saved_in_words.startswith("Saved ")


def test_a_later_revision_alone_makes_nothing_unsaved(opened: Desk, file: Path) -> None:
    second_writer(file)
    opened.dialogs.will("conflict", "keep_working")
    glance_now(opened)
    assert not opened.dialogs.conflicts[0].is_unsaved
    assert opened.dialogs.conflicts[0].changed.is_later
    assert not opened.session.is_modified
    assert opened.session.close()
    assert read(file).workbook.title == "Theirs"


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        (Path.unlink, "The file is gone"),
        (folder, "A folder is in its place"),
        (cut_short, "Unreadable on the disk"),
        (another_document, "Another workbook is in its place"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_in_no_file_any_more_is_unsaved(opened: Desk, file: Path, deed: Deed, words: str) -> None:
    deed(file)
    opened.dialogs.will("conflict", "keep_working")
    glance_now(opened)
    opened.settle()
    assert opened.session.saved_in_words == words
    assert opened.session.is_modified
    assert len(opened.copies) == 1
    opened.dialogs.will("unsaved", "cancel")
    assert not opened.session.close()
    assert "“e.partnership” " in str(opened.dialogs.asked[-1][1])


def test_a_file_that_comes_back_as_it_was_is_no_conflict_any_more(opened: Desk, file: Path) -> None:
    before = file.read_bytes()
    file.unlink()
    opened.dialogs.will("conflict", "keep_working")
    glance_now(opened)
    file.write_bytes(before)
    glance_now(opened)
    assert opened.session.saved_in_words.startswith("Saved ")
    assert not opened.session.is_modified


def test_our_own_saves_are_no_conflict(opened: Desk) -> None:
    for title in ("One", "Two"):
        opened.title(title)
        opened.save()
        glance_now(opened)
    assert opened.dialogs.asked == []


def test_coming_back_to_the_window_looks_at_the_file(opened: Desk, file: Path) -> None:
    second_writer(file)
    opened.dialogs.will("conflict", "keep_working")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    opened.bot.waitUntil(lambda: bool(opened.dialogs.asked))
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)


def test_while_the_window_is_in_use_the_file_is_looked_at_again_and_again(
    make_desk: MakeDesk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "EVERY", 20)
    desk = make_desk()
    desk.session.open(file)
    watch = desk.session.findChild(Watching)
    assert watch is not None
    watch.watch()
    second_writer(file)
    desk.dialogs.will("conflict", "keep_working")
    desk.bot.waitUntil(lambda: bool(desk.dialogs.asked))
    watch.stop()


def test_a_share_that_does_not_answer_holds_up_nothing(
    opened: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, looks = Event(), []

    def slow(path: Path, expected: Expected, last: Glance | None = None) -> Glance:
        looks.append(path)
        answers.wait()
        return glance(path, expected, last)

    monkeypatch.setattr(watching, "glance", slow)
    watch = opened.session.findChild(Watching)
    assert watch is not None
    for _ in range(20):
        watch.look()  # returns at once, and glances do not pile up
    opened.title("Typed")
    opened.save()  # not held up either
    assert read(file).workbook.title == "Typed"
    answers.set()
    opened.bot.waitUntil(lambda: not watch.is_looking)
    assert len(looks) == 1
    assert opened.dialogs.asked == []  # what was seen before the save says nothing of what is there now


def test_what_cannot_be_looked_at_now_is_left_to_the_next_save(
    opened: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(path: Path) -> bytes:
        raise Unreadable(path, "cannot be read: the disk reported an error")

    with monkeypatch.context() as patch:
        patch.setattr(conflict, "read_bytes", refuses)
        glance_now(opened)
    assert opened.session.saved_in_words.startswith("Saved ")


def test_no_question_falls_into_another(opened: Desk, file: Path) -> None:
    """A change that is noticed while something else is asked is told afterwards."""
    second_writer(file)

    def asked_meanwhile(_title: object) -> str:
        dialog = QDialog()
        opened.bot.addWidget(dialog)
        dialog.open()
        glance_now(opened)
        dialog.close()
        return "cancel"

    opened.title("Ours")
    opened.dialogs.will("unsaved", asked_meanwhile)
    assert not opened.session.close()
    assert [question for question, _ in opened.dialogs.asked] == ["unsaved"]
    opened.dialogs.will("conflict", "keep_working")
    glance_now(opened)


# Closing ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "closes", "title"),
    [("keep_working", False, "Theirs"), ("overwrite", True, "Ours"), ("load", False, "Theirs")],
)
def test_save_and_close_ends_in_a_decision_or_stays_open(
    opened: Desk, file: Path, answer: str, title: str, *, closes: bool
) -> None:
    opened.title("Ours")
    second_writer(file)
    opened.dialogs.will("unsaved", "save")
    opened.dialogs.will("conflict", answer)
    assert opened.session.close() == closes
    assert read(file).workbook.title == title
    if answer == "load":
        opened.document.undo()  # which closing would have taken away
        assert opened.session.title == "Ours"
