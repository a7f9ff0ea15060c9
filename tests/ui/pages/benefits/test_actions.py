"""What must be arranged: overdue first, by owner, without jumping while one types."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.builders import three_drafts
from tests.ui.pages.asking import Sheet, settle
from tests.ui.pages.benefits.showing import (
    CLAUSE,
    NOTICE,
    RELEASE,
    Key,
    actions,
    choose,
    held_focus,
    rows,
    scenario,
    show,
    view,
)
from ui.forms.add_line import AddLine
from ui.forms.choice_field import ChoiceField
from ui.widgets import Button, Figure
from ui.widgets.drop_down import DropDown


def test_the_overdue_action_comes_first_and_says_why(sheet: Sheet) -> None:
    assert list(actions(sheet).rows) == [CLAUSE, NOTICE, RELEASE]
    assert sheet.says("3 actions, 1 overdue and 2 open. 1 has no day set.")
    assert sheet.says("until 11 December 2026")
    sheet.find(Figure, "Overdue").click()
    assert "it was due on 11 December 2026 and is under way" in sheet.asked.explained[0].words


def test_rows_stay_where_they_are_while_one_types_and_sort_when_asked(sheet: Sheet) -> None:
    part = actions(sheet)
    part.rows[RELEASE].take_focus("due")
    settle()
    day = sheet.find(QLineEdit, "Due")
    QTest.keyClicks(day, "2026-12-01")
    assert [row for row in part.rows] == [CLAUSE, NOTICE, RELEASE]  # noqa: C416 - their order
    assert sheet.says("3 actions, 2 overdue and 1 open.")
    assert day.hasFocus()
    again = sheet.find(Button, "Sort again")
    again.setFocus()
    QTest.keyClick(again, Key.Key_Space)
    assert list(part.rows) == [RELEASE, CLAUSE, NOTICE]
    assert not again.isVisible()
    assert held_focus().startswith("One release for inspectorate")


def test_a_status_is_changed_in_the_row_and_the_next_visit_sorts(sheet: Sheet) -> None:
    part = actions(sheet)
    choose(sheet.find(ChoiceField, "Status: Clause that"), "done")
    assert list(part.rows) == [CLAUSE, NOTICE, RELEASE]
    assert sheet.document.history.undoText() == "change of status"
    show(sheet, "costs")
    show(sheet, "alignment_actions")
    assert list(part.rows) == [NOTICE, RELEASE, CLAUSE]


def test_what_is_not_needed_has_to_say_why(sheet: Sheet) -> None:
    actions(sheet)
    choose(sheet.find(ChoiceField, "Status: One release"), "not_needed")
    assert sheet.says("1 is said not to be needed, but not why.")
    sheet.find(Button, "Say why").click()
    settle()
    assert held_focus() == "Because"
    QTest.keyClicks(sheet.find(QPlainTextEdit, "Because"), "Customs has left.")
    assert not sheet.says("not why")
    assert [each.text() for each in view(sheet).findChildren(Button) if each.isVisible()].count(
        "Say why"
    ) == 0


def test_the_actions_of_one_owner(sheet: Sheet) -> None:
    part = actions(sheet)
    whose = sheet.find(DropDown, "Whose actions")
    assert [whose.itemText(place) for place in range(whose.count())] == [
        "All 3 actions",
        "Tobias Renn",
        "Oda Vesterhus",
    ]
    choose(whose, "+Tobias Renn")
    assert list(part.rows) == [CLAUSE, RELEASE]
    assert sheet.says("Tobias Renn: 2 actions, 1 overdue and 1 open.")
    line = sheet.find(AddLine, "Add an action")
    QTest.keyClicks(line, "Ask the insurers")
    QTest.keyClick(line, Key.Key_Return)
    assert scenario(sheet).alignment_actions[-1].owner == "Tobias Renn"
    assert rows(sheet)[-1] == "Ask the insurers"
    choose(whose, "")
    assert len(part.rows) == 4


def test_a_row_stays_while_its_owner_is_being_typed_over(sheet: Sheet) -> None:
    part = actions(sheet)
    whose = sheet.find(DropDown, "Whose actions")
    choose(whose, "+Oda Vesterhus")
    part.rows[NOTICE].take_focus("owner")
    settle()
    field = sheet.find(QPlainTextEdit, "Owner")
    QTest.keyClicks(field, "x")
    assert list(part.rows) == [NOTICE]
    assert field.hasFocus()
    assert whose.key == "+Oda Vesterhus"


def test_an_action_of_a_missing_kind_is_one_press_away(sheet: Sheet) -> None:
    sheet.document.choose_draft("river-flood")
    choose(sheet.find(DropDown, "Scenario"), "cebyhg4tz")
    actions(sheet)
    assert sheet.says("There is no procedural action yet.")
    sheet.find(Button, "Add a procedural action").click()
    settle()
    assert held_focus() == "Action"
    QTest.keyClicks(sheet.find(QPlainTextEdit, "Action"), "Exercise twice a year")
    action = scenario(sheet).alignment_actions[-1]
    assert (action.kind, action.text) == ("procedural", "Exercise twice a year")
    assert not sheet.says("There is no procedural")


def test_moving_an_action_holds_on_the_screen_and_in_the_draft(sheet: Sheet) -> None:
    part = actions(sheet)
    head = part.rows[RELEASE].head
    head.setFocus()
    QTest.keyClick(head, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert list(part.rows) == [CLAUSE, RELEASE, NOTICE]
    assert [each.id for each in scenario(sheet).alignment_actions] == [CLAUSE, RELEASE, NOTICE]
    assert head.hasFocus()
    sheet.document.undo()
    assert sheet.document.workbook == three_drafts()
