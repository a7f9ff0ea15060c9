"""Record, participants, mechanisms by scenario and challenges by draft, read back as a person reads them."""

import datetime as dt
from pathlib import Path

import pytest

from exports.report.build import write_report
from exports.report.content import Chosen
from exports.report.together import SourceFile
from tests.exports.reports import LIBRARY, MADE_ON, ReadBack, Row, example, read_back, small
from tests.exports.tables import FEW_DRAWS
from tests.workbook.analysis.designs import ISSUE, RESOURCE, draft, everywhere
from workbook.analysis.design import analyse
from workbook.analysis.obstacles.findings import obstacles
from workbook.analysis.participants import participants_finding, spoken_for_finding
from workbook.analysis.workings.findings import workings
from workbook.analysis.workshop import record_findings
from workbook.library.catalogues import name_of
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

WORKBOOK = example()
BEFORE, AFTER = dt.date(2027, 2, 28), dt.date(2027, 3, 2)
NOTES = [
    {"id": "n1", "kind": "decision", "text": "=SUM(A1:A3)", "page": "win_win", "owner": "+Amira"},
    {"id": "n2", "kind": "task", "text": "Ask the ministry.", "due": BEFORE, "page": "data_flows"},
    {"id": "n3", "kind": "task", "text": "Book a room.", "due": AFTER, "owner": "Ines"},
    {"id": "n4", "kind": "question", "text": "Who pays?", "done": True},
    {"id": "n5", "kind": "idea"},
]


def with_notes() -> Workbook:
    ours = draft(everywhere(RESOURCE), "ours", record=NOTES)
    return small(ours, draft({}, "theirs"), settings=FEW_DRAWS)


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> ReadBack:
    return read_back(tmp_path_factory.mktemp("noted") / "r.xlsx", with_notes())


def of_draft(rows: list[Row], name: str) -> list[Row]:
    return [row for row in rows if row["Draft"] == name]


# ------------------------------------------------------------------------------------------------- the record


def test_every_note_stands_with_owner_due_date_and_state(noted: ReadBack) -> None:
    rows = of_draft(noted.rows("Record"), "Ours")
    assert [tuple(row.values())[1:] for row in rows] == [
        ("Decision 1", "=SUM(A1:A3)", "+Amira", None, "Decided", "Win-win"),
        ("Task 1", "Ask the ministry.", "no owner yet", "2027-02-28", "Overdue", "Data flows"),
        ("Task 2", "Book a room.", "Ines", "2027-03-02", "Open", None),
        ("Question 1", "Who pays?", None, None, "Answered", None),
        ("Idea 1", "no words", None, None, "Open", None),
    ]


def test_what_looks_like_a_formula_in_the_record_stays_text(noted: ReadBack) -> None:
    kinds = {
        cell.data_type
        for row in noted.book["Record"].iter_rows()
        for cell in row
        if cell.value in {"=SUM(A1:A3)", "+Amira"}
    }
    assert kinds == {"s"}


def test_the_record_says_in_words_what_the_window_says(example_read: ReadBack) -> None:
    said = example_read.paragraphs("Record")
    for draft_ in WORKBOOK.drafts:
        assert f"{draft_.name}: {record_findings(draft_, MADE_ON).summary.words}" in said
        texts = [row["In words"] for row in of_draft(example_read.rows("Record"), draft_.name)]
        assert texts == [note.text for note in draft_.record]


def test_a_draft_without_notes_says_so(noted: ReadBack) -> None:
    (row,) = of_draft(noted.rows("Record"), "Theirs")
    assert row["What"] == "Nothing taken down yet"


def test_only_drafts_that_are_exported_show_their_record(tmp_path: Path) -> None:
    read = read_back(tmp_path / "r.xlsx", with_notes(), chosen=Chosen(drafts=("theirs",)))
    assert [row["Draft"] for row in read.rows("Record")] == ["Theirs"]
    assert "SUM(A1:A3)" not in " ".join(text for _, _, text in read.texts())


# ---------------------------------------------------------------------------------------- who was in the room

ROOM = {
    "date": "2027-02-20",
    "place": "Harbour",
    "participants": [
        {"id": "p1", "name": "Amira", "organisation": "=Port", "stakeholder": "port"},
        {"id": "p2", "name": "José"},
        {"id": "p3", "stakeholder": "gone"},
    ],
}
HARBOUR = draft(
    everywhere(ISSUE),
    "harbour",
    stakeholders=[{"id": "port", "name": "Port"}, {"id": "carriers", "name": "Carriers"}],
)


