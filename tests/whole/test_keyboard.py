"""Everything by keyboard: Tab reaches all of a page in the order of reading, every shortcut does its deed."""

import warnings
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QInputDialog,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.whole.painted_words import visible_in
from tests.whole.seeing import name_of, takes_tab
from tests.whole.window import Opened, open_window, settle, wait_until
from ui.page import Page
from ui.pages import all_pages
from ui.shell.steps import StepButton
from ui.theme.look import look
from ui.widgets import Figure, Popover, WhyMark
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
MOST_TABS = 300
SAME_ROW = 12
"""Pixels by which what stands in one row may begin lower."""

every_page = pytest.mark.parametrize("page", all_pages(), ids=[page.key for page in all_pages()])
offscreen_says_so = pytest.mark.qt_log_ignore("^This plugin does not support (raise|grabbing)", extend=True)
begun_or_not = pytest.mark.parametrize("is_begun", [True, False], ids=["example", "nothing yet"])


def in_hand() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the keyboard is nowhere"
    return widget


class Stop(NamedTuple):
    """Where Tab stops. What stands beside the page may be made anew meanwhile, so its name counts."""

    widget: QWidget
    name: str
    place: QRect
    """On the page, or on the window beside it."""
    within: QWidget | None
    is_on_page: bool


def tabs_round(opened: Opened, key: Qt.Key = Key.Key_Tab) -> list[Stop]:
    """What has the focus after each press of Tab, until it comes round."""
    opened.window.activateWindow()
    opened.view.setFocus()
    stops: list[Stop] = []
    for _ in range(MOST_TABS):
        QTest.keyClick(in_hand(), key)
        stop = stop_at(opened, in_hand())
        if stops and stop.name == stops[0].name and stop.place == stops[0].place:
            return stops
        stops.append(stop)
    raise AssertionError(f"Tab does not come round: {[stop.name for stop in stops[-8:]]}")


def stop_at(opened: Opened, widget: QWidget) -> Stop:
    """What there is to say of it."""
    is_on_page = opened.view.isAncestorOf(widget)
    corner = widget.mapTo(opened.view if is_on_page else opened.window, QPoint(0, 0))
    return Stop(widget, name_of(widget), QRect(corner, widget.size()), widget.parentWidget(), is_on_page)


def stops_of(opened: Opened) -> set[Stop]:
    """What Tab ought to stop at: whatever can be worked by keyboard."""
    return {
        stop_at(opened, each)
        for each in visible_in(opened.window)
        if each.isVisible() and takes_tab(each) and each is not opened.view
    }


def begin(qtbot: QtBot, folder: Path, page: Page, *, is_begun: bool = True) -> Opened:
    opened = open_window(qtbot, folder, None if is_begun else Workbook())
    opened.go_to(page.key)
    return opened


# ------------------------------------------------------------------------------------------------------ Tab


@begun_or_not
@every_page
def test_tab_reaches_all_there_is_and_comes_round(
    qtbot: QtBot, tmp_path: Path, page: Page, *, is_begun: bool
) -> None:
    opened = begin(qtbot, tmp_path, page, is_begun=is_begun)
    wanted = stops_of(opened)
    reached = set(tabs_round(opened))
    names, widgets = {stop.name for stop in reached}, {stop.widget for stop in reached}
    missed = {stop for stop in wanted if stop.name not in names and stop.widget not in widgets}
    assert [stop.name for stop in missed if not _stands_for_its_group(stop.widget, reached)] == []


def _stands_for_its_group(widget: QWidget, reached: set[Stop]) -> bool:
    """Tab stops at one of a group of exclusive buttons; arrow keys go to the others."""
    if not isinstance(widget, QAbstractButton):
        return False
    group: QButtonGroup | None = widget.group()
    parent = widget.parentWidget()
    siblings = [] if parent is None else parent.findChildren(QAbstractButton)
    others = [each for each in siblings if each.autoExclusive()] if group is None else group.buttons()
    return any(stop.widget in others for stop in reached)


