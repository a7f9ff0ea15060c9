"""What the record of a workshop comes to, worked out by hand and, for any record, counted another way."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import drafts
from workbook.analysis.participants import participants_finding, spoken_for_finding
from workbook.analysis.workshop import is_open, note_names, page_name, record_findings, state_of
from workbook.editing import get, read_address
from workbook.model.draft import Draft
from workbook.model.notes import Note
from workbook.model.stakeholders import Stakeholder
from workbook.model.workbook import Participant, Workbook, Workshop

TODAY = dt.date(2027, 3, 1)
YESTERDAY, TOMORROW = dt.date(2027, 2, 28), dt.date(2027, 3, 2)

HELD = (
    Note(id="n1", kind="decision", text="We share hourly counts only."),
    Note(id="n2", kind="task", text="Ask the ministry.", owner="Ines", due=YESTERDAY),
    Note(id="n3", kind="question", text="Who pays for the servers?"),
    Note(id="n4", kind="task", text="Draft the agreement.", due=TODAY),
    Note(id="n5", kind="question", text="May we keep the data?", done=True),
    Note(id="n6", kind="decision", text="The port leads.", done=True),
    Note(id="n7", kind="idea", text="Let the carriers see their own rank."),
    Note(id="n8", kind="task", text="Book the room.", due=YESTERDAY, done=True),
)


def held(*notes: Note) -> Draft:
    return Draft(id="d", record=notes or HELD)


def test_the_record_is_told_in_a_sentence() -> None:
    assert record_findings(held(), TODAY).summary.words == (
        "2 decisions, 2 questions, 1 idea and 3 tasks. Open: 1 question, 1 idea and 2 tasks. "
        "Overdue: 1 task. Without an owner: 1 task."
    )


def test_an_empty_record_and_one_with_nothing_open_say_so() -> None:
    assert record_findings(Draft(id="d"), TODAY).summary.words == "Nothing is taken down yet."
    settled = held(HELD[0], HELD[4])
    assert record_findings(settled, TODAY).summary.words == "1 decision and 1 question. Nothing is open."


def test_each_finding_counts_its_notes_and_leads_to_them() -> None:
    found = record_findings(held(), TODAY)
    assert [(each.words, each.value) for each in found.findings[1:]] == [
        ("2 decisions.", 2),
        ("1 open question.", 1),
        ("1 overdue task.", 1),
        ("1 task without an owner.", 1),
    ]
    (late,) = found.tasks_overdue.inputs
    assert late.name == "Task 1: Ask the ministry."
    assert late.value == "overdue, due 2027-02-28"
    assert late.address == found.tasks_overdue.address == "drafts/d/record/n2"
    (whose,) = found.tasks_without_owner.inputs
    assert (whose.name, whose.value) == ("Task 2: Draft the agreement.", "no owner")
    assert found.tasks_overdue.severity == found.tasks_without_owner.severity == "advice"
    assert found.open_questions.severity == "info"


def test_what_there_is_none_of_is_said_so() -> None:
    found = record_findings(held(HELD[0]), TODAY)
    assert [each.words for each in found.findings[2:]] == [
        "No open question.",
        "No overdue task.",
        "No task without an owner.",
    ]
    assert {each.severity for each in found.findings} == {"info"}


def test_the_sentence_can_say_why() -> None:
    inputs = [(each.name, each.value) for each in record_findings(held(), TODAY).summary.inputs]
    assert inputs == [
        ("Decisions", 2),
        ("Questions", 2),
        ("Ideas", 1),
        ("Tasks", 3),
        ("Questions, open", 1),
        ("Ideas, open", 1),
        ("Tasks, open", 2),
        ("Tasks, overdue", 1),
        ("Tasks, without an owner", 1),
        ("Today", "2027-03-01"),
    ]


@pytest.mark.parametrize(
    ("note", "state"),
    [
        (Note(id="n", kind="task", due=TODAY), "open"),
        (Note(id="n", kind="task", due=YESTERDAY), "overdue"),
        (Note(id="n", kind="task", due=YESTERDAY, done=True), "done"),
        (Note(id="n", kind="task"), "open"),
        (Note(id="n", kind="question", due=YESTERDAY), "open"),
        (Note(id="n", kind="question", done=True), "answered"),
        (Note(id="n", kind="idea", done=True), "taken up"),
        (Note(id="n", kind="decision"), "decided"),
        (Note(id="n", kind="decision", done=True), "carried out"),
    ],
)
def test_a_note_says_how_it_stands(note: Note, state: str) -> None:
    assert state_of(note, TODAY) == state


def test_a_task_is_overdue_from_the_day_after_it_was_due() -> None:
    task = held(Note(id="n", kind="task", owner="Ines", due=TODAY))
    assert record_findings(task, TODAY).tasks_overdue.value == 0
    assert record_findings(task, TOMORROW).tasks_overdue.value == 1


def test_notes_are_numbered_by_kind_in_the_order_taken_down() -> None:
    assert list(note_names(HELD).values()) == [
        "Decision 1",
        "Task 1",
        "Question 1",
        "Task 2",
        "Question 2",
        "Decision 2",
        "Idea 1",
        "Task 3",
    ]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("data_flows", "Data flows"),
        ("win_win", "Win-win"),
        ("record", "Record"),
        ("weather_report", "Weather report"),
        ("", ""),
    ],
)
def test_a_page_is_called_by_its_name(key: str, name: str) -> None:
    assert page_name(key) == name


@given(drafts(draft_id="d"), st.dates())
def test_in_any_record_the_figures_agree_and_every_address_leads_to_a_note(
    draft: Draft, today: dt.date
) -> None:
    found = record_findings(draft, today)
    tasks = [note for note in draft.record if note.kind == "task" and is_open(note)]
    assert found.tasks_overdue.value == len([1 for note in tasks if note.due and note.due < today])
    assert found.tasks_without_owner.value == len([1 for note in tasks if not note.owner.strip()])
    assert found.summary.value == len(draft.record) == len(set(note_names(draft.record).values()))
    workbook = Workbook(drafts=(draft,))
    for finding in found.findings:
        for address in (finding.address, *(each.address for each in finding.inputs)):
            assert address is None or get(workbook, read_address(address)) is not None


# ------------------------------------------------------------------------------------------- who was there


def room(*people: Participant) -> Workbook:
    return Workbook(workshop=Workshop(participants=people))


AMIRA = Participant(id="p1", name="Amira", organisation="Port", stakeholder="port")
JOSE = Participant(id="p2", name="José", organisation=" port ")
NOBODY = Participant(id="p3")
HARBOUR = Draft(
    id="d",
    stakeholders=(
        Stakeholder(id="port", name="Port"),
        Stakeholder(id="carriers", name="Carriers"),
        Stakeholder(id="people", standing="affected"),
        Stakeholder(id="press", name="Press", standing="context"),
    ),
)


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ((), "Nobody is named yet."),
        ((NOBODY,), "1 participant."),
        ((AMIRA, JOSE, NOBODY), "3 participants from 1 organisation."),
        ((AMIRA, NOBODY.replace(organisation="City")), "2 participants from 2 organisations."),
    ],
)
def test_participants_are_counted_with_their_organisations(
    people: tuple[Participant, ...], words: str
) -> None:
    assert participants_finding(room(*people)).words == words


def test_the_participants_are_named_with_what_is_known_of_them() -> None:
    inputs = participants_finding(room(AMIRA, NOBODY)).inputs
    assert [(each.name, each.value, each.address) for each in inputs] == [
        ("Amira", "Port", "workshop/participants/p1"),
        ("Participant without a name", "organisation not said", "workshop/participants/p3"),
    ]


def test_stakeholders_for_whom_nobody_speaks_are_named_but_not_those_in_the_background() -> None:
    found = spoken_for_finding(room(AMIRA, JOSE), HARBOUR)
    assert found.words == "Nobody speaks for Carriers and a stakeholder without a name."
    assert (found.value, found.severity) == (2, "advice")
    assert [(each.name, each.value) for each in found.inputs] == [
        ("Port", "Amira"),
        ("Carriers", "nobody"),
        ("Stakeholder without a name", "nobody"),
    ]


def test_while_nobody_is_named_it_is_not_known_who_speaks_for_whom() -> None:
    found = spoken_for_finding(room(), HARBOUR)
    assert found.value is None
    assert found.words == "Who speaks for whom is not known: nobody is named yet."


def test_where_everybody_is_heard_it_is_said_so() -> None:
    alone = HARBOUR.replace(stakeholders=HARBOUR.stakeholders[:1])
    found = spoken_for_finding(room(AMIRA, JOSE.replace(stakeholder="port")), alone)
    assert (found.words, found.value) == ("Somebody speaks for every stakeholder.", 0)
    assert found.inputs[0].value == "Amira and José"
    assert spoken_for_finding(room(AMIRA), Draft(id="d")).words == "There is no stakeholder yet to speak for."
