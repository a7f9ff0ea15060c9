"""The list of earlier versions: by keyboard, in every theme, and answering while a version is compared."""

import datetime as dt
import threading
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.earlier import changed_since, time_in_words
from ui.earlier_dialog import SAME, UNTOLD, Compare, EarlierDialog
from ui.moments import now
from ui.theme.look import look
from ui.theme.tokens import MODES, Mode
from workbook.analysis.difference.whole import WorkbookDifference
from workbook.edits.begin import add_draft, empty_draft
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.reading import read
from workbook.persistence.version import Version
from workbook.persistence.writing import create, write


@pytest.fixture
def three(tmp_path: Path) -> tuple[Path, tuple[Version, ...]]:
    """A file that was saved three times, and its versions."""
    path = tmp_path / "e.partnership"
    backups = Backups(tmp_path / "backups", now)
    workbook = add_draft(Workbook(title="<b>One</b>"), empty_draft())
    head = create(path, workbook, backups=backups).head
    for title in ("Two", "Three"):
        head = write(path, workbook.replace(title=title), head, backups=backups).head
    return path, backups.versions(path)


def compare_with(path: Path) -> Compare:
    present = read(path).workbook
    return lambda version: changed_since(version.read().workbook, present)


@pytest.fixture
def dialog(qtbot: QtBot, three: tuple[Path, tuple[Version, ...]]) -> EarlierDialog:
    path, versions = three
    dialog = EarlierDialog(versions, path, compare_with(path), None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.in_short.text() == SAME)
    return dialog


def button(dialog: QWidget, words: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == words)


def test_versions_are_listed_by_moment_and_revision(dialog: EarlierDialog) -> None:
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    clock = f"{now():%H:}"
    assert [row.partition(clock)[0] for row in rows] == [
        f"Revision {revision}, kept today " for revision in (3, 2, 1)
    ]


def test_by_keyboard_one_looks_and_goes_back(dialog: EarlierDialog, qtbot: QtBot) -> None:
    assert not button(dialog, "Go back to it").isEnabled()  # nothing has changed since the last save
    assert button(dialog, "Open as a copy").isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: bool(dialog.details.toPlainText()))
    assert dialog.in_short.text() == "Since then, to the workbook as it is open now: 1 change."
    assert dialog.details.toPlainText() == (
        "Outside the drafts:\n– The title went from “<b>One</b>” to “Three”."  # noqa: RUF001 - a dash
    )
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.answer is not None
    assert (dialog.answer.version.revision, dialog.answer.deed) == (1, "go_back")
    assert not dialog.isVisible()


def test_by_keyboard_one_opens_a_copy(dialog: EarlierDialog) -> None:
    dialog.activateWindow()
    for _ in range(10):
        if button(dialog, "Open as a copy").hasFocus():
            break
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(button(dialog, "Open as a copy"), Qt.Key.Key_Space)
    assert dialog.answer is not None
    assert (dialog.answer.version.revision, dialog.answer.deed) == (3, "open_copy")


def test_escape_and_close_decide_nothing(dialog: EarlierDialog) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.answer is None
    dialog.show()
    button(dialog, "Close").click()
    assert dialog.answer is None


def test_comparing_is_done_on_another_thread_and_the_list_goes_on_answering(
    qtbot: QtBot, three: tuple[Path, tuple[Version, ...]]
) -> None:
    path, versions = three
    compare, go_on = compare_with(path), threading.Event()
    threads: list[int] = []

    def slowly(version: Version) -> WorkbookDifference:
        threads.append(threading.get_ident())
        if version == versions[0]:
            assert go_on.wait(10)
        return compare(version)

    dialog = EarlierDialog(versions, path, slowly, None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(threads) == 1)
    assert dialog.in_short.text().startswith("Comparing")
    assert not button(dialog, "Open as a copy").isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.in_short.text().startswith("Since then"))
    go_on.set()
    qtbot.wait(50)
    assert dialog.in_short.text().startswith("Since then")  # the late answer is about another row
    assert threading.get_ident() not in threads
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: dialog.in_short.text() == SAME)