@every_page
def test_shift_tab_goes_the_same_way_back(qtbot: QtBot, tmp_path: Path, page: Page) -> None:
    opened = begin(qtbot, tmp_path, page)
    there = {stop.name for stop in tabs_round(opened)}
    back = {stop.name for stop in tabs_round(opened, Key.Key_Backtab)}
    assert there == back


@begun_or_not
@every_page
def test_tab_follows_the_eye(qtbot: QtBot, tmp_path: Path, page: Page, *, is_begun: bool) -> None:
    opened = begin(qtbot, tmp_path, page, is_begun=is_begun)
    jumps = []
    for one, other in pairwise(stop for stop in tabs_round(opened) if stop.is_on_page):
        if one.within is other.within:
            first, second = one.place, other.place
            is_above = second.bottom() < first.top() + SAME_ROW
            in_one_row = abs(second.center().y() - first.center().y()) < SAME_ROW
            if is_above or (in_one_row and second.right() <= first.left()):
                jumps.append(f"from {one.name} back to {other.name}")
    assert jumps == []


@every_page
def test_tab_goes_down_the_page_column_by_column(qtbot: QtBot, tmp_path: Path, page: Page) -> None:
    opened = begin(qtbot, tmp_path, page)
    stops = [stop for stop in tabs_round(opened) if stop.is_on_page]
    jumps = [
        f"from {one.name} up to {other.name}"
        for one, other in pairwise(stops)
        if other.place.bottom() < one.place.top() and other.place.left() < one.place.right()
    ]
    assert jumps == []


@every_page
def test_where_the_keyboard_is_can_be_seen(qtbot: QtBot, tmp_path: Path, page: Page) -> None:
    opened = begin(qtbot, tmp_path, page)
    focus = look().colour("focus").rgb() & 0xFFFFFF
    hidden = []
    opened.view.setFocus()
    for _ in range(len(stops_of(opened))):
        QTest.keyClick(in_hand(), Key.Key_Tab)
        settle()
        widget = in_hand()
        corner = widget.mapTo(opened.window, QPoint(0, 0))
        around = QRect(corner, widget.size()).adjusted(-6, -6, 6, 6) & opened.window.rect()
        picture = opened.window.grab(around).toImage()
        rows = range(picture.height())
        if not any(
            picture.pixel(x, y) & 0xFFFFFF == focus for y in rows for x in range(0, picture.width(), 2)
        ):
            hidden.append(name_of(widget))
    assert hidden == []


@every_page
def test_what_the_keyboard_comes_to_is_scrolled_into_view(qtbot: QtBot, tmp_path: Path, page: Page) -> None:
    opened = begin(qtbot, tmp_path, page)
    opened.resize((1024, 560))
    viewport = opened.view.parentWidget()
    assert viewport is not None
    room = QRect(viewport.mapTo(opened.window, QPoint(0, 0)), viewport.size())
    unseen = []
    opened.view.setFocus()
    for _ in range(len(stops_of(opened))):
        QTest.keyClick(in_hand(), Key.Key_Tab)
        settle()
        widget = in_hand()
        if opened.view.isAncestorOf(widget) and not isinstance(widget, QTableView):
            line = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
            is_field = isinstance(widget, QPlainTextEdit)
            part = QRectF(line).toRect() if is_field else widget.rect()
            if not room.contains(QRect(widget.mapTo(opened.window, part.topLeft()), part.size())):
                unseen.append(name_of(widget))
    assert unseen == []


# -------------------------------------------------------------------------------------------------- buttons


@begun_or_not
@every_page
def test_every_button_can_be_pressed_by_key(
    qtbot: QtBot, tmp_path: Path, page: Page, *, is_begun: bool
) -> None:
    opened = begin(qtbot, tmp_path, page, is_begun=is_begun)
    buttons = [
        each
        for each in visible_in(opened.view)
        if isinstance(each, QAbstractButton) and takes_tab(each) and not each.isCheckable()
    ]
    assert [name_of(button) for button in buttons if not _hears(button)] == []


