"""What a facilitator does with snapshots on the page Changes, and how others see the page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Sheet, cut_sentences, opened, settle, with_look
from tests.ui.pages.changing import (
    BEFORE_LUNCH,
    HARBOUR,
    HELD,
    NOW,
    THEN,
    at_that_time,
    do,
    in_hand,
    page_of,
    pair,
    row,
    shown_with,
    snapshot_row,
    snapshots,
    summary,
    topic,
)
from ui.forms.add_line import AddLine
from ui.forms.fields import TextField
from ui.pages import all_pages
from ui.pages.changes.places import ON_NO_PAGE
from ui.pages.changes.topics import QUESTIONS, topic_of
from ui.widgets import Button, RowButton
from workbook.analysis.difference.places import STEP_OF
from workbook.library.loader import load
from workbook.model.workbook import Workbook

LOOKS = [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]
Key = Qt.Key


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return opened(qtbot, at_that_time(), HELD, width=1028)


# -------------------------------------------------------------------------------------------------- snapshots


def test_each_snapshot_says_when_why_and_by_whom_it_was_taken(sheet: Sheet) -> None:
    assert [(each.head.text(), each.head.said) for each in page_of(sheet).snapshots.own.items.values()] == [
        ("Before lunch", "Yesterday 12:00 · by hand · Ines"),
        ("Before moving to Interests", "9 February · at a move"),
    ]


def test_snapshots_of_other_drafts_stand_apart_with_the_name_of_theirs(sheet: Sheet) -> None:
    sheet.document.choose_draft("o")
    assert sheet.says("None of this draft yet.")
    assert sheet.says("Of other drafts")
    others = page_of(sheet).snapshots.others.items.values()
    assert next(each.head.said for each in others) == "Yesterday 12:00 · by hand · Ines · of Harbour"


def test_a_name_and_enter_take_a_snapshot_as_one_step_of_undo(sheet: Sheet) -> None:
    line = sheet.find(AddLine, "Name of the next snapshot")
    line.setFocus()
    QTest.keyClicks(line, "After lunch")
    QTest.keyClick(line, Key.Key_Return)
    taken = sheet.document.workbook.snapshots[-1]
    assert (taken.name, taken.at, taken.by, taken.reason) == ("After lunch", NOW, "Maren", "by_hand")
    assert taken.draft == HARBOUR
    assert page_of(sheet).note.words == "The snapshot “After lunch” is taken."
    assert summary(sheet) == "No difference."
    sheet.find(Button, "Undo").click()
    assert sheet.document.workbook == HELD


def test_the_button_takes_one_without_a_name_too(sheet: Sheet) -> None:
    sheet.find(Button, "Take a snapshot now").click()
    assert snapshots(sheet)[-1] == "Harbour, 2027-03-02 14:30"
    line = sheet.find(AddLine, "Name of the next snapshot")
    QTest.keyClicks(line, "Named")
    sheet.find(Button, "Take a snapshot now").click()
    assert snapshots(sheet)[-1] == "Named"
    assert line.text() == ""


def test_a_snapshot_is_renamed_letter_by_letter_and_the_caret_stays(qtbot: QtBot, sheet: Sheet) -> None:
    snapshot_row(sheet, "z1").open()
    field = sheet.find(TextField, "Name")
    field.setFocus()
    field.setCursorPosition(6)
    QTest.keyClicks(field, " our")
    assert sheet.document.workbook.snapshots[1].name == "Before our lunch"
    assert field.cursorPosition() == 10
    assert snapshot_row(sheet, "z1").head.text() == "Before our lunch"
    qtbot.waitUntil(lambda: pair(sheet)[0].startswith("Before our lunch"))
    sheet.document.undo()
    assert field.text() == "Before lunch"
    assert sheet.document.workbook == HELD


def test_comparing_with_now_sets_both_lists(sheet: Sheet) -> None:
    do(sheet, "z0", "compare")
    assert pair(sheet)[0].startswith("Before moving to Interests")
    assert pair(sheet)[1] == "Harbour, as it is now"
    assert in_hand(sheet) == "From"


def test_of_another_draft_now_is_its_own_now(sheet: Sheet) -> None:
    sheet.document.choose_draft("o")
    do(sheet, "z1", "compare")
    assert pair(sheet) == ("Before lunch (Harbour, 1 March 2027, 12:00)", "Harbour, as it is now")


def test_what_a_snapshot_held_is_read_and_cannot_be_typed_over(sheet: Sheet) -> None:
    before = sheet.document.workbook
    do(sheet, "z1", "read")
    assert sheet.says("What “Before lunch” held")
    assert sheet.says("Nothing here can be typed over.")
    held = page_of(sheet).held
    assert [each.head.text() for each in held.groups.items.values()] == [
        "About the draft",
        "Framing",
        "Stakeholders",
        "Scenarios",
        "Scores",
    ]
    assert sheet.says("Harbour")
    held.groups.items["stakeholders"].open()
    assert sheet.says("Stakeholder “Press”")
    assert sheet.says("The standing: in the background")
    assert not page_of(sheet).pickers.isVisible()
    assert not page_of(sheet).comparison.isVisible()
    assert held.findChildren(TextField) == []
    assert sheet.document.workbook is before


def test_escape_ends_the_reading_and_the_keyboard_goes_to_the_snapshot(sheet: Sheet) -> None:
    do(sheet, "z1", "read")
    first = page_of(sheet).held.groups.items["about"].head
    assert first.hasFocus()
    QTest.keyClick(first, Key.Key_Escape)
    assert page_of(sheet).pickers.isVisible()
    assert not page_of(sheet).held.isVisible()
    assert in_hand(sheet) == "Before lunch"


def test_from_what_was_read_one_goes_on_to_compare(sheet: Sheet) -> None:
    do(sheet, "z0", "read")
    page_of(sheet).held.compare.click()
    assert pair(sheet)[0].startswith("Before moving to Interests")
    assert not page_of(sheet).held.isVisible()


def test_going_back_is_one_step_and_says_what_it_took_the_place_of(sheet: Sheet) -> None:
    do(sheet, "z1", "restore")
    assert sheet.document.workbook.draft("d") == THEN
    assert snapshots(sheet) == [
        "Before moving to Interests",
        "Before lunch",
        "Before going back to Before lunch",
    ]
    assert page_of(sheet).note.words == (
        "“Harbour” stands again as the snapshot “Before lunch” keeps it. What stood there until now is kept "
        "as the snapshot “Before going back to Before lunch”."
    )
    sheet.find(Button, "Undo").click()
    assert sheet.document.workbook == HELD


def test_there_is_no_way_back_to_where_the_draft_stands(sheet: Sheet) -> None:
    do(sheet, "z1", "restore")
    line = page_of(sheet).snapshots.line("z1")
    assert line is not None
    assert line.body is not None
    button = line.body.deeds["restore"]
    assert not button.isEnabled()
    assert button.toolTip() == "The draft stands so now"


def test_a_removed_draft_comes_back_from_its_snapshot(qtbot: QtBot) -> None:
    sheet = shown_with(qtbot, Workbook(snapshots=(BEFORE_LUNCH,)))
    assert sheet.says("Nothing to compare yet.")
    do(sheet, "z1", "restore")
    assert sheet.document.workbook.drafts == (THEN,)
    assert page_of(sheet).note.words == "“Harbour” stands again as the snapshot “Before lunch” keeps it."
    assert summary(sheet) == "No difference."


def test_a_snapshot_is_removed_and_can_be_had_back(sheet: Sheet) -> None:
    do(sheet, "z1", "remove")
    assert snapshots(sheet) == ["Before moving to Interests"]
    assert page_of(sheet).note.words == "The snapshot “Before lunch” is removed. The draft stays as it is."
    assert in_hand(sheet) == "Before moving to Interests"
    sheet.find(Button, "Undo").click()
    assert sheet.document.workbook == HELD


# ---------------------------------------------------------------------------------- the page as others see it


def test_an_address_compares_a_snapshot_with_now_or_leads_to_its_name_or_what_it_held(sheet: Sheet) -> None:
    assert sheet.page.reveal(("snapshots", "z1", "name"))
    assert in_hand(sheet) == "Name"
    assert sheet.page.reveal(("snapshots", "z0"))
    assert pair(sheet)[0].startswith("Before moving to Interests")
    assert in_hand(sheet) == "From"
    assert sheet.page.reveal(("snapshots", "z1", "draft", "stakeholders", "city"))
    settle()
    assert in_hand(sheet) == "Stakeholders"
    assert sheet.says("Stakeholder “City” with 1 interest")
    assert sheet.page.reveal(("snapshots", "gone"))
    assert in_hand(sheet) == "Name of the next snapshot"


def test_every_field_of_a_change_stands_on_some_page_or_leads_nowhere() -> None:
    edited = {each.split("/")[0] for page in all_pages() for each in page.edits}
    fields = set(STEP_OF) | {"name", "summary", "begun_from", "id"}
    assert fields - edited == ON_NO_PAGE


def test_while_the_page_is_hidden_nothing_is_compared_until_it_is_seen_again(
    qtbot: QtBot, sheet: Sheet
) -> None:
    page, before = page_of(sheet), summary(sheet)
    snapshot_row(sheet, "z1").open()
    QTest.keyClicks(sheet.find(TextField, "Name"), "x")
    sheet.area.hide()
    name = pair(sheet)[0]
    qtbot.waitUntil(lambda: page._is_due)  # noqa: SLF001 - the pause is over, and nothing was done
    assert pair(sheet)[0] == name
    sheet.area.show()
    assert pair(sheet)[0] != name
    assert summary(sheet) == before


def test_without_a_draft_the_page_says_what_belongs_here_and_offers_ways_in(qtbot: QtBot) -> None:
    sheet = shown_with(qtbot, Workbook())
    assert sheet.says("Nothing to compare yet.")
    assert sheet.says("Snapshots keep a draft as it stands at one moment. It needs a draft first.")
    sheet.find(RowButton, "Begin from Flowminder").click()
    assert pair(sheet)[0] == "Case: Flowminder"
    assert summary(sheet) == "No difference."


def test_without_a_draft_a_snapshot_can_still_be_read(qtbot: QtBot) -> None:
    sheet = shown_with(qtbot, Workbook(snapshots=(BEFORE_LUNCH,)))
    line = page_of(sheet).snapshots.line("z1")
    assert line is not None
    do(sheet, "z1", "read")
    assert line.body is not None
    assert not line.body.deeds["compare"].isVisible()
    assert sheet.says("What “Before lunch” held")


@pytest.mark.parametrize("part", QUESTIONS)
def test_the_guide_has_a_question_and_each_case_with_its_source(part: str) -> None:
    said = topic_of(part, load())
    assert said.question.endswith("?")
    assert [each.case_id for each in said.cases] == ["floraholland", "flowminder", "nys_food_traceability"]
    assert all(each.text and each.citation for each in said.cases)


def test_the_guide_follows_what_is_in_hand(sheet: Sheet) -> None:
    assert topic(sheet).question == QUESTIONS["changes"].ask
    sheet.find(AddLine, "Name of the next snapshot").setFocus()
    assert topic(sheet).question == QUESTIONS["snapshots"].ask
    row(sheet, "“Press”").setFocus()
    assert topic(sheet).question == QUESTIONS["changes"].ask
    do(sheet, "z1", "read")
    assert topic(sheet).question == QUESTIONS["held"].ask


def test_tab_goes_through_the_page_as_one_reads_it(sheet: Sheet) -> None:
    stops = sheet.tab_stops()
    marks = [
        "From",
        "Swap",
        "To",
        "Why? 6 changes",
        "Framing",
        "Scores",
        "Name of the next snapshot",
        "Before lunch",
    ]
    places = [next(at for at, stop in enumerate(stops) if stop.startswith(mark)) for mark in marks]
    assert places == sorted(places)


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
@pytest.mark.parametrize("width", [512, 792, 1180])
def test_no_sentence_is_cut_whatever_is_open(qtbot: QtBot, mode: str, scale: float, width: int) -> None:
    with_look(mode, scale)
    sheet = opened(qtbot, at_that_time(), three_drafts(), width=width)
    page = page_of(sheet)
    page.snapshots.own.items["x1kpme7bq"].open()
    page.comparison.groups.all.click()
    qtbot.waitUntil(lambda: all(each.rows.is_whole for each in page.comparison.groups.items.values()))
    for _ in range(8):
        settle()
    assert cut_sentences(sheet) == []
    assert all(
        each.height() >= each.heightForWidth(each.width())
        for each in page.findChildren(QAbstractButton)
        if each.isVisible() and each.hasHeightForWidth()
    )
    do(sheet, "x1kpme7bq", "read")
    page.held.groups.all.click()
    for _ in range(8):
        settle()
    assert cut_sentences(sheet) == []
