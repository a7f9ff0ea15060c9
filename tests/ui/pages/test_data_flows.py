"""What a facilitator sees and does on the page Data flows."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Sheet, cut_sentences, opened, settle, with_look
from ui.charts.giving import Giving
from ui.charts.saving import FORMATS, render
from ui.forms.add_line import AddLine
from ui.forms.choice_field import ChoiceField
from ui.forms.date_field import DateField
from ui.page_view import Topic
from ui.pages.data_flows import PAGE
from ui.pages.data_flows.topics import QUESTIONS, topic_of
from ui.pages.data_flows.view import DataFlowsPage
from ui.pages.data_flows.who_to_whom import giving
from ui.theme.look import look
from ui.widgets import Button, RowButton
from ui.widgets.item_row import ItemRow
from workbook.edits.begin import empty_draft
from workbook.library.loader import load
from workbook.model.data_flows import DataFlow
from workbook.model.draft import Draft
from workbook.model.stakeholders import Stakeholder
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


def clinic(*flows: DataFlow) -> Draft:
    return Draft(
        id="d",
        stakeholders=(Stakeholder(id="hospital", name="Hospital"), Stakeholder(id="city", name="City")),
        data_flows=flows,
    )


@pytest.fixture
def one(qtbot: QtBot) -> Sheet:
    return opened(qtbot, PAGE, Workbook(drafts=(clinic(DataFlow(id="beds", data="Free beds")),)))


def draft_of(sheet: Sheet) -> Draft:
    assert sheet.document.draft is not None
    return sheet.document.draft


def page_of(sheet: Sheet) -> DataFlowsPage:
    assert isinstance(sheet.page, DataFlowsPage)
    return sheet.page


def chosen(sheet: Sheet) -> DataFlow:
    flow = page_of(sheet).shown
    assert flow is not None
    return flow


def topic(sheet: Sheet) -> Topic:
    said = sheet.page.topic()
    assert said is not None
    return said


def paste_into(field: AddLine, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    field.setFocus()
    QTest.keyClick(field, Key.Key_V, Modifier.ControlModifier)


# ----------------------------------------------------------------------------------------------- what is said


def test_the_list_says_which_data_go_from_whom_to_whom(sheet: Sheet) -> None:
    row = sheet.find(ItemRow, "Which containers are released")
    assert row.entry.said == "Haverstrand Food Safety Inspectorate \u2192 Port of Haverstrand"
    assert sheet.says("4 data flows. Not said yet: the legal basis of 2 and the safeguards of 1.")


def test_what_is_missing_is_said_quietly(sheet: Sheet) -> None:
    sheet.find(ItemRow, "The full temperature record").click()
    assert sheet.says("Not said yet: legal basis, safeguards and start.")
    sheet.find(ItemRow, "Contents, origin").click()
    assert not any(words.startswith("Not said yet") for words in sheet.sentences)


def test_a_flow_between_nobody_says_so(one: Sheet) -> None:
    assert one.find(ItemRow, "Free beds").entry.said == "From whom to whom: not said yet"
    assert not page_of(one).picture.isVisible()


# --------------------------------------------------------------------------------------- what is done with it


def test_who_gives_and_who_receives_are_chosen_and_undone(one: Sheet) -> None:
    for name, key in (("Who gives", "Hosp"), ("Who receives", "City")):
        field = one.find(ChoiceField, name)
        field.setFocus()
        QTest.keyClicks(field, key)
    assert (chosen(one).from_stakeholder, chosen(one).to_stakeholder) == ("hospital", "city")
    assert one.find(ItemRow, "Free beds").entry.said == "Hospital \u2192 City"
    picture = page_of(one).picture
    assert picture.isVisible()
    assert picture.chart.accessibleDescription() == "Hospital gives to City: Free beds."
    one.document.undo()
    one.document.undo()
    assert chosen(one).from_stakeholder is None
    assert one.find(ChoiceField, "Who gives").currentText() == "Not said yet"


def test_typing_changes_the_flow_and_the_caret_stays(one: Sheet) -> None:
    field = one.find(QPlainTextEdit, "Which data")
    field.setFocus()
    QTest.keyClicks(field, "All ")
    assert chosen(one).data == "All Free beds"
    assert field.textCursor().position() == 4
    one.document.undo()
    assert chosen(one).data == "Free beds"
    for name in ("How often", "How sensitive", "Legal basis", "Safeguards"):
        field = one.find(QPlainTextEdit, name)
        field.setFocus()
        QTest.keyClicks(field, name)
    assert (chosen(one).frequency, chosen(one).safeguards) == ("How often", "Safeguards")


def test_a_date_is_understood_as_people_write_it(one: Sheet) -> None:
    field = one.find(DateField, "Start")
    field.setFocus()
    QTest.keyClicks(field, "1 March 2027")
    assert chosen(one).start_date == dt.date(2027, 3, 1)
    assert field.text() == "1 March 2027"
    QTest.keyClick(field, Key.Key_Tab)
    assert field.text() == "2027-03-01"


def test_what_is_no_date_stays_in_the_field_with_the_reason(one: Sheet) -> None:
    field = one.find(DateField, "Start")
    field.setFocus()
    QTest.keyClicks(field, "31.2.2027")
    assert one.says("There is no such day.")
    assert chosen(one).start_date is None
    assert field.text() == "31.2.2027"


def test_enter_adds_the_next_and_the_line_keeps_the_focus(one: Sheet) -> None:
    line = one.find(AddLine, "Add a data flow")
    line.setFocus()
    for words in ("Waiting times", "Staff"):
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Key.Key_Return)
    assert [flow.data for flow in draft_of(one).data_flows] == ["Free beds", "Waiting times", "Staff"]
    assert line.hasFocus()
    assert chosen(one).data == "Staff"


def test_pasted_cells_add_many_as_one_step_of_undo(one: Sheet) -> None:
    cells = "Waits\tcity\tHOSPITAL\tDaily\tLow\tLaw\tTotals only\t1.3.2027\nStaff\tNobody\tCity\n"
    paste_into(one.find(AddLine, "Add a data flow"), cells)
    waits, staff = draft_of(one).data_flows[1:]
    assert waits == DataFlow(
        id=waits.id,
        data="Waits",
        from_stakeholder="city",
        to_stakeholder="hospital",
        frequency="Daily",
        sensitivity="Low",
        legal_basis="Law",
        safeguards="Totals only",
        start_date=dt.date(2027, 3, 1),
    )
    assert (staff.from_stakeholder, staff.to_stakeholder) == (None, "city")
    assert page_of(one).note.words == "2 data flows added. Not understood and left out: Nobody."
    one.document.undo()
    assert len(draft_of(one).data_flows) == 1


def test_delete_removes_says_what_it_took_along_and_undo_brings_it_back(sheet: Sheet) -> None:
    before = sheet.document.workbook
    row = sheet.find(ItemRow, "Contents, origin")
    row.setFocus()
    QTest.keyClick(row, Key.Key_Delete)
    words = page_of(sheet).note.words
    assert words.startswith("“Contents, origin and expected arrival of each container” is removed.")
    assert "3 scenarios lose a data flow." in words
    assert sheet.find(ItemRow, "Hours outside").hasFocus()
    sheet.find(Button, "Undo").click()
    assert sheet.document.workbook == before
    assert page_of(sheet).note.words == ""


def test_alt_and_an_arrow_move_it_and_so_does_the_menu(sheet: Sheet) -> None:
    row = sheet.find(ItemRow, "Contents, origin")
    row.setFocus()
    QTest.keyClick(row, Key.Key_Down, Modifier.AltModifier)
    assert draft_of(sheet).data_flows[1].data.startswith("Contents")
    assert row.hasFocus()
    actions = {each.text().partition("\t")[0]: each for each in page_of(sheet).flow.made_menu().actions()}
    actions["Move up"].trigger()
    assert draft_of(sheet).data_flows[0].data.startswith("Contents")
    actions["Remove this data flow"].trigger()
    assert len(draft_of(sheet).data_flows) == 3


# ------------------------------------------------------------------------------------------------ the picture


def test_one_arrow_stands_for_all_that_one_gives_to_another() -> None:
    draft = three_drafts().draft("cold-chain")
    picture = giving(draft, draft.data_flows[1].id)
    assert [len(arrow.data) for arrow in picture.arrows] == [1, 2, 1]
    assert [arrow.is_current for arrow in picture.arrows] == [False, True, False]
    assert "National customs office" not in [party.name for party in picture.parties]
    assert "Brackwater Lines, carrier gives to Haverstrand Food Safety Inspectorate: Hours" in picture.text


def test_whoever_was_not_named_has_a_place_too() -> None:
    picture = giving(clinic(DataFlow(id="f", data="Beds", from_stakeholder="hospital")), "f")
    assert picture.text == "Hospital gives to Not said yet: Beds."
    assert [party.is_known for party in picture.parties] == [True, False]


@pytest.mark.parametrize("number", [1, 2, 3, 9, 15])
@pytest.mark.parametrize("form", FORMATS)
def test_the_picture_can_be_saved_with_few_parties_and_with_many(
    qtbot: QtBot, number: int, form: str
) -> None:
    parties = tuple(Stakeholder(id=f"s{n}", name=f"Association of growers {n}") for n in range(number))
    flows = tuple(
        DataFlow(id=f"f{n}", data="Prices", from_stakeholder=f"s{n}", to_stakeholder=f"s{(n + 1) % number}")
        for n in range(number)
    )
    assert render(giving(Draft(id="d", stakeholders=parties, data_flows=flows), "f0"), form)


def test_the_picture_grows_with_the_parties(qtbot: QtBot) -> None:
    heights = [Giving((party,) * number, ()).height_for(700, look()) for number in (2, 3, 9)]
    assert heights == sorted(set(heights))


party = giving(clinic(DataFlow(id="f", from_stakeholder="hospital")), "f").parties[0]


# ---------------------------------------------------------------------------------------- the page as a whole


def test_the_guide_asks_about_the_field_in_hand(one: Sheet, qtbot: QtBot) -> None:
    assert topic(one).question == "Who gives what to whom, and what comes back?"
    with qtbot.waitSignal(one.page.topic_changed):
        one.find(QPlainTextEdit, "Legal basis").setFocus()
    assert topic(one).question == "On what legal ground may this be shared?"


@pytest.mark.parametrize("field", QUESTIONS)
def test_the_guide_says_what_each_case_reports_with_its_source(field: str) -> None:
    notes = topic_of(field, load()).cases
    assert [note.case_id for note in notes] == ["floraholland", "flowminder", "nys_food_traceability"]
    assert all(note.text and note.citation.startswith("Susha et al. 2019") for note in notes)


def test_what_flowminder_does_not_report_is_said_so() -> None:
    legal, safe = (topic_of(field, load()).cases[1].text for field in ("legal_basis", "safeguards"))
    assert legal == "Not reported: whether the mobile phone users consented; the legal basis of the sharing."
    assert safe == "Not reported: whether the mobile phone users consented; the safeguards for the data."


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        (("beds", "from_stakeholder"), "Who gives"),
        (("beds", "to_stakeholder"), "Who receives"),
        (("beds", "legal_basis"), "Legal basis"),
        (("beds", "start_date"), "Start"),
        (("beds", "id"), "Which data"),
        (("beds",), "Free beds"),
        (("gone",), "Add a data flow"),
        ((), "Free beds"),
    ],
)
def test_an_address_leads_to_its_field(one: Sheet, steps: tuple[str, ...], name: str) -> None:
    assert one.page.reveal(("drafts", "d", "data_flows", *steps))
    focused = one.area.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == name


def test_tab_goes_through_the_page_in_the_order_of_reading(one: Sheet) -> None:
    assert one.tab_stops() == [
        "Free beds",
        "Add a data flow",
        "Which data",
        "More",
        "Who gives",
        "Who receives",
        "How often",
        "How sensitive",
        "Legal basis",
        "Safeguards",
        "Start",
    ]


def test_without_flows_the_page_says_what_belongs_here(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook(drafts=(empty_draft("Draft A"),)))
    assert sheet.says("Who gives what to whom?")
    sheet.find(RowButton, "Name the stakeholders first").click()
    assert sheet.asked.asked == [("page", "stakeholders")]
    sheet.find(RowButton, "Write which data first").click()
    line = sheet.find(AddLine, "Add a data flow")
    assert line.hasFocus()
    QTest.keyClicks(line, "Beds")
    QTest.keyClick(line, Key.Key_Return)
    assert not sheet.says("Who gives what to whom?")
    sheet.document.undo()
    assert sheet.says("Who gives what to whom?")


def test_without_a_draft_the_page_begins_one(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook())
    assert sheet.says("It needs a draft first.")
    assert not sheet.page.reveal(("drafts", "x", "data_flows"))
    sheet.find(RowButton, "Begin from Flowminder").click()
    assert chosen(sheet).data.startswith("Call detail records")
    sheet.document.undo()
    assert sheet.says("It needs a draft first.")


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
@pytest.mark.parametrize("width", [530, 712, 1180])
def test_no_word_is_cut_and_nothing_scrolls_sideways(
    sheet: Sheet, mode: str, scale: float, width: int
) -> None:
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
    assert all(
        each.verticalScrollBar().maximum() == 0
        for each in sheet.page.findChildren(QPlainTextEdit)
        if each.isVisible()
    )
