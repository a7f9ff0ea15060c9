"""Files that the window writes: reports cancelled or failing half-way, and closing while one is written."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from exports.report.page import Page
from tests.exports.reports import small, write
from tests.whole.window import Opened, open_window, wait_until
from ui.background import Stopped
from ui.requests import ReportDone, ReportFailed, ReportWanted
from ui.shell import exporting
from ui.shell.exporting import Stopping
from workbook.persistence.problems import Unwritable

PATIENCE = 30.0


@dataclass
class Heard:
    """What a report that is being written is told to."""

    progress: list[tuple[int, int]] = field(default_factory=list)
    done: list[ReportDone] = field(default_factory=list)
    failed: list[ReportFailed] = field(default_factory=list)

    def on_progress(self, written: int, of: int) -> None:
        self.progress.append((written, of))

    def on_done(self, done: ReportDone) -> None:
        self.done.append(done)

    def on_failed(self, failed: ReportFailed) -> None:
        self.failed.append(failed)


@pytest.fixture(name="opened")
def opened_window(qtbot: QtBot, tmp_path: Path) -> Opened:
    return open_window(qtbot, tmp_path, small())


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """An earlier report, the only file in its folder."""
    path = tmp_path / "reports" / "Monday.xlsx"
    path.parent.mkdir()
    write(path, small(title="Friday"))
    return path


def export(opened: Opened, heard: Heard, wanted: ReportWanted) -> None:
    opened.workspace.answers.export_report(wanted, heard)
    wait_until(lambda: bool(heard.done or heard.failed), PATIENCE)


def test_an_earlier_report_is_replaced_and_its_sheets_are_counted(opened: Opened, report: Path) -> None:
    before, heard = report.read_bytes(), Heard()
    export(opened, heard, ReportWanted(report))
    assert report.read_bytes() != before
    last = len(heard.done[0].sheets)
    assert heard.progress == [(written, last) for written in range(last + 1)]


def test_a_file_that_is_no_report_is_replaced_only_when_asked_to(opened: Opened, report: Path) -> None:
    report.write_bytes(b"the budget of somebody else")
    heard = Heard()
    export(opened, heard, ReportWanted(report))
    assert report.read_bytes() == b"the budget of somebody else"
    (failed,) = heard.failed
    assert failed.sentence.startswith("“Monday.xlsx” is there already and is no report of this program.")
    assert failed.may_replace
    for wanted in (ReportWanted(report, all_the_same=True), ReportWanted(report, is_picked=True)):
        report.write_bytes(b"the budget of somebody else")
        agreed = Heard()
        export(opened, agreed, wanted)
        assert agreed.done


def test_a_report_open_in_excel_is_replaced_only_when_asked_to(opened: Opened, report: Path) -> None:
    before, heard = report.read_bytes(), Heard()
    report.with_name("~$Monday.xlsx").touch()
    export(opened, heard, ReportWanted(report, is_picked=True))
    assert report.read_bytes() == before
    assert heard.failed[0].sentence == (
        "“Monday.xlsx” seems to be open in Excel. Close it there and try again, or choose another name."
    )
    agreed = Heard()
    export(opened, agreed, ReportWanted(report, all_the_same=True))
    assert report.read_bytes() != before


def test_a_failure_is_one_sentence_and_the_earlier_report_is_as_it_was(
    opened: Opened, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object, **__: object) -> bool:
        raise Unwritable(path, "cannot be saved: the disk is full")

    monkeypatch.setattr("exports.report.build.write_output", full)
    before, heard = report.read_bytes(), Heard()
    export(opened, heard, ReportWanted(report))
    assert heard.failed == [
        ReportFailed("“Monday.xlsx” cannot be saved: the disk is full.", exporting.AS_IT_WAS)
    ]
    assert report.read_bytes() == before


class Held:
    """A report that stops at its third table until it may go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_there, self.may_go_on = Event(), Event()
        real, tables = Page.table, iter(range(10**6))

        def table(page: Page, *arguments: object, **options: object) -> object:
            if next(tables) == 2:
                self.is_there.set()
                assert self.may_go_on.wait(PATIENCE)
            return real(page, *arguments, **options)  # type: ignore[arg-type] # whatever it takes

        monkeypatch.setattr(Page, "table", table)


def test_a_report_cancelled_half_way_leaves_nothing(
    opened: Opened, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, heard, before = Held(monkeypatch), Heard(), report.read_bytes()
    cancel = opened.workspace.answers.export_report(ReportWanted(report), heard)
    wait_until(held.is_there.is_set, PATIENCE)
    assert cancel()
    held.may_go_on.set()
    opened.workspace.outputs.finish()
    assert (heard.done, heard.failed) == ([], [])
    assert report.read_bytes() == before
    assert list(report.parent.iterdir()) == [report]


def test_a_report_is_cancelled_or_put_in_place_and_never_both() -> None:
    late, early = Stopping(), Stopping()
    late.place()
    assert not late.cancel()
    assert early.cancel()
    with pytest.raises(Stopped):
        early.place()


def test_closing_waits_for_the_report_that_was_asked_for(
    opened: Opened, report: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    held, heard, before = Held(monkeypatch), Heard(), report.read_bytes()
    opened.workspace.answers.export_report(ReportWanted(report), heard)
    wait_until(held.is_there.is_set, PATIENCE)
    seen: list[str] = []

    def go_on() -> None:
        seen.append(opened.workspace.notice.words)
        opened.window.close()  # closing twice does not end what is waited for
        assert opened.window.isVisible()
        held.may_go_on.set()

    with qtbot.captureExceptions() as faults:
        QTimer.singleShot(0, go_on)
        assert opened.window.close()
    assert faults == []
    assert seen == ["A file is still being written. The window closes when it is in place."]
    assert len(heard.done) == 1
    assert report.read_bytes() != before


def test_closing_stays_when_the_report_fails_meanwhile(
    opened: Opened, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, heard = Held(monkeypatch), Heard()
    report.with_name("~$Monday.xlsx").touch()
    opened.workspace.answers.export_report(ReportWanted(report), heard)
    wait_until(held.is_there.is_set, PATIENCE)
    held.may_go_on.set()
    assert not opened.window.close()
    assert len(heard.failed) == 1
    assert opened.workspace.notice.words == "The window stays open, because a file was not written."
    assert opened.window.close()


def test_a_fault_while_asking_keeps_the_window_open_once(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail() -> bool:
        raise RuntimeError("no question")

    monkeypatch.setattr(opened.workspace, "may_close", fail)
    outcomes = []
    for _ in range(3):
        with qtbot.captureExceptions():
            try:
                outcomes.append(opened.window.close())
            except RuntimeError:
                outcomes.append(False)
    assert outcomes == [False, False, True]  # what was typed is kept, and offered at the next start
