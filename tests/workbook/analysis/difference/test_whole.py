"""What differs between two states of a whole workbook: no draft and no field is passed over."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings

from tests.builders import workbooks
from tests.workbook.analysis.difference.pairs import LIBRARY, PLAIN
from workbook.analysis.difference.whole import LISTS, SETTINGS, TEXTS, WorkbookDifference, tell_workbooks
from workbook.difference import differences
from workbook.edits.begin import draft_from_case
from workbook.model.draft import Draft
from workbook.model.workbook import Participant, Settings, Snapshot, Workbook, Workshop

OURS = Draft.model_validate(PLAIN)
RIVER = Draft(id="river", name="River")
STATE = Workbook(title="Nordhavn", drafts=(OURS, RIVER))
NOON = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)


def told(after: Workbook, before: Workbook = STATE) -> WorkbookDifference:
    return tell_workbooks(before, after, LIBRARY, begin=draft_from_case)


def test_two_states_that_say_the_same_do_not_differ() -> None:
    found = told(Workbook.model_validate(STATE.model_dump(mode="json", by_alias=True)))
    assert found.is_none
    assert (found.summary.words, found.summary.value) == ("No difference.", 0)


def test_a_draft_that_changed_is_told_by_its_steps_with_every_change() -> None:
    ours = OURS.replace(summary="Short", framing=OURS.framing.replace(setting="An airport"))
    found = told(STATE.replace(drafts=(ours, RIVER)))
    assert found.summary.words == "2 changes in “Ours” (About the draft, Framing)."
    (draft,) = found.drafts
    assert draft.difference is not None
    assert [change.words for change in draft.difference.changes] == [
        "The summary went from not said to “Short”.",
        "The setting went from “A port” to “An airport”.",
    ]


def test_drafts_that_came_and_went_are_named() -> None:
    found = told(STATE.replace(drafts=(OURS, Draft(id="school"))))
    assert found.summary.words == "The draft “school” added and the draft “River” removed."
    assert [(draft.id, draft.kind) for draft in found.drafts] == [("school", "added"), ("river", "removed")]


def test_what_stands_beside_the_drafts_is_told() -> None:
    workshop = Workshop(place="Aarhus", participants=(Participant(id="p1"), Participant(id="p2")))
    snapshot = Snapshot(id="s1", at=NOON, draft=RIVER)
    found = told(STATE.replace(title="", drafts=(RIVER, OURS), workshop=workshop, snapshots=(snapshot,)))
    assert found.besides == (
        "The drafts stand in another order.",
        "The title went from “Nordhavn” to not said.",
        "The place of the workshop went from not said to “Aarhus”.",
        "2 participants added.",
        "1 snapshot added.",
    )
    assert (found.summary.words, found.summary.value) == ("5 changes outside the drafts.", 5)


def test_members_of_a_list_are_counted_by_what_became_of_them() -> None:
    def with_participants(*ids: tuple[str, str]) -> Workbook:
        people = tuple(Participant(id=one, name=name) for one, name in ids)
        return STATE.replace(workshop=Workshop(participants=people))

    before = with_participants(("a", "Ana"), ("b", "Ben"), ("c", "Cy"))
    after = with_participants(("c", "Cy"), ("a", "Anna"), ("d", "Di"))
    (said,) = told(after, before).besides
    assert (
        said == "1 participant added, 1 participant removed, 1 participant changed and 1 participant moved."
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"settings": {"robustness": {"draws": 500}}}, "The settings of the simulation changed."),
        (
            {"workshop": {"date": "2027-03-01"}},
            "The date of the workshop went from not said to “2027-03-01”.",
        ),
    ],
)
def test_other_fields_are_told(change: dict[str, Any], words: str) -> None:
    plain = STATE.model_dump(mode="json", by_alias=True)
    assert told(Workbook.model_validate({**plain, **change})).besides == (words,)


def test_every_field_beside_the_drafts_has_its_words() -> None:
    fields: set[tuple[str, ...]] = {(name,) for name in Workbook.model_fields}
    fields -= {("drafts",), ("workshop",), (SETTINGS,)}
    fields |= {("workshop", name) for name in Workshop.model_fields}
    assert fields == TEXTS.keys() | LISTS.keys()
    assert set(Settings.model_fields) == {"robustness"}


@settings(max_examples=25)
@given(before=workbooks(), after=workbooks())
def test_nothing_is_passed_over(before: Workbook, after: Workbook) -> None:
    found = told(after, before)
    if differences(before, after):
        assert not found.is_none
        assert found.summary.value
    assert found.summary.words.endswith(".")
    assert "\n" not in found.summary.words
