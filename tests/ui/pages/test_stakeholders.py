"""What a facilitator sees and does on the page Stakeholders."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Sheet, cut_sentences, opened, settle, with_look
from ui.forms.add_line import AddLine
from ui.forms.choice_field import ChoiceField
from ui.forms.number_field import NumberField
from ui.forms.title_field import TitleField
from ui.page_view import Topic
from ui.pages.stakeholders import PAGE
from ui.pages.stakeholders.interest_row import InterestHead
from ui.pages.stakeholders.rows import read_interests, read_stakeholders
from ui.pages.stakeholders.so_far import NameButton
from ui.pages.stakeholders.topics import QUESTIONS, topic_of
from ui.pages.stakeholders.view import StakeholdersPage
from ui.widgets import Button, Figure, RowButton, WhyMark
from ui.widgets.chip import Chip
from ui.widgets.item_row import ItemRow
from ui.widgets.weight_pills import WeightPills
from workbook.edits.begin import empty_draft
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.scores import Score
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.workbook import Workbook

LOOKS = [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]
Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return opened(qtbot, PAGE, three_drafts())


@pytest.fixture
def two(qtbot: QtBot) -> Sheet:
    """A hospital with two interests, and a city without any."""
    interests = (Interest(id="quality", text="Quality", weight=3), Interest(id="cost", text="Cost", weight=1))
    draft = Draft(
        id="d",
        name="Ours",
        stakeholders=(
            Stakeholder(id="hospital", name="Hospital", interests=interests),
            Stakeholder(id="city", name="City", sector="government"),
        ),
    )
    return opened(qtbot, PAGE, Workbook(drafts=(draft,)))


def draft_of(sheet: Sheet) -> Draft:
    assert sheet.document.draft is not None
    return sheet.document.draft


def page_of(sheet: Sheet) -> StakeholdersPage:
    assert isinstance(sheet.page, StakeholdersPage)
    return sheet.page


def chosen(sheet: Sheet) -> Stakeholder:
    stakeholder = page_of(sheet).shown
    assert stakeholder is not None
    return stakeholder


def topic(sheet: Sheet) -> Topic:
    said = sheet.page.topic()
    assert said is not None
    return said


def type_into(field: Any, words: str) -> None:  # noqa: ANN401 - any kind of field
    field.setFocus()
    QTest.keyClicks(field, words)


def paste_into(field: AddLine, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    field.setFocus()
    QTest.keyClick(field, Key.Key_V, Modifier.ControlModifier)


def names(sheet: Sheet) -> list[str]:
    return [each.name for each in draft_of(sheet).stakeholders]


def texts(sheet: Sheet) -> list[str]:
    return [each.text for each in chosen(sheet).interests]


# ------------------------------------------------------------------------------------------------- the list


def test_the_list_says_who_there_is_what_each_is_and_how_much_it_wants(sheet: Sheet) -> None:
    assert sheet.says("Four parties at the table, one affected and one in the background.")
    row = sheet.find(ItemRow, "Port of Haverstrand")
    assert row.entry.said == "Intermediary \u00b7 2\u00a0interests"
    assert sheet.find(ItemRow, "Growers abroad").entry.said.startswith("Affected")
    assert sheet.find(TitleField, "Name").text() == "Haverquay Cooperative of fruit importers"


def test_another_one_is_looked_at_by_click_and_by_arrow_keys(sheet: Sheet) -> None:
    sheet.find(ItemRow, "Port of Haverstrand").click()
    assert sheet.find(TitleField, "Name").text() == "Port of Haverstrand"
    row = sheet.find(ItemRow, "Port of Haverstrand")
    row.setFocus()
    QTest.keyClick(row, Key.Key_Down)
    assert sheet.find(TitleField, "Name").text() == "Brackwater Lines, carrier"
    assert sheet.find(ItemRow, "Brackwater Lines").hasFocus()


def test_enter_adds_the_next_and_the_line_keeps_the_focus(two: Sheet) -> None:
    line = two.find(AddLine, "Add a stakeholder")
    type_into(line, "Vendor")
    QTest.keyClick(line, Key.Key_Return)
    QTest.keyClicks(line, "Patients")
    QTest.keyClick(line, Key.Key_Return)
    assert names(two) == ["Hospital", "City", "Vendor", "Patients"]
    assert line.hasFocus()
    assert line.text() == ""
    assert chosen(two).name == "Patients"
    two.document.undo()
    assert names(two) == ["Hospital", "City", "Vendor"]


def test_pasted_cells_add_many_as_one_step_of_undo(two: Sheet) -> None:
    line = two.find(AddLine, "Add a stakeholder")
    paste_into(line, "Name\tSector\tStanding\nVendor\tCompany\nPatients\tCitizens\tAffected\nBoard\tchess\n")
    added = draft_of(two).stakeholders[2:]
    assert [(each.name, each.sector, each.standing) for each in added] == [
        ("Vendor", "business", "party"),
        ("Patients", "citizens", "affected"),
        ("Board", "other", "party"),
    ]
    assert page_of(two).note.words == "3 stakeholders added. Not understood and left out: chess."
    assert line.text() == ""
    two.document.undo()
    assert names(two) == ["Hospital", "City"]


def test_alt_and_an_arrow_move_it_and_the_keyboard_goes_along(two: Sheet) -> None:
    row = two.find(ItemRow, "Hospital")
    row.setFocus()
    QTest.keyClick(row, Key.Key_Down, Modifier.AltModifier)
    assert names(two) == ["City", "Hospital"]
    assert row.hasFocus()
    two.document.undo()
    assert names(two) == ["Hospital", "City"]


def test_delete_removes_says_what_it_took_along_and_one_undo_brings_all_back(sheet: Sheet) -> None:
    before = sheet.document.workbook
    sheet.find(ItemRow, "Brackwater Lines").click()
    row = sheet.find(ItemRow, "Brackwater Lines")
    row.setFocus()
    QTest.keyClick(row, Key.Key_Delete)
    assert "Brackwater Lines, carrier" not in names(sheet)
    words = page_of(sheet).note.words
    assert words.startswith("Brackwater Lines, carrier is removed. 2 interests, 6 scores, 1 benefit, 2 costs")
    assert "Oda Vesterhus no longer speaks for anybody." in words
    assert chosen(sheet).name.startswith("Growers abroad")
    assert sheet.find(ItemRow, "Growers abroad").hasFocus()
    sheet.find(Button, "Undo").click()
    assert sheet.document.workbook == before
    assert page_of(sheet).note.words == ""
    assert sheet.page.reveal(("drafts", "cold-chain", "stakeholders", "skdgw1izi"))
    assert chosen(sheet).name == "Brackwater Lines, carrier"


def test_the_note_goes_with_the_next_change(two: Sheet) -> None:
    QTest.keyClick(two.find(ItemRow, "Hospital"), Key.Key_Delete)
    assert page_of(two).note.words == "Hospital is removed. 2 interests go with it."
    type_into(two.find(TitleField, "Name"), " of London")
    assert page_of(two).note.words == ""


def test_after_the_last_one_the_page_says_what_belongs_here(two: Sheet) -> None:
    for name in ("Hospital", "City"):
        QTest.keyClick(two.find(ItemRow, name), Key.Key_Delete)
    assert two.says("Who is in this?")
    assert two.find(AddLine, "Add a stakeholder").hasFocus()
    assert page_of(two).note.words == "City is removed."


def test_the_menu_moves_and_removes_as_well(two: Sheet) -> None:
    party = page_of(two).party
    actions = {action.text().partition("\t")[0]: action for action in party.made_menu().actions()}
    actions["Move down"].trigger()
    assert names(two) == ["City", "Hospital"]
    actions["Remove this stakeholder"].trigger()
    assert names(two) == ["City"]


# ------------------------------------------------------------------------------------------- one stakeholder


def test_name_sector_and_standing_are_changed_and_undone(two: Sheet) -> None:
    title = two.find(TitleField, "Name")
    title.setFocus()
    title.setCursorPosition(0)
    QTest.keyClicks(title, "St. Marys ")
    assert chosen(two).name == "St. Marys Hospital"
    assert title.cursorPosition() == 10
    assert two.find(ItemRow, "St. Marys Hospital").isChecked()
    sector = two.find(ChoiceField, "Sector")
    sector.setFocus()
    QTest.keyClicks(sector, "Non")
    assert chosen(two).sector == "nonprofit"
    two.find(QRadioButton, "Affected").click()
    assert chosen(two).standing == "affected"
    assert two.says("Has no seat at the table")
    for _ in range(3):
        two.document.undo()
    assert chosen(two).name == "Hospital"
    assert chosen(two).standing == "party"
    assert title.text() == "Hospital"
    assert sector.key == "other"


def test_roles_are_added_from_the_catalogue_and_taken_back(two: Sheet) -> None:
    roles = page_of(two).party.roles
    assert two.says("No role yet")
    menu = roles.made_menu()
    next(action for action in menu.actions() if action.text() == "Data provider").trigger()
    assert chosen(two).roles == ("data_provider",)
    assert not any(action.text() == "Data provider" for action in roles.made_menu().actions())
    chip = two.find(Chip, "Data provider")
    chip.setFocus()
    QTest.keyClick(chip, Key.Key_Delete)
    assert chosen(two).roles == ()
    assert roles.add.hasFocus()
    two.document.undo()
    assert chosen(two).roles == ("data_provider",)


def test_a_role_of_ones_own_is_made_where_it_is_needed(two: Sheet) -> None:
    roles = page_of(two).party.roles
    next(action for action in roles.made_menu().actions() if action.text().startswith("Add one")).trigger()
    assert roles.own.hasFocus()
    QTest.keyClicks(roles.own, "Referee")
    QTest.keyClick(roles.own, Key.Key_Return)
    entry = two.document.workbook.own_entries[0]
    assert (entry.catalogue, entry.name) == ("stakeholder_roles", "Referee")
    assert chosen(two).roles == (entry.id,)
    assert two.find(Chip, "Referee (role)").isVisible()
    assert not roles.own.isVisible()
    two.document.undo()
    assert two.document.workbook.own_entries == ()
    assert chosen(two).roles == ()


def test_the_situation_without_agreement_has_a_value_that_says_what_it_is_for(two: Sheet) -> None:
    type_into(two.find(QPlainTextEdit, "Without an agreement"), "It goes on alone.")
    assert chosen(two).without_agreement == "It goes on alone."
    worth = two.find(NumberField, "Worth")
    worth.setFocus()
    worth.selectAll()
    QTest.keyClicks(worth, "0,5")
    assert chosen(two).reservation_value == 0.5
    assert worth.text() == "0,5"
    two.find(WhyMark, "What is this value for?").click()
    finding = two.asked.explained[-1]
    assert finding.words == "Hospital: what it has without an agreement is worth 0.5 points."
    assert finding.inputs[0].value == "It goes on alone."
    QTest.keyClick(worth, Key.Key_Tab)
    assert worth.text() == "+0.5"


def test_what_is_no_number_stays_in_the_field_with_the_reason(two: Sheet) -> None:
    worth = two.find(NumberField, "Worth")
    worth.setFocus()
    worth.selectAll()
    QTest.keyClicks(worth, "a lot")
    assert two.says("Type a number, such as 0.5.")
    assert chosen(two).reservation_value == 0
    assert worth.text() == "a lot"
    worth.selectAll()
    QTest.keyClicks(worth, "-1")
    assert chosen(two).reservation_value == -1
    assert not two.says("Type a number")


# -------------------------------------------------------------------------------------------------- interests


def test_an_interest_is_typed_and_the_line_stays_for_the_next(two: Sheet) -> None:
    line = two.find(AddLine, "Add an interest")
    type_into(line, "Staff")
    QTest.keyClick(line, Key.Key_Return)
    QTest.keyClicks(line, "Peace")
    QTest.keyClick(line, Key.Key_Return)
    assert texts(two) == ["Quality", "Cost", "Staff", "Peace"]
    assert line.hasFocus()
    two.document.undo()
    assert texts(two) == ["Quality", "Cost", "Staff"]


def test_pasted_cells_become_interests_with_kind_and_weight(two: Sheet) -> None:
    line = two.find(AddLine, "Add an interest")
    paste_into(line, "- Beds free\tConcern\t2,5\n- Know more\tInsight\t\n- Rest\twant\tblue")
    added = chosen(two).interests[2:]
    assert [(each.text, each.kind, each.weight) for each in added] == [
        ("Beds free", "concern", 2.5),
        ("Know more", "want", None),
        ("Rest", "want", None),
    ]
    assert page_of(two).party.interests.note.words.endswith("left out: Insight and blue.")
    two.document.undo()
    assert texts(two) == ["Quality", "Cost"]


def test_weights_are_shares_that_say_why(two: Sheet) -> None:
    shares = [each.text() for each in two.page.findChildren(Figure) if each.isVisible()]
    assert shares == ["3 of 4", "1 of 4"]
    pills = two.find(WeightPills, "How much “Quality” matters: 3")
    pills.setFocus()
    QTest.keyClicks(pills, "12")
    assert chosen(two).interests[0].weight == 12
    assert two.find(Figure, "Share of the weights: 12 of 13").isVisible()
    QTest.keyClick(pills, Key.Key_Delete)
    assert chosen(two).interests[0].weight is None
    assert two.find(Figure, "Share of the weights: not said").isVisible()
    figure = two.find(Figure, "Share of the weights: 1 of ?")
    figure.click()
    assert two.asked.explained[-1].words == (
        "How much “Cost” counts for Hospital is not known: some of its interests have no weight."
    )
    two.document.undo()
    assert chosen(two).interests[0].weight == 3


def test_a_pill_is_clicked_and_clicked_again(two: Sheet) -> None:
    pills = two.find(WeightPills, "How much “Cost”")
    two.area.ensureWidgetVisible(pills)
    QTest.mouseClick(pills, Qt.MouseButton.LeftButton, pos=QPoint(pills.width() - 4, pills.height() // 2))
    assert chosen(two).interests[1].weight == 5
    QTest.mouseClick(pills, Qt.MouseButton.LeftButton, pos=QPoint(pills.width() - 4, pills.height() // 2))
    assert chosen(two).interests[1].weight is None


def test_an_interest_opens_to_say_more_and_escape_closes_it(two: Sheet) -> None:
    head = two.find(InterestHead, "Cost")
    head.setFocus()
    QTest.keyClick(head, Key.Key_Return)
    words = two.find(QPlainTextEdit, "In its own words")
    assert words.hasFocus()
    QTest.keyClicks(words, " of beds")
    assert chosen(two).interests[1].text == "Cost of beds"
    assert head.text() == "Cost of beds"
    two.find(QRadioButton, "Concern").click()
    line = two.find(ChoiceField, "Red line")
    line.setFocus()
    QTest.keyClicks(line, "0:")
    orientation = two.find(ChoiceField, "Whose interest")
    orientation.setFocus()
    QTest.keyClicks(orientation, "Bo")
    interest = chosen(two).interests[1]
    assert (interest.kind, interest.red_line, interest.orientation) == ("concern", 0, "both")
    assert head.accessibleDescription().startswith(
        "Concern \u00b7 self and social interest \u00b7 red line at 0."
    )
    QTest.keyClick(orientation, Key.Key_Escape)
    assert head.hasFocus()
    assert not words.isVisible()


def test_only_one_interest_is_open_at_a_time(two: Sheet) -> None:
    for name in ("Quality", "Cost"):
        two.find(InterestHead, name).click()
    fields = [each for each in two.page.findChildren(QPlainTextEdit) if each.isVisible()]
    assert [each.toPlainText() for each in fields] == ["", "Cost"]


def test_a_motivation_of_ones_own_is_made_where_it_is_needed(two: Sheet) -> None:
    two.find(InterestHead, "Cost").click()
    motivation = two.find(ChoiceField, "Motivation")
    motivation.setFocus()
    QTest.keyClicks(motivation, "Add")
    own = two.find(AddLine, "A motivation of your own")
    assert own.hasFocus()
    QTest.keyClicks(own, "Peace of mind")
    QTest.keyClick(own, Key.Key_Return)
    entry = two.document.workbook.own_entries[0]
    assert (entry.catalogue, entry.name) == ("motivations", "Peace of mind")
    assert chosen(two).interests[1].motivation == entry.id
    assert motivation.currentText() == "Peace of mind"
    two.document.undo()
    assert two.document.workbook.own_entries == ()
    assert chosen(two).interests[1].motivation is None
    assert motivation.key == ""


def test_an_interest_is_moved_and_removed_by_keys(sheet: Sheet) -> None:
    first = sheet.find(InterestHead, "Containers through")
    first.setFocus()
    QTest.keyClick(first, Key.Key_Down, Modifier.AltModifier)
    assert texts(sheet)[1].startswith("Containers through")
    assert first.hasFocus()
    before = sheet.document.workbook
    QTest.keyClick(first, Key.Key_Delete)
    assert len(texts(sheet)) == 2
    words = page_of(sheet).party.interests.note.words
    assert words.startswith(
        "“Containers through the port sooner, at an hour that lorries can be booked for” is removed."
    )
    assert "3 scores go with it." in words
    assert sheet.find(InterestHead, "Rivals").hasFocus()
    sheet.document.undo()
    assert sheet.document.workbook == before


def test_how_sure_the_weights_are_is_asked_from_two_interests_on(two: Sheet) -> None:
    two.find(QRadioButton, "Their order only").click()
    assert chosen(two).weights_known == "order"
    assert not any(each.text() == "Sure" and each.isVisible() for each in two.page.findChildren(QRadioButton))
    two.find(QRadioButton, "As given").click()
    two.find(QRadioButton, "Rough").click()
    assert chosen(two).certainty == "rough"
    two.find(ItemRow, "City").click()
    assert not two.says("What is known of the weights")


# ---------------------------------------------------------------------------------------- the page as a whole


def test_the_guide_asks_about_the_field_in_hand(two: Sheet, qtbot: QtBot) -> None:
    assert topic(two).question == "Who would notice if this partnership did not happen?"
    with qtbot.waitSignal(two.page.topic_changed):
        two.find(QPlainTextEdit, "Without an agreement").setFocus()
    assert topic(two).question == "What would you do next Monday if this partnership did not happen?"
    assert topic(two).about == "The answer sets the line that every scenario has to beat for Hospital."
    with qtbot.waitSignal(two.page.topic_changed):
        two.find(WeightPills, "How much").setFocus()
    assert topic(two).question == QUESTIONS["weight"].ask


@pytest.mark.parametrize("field", QUESTIONS)
def test_the_guide_says_what_each_case_did_with_its_source(field: str) -> None:
    notes = topic_of(field, load(), "City").cases
    assert [note.case_id for note in notes] == ["floraholland", "flowminder", "nys_food_traceability"]
    assert all(note.text and note.citation.startswith("Susha et al. 2019") for note in notes)


def test_what_is_not_reported_of_a_case_is_said_so() -> None:
    flora, flowminder, _ = topic_of("without_agreement", load()).cases
    assert flora.text == "Not reported: what each party would have done without an agreement."
    assert flowminder.text.startswith("Before the disaster Flowminder proposed several times")


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        (("hospital",), "Name"),
        (("city", "without_agreement"), "Without an agreement"),
        (("hospital", "reservation_value"), "Worth without an agreement"),
        (("city", "sector"), "Sector"),
        (("city", "roles"), "Add a role"),
        (("city", "interests"), "Add an interest"),
        (("hospital", "interests", "cost"), "Cost"),
        (("hospital", "interests", "cost", "weight"), "How much “Cost” matters: 1"),
        (("hospital", "interests", "cost", "red_line"), "Red line"),
        (("hospital", "interests", "cost", "text"), "In its own words"),
        (("hospital", "interests", "gone"), "Add an interest"),
        (("gone",), "Add a stakeholder"),
        ((), "Hospital"),
    ],
)
def test_an_address_leads_to_its_field(two: Sheet, steps: tuple[str, ...], name: str) -> None:
    assert two.page.reveal(("drafts", "d", "stakeholders", *steps))
    focused = two.area.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == name


def test_tab_goes_through_the_page_in_the_order_of_reading(two: Sheet) -> None:
    assert two.tab_stops() == [
        "Hospital",
        "Add a stakeholder",
        "Name",
        "More",
        "Sector",
        "At the table",
        "Add a role",
        "Without an agreement",
        "Worth without an agreement",
        "What is this value for?",
        "Quality",
        "How much “Quality” matters: 3",
        "Share of the weights: 3 of 4",
        "Cost",
        "How much “Cost” matters: 1",
        "Share of the weights: 1 of 4",
        "Add an interest",
        "As given",
        "Fairly sure",
    ]


def test_in_a_narrow_place_the_list_is_a_drop_down(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, three_drafts(), width=560)
    settle()
    folded = page_of(sheet).list.folded
    assert folded.isVisible()
    assert not any(row.isVisible() for row in sheet.page.findChildren(ItemRow))
    folded.setFocus()
    QTest.keyClicks(folded, "Port")
    assert sheet.find(TitleField, "Name").text() == "Port of Haverstrand"


def test_another_draft_shows_its_own(sheet: Sheet) -> None:
    sheet.document.choose_draft("river-flood")
    assert sheet.find(TitleField, "Name").text() == "Alderstrom Grid, electricity network"
    assert len([each for each in sheet.page.findChildren(ItemRow) if each.isVisible()]) == 5


def test_a_draft_without_anybody_says_what_belongs_here_and_takes_those_of_a_case(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook(drafts=(empty_draft("Draft A"),)))
    assert sheet.says("Who is in this?")
    sheet.find(RowButton, "Write the first name").click()
    assert sheet.find(AddLine, "Add a stakeholder").hasFocus()
    sheet.find(RowButton, "Take those of Flowminder").click()
    assert names(sheet)[0] == "NCell"
    assert sheet.find(TitleField, "Name").text() == "NCell"
    sheet.document.undo()
    assert sheet.says("Who is in this?")


def test_without_a_draft_the_page_begins_one(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook())
    assert sheet.says("It needs a draft first.")
    assert not sheet.page.reveal(("drafts", "x", "stakeholders"))
    sheet.find(RowButton, "Begin an empty draft").click()
    assert draft_of(sheet).name == "Draft A"
    assert sheet.find(AddLine, "Add a stakeholder").hasFocus()


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
@pytest.mark.parametrize("width", [530, 712, 1180])
def test_no_word_is_cut_and_nothing_scrolls_sideways(
    sheet: Sheet, mode: str, scale: float, width: int
) -> None:
    sheet.find(InterestHead, "Rivals").click()
    with_look(mode, scale)
    sheet.area.resize(round(width * scale), 668)
    settle()
    assert cut_sentences(sheet) == []
    assert sheet.page.minimumSizeHint().width() <= sheet.area.viewport().width()
    assert all(
        each.heightForWidth(each.width()) <= each.height()
        for each in sheet.page.findChildren(QAbstractButton)
        if each.isVisible() and each.hasHeightForWidth()
    )


def test_a_keystroke_does_not_draw_other_rows_anew(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []
    monkeypatch.setattr(ItemRow, "_restyle", lambda row: drawn.append(row.text()))
    title = sheet.find(TitleField, "Name")
    title.setFocus()
    title.setCursorPosition(0)
    QTest.keyClicks(title, "X")
    assert drawn == ["XHaverquay Cooperative of fruit importers"]


# ------------------------------------------------------------------------------------------------ pasted rows


def test_cells_are_understood_in_any_order() -> None:
    rows = (("Beds", "5", "fear", "self-interest", "Legitimacy"),)
    (interest,) = read_interests(rows, load().motivations).items
    assert (interest.kind, interest.weight, interest.orientation) == ("concern", 5, "self")
    assert interest.motivation == "legitimacy"


def test_a_weight_below_nothing_is_not_understood() -> None:
    read = read_interests((("Beds", "-2"),), ())
    assert read.items[0].weight is None
    assert read.not_understood == ("-2",)


def test_rows_without_a_name_are_no_stakeholders() -> None:
    assert read_stakeholders((("", "Company"), ("City", "public sector"))).items[0].sector == "government"
    assert len(read_stakeholders((("", "Company"),)).items) == 0


def test_whoever_is_moved_by_the_menu_stays_in_hand(two: Sheet) -> None:
    two.find(ItemRow, "City").click()
    move_up = next(each for each in page_of(two).party.made_menu().actions() if "Move up" in each.text())
    move_up.trigger()
    assert names(two) == ["City", "Hospital"]
    assert two.find(ItemRow, "City").hasFocus()


# --------------------------------------------------------------------------- what the scenarios mean for it


@pytest.fixture
def scored(qtbot: QtBot) -> Sheet:
    """A vendor with something better to do, a hospital, the public, and the press; two scenarios."""
    draft = Draft(
        id="d",
        name="Ours",
        stakeholders=(
            Stakeholder(
                id="vendor",
                name="Vendor",
                reservation_value=0.5,
                interests=(
                    Interest(id="revenue", text="revenue", weight=2),
                    Interest(id="reputation", text="reputation", weight=1),
                ),
            ),
            Stakeholder(id="hospital", name="Hospital", interests=(Interest(id="quality", text="quality"),)),
            Stakeholder(id="city", name="City"),
            Stakeholder(
                id="press", name="Press", standing="context", interests=(Interest(id="news", text="news"),)
            ),
        ),
        scenarios=(
            # (2*3 + 0)/3 - 1/2 = 3/2: gains. And -1: loses.
            scenario_of("full", "Full pooling", revenue=3, reputation=0, quality=-1),
            # (2*1 + x)/3 - 1/2 with x from -3 to 3 lies between -5/6 and 7/6. And 0 is no different.
            scenario_of("aggregates", "Aggregates only", revenue=1, quality=0),
        ),
    )
    return opened(qtbot, PAGE, Workbook(drafts=(draft,)))


def scenario_of(key: str, name: str, **values: float) -> Scenario:
    scores = tuple(Score(interest=interest, value=value) for interest, value in values.items())
    return Scenario(id=key, name=name, scores=scores)


def so_far(sheet: Sheet) -> dict[str, str]:
    """What stands at the foot: the verdict by the name of the scenario."""
    settle()
    shown = page_of(sheet).party.so_far
    return {each.name.text(): each.verdict.text() for each in shown.meanings.values() if each.isVisible()}


def test_the_foot_says_what_each_scenario_means_for_it_in_words(scored: Sheet) -> None:
    assert scored.says("What the scenarios mean for Vendor so far")
    assert so_far(scored) == {"Full pooling": "gains", "Aggregates only": "not yet known"}
    page_of(scored).look_at("hospital")
    assert scored.says("What the scenarios mean for Hospital so far")
    assert so_far(scored) == {"Full pooling": "loses", "Aggregates only": "no different"}


def test_a_verdict_at_the_foot_answers_why(scored: Sheet) -> None:
    scored.find(Figure, "Full pooling: gains").click()
    (finding,) = scored.asked.explained
    assert finding.words.startswith("Full pooling: Vendor gains (+1.5).")
    assert finding.value == 1.5


def test_another_weight_moves_the_verdicts_after_a_pause(qtbot: QtBot, scored: Sheet) -> None:
    page_of(scored).look_at("vendor")
    at = ("drafts", "d", "stakeholders", "vendor")
    scored.document.put((*at, "reservation_value"), 2, "change of worth")
    assert so_far(scored)["Full pooling"] == "gains"  # nothing is worked out while one types
    # Twice 3 in three is exactly what it has without.
    qtbot.waitUntil(lambda: so_far(scored)["Full pooling"] == "no different")
    scored.document.put((*at, "interests", "reputation", "weight"), 2, "change of weight")
    qtbot.waitUntil(lambda: so_far(scored)["Full pooling"] == "loses")
    scored.document.undo()
    qtbot.waitUntil(lambda: so_far(scored)["Full pooling"] == "no different")


def test_a_scenario_that_comes_or_goes_or_is_renamed_does_so_at_the_foot(scored: Sheet) -> None:
    at = ("drafts", "d", "scenarios")
    scored.document.put((*at, "full", "name"), "Everything", "change of name")
    assert list(so_far(scored)) == ["Everything", "Aggregates only"]
    held = draft_of(scored).scenarios
    scored.document.put(at, (*held, Scenario(id="none", name="Nothing at all")), "adding a scenario")
    assert so_far(scored)["Nothing at all"] == "not yet known"
    scored.document.put(at, (), "removing all")
    assert so_far(scored) == {}
    assert not scored.says("What the scenarios mean")


def test_whoever_is_in_the_background_or_wants_nothing_is_not_judged(scored: Sheet) -> None:
    for key in ("city", "press"):
        page_of(scored).look_at(key)
        assert not scored.says("What the scenarios mean")
    scored.document.put(("drafts", "d", "stakeholders", "press", "standing"), "affected", "change")
    assert so_far(scored) == {"Full pooling": "not yet known", "Aggregates only": "not yet known"}


def test_the_name_of_a_scenario_leads_to_its_scores_where_one_is_missing(scored: Sheet) -> None:
    buttons = {each.text(): each for each in scored.page.findChildren(NameButton)}
    QTest.keyClick(buttons["Aggregates only"], Key.Key_Return)
    QTest.mouseClick(buttons["Full pooling"], Qt.MouseButton.LeftButton)
    scores = ("drafts", "d", "scenarios")
    assert scored.asked.asked == [
        ("go to", (*scores, "aggregates", "scores", "reputation")),
        ("go to", (*scores, "full", "scores", "revenue")),
    ]
    scored.find(Button, "See them all").click()
    assert scored.asked.asked[-1] == ("page", "win_win")
