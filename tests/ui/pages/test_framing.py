"""What a facilitator sees and does on the page Framing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Sheet, cut_sentences, opened, settle, with_look
from ui.page_view import Topic
from ui.pages.framing import PAGE
from ui.pages.framing.topics import QUESTIONS, topic_of
from ui.widgets import RowButton
from workbook.edits.begin import empty_draft
from workbook.library.loader import load
from workbook.model.workbook import Workbook

LOOKS = [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return opened(qtbot, PAGE, three_drafts())


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


def framing(sheet: Sheet) -> dict[str, object]:
    draft = sheet.document.draft
    assert draft is not None
    return draft.framing.model_dump()


def topic(sheet: Sheet) -> Topic:
    said = sheet.page.topic()
    assert said is not None
    return said


def test_what_is_entered_stands_in_its_field(sheet: Sheet) -> None:
    assert sheet.find(QLineEdit, "Name of the workbook").text().startswith("Example: three ways")
    assert sheet.find(QLineEdit, "Name of this draft").text() == "Cold chain"
    assert sheet.find(QPlainTextEdit, "Out of scope").toPlainText().startswith("Prices")
    assert sheet.find(QRadioButton, "Voluntary").isChecked()
    assert sheet.says("This draft was begun from FloraHolland.")


def test_typing_changes_the_draft_and_one_undo_takes_it_all_back(sheet: Sheet) -> None:
    field = sheet.find(QPlainTextEdit, "Setting")
    before = framing(sheet)["setting"]
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, " And a quay.")
    assert framing(sheet)["setting"] == f"{before} And a quay."
    assert sheet.document.history.undoText() == "change of setting"
    sheet.document.undo()
    assert framing(sheet)["setting"] == before
    assert field.toPlainText() == before


def test_the_caret_stays_where_one_types(sheet: Sheet) -> None:
    field = sheet.find(QPlainTextEdit, "Setting")
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    QTest.keyClicks(field, "xyz")
    assert field.textCursor().position() == 8


def test_another_draft_shows_its_own_words(sheet: Sheet) -> None:
    sheet.document.choose_draft(sheet.document.workbook.drafts[2].id)
    assert sheet.find(QLineEdit, "Name of this draft").text() == "School meals"
    assert sheet.find(QRadioButton, "Partly").isChecked()


def test_whether_sharing_is_voluntary_can_be_chosen_taken_back_and_undone(sheet: Sheet) -> None:
    sheet.find(QRadioButton, "Mandated").click()
    assert framing(sheet)["voluntary"] == "mandated"
    assert sheet.says("A law or an authority requires it.")
    sheet.find(QRadioButton, "Not said yet").click()
    assert framing(sheet)["voluntary"] is None
    sheet.document.undo()
    sheet.document.undo()
    assert framing(sheet)["voluntary"] == "voluntary"
    assert sheet.find(QRadioButton, "Voluntary").isChecked()


def test_it_is_chosen_by_arrow_keys_too(sheet: Sheet) -> None:
    option = sheet.find(QRadioButton, "Voluntary")
    option.setFocus()
    QTest.keyClick(option, Qt.Key.Key_Right)
    assert framing(sheet)["voluntary"] == "partly"


def test_the_guide_asks_about_the_field_in_hand(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.find(QPlainTextEdit, "Societal problem").setFocus()
    assert topic(sheet).question == QUESTIONS["societal_problem"].ask
    with qtbot.waitSignal(sheet.page.topic_changed):
        sheet.find(QPlainTextEdit, "Data sought").setFocus()
    assert topic(sheet).question == "Which data, from whom, how often, and how fine?"
    with qtbot.waitSignal(sheet.page.topic_changed):
        sheet.find(QRadioButton, "Voluntary").setFocus()
    assert topic(sheet).dimension == "primary_interest"


@pytest.mark.parametrize("field", QUESTIONS)
def test_the_guide_says_what_each_case_did_with_its_source(field: str) -> None:
    notes = topic_of(field, load()).cases
    assert [note.case_id for note in notes] == ["floraholland", "flowminder", "nys_food_traceability"]
    assert all(note.text and note.citation.startswith("Susha et al. 2019") for note in notes)


def test_what_flowminder_shared_is_told_with_who_gave_it() -> None:
    note = topic_of("data_sought", load()).cases[1]
    assert note.text.startswith("From NCell to Flowminder: call detail records of 12 million users.")


def test_tab_goes_through_the_fields_in_the_order_of_reading(sheet: Sheet) -> None:
    assert sheet.tab_stops() == [
        "Name of the workbook",
        "Name of this draft",
        "Facilitator",
        "Societal problem",
        "Public value",
        "Data sought",
        "Setting",
        "Out of scope",
        "Voluntary",
        "Summary",
    ]


@pytest.mark.parametrize(
    ("name", "label"),
    [("public_value", "Public value"), ("summary", "Summary"), ("name", "Name of this draft")],
)
def test_an_address_leads_to_its_field(sheet: Sheet, name: str, label: str) -> None:
    steps = ("framing", name) if name == "public_value" else (name,)
    assert sheet.page.reveal(("drafts", "cold-chain", *steps))
    focused = sheet.area.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == label


def test_the_choice_can_be_led_to_as_well(sheet: Sheet) -> None:
    assert sheet.page.reveal(("drafts", "cold-chain", "framing", "voluntary"))
    assert sheet.find(QRadioButton, "Voluntary").hasFocus()


def test_an_empty_draft_says_in_each_field_the_quickest_way_in(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook(drafts=(empty_draft("Draft A"),)))
    fields = sheet.page.findChildren(QPlainTextEdit)
    assert all(field.placeholderText() for field in fields)
    assert sheet.find(QRadioButton, "Not said yet").isChecked()


def test_without_a_draft_the_page_says_what_belongs_here_and_begins_one(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook())
    assert sheet.says("Nothing is framed yet.")
    assert not sheet.page.reveal(("drafts", "x", "framing"))
    sheet.find(RowButton, "Begin an empty draft").click()
    assert [draft.name for draft in sheet.document.workbook.drafts] == ["Draft A"]
    assert sheet.find(QPlainTextEdit, "Societal problem").hasFocus()
    sheet.document.undo()
    assert sheet.says("Nothing is framed yet.")


def test_a_draft_can_begin_from_a_case(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook())
    sheet.find(RowButton, "Begin from New York State (envisaged)").click()
    draft = sheet.document.draft
    assert draft is not None
    assert draft.begun_from is not None
    assert draft.begun_from.id == "nys_food_traceability"
    assert sheet.says("This draft was begun from New York State (envisaged).")


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
@pytest.mark.parametrize("width", [530, 792, 1180])
def test_no_word_is_cut_and_nothing_scrolls_sideways(
    sheet: Sheet, mode: str, scale: float, width: int
) -> None:
    with_look(mode, scale)
    sheet.area.resize(round(width * scale), 668)
    settle()
    assert cut_sentences(sheet) == []
    assert sheet.page.minimumSizeHint().width() <= sheet.area.viewport().width()