def _hears(button: QAbstractButton) -> bool:
    """Whether Space does to a button what a click does; what that would be does not happen."""
    heard: list[str] = []
    for name in ("pressed", "clicked", "picked", "voted"):
        signal = getattr(button, name, None)
        if signal is not None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", RuntimeWarning)  # nothing is connected
                signal.disconnect()
            signal.connect(lambda *_, name=name: heard.append(name))
    QTest.keyClick(button, Key.Key_Space)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    return bool(heard) or popup is not None


# ----------------------------------------------------------------------------------------- why this number?


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Return, Key.Key_Space], ids=["F1", "Enter", "Space"])
@every_page
def test_a_figure_answers_why_and_escape_gives_the_keyboard_back(
    opened: Opened, page: Page, key: Qt.Key
) -> None:
    opened.go_to(page.key)
    asks = [*opened.find_all(Figure, inside=opened.view), *opened.find_all(WhyMark, inside=opened.view)]
    for figure in asks:
        figure.setFocus()
        QTest.keyClick(figure, key)
        settle()
        (popover,) = opened.find_all(Popover)
        assert popover.isAncestorOf(in_hand()) or popover is in_hand()
        QTest.keyClick(in_hand(), Key.Key_Escape)
        settle()
        assert opened.find_all(Popover) == []
        assert in_hand() is figure


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Return], ids=["F1", "Enter"])
def test_a_cell_of_the_comparison_answers_why(opened: Opened, key: Qt.Key) -> None:
    opened.go_to("compare")
    table = opened.find(QTableView, inside=opened.view)
    table.setFocus()
    for _ in range(8):
        QTest.keyClick(table, Key.Key_Up)
    QTest.keyClick(table, Key.Key_Right)
    QTest.keyClick(table, key)
    settle()
    (popover,) = opened.find_all(Popover)
    QTest.keyClick(popover, Key.Key_Escape)
    settle()
    assert opened.find_all(Popover) == []
    assert in_hand() is table


# ------------------------------------------------------------------------------------------------ shortcuts


def test_control_n_begins_a_workbook(opened: Opened) -> None:
    opened.press(Key.Key_N, CONTROL)
    assert opened.document.workbook.title == ""
    assert len(opened.document.workbook.drafts) == 1


