"""What a facilitator sees and does on the page Start."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Asked, Sheet, cut_sentences, opened, settle, with_look
from ui.moments import now
from ui.pages.start import PAGE
from ui.pages.start.case_card import CaseCard
from ui.pages.start.recent_row import RecentRow, contents
from ui.recent import RecentWorkbook
from ui.widgets import Button, IconButton, RowButton
from workbook.model.workbook import Workbook

LOOKS = [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]
FLOWERS = Path("/home/ines/flowers.partnership")
ON_A_STICK = Path("/media/stick/school food.partnership")


def recent(path: Path, title: str, *, days: int = 0, is_missing: bool = False) -> RecentWorkbook:
    when = now() - dt.timedelta(days=days)
    return RecentWorkbook(path, title, 3, "Business case", (0.35, 0.52, 0.13), when, is_missing)


TWO = (recent(FLOWERS, "Cut flowers"), recent(ON_A_STICK, "School food", days=400, is_missing=True))


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return opened(qtbot, PAGE, Workbook(), Asked(recent=TWO), width=1180)


def test_it_says_what_this_is_in_three_sentences(sheet: Sheet) -> None:
    words = next(sentence for sentence in sheet.sentences if sentence.startswith("Design a data-sharing"))
    assert words.count(". ") + words.endswith(".") == 3


@pytest.mark.parametrize(
    ("button", "asks"),
    [("New workbook", ("new",)), ("Open the example", ("example",)), ("Open…", ("open", None))],
)
def test_three_ways_to_begin(sheet: Sheet, button: str, asks: tuple[object, ...]) -> None:
    sheet.find(Button, button).click()
    assert sheet.asked.asked == [asks]


def test_there_is_one_primary_button(sheet: Sheet) -> None:
    buttons = sheet.page.findChildren(Button)
    assert [button.text() for button in buttons if button.kind == "primary"] == ["New workbook"]


def test_a_workbook_worked_on_lately_opens_with_one_click_or_enter(sheet: Sheet) -> None:
    row = sheet.find(RecentRow, "Open Cut flowers")
    assert row.accessibleDescription().startswith("3 drafts · Business case. Today")
    row.click()
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert sheet.asked.asked == [("open", FLOWERS)] * 2


def test_a_workbook_that_is_gone_is_shown_as_missing_and_can_be_forgotten(sheet: Sheet) -> None:
    row = sheet.find(RecentRow, "Open School food")
    assert not row.isEnabled()
    assert row.accessibleDescription().startswith(f"Missing: {ON_A_STICK}")
    sheet.find(IconButton, "Take School food off this list").click()
    settle()
    assert [each.path for each in sheet.asked.recent] == [FLOWERS]
    assert [row.recent.path for row in sheet.page.findChildren(RecentRow) if row.isVisible()] == [FLOWERS]


def test_many_are_shown_when_asked_for(qtbot: QtBot) -> None:
    many = tuple(recent(Path(f"/{place}"), f"Workbook {place}") for place in range(9))
    sheet = opened(qtbot, PAGE, Workbook(), Asked(recent=many), width=1180)
    assert len(sheet.page.findChildren(RecentRow)) == 5
    sheet.find(Button, "Show all 9").click()
    settle()
    assert len([row for row in sheet.page.findChildren(RecentRow) if row.isVisible()]) == 9


def test_at_the_first_run_an_invitation_stands_in_place_of_a_list(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook(), width=1180)
    assert sheet.says("Workbooks you have saved will stand here.")
    assert sheet.says("The example is a finished walk")


def test_with_a_workbook_open_one_can_go_on(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, three_drafts(), width=1180)
    row = sheet.find(RowButton, "Go on with “Example: three ways")
    row.click()
    assert sheet.asked.asked == [("page", "framing")]
    sheet.document.put(("title",), "Haverstrand", "change of title")
    assert sheet.find(RowButton, "Go on with “Haverstrand”").isVisible()


def test_each_characterised_case_begins_a_workbook(sheet: Sheet) -> None:
    cards = sheet.page.findChildren(CaseCard)
    assert [card.accessibleName() for card in cards] == [
        "Begin from FloraHolland",
        "Begin from Flowminder",
        "Begin from New York State (envisaged)",
    ]
    cards[2].setFocus()
    QTest.keyClick(cards[2], Qt.Key.Key_Return)
    QTest.mouseClick(cards[0], Qt.MouseButton.LeftButton)
    assert sheet.asked.asked == [("new from", "nys_food_traceability"), ("new from", "floraholland")]


def test_tab_goes_from_the_buttons_to_the_list_to_the_cards(sheet: Sheet) -> None:
    assert sheet.tab_stops() == [
        "New workbook",
        "Open the example",
        "Open…",
        "Open Cut flowers",
        "Take School food off this list",
        "Begin from FloraHolland",
        "Begin from Flowminder",
        "Begin from New York State (envisaged)",
    ]


def test_contents_in_words() -> None:
    one = RecentWorkbook(FLOWERS, "", 1, "Frame", None, now())
    none = RecentWorkbook(FLOWERS, "", 0, "", None, now())
    assert [contents(one), contents(none)] == ["1 draft · Frame", "No drafts"]


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
@pytest.mark.parametrize("width", [640, 1024, 1920])
def test_no_word_is_cut_and_nothing_scrolls_sideways(
    sheet: Sheet, mode: str, scale: float, width: int
) -> None:
    with_look(mode, scale)
    sheet.area.resize(round(width * scale), 668)
    settle()
    assert cut_sentences(sheet) == []
    assert sheet.page.width() <= sheet.area.viewport().width()
    assert all(
        min(each.width(), each.height()) >= 24 * scale
        for each in sheet.page.findChildren(QAbstractButton)
        if each.isVisible()
    )