def test_closing_while_it_compares_is_no_fault(qtbot: QtBot, three: tuple[Path, tuple[Version, ...]]) -> None:
    path, versions = three
    begun, go_on = threading.Event(), threading.Event()

    def slowly(version: Version) -> WorkbookDifference:
        begun.set()
        assert go_on.wait(10)
        return compare_with(path)(version)

    dialog = EarlierDialog(versions, path, slowly, None)
    dialog.show()
    assert begun.wait(10)
    dialog.reject()
    dialog.deleteLater()
    qtbot.wait(20)
    go_on.set()
    qtbot.wait(50)


def test_a_damaged_version_says_so_and_cannot_be_opened(
    qtbot: QtBot, three: tuple[Path, tuple[Version, ...]]
) -> None:
    path, versions = three
    versions[0].place.write_bytes(b"garbled")
    dialog = EarlierDialog(versions, path, compare_with(path), None)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "is damaged" in dialog.details.toPlainText())
    assert not button(dialog, "Go back to it").isEnabled()
    assert not button(dialog, "Open as a copy").isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.answer is None


def test_a_fault_in_comparing_hides_no_version(qtbot: QtBot, three: tuple[Path, tuple[Version, ...]]) -> None:
    path, versions = three

    def fail(_version: Version) -> WorkbookDifference:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as faults:
        dialog = EarlierDialog(versions, path, fail, None)
        qtbot.addWidget(dialog)
        qtbot.waitUntil(lambda: bool(faults))
    assert dialog.in_short.text() == UNTOLD
    button(dialog, "Open as a copy").click()
    assert dialog.answer is not None


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_in_every_theme_and_size_words_have_room_and_are_plain_text(
    qtbot: QtBot, three: tuple[Path, tuple[Version, ...]], mode: Mode, scale: float
) -> None:
    look().set(mode, scale)
    path, versions = three
    dialog = EarlierDialog(versions, path, compare_with(path), None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.in_short.text() == SAME)
    for each in dialog.findChildren(QPushButton):
        assert each.width() >= each.sizeHint().width()
    for label in dialog.findChildren(QLabel):
        if label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText
            assert label.height() >= QFontMetrics(label.font()).height()
    for row in range(dialog.list.count()):
        words = QFontMetrics(dialog.list.font()).horizontalAdvance(dialog.list.item(row).text())
        assert words < dialog.list.viewport().width()
    assert dialog.list.palette().text().color() == look().colour("text")
    look().set("light", 1.0)


def test_a_moment_is_told_with_its_time_however_long_ago() -> None:
    noon = dt.datetime(2027, 3, 10, 12, 0, tzinfo=dt.UTC)  # a Wednesday
    told = [time_in_words(noon - dt.timedelta(days=days, hours=1), noon) for days in (0, 1, 4, 40, 400)]
    assert told == [
        "today 11:00",
        "yesterday 11:00",
        "Saturday 11:00",
        "29 January 11:00",
        "3 February 2026 11:00",
    ]


def test_however_much_has_changed_nothing_lies_on_anything_else(
    qtbot: QtBot, three: tuple[Path, tuple[Version, ...]]
) -> None:
    path, versions = three
    drafts = tuple(empty_draft().replace(id=f"d{number}", name=f"Draft {number} " * 5) for number in range(9))
    many = read(path).workbook.replace(drafts=drafts)
    dialog = EarlierDialog(versions, path, lambda version: changed_since(version.read().workbook, many), None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.details.toPlainText()))
    qtbot.wait(20)
    parts = [dialog.list, dialog.in_short, dialog.details]
    assert [one.geometry().intersects(other.geometry()) for one, other in pairwise(parts)] == [False, False]
    assert dialog.in_short.height() >= dialog.in_short.heightForWidth(dialog.in_short.width())
    assert all(f"Draft {number}" in dialog.details.toPlainText() for number in range(9))


def test_with_text_twice_as_large_it_still_fits_a_projector(
    qtbot: QtBot, three: tuple[Path, tuple[Version, ...]]
) -> None:
    path, versions = three
    many = tuple(replace(versions[0], revision=number) for number in range(40))
    look().set(scale=2.0)
    dialog = EarlierDialog(many, path, compare_with(path), None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.minimumSizeHint().height() < 1000
    assert dialog.height() <= max(dialog.screen().availableSize().height(), dialog.minimumHeight())
    look().set(scale=1.0)
