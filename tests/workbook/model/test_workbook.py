"""The root: whose ids must differ, and what is found in it."""

from typing import Any

import pytest
from pydantic import ValidationError

from workbook.model.draft import Draft
from workbook.model.workbook import RobustnessSettings, Workbook

AT = "2027-03-01T14:30:00+01:00"
DRAFT = {"id": "same"}
CASE = {"id": "same", "name": "A case", "citation": "A report"}
SNAPSHOT = {"id": "same", "at": AT, "draft": {"id": "same"}}


@pytest.mark.parametrize(
    "document",
    [
        {"drafts": [DRAFT, DRAFT]},
        {"own_cases": [CASE, CASE]},
        {"snapshots": [SNAPSHOT, SNAPSHOT]},
        {"drafts": [DRAFT], "own_cases": [CASE]},
        {"drafts": [DRAFT], "snapshots": [SNAPSHOT]},
        {"own_cases": [CASE], "snapshots": [SNAPSHOT]},
    ],
)
def test_no_draft_own_case_or_snapshot_has_the_id_of_another(document: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="same occurs more than once"):
        Workbook.model_validate(document)


def test_a_snapshot_keeps_the_draft_with_the_id_it_had() -> None:
    document = {"drafts": [DRAFT], "snapshots": [{**SNAPSHOT, "id": "snap"}]}
    workbook = Workbook.model_validate(document)
    assert workbook.snapshots[0].draft == workbook.drafts[0]


def test_two_drafts_may_use_the_same_ids_inside_so_that_they_can_be_compared() -> None:
    inside = {"stakeholders": [{"id": "customs"}]}
    workbook = Workbook.model_validate({"drafts": [{"id": "a", **inside}, {"id": "b", **inside}]})
    assert workbook.drafts[0].stakeholders == workbook.drafts[1].stakeholders


def test_own_entries_have_ids_of_their_own() -> None:
    entry = {"id": "e", "catalogue": "mechanisms"}
    with pytest.raises(ValidationError, match="e occurs more than once"):
        Workbook.model_validate({"own_entries": [entry, entry]})


def test_own_entries_stand_in_a_catalogue_there_is() -> None:
    with pytest.raises(ValidationError, match="catalogue"):
        Workbook.model_validate({"own_entries": [{"id": "e", "catalogue": "sandwiches"}]})


def test_participants_have_ids_of_their_own() -> None:
    with pytest.raises(ValidationError, match="p occurs more than once"):
        Workbook.model_validate({"workshop": {"participants": [{"id": "p"}, {"id": "p"}]}})


def test_a_draft_is_found_by_its_id() -> None:
    workbook = Workbook(drafts=(Draft(id="a"), Draft(id="b", name="B")))
    assert workbook.draft("b").name == "B"
    with pytest.raises(KeyError):
        workbook.draft("c")


@pytest.mark.parametrize("draws", [99, 1_000_001, 500.0, True])
def test_the_simulation_draws_a_sensible_number_of_times(draws: object) -> None:
    with pytest.raises(ValidationError, match="draws"):
        RobustnessSettings.model_validate({"draws": draws})
