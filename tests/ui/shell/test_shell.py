"""The frame around the pages: steps, drafts, guide, title, and what each has room for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QInputDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.builders import three_drafts
from tests.whole.painted_words import visible_in, words_painted_on
from tests.whole.window import Opened, many_drafts, open_window, settle, wait_until
from ui.page_view import CaseNote, Topic
from ui.pages import all_pages
from ui.shell.draft_tabs import MOST_TABS, DraftTab
from ui.shell.guide import CaseEntry, Guide, GuideRail
from ui.shell.steps import StepButton
from ui.widgets import CaseTile, MixBar
from workbook.library.loader import load
from workbook.model.workbook import Workbook

LEFT = Qt.MouseButton.LeftButton
popups = pytest.mark.qt_log_ignore("^This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture(name="opened")
def opened_window(qtbot: QtBot, tmp_path: Path) -> Opened:
    return open_window(qtbot, tmp_path)


def step(opened: Opened, key: str) -> StepButton:
    return next(each for each in opened.workspace.steps.findChildren(StepButton) if each.page.key == key)


def tabs(opened: Opened) -> list[DraftTab]:
    return opened.find_all(DraftTab, inside=opened.workspace.tabs)


def said(widget: QWidget) -> list[str]:
    return [words.text for words in words_painted_on(visible_in(widget))]


# ------------------------------------------------------------------------------------------------------ steps


def test_steps_show_how_far_each_has_come(opened: Opened) -> None:
    assert step(opened, "framing").state == "complete"
    assert step(opened, "dimensions").state == "begun"
    assert step(opened, "start").state is None
    assert "complete" in step(opened, "framing").accessibleDescription()


def test_a_step_follows_what_is_filled_in_after_a_pause(opened: Opened) -> None:
    opened.document.put(("drafts", "cold-chain", "framing", "societal_problem"), "", "clearing")
    wait_until(lambda: step(opened, "framing").state == "begun")
    opened.document.undo()
    wait_until(lambda: step(opened, "framing").state == "complete")


def test_without_a_draft_no_step_has_a_state(qtbot: QtBot, tmp_path: Path) -> None:
    opened = open_window(qtbot, tmp_path, Workbook())
    assert {step(opened, page.key).state for page in all_pages()} == {None}


def test_a_click_on_a_step_shows_its_page_and_marks_it(opened: Opened) -> None:
    for page in all_pages():
        opened.go_to("framing")
        QTest.mouseClick(step(opened, page.key), LEFT)
        settle()
        assert opened.page == page.key
        assert [each.page.key for each in opened.find_all(StepButton) if each.isChecked()] in ([page.key], [])


# ------------------------------------------------------------------------------------------------------ guide


def test_the_guide_says_the_question_and_what_each_case_did(opened: Opened) -> None:
    view = opened.go_to("dimensions")
    topic = view.topic()
    assert topic is not None
    entries = opened.find_all(CaseEntry)
    assert len(entries) == len(topic.cases) == 3
    text = " ".join(said(opened.workspace.guide))
    assert topic.question in text
    for note, entry in zip(topic.cases, entries, strict=True):
        assert load().case(note.case_id).label in " ".join(said(entry))
        assert note.citation in " ".join(said(entry))
        assert entry.findChild(CaseTile) is not None
        assert entry.findChild(MixBar) is not None


def test_the_guide_speaks_of_the_field_in_hand(opened: Opened) -> None:
    opened.go_to("framing")
    before = said(opened.workspace.guide)
    opened.press(Qt.Key.Key_Tab)
    assert said(opened.workspace.guide) != before


def test_the_same_topic_is_not_built_again(qtbot: QtBot) -> None:
    guide = Guide()
    qtbot.addWidget(guide)
    topic = Topic("Why?", "Because.", (CaseNote("flowminder", "It did.", "Somebody 2020"),))
    guide.show_topic(topic, three_drafts())
    (entry,) = guide.findChildren(CaseEntry)
    guide.show_topic(topic, three_drafts())
    assert guide.findChildren(CaseEntry) == [entry]
    guide.show_topic(None, three_drafts())
    settle()
    assert guide.findChildren(CaseEntry) == []


def test_what_the_guide_replaces_outlives_the_turn_of_the_loop(opened: Opened) -> None:
    """The focus may be leaving its button at this moment, and Qt tells everybody which widget it left."""
    opened.go_to("framing")
    guide = opened.workspace.guide
    button = opened.find(QAbstractButton, "Hide the guide")
    guide.show_topic(Topic("Another question?", "Another matter."), opened.document.workbook)
    assert isValid(button)
    settle()
    assert not isValid(button)


def test_a_field_that_is_entered_from_the_guide_may_give_it_another_topic(opened: Opened) -> None:
    opened.go_to("framing")
    for name in ("setting", "summary", "data_sought") * 5:
        opened.find(QAbstractButton, "Hide the guide").setFocus(Qt.FocusReason.TabFocusReason)
        assert opened.view.reveal(("drafts", "cold-chain", "framing", name))
        settle()
        in_hand = QApplication.focusWidget()
        assert in_hand is not None
        assert opened.view.isAncestorOf(in_hand)


def test_the_rail_keeps_the_cases_in_view_and_opens_the_guide(opened: Opened) -> None:
    opened.go_to("compare")
    rail = opened.find(GuideRail)
    assert len(rail.findChildren(CaseTile)) == 3
    QTest.mouseClick(opened.find(QAbstractButton, "Show the guide"), LEFT)
    settle()
    assert opened.workspace.guide.isVisible()
    assert not opened.workspace.rail.isVisible()
    QTest.mouseClick(opened.find(QAbstractButton, "Hide the guide"), LEFT)
    settle()
    assert opened.workspace.rail.isVisible()


# ------------------------------------------------------------------------------- what has room at which width


@pytest.mark.parametrize(
    ("width", "scale", "page", "expected"),
    [
        (1500, 1.0, "compare", {"steps", "guide"}),
        (1499, 1.0, "compare", {"steps", "rail"}),
        (1180, 1.0, "framing", {"steps", "guide"}),
        (1179, 1.0, "framing", {"steps", "rail"}),
        (900, 1.0, "framing", {"steps", "rail"}),
        (899, 1.0, "framing", {"button", "rail"}),
        (1280, 2.0, "framing", {"button", "rail"}),
        (1920, 2.0, "framing", {"steps", "rail"}),
        (1280, 1.0, "start", set()),
        (800, 1.0, "start", set()),
    ],
)
def test_what_stands_beside_a_page_follows_from_the_logical_width(
    opened: Opened, width: int, scale: float, page: str, expected: set[str]
) -> None:
    opened.set_look("light", scale)
    opened.resize((width, 720))
    opened.go_to(page)
    space = opened.workspace
    parts = {"steps": space.steps, "guide": space.guide, "rail": space.rail, "button": space.bar.step}
    assert {name for name, part in parts.items() if part.isVisible()} == expected
    assert opened.window.width() == width


@popups
def test_where_room_is_short_one_button_lists_the_steps(opened: Opened) -> None:
    opened.resize((800, 700))
    opened.go_to("dimensions")
    button = opened.workspace.bar.step
    assert "Dimensions" in button.text()
    QTest.mouseClick(button, LEFT)
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [action.text() for action in menu.actions()]
    assert titles == [page.title for page in all_pages()]
    menu.actions()[titles.index("Compare")].trigger()
    menu.close()
    settle()
    assert opened.page == "compare"


# ----------------------------------------------------------------------------------------------------- drafts


def test_up_to_four_drafts_are_tabs_and_the_one_looked_at_is_marked(opened: Opened) -> None:
    assert [(tab.letter, tab.text(), tab.isChecked()) for tab in tabs(opened)] == [
        ("A", "Cold chain", True),
        ("B", "River flood", False),
        ("C", "School meals", False),
    ]
    QTest.mouseClick(tabs(opened)[1], LEFT)
    settle()
    assert [tab.isChecked() for tab in tabs(opened)] == [False, True, False]
    assert opened.document.draft is not None
    assert opened.document.draft.id == "river-flood"


@popups
@pytest.mark.parametrize("number", [MOST_TABS, MOST_TABS + 1])
def test_from_the_fifth_draft_on_there_is_a_list(qtbot: QtBot, tmp_path: Path, number: int) -> None:
    opened = open_window(qtbot, tmp_path, many_drafts(number))
    assert len(tabs(opened)) == (number if number == MOST_TABS else 1)
    if number == MOST_TABS:
        return
    QTest.mouseClick(tabs(opened)[0], LEFT)
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text()[:1] for action in menu.actions()] == list("ABCDE")
    menu.actions()[3].trigger()
    menu.close()
    settle()
    assert opened.document.draft is not None
    assert opened.document.draft.id == "draft-3"
    assert tabs(opened)[0].letter == "D"


def test_a_tab_follows_the_name_of_its_draft(opened: Opened) -> None:
    opened.document.put(("drafts", "cold-chain", "name"), "Warm & chain", "change of name")
    settle()
    assert tabs(opened)[0].text() == "Warm & chain"
    assert tabs(opened)[0].toolTip() == "Warm & chain"


@pytest.mark.parametrize("how", ["key", "double click"])
def test_a_draft_is_renamed_where_one_asks_for_it(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("  Better ", True))
    if how == "key":
        opened.press(Qt.Key.Key_F2)
        place = 0
    else:
        QTest.mouseDClick(tabs(opened)[2], LEFT)
        place = 2
    settle()
    assert opened.document.workbook.drafts[place].name == "Better"
    assert opened.document.history.undoText() == "change of name"


@pytest.mark.parametrize("answer", [("", True), ("  ", True), ("Other", False)])
def test_a_name_that_is_empty_or_not_agreed_to_changes_nothing(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, answer: tuple[str, bool]
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: answer)
    opened.press(Qt.Key.Key_F2)
    assert opened.document.history.count() == 0


@popups
def test_the_plus_offers_every_way_to_begin_a_draft(opened: Opened) -> None:
    QTest.mouseClick(opened.find(QAbstractButton, "Add a draft"), LEFT)
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:2] == ["An empty draft", "A copy of this draft"]
    assert "Begin from Flowminder" in texts
    menu.actions()[1].trigger()
    menu.close()
    settle()
    assert opened.document.draft is not None
    assert opened.document.draft.name == "Cold chain (copy)"
    assert [tab.isChecked() for tab in tabs(opened)] == [False, True, False, False]


@popups
def test_a_right_click_on_a_tab_offers_what_can_be_done_with_that_draft(opened: Opened) -> None:
    tab = tabs(opened)[1]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), tab.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(tab, event)
    settle()
    menu = QApplication.activePopupWidget()
    assert menu is opened.workspace.actions_.draft_menu
    menu.close()
    assert opened.document.draft is not None
    assert opened.document.draft.id == "river-flood"


def test_drafts_are_removed_reordered_and_brought_back(opened: Opened) -> None:
    deeds = opened.workspace.drafts
    deeds.shift(1)
    assert [draft.id for draft in opened.document.workbook.drafts][1] == "cold-chain"
    assert opened.document.draft is not None
    assert opened.document.draft.id == "cold-chain"
    deeds.shift(5)
    deeds.remove()
    assert len(opened.document.workbook.drafts) == 2
    opened.document.undo()
    opened.document.undo()
    assert opened.document.workbook.drafts[0].id == "cold-chain"


def test_with_the_last_draft_gone_nothing_can_be_done_to_it(qtbot: QtBot, tmp_path: Path) -> None:
    opened = open_window(qtbot, tmp_path, Workbook())
    deeds = opened.workspace.drafts
    for deed in (deeds.duplicate, deeds.rename, deeds.remove, lambda: deeds.shift(1)):
        deed()
    assert opened.document.history.count() == 0
    assert tabs(opened) == []


# -------------------------------------------------------------------------------------- title and saved words


def test_the_bar_says_which_workbook_it_is_and_whether_it_is_saved(opened: Opened, tmp_path: Path) -> None:
    bar = opened.workspace.bar
    assert bar.title.toolTip() == "Example: three ways to share data in the Haverstrand region"
    assert bar.saved.text() == "Not saved yet"
    opened.answers.saves = [tmp_path / "kept.partnership"]
    opened.session.save()
    wait_until(lambda: not opened.session.is_saving)
    assert bar.saved.text().startswith("Saved ")
    assert not opened.window.isWindowModified()
    opened.document.put(("title",), "Shorter", "change of title")
    assert bar.title.text() == "Shorter"
    assert bar.saved.text().endswith(", changed since")
    assert opened.window.isWindowModified()
    opened.document.undo()
    assert not opened.window.isWindowModified()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_long_title_is_shortened_to_the_room_there_is(opened: Opened, scale: float) -> None:
    opened.set_look("light", scale)
    opened.resize((1920, 1080))
    opened.document.put(("title",), "A name that goes on and on " * 4, "change of title")
    title = opened.workspace.bar.title
    assert title.text().endswith("…")
    assert title.fontMetrics().horizontalAdvance(title.text()) <= title.width()


def test_a_title_gives_way_to_the_drafts_and_is_whole_where_they_leave_room(opened: Opened) -> None:
    bar, title = opened.workspace.bar, opened.workspace.bar.title
    assert title.text() == "Example: three ways to share data in the Haverstrand region"
    opened.resize((1024, 700))
    for draft in opened.document.workbook.drafts:
        at = ("drafts", draft.id, "name")
        opened.document.put(at, f"{draft.name}, with a rather long name", "change of name")
    settle()
    assert title.text().endswith("…")
    assert not bar.undo.visibleRegion().isEmpty()
    opened.resize((1920, 1080))
    assert not title.text().endswith("…")


def test_a_draft_that_is_only_envisaged_says_so_however_long_its_name_is(opened: Opened) -> None:
    name = "Traceability of local food for public kitchens (envisaged)"
    opened.document.put(("drafts", "school-meals", "name"), name, "change of name")
    settle()
    (shown,) = [words for words in said(opened.workspace.tabs) if "envisaged" in words]
    assert shown.endswith("… (envisaged)")


def test_undo_and_redo_say_what_they_would_do(opened: Opened) -> None:
    bar = opened.workspace.bar
    assert not bar.undo.isEnabled()
    opened.document.put(("title",), "Other", "change of title")
    assert bar.undo.isEnabled()
    assert bar.undo.accessibleName() == "Undo change of title"
    QTest.mouseClick(bar.undo, LEFT)
    settle()
    assert not bar.undo.isEnabled()
    assert bar.redo.accessibleName() == "Redo change of title"


def test_a_theme_of_the_menu_is_shown_and_kept(opened: Opened) -> None:
    from ui.theme.look import look

    dark = next(action for action in opened.window.actions() if action.text() == "Dark")
    dark.trigger()
    settle()
    assert look().mode == "dark"
    assert opened.settings.values.theme == "dark"
    assert dark.isChecked()


# -------------------------------------------------------------------------------------------------- the sheet


def test_a_page_that_was_left_is_not_scrolled_meanwhile(opened: Opened) -> None:
    """Qt passes the focus on when its page goes, and scrolled that page to its middle."""
    opened.go_to("compare")
    bar = opened.workspace.sheet.view.parentWidget().parentWidget().verticalScrollBar()  # type: ignore[union-attr]
    assert bar.maximum() > 0
    opened.go_to("export")
    opened.go_to("compare")
    assert bar.value() == 0


def test_a_page_is_built_on_its_first_visit_only(opened: Opened) -> None:
    first = opened.go_to("platform")
    opened.go_to("framing")
    assert opened.go_to("platform") is first


def test_an_address_leads_to_its_page_draft_and_field(opened: Opened) -> None:
    opened.go_to("export")
    opened.workspace.navigator.go_to(("drafts", "school-meals", "framing", "setting"))
    settle()
    assert opened.page == "framing"
    assert opened.document.draft is not None
    assert opened.document.draft.id == "school-meals"
    in_hand = QApplication.focusWidget()
    assert in_hand is not None
    assert in_hand.accessibleName() == "Setting"
    opened.workspace.navigator.go_to(("drafts", "cold-chain", "dimensions", "timeframes"))
    assert opened.page == "dimensions"
    opened.workspace.navigator.go_to(("nowhere",))
    assert opened.page == "dimensions"
