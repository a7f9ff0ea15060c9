"""Taking a snapshot from any page, and looking into a workbook of another file: as the window answers it."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.builders import THREE_DRAFTS, three_drafts
from tests.whole.seeing import faults
from tests.whole.window import Opened, open_window, settle
from ui.forms.fields import TextField
from ui.page import Page
from ui.pages import all_pages
from ui.pages.changes.view import ChangesPage
from ui.shell.snapshots import SnapshotPanel
from ui.theme.tokens import MODES, Mode
from ui.widgets import Button, Popover, WhyMark
from ui.widgets.drop_down import DropDown
from workbook.model.workbook import Snapshot, Workbook

CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
NAME = "Name of the snapshot"
DRAFT = "cold-chain"


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opened:
    return open_window(qtbot, tmp_path, three_drafts().replace(snapshots=()))


def snapshots(opened: Opened) -> tuple[Snapshot, ...]:
    return opened.document.workbook.snapshots


def press_shortcut(opened: Opened) -> None:
    opened.press(Key.Key_T, CONTROL)


def is_open(opened: Opened) -> bool:
    return bool(opened.find_all(Popover))


def take(opened: Opened, name: str = "") -> None:
    press_shortcut(opened)
    field = opened.find(TextField, NAME)
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Key.Key_Return)
    settle()


def notice(opened: Opened) -> str:
    return opened.workspace.notice.words


# ----------------------------------------------------------------------------- taking one


@pytest.mark.parametrize("page", all_pages(), ids=[page.key for page in all_pages()])
def test_on_every_page_the_shortcut_and_enter_keep_the_draft_as_it_stands(opened: Opened, page: Page) -> None:
    opened.go_to(page.key)
    before = opened.document.workbook
    press_shortcut(opened)
    field = opened.find(TextField, NAME)
    assert field.hasFocus()
    QTest.keyClicks(field, "Before lunch")
    assert opened.document.workbook is before
    QTest.keyClick(field, Key.Key_Return)
    settle()
    (kept,) = snapshots(opened)
    assert (kept.name, kept.by, kept.reason) == ("Before lunch", before.facilitator, "by_hand")
    assert kept.draft == before.draft(DRAFT)
    assert abs(kept.at - dt.datetime.now().astimezone()) < dt.timedelta(minutes=5)
    assert not is_open(opened)
    assert opened.page == page.key
    assert notice(opened) == "The snapshot “Before lunch” is taken."
    assert opened.document.history.undoText() == "taking a snapshot"
    opened.document.undo()
    assert opened.document.workbook == before


def test_without_a_name_it_is_called_after_draft_and_moment(opened: Opened) -> None:
    take(opened)
    (kept,) = snapshots(opened)
    assert kept.name == f"Cold chain, {kept.at:%Y-%m-%d %H:%M}"


def test_the_panel_says_which_draft_is_kept_and_what_it_would_be_called(opened: Opened) -> None:
    opened.document.choose_draft("river-flood")
    press_shortcut(opened)
    panel = opened.find(SnapshotPanel)
    assert panel.name.placeholderText().startswith("River flood, 2")
    opened.find(Button, "Take it").click()
    assert [each.draft.id for each in snapshots(opened)] == ["river-flood"]


def test_escape_takes_nothing_and_the_keyboard_is_where_it_was(opened: Opened) -> None:
    opened.go_to("framing")
    field = opened.find_all(TextField)[0]
    field.setFocus()
    press_shortcut(opened)
    QTest.keyClicks(opened.find(TextField, NAME), "Lunch")
    opened.press(Key.Key_Escape)
    assert not is_open(opened)
    assert snapshots(opened) == ()
    assert field.hasFocus()


def test_the_shortcut_pressed_twice_keeps_what_was_typed(opened: Opened) -> None:
    press_shortcut(opened)
    QTest.keyClicks(opened.find(TextField, NAME), "Lunch")
    press_shortcut(opened)
    assert opened.find(TextField, NAME).text() == "Lunch"
    assert len(opened.find_all(Popover)) == 1


def test_the_notice_takes_it_back_and_the_page_stays(opened: Opened) -> None:
    opened.go_to("framing")
    take(opened, "Before lunch")
    next(each for each in opened.find_all(Button, "Undo") if each.isVisible()).click()
    settle()
    assert snapshots(opened) == ()
    assert opened.page == "framing"
    assert notice(opened) == ""


def test_once_something_else_has_changed_the_notice_is_gone(opened: Opened) -> None:
    take(opened, "Before lunch")
    opened.document.put(("title",), "Another", "change of title")
    settle()
    assert notice(opened) == ""
    take(opened, "After lunch")
    assert notice(opened) == "The snapshot “After lunch” is taken."


def test_the_keys_of_undo_go_to_where_snapshots_are(opened: Opened) -> None:
    opened.go_to("framing")
    take(opened, "Before lunch")
    opened.press(Key.Key_Z, CONTROL)
    assert snapshots(opened) == ()
    assert opened.page == "changes"


def test_the_menu_of_the_draft_has_it_with_its_shortcut(opened: Opened) -> None:
    (action,) = (each for each in opened.workspace.actions_.draft_menu.actions() if "snapshot" in each.text())
    assert action.text().replace("&", "") == "Take a snapshot…"
    assert action.shortcut().toString() == "Ctrl+T"
    action.trigger()
    assert is_open(opened)


def test_no_other_deed_has_the_same_shortcut(opened: Opened) -> None:
    keys = [key.toString() for each in opened.window.actions() for key in each.shortcuts()]
    assert keys.count("Ctrl+T") == 1


def test_without_a_draft_it_is_said_what_is_missing(qtbot: QtBot, tmp_path: Path) -> None:
    opened = open_window(qtbot, tmp_path, Workbook())
    press_shortcut(opened)
    assert not is_open(opened)
    assert notice(opened) == "A snapshot keeps a draft: begin one on any page, then press Ctrl+T again."


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_panel_can_be_read(qtbot: QtBot, tmp_path: Path, mode: Mode, scale: float) -> None:
    opened = open_window(qtbot, tmp_path, mode=mode, scale=scale, size=(1024, 700))
    press_shortcut(opened)
    panel = opened.find(SnapshotPanel)
    found = [fault for fault in faults(panel.window()) if "Popover" in fault or "SnapshotPanel" in fault]
    assert found == []


# ----------------------------------------------------------------------------- from draft to comparison


def test_a_snapshot_taken_on_any_page_is_what_the_page_of_changes_compares_with(opened: Opened) -> None:
    opened.go_to("framing")
    take(opened, "Before lunch")
    opened.document.put(("drafts", DRAFT, "framing", "out_of_scope"), "Cars.", "change of scope")
    view = opened.go_to("changes")
    assert isinstance(view, ChangesPage)
    assert view.comparison.summary.sentence.text() == "1 change, in Framing."
    row = opened.find(QAbstractButton, "What is out of scope", inside=view)
    row.setFocus()
    QTest.keyClick(row, Key.Key_Return)
    settle()
    assert opened.page == "framing"
    assert opened.in_hand.accessibleName() == "Out of scope"


@pytest.mark.parametrize(("mode", "scale"), [("light", 1.0), ("dark", 2.0), ("high_contrast", 1.0)])
def test_the_page_can_be_read_with_all_of_it_open(
    qtbot: QtBot, tmp_path: Path, mode: Mode, scale: float
) -> None:
    opened = open_window(qtbot, tmp_path, mode=mode, scale=scale)
    view = opened.go_to("changes")
    assert isinstance(view, ChangesPage)
    view.comparison.groups.all.click()
    view.comparison.gains.same.open()
    view.snapshots.own.items["x1kpme7bq"].open()
    settle()
    assert faults(opened.window) == []
    view.reveal(("snapshots", "x1kpme7bq", "draft", "dimensions"))
    view.held.groups.all.click()
    settle()
    assert opened.find_all(WhyMark, "Why? Contextual factors", inside=view)
    assert faults(opened.window) == []


# ----------------------------------------------------------------------------- another file


def choose_another_file(opened: Opened) -> ChangesPage:
    view = opened.go_to("changes")
    assert isinstance(view, ChangesPage)
    field = opened.find(DropDown, "From", inside=view)
    field.setCurrentIndex(field.count() - 1)
    field.activated.emit(field.currentIndex())
    settle()
    return view


def test_a_draft_of_another_file_is_compared_and_neither_file_is_touched(
    opened: Opened, tmp_path: Path
) -> None:
    other = tmp_path / "north.partnership"
    other.write_bytes(THREE_DRAFTS.read_bytes())
    opened.answers.opens.append(other)
    before = opened.document.workbook
    view = choose_another_file(opened)
    assert view.pickers.before.currentText() == "Cold chain, in north.partnership"
    assert view.comparison.summary.sentence.text() == "No difference."
    assert opened.document.workbook is before
    assert opened.session.path is None
    assert other.read_bytes() == THREE_DRAFTS.read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no workbook at all", "“north.partnership” "),
        (None, "“north.partnership” cannot be read: there is no such file or folder."),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    opened: Opened, tmp_path: Path, content: bytes | None, said: str
) -> None:
    other = tmp_path / "north.partnership"
    if content is not None:
        other.write_bytes(content)
    opened.answers.opens.append(other)
    chosen = "Case: FloraHolland"
    view = choose_another_file(opened)
    (told,) = opened.answers.told
    assert told.startswith(said)
    assert told.endswith(".")
    assert "\n" not in told
    assert view.pickers.before.currentText() == chosen


def test_thinking_better_of_it_changes_nothing(opened: Opened) -> None:
    view = choose_another_file(opened)
    assert opened.answers.asked == ["open"]
    assert opened.answers.told == []
    assert view.pickers.before.currentText() == "Case: FloraHolland"
