"""Saving: to which file, under which id, what counts as saved, and what happens when it cannot be done."""

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer

from tests.ui.session.conftest import Desk
from ui.session.naming import file_name, sentence_of, with_ending
from ui.session.origin import Origin
from ui.session.saving import Target
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.format import EXTENSION
from workbook.persistence.problems import Unwritable
from workbook.persistence.reading import read
from workbook.persistence.writing import Saved

FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator["Disk"]:
    disk = Disk()
    write = Target.write

    def slowly(target: Target, workbook: Workbook, origin: Origin, backups: Backups) -> Saved:
        disk.reached.set()
        disk.go_on.wait()
        if disk.problems:
            raise disk.problems.pop(0)
        return replace(write(target, workbook, origin, backups), confirmed=disk.confirms)

    monkeypatch.setattr(Target, "write", slowly)
    yield disk
    disk.go_on.set()


class Disk:
    """Stops where it is told to, refuses as often as there are problems, and may not say that it is done."""

    def __init__(self) -> None:
        self.go_on, self.reached = Event(), Event()
        self.go_on.set()
        self.problems: list[Exception] = []
        self.confirms = True


def test_the_first_save_asks_where_and_adds_the_ending(desk: Desk, tmp_path: Path) -> None:
    desk.settings.set_last_folder(tmp_path)
    desk.session.new()
    desk.title("Faster ambulances: Nordhavn?")
    desk.dialogs.will("pick save", tmp_path / "ours")
    moments: list[object] = []
    desk.session.saved.connect(moments.append)
    desk.save()
    assert desk.dialogs.asked == [("pick save", tmp_path / "Faster ambulances Nordhavn.partnership")]
    assert desk.session.path == tmp_path / "ours.partnership"
    assert read(desk.session.path).workbook == desk.document.workbook
    assert read(desk.session.path).head.revision == 1
    assert not desk.session.is_modified
    assert len(moments) == 1
    assert desk.session.saved_in_words.startswith("Saved ")


def test_thinking_better_of_it_saves_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.session.new()
    desk.title("Typed")
    desk.dialogs.will("pick save", None)
    assert not desk.session.save()
    assert desk.session.is_modified
    assert not list(tmp_path.glob("*.partnership"))


def test_another_file_is_replaced_only_when_the_user_says_so(desk: Desk, file: Path) -> None:
    before = file.read_bytes()
    desk.session.new()
    desk.title("Typed")
    desk.dialogs.will("pick save", file)
    desk.dialogs.will("overwrite", answer=False)
    desk.dialogs.will("pick save", None)
    assert not desk.session.save()
    assert file.read_bytes() == before
    desk.dialogs.will("pick save", file)
    desk.dialogs.will("overwrite", answer=True)
    desk.save()
    assert read(file).workbook.title == "Typed"
    assert read(file).head.revision == 1


def test_a_save_goes_on_with_the_same_document(desk: Desk, file: Path) -> None:
    before = read(file).head
    desk.session.open(file)
    for title in ("One", "Two"):
        desk.title(title)
        desk.save()
    after = read(file).head
    assert (after.document_id, after.revision) == (before.document_id, before.revision + 2)


def test_save_as_begins_a_document_of_its_own(desk: Desk, file: Path) -> None:
    before = file.read_bytes()
    desk.session.open(file)
    desk.title("Typed")
    desk.settle()
    desk.dialogs.will("pick save", file.with_name("copy.partnership"))
    assert desk.session.save_as()
    desk.settle()
    assert desk.session.path == file.with_name("copy.partnership")
    assert desk.session.title == "Typed"
    assert file.read_bytes() == before
    assert read(desk.session.path).head.document_id != read(file).head.document_id
    assert desk.copies == []


def test_save_as_the_open_file_is_a_save(desk: Desk, file: Path) -> None:
    before = read(file).head
    desk.session.open(file)
    desk.title("Typed")
    desk.dialogs.will("pick save", file)
    assert desk.session.save_as()
    desk.settle()
    assert read(file).head.document_id == before.document_id
    assert read(file).head.revision == before.revision + 1


def is_modified(desk: Desk) -> bool:
    return desk.session.is_modified


