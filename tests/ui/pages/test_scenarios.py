"""What a facilitator sees and does on the page Scenarios."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Asked, Sheet, cut_sentences, opened, settle, with_look
from ui.forms.add_line import AddLine
from ui.forms.choice_field import ChoiceField
from ui.forms.many_field import ManyField
from ui.page_view import Topic
from ui.pages.scenarios import PAGE
from ui.pages.scenarios.items import Items
from ui.pages.scenarios.topics import QUESTIONS, topic_of
from ui.pages.scenarios.view import ScenariosPage
from ui.widgets import Button, RowButton
from ui.widgets.chip import Chip
from ui.widgets.fold_row import FoldRow
from ui.widgets.item_row import ItemRow
from ui.widgets.tick_row import TickRow
from workbook.edits.begin import empty_draft
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.workbook import Workbook

Key = Qt.Key
LOOKS = [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]
CHOSEN = "cp4dvxdp2"


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return opened(qtbot, PAGE, three_drafts())


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


def view(sheet: Sheet) -> ScenariosPage:
    assert isinstance(sheet.page, ScenariosPage)
    return sheet.page


def draft(sheet: Sheet) -> Draft:
    found = sheet.document.draft
    assert found is not None
    return found


def shown(sheet: Sheet) -> Scenario:
    found = view(sheet).shown
    assert found is not None
    return found


def open_section(sheet: Sheet, key: str) -> None:
    view(sheet).one.sections[key].open()
    settle()


def paste(line: QLineEdit, text: str) -> None:
    line.setFocus()
    QApplication.clipboard().setText(text)
    line.paste()


def topic(sheet: Sheet) -> Topic:
    said = sheet.page.topic()
    assert said is not None
    return said


def held_focus() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.accessibleName()


# ------------------------------------------------------------------------------------------------- the list


def test_the_chosen_scenario_is_shown_first_and_marked_in_words(sheet: Sheet) -> None:
    assert sheet.find(QLineEdit, "Name of the scenario").text() == "Arrival notice with a temperature summary"
    assert sheet.says("3 scenarios. Chosen: Arrival notice with a temperature summary.")
    row = sheet.find(ItemRow, "Arrival notice")
    assert row.entry.said == "Chosen · 3 mechanisms · 5 benefits"


def test_another_scenario_is_chosen_in_the_list_by_keyboard(sheet: Sheet) -> None:
    row = sheet.find(ItemRow, "Arrival notice")
    row.setFocus()
    QTest.keyClick(row, Key.Key_Up)
    assert shown(sheet).name == "Open records"
    assert held_focus() == "Open records"


def test_scenarios_are_added_one_by_one_and_by_pasting(sheet: Sheet) -> None:
    line = sheet.find(AddLine, "Add a scenario")
    line.setFocus()
    QTest.keyClicks(line, "A pilot")
    QTest.keyClick(line, Key.Key_Return)
    assert shown(sheet).name == "A pilot"
    assert line.hasFocus()
    paste(line, "One\tFirst way\nTwo\tSecond way")
    assert [each.name for each in draft(sheet).scenarios][-3:] == ["A pilot", "One", "Two"]
    assert shown(sheet).description == "Second way"
    assert sheet.document.history.undoText() == "adding 2 scenarios"
    assert sheet.says("2 scenarios added.")
    sheet.document.undo()
    assert [each.name for each in draft(sheet).scenarios][-1] == "A pilot"


def test_choosing_and_taking_back_are_steps_of_undo(sheet: Sheet) -> None:
    sheet.find(Button, "No longer chosen").click()
    assert draft(sheet).chosen_scenario is None
    assert sheet.says("Ways of sharing, side by side, before one is chosen.")
    view(sheet).look_at("c91leutzy")
    sheet.find(Button, "Choose this scenario").click()
    assert draft(sheet).chosen_scenario == "c91leutzy"
    sheet.document.undo()
    sheet.document.undo()
    assert draft(sheet).chosen_scenario == CHOSEN


def test_a_copy_is_shown_with_its_name_ready_to_be_typed_over(sheet: Sheet) -> None:
    sheet.find(Button, "Duplicate").click()
    assert shown(sheet).name.endswith("(copy)")
    assert len(shown(sheet).scores) == 12
    name = sheet.find(QLineEdit, "Name of the scenario")
    assert name.hasFocus()
    QTest.keyClicks(name, "Variant")
    assert shown(sheet).name == "Variant"
    sheet.document.undo()
    sheet.document.undo()
    assert len(draft(sheet).scenarios) == 3


def test_removing_says_what_it_took_along_and_one_undo_brings_it_back(sheet: Sheet) -> None:
    before = sheet.document.workbook
    row = sheet.find(ItemRow, "Arrival notice")
    row.setFocus()
    QTest.keyClick(row, Key.Key_Delete)
    assert [each.name for each in draft(sheet).scenarios] == ["Open records", "Trial with ten members"]
    assert sheet.says("is removed.")
    assert sheet.says("12 scores, 5 benefits, 3 costs")
    assert sheet.says("the choice of scenario")
    sheet.find(Button, "Undo").click()
    assert sheet.document.workbook == before


def test_scenarios_are_put_in_another_order_by_keyboard(sheet: Sheet) -> None:
    row = sheet.find(ItemRow, "Arrival notice")
    row.setFocus()
    QTest.keyClick(row, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert draft(sheet).scenarios[0].id == CHOSEN
    assert held_focus().startswith("Arrival notice")


# -------------------------------------------------------------------------------------------------- sections


def test_a_closed_section_says_in_a_line_what_it_holds(sheet: Sheet) -> None:
    assert sheet.find(FoldRow, "Benefits").said.startswith("5 benefits: Sound loads leave within a day")
    assert sheet.find(FoldRow, "Role of government").said.startswith(
        "2 roles of government: Put the win-wins"
    )


def test_sections_open_and_close_by_keyboard(sheet: Sheet) -> None:
    head = sheet.find(FoldRow, "Costs")
    head.setFocus()
    QTest.keyClick(head, Key.Key_Return)
    assert sheet.find(AddLine, "Add a cost").isVisible()
    assert head.said == ""
    QTest.keyClick(head, Key.Key_Down)
    assert held_focus() == "Alignment"
    QTest.keyClick(head, Key.Key_Space)
    assert not view(sheet).one.sections["costs"].is_open


def test_data_flows_are_ticked(sheet: Sheet) -> None:
    view(sheet).look_at("c91leutzy")
    open_section(sheet, "data_flows")
    rows = [each for each in view(sheet).findChildren(TickRow) if each.isVisible()]
    used = draft(sheet).scenarios[2].data_flows
    assert [each.isChecked() for each in rows] == [flow.id in used for flow in draft(sheet).data_flows]
    unused = next(each for each in rows if not each.isChecked())
    unused.setFocus()
    QTest.keyClick(unused, Key.Key_Return)
    assert len(shown(sheet).data_flows) == len(used) + 1
    assert sheet.document.history.undoText() == "change of data flows used"
    sheet.document.undo()
    assert not unused.isChecked()


def test_without_data_flows_it_leads_to_where_they_are_described(qtbot: QtBot) -> None:
    asked = Asked()
    bare = empty_draft().replace(scenarios=(Scenario(id="c", name="Pool"),))
    sheet = opened(qtbot, PAGE, Workbook(drafts=(bare,)), asked)
    open_section(sheet, "data_flows")
    sheet.find(Button, "Describe data flows").click()
    assert asked.asked == [("page", "data_flows")]


def test_a_mechanism_of_the_catalogue_is_added_by_its_name(sheet: Sheet) -> None:
    view(sheet).look_at("c91leutzy")
    line = sheet.find(AddLine, "Add a mechanism")
    line.setFocus()
    QTest.keyClicks(line, "value RENEWAL")
    QTest.keyClick(line, Key.Key_Return)
    assert shown(sheet).mechanisms[-1].mechanism == "value_renewal"
    assert sheet.document.workbook.own_entries == three_drafts().own_entries


def test_a_mechanism_of_the_rooms_own_becomes_an_entry_and_one_undo_takes_both_back(sheet: Sheet) -> None:
    before = sheet.document.workbook
    line = sheet.find(AddLine, "Add a mechanism")
    line.setFocus()
    QTest.keyClicks(line, "A shared dinner")
    QTest.keyClick(line, Key.Key_Return)
    (entry,) = [each for each in sheet.document.workbook.own_entries if each.name == "A shared dinner"]
    assert entry.catalogue == "mechanisms"
    assert shown(sheet).mechanisms[-1].mechanism == entry.id
    assert sheet.find(FoldRow, "A shared dinner").isVisible()
    sheet.document.undo()
    assert sheet.document.workbook == before


def test_the_catalogue_can_be_looked_through(sheet: Sheet) -> None:
    content = view(sheet).one.sections["mechanisms"].content
    assert isinstance(content, Items)
    actions = content.made_menu().actions()
    assert "Urgency" in [each.text() for each in actions]
    assert "Search for win-wins" not in [each.text() for each in actions]
    urgency = next(each for each in actions if each.text() == "Urgency")
    assert "Susha et al. 2019, section 5.2" in urgency.toolTip()
    urgency.trigger()
    assert shown(sheet).mechanisms[-1].mechanism == "urgency"


def test_the_beginning_of_a_name_is_completed(sheet: Sheet) -> None:
    line = sheet.find(AddLine, "Add a mechanism")
    line.setFocus()
    QTest.keyClicks(line, "urg")
    QTest.keyClick(line, Key.Key_Return)
    assert shown(sheet).mechanisms[-1].mechanism == "urgency"


def test_what_is_there_already_is_not_added_twice(sheet: Sheet) -> None:
    before = sheet.document.workbook
    line = sheet.find(AddLine, "Add a mechanism")
    line.setFocus()
    QTest.keyClicks(line, "Search for win-wins")
    QTest.keyClick(line, Key.Key_Return)
    assert sheet.document.workbook == before


def test_what_the_platform_suggests_is_added_by_one_press_and_cites_its_source(sheet: Sheet) -> None:
    view(sheet).look_at("c91leutzy")
    assert sheet.says("This draft resembles the resource-dependence platform.")
    assert sheet.says("Susha et al. 2019, section 5.1")
    sheet.find(Button, "Add Explicit business case").click()
    settle()
    assert shown(sheet).mechanisms[-1].mechanism == "explicit_business_case"
    names = [each.accessibleName() for each in view(sheet).findChildren(Button) if each.isVisible()]
    assert "Add Explicit business case" not in names
    assert "Add Alignment with other authorities" in names


def test_roles_of_government_are_suggested_too(sheet: Sheet) -> None:
    view(sheet).look_at("c91leutzy")
    open_section(sheet, "government_roles")
    sheet.find(Button, "Add Drive the alignment").click()
    assert shown(sheet).government_roles[-1].role == "drive_alignment"


def test_how_a_mechanism_is_used_its_status_and_whom_it_serves(sheet: Sheet) -> None:
    head = sheet.find(FoldRow, "Search for win-wins")
    head.setFocus()
    QTest.keyClick(head, Key.Key_Return)
    assert sheet.says("Susha et al. 2019, section 5.1")
    how = sheet.find(QPlainTextEdit, "How")
    how.setFocus()
    how.selectAll()
    QTest.keyClicks(how, "In pairs")
    status = sheet.find(ChoiceField, "Status")
    status.setCurrentIndex(status.findData("tried"))
    status.activated.emit(status.currentIndex())
    serves = sheet.find(ManyField, "Serves")
    number = len(shown(sheet).mechanisms[0].serves)
    menu = serves.made_menu()
    menu.actions()[0].trigger()
    mechanism = shown(sheet).mechanisms[0]
    assert (mechanism.how, mechanism.status, len(mechanism.serves)) == ("In pairs", "tried", number + 1)
    chip = sheet.find(Chip)
    QTest.keyClick(chip, Key.Key_Delete)
    assert len(shown(sheet).mechanisms[0].serves) == number
    QTest.keyClick(how, Key.Key_Escape)
    assert head.hasFocus()
    assert head.said.startswith("Tried · serves")


def test_benefits_are_pasted_with_whom_they_are_for_as_one_step(sheet: Sheet) -> None:
    open_section(sheet, "benefits")
    line = sheet.find(AddLine, "Add a benefit")
    paste(line, "Quicker trucks\tPort of Haverstrand\tpublic\t2027-03-01\nFewer calls\tEfficiency\tThe clerk")
    first, second = shown(sheet).benefits[-2:]
    assert first.text == "Quicker trucks"
    assert first.stakeholder == draft(sheet).stakeholders[2].id
    assert (first.value, str(first.expected_by)) == ("public", "2027-03-01")
    assert (second.kind, second.owner) == ("efficiency", "The clerk")
    assert sheet.document.history.undoText() == "adding 2 benefits"
    assert sheet.says("2 benefits added.")


def test_costs_and_actions_read_their_own_words(sheet: Sheet) -> None:
    open_section(sheet, "costs")
    paste(sheet.find(AddLine, "Add a cost"), "A new gate\tMoney\tOnce\t40,000 euro\n")
    cost = shown(sheet).costs[-1]
    assert (cost.kind, cost.timing, cost.amount) == ("money", "once", "40,000 euro")
    open_section(sheet, "alignment_actions")
    paste(sheet.find(AddLine, "Add an alignment action"), "Ask the ministry\tUnder way\tIT\tMinistry\n")
    action = shown(sheet).alignment_actions[-1]
    assert (action.status, action.kind, action.with_whom) == ("under_way", "it", "Ministry")


def test_items_are_moved_and_removed_by_keyboard(sheet: Sheet) -> None:
    open_section(sheet, "benefits")
    first, second = (each.id for each in shown(sheet).benefits[:2])
    head = sheet.find(FoldRow, "Sound loads leave")
    head.setFocus()
    QTest.keyClick(head, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [each.id for each in shown(sheet).benefits[:2]] == [second, first]
    assert head.hasFocus()
    QTest.keyClick(head, Key.Key_Delete)
    assert first not in {each.id for each in shown(sheet).benefits}
    assert sheet.says("is removed.")
    assert held_focus().startswith("More of the opened")
    sheet.document.undo()
    sheet.document.undo()
    assert sheet.document.workbook == three_drafts()


def test_the_fields_of_a_benefit_name_everything_that_can_be_said(sheet: Sheet) -> None:
    open_section(sheet, "benefits")
    head = sheet.find(FoldRow, "Sound loads leave")
    head.click()
    settle()
    names = {each.accessibleName() for each in view(sheet).findChildren(ChoiceField) if each.isVisible()}
    assert names == {"For whom", "From whom", "What is given", "Whose value", "Kind"}
    day = sheet.find(QLineEdit, "Expected by")
    day.setFocus()
    day.selectAll()
    QTest.keyClicks(day, "1 May 2028")
    assert str(shown(sheet).benefits[0].expected_by) == "2028-05-01"
    day.selectAll()
    QTest.keyClicks(day, "soon")
    assert sheet.says("Type a date, such as 2027-03-01.")


def test_the_caret_stays_where_one_types(sheet: Sheet) -> None:
    field = sheet.find(QPlainTextEdit, "What happens in it")
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    QTest.keyClicks(field, "xyz")
    assert field.textCursor().position() == 8
    assert sheet.document.history.undoText() == "change of what happens in it"


def test_another_draft_shows_its_own_scenarios(sheet: Sheet) -> None:
    sheet.document.choose_draft("school-meals")
    assert sheet.find(QLineEdit, "Name of the scenario").text() == "A public table of kitchens"
    assert sheet.find(FoldRow, "Framing that builds pressure").isVisible()


# ------------------------------------------------------------------------------------ addresses, guide, empty


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        ((CHOSEN, "name"), "Name of the scenario"),
        ((CHOSEN, "description"), "What happens in it"),
        ((CHOSEN, "mechanisms"), "Add a mechanism"),
        ((CHOSEN, "mechanisms", "win_win_search", "how"), "How"),
        ((CHOSEN, "mechanisms", "win_win_search", "serves"), "Serves: add"),
        (("c91leutzy",), "Name of the scenario"),
        (("gone",), "Add a scenario"),
        ((), "Arrival notice with a temperature summary"),
    ],
)
def test_an_address_leads_to_its_field(sheet: Sheet, steps: tuple[str, ...], name: str) -> None:
    assert sheet.page.reveal(("drafts", "cold-chain", "scenarios", *steps))
    settle()
    assert held_focus() == name


def test_an_address_of_a_benefit_opens_its_section_and_fields(sheet: Sheet) -> None:
    benefit = shown(sheet).benefits[2].id
    at = ("drafts", "cold-chain", "scenarios", CHOSEN, "benefits", benefit)
    assert sheet.page.reveal((*at, "owner"))
    assert held_focus() == "Owner"
    assert sheet.page.reveal(at)
    assert held_focus().startswith("More of the opened")


def test_the_guide_follows_the_section_in_hand(sheet: Sheet, qtbot: QtBot) -> None:
    assert topic(sheet).question == QUESTIONS["scenarios"].ask
    with qtbot.waitSignal(sheet.page.topic_changed):
        sheet.find(FoldRow, "Costs").setFocus()
    assert topic(sheet).question == "Who would pay, work or be exposed for it?"
    with qtbot.waitSignal(sheet.page.topic_changed):
        sheet.find(QPlainTextEdit, "What happens in it").setFocus()
    assert topic(sheet).question == QUESTIONS["description"].ask


@pytest.mark.parametrize("field", QUESTIONS)
def test_the_guide_says_what_each_case_did_with_its_source(field: str) -> None:
    notes = topic_of(field, load()).cases
    assert [note.case_id for note in notes] == ["floraholland", "flowminder", "nys_food_traceability"]
    assert all(note.text and note.citation for note in notes)


def test_without_a_draft_the_page_says_what_belongs_here_and_begins_one(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook())
    assert sheet.says("In what ways could it be done?")
    assert not sheet.page.reveal(("drafts", "x", "scenarios"))
    sheet.find(RowButton, "Begin an empty draft").click()
    assert sheet.find(AddLine, "Add a scenario").hasFocus()


def test_a_draft_begun_from_a_case_brings_the_scenario_its_source_reports(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook())
    sheet.find(RowButton, "Begin from New York State (envisaged)").click()
    assert sheet.find(QLineEdit, "Name of the scenario").text() == "As in New York State (envisaged)"


def test_an_empty_draft_offers_the_quickest_ways_in(qtbot: QtBot) -> None:
    asked = Asked()
    sheet = opened(qtbot, PAGE, Workbook(drafts=(empty_draft(),)), asked)
    sheet.find(RowButton, "Name the stakeholders first").click()
    assert asked.asked == [("page", "stakeholders")]
    sheet.find(RowButton, "Name the first way of sharing").click()
    line = sheet.find(AddLine, "Add a scenario")
    assert line.hasFocus()
    QTest.keyClicks(line, "Pool")
    QTest.keyClick(line, Key.Key_Return)
    assert sheet.find(FoldRow, "Benefits").said == "None yet. Who would have what that nobody has today?"


def test_tab_goes_through_the_page_in_the_order_of_reading(sheet: Sheet) -> None:
    assert sheet.tab_stops() == [
        "Arrival notice with a temperature summary",
        "Add a scenario",
        "Name of the scenario",
        "More",
        "No longer chosen",
        "Duplicate",
        "What happens in it",
        "Data flows used",
        "Mechanisms",
        "Search for win-wins",
        "Explicit business case",
        "Alignment with other authorities",
        "Add a mechanism",
        "Choose a mechanism from the list",
        "Role of government",
        "Benefits",
        "Costs",
        "Alignment",
    ]


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
@pytest.mark.parametrize("width", [530, 792, 1180])
def test_no_word_is_cut_and_nothing_scrolls_sideways_with_all_sections_open(
    sheet: Sheet, mode: str, scale: float, width: int
) -> None:
    for section in view(sheet).one.sections.values():
        section.open()
    sheet.find(FoldRow, "Sound loads leave").click()
    with_look(mode, scale)
    sheet.area.resize(round(width * scale), 668)
    settle()
    assert cut_sentences(sheet) == []
    assert sheet.page.minimumSizeHint().width() <= sheet.area.viewport().width()
