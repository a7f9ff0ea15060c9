"""Drafts, snapshots and cases found by their ids."""

import pytest

from tests.builders import three_drafts
from tests.workbook.analysis.difference.pairs import LIBRARY, ours
from workbook.analysis.difference.subjects import UnknownSubjectError, subject, subjects
from workbook.editing import get
from workbook.model.workbook import Workbook

OWN_CASE = {"id": "harbour", "name": "Harbour", "citation": "Report"}
SNAPSHOTS = [
    {"id": "early", "name": "Before lunch", "at": "2027-03-01T11:30:00+01:00", "draft": ours()},
    {"id": "noon", "name": "Ours, 2027-03-01 12:00", "at": "2027-03-01T12:00:00+01:00", "draft": ours()},
    {"id": "late", "at": "2027-03-01T16:05:00+01:00", "draft": ours(name="")},
]
WORKBOOK = Workbook.model_validate({"drafts": [ours()], "snapshots": SNAPSHOTS, "own_cases": [OWN_CASE]})


@pytest.mark.parametrize(
    ("subject_id", "kind", "name", "address"),
    [
        ("ours", "draft", "Ours", "drafts/ours/name"),
        ("early", "snapshot", "Before lunch (Ours, 1 March 2027, 11:30)", "snapshots/early/draft/name"),
        ("noon", "snapshot", "Snapshot of Ours, 1 March 2027, 12:00", "snapshots/noon/draft/name"),
        ("late", "snapshot", "Snapshot of ours, 1 March 2027, 16:05", "snapshots/late/draft/name"),
        ("harbour", "case", "Harbour", "own_cases/harbour"),
        ("nys_food_traceability", "case", "New York State (envisaged)", None),
    ],
)
def test_what_has_an_id_is_found_with_its_kind_name_and_place(
    subject_id: str, kind: str, name: str, address: str | None
) -> None:
    side = subject(WORKBOOK, LIBRARY, subject_id)
    assert (side.kind, side.id, side.name, side.address("name")) == (kind, subject_id, name, address)
    if side.root is not None:
        assert get(WORKBOOK, side.root) is side.source


def test_an_unknown_id_is_refused_with_what_there_is() -> None:
    with pytest.raises(UnknownSubjectError) as refused:
        subject(WORKBOOK, LIBRARY, "atlantis")
    assert str(refused.value).startswith(
        "there is no draft, snapshot or case atlantis (drafts: ours; snapshots: early, noon, late; cases:"
    )
    assert str(refused.value).endswith(", harbour)")
    with pytest.raises(UnknownSubjectError, match="snapshots: none"):
        subject(three_drafts().replace(snapshots=()), LIBRARY, "atlantis")


def test_everything_that_can_be_compared_is_listed() -> None:
    ids = [side.id for side in subjects(WORKBOOK, LIBRARY)]
    assert ids == ["ours", "early", "noon", "late", "harbour", *(case.id for case in LIBRARY.cases)]