def test_participants_stand_with_organisation_and_for_whom_they_speak(tmp_path: Path) -> None:
    read = read_back(
        tmp_path / "r.xlsx", small(HARBOUR, workshop=ROOM, facilitator="Ines", settings=FEW_DRAWS)
    )
    assert [tuple(row.values()) for row in read.rows("Participants")] == [
        ("2027-02-20, Harbour", "Amira", "=Port", "Port"),
        ("2027-02-20, Harbour", "José", "not said yet", "not said yet"),
        (
            "2027-02-20, Harbour",
            "Participant without a name",
            "not said yet",
            "a stakeholder of a draft that is not in this report",
        ),
    ]
    said = read.paragraphs("Participants")
    assert "2027-02-20, Harbour: Facilitator: Ines. 3 participants from 1 organisation." in said
    assert "Harbour: Nobody speaks for Carriers." in said


def test_the_example_names_its_participants(example_read: ReadBack) -> None:
    rows = example_read.rows("Participants")
    assert [row["Name"] for row in rows] == [each.name for each in WORKBOOK.workshop.participants]
    said = " ".join(example_read.paragraphs("Participants"))
    assert participants_finding(WORKBOOK).words in said
    for draft_ in WORKBOOK.drafts:
        assert f"{draft_.name}: {spoken_for_finding(WORKBOOK, draft_).words}" in said


def test_workshops_of_several_files_are_told_apart(tmp_path: Path) -> None:
    other = small(draft({}, "else"), workshop={"place": "Hill"}, settings=FEW_DRAWS)
    sources = [
        SourceFile("harbour.partnership", small(HARBOUR, workshop=ROOM, settings=FEW_DRAWS)),
        SourceFile("hill.partnership", other),
    ]
    write_report(tmp_path / "r.xlsx", sources, LIBRARY, MADE_ON)
    read = ReadBack(tmp_path / "r.xlsx")
    names = [(row["Workshop"], row["Name"]) for row in read.rows("Participants")]
    assert names == [
        ("harbour: 2027-02-20, Harbour", "Amira"),
        ("harbour: 2027-02-20, Harbour", "José"),
        ("harbour: 2027-02-20, Harbour", "Participant without a name"),
        ("hill: Hill", "Nobody is named yet"),
    ]
    assert not any(each.startswith("Else: ") for each in read.paragraphs("Participants"))


# ------------------------------------------------------------------------------------- mechanisms by scenario


def shared(example_read: ReadBack, draft_: Draft) -> list[Row]:
    return of_draft(example_read.rows("Mechanisms by scenario"), draft_.name)


def test_every_mechanism_of_a_scenario_stands_with_its_result_and_whom_it_serves(
    example_read: ReadBack,
) -> None:
    own, chosen = WORKBOOK.own_entries, 0
    for draft_ in WORKBOOK.drafts:
        rows = {(row["Scenario"], row["What"], row["Which"]): row for row in shared(example_read, draft_)}
        interests = {each.id: each.text for each in draft_.interests()}
        for scenario in draft_.scenarios:
            for each in scenario.mechanisms:
                name = name_of(LIBRARY, own, "mechanisms", each.mechanism)
                row = rows.pop((scenario.name, "Mechanism", name))
                chosen += 1
                assert row["How far it has come"].lower() == each.status
                assert row["How"] == (each.how or "not said yet")
                served = row["Interests it serves"]
                assert all(interests[one].removesuffix(".") in served for one in each.serves)
                assert each.serves or served == "none named yet"
            for role in scenario.government_roles:
                name = name_of(LIBRARY, own, "government_roles", role.role)
                row = rows.pop((scenario.name, "Role of government", name))
                assert (row["How far it has come"], row["Interests it serves"]) == ("Chosen", None)
        assert {key[0] for key in rows} <= {"in no scenario"}
    assert chosen > 5


def test_what_was_not_chosen_is_told_with_what_suggests_it_and_what_the_cases_report(
    example_read: ReadBack,
) -> None:
    for draft_ in WORKBOOK.drafts:
        rows = shared(example_read, draft_)
        left = {row["Which"] for row in rows if row["Scenario"] == "in no scenario"}
        used = {each.mechanism for scenario in draft_.scenarios for each in scenario.mechanisms}
        for case in LIBRARY.cases:
            for each in case.mechanisms:
                name = name_of(LIBRARY, WORKBOOK.own_entries, "mechanisms", each.mechanism)
                assert (name in left) == (each.mechanism not in used)
                (row, *_) = [row for row in rows if row["Which"] == name]
                assert f"{case.label}: {each.how} [{each.citation}]" in row["As the cases report it"]
        assert all(row["How far it has come"] == "not chosen" for row in rows if row["Which"] in left)


