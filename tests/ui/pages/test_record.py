"""What a facilitator sees and does on the page Record."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Sheet, cut_sentences, opened, settle, with_look
from ui.forms.add_line import AddLine
from ui.forms.choice_field import ChoiceField
from ui.forms.date_field import DateField
from ui.page import Group, Page
from ui.page_view import Topic
from ui.pages.record import PAGE
from ui.pages.record.note_line import NoteLine
from ui.pages.record.rows import read_notes, read_participants
from ui.pages.record.topics import QUESTIONS, topic_of
from ui.pages.record.view import RecordPage
from ui.pages.record.wording import speaks_for
from ui.widgets import Button, RowButton, WhyMark
from ui.widgets.drop_down import DropDown
from ui.widgets.fold_row import FoldRow
from ui.widgets.quiet_link import QuietLink
from ui.widgets.tick import Tick
from workbook.analysis.workshop import page_name
from workbook.edits.begin import empty_draft
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.notes import Note
from workbook.model.stakeholders import Stakeholder
from workbook.model.workbook import Participant, Workbook, Workshop

LOOKS = [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]
Key, Modifier = Qt.Key, Qt.KeyboardModifier
TODAY = dt.date(2027, 3, 1)
ON_THAT_DAY = Page(
    "record",
    "Record",
    Group.WORK,
    50,
    "clipboard-list",
    lambda document, requests: RecordPage(document, requests, lambda: TODAY),
)
NOTES = (
    Note(id="n1", kind="decision", text="We share hourly counts.", page="data_flows", owner="Amira"),
    Note(id="n2", kind="task", text="Ask the ministry.", page="scenarios", due=dt.date(2027, 2, 28)),
    Note(id="n3", kind="question", text="Who pays?", page="record"),
    Note(id="n4", kind="question", text="May we keep it?", page="weather", done=True),
)
PEOPLE = (
    Participant(id="p1", name="Amira", organisation="Port", stakeholder="port"),
    Participant(id="p2", name="José"),
)
HARBOUR = Draft(
    id="d",
    name="Harbour",
    stakeholders=(Stakeholder(id="port", name="Port"), Stakeholder(id="carriers", name="Carriers")),
    record=NOTES,
)
HELD = Workbook(drafts=(HARBOUR,), facilitator="Ines", workshop=Workshop(participants=PEOPLE))


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return opened(qtbot, ON_THAT_DAY, HELD)


@pytest.fixture
def blank(qtbot: QtBot) -> Sheet:
    return opened(qtbot, ON_THAT_DAY, Workbook(drafts=(empty_draft("Draft A"),)))


def record_of(sheet: Sheet) -> tuple[Note, ...]:
    assert sheet.document.draft is not None
    return sheet.document.draft.record


def people_of(sheet: Sheet) -> tuple[Participant, ...]:
    return sheet.document.workbook.workshop.participants


def page_of(sheet: Sheet) -> RecordPage:
    assert isinstance(sheet.page, RecordPage)
    return sheet.page


def line_of(sheet: Sheet, key: str) -> NoteLine:
    line = page_of(sheet).notes.list.items[key]
    assert isinstance(line, NoteLine)
    return line


def in_hand(sheet: Sheet) -> str:
    focused = sheet.area.focusWidget()
    assert focused is not None
    return focused.accessibleName() or str(getattr(focused, "text", str)())


def topic(sheet: Sheet) -> Topic:
    said = sheet.page.topic()
    assert said is not None
    return said


def typed(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Key.Key_Return)


def paste_into(field: AddLine, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    field.setFocus()
    QTest.keyClick(field, Key.Key_V, Modifier.ControlModifier)


def shown(sheet: Sheet) -> list[str]:
    settle()
    return [line.head.text() for line in page_of(sheet).notes.list.items.values()]


# ----------------------------------------------------------------------------------------------- what is said


def test_the_page_says_in_a_sentence_what_the_record_comes_to(sheet: Sheet) -> None:
    assert sheet.says(
        "1 decision, 2 questions and 1 task. Open: 1 question and 1 task. Overdue: 1 task. "
        "Without an owner: 1 task."
    )
    sheet.find(WhyMark).click()
    (finding,) = sheet.asked.explained
    assert ("Tasks, overdue", 1, "drafts/d/record/n2") in [
        (each.name, each.value, each.address) for each in finding.inputs
    ]


def test_each_note_says_what_is_known_of_it(sheet: Sheet) -> None:
    assert [line_of(sheet, note.id).head.said for note in NOTES] == [
        "Decision 1 · Amira",
        "Task 1 · no owner yet · due 2027-02-28, overdue",
        "Question 1",
        "Question 2 · answered",
    ]
    assert shown(sheet) == ["We share hourly counts.", "Ask the ministry.", "Who pays?", "May we keep it?"]


def test_a_click_on_its_page_goes_where_a_note_was_taken_down(sheet: Sheet) -> None:
    sheet.find(QuietLink, "Data flows").click()
    assert sheet.asked.asked == [("page", "data_flows")]


def test_a_note_taken_down_here_or_on_a_page_that_is_gone_leads_nowhere(sheet: Sheet) -> None:
    assert [line_of(sheet, note.id).page.isVisible() for note in NOTES] == [True, True, False, False]


def test_every_page_is_called_in_the_record_as_in_the_window() -> None:
    from ui.pages import all_pages

    called_otherwise = [page.title for page in all_pages() if not page_name(page.key).startswith(page.title)]
    assert called_otherwise == []


# ----------------------------------------------------------------------------------------------- taking down


def test_enter_takes_down_and_the_line_keeps_the_focus(blank: Sheet) -> None:
    line = blank.find(AddLine, "Take something down")
    for words in ("We begin in May.", "The port leads."):
        typed(line, words)
    assert [(note.kind, note.text, note.page) for note in record_of(blank)] == [
        ("decision", "We begin in May.", "record"),
        ("decision", "The port leads.", "record"),
    ]
    assert line.hasFocus()
    assert page_of(blank).notes.note.words == "Decision 2 is taken down."
    blank.find(Button, "Undo").click()
    assert [note.text for note in record_of(blank)] == ["We begin in May."]
    assert page_of(blank).notes.note.words == ""


def test_arrow_keys_in_the_line_choose_the_kind(blank: Sheet) -> None:
    line = blank.find(AddLine, "Take something down")
    line.setFocus()
    QTest.keyClick(line, Key.Key_Down)
    assert line.placeholderText() == "Take down a question, then Enter"
    typed(line, "Who pays?")
    QTest.keyClick(line, Key.Key_Up)
    QTest.keyClick(line, Key.Key_Up)
    typed(line, "Ask the ministry.")
    assert [note.kind for note in record_of(blank)] == ["question", "task"]


def test_a_click_chooses_the_kind_too(blank: Sheet) -> None:
    blank.find(QRadioButton, "Idea").click()
    typed(blank.find(AddLine, "Take something down"), "A green lane.")
    assert record_of(blank)[0].kind == "idea"


def test_pasted_lines_add_many_as_one_step(blank: Sheet) -> None:
    paste_into(
        blank.find(AddLine, "Take something down"),
        "1. We begin in May.\n- Task: Ask the ministry\n\n• Question 4: who pays?\nNote: this is no kind",
    )
    assert [(note.kind, note.text) for note in record_of(blank)] == [
        ("decision", "We begin in May."),
        ("task", "Ask the ministry"),
        ("question", "who pays?"),
        ("decision", "Note: this is no kind"),
    ]
    assert page_of(blank).notes.note.words == "4 notes are taken down."
    blank.document.undo()
    assert record_of(blank) == ()


def test_pasted_cells_hold_kind_owner_due_date_and_whether_it_is_done(blank: Sheet) -> None:
    paste_into(
        blank.find(AddLine, "Take something down"),
        "What\tText\tOwner\tDue\tState\nTask\tAsk\tInes\t1 March 2027\tdone\n"
        "Begin in May\tAmira\tsoon\topen\n",
    )
    ask, begin = record_of(blank)
    assert (ask.kind, ask.text, ask.owner, ask.due, ask.done) == ("task", "Ask", "Ines", TODAY, True)
    assert (begin.kind, begin.text, begin.owner, begin.due) == ("decision", "Begin in May", "Amira", None)
    assert page_of(blank).notes.note.words == ("2 notes are taken down. Not understood and left out: soon.")


def test_what_stays_after_the_state_of_a_row_is_told() -> None:
    read = read_notes((("Task 2", "Ask", "", "", "perhaps", "Scenarios"),), "idea", "record")
    assert read.not_understood == ("perhaps", "Scenarios")
    assert (read.items[0].kind, read.items[0].done) == ("task", False)


# --------------------------------------------------------------------------------------- what is done with it


def test_a_tick_marks_it_as_done_and_undo_takes_that_back(sheet: Sheet) -> None:
    tick = sheet.find(Tick, "Task 1: done")
    tick.setFocus()
    QTest.keyClick(tick, Key.Key_Return)
    assert record_of(sheet)[1].done
    assert line_of(sheet, "n2").head.said == "Task 1 · due 2027-02-28 · done"
    assert sheet.document.history.undoText() == "marking task 1 as done"
    sheet.document.undo()
    assert not record_of(sheet)[1].done
    assert not tick.isChecked()


def test_a_note_is_edited_where_it_stands(sheet: Sheet) -> None:
    sheet.find(FoldRow, "Ask the ministry.").click()
    words = sheet.find(QPlainTextEdit, "In words")
    words.setFocus()
    QTest.keyClicks(words, "First: ")
    assert record_of(sheet)[1].text == "First: Ask the ministry."
    assert words.textCursor().position() == 7
    assert line_of(sheet, "n2").head.text() == "First: Ask the ministry."
    sheet.document.undo()
    assert words.toPlainText() == "Ask the ministry."
    owner = sheet.find(QLineEdit, "Owner")
    owner.setFocus()
    QTest.keyClicks(owner, "Ines")
    due = sheet.find(DateField, "Due")
    due.selectAll()
    due.setFocus()
    QTest.keyClicks(due, "1.4.2027")
    assert (record_of(sheet)[1].owner, record_of(sheet)[1].due) == ("Ines", dt.date(2027, 4, 1))
    assert sheet.says("Open: 1 question and 1 task.")
    assert not sheet.says("Overdue")


def test_what_is_no_date_stays_in_the_field_with_the_reason(sheet: Sheet) -> None:
    sheet.find(FoldRow, "Who pays?").click()
    due = sheet.find(DateField, "Due")
    due.setFocus()
    QTest.keyClicks(due, "31.2.2027")
    assert sheet.says("There is no such day.")
    assert record_of(sheet)[2].due is None


def test_what_a_note_is_can_be_changed_and_escape_closes_it(sheet: Sheet) -> None:
    head = sheet.find(FoldRow, "Who pays?")
    head.click()
    editor = line_of(sheet, "n3").editor
    assert editor is not None
    next(each for each in editor.findChildren(QRadioButton) if each.text() == "Task").click()
    assert record_of(sheet)[2].kind == "task"
    assert head.said == "Task 2"
    QTest.keyClick(editor, Key.Key_Escape)
    assert not line_of(sheet, "n3").is_open
    assert head.hasFocus()
    assert head.said == "Task 2 · no owner yet"


def test_one_note_at_a_time_is_open(sheet: Sheet) -> None:
    sheet.find(FoldRow, "Who pays?").click()
    sheet.find(FoldRow, "Ask the ministry.").click()
    assert [line_of(sheet, note.id).is_open for note in NOTES] == [False, True, False, False]


def test_delete_removes_and_one_undo_brings_it_back(sheet: Sheet) -> None:
    before = sheet.document.workbook
    head = sheet.find(FoldRow, "Ask the ministry.")
    head.setFocus()
    QTest.keyClick(head, Key.Key_Delete)
    assert [note.id for note in record_of(sheet)] == ["n1", "n3", "n4"]
    assert page_of(sheet).notes.note.words == "Task 1 is removed from the record."
    assert in_hand(sheet) == "Who pays?"
    sheet.find(Button, "Undo").click()
    assert sheet.document.workbook == before
    assert shown(sheet) == [note.text for note in NOTES]


def test_with_the_last_note_gone_the_keyboard_is_where_one_takes_down(qtbot: QtBot) -> None:
    sheet = opened(qtbot, ON_THAT_DAY, Workbook(drafts=(HARBOUR.replace(record=NOTES[:1]),)))
    sheet.find(FoldRow, "We share").click()
    sheet.find(Button, "Remove it from the record").click()
    assert record_of(sheet) == ()
    assert in_hand(sheet) == "Take something down"


def test_alt_and_an_arrow_move_a_note_among_those_that_are_shown(sheet: Sheet) -> None:
    choose(sheet, "question")
    head = sheet.find(FoldRow, "May we keep it?")
    head.setFocus()
    QTest.keyClick(head, Key.Key_Up, Modifier.AltModifier)
    assert [note.id for note in record_of(sheet)] == ["n1", "n2", "n4", "n3"]
    assert head.hasFocus()
    QTest.keyClick(head, Key.Key_Up, Modifier.AltModifier)
    assert [note.id for note in record_of(sheet)] == ["n1", "n2", "n4", "n3"]


# ------------------------------------------------------------------------------------------- what is shown


def choose(sheet: Sheet, kind: str) -> None:
    field = sheet.find(DropDown, "Show")
    field.setCurrentIndex(field.findData(kind))
    field.activated.emit(field.currentIndex())


def test_one_kind_or_open_ones_only_are_shown_when_asked(sheet: Sheet) -> None:
    choose(sheet, "question")
    assert shown(sheet) == ["Who pays?", "May we keep it?"]
    assert sheet.says("2 notes of other kinds or settled not shown.")
    sheet.find(QCheckBox, "Open only").click()
    assert shown(sheet) == ["Who pays?"]
    choose(sheet, "")
    assert shown(sheet) == ["Ask the ministry.", "Who pays?"]
    sheet.find(QCheckBox, "Open only").click()
    assert len(shown(sheet)) == 4
    assert not sheet.says("not shown")
    assert sheet.document.history.count() == 0


def test_what_is_done_leaves_the_open_ones_with_a_word_and_a_way_back(sheet: Sheet) -> None:
    sheet.find(QCheckBox, "Open only").click()
    sheet.find(Tick, "Question 1").click()
    assert shown(sheet) == ["Ask the ministry."]
    assert page_of(sheet).notes.note.words == "Question 1 is answered."
    assert in_hand(sheet) == "Ask the ministry."
    sheet.find(Button, "Undo").click()
    assert shown(sheet) == ["Ask the ministry.", "Who pays?"]


def test_what_is_taken_down_is_always_seen(sheet: Sheet) -> None:
    choose(sheet, "question")
    typed(sheet.find(AddLine, "Take something down"), "We begin in May.")
    assert shown(sheet)[-1] == "We begin in May."
    assert len(shown(sheet)) == 5


def test_a_note_that_is_being_edited_stays_whatever_it_is_made_into(sheet: Sheet) -> None:
    choose(sheet, "question")
    sheet.find(FoldRow, "Who pays?").click()
    sheet.document.put(("drafts", "d", "record", "n3", "kind"), "idea", "change of what it is")
    assert shown(sheet) == ["Who pays?", "May we keep it?"]
    line_of(sheet, "n3").close_to_head()
    choose(sheet, "question")
    assert shown(sheet) == ["May we keep it?"]


# ---------------------------------------------------------------------------------------------- the workshop


def test_date_and_place_belong_to_the_workbook(sheet: Sheet) -> None:
    date = sheet.find(DateField, "Date")
    date.setFocus()
    QTest.keyClicks(date, "12 May 2027")
    place = sheet.find(QLineEdit, "Place")
    place.setFocus()
    QTest.keyClicks(place, "Harbour")
    workshop = sheet.document.workbook.workshop
    assert (workshop.date, workshop.place) == (dt.date(2027, 5, 12), "Harbour")
    sheet.document.undo()
    sheet.document.undo()
    assert sheet.document.workbook == HELD
    assert (date.text(), place.text()) == ("", "")


def test_a_date_that_is_none_is_refused_with_the_reason(sheet: Sheet) -> None:
    date = sheet.find(DateField, "Date")
    date.setFocus()
    QTest.keyClicks(date, "soon")
    assert sheet.says("Type a date, such as 2027-03-01.")
    assert sheet.document.workbook.workshop.date is None


def test_the_facilitator_is_shown_and_named_on_framing(sheet: Sheet, qtbot: QtBot) -> None:
    assert sheet.says("Facilitator: Ines")
    sheet.find(QuietLink, "Change on Framing").click()
    assert sheet.asked.asked == [("go to", ("facilitator",))]
    sheet.document.put(("facilitator",), "", "change of facilitator")
    assert sheet.says("Facilitator: not named yet")
    assert sheet.find(QuietLink, "Name them on Framing").isVisible()


def test_enter_adds_the_next_participant_with_their_organisation(sheet: Sheet) -> None:
    name, organisation = sheet.find(AddLine, "Add a participant"), sheet.find(QLineEdit, "Organisation of")
    typed(name, "Sita")
    name.setFocus()
    QTest.keyClicks(name, "Tomas")
    typed(organisation, "City of Haverstrand")
    sita, tomas = people_of(sheet)[2:]
    assert (sita.name, sita.organisation) == ("Sita", "")
    assert (tomas.name, tomas.organisation) == ("Tomas", "City of Haverstrand")
    assert name.hasFocus()
    assert (name.text(), organisation.text()) == ("", "")
    sheet.document.undo()
    assert len(people_of(sheet)) == 3


def test_pasted_cells_add_many_participants_and_for_whom_they_speak(sheet: Sheet) -> None:
    cells = "Name\tOrganisation\tStakeholder\nSita\tCity\tcarriers\nTomas\tPort\tNobody known\n"
    paste_into(sheet.find(AddLine, "Add a participant"), cells)
    sita, tomas = people_of(sheet)[2:]
    assert (sita.name, sita.organisation, sita.stakeholder) == ("Sita", "City", "carriers")
    assert (tomas.organisation, tomas.stakeholder) == ("Port", None)
    assert page_of(sheet).workshop.participants.note.words == (
        "2 participants added. Not understood and left out: Nobody known."
    )
    sheet.document.undo()
    assert people_of(sheet) == PEOPLE


def test_for_whom_somebody_speaks_is_chosen_beside_the_name(sheet: Sheet) -> None:
    assert sheet.says("Nobody speaks for Carriers.")
    field = sheet.find(ChoiceField, "José speaks for")
    field.setFocus()
    QTest.keyClicks(field, "Carr")
    assert people_of(sheet)[1].stakeholder == "carriers"
    assert sheet.says("Somebody speaks for every stakeholder.")
    sheet.document.undo()
    assert field.currentText() == "Not said yet"


def test_a_participant_is_edited_moved_removed_and_brought_back(sheet: Sheet) -> None:
    head = sheet.find(FoldRow, "José")
    head.click()
    organisation = sheet.find(QLineEdit, "Organisation")
    organisation.setFocus()
    QTest.keyClicks(organisation, "Brackwater")
    assert people_of(sheet)[1].organisation == head.said == "Brackwater"
    head.setFocus()
    QTest.keyClick(head, Key.Key_Up, Modifier.AltModifier)
    assert [each.id for each in people_of(sheet)] == ["p2", "p1"]
    sheet.find(Button, "Remove this participant").click()
    assert [each.id for each in people_of(sheet)] == ["p1"]
    assert page_of(sheet).workshop.participants.note.words == "José is removed."
    for _ in range(3):
        sheet.document.undo()
    assert sheet.document.workbook == HELD


def test_arrow_keys_lead_from_the_last_participant_to_the_line_that_adds_one(sheet: Sheet) -> None:
    head = sheet.find(FoldRow, "José")
    head.setFocus()
    QTest.keyClick(head, Key.Key_Up)
    assert in_hand(sheet) == "Amira"
    QTest.keyClick(sheet.find(FoldRow, "Amira"), Key.Key_Down)
    QTest.keyClick(head, Key.Key_Down)
    assert in_hand(sheet) == "Add a participant"


def test_one_can_speak_for_the_stakeholders_of_any_draft_each_told_apart() -> None:
    other = Draft(
        id="e",
        name="Inland",
        stakeholders=(Stakeholder(id="port", name="Port"), Stakeholder(id="c2", name="carriers")),
    )
    workbook = HELD.replace(drafts=(HARBOUR, other))
    assert speaks_for(workbook, HARBOUR) == (
        ("", "Not said yet"),
        ("port", "Port"),
        ("carriers", "Carriers"),
        ("c2", "carriers (Inland)"),
    )


def test_somebody_may_speak_for_one_who_is_in_no_draft_any_more(qtbot: QtBot) -> None:
    lost = HELD.replace(drafts=(HARBOUR.replace(stakeholders=()),))
    sheet = opened(qtbot, ON_THAT_DAY, lost)
    assert sheet.find(ChoiceField, "Amira speaks for").currentText() == "Nobody in these drafts any more"
    assert sheet.says("There is no stakeholder yet to speak for.")


def test_names_of_stakeholders_are_read_whatever_their_capitals() -> None:
    read = read_participants((("Sita", "", "CARRIERS", "extra"),), (("carriers", "Carriers"),))
    assert read.items[0].stakeholder == "carriers"
    assert read.not_understood == ("extra",)


# ---------------------------------------------------------------------------------------- the page as a whole


def test_the_guide_asks_about_what_is_in_hand(sheet: Sheet) -> None:
    assert topic(sheet).question.startswith("What have we just agreed")
    sheet.find(FoldRow, "Ask the ministry.").setFocus()
    assert topic(sheet).question == "Who does what by when?"
    line = sheet.find(AddLine, "Take something down")
    line.setFocus()
    QTest.keyClick(line, Key.Key_Down)
    assert topic(sheet).question == "What do we not know yet, and who could tell us?"
    sheet.find(QLineEdit, "Place").setFocus()
    assert topic(sheet).question == "Where are we?"
    sheet.find(ChoiceField, "Amira speaks for").setFocus()
    assert topic(sheet).question.startswith("Who is in the room")


@pytest.mark.parametrize("field", QUESTIONS)
def test_the_guide_says_what_each_case_reports_with_its_source(field: str) -> None:
    notes = topic_of(field, load()).cases
    assert [note.case_id for note in notes] == ["floraholland", "flowminder", "nys_food_traceability"]
    assert all(note.text and note.citation.startswith("Susha et al. 2019") for note in notes)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (("drafts", "d", "record", "n2"), "Ask the ministry."),
        (("drafts", "d", "record", "n2", "text"), "In words"),
        (("drafts", "d", "record", "n2", "owner"), "Owner"),
        (("drafts", "d", "record", "n2", "due"), "Due"),
        (("drafts", "d", "record", "n2", "kind"), "Task"),
        (("drafts", "d", "record", "n2", "done"), "Task 1: done"),
        (("drafts", "d", "record", "gone"), "Take something down"),
        (("drafts", "d", "record"), "Take something down"),
        (("workshop",), "Place"),
        (("workshop", "date"), "Date"),
        (("workshop", "place"), "Place"),
        (("workshop", "participants"), "Add a participant"),
        (("workshop", "participants", "p2"), "José"),
        (("workshop", "participants", "p2", "organisation"), "Organisation"),
        (("workshop", "participants", "p2", "stakeholder"), "José speaks for"),
    ],
)
def test_an_address_leads_to_its_field(sheet: Sheet, address: tuple[str, ...], name: str) -> None:
    assert sheet.page.reveal(address)
    assert in_hand(sheet) == name


def test_an_address_leads_to_a_note_that_is_not_shown(sheet: Sheet) -> None:
    choose(sheet, "idea")
    assert sheet.page.reveal(("drafts", "d", "record", "n3"))
    assert in_hand(sheet) == "Who pays?"


def test_tab_goes_through_the_page_in_the_order_of_reading(qtbot: QtBot) -> None:
    few = HELD.replace(
        drafts=(HARBOUR.replace(record=NOTES[:1]),), workshop=Workshop(participants=PEOPLE[:1])
    )
    sheet = opened(qtbot, ON_THAT_DAY, few)
    sheet.find(FoldRow, "We share").click()
    settle()
    assert sheet.tab_stops() == [
        "Why this number?",
        "Decision",
        "Take something down",
        "Show",
        "Open only",
        "Decision 1: carried out",
        "We share hourly counts.",
        "Data flows",
        "In words",
    ]  # the kind in the editor is called like that of the entry: there Tab has come round by name


def test_without_notes_the_page_says_what_belongs_here_and_offers_each_kind(blank: Sheet) -> None:
    assert blank.says("Nothing is taken down yet.")
    blank.find(RowButton, "Take down a task").click()
    line = blank.find(AddLine, "Take something down")
    assert line.hasFocus()
    typed(line, "Ask the ministry.")
    assert record_of(blank)[0].kind == "task"
    assert not blank.says("Nothing is taken down yet.")
    blank.document.undo()
    assert blank.says("Nothing is taken down yet.")


def test_without_a_draft_the_page_begins_one_and_the_workshop_is_there(qtbot: QtBot) -> None:
    sheet = opened(qtbot, ON_THAT_DAY, Workbook())
    assert sheet.says("It needs a draft first.")
    assert not sheet.page.reveal(("drafts", "x", "record"))
    typed(sheet.find(AddLine, "Add a participant"), "Sita")
    assert [each.name for each in people_of(sheet)] == ["Sita"]
    sheet.find(RowButton, "Begin an empty draft").click()
    assert sheet.find(AddLine, "Take something down").hasFocus()
    sheet.document.undo()
    assert sheet.says("It needs a draft first.")


def test_another_draft_has_a_record_of_its_own(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, three_drafts())
    first = shown(sheet)
    sheet.document.choose_draft("river-flood")
    assert shown(sheet) != first
    assert shown(sheet) == [note.text for note in record_of(sheet)]


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
@pytest.mark.parametrize("width", [530, 712, 1180])
def test_no_word_is_cut_and_nothing_scrolls_sideways(
    sheet: Sheet, mode: str, scale: float, width: int
) -> None:
    with_look(mode, scale)
    sheet.area.resize(round(width * scale), 668)
    sheet.page.reveal(("drafts", "d", "record", "n2", "owner"))
    sheet.page.reveal(("workshop", "participants", "p2", "organisation"))
    settle()
    assert cut_sentences(sheet) == []
    assert sheet.page.minimumSizeHint().width() <= sheet.area.viewport().width()
    assert all(
        each.heightForWidth(each.width()) <= each.height()
        for each in sheet.page.findChildren(QAbstractButton)
        if each.isVisible() and each.hasHeightForWidth()
    )
