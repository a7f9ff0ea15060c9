"""The example that ships: three drafts, one worked after each characterised case, with nothing made up."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from tests.workbook.library.walk import texts
from workbook.analysis.workshop import page_name
from workbook.library.entries import Library
from workbook.library.references import unknown_references
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.persistence.example import example_workbook

TEXT = files("workbook.library").joinpath("example.partnership").read_text(encoding="utf-8")
DOCUMENT: dict[str, Any] = json.loads(TEXT)
WORKBOOK = example_workbook()

CASE_OF = {
    "floraholland-worked": "floraholland",
    "flowminder-worked": "flowminder",
    "nys-worked": "nys_food_traceability",
}

each_draft = pytest.mark.parametrize("draft", WORKBOOK.drafts, ids=lambda draft: str(draft.id))


def _opened(draft: Draft) -> Scenario:
    """The scenario that opened the data, or is envisaged to."""
    return next(each for each in draft.scenarios if each.id in {"fh-aligned", "fm-after", "nys-traceability"})


def _written(node: object, at: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the file, with the path that leads to it."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _written(value, f"{at}/{key}")
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from _written(value, f"{at}/{place}")
    elif isinstance(node, str):
        yield at, node


# --------------------------------------------------------------------------------------------------- the file


def test_the_head_keys_come_first_and_in_order() -> None:
    head = {key: value for key, value in DOCUMENT.items() if key != "workbook"}
    assert head == {
        "format": "partnership-workbook",
        "format_version": 1,
        "app_version": "0.1.0",
        "document_id": "example",
        "revision": 0,
        "sha256": None,
    }
    assert [*head, "workbook"] == list(DOCUMENT)


def test_saving_the_example_would_change_nothing_in_it() -> None:
    again = {**DOCUMENT, "workbook": WORKBOOK.model_dump(mode="json", by_alias=True)}
    assert json.dumps(again, ensure_ascii=False, indent=2) + "\n" == TEXT


def test_every_catalogue_entry_it_points_at_exists(library: Library) -> None:
    assert unknown_references(WORKBOOK, library) == ()


def test_all_ids_of_the_drafts_are_different() -> None:
    ids = [item.id for draft in WORKBOOK.drafts for item in draft.items()]
    assert len(ids) == len(set(ids))


def test_nobody_is_said_to_have_taken_part_in_a_workshop_that_never_was() -> None:
    assert WORKBOOK.workshop.participants == ()
    assert (WORKBOOK.workshop.date, WORKBOOK.workshop.place, WORKBOOK.facilitator) == (None, "", "")
    assert "There was no workshop" in WORKBOOK.notes
    assert "our own working notes" in WORKBOOK.notes
    assert "Weights and scores are our illustration" in WORKBOOK.notes


# ------------------------------------------------------------------------------------------------- the drafts


def test_there_is_one_for_each_characterised_case_in_the_order_of_the_cases(library: Library) -> None:
    characterised = [case.id for case in library.cases if case.is_characterised]
    assert [draft.begun_from.id for draft in WORKBOOK.drafts if draft.begun_from] == characterised
    assert [draft.id for draft in WORKBOOK.drafts] == list(CASE_OF)


def test_a_draft_is_told_apart_from_its_case_by_its_name(library: Library) -> None:
    names = [draft.name for draft in WORKBOOK.drafts]
    assert names == ["Flowers from Kenya", "Relief in Nepal", "Local food (envisaged)"]
    assert not {case.label for case in library.cases} & set(names)


@each_draft
def test_the_summary_names_its_case(draft: Draft, library: Library) -> None:
    assert draft.summary.startswith(f"The {library.case(CASE_OF[draft.id]).short_name} case")


@each_draft
def test_it_is_framed_completely_and_says_what_of_it_is_not_reported(draft: Draft) -> None:
    assert all(draft.framing.model_dump().values())
    assert draft.framing.out_of_scope.startswith("Not reported. In our reading: ")


@each_draft
def test_its_position_on_every_dimension_is_the_coding_of_its_case(draft: Draft, library: Library) -> None:
    case = library.case(CASE_OF[draft.id])
    coded = case.dimensions.positions()
    for dimension, position in draft.dimensions.positions().items():
        assert position.mix == coded[dimension].mix is not None, dimension
        assert position.characterisation == coded[dimension].reported, dimension
        assert position.evidence == coded[dimension].citation, dimension
        assert position.confidence == "documented", dimension


@each_draft
def test_its_stakeholders_are_those_of_its_case_with_their_roles(draft: Draft, library: Library) -> None:
    case = library.case(CASE_OF[draft.id])
    reported = {each.name: (each.sector, each.roles) for each in case.stakeholders}
    assert {each.name: (each.sector, each.roles) for each in draft.stakeholders} == reported


@each_draft
def test_mechanisms_and_roles_of_government_are_those_of_its_case(draft: Draft, library: Library) -> None:
    case = library.case(CASE_OF[draft.id])
    for scenario in draft.scenarios:
        assert {each.mechanism for each in scenario.mechanisms} <= {
            each.mechanism for each in case.mechanisms
        }
        assert {each.role for each in scenario.government_roles} <= {
            each.role for each in case.government_roles
        }
    opened = _opened(draft)
    assert {each.mechanism for each in opened.mechanisms} == {each.mechanism for each in case.mechanisms}


@each_draft
def test_every_challenge_its_case_reports_is_there(draft: Draft, library: Library) -> None:
    named = {(each.category, each.text) for each in draft.challenges}
    assert {(each.category, each.text) for each in library.case(CASE_OF[draft.id]).challenges} <= named


@each_draft
def test_every_stakeholder_has_a_weighed_interest_and_a_situation_without_agreement(draft: Draft) -> None:
    for stakeholder in draft.stakeholders:
        assert stakeholder.interests, stakeholder.name
        assert all(interest.weight for interest in stakeholder.interests), stakeholder.name
        assert stakeholder.reservation_value == 0
        assert stakeholder.without_agreement.startswith(("Not reported; our illustration: ", "As reported, "))


@each_draft
def test_weights_are_given_but_roughly_as_nobody_was_asked(draft: Draft) -> None:
    assert {(each.weights_known, each.certainty) for each in draft.stakeholders} == {("given", "rough")}


@each_draft
def test_somebody_gives_data_somebody_uses_it_and_somebody_without_a_seat_is_affected(draft: Draft) -> None:
    roles = {role for stakeholder in draft.stakeholders for role in stakeholder.roles}
    assert {"data_provider", "data_user"} <= roles
    assert {stakeholder.standing for stakeholder in draft.stakeholders} == {"party", "affected", "context"}


def test_people_whose_data_are_shared_are_affected_and_no_party() -> None:
    subjects = [
        each for draft in WORKBOOK.drafts for each in draft.stakeholders if "data_subject" in each.roles
    ]
    assert [(each.name, each.standing) for each in subjects] == [("Mobile phone users", "affected")]


# --------------------------------------------------------------------------------------- what is not reported


@each_draft
def test_what_no_source_reports_is_left_open(draft: Draft) -> None:
    for flow in draft.data_flows:
        assert (flow.legal_basis, flow.safeguards, flow.start_date) == ("", "", None)
    for scenario in draft.scenarios:
        for benefit in scenario.benefits:
            assert (benefit.measured, benefit.measured_on, benefit.outcome) == ("", None, None)
            assert benefit.serves, benefit.id
        for cost in scenario.costs:
            assert cost.amount.startswith("Not reported"), cost.id
        for action in scenario.alignment_actions:
            assert (action.status, action.due) == ("under_way", None)
            assert "not reported" in action.because
    for challenge in draft.challenges:
        assert challenge.severity is None, challenge.id
    assert draft.lifecycle.review_on is None


@each_draft
def test_all_four_components_of_readiness_say_what_is_not_reported(draft: Draft, library: Library) -> None:
    assert {each.component for each in draft.readiness} == {each.id for each in library.readiness}
    for entry in draft.readiness:
        assert entry.note.startswith("Not reported") == (entry.level is None), entry.component


def test_only_of_the_envisaged_system_is_readiness_reported_as_absent() -> None:
    said = [(d.id, e.component, e.level) for d in WORKBOOK.drafts for e in d.readiness if e.level]
    assert said == [("nys-worked", "interoperable_infrastructure", "absent")]


@each_draft
def test_of_an_enabler_nobody_knows_the_text_says_that_it_is_not_reported(draft: Draft) -> None:
    said = {each.present for each in draft.enablers}
    assert {True, None} <= said
    for enabler in draft.enablers:
        unreported = bool(re.search(r"(?i)not reported", enabler.text))
        assert unreported == (enabler.present is None), enabler.id


def test_the_one_enabler_said_to_be_absent_is_renewal_where_the_sharing_took_place_once() -> None:
    absent = [(each.id, each.kind) for d in WORKBOOK.drafts for each in d.enablers if each.present is False]
    assert absent == [("fm-e-renewed", "Value that is renewed")]


@each_draft
def test_the_record_holds_working_notes_of_ours_of_every_kind(draft: Draft) -> None:
    assert {note.kind for note in draft.record} == {"decision", "question", "idea", "task"}
    for note in draft.record:
        assert page_name(note.page) != note.page, f"{note.id}: there is no page {note.page}"
        if note.kind == "question":
            assert note.text.endswith("?"), note.id
        elif note.kind == "decision":
            assert re.search(r"\bour (?:illustration|reading)\b", note.text), note.id
        else:
            assert note.text.startswith("Our own "), note.id
    assert any(note.kind == "question" and "not reported" in note.text for note in draft.record)


# ---------------------------------------------------------------------------------------------------- wording


def test_nothing_in_new_york_is_told_as_if_it_had_happened() -> None:
    draft = WORKBOOK.draft("nys-worked")
    envisaged = _opened(draft)
    told = [
        *texts(envisaged, "scenario"),
        *(each for flow in draft.data_flows for each in texts(flow, flow.id)),
    ]
    sentences = [(at, text) for at, text in told if text.endswith(".")]
    assert len(sentences) > 30
    for at, text in sentences:
        assert re.search(r"(?i)envisage|expect", text), f"{at}: {text}"
    for text in (draft.name, draft.summary, envisaged.name, envisaged.description):
        assert "envisaged" in text.lower()
    assert draft.chosen_scenario is None
    assert "worked" not in {each.status for each in envisaged.mechanisms}
    assert envisaged.business_cases == ()
    assert envisaged.alignment_actions == ()


SENTENCES = {
    "because",
    "characterisation",
    "data",
    "data_sought",
    "description",
    "evidence",
    "expected",
    "how",
    "lessons",
    "mitigation",
    "note",
    "notes",
    "out_of_scope",
    "public_value",
    "setting",
    "societal_problem",
    "summary",
    "text",
    "without_agreement",
}


def test_sentences_end_as_sentences_do() -> None:
    for at, text in _written(DOCUMENT["workbook"]):
        key = at.rpartition("/")[2]
        if text and key in SENTENCES and not (key == "evidence" and "/dimensions/" in at):
            assert re.match(r"[A-Z].*[.?]$", text), f"{at}: {text}"


def test_the_text_is_tidy_and_names_no_place_on_a_machine() -> None:
    for at, text in _written(DOCUMENT):
        assert text == text.strip(), at
        assert not re.search(r"[\n\t]| {2}| [,.;:?!]|[.,;:]{2}|\u2013|\u2014", text), f"{at}: {text}"
        assert not re.search(r"\b(\w+) \1\b", text), f"{at}: {text}"
        assert not re.search(r"https?://|[/\\]\w+[/\\]", text), f"{at}: {text}"


def test_the_spelling_is_british() -> None:
    american = re.compile(r"(?i)\b(?:organiz|analyz|recogniz|realiz|color|labor|center|behavior|program\b)")
    for at, text in _written(DOCUMENT):
        if " " in text and "/dimensions/" not in at:  # no id, and not the case's words with proper names
            assert not american.search(text), f"{at}: {text}"
