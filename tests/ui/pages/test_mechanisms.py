"""What a facilitator sees and does on the page of mechanisms and of the role of government."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Asked, Sheet, cut_sentences, opened, settle, with_look
from tests.whole.seeing import CHECKS, Check, mixed_meanings
from tests.whole.seeing import Sheet as Seen
from ui.forms.add_line import AddLine
from ui.forms.choice_field import ChoiceField
from ui.forms.many_field import ManyField
from ui.page_view import Topic
from ui.pages.mechanisms import PAGE
from ui.pages.mechanisms.entry_row import EntryRow
from ui.pages.mechanisms.use_cell import UseCell
from ui.pages.mechanisms.view import MechanismsPage
from ui.widgets import Button, RowButton, WhyMark
from ui.widgets.fold_row import FoldRow
from workbook.edits.begin import empty_draft
from workbook.model.draft import Draft
from workbook.model.scenarios import ChosenGovernmentRole, ChosenMechanism, Scenario
from workbook.model.workbook import Workbook

Key = Qt.Key
LOOKS = [
    ("light", 1.0, 480),
    ("light", 1.0, 772),
    ("dark", 1.0, 1180),
    ("high_contrast", 1.0, 1028),
    ("light", 2.0, 588),
]
"""Mode, scale of the text, and logical width."""
WIDE = 1028
ALL_WINTER, TOTALS, ON_REQUEST = "cgghxcgin", "cebyhg4tz", "c787o32c1"
OWN_FIGURES = "o6sb1a2vq"


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    """The river flood, which resembles the social issue platform, in three scenarios."""
    return page_of(qtbot, "river-flood")


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


def page_of(qtbot: QtBot, draft_id: str, width: int = WIDE, asked: Asked | None = None) -> Sheet:
    book = three_drafts()
    first = [draft for draft in book.drafts if draft.id == draft_id]
    others = [draft for draft in book.drafts if draft.id != draft_id]
    return opened(qtbot, PAGE, book.replace(drafts=(*first, *others)), asked, width)


def view(sheet: Sheet) -> MechanismsPage:
    assert isinstance(sheet.page, MechanismsPage)
    return sheet.page


def row(sheet: Sheet, key: str) -> EntryRow:
    return view(sheet).listing.rows[key]


def open_row(sheet: Sheet, key: str) -> EntryRow:
    found = row(sheet, key)
    found.open()
    settle()
    return found


def draft(sheet: Sheet) -> Draft:
    found = sheet.document.draft
    assert found is not None
    return found


def scenario(sheet: Sheet, key: str) -> Scenario:
    return next(each for each in draft(sheet).scenarios if each.id == key)


def words(sheet: Sheet, key: str) -> list[str]:
    """What the row of an entry says of the scenarios, one after the other."""
    return [cell.word for cell in row(sheet, key).cells]


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


def write(text: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


def press(key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)
    settle()


# ------------------------------------------------------------------------------------------------- the table


def test_what_the_platform_suggests_stands_first_with_what_is_reported_and_where(sheet: Sheet) -> None:
    assert list(view(sheet).listing.rows)[:3] == ["urgency", "ecosystem_pressure", "win_win_search"]
    assert sheet.says("Suggested: the draft resembles the social issue platform")
    assert sheet.says("In the case reported, urgency was decisive.")
    assert sheet.says("Susha et al. 2019, section 5.2")
    assert sheet.says("Others in the list")


def test_the_table_says_in_a_word_how_far_each_mechanism_has_come_in_each_scenario(sheet: Sheet) -> None:
    assert words(sheet, "urgency") == ["", "Planned", ""]
    assert words(sheet, "ecosystem_pressure") == ["Tried", "", "Tried"]
    assert words(sheet, "commitment_trust") == ["", "Considered", ""]
    assert words(sheet, "value_renewal") == ["", "", ""]
    for name in ("Street by street, all winter", "On request, with a letter ready"):
        assert sheet.says(name)


def test_the_sentence_at_the_head_answers_why(qtbot: QtBot) -> None:
    asked = Asked()
    sheet = page_of(qtbot, "river-flood", asked=asked)
    assert sheet.says(
        "4 mechanisms are chosen, in 3 scenarios. Tried, no result yet: Network effect of many requests."
    )
    sheet.find(WhyMark, "Why? 4 mechanisms").click()
    assert [each.id for each in asked.explained] == ["workings.mechanisms.river-flood"]
    sheet.find(WhyMark, "Why social issue").click()
    assert asked.explained[-1].id == "follows.mechanisms.river-flood.social_issue"


def test_the_chosen_scenario_is_named_as_such(qtbot: QtBot) -> None:
    sheet = page_of(qtbot, "cold-chain")
    assert sheet.says("Arrival notice with a temperature summary\nchosen scenario")
    assert words(sheet, "win_win_search") == ["Tried", "Worked", "Considered"]


def test_the_order_of_rows_does_not_follow_what_is_chosen(sheet: Sheet) -> None:
    before = list(view(sheet).listing.rows)
    row(sheet, "value_renewal").cells[0].click()
    assert words(sheet, "value_renewal") == ["Considered", "", ""]
    assert list(view(sheet).listing.rows) == before


def test_a_draft_that_is_placed_elsewhere_is_suggested_something_else(sheet: Sheet) -> None:
    sheet.document.choose_draft("cold-chain")
    settle()
    assert next(iter(view(sheet).listing.rows)) == "win_win_search"
    assert sheet.says("resembles the resource-dependence platform")
    assert not sheet.says("resembles the social issue platform")


def test_roles_of_government_stand_in_a_table_of_their_own(sheet: Sheet) -> None:
    view(sheet).views.set_chosen("government_roles")
    view(sheet).show_catalogue("government_roles")
    assert list(view(sheet).listing.rows)[:3] == ["csr_policy", "harvest_results", "beneficiary"]
    assert words(sheet, "harvest_results") == ["Chosen", "", ""]
    assert sheet.says("3 roles of government are chosen, in 2 scenarios.")
    assert sheet.says("Incentives: less clear-cut")


def test_with_more_scenarios_than_fit_the_rows_say_it_in_words(qtbot: QtBot) -> None:
    sheet = page_of(qtbot, "river-flood", width=480)
    assert not any(cell.isVisible() for cell in row(sheet, "urgency").cells)
    head = sheet.find(FoldRow, "Urgency")
    assert head.said == "Planned in “Neighbourhood totals, switched on by a warning”"
    assert sheet.find(FoldRow, "Value renewal").said == "Chosen in no scenario"
    sheet.area.resize(WIDE, 668)
    settle()
    assert row(sheet, "urgency").cells[1].isVisible()
    assert head.said == ""


# ------------------------------------------------------------------------------------- choosing in the table


def test_one_click_in_the_table_adds_a_suggestion_and_one_undo_takes_it_back(sheet: Sheet) -> None:
    before = sheet.document.workbook
    cell = row(sheet, "urgency").cells[0]
    assert cell.accessibleName() == "Add Urgency to “Street by street, all winter”"
    cell.click()
    assert scenario(sheet, ALL_WINTER).mechanisms[-1] == ChosenMechanism(mechanism="urgency")
    assert words(sheet, "urgency") == ["Considered", "Planned", ""]
    assert sheet.document.history.undoText() == "adding a mechanism"
    sheet.document.undo()
    assert sheet.document.workbook == before
    assert words(sheet, "urgency") == ["", "Planned", ""]


def test_a_click_where_it_is_chosen_opens_its_fields_there(sheet: Sheet) -> None:
    row(sheet, "ecosystem_pressure").cells[2].click()
    settle()
    assert row(sheet, "ecosystem_pressure").is_open
    assert held_focus() == "How it is used here"
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == scenario(sheet, ON_REQUEST).mechanisms[0].how


def test_the_table_is_walked_filled_and_emptied_by_keyboard(sheet: Sheet) -> None:
    head = sheet.find(FoldRow, "Urgency")
    head.setFocus()
    press(Key.Key_Right)
    assert held_focus() == "Add Urgency to “Street by street, all winter”"
    press(Key.Key_Return)
    assert words(sheet, "urgency")[0] == "Considered"
    press(Key.Key_Delete)
    assert words(sheet, "urgency")[0] == ""
    assert sheet.says("“Urgency” is removed from “Street by street, all winter”.")
    press(Key.Key_Down)
    press(Key.Key_Right)
    assert held_focus().startswith("Add Network effect of many requests to “Neighbourhood totals")
    press(Key.Key_Left)
    press(Key.Key_Left)
    assert head is not QApplication.focusWidget()
    assert held_focus() == "Network effect of many requests"
    press(Key.Key_Up)
    assert QApplication.focusWidget() is head


def test_removing_from_the_table_leaves_the_row_as_it_is(sheet: Sheet) -> None:
    cell = row(sheet, "urgency").cells[1]
    cell.setFocus()
    press(Key.Key_Delete)
    assert not row(sheet, "urgency").is_open
    assert QApplication.focusWidget() is cell
    sheet.find(Button, "Undo").click()
    assert words(sheet, "urgency")[1] == "Planned"


# -------------------------------------------------------------------------------------------- the opened row


def test_an_open_row_says_what_it_is_and_what_each_case_did(sheet: Sheet) -> None:
    open_row(sheet, "urgency")
    assert sheet.says("A pressing event makes the difference.")
    assert sheet.says("Flowminder")
    assert sheet.says("Decisive: earlier proposals had not been accepted")
    assert sheet.says("CBS study summary")


def test_new_york_state_is_envisaged_wherever_it_stands(qtbot: QtBot) -> None:
    sheet = page_of(qtbot, "school-meals")
    open_row(sheet, "common_good_promotion")
    labels = [each for each in sheet.sentences if each.startswith("New York State")]
    assert labels == ["New York State (envisaged)"]


def test_what_stands_with_a_platform_without_being_its_mechanism_says_so(sheet: Sheet) -> None:
    open_row(sheet, "data_donation_csr")
    assert sheet.says("The authors do not call them a mechanism.")
    assert sheet.says("No reference case reports it.")


def test_one_row_is_open_at_a_time(sheet: Sheet) -> None:
    open_row(sheet, "urgency")
    open_row(sheet, "value_renewal")
    assert [key for key, each in view(sheet).listing.rows.items() if each.is_open] == ["value_renewal"]


def test_an_open_row_stays_open_while_other_things_change(sheet: Sheet) -> None:
    open_row(sheet, "value_renewal")
    sheet.document.put(("drafts", "river-flood", "name"), "Flood", "change of name")
    assert row(sheet, "value_renewal").is_open


def test_a_mechanism_is_added_in_the_open_row_and_the_keyboard_goes_on_to_how(sheet: Sheet) -> None:
    open_row(sheet, "value_renewal")
    sheet.find(Button, "Add Value renewal to “On request").click()
    settle()
    assert held_focus() == "How it is used here"
    write("Every spring")
    assert scenario(sheet, ON_REQUEST).mechanisms[-1].how == "Every spring"
    assert sheet.document.history.undoText() == "change of how it is used here"
    sheet.document.undo()
    sheet.document.undo()
    assert [each.mechanism for each in scenario(sheet, ON_REQUEST).mechanisms] == ["ecosystem_pressure"]


def test_its_result_is_given_as_a_word(sheet: Sheet) -> None:
    open_row(sheet, "urgency")
    status = sheet.find(ChoiceField, "How far it has come")
    offered = [status.itemText(place) for place in range(status.count())]
    assert offered == ["Considered", "Planned", "Tried", "Worked", "Failed"]
    status.setCurrentIndex(3)
    status.activated.emit(3)
    assert scenario(sheet, TOTALS).mechanisms[0].status == "worked"
    assert words(sheet, "urgency") == ["", "Worked", ""]
    assert sheet.says("Worked: Urgency.")
    sheet.document.undo()
    assert status.key == "planned"


def test_it_is_said_whose_interests_it_serves(sheet: Sheet) -> None:
    open_row(sheet, "commitment_trust")
    field = sheet.find(ManyField, "Interests it serves")
    offered = field.made_menu().actions()
    first = next(iter(draft(sheet).interests()))
    assert any(first.text.removesuffix(".") in action.text() for action in offered)
    before = scenario(sheet, TOTALS).mechanisms[2].serves
    offered[0].trigger()
    after = scenario(sheet, TOTALS).mechanisms[2].serves
    assert len(after) == len(before) + 1
    assert sheet.document.history.undoText() == "change of interests it serves"


def test_typing_how_keeps_the_caret_and_is_one_step(sheet: Sheet) -> None:
    open_row(sheet, "urgency")
    field = sheet.find(QPlainTextEdit, "How it is used here")
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(3)
    field.setTextCursor(cursor)
    QTest.keyClicks(field, "very ")
    assert field.textCursor().position() == 8
    before = sheet.document.history.count()
    QTest.keyClicks(field, "x")
    assert sheet.document.history.count() == before
    assert scenario(sheet, TOTALS).mechanisms[0].how == field.toPlainText()


def test_removing_in_the_open_row_offers_to_add_it_again(sheet: Sheet) -> None:
    open_row(sheet, "urgency")
    sheet.find(Button, "Remove from this scenario").click()
    settle()
    assert all(each.mechanism != "urgency" for each in scenario(sheet, TOTALS).mechanisms)
    assert held_focus() == "Add Urgency to “Neighbourhood totals, switched on by a warning”"
    sheet.find(Button, "Undo").click()
    assert scenario(sheet, TOTALS).mechanisms[0].mechanism == "urgency"


def test_escape_closes_the_fields_of_a_scenario(sheet: Sheet) -> None:
    open_row(sheet, "urgency")
    field = sheet.find(QPlainTextEdit, "How it is used here")
    field.setFocus()
    press(Key.Key_Escape)
    assert not field.isVisible()
    head = sheet.find(FoldRow, "Neighbourhood totals")
    assert head.said.startswith("Planned · serves 2 interests · The agreement is signed")


def test_a_role_says_how_it_is_played_and_no_more(sheet: Sheet) -> None:
    view(sheet).show_catalogue("government_roles")
    open_row(sheet, "harvest_results")
    assert not [each for each in sheet.page.findChildren(ChoiceField) if each.isVisible()]
    field = sheet.find(QPlainTextEdit, "How it is played here")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "The centre decides")
    assert scenario(sheet, ALL_WINTER).government_roles == (
        ChosenGovernmentRole(role="harvest_results", how="The centre decides"),
    )
    row(sheet, "promote").cells[2].click()
    assert scenario(sheet, ON_REQUEST).government_roles == (ChosenGovernmentRole(role="promote"),)
    assert sheet.document.history.undoText() == "adding a role of government"


# ---------------------------------------------------------------------------------------------- own entries


def test_an_own_mechanism_is_added_by_name_and_stands_in_the_list(sheet: Sheet) -> None:
    line = sheet.find(AddLine, "Add a mechanism of your own")
    line.setFocus()
    QTest.keyClicks(line, "A dry run")
    press(Key.Key_Return)
    entry = sheet.document.workbook.own_entries[-1]
    assert (entry.catalogue, entry.name) == ("mechanisms", "A dry run")
    assert line.hasFocus()
    row(sheet, entry.id).cells[2].click()
    assert scenario(sheet, ON_REQUEST).mechanisms[-1].mechanism == entry.id


def test_pasted_cells_are_name_explanation_and_source(sheet: Sheet) -> None:
    view(sheet).show_catalogue("government_roles")
    paste(sheet.find(AddLine, "Add a role of government of your own"), "Host\tKeeps the data\tAda\nPay\n")
    host, pay = sheet.document.workbook.own_entries[-2:]
    assert (host.name, host.explanation, host.source) == ("Host", "Keeps the data", "Ada")
    assert (pay.name, pay.catalogue) == ("Pay", "government_roles")
    assert sheet.document.history.undoText() == "adding 2 entries"
    assert sheet.says("2 entries added.")


def test_an_own_entry_is_written_where_it_stands(sheet: Sheet) -> None:
    open_row(sheet, OWN_FIGURES)
    name = sheet.find(QLineEdit, "Name")
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "Figures back")
    assert sheet.document.workbook.own_entries[0].name == "Figures back"
    assert row(sheet, OWN_FIGURES).head.text() == "Figures back"
    source = sheet.find(QLineEdit, "Where it is from")
    source.setFocus()
    source.clear()
    QTest.keyClicks(source, "Ada")
    assert sheet.document.workbook.own_entries[0].source == "Ada"
    assert sheet.document.history.undoText() == "change of where it is from"


def test_removing_an_own_entry_in_use_says_what_goes_and_one_undo_brings_all_back(qtbot: QtBot) -> None:
    sheet = page_of(qtbot, "school-meals")
    before = sheet.document.workbook
    open_row(sheet, OWN_FIGURES)
    sheet.find(Button, "Remove from the list").click()
    settle()
    assert sheet.document.workbook.own_entries == ()
    assert sheet.says(
        "“Own figures first” is removed from the list. "
        "It goes from 2 scenarios, with what is said of it there."
    )
    assert sheet.document.history.count() == 1
    sheet.find(Button, "Undo").click()
    assert sheet.document.workbook == before
    assert words(sheet, OWN_FIGURES) == ["", "Planned", "Considered"]


# --------------------------------------------------------------------------------------- guide, going, empty


def test_the_guide_tells_of_the_mechanism_in_hand(sheet: Sheet) -> None:
    assert topic(sheet).question == "What would have to happen for each of you to say yes?"
    sheet.find(FoldRow, "Urgency").setFocus()
    notes = {note.case_id: note.text for note in topic(sheet).cases}
    assert notes["flowminder"].startswith("Urgency: Decisive")
    assert notes["floraholland"].startswith("Not reported here. Reported: Search for win-wins")
    open_row(sheet, "urgency")
    sheet.find(QPlainTextEdit, "How it is used here").setFocus()
    assert topic(sheet).question == "How exactly would that work here, and who would begin?"
    sheet.find(AddLine, "Add a mechanism").setFocus()
    assert topic(sheet).question == "What brought you together the last time it worked?"
    assert all(note.citation for note in topic(sheet).cases)


def test_an_address_leads_to_the_field(sheet: Sheet) -> None:
    at = ("drafts", "river-flood", "scenarios")
    assert sheet.page.reveal((*at, TOTALS, "mechanisms", "urgency", "status"))
    assert held_focus() == "How far it has come"
    assert sheet.page.reveal((*at, TOTALS, "mechanisms", "urgency", "serves"))
    assert held_focus() == "Interests it serves: add"
    assert sheet.page.reveal((*at, ALL_WINTER, "mechanisms", "urgency"))
    assert held_focus() == "Add Urgency to “Street by street, all winter”"
    assert sheet.page.reveal((*at, TOTALS, "government_roles", "csr_policy", "how"))
    assert held_focus() == "How it is played here"
    assert sheet.page.reveal(("own_entries", OWN_FIGURES, "source"))
    assert held_focus() == "Where it is from"
    assert sheet.page.reveal((*at, TOTALS, "mechanisms"))
    assert held_focus() == "Add a mechanism of your own"


def test_an_address_of_another_list_leads_nowhere(sheet: Sheet) -> None:
    assert not sheet.page.reveal(("drafts", "river-flood", "scenarios", TOTALS, "benefits", "b1"))


def test_without_a_draft_the_page_says_what_belongs_here_and_begins_one(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook(), width=WIDE)
    assert sheet.says("It needs a draft first.")
    sheet.find(RowButton, "Begin from FloraHolland").click()
    settle()
    assert sheet.says("Suggested: the draft resembles the resource-dependence platform")
    assert sheet.says("3 mechanisms are chosen, in 1 scenario.")


def test_without_a_scenario_the_list_can_be_read_and_a_scenario_described(qtbot: QtBot) -> None:
    asked = Asked()
    sheet = opened(qtbot, PAGE, Workbook(drafts=(empty_draft(),)), asked, WIDE)
    assert sheet.says("The draft is not placed on a dimension yet, so nothing is suggested.")
    open_row(sheet, "win_win_search")
    assert sheet.says("It is chosen for a scenario, and there is none yet.")
    sheet.find(Button, "Describe a scenario").click()
    assert asked.asked == [("page", "scenarios")]


def test_nothing_of_the_page_opens_a_window_of_its_own(sheet: Sheet) -> None:
    open_row(sheet, "urgency")
    view(sheet).show_catalogue("government_roles")
    open_row(sheet, "csr_policy")
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [sheet.area]


def test_tab_goes_through_rows_and_fields_in_the_order_of_reading(sheet: Sheet) -> None:
    open_row(sheet, "urgency")
    stops = sheet.tab_stops()
    wanted = [
        "Mechanisms",
        (
            "Why? 4 mechanisms are chosen, in 3 scenarios. Tried, no result yet: "
            "Network effect of many requests."
        ),
        "Why social issue, and where this comes from",
        "Urgency",
        "Add Urgency to “Street by street, all winter”",
        "Neighbourhood totals, switched on by a warning",
        "How far it has come",
    ]
    assert [stop for stop in stops if stop in wanted] == wanted
    assert stops.index("Interests it serves: add") < stops.index("Network effect of many requests")
    assert not [stop for stop in stops if stop.startswith("Urgency in")]  # cells: arrow keys go there


ALONE: tuple[Check, ...] = tuple(check for check in CHECKS if check is not mixed_meanings)


@pytest.mark.parametrize(("mode", "scale", "width"), LOOKS)
def test_what_is_open_can_be_read_in_every_look(qtbot: QtBot, mode: str, scale: float, width: int) -> None:
    sheet = page_of(qtbot, "school-meals", width=round(width * scale))
    with_look(mode, scale)
    for key in ("common_good_promotion", OWN_FIGURES):
        open_row(sheet, key)
        assert cut_sentences(sheet) == []
        seen = Seen(sheet.page)
        assert [fault for check in ALONE for fault in check(seen)] == []


def test_cells_are_named_for_those_who_cannot_see_them(sheet: Sheet) -> None:
    names = [each.accessibleName() for each in sheet.page.findChildren(UseCell) if each.isVisible()]
    assert "Urgency in “Neighbourhood totals, switched on by a warning”: planned" in names
    head = sheet.find(FoldRow, "Urgency")
    assert head.accessibleDescription().startswith("Planned in “Neighbourhood totals")
