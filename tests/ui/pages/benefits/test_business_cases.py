"""The case each stakeholder can make inside: proposed, never written over unasked."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Asked, Sheet, opened, settle
from tests.ui.pages.benefits.showing import (
    CARRIER,
    CHOSEN,
    IMPORTERS,
    INSPECTORS,
    PORT,
    at,
    cases,
    scenario,
    show,
)
from ui.pages.benefits import PAGE
from ui.widgets import Button, Figure
from ui.widgets.item_row import ItemRow
from workbook.edits.begin import empty_draft
from workbook.model.scenarios import Scenario
from workbook.model.workbook import Workbook


def test_every_party_stands_with_how_its_case_is(sheet: Sheet) -> None:
    part = cases(sheet)
    assert [row.entry.said for row in part.list.rows.values()] == [
        "Agreed; owner Ines Marchbank",
        "Not written yet",
        "Not written yet",
        "Written, not agreed yet; owner Oda Vesterhus",
    ]
    assert sheet.says("1 of 4 business cases is agreed: 1 written but not agreed yet, 2 not written yet.")
    sheet.find(Figure, "gains 1.1").click()
    assert "(+1.1)" in sheet.asked.explained[0].words


def test_a_proposed_paragraph_is_taken_over_by_one_press_and_one_undo_gives_it_back(sheet: Sheet) -> None:
    part = cases(sheet)
    row = sheet.find(ItemRow, "Port of Haverstrand")
    row.click()
    settle()
    assert sheet.says("Speaking for Port of Haverstrand: we want “Berths and electricity")
    sheet.find(Button, "Use this paragraph").click()
    (case,) = [each for each in scenario(sheet).business_cases if each.stakeholder == PORT]
    assert case.text.startswith("Speaking for Port of Haverstrand: we want")
    assert part.one.text.value() == case.text
    assert part.one.text.hasFocus()
    assert sheet.says("This is the paragraph that what is entered gives now.")
    assert not sheet.says("is taken over")
    assert sheet.document.history.undoText() == "taking over the proposed paragraph"
    sheet.document.undo()
    assert sheet.document.workbook == three_drafts()


def test_a_paragraph_taken_over_says_when_it_has_changed_since(sheet: Sheet) -> None:
    cases(sheet)
    sheet.find(ItemRow, "Port of Haverstrand").click()
    settle()
    sheet.find(Button, "Use this paragraph").click()
    taken = sheet.document.get(at(CHOSEN, "business_cases", PORT, "text"))
    sheet.document.put(
        ("drafts", "cold-chain", "stakeholders", PORT, "without_agreement"), "Nothing at all.", "change"
    )
    settle()
    assert sheet.document.get(at(CHOSEN, "business_cases", PORT, "text")) == taken
    assert sheet.find(QAbstractButton, "It has changed since").isVisible()
    assert sheet.says("Without an agreement: Nothing at all.")
    sheet.find(Button, "Take the new one").click()
    assert "Without an agreement: Nothing at all." in str(
        sheet.document.get(at(CHOSEN, "business_cases", PORT, "text"))
    )
    assert sheet.says("Undo brings back what you had written.")
    sheet.find(Button, "Undo").click()
    assert sheet.document.get(at(CHOSEN, "business_cases", PORT, "text")) == taken


def test_ones_own_text_is_never_written_over_unasked(sheet: Sheet) -> None:
    part = cases(sheet)
    mine = part.one.text.value()
    assert mine.startswith("A day less at the quay")
    head = sheet.find(QAbstractButton, "A paragraph from what is entered, to compare with yours")
    assert not head.isChecked()
    assert not sheet.says("Speaking for Haverquay")
    head.click()
    settle()
    assert sheet.says("Speaking for Haverquay Cooperative of fruit importers: above all we want")
    assert part.one.text.value() == mine
    sheet.find(Button, "Use it instead of yours").click()
    assert part.one.text.value().startswith("Speaking for Haverquay")
    sheet.document.undo()
    assert part.one.text.value() == mine


def test_a_case_comes_into_being_when_its_first_field_is_filled_in(sheet: Sheet) -> None:
    part = cases(sheet)
    sheet.find(ItemRow, "Haverstrand Food Safety").click()
    settle()
    owner = sheet.find(QLineEdit, "Owner")
    owner.setFocus()
    QTest.keyClicks(owner, "Tobias")
    (case,) = [each for each in scenario(sheet).business_cases if each.stakeholder == INSPECTORS]
    assert (case.owner, case.text, case.decision) == ("Tobias", "", "open")
    assert owner.cursorPosition() == 6
    assert part.list.rows[INSPECTORS].entry.said == "Not written yet; owner Tobias"
    assert sheet.document.history.undoText() == "change of owner"
    sheet.document.undo()
    assert sheet.document.workbook == three_drafts()


def test_what_is_typed_for_one_is_one_step_and_for_the_next_another(sheet: Sheet) -> None:
    cases(sheet)
    text = sheet.find(QPlainTextEdit, "Business case")
    text.setFocus()
    QTest.keyClicks(text, "abc")
    sheet.find(ItemRow, "Port of Haverstrand").click()
    settle()
    text.setFocus()
    QTest.keyClicks(text, "xyz")
    sheet.document.undo()
    assert [each.stakeholder for each in scenario(sheet).business_cases] == [IMPORTERS, CARRIER]
    assert "abc" in scenario(sheet).business_cases[0].text
    sheet.document.undo()
    assert sheet.document.workbook == three_drafts()


def test_a_decision_is_picked_and_said_in_the_list(sheet: Sheet) -> None:
    part = cases(sheet)
    part.reveal((CARRIER,))
    settle()
    sheet.find(QAbstractButton, "Refused").click()
    assert scenario(sheet).business_cases[1].decision == "refused"
    assert part.list.rows[CARRIER].entry.said == "Refused; owner Oda Vesterhus"
    assert sheet.says("1 refused")


def test_a_business_case_is_removed_with_a_way_back(sheet: Sheet) -> None:
    cases(sheet)
    sheet.find(Button, "Remove this business case").click()
    assert [each.stakeholder for each in scenario(sheet).business_cases] == [CARRIER]
    assert sheet.says("The business case is removed.")
    sheet.find(Button, "Undo").click()
    assert sheet.document.workbook == three_drafts()


def test_without_anybody_to_make_a_case_it_leads_to_where_they_are_named(qtbot: QtBot) -> None:
    asked = Asked()
    bare = empty_draft().replace(scenarios=(Scenario(id="c", name="Pool"),))
    sheet = opened(qtbot, PAGE, Workbook(drafts=(bare,)), asked)
    show(sheet, "business_cases")
    assert sheet.says("nobody is a party or provides data")
    sheet.find(Button, "Name the stakeholders").click()
    assert asked.asked == [("page", "stakeholders")]
