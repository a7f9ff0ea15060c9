"""Leaving unsaved work: the question, its three answers, and the ways a save can end on the way out."""

import os
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer

from tests.ui.session.conftest import Desk
from workbook.persistence.reading import read


@pytest.fixture
def typed(desk: Desk, file: Path) -> Desk:
    """A desk with unsaved work on a file."""
    desk.session.open(file)
    desk.title("Typed")
    desk.settle()
    assert len(desk.copies) == 1
    return desk


def test_closing_saved_work_asks_nothing(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    assert desk.session.close()
    assert desk.dialogs.asked == []


def test_save_and_close(typed: Desk, file: Path) -> None:
    typed.dialogs.will("unsaved", "save")
    assert typed.session.close()
    assert typed.dialogs.asked == [("unsaved", "Typed")]
    assert read(file).workbook.title == "Typed"
    assert list(typed.folders.unsaved.iterdir()) == []


def test_close_without_saving(typed: Desk, file: Path) -> None:
    typed.dialogs.will("unsaved", "discard")
    assert typed.session.close()
    assert read(file).workbook.title == "Nordhavn"
    assert list(typed.folders.unsaved.iterdir()) == []


def test_keep_working(typed: Desk, file: Path) -> None:
    typed.dialogs.will("unsaved", "cancel")
    assert not typed.session.close()
    assert typed.session.title == "Typed"
    assert len(typed.copies) == 1


@pytest.mark.parametrize("deed", ["new", "open_example", "close"])
def test_every_way_out_asks(typed: Desk, deed: str) -> None:
    typed.dialogs.will("unsaved", "cancel")
    assert not getattr(typed.session, deed)()
    assert typed.session.title == "Typed"


def test_closing_what_was_never_saved_asks_where_to_save_it(desk: Desk, tmp_path: Path) -> None:
    desk.session.new()
    desk.title("Typed")
    desk.dialogs.will("unsaved", "save")
    desk.dialogs.will("pick save", None)
    assert not desk.session.close()
    desk.dialogs.will("unsaved", "save")
    desk.dialogs.will("pick save", tmp_path / "ours.partnership")
    assert desk.session.close()
    assert read(tmp_path / "ours.partnership").workbook.title == "Typed"


def test_a_save_that_fails_on_the_way_out_keeps_the_window_open(typed: Desk, file: Path) -> None:
    file.unlink()
    file.mkdir()
    typed.dialogs.will("unsaved", "save")
    typed.dialogs.will("conflict", "keep_working")
    assert not typed.session.close()
    assert len(typed.copies) == 1


def test_a_save_that_fails_on_the_way_out_can_go_elsewhere(typed: Desk, file: Path) -> None:
    file.unlink()
    file.mkdir()
    typed.dialogs.will("unsaved", "save")
    typed.dialogs.will("conflict", "elsewhere")
    typed.dialogs.will("pick save", file.with_name("stick"))
    assert typed.session.close()
    assert read(file.with_name("stick.partnership")).workbook.title == "Typed"


def test_closing_during_a_save_waits_for_it_and_the_window_goes_on_meanwhile(
    typed: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, is_writing, may_go_on, ticks = os.replace, Event(), Event(), 0

    def slow(source: Path, target: Path) -> None:
        if Path(target).name == file.name:
            is_writing.set()
            assert may_go_on.wait(30), "the window stood still while it waited for the disk"
        real(source, target)

    def tick() -> None:
        nonlocal ticks
        ticks += is_writing.is_set()
        if ticks == 5:
            may_go_on.set()

    monkeypatch.setattr(os, "replace", slow)
    timer = QTimer(interval=5)
    timer.timeout.connect(tick)
    timer.start()
    assert typed.session.save()
    assert typed.session.close()
    assert typed.dialogs.asked == []
    assert read(file).workbook.title == "Typed"
