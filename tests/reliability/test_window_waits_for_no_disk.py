"""The window while a disk is slow, stuck or full: it goes on, says what is the matter, and loses nothing."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Timer
from time import monotonic

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from tests.figures import Figures
from tests.reliability.poor_share import poor_share
from tests.reliability.small_disk import small_disk
from tests.whole.window import Opened, open_window, settle, wait_until
from ui.background import Job
from ui.session.saving import Saving
from workbook.edits.begin import add_draft, empty_draft
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read
from workbook.persistence.writing import create

BEATS = 20
PATIENCE = 60.0
"""Seconds."""
PROMISED = 0.1
"""Seconds that the window's thread is blocked at most."""


class Heart(QObject):
    """Beats on the window's thread, as often as it may."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.beats, self.longest, self._last = 0, 0.0, monotonic()
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin_anew(self) -> None:
        self.beats, self.longest, self._last = 0, 0.0, monotonic()

    def _beat(self) -> None:
        now = monotonic()
        self.beats, self.longest, self._last = self.beats + 1, max(self.longest, now - self._last), now


class StuckDisk:
    """Whoever waits for the disk waits until it is let go."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.reached, self.go_on = Event(), Event()
        real = os.fsync

        def fsync(file: int) -> None:
            self.reached.set()
            assert self.go_on.wait(PATIENCE)
            real(file)

        patch.setattr(os, "fsync", fsync)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opened:
    return open_window(qtbot, tmp_path / "home", add_draft(Workbook(title="One"), empty_draft()))


@pytest.fixture
def heart(opened: Opened) -> Heart:
    return Heart(opened.window)


def open_file(opened: Opened, path: Path) -> None:
    create(path, opened.document.workbook)
    assert opened.session.open(path)
    settle()


def put_title(opened: Opened, title: str) -> None:
    opened.document.put(("title",), title, "change of title")


def is_modified(opened: Opened) -> bool:
    return opened.session.is_modified


def beats_while_it_saves(opened: Opened, heart: Heart, disk: StuckDisk) -> int:
    """How often the heart beats between the moment the disk is stuck and the moment it is let go."""
    put_title(opened, "Two")
    heart.begin_anew()
    assert opened.session.save()
    wait_until(disk.reached.is_set, PATIENCE)
    while heart.beats < BEATS and not disk.go_on.is_set():
        settle()
    return heart.beats


def test_the_window_goes_on_while_the_disk_is_stuck(
    opened: Opened, heart: Heart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "e.partnership"
    open_file(opened, path)
    disk = StuckDisk(monkeypatch)
    try:
        assert beats_while_it_saves(opened, heart, disk) >= BEATS
        assert opened.session.saved_in_words == "Saving…"
        put_title(opened, "Three")  # also its journal meets the disk now
        heart.begin_anew()
        wait_until(lambda: heart.beats >= BEATS, PATIENCE)
        assert read(path).workbook.title == "One"
    finally:
        disk.go_on.set()
    wait_until(lambda: not opened.session.is_saving, PATIENCE)
    assert read(path).workbook.title == "Two"
    assert opened.session.is_modified


def test_a_window_that_saves_on_its_own_thread_does_not_pass(
    opened: Opened, heart: Heart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_file(opened, tmp_path / "e.partnership")
    begin = Saving.begin

    def begin_here(saving: Saving, *arguments: object) -> None:
        """The naive way: what would be done on another thread is done at once."""

        def at_once(
            work: Callable[[], object],
            *,
            done: Callable[[object], object],
            failed: Callable[[Exception], object],
            lane: object = None,
        ) -> Job[object] | None:
            del failed, lane
            done(work())
            return None

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("ui.session.saving.run_in_background", at_once)
            begin(saving, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Saving, "begin", begin_here)
    disk = StuckDisk(monkeypatch)
    release = Timer(0.5, disk.go_on.set)
    release.start()
    assert beats_while_it_saves(opened, heart, disk) < BEATS
    release.join()


@pytest.mark.long
@pytest.mark.timeout(300)
def test_the_window_is_never_blocked_by_a_disk_that_takes_half_a_second_for_each_write(
    opened: Opened, heart: Heart, tmp_path: Path, figures: Figures
) -> None:
    gaps = []
    with poor_share(tmp_path / "slow") as share:
        path = share.folder() / "e.partnership"
        open_file(opened, path)
        share.give("slow")
        for number in range(3):
            put_title(opened, f"Save {number}")
            settle()
            heart.begin_anew()
            begun = monotonic()
            assert opened.session.save()
            wait_until(lambda: not opened.session.is_saving, PATIENCE)
            assert monotonic() - begun > 0.5  # or else the disk was not slow
            gaps.append(heart.longest)
            assert read(path).workbook.title == f"Save {number}"
        share.give()
        opened.session.close()
    # Of three, because a busy machine may take the processor away for a while; a disk would block all three.
    longest = min(gaps)
    beside = f"window blocked {longest * 1000:.0f} ms at most"
    figures.tell("Slow disk, 500 ms a write", tried=len(gaps), what="saves", lost=0, beside=beside)
    assert longest < PROMISED


# ------------------------------------------------------------------------------------ a disk that is full


def test_a_full_stick_is_told_and_once_there_is_room_it_is_saved(opened: Opened, tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", 64) as stick:
        path = stick / "e.partnership"
        open_file(opened, path)
        ballast = stick / "holiday.jpg"
        ballast.write_bytes(bytes(48 * 1024))
        put_title(opened, "Two " + "x" * 20_000)
        opened.session.save()
        wait_until(lambda: bool(opened.answers.asked), PATIENCE)
        assert (
            "“e.partnership” cannot be saved: the disk is full; make room on it, or save to another place"
            in (" ".join(opened.answers.asked))
        )
        assert is_modified(opened)
        assert read(path).workbook.title == "One"

        ballast.unlink()
        opened.session.save()
        wait_until(lambda: not opened.session.is_saving, PATIENCE)
        assert not is_modified(opened)
        assert read(path).workbook.title.startswith("Two ")
        assert opened.session.close()


def test_from_a_full_stick_one_can_save_elsewhere(opened: Opened, tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", 64) as stick:
        open_file(opened, stick / "e.partnership")
        (stick / "holiday.jpg").write_bytes(bytes(48 * 1024))
        put_title(opened, "Two " + "x" * 20_000)
        opened.answers.failed_save = "elsewhere"
        opened.answers.saves = [tmp_path / "elsewhere.partnership"]
        opened.session.save()
        wait_until(lambda: opened.session.path == tmp_path / "elsewhere.partnership", PATIENCE)
        assert read(tmp_path / "elsewhere.partnership").workbook == opened.document.workbook
        assert read(stick / "e.partnership").workbook.title == "One"
        assert opened.session.close()
