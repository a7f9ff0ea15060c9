"""Which scenario is looked at, what its benefits were expected to bring and brought, what it costs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

import ui.pages.benefits.view
from tests.builders import three_drafts
from tests.ui.pages.asking import Sheet, settle
from tests.ui.pages.benefits.showing import (
    CHOSEN,
    PORT,
    TODAY,
    Key,
    choose,
    held_focus,
    paste,
    rows,
    scenario,
    show,
    view,
)
from ui.forms.add_line import AddLine
from ui.forms.choice_field import ChoiceField
from ui.forms.many_field import ManyField
from ui.widgets import Button, Figure, WhyMark
from ui.widgets.drop_down import DropDown
from ui.widgets.fold_row import FoldRow


def test_the_chosen_scenario_is_shown_first_and_marked_in_words(sheet: Sheet) -> None:
    field = sheet.find(DropDown, "Scenario")
    assert field.currentText() == "Arrival notice with a temperature summary (chosen)"
    assert [field.itemText(place) for place in range(field.count())][1:] == [
        "Open records",
        "Trial with ten members",
    ]
    assert sheet.says("None of 5 benefits is measured yet.")


def test_another_scenario_has_benefits_of_its_own(sheet: Sheet) -> None:
    choose(sheet.find(DropDown, "Scenario"), "cwl3g20si")
    assert rows(sheet) == ["Six hours from ship to lorry for sound loads"]
    assert sheet.says("No private benefit is written yet for a data provider: Brackwater Lines, carrier.")
    assert not sheet.document.history.canUndo()


def test_until_one_is_picked_the_page_follows_the_choice(sheet: Sheet) -> None:
    sheet.document.put(("drafts", "cold-chain", "chosen_scenario"), "c91leutzy", "choice")
    assert rows(sheet) == ["Ten members' sound loads leave within a day"]
    choose(sheet.find(DropDown, "Scenario"), CHOSEN)
    sheet.document.put(("drafts", "cold-chain", "chosen_scenario"), None, "choice")
    assert len(rows(sheet)) == 5


def test_another_draft_shows_its_own(sheet: Sheet) -> None:
    sheet.document.choose_draft("school-meals")
    assert rows(sheet) == ["Schools act quickly where much is left", "Figures that anybody can check"]


# ------------------------------------------------------------------------------------------------- benefits


def test_a_row_says_for_whom_whose_value_and_whose_task_it_is(sheet: Sheet) -> None:
    head = sheet.find(FoldRow, "Fewer loads spoiled")
    assert head.said == (
        "for Haverquay Cooperative of fruit importers · private and public value · owner Ines Marchbank"
    )
    assert sheet.find(FoldRow, "Plug points").said.endswith("no owner yet")
    assert sheet.says("From one in forty to one in sixty")
    assert sheet.says("by 30 September 2027")


def test_what_was_found_is_typed_in_the_row_and_the_sum_follows(sheet: Sheet) -> None:
    field = sheet.find(QPlainTextEdit, "Measured: Sound loads leave")
    field.setFocus()
    QTest.keyClicks(field, "21 hours")
    assert scenario(sheet).benefits[0].measured == "21 hours"
    assert sheet.says("1 of 5 benefits measured: 1 not judged yet.")
    choose(sheet.find(ChoiceField, "Outcome: Sound loads leave"), "partly")
    assert sheet.says("1 of 5 benefits measured: 1 partly.")
    day = sheet.find(QLineEdit, "Measured on: Sound loads leave")
    day.setFocus()
    QTest.keyClicks(day, "1 October 2027")
    assert str(scenario(sheet).benefits[0].measured_on) == "2027-10-01"
    for _ in range(3):
        sheet.document.undo()
    assert sheet.document.workbook == three_drafts()
    assert sheet.says("None of 5 benefits is measured yet.")


def test_when_and_how_well_are_asked_once_something_was_found(sheet: Sheet) -> None:
    fields = [each.accessibleName() for each in view(sheet).findChildren(ChoiceField) if each.isVisible()]
    assert [name for name in fields if name.startswith("Outcome")] == []
    field = sheet.find(QPlainTextEdit, "Measured: Plug points")
    QTest.keyClicks(field, "x")
    assert sheet.find(ChoiceField, "Outcome: Plug points").isVisible()


def test_a_day_that_is_none_says_so_and_keeps_what_was_typed(sheet: Sheet) -> None:
    QTest.keyClicks(sheet.find(QPlainTextEdit, "Measured: Plug points"), "x")
    day = sheet.find(QLineEdit, "Measured on: Plug points")
    QTest.keyClicks(day, "soon")
    assert sheet.says("Type a date, such as 2027-03-01.")
    assert day.text() == "soon"


def test_the_caret_stays_where_one_types(sheet: Sheet) -> None:
    field = sheet.find(QPlainTextEdit, "Measured: Sound loads leave")
    field.setFocus()
    QTest.keyClicks(field, "ab")
    cursor = field.textCursor()
    cursor.setPosition(1)
    field.setTextCursor(cursor)
    QTest.keyClicks(field, "xyz")
    assert field.toPlainText() == "axyzb"
    assert field.textCursor().position() == 4
    assert sheet.document.history.undoText() == "change of measured"


def test_a_benefit_whose_day_has_passed_is_overdue_and_says_why(
    sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = TODAY.replace(year=2027, month=10, day=1)
    monkeypatch.setattr(ui.pages.benefits.view, "now", lambda: later)
    sheet.page.refresh(None)
    assert sheet.says("None of 5 benefits is measured yet. 3 are overdue.")
    sheet.find(Figure, "Overdue").click()
    (finding,) = sheet.asked.explained
    assert finding.words.startswith(
        "“Sound loads leave within a day, at an hour known beforehand” is overdue"
    )


def test_all_fields_of_a_benefit_open_below_its_row(sheet: Sheet) -> None:
    head = sheet.find(FoldRow, "Sound loads leave")
    head.setFocus()
    QTest.keyClick(head, Key.Key_Return)
    settle()
    choices = {each.accessibleName() for each in view(sheet).findChildren(ChoiceField) if each.isVisible()}
    assert choices == {"For whom", "From whom", "What is given", "Whose value", "Kind"}
    assert head.said == ""
    owner = sheet.find(QPlainTextEdit, "Owner")
    owner.setFocus()
    owner.selectAll()
    QTest.keyClicks(owner, "Amira")
    choose(sheet.find(ChoiceField, "Whose value"), "public")
    serves = sheet.find(ManyField, "Serves").made_menu()
    serves.actions()[0].trigger()
    benefit = scenario(sheet).benefits[0]
    assert (benefit.owner, benefit.value, len(benefit.serves)) == ("Amira", "public", 2)
    QTest.keyClick(owner, Key.Key_Escape)
    assert head.hasFocus()
    assert "public value · owner Amira" in head.said


def test_the_sums_answer_why(sheet: Sheet) -> None:
    for mark in [each for each in view(sheet).findChildren(WhyMark) if each.isVisible()]:
        mark.click()
    assert [each.id for each in sheet.asked.explained] == [
        f"delivery.benefits.cold-chain.{CHOSEN}",
        f"delivery.providers.cold-chain.{CHOSEN}",
    ]


def test_benefits_are_added_one_by_one_and_the_line_stays_ready(sheet: Sheet) -> None:
    line = sheet.find(AddLine, "Add a benefit")
    line.setFocus()
    QTest.keyClicks(line, "Quieter nights")
    QTest.keyClick(line, Key.Key_Return)
    assert rows(sheet)[-1] == "Quieter nights"
    assert line.hasFocus()
    assert line.text() == ""
    assert sheet.document.history.undoText() == "adding a benefit"


def test_cells_are_pasted_and_those_not_understood_are_said(sheet: Sheet) -> None:
    line = sheet.find(AddLine, "Add a benefit")
    paste(
        line,
        "Quicker trucks\tPort of Haverstrand\tpublic\t2027-03-01\tOda\tA lot\tmuch\tand more\tstill more\n",
    )
    benefit = scenario(sheet).benefits[-1]
    assert (benefit.stakeholder, benefit.value, str(benefit.expected_by)) == (PORT, "public", "2027-03-01")
    assert (benefit.owner, benefit.expected, benefit.measured) == ("Oda", "A lot", "much")
    assert sheet.says("1 benefit added. Not understood and left out: and more and still more.")
    sheet.find(Button, "Undo").click()
    assert sheet.document.workbook == three_drafts()


def test_a_table_is_pasted_by_the_names_of_its_columns(sheet: Sheet) -> None:
    line = sheet.find(AddLine, "Add a benefit")
    paste(line, "Owner\tBenefit\tOutcome\tNonsense\nOda\tQuicker trucks\tMissed\tx\n\tCalm\tno owner yet\t\n")
    first, second = scenario(sheet).benefits[-2:]
    assert (first.owner, first.text, first.outcome) == ("Oda", "Quicker trucks", "missed")
    assert (second.owner, second.text, second.outcome) == ("", "Calm", None)
    assert sheet.says("2 benefits added.")


def test_benefits_are_moved_and_removed_by_keyboard_and_undone(sheet: Sheet) -> None:
    head = sheet.find(FoldRow, "Sound loads leave")
    head.setFocus()
    QTest.keyClick(head, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert rows(sheet)[1].startswith("Sound loads leave")
    assert head.hasFocus()
    QTest.keyClick(head, Key.Key_Delete)
    assert len(rows(sheet)) == 4
    assert sheet.says("“Sound loads leave within a day, at an hour known beforehand” is removed.")
    assert held_focus().startswith("More of the opened")
    assert sheet.document.history.undoText() == "removing a benefit"
    sheet.find(Button, "Undo").click()
    sheet.document.undo()
    assert sheet.document.workbook == three_drafts()


# ---------------------------------------------------------------------------------------------------- costs


def test_costs_stand_with_who_bears_them_and_party_by_party(sheet: Sheet) -> None:
    show(sheet, "costs")
    assert sheet.says("3 costs, borne by 3 stakeholders. 1 is without an amount. No cost is written for Port")
    assert sheet.says("about 40,000 euros")
    assert sheet.says("IT, once")
    assert sheet.says("Brackwater Lines, carrier: 1 cost. “Software that takes")


def test_a_cost_is_given_to_somebody_and_the_parties_follow(sheet: Sheet) -> None:
    show(sheet, "costs")
    line = sheet.find(AddLine, "Add a cost")
    paste(line, "A new gate\tPort of Haverstrand\tMoney\tOnce\t40,000 euros\n")
    cost = scenario(sheet).costs[-1]
    assert (cost.stakeholder, cost.kind, cost.timing, cost.amount) == (PORT, "money", "once", "40,000 euros")
    assert sheet.says("Port of Haverstrand: 1 cost. “A new gate” (money, once, 40,000 euros).")
    assert sheet.says("4 costs, borne by 4 stakeholders.")
    sheet.find(FoldRow, "A new gate").click()
    settle()
    sheet.find(Button, "Remove this cost").click()
    assert len(scenario(sheet).costs) == 3
    assert not sheet.says("Port of Haverstrand: 1 cost.")
