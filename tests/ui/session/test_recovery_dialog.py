"""What is told of unsaved work that was left over: what it contains, when it was, what opening it means."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from threading import get_ident

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from ui import recovery_dialog
from ui.recovery_dialog import CUT, LOOKING, UNREADABLE, UNTOLD, RecoveryDialog, contents_of
from ui.theme.look import look
from workbook.editing import put
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read
from workbook.persistence.recovery import Base, Copy, LeftOver, Standing, version_of
from workbook.persistence.writing import create

SAVED = three_drafts()
TYPED = put(SAVED.replace(title="Customs"), ("drafts", "cold-chain", "name"), "Cold chain II")
NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Customs.partnership"
    create(path, SAVED)
    return path


def left_of(
    file: Path, standing: Standing = "same", *, is_readable: bool = True, is_cut: bool = False
) -> LeftOver:
    opened = read(file)
    base = Base(file, opened.head.revision, version_of(opened.head, opened.workbook))
    copy = Copy("d1", TYPED, base, NOW)
    return LeftOver(Path("journal"), copy, standing, opened if is_readable else None, is_cut)


def never_saved(workbook: Workbook = TYPED, when: dt.datetime = NOW) -> LeftOver:
    return LeftOver(Path("journal"), Copy("d2", workbook, None, when), "never_saved", None)


def shown(bot: QtBot, *left: LeftOver) -> RecoveryDialog:
    """The dialog, once it has told what the first one contains."""
    dialog = RecoveryDialog(left, None)
    bot.addWidget(dialog)
    dialog.show()
    bot.waitUntil(lambda: LOOKING not in dialog.about.toPlainText())
    return dialog


def test_changes_are_told_since_the_revision_it_began_from(qtbot: QtBot, file: Path) -> None:
    words = shown(qtbot, left_of(file)).about.toPlainText()
    assert words.startswith(f"{file}: The file is still as it was before this work; saving brings")
    assert "It holds 2 changes since revision 1 of “Customs.partnership”:" in words
    assert "The name of the draft went from “Cold chain” to “Cold chain II”." in words
    assert "to “Customs”." in words


def test_of_a_file_that_has_changed_the_present_one_is_compared(qtbot: QtBot, file: Path) -> None:
    words = shown(qtbot, left_of(file, "other")).about.toPlainText()
    assert "The file has changed since; this work opens as a copy of its own." in words
    assert "It differs in 2 places from “Customs.partnership” as it is now, revision 1:" in words


@pytest.mark.parametrize(
    ("standing", "told"), [("other", UNREADABLE), ("missing", "The file is no longer there")]
)
def test_where_there_is_nothing_to_compare_it_says_what_it_holds(
    qtbot: QtBot, file: Path, standing: Standing, told: str
) -> None:
    words = shown(qtbot, left_of(file, standing, is_readable=False)).about.toPlainText()
    assert told in words
    # Counted in the design of the tests: its three drafts have 6, 5 and 6 stakeholders and 3 scenarios each.
    assert words.endswith("It holds 3 drafts, 17 stakeholders and 9 scenarios.")


def test_that_the_end_of_it_is_lost_is_told(qtbot: QtBot, file: Path) -> None:
    assert CUT in shown(qtbot, left_of(file, is_cut=True)).about.toPlainText()
    assert CUT not in shown(qtbot, left_of(file)).about.toPlainText()


def test_each_row_says_what_it_is_and_when(qtbot: QtBot, file: Path) -> None:
    yesterday = NOW.astimezone() - dt.timedelta(days=1)
    dialog = shown(qtbot, left_of(file), never_saved(Workbook(), yesterday))
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert rows[0].startswith("Customs, as it was ")
    assert rows[1] == f"Untitled workbook, as it was yesterday {yesterday:%H:%M}"


def test_it_is_looked_into_off_the_windows_thread_and_once(
    qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def noted(left: LeftOver) -> str:
        threads.append(get_ident())
        return contents_of(left)

    monkeypatch.setattr(recovery_dialog, "contents_of", noted)
    dialog = shown(qtbot, left_of(file), never_saved())
    for row in (1, 0, 1, 0):
        dialog.list.setCurrentRow(row)
        qtbot.waitUntil(lambda: LOOKING not in dialog.about.toPlainText())
        assert ("since revision" in dialog.about.toPlainText()) is (row == 0)
    assert len(threads) == 2
    assert get_ident() not in threads


def test_a_fault_in_telling_leaves_it_to_be_opened(
    qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_left: LeftOver) -> str:
        raise ValueError("a fault of ours")

    monkeypatch.setattr(recovery_dialog, "contents_of", fail)
    with qtbot.captureExceptions() as faults:
        dialog = shown(qtbot, left_of(file))
        assert UNTOLD in dialog.about.toPlainText()
    assert [str(each[1]) for each in faults] == ["a fault of ours"]
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.answer is not None
    assert dialog.answer.deed == "open"


def test_going_away_while_it_is_looked_into_hurts_nobody(qtbot: QtBot, file: Path) -> None:
    dialog = RecoveryDialog((left_of(file),), None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reject()
    qtbot.wait(200)
    assert dialog.answer is None
    assert LOOKING in dialog.about.toPlainText()


@pytest.fixture(params=[1.0, 2.0])
def scaled(request: pytest.FixtureRequest) -> Iterator[None]:
    look().set(scale=request.param)
    yield
    look().set(scale=1.0)


@pytest.mark.usefixtures("scaled")
def test_nothing_lies_over_anything_else_and_it_fits_a_small_screen(qtbot: QtBot, file: Path) -> None:
    dialog = shown(qtbot, *[left_of(file)] * 9)
    parts = [dialog.list, dialog.about, *dialog.findChildren(QPushButton)]
    places = [part.rect().translated(part.mapTo(dialog, part.rect().topLeft())) for part in parts]
    for number, place in enumerate(places):
        assert dialog.rect().contains(place)
        assert not any(place.intersects(other) for other in places[number + 1 :])
    assert dialog.minimumSizeHint().height() <= 720 - 2 * 24
    assert dialog.about.viewport().height() >= 3 * look().line_height("body")