def test_control_s_saves_and_control_o_opens_it_again(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "kept.partnership"
    opened.answers.saves = [path]
    opened.press(Key.Key_S, CONTROL)
    wait_until(lambda: not opened.session.is_saving)
    assert read(path).workbook == opened.document.workbook
    saved = opened.document.workbook
    opened.press(Key.Key_N, CONTROL)
    opened.answers.opens = [path]
    opened.press(Key.Key_O, CONTROL)
    assert opened.document.workbook == saved
    opened.document.put(("title",), "Changed", "change of title")
    opened.press(Key.Key_S, CONTROL)
    wait_until(lambda: not opened.session.is_saving)
    assert read(path).workbook.title == "Changed"


def test_control_shift_s_saves_as_another(opened: Opened, tmp_path: Path) -> None:
    first, second = tmp_path / "first.partnership", tmp_path / "second.partnership"
    opened.answers.saves = [first, second]
    for held in ((CONTROL,), (CONTROL, SHIFT)):
        opened.press(Key.Key_S, *held)
        wait_until(lambda: not opened.session.is_saving)
    assert opened.session.path == second
    assert first.exists()


def test_control_z_and_y_undo_and_redo_wherever_the_keyboard_is(opened: Opened) -> None:
    opened.document.put(("title",), "Changed", "change of title")
    for page in all_pages():
        opened.go_to(page.key)
        opened.press(Key.Key_Z, CONTROL)
        assert opened.document.workbook.title != "Changed"
        opened.press(Key.Key_Y, CONTROL)
        assert opened.document.workbook.title == "Changed"


def test_control_page_down_walks_all_pages_and_page_up_back(opened: Opened) -> None:
    keys = [page.key for page in all_pages()]
    opened.go_to(keys[0])
    walked = [opened.page]
    for _ in keys:
        opened.press(Key.Key_PageDown, CONTROL)
        walked.append(opened.page)
    assert walked == [*keys, keys[-1]]
    for key in reversed(keys[:-1]):
        opened.press(Key.Key_PageUp, CONTROL)
        assert opened.page == key


def test_control_plus_minus_and_zero_change_the_size_of_text(opened: Opened) -> None:
    opened.press(Key.Key_Plus, CONTROL)
    opened.press(Key.Key_Equal, CONTROL)
    assert look().scale == pytest.approx(1.2)
    opened.press(Key.Key_Minus, CONTROL)
    assert look().scale == pytest.approx(1.1)
    opened.press(Key.Key_0, CONTROL)
    assert look().scale == 1.0
    opened.press(Key.Key_Minus, CONTROL)
    assert look().scale == 1.0
    opened.settings.set_text_scale(2.0)
    opened.press(Key.Key_Plus, CONTROL)
    assert look().scale == 2.0
    opened.press(Key.Key_0, CONTROL)


def test_f9_hides_the_guide_and_shows_it_again(opened: Opened) -> None:
    opened.go_to("framing")
    assert opened.workspace.guide.isVisible()
    opened.press(Key.Key_F9)
    assert not opened.workspace.guide.isVisible()
    assert opened.workspace.rail.isVisible()
    opened.press(Key.Key_F9)
    assert opened.workspace.guide.isVisible()


def test_f2_is_the_cells_key_while_a_cell_is_in_hand_and_else_renames_the_draft(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Renamed", True))
    name = opened.document.workbook.drafts[0].name
    opened.go_to("scores")
    table = opened.find(QTableView, inside=opened.view)
    table.setFocus()
    opened.press(Key.Key_F2)
    (popover,) = opened.find_all(Popover)
    assert popover.accessibleName() == "Range and evidence"
    assert opened.document.workbook.drafts[0].name == name
    opened.press(Key.Key_Escape)
    assert opened.in_hand is table
    opened.press(Key.Key_Left)  # the weight of the interest: no cell that could be scored
    opened.press(Key.Key_F2)
    assert opened.find_all(Popover) == []
    assert opened.document.workbook.drafts[0].name == "Renamed"
    opened.go_to("framing")
    opened.document.undo()
    opened.press(Key.Key_F2)
    assert opened.document.workbook.drafts[0].name == "Renamed"


@offscreen_says_so
def test_the_menu_opens_by_key_and_holds_every_deed(opened: Opened) -> None:
    button = opened.workspace.bar.menu
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    menu = opened.workspace.actions_.menu
    wait_until(menu.isVisible)
    titles = {action.text().replace("&", "") for action in menu.actions()}
    assert {"File", "Edit", "Draft", "View"} <= titles
    QTest.keyClick(menu, Key.Key_Escape)
    wait_until(lambda: not menu.isVisible())


def test_no_shortcut_is_given_twice(opened: Opened) -> None:
    actions = opened.window.actions()
    given = [shortcut.toString() for action in actions for shortcut in action.shortcuts()]
    assert sorted(given) == sorted(set(given))


def test_no_two_entries_of_a_menu_share_their_letter(opened: Opened) -> None:
    for menu in (opened.workspace.actions_.menu, *opened.workspace.actions_.menu.findChildren(QMenu)):
        texts = [action.text() for action in menu.actions() if "&" in action.text().replace("&&", "")]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert sorted(letters) == sorted(set(letters)), texts


def test_arrow_keys_go_from_step_to_step(opened: Opened) -> None:
    opened.go_to("framing")
    step = next(each for each in opened.find_all(StepButton) if each.isChecked())
    step.setFocus()
    QTest.keyClick(step, Key.Key_Down)
    settle()
    assert opened.page == "dimensions"