def test_a_platform_that_suggests_something_is_named(noted: ReadBack) -> None:
    rows = {row["Which"]: row for row in of_draft(noted.rows("Mechanisms by scenario"), "Ours")}
    platform = LIBRARY.platform("resource_dependence")
    suggested = {name for name, row in rows.items() if row["Suggested by"] == platform.name}
    assert suggested == {LIBRARY.entry("mechanisms", each).name for each in platform.mechanisms} | {
        LIBRARY.entry("government_roles", each).name for each in platform.government_roles
    }


def test_a_scenario_without_any_says_so(tmp_path: Path) -> None:
    bare = draft({}, "ours", scenarios=[{"id": "c1", "name": "Pool"}])
    rows = read_back(tmp_path / "r.xlsx", small(bare, settings=FEW_DRAWS)).rows("Mechanisms by scenario")
    (row,) = [row for row in rows if row["Scenario"] == "Pool"]
    assert row["What"] == "No mechanism or role yet"


def test_the_window_says_the_same_of_mechanisms(example_read: ReadBack) -> None:
    said = example_read.paragraphs("Mechanisms by scenario")
    for draft_ in WORKBOOK.drafts:
        found = workings(draft_, analyse(draft_, LIBRARY).follows, LIBRARY, WORKBOOK.own_entries)
        assert f"{draft_.name}: {found.mechanisms.summary.words}" in said
        assert f"{draft_.name}: {found.government_roles.summary.words}" in said


# ---------------------------------------------------------------------------------------- challenges by draft

HARD = draft(
    everywhere(ISSUE),
    "hard",
    challenges=[
        {
            "id": "h1",
            "category": "policy",
            "prompt": "No law",
            "text": "No law says who may.",
            "severity": "high",
            "mitigation": "=Ask",
            "owner": "Ines",
            "status": "handled",
        },
        {"id": "h2", "category": "technology"},
    ],
    readiness={
        "interoperable_infrastructure": {"level": "partly", "note": "Two of three."},
        "own-thing": {"level": None},
    },
    enablers=[
        {"id": "e1", "kind": "A champion", "text": "The harbour master.", "present": True},
        {"id": "e2", "present": False},
        {"id": "e3", "kind": "Trust"},
    ],
)


@pytest.fixture(scope="module", name="hard")
def hard_report(tmp_path_factory: pytest.TempPathFactory) -> ReadBack:
    workbook = small(HARD, draft({}, "empty"), settings=FEW_DRAWS)
    return read_back(tmp_path_factory.mktemp("hard") / "r.xlsx", workbook)


def of_kind(hard: ReadBack, what: str) -> list[tuple[object, ...]]:
    rows = hard.rows("Challenges by draft")
    return [tuple(row.values())[2:] for row in rows if (row["Draft"], row["What"]) == ("Hard", what)]


def test_challenges_stand_with_what_is_done_about_them(hard: ReadBack) -> None:
    policy, technology = of_kind(hard, "Challenge")
    name = name_of(LIBRARY, (), "challenge_categories", "policy")
    assert policy == (name, "No law\nNo law says who may.", "High", "=Ask", "Ines", "Handled")
    assert technology[1:] == ("not said yet", "not said yet", "not said yet", "not said yet", "Open")


def test_readiness_and_enablers_stand_below_and_unknown_is_unknown(hard: ReadBack) -> None:
    components = of_kind(hard, "Readiness")
    assert len(components) == len(LIBRARY.readiness) + 1
    told = {row[0]: row[1:3] for row in components}
    infrastructure = name_of(LIBRARY, (), "readiness", "interoperable_infrastructure")
    assert told.pop(infrastructure) == ("Two of three.", "Partly in place")
    assert set(told.values()) == {(None, "not said yet")}
    assert [row[:3] for row in of_kind(hard, "Enabler")] == [
        ("A champion", "The harbour master.", "There"),
        ("not said yet", None, "Missing"),
        ("Trust", None, "not said yet"),
    ]


def test_a_draft_without_challenges_says_so_and_what_the_analysis_says_is_below(hard: ReadBack) -> None:
    first = of_draft(hard.rows("Challenges by draft"), "Empty")[0]
    assert (first["What"], first["Kind"]) == ("Challenge", "None is named yet")
    assert f"Hard: {obstacles(HARD, LIBRARY).summary.words}" in hard.paragraphs("Challenges by draft")


def test_a_report_on_nothing_has_the_sheets_too(tmp_path: Path) -> None:
    read = read_back(tmp_path / "r.xlsx", Workbook())
    for sheet in ("Record", "Participants", "Mechanisms by scenario", "Challenges by draft"):
        assert len(read.rows(sheet)) == 1
