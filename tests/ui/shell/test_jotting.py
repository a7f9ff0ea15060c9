"""Taking something down from any page: one shortcut, one panel, one step of undo, nothing lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QRadioButton
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.whole.seeing import faults
from tests.whole.window import Opened, open_window, settle
from ui.forms.fields import ProseField, TextField
from ui.page import Page
from ui.pages import all_pages
from ui.shell.jotting import JotField, JotPanel
from ui.theme.tokens import MODES, Mode
from ui.widgets import Button, Popover
from workbook.model.notes import Note
from workbook.model.workbook import Workbook

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
DRAFT = "cold-chain"


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opened:
    workbook = three_drafts()
    first, *others = workbook.drafts
    return open_window(qtbot, tmp_path, workbook.replace(drafts=(first.replace(record=()), *others)))


def record(opened: Opened) -> tuple[Note, ...]:
    return opened.document.workbook.draft(DRAFT).record


def press_shortcut(opened: Opened) -> None:
    opened.press(Key.Key_J, CONTROL)


def panel_of(opened: Opened) -> JotPanel:
    return opened.find(JotPanel)


def write(opened: Opened, words: str) -> None:
    QTest.keyClicks(opened.find(JotField), words)
    settle()


def is_open(opened: Opened) -> bool:
    return bool(opened.find_all(Popover))


def notice(opened: Opened) -> str:
    return opened.workspace.notice.words


# ------------------------------------------------------------------------------------------------ taking down


@pytest.mark.parametrize("page", all_pages(), ids=[page.key for page in all_pages()])
def test_on_every_page_the_shortcut_takes_down_with_the_page_it_was_on(opened: Opened, page: Page) -> None:
    key = page.key
    opened.go_to(key)
    before = opened.document.workbook
    press_shortcut(opened)
    assert opened.find(JotField).hasFocus()
    write(opened, "We begin in May.")
    assert opened.document.workbook is before
    QTest.keyClick(opened.find(JotField), Key.Key_Return)
    settle()
    (note,) = record(opened)
    assert (note.kind, note.text, note.owner, note.page) == ("decision", "We begin in May.", "", key)
    assert not is_open(opened)
    assert opened.page == key
    assert notice(opened) == "Taken down: decision 1."
    assert opened.document.history.undoText() == "taking down decision 1"
    opened.document.undo()
    assert opened.document.workbook == before


def test_it_goes_to_the_draft_that_is_looked_at(opened: Opened) -> None:
    opened.document.choose_draft("river-flood")
    held = opened.document.workbook.draft("river-flood").record
    press_shortcut(opened)
    write(opened, "Ours.")
    QTest.keyClick(opened.find(JotField), Key.Key_Return)
    assert [note.text for note in opened.document.workbook.draft("river-flood").record[len(held) :]] == [
        "Ours."
    ]
    assert record(opened) == ()


def test_the_shortcut_pressed_again_goes_from_kind_to_kind(opened: Opened) -> None:
    press_shortcut(opened)
    write(opened, "Who pays?")
    kinds = []
    for _ in range(4):
        press_shortcut(opened)
        kinds.append(panel_of(opened).kind.value)
    assert kinds == ["question", "idea", "task", "decision"]
    assert opened.find(JotField).hasFocus()
    press_shortcut(opened)
    QTest.keyClick(opened.find(JotField), Key.Key_Return)
    assert (record(opened)[0].kind, record(opened)[0].text) == ("question", "Who pays?")


def test_the_kind_stays_for_the_next_one_and_the_words_do_not(opened: Opened) -> None:
    press_shortcut(opened)
    panel_of(opened).findChildren(QRadioButton)[3].click()
    write(opened, "Ask the ministry.")
    owner = opened.find(TextField, "Owner")
    owner.setFocus()
    QTest.keyClicks(owner, "Ines")
    QTest.keyClick(owner, Key.Key_Return)
    settle()
    assert (record(opened)[0].kind, record(opened)[0].owner) == ("task", "Ines")
    press_shortcut(opened)
    assert panel_of(opened).note() == Note(id="kept", kind="task")


def test_the_button_takes_down_once_something_is_written(opened: Opened) -> None:
    QTest.mouseClick(opened.workspace.bar.take_down, Qt.MouseButton.LeftButton)
    settle()
    button = opened.find(Button, "Take it down")
    assert not button.isEnabled()
    assert button.toolTip() == "Nothing is written yet"
    write(opened, "   ")
    QTest.keyClick(opened.find(JotField), Key.Key_Return)
    assert is_open(opened)
    write(opened, "We begin in May. ")
    assert button.isEnabled()
    button.click()
    settle()
    assert record(opened)[0].text == "We begin in May."


def test_shift_with_enter_begins_a_line(opened: Opened) -> None:
    press_shortcut(opened)
    write(opened, "One")
    QTest.keyClick(opened.find(JotField), Key.Key_Return, SHIFT)
    write(opened, "Two")
    QTest.keyClick(opened.find(JotField), Key.Key_Enter)
    assert record(opened)[0].text == "One\nTwo"


def test_the_panel_grows_with_what_is_written(opened: Opened) -> None:
    press_shortcut(opened)
    popover = opened.find(Popover)
    before = popover.height()
    write(opened, "A sentence that takes its room. " * 8)
    assert popover.height() > before
    assert faults(popover) == []


def test_it_is_in_the_menu(opened: Opened) -> None:
    menus = opened.workspace.actions_.menu.findChildren(QMenu)
    texts = {action.text(): action for menu in menus for action in menu.actions()}
    texts["&Take something down…"].trigger()
    settle()
    assert is_open(opened)


# -------------------------------------------------------------------------------------------- nothing is lost


def test_escape_closes_it_and_what_was_typed_is_there_the_next_time(opened: Opened) -> None:
    opened.go_to("framing")
    field = opened.find(ProseField, "Societal problem", opened.view)
    field.setFocus()
    press_shortcut(opened)
    write(opened, "Half a sent")
    press_shortcut(opened)
    QTest.keyClick(opened.find(JotField), Key.Key_Escape)
    settle()
    assert not is_open(opened)
    assert field.hasFocus()
    assert opened.document.history.count() == 0
    opened.go_to("compare")
    press_shortcut(opened)
    assert panel_of(opened).note() == Note(id="kept", kind="question", text="Half a sent")
    write(opened, "ence")
    QTest.keyClick(opened.find(JotField), Key.Key_Return)
    assert (record(opened)[0].text, record(opened)[0].page) == ("Half a sentence", "compare")


def test_a_click_elsewhere_keeps_it_too(opened: Opened) -> None:
    opened.go_to("framing")
    press_shortcut(opened)
    write(opened, "Half")
    QTest.mouseClick(opened.workspace.guide, Qt.MouseButton.LeftButton)
    settle()
    assert not is_open(opened)
    press_shortcut(opened)
    assert opened.find(JotField).value() == "Half"


def test_after_enter_the_keyboard_is_where_it_was(opened: Opened) -> None:
    opened.go_to("framing")
    field = opened.find(ProseField, "Societal problem", opened.view)
    field.setFocus()
    press_shortcut(opened)
    write(opened, "We begin in May.")
    QTest.keyClick(opened.find(JotField), Key.Key_Return)
    settle()
    assert QApplication.focusWidget() is field


def test_what_was_being_typed_on_the_page_is_a_step_of_its_own(opened: Opened) -> None:
    opened.go_to("framing")
    field = opened.find(ProseField, "Societal problem", opened.view)
    field.setFocus()
    typed = opened.document.workbook
    QTest.keyClicks(field, "A")
    press_shortcut(opened)
    write(opened, "We begin in May.")
    QTest.keyClick(opened.find(JotField), Key.Key_Return)
    QTest.keyClicks(field, "B")
    opened.document.undo()
    assert field.value().startswith("A")
    assert "B" not in field.value()[:2]
    assert len(record(opened)) == 1
    opened.document.undo()
    opened.document.undo()
    assert opened.document.workbook == typed


# ----------------------------------------------------------------------------------------------- the way back


def test_undo_in_the_notice_takes_it_back_and_stays_on_the_page(opened: Opened) -> None:
    opened.go_to("compare")
    before = opened.document.workbook
    press_shortcut(opened)
    write(opened, "We begin in May.")
    QTest.keyClick(opened.find(JotField), Key.Key_Return)
    settle()
    opened.find(Button, "Undo", opened.workspace.notice).click()
    settle()
    assert opened.document.workbook == before
    assert opened.page == "compare"
    assert notice(opened) == ""


def test_the_keys_of_undo_show_the_record_from_which_it_goes(opened: Opened) -> None:
    opened.go_to("compare")
    press_shortcut(opened)
    write(opened, "We begin in May.")
    QTest.keyClick(opened.find(JotField), Key.Key_Return)
    opened.press(Key.Key_Z, CONTROL)
    assert record(opened) == ()
    assert opened.page == "record"


def test_the_notice_goes_as_soon_as_something_else_is_done(opened: Opened) -> None:
    press_shortcut(opened)
    write(opened, "We begin in May.")
    QTest.keyClick(opened.find(JotField), Key.Key_Return)
    opened.document.put(("title",), "Other", "change of title")
    assert notice(opened) == ""


def test_a_notice_of_something_else_has_no_undo_and_stays(opened: Opened) -> None:
    opened.workspace.notice.say("The file was changed elsewhere.")
    assert opened.find_all(Button, "Undo", opened.workspace.notice) == []
    opened.document.put(("title",), "Other", "change of title")
    assert notice(opened) == "The file was changed elsewhere."


# ----------------------------------------------------------------------------------------- without a draft


@pytest.mark.parametrize("page", ["start", "framing", "record"])
def test_without_a_draft_it_says_what_is_needed(qtbot: QtBot, tmp_path: Path, page: str) -> None:
    opened = open_window(qtbot, tmp_path, Workbook())
    opened.go_to(page)
    press_shortcut(opened)
    assert not is_open(opened)
    assert notice(opened) == (
        "Taking something down needs a draft: begin one on any page, then press Ctrl+J again."
    )
    assert opened.workspace.notice.isVisible()


# ----------------------------------------------------------------------------------------------- how it looks


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("mode", MODES)
def test_panel_and_notice_can_be_read(qtbot: QtBot, tmp_path: Path, mode: Mode, scale: float) -> None:
    opened = open_window(qtbot, tmp_path, mode=mode, scale=scale)
    opened.go_to("compare")
    press_shortcut(opened)
    write(opened, "We begin in May.")
    assert faults(opened.find(Popover)) == []
    QTest.keyClick(opened.find(JotField), Key.Key_Return)
    settle()
    assert faults(opened.workspace.notice) == []
    assert faults(opened.workspace.bar) == []


def test_tab_goes_round_in_the_panel(opened: Opened) -> None:
    press_shortcut(opened)
    write(opened, "We begin in May.")
    names = []
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName() or focused.text())  # type: ignore[attr-defined] # a button
        QTest.keyClick(focused, Key.Key_Tab)
    assert names == ["In words", "Owner", "Take it down"]


def test_the_button_in_the_bar_says_which_keys_do_the_same(opened: Opened) -> None:
    button = opened.find(QAbstractButton, "Take something down")
    assert button.toolTip() == "Take something down (Ctrl+J)"
