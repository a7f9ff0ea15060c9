"""What a facilitator sees and does on the page Export."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Asked, Sheet, cut_sentences, opened, settle, with_look
from ui.pages.export import PAGE
from ui.pages.export.check_row import CheckRow
from ui.pages.export.choice import NEEDS
from ui.requests import Ears, ReportDone, ReportFailed, ReportWanted
from ui.widgets import Button, RowButton
from workbook.edits.drafts import duplicate_draft
from workbook.model.workbook import Workbook

if TYPE_CHECKING:
    from ui.pages.export.view import ExportPage

LOOKS = [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]
SUGGESTED = Path("/home/ines/Report.xlsx")
DRAFTS = ("cold-chain", "river-flood", "school-meals")
CASES = ("floraholland", "flowminder", "nys_food_traceability")


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    made = opened(qtbot, PAGE, three_drafts())
    qtbot.waitUntil(lambda: made.says("Every draft in words."))
    return made


def row(sheet: Sheet, who: str) -> CheckRow:
    return cast("ExportPage", sheet.page).choice.row(who)


def buttons(sheet: Sheet) -> list[str]:
    return [each.text() for each in sheet.page.findChildren(Button) if each.isVisible()]


def write(sheet: Sheet) -> None:
    sheet.find(Button, "Write the report").click()


def ears(sheet: Sheet) -> Ears:
    assert sheet.asked.ears is not None
    return sheet.asked.ears


def finish(sheet: Sheet, *notes: str) -> None:
    ears(sheet).on_done(ReportDone(SUGGESTED, ("Summary", "Sources"), notes))


def test_all_drafts_and_the_characterised_cases_go_in_by_default(sheet: Sheet) -> None:
    write(sheet)
    assert sheet.asked.asked == [("export", ReportWanted(SUGGESTED, DRAFTS, CASES))]


def test_what_is_taken_out_stays_out_and_what_is_added_goes_in(sheet: Sheet) -> None:
    row(sheet, "river-flood").setFocus()
    QTest.keyClick(row(sheet, "river-flood"), Qt.Key.Key_Space)
    row(sheet, "flowminder").click()
    sheet.document.edit(lambda workbook: duplicate_draft(workbook, "river-flood"), "copy")
    copy = sheet.document.workbook.drafts[2].id
    assert not row(sheet, "river-flood").isChecked()
    write(sheet)
    wanted = ReportWanted(SUGGESTED, ("cold-chain", copy, "school-meals"), (CASES[0], CASES[2]))
    assert sheet.asked.asked == [("export", wanted)]


def test_further_cases_are_there_when_asked_for(sheet: Sheet) -> None:
    sheet.find(Button, "Show 5 further cases").click()
    assert not row(sheet, "red_angel").isChecked()
    row(sheet, "red_angel").click()
    write(sheet)
    wanted = cast("ReportWanted", sheet.asked.asked[0][1])
    assert "red_angel" in wanted.case_ids


def test_with_nothing_to_compare_it_says_what_is_needed(sheet: Sheet) -> None:
    for draft in DRAFTS:
        row(sheet, draft).click()
    button = sheet.find(Button, "Write the report")
    assert not button.isEnabled()
    assert button.accessibleDescription() == NEEDS
    assert sheet.says(NEEDS)
    row(sheet, "cold-chain").click()
    assert button.isEnabled()
    assert not sheet.says(NEEDS)


def test_the_sheets_are_shown_before_anything_is_written(sheet: Sheet) -> None:
    assert sheet.says("Every draft in words.")


def test_another_place_can_be_picked_and_a_change_of_mind_leaves_it(sheet: Sheet) -> None:
    assert sheet.says("Report.xlsx")
    assert sheet.says("In /home/ines")
    sheet.find(Button, "Change…").click()
    assert sheet.says("In /home/ines")
    sheet.asked.picks = Path("/tmp/workshop/Monday.xlsx")  # noqa: S108 - never written
    sheet.find(Button, "Change…").click()
    assert sheet.says("Monday.xlsx")
    write(sheet)
    wanted = cast("ReportWanted", sheet.asked.asked[-1][1])
    assert (wanted.path, wanted.is_picked) == (sheet.asked.picks, True)


def test_a_report_that_is_written_can_be_opened_or_shown(sheet: Sheet) -> None:
    write(sheet)
    assert buttons(sheet) == ["Show 5 further cases", "Change…", "Cancel"]
    finish(sheet, "Too long for a cell of Excel, so cut there and marked: River flood, summary.")
    assert sheet.says("The report is written: 2 sheets.")
    assert sheet.says("so cut there and marked: River flood")
    sheet.find(Button, "Open the report").click()
    sheet.find(Button, "Show in folder").click()
    assert sheet.asked.asked[1:] == [("open outside", SUGGESTED), ("open outside", SUGGESTED.parent)]


def test_while_it_is_written_it_can_be_cancelled_and_what_still_comes_is_not_heard(sheet: Sheet) -> None:
    write(sheet)
    assert sheet.says("Writing Report.xlsx…")
    sheet.find(Button, "Cancel").click()
    assert sheet.asked.asked[-1] == ("cancel",)
    finish(sheet)
    assert sheet.says("Cancelled. Nothing was written.")
    assert "Write the report" in buttons(sheet)


def test_how_far_it_is_is_said_and_not_heard_once_it_is_cancelled(sheet: Sheet) -> None:
    write(sheet)
    ears(sheet).on_progress(2, 30)
    assert sheet.says("Sheet 3 of 30. You can go on working")
    ears(sheet).on_progress(30, 30)
    assert sheet.says("Putting it in place.")
    sheet.find(Button, "Cancel").click()
    ears(sheet).on_progress(3, 30)
    assert not sheet.says("Sheet")


def test_a_report_that_is_being_put_in_place_is_not_said_to_be_cancelled(sheet: Sheet) -> None:
    sheet.asked.is_too_late = True
    write(sheet)
    sheet.find(Button, "Cancel").click()
    assert sheet.says("It is too late to cancel")
    assert not sheet.says("Nothing was written")
    finish(sheet)
    assert sheet.says("The report is written")


def test_a_failure_is_one_calm_sentence_with_what_to_do(sheet: Sheet) -> None:
    write(sheet)
    ears(sheet).on_failed(ReportFailed("“Report.xlsx” cannot be saved: the disk is full.", "Try again."))
    assert sheet.says("The report was not written. “Report.xlsx” cannot be saved: the disk is full.")
    assert sheet.says("Try again.")
    assert "Replace it all the same" not in buttons(sheet)
    sheet.find(Button, "Try again").click()
    finish(sheet)
    assert sheet.says("The report is written")


def test_a_report_that_seems_to_be_open_in_excel_is_replaced_only_when_asked_to(sheet: Sheet) -> None:
    write(sheet)
    seems = "“Report.xlsx” seems to be open in Excel. Close it there and try again, or choose another name."
    ears(sheet).on_failed(ReportFailed(seems, "Or a program crashed.", may_replace=True))
    assert sheet.says(seems)
    assert buttons(sheet)[-2:] == ["Try again", "Replace it all the same"]
    sheet.find(Button, "Try again").click()
    ears(sheet).on_failed(ReportFailed(seems, "", may_replace=True))
    sheet.find(Button, "Replace it all the same").click()
    asked = [cast("ReportWanted", each[1]).all_the_same for each in sheet.asked.asked]
    assert asked == [False, False, True]
    finish(sheet)
    assert sheet.says("The report is written")


def test_after_a_change_the_old_report_is_not_offered_any_more(sheet: Sheet) -> None:
    write(sheet)
    finish(sheet)
    sheet.document.put(("title",), "Another", "change of title")
    assert "Open the report" not in buttons(sheet)
    assert "Write the report" in buttons(sheet)
    write(sheet)
    finish(sheet)
    row(sheet, "flowminder").click()
    assert "Open the report" not in buttons(sheet)


def test_the_focus_follows_what_can_be_done(sheet: Sheet) -> None:
    button = sheet.find(Button, "Write the report")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert sheet.find(Button, "Cancel").hasFocus()
    finish(sheet)
    assert sheet.find(Button, "Open the report").hasFocus()


def test_there_is_one_primary_button_at_any_time(sheet: Sheet) -> None:
    def primaries() -> int:
        return sum(each.isVisible() and each.kind == "primary" for each in sheet.page.findChildren(Button))

    counts = [primaries()]
    write(sheet)
    counts.append(primaries())
    finish(sheet)
    counts.append(primaries())
    assert counts == [1, 0, 1]


def test_tab_goes_down_the_rows_to_the_button(sheet: Sheet) -> None:
    assert sheet.tab_stops() == [
        "Draft A, Cold chain",
        "Draft B, River flood",
        "Draft C, School meals",
        "FloraHolland",
        "Flowminder",
        "New York State (envisaged)",
        "Show 5 further cases",
        "Change…",
        "Write the report",
    ]


def test_without_a_draft_the_page_says_what_belongs_here(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook(), Asked())
    assert sheet.says("There is nothing to take home yet.")
    sheet.find(RowButton, "Open the example").click()
    assert sheet.asked.asked == [("example",)]


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
@pytest.mark.parametrize("width", [530, 792, 1180])
def test_no_word_is_cut_and_nothing_scrolls_sideways(
    sheet: Sheet, mode: str, scale: float, width: int
) -> None:
    write(sheet)
    finish(sheet, "A note that is long enough to need more than one line wherever it may come to stand.")
    with_look(mode, scale)
    sheet.area.resize(round(width * scale), 668)
    settle()
    assert cut_sentences(sheet) == []
    assert sheet.page.minimumSizeHint().width() <= sheet.area.viewport().width()