def test_undoing_back_to_what_was_saved_is_being_saved(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    desk.title("Typed")
    assert is_modified(desk)
    assert desk.session.saved_in_words.endswith(", changed since")
    desk.document.undo()
    assert not is_modified(desk)
    desk.document.redo()
    desk.save()
    desk.document.undo()
    assert is_modified(desk)
    desk.document.redo()
    assert not is_modified(desk)
    desk.title("Something else")
    desk.title("Typed")
    assert not is_modified(desk)


def test_typing_on_after_a_save_is_a_step_of_its_own(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    desk.document.type_text(("title",), "A", "change of title")
    desk.save()
    desk.document.type_text(("title",), "AB", "change of title")
    desk.document.undo()
    assert desk.document.workbook.title == "A"
    assert not desk.session.is_modified


def test_the_window_is_told_whenever_what_it_shows_is_another(desk: Desk, file: Path) -> None:
    shown: list[tuple[str, bool, str]] = []
    session = desk.session
    session.title_changed.connect(
        lambda: shown.append((session.title, session.is_modified, session.saved_in_words.partition(" ")[0]))
    )
    session.open(file)
    desk.title("Typed")
    desk.save()
    assert shown == [
        ("Nordhavn", False, "Saved"),
        ("Typed", True, "Saved"),
        ("Typed", True, "Saving…"),
        ("Typed", False, "Saved"),
    ]


def test_what_is_typed_during_a_save_is_unsaved_and_kept(desk: Desk, file: Path, disk: Disk) -> None:
    desk.session.open(file)
    desk.title("One")
    disk.go_on.clear()
    assert desk.session.save()
    assert disk.reached.wait(10)
    assert desk.session.saved_in_words == "Saving…"
    desk.title("Two")
    disk.go_on.set()
    desk.settle()
    assert read(file).workbook.title == "One"
    assert desk.session.is_modified
    assert len(desk.copies) == 1
    desk.save()
    assert read(file).workbook.title == "Two"
    assert desk.copies == []


def test_a_save_asked_for_during_a_save_follows_it(desk: Desk, file: Path, disk: Disk) -> None:
    desk.session.open(file)
    before = read(file).head.revision
    desk.title("One")
    disk.go_on.clear()
    desk.session.save()
    desk.title("Two")
    desk.session.save()
    disk.go_on.set()
    desk.settle()
    assert read(file).workbook.title == "Two"
    assert read(file).head.revision == before + 2
    assert not desk.session.is_modified


def test_closing_during_a_save_waits_for_it(desk: Desk, file: Path, disk: Disk) -> None:
    desk.session.open(file)
    desk.title("One")
    disk.go_on.clear()
    desk.session.save()
    assert disk.reached.wait(10)
    QTimer.singleShot(50, disk.go_on.set)
    assert desk.session.close()
    assert read(file).workbook.title == "One"


def test_a_save_that_fails_is_told_and_can_be_tried_again(desk: Desk, file: Path, disk: Disk) -> None:
    desk.session.open(file)
    desk.title("Typed")
    disk.problems = [Unwritable.because(file, FULL), Unwritable.because(file, FULL)]
    desk.dialogs.will("failed save", "retry")
    desk.dialogs.will("failed save", "keep_working")
    desk.save()
    assert str(desk.dialogs.asked[0][1]).startswith("“e.partnership” cannot be saved: the disk is full; ")
    assert desk.session.is_modified
    assert len(desk.copies) == 1
    desk.save()
    assert not desk.session.is_modified


def test_a_save_that_fails_can_go_elsewhere(desk: Desk, file: Path, disk: Disk) -> None:
    desk.session.open(file)
    desk.title("Typed")
    disk.problems = [Unwritable.because(file, FULL)]
    desk.dialogs.will("failed save", "elsewhere")
    desk.dialogs.will("pick save", file.with_name("stick.partnership"))
    desk.save()
    assert desk.session.path == file.with_name("stick.partnership")
    assert read(desk.session.path).workbook.title == "Typed"
    assert read(file).workbook.title == "Nordhavn"
    assert not desk.session.is_modified


def test_a_fault_of_ours_while_saving_is_no_silent_loss(desk: Desk, file: Path, disk: Disk) -> None:
    desk.session.open(file)
    desk.title("Typed")
    disk.problems = [ZeroDivisionError("in line\ntwo")]
    desk.dialogs.will("failed save", "keep_working")
    desk.save()
    assert "The program itself failed (ZeroDivisionError: in line" in str(desk.dialogs.asked[0][1])
    assert desk.session.is_modified


def test_a_file_nobody_may_write_is_a_sentence(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    desk.title("Typed")
    file.unlink()
    os.mkfifo(file)
    desk.dialogs.will("failed save", "keep_working")
    desk.save()
    assert "is a device" in str(desk.dialogs.asked[0][1])


def test_a_save_the_disk_did_not_confirm_says_so_and_keeps_the_copy(
    desk: Desk, file: Path, disk: Disk
) -> None:
    desk.session.open(file)
    desk.title("Typed")
    disk.confirms = False
    desk.save()
    assert not desk.session.is_modified
    assert desk.session.saved_in_words.endswith("not confirmed by the disk")
    assert len(desk.copies) == 1
    assert desk.session.close()
    assert len(desk.copies) == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", "Workbook.partnership"),
        ("  ..", "Workbook.partnership"),
        ("a/b\\c: d?\n", "a b c d.partnership"),
        ("Z" * 300, "Z" * 80 + ".partnership"),
        ("Værløse – 2", "Værløse – 2.partnership"),  # noqa: RUF001
    ],
)
def test_a_file_is_named_after_its_title_as_far_as_every_system_allows(title: str, name: str) -> None:
    assert file_name(title, EXTENSION) == name


def test_an_ending_is_added_once() -> None:
    assert with_ending(Path("a.b"), ".partnership") == Path("a.b.partnership")
    assert with_ending(Path("a.Partnership"), ".partnership") == Path("a.Partnership")


def test_a_problem_reads_as_a_sentence() -> None:
    assert sentence_of(Unwritable.because(Path("a/b"), FULL)) == (
        "“b” cannot be saved: the disk is full; make room on it, or save to another place."
    )


def test_a_report_goes_beside_its_workbook_and_replaces_only_what_may_go(desk: Desk, file: Path) -> None:
    desk.settings.set_last_folder(file.parent)
    desk.session.new()
    desk.title("Draft: one")
    assert desk.session.suggested_report() == file.parent / "Draft one.xlsx"
    desk.dialogs.will("unsaved", "discard")
    desk.session.open(file)
    report = file.with_suffix(".xlsx")
    assert desk.session.suggested_report() == report
    report.write_bytes(b"there already")
    desk.dialogs.will("pick save", report.with_suffix(""))
    desk.dialogs.will("overwrite", answer=False)
    desk.dialogs.will("pick save", report)
    desk.dialogs.will("overwrite", answer=True)
    assert desk.session.pick_report(report) == report
    desk.dialogs.will("pick save", None)
    assert desk.session.pick_report(report) is None
    assert all("xlsx" in kind for kind in desk.dialogs.kinds)
