"""A reference to an entry that does not exist is found wherever it stands, and nothing else is."""

import datetime as dt
from typing import Any

import pytest

from workbook.library.entries import Library
from workbook.library.references import unknown_references
from workbook.model.workbook import Workbook

AT = dt.datetime(2026, 3, 1, 9, 0, tzinfo=dt.UTC)

IN_A_DRAFT: list[tuple[str, str, dict[str, Any]]] = [
    (
        "stakeholder s1",
        "stakeholder role",
        {"stakeholders": [{"id": "s1", "roles": ["data_provider", "ghost"]}]},
    ),
    (
        "interest i1",
        "motivation",
        {"stakeholders": [{"id": "s1", "interests": [{"id": "i1", "motivation": "ghost"}]}]},
    ),
    ("scenario c1", "mechanism", {"scenarios": [{"id": "c1", "mechanisms": [{"mechanism": "ghost"}]}]}),
    (
        "scenario c1",
        "role of government",
        {"scenarios": [{"id": "c1", "government_roles": [{"role": "ghost"}]}]},
    ),
    (
        "benefit b1",
        "kind of benefit",
        {"scenarios": [{"id": "c1", "benefits": [{"id": "b1", "kind": "ghost"}]}]},
    ),
    ("challenge h1", "challenge category", {"challenges": [{"id": "h1", "category": "ghost"}]}),
    ("the readiness list", "component of readiness", {"readiness": {"ghost": {"note": "?"}}}),
]
IN_A_CASE: list[tuple[str, str, dict[str, Any]]] = [
    ("a driver", "motivation", {"drivers": [{"text": "x", "motivation": "ghost"}]}),
    (
        "the stakeholder Bakers",
        "stakeholder role",
        {"stakeholders": [{"name": "Bakers", "roles": ["ghost"]}]},
    ),
    (
        "a step of the process",
        "mechanism",
        {"process": [{"stage": "frame", "text": "x", "mechanisms": ["ghost"]}]},
    ),
    ("the list of mechanisms", "mechanism", {"mechanisms": [{"mechanism": "ghost"}]}),
    ("the list of roles of government", "role of government", {"government_roles": [{"role": "ghost"}]}),
    ("a benefit", "kind of benefit", {"benefits": [{"text": "x", "value": "both", "kind": "ghost"}]}),
    ("a challenge", "challenge category", {"challenges": [{"category": "ghost", "text": "x"}]}),
]
CATALOGUE = {
    "stakeholder role": "stakeholder_roles",
    "motivation": "motivations",
    "mechanism": "mechanisms",
    "role of government": "government_roles",
    "kind of benefit": "benefit_kinds",
    "challenge category": "challenge_categories",
    "component of readiness": "readiness",
}


def workbook(**fields: Any) -> Workbook:  # noqa: ANN401 - any part of a workbook
    return Workbook.model_validate(fields)


@pytest.mark.parametrize(("who", "called", "draft"), IN_A_DRAFT)
def test_an_unknown_entry_in_a_draft_is_named(
    library: Library, who: str, called: str, draft: dict[str, Any]
) -> None:
    found = unknown_references(workbook(drafts=[{"id": "d1", **draft}]), library)
    assert found == (f"{who} of draft d1 points at ghost, but there is no such {called}",)


@pytest.mark.parametrize(("who", "called", "draft"), IN_A_DRAFT)
def test_an_unknown_entry_in_a_snapshot_is_named(
    library: Library, who: str, called: str, draft: dict[str, Any]
) -> None:
    snapshot = {"id": "t1", "at": AT, "draft": {"id": "d1", **draft}}
    found = unknown_references(workbook(snapshots=[snapshot]), library)
    assert found == (f"{who} of snapshot t1 points at ghost, but there is no such {called}",)


@pytest.mark.parametrize(("who", "called", "case"), IN_A_CASE)
def test_an_unknown_entry_in_an_own_case_is_named(
    library: Library, who: str, called: str, case: dict[str, Any]
) -> None:
    own = {"id": "bread", "name": "Bread", "citation": "", **case}
    found = unknown_references(workbook(own_cases=[own]), library)
    assert found == (f"{who} of own case bread points at ghost, but there is no such {called}",)


@pytest.mark.parametrize(("who", "called", "draft"), IN_A_DRAFT)
def test_an_own_entry_of_that_catalogue_is_known(
    library: Library, who: str, called: str, draft: dict[str, Any]
) -> None:
    drafts = [{"id": "d1", **draft}]
    own = {"id": "ghost", "catalogue": CATALOGUE[called]}
    assert unknown_references(workbook(drafts=drafts, own_entries=[own]), library) == ()
    elsewhere = {"id": "ghost", "catalogue": "enablers"}
    assert len(unknown_references(workbook(drafts=drafts, own_entries=[elsewhere]), library)) == 1


def test_free_words_and_where_a_draft_came_from_are_no_references(library: Library) -> None:
    draft = {
        "id": "d1",
        "begun_from": {"kind": "case", "id": "gone"},
        "challenges": [{"id": "h1", "category": "policy", "prompt": "ghost"}],
        "enablers": [{"id": "e1", "kind": "ghost"}],
        "lifecycle": {"events": [{"id": "v1", "kind": "ghost"}]},
    }
    assert unknown_references(workbook(drafts=[draft]), library) == ()


def test_an_id_that_the_library_has_already_is_named(library: Library) -> None:
    found = unknown_references(
        workbook(
            drafts=[{"id": "floraholland"}],
            snapshots=[{"id": "flowminder", "at": AT, "draft": {"id": "d1"}}],
            own_cases=[{"id": "almaty", "name": "Mine", "citation": ""}],
            own_entries=[{"id": "urgency", "catalogue": "mechanisms"}],
        ),
        library,
    )
    assert found == (
        "draft floraholland has the id of a built-in case",
        "snapshot flowminder has the id of a built-in case",
        "own case almaty has the id of a built-in case",
        "own entry urgency has the id of a built-in mechanism",
    )


def test_the_built_in_cases_themselves_point_at_nothing_unknown(library: Library) -> None:
    own = [case.replace(id=f"my_{case.id}") for case in library.cases]
    assert unknown_references(workbook(own_cases=own), library) == ()
