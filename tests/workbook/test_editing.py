"""Addresses into the tree, and edits that give a new tree and leave the old one as it was."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests import builders
from workbook.editing import (
    Address,
    NoSuchPlaceError,
    get,
    insert,
    key_of,
    move,
    put,
    read_address,
    remove,
    write_address,
)
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.mix import Mix
from workbook.model.notes import Note
from workbook.model.record import Record
from workbook.model.scores import Score
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.workbook import Participant, Snapshot, Workbook

AT = "2027-03-01T14:30:00+01:00"
DRAFT = {
    "id": "cold-chain",
    "name": "Cold chain",
    "stakeholders": [
        {"id": "growers", "name": "Growers", "interests": [{"id": "speed", "text": "Faster clearance"}]},
        {"id": "customs", "name": "Customs", "roles": ["data_user", "authority_to_align"]},
    ],
    "scenarios": [
        {
            "id": "pool",
            "mechanisms": [{"mechanism": "urgency", "how": "A flood", "serves": ["speed"]}],
            "government_roles": [{"role": "promote", "how": "A campaign"}],
            "scores": {"speed": {"value": 2}},
            "business_cases": [{"stakeholder": "growers", "text": "Fewer delays"}],
        }
    ],
    "readiness": {"integrated_data": {"level": "partly"}},
    "record": [{"id": "n1", "text": "First"}, {"id": "n2", "text": "Second"}, {"id": "n3", "text": "Third"}],
    "lifecycle": {"moves": [{"id": "m", "from": "frame", "to": "interests", "at": AT}]},
}
OWN_CASE = {
    "id": "harbour",
    "name": "Harbour",
    "citation": "Report",
    "lessons": [{"text": "A"}, {"text": "B"}],
}
TREE = Workbook.model_validate(
    {"title": "Flowers", "drafts": [DRAFT, {"id": "other"}], "own_cases": [OWN_CASE]}
)
BEFORE = TREE.model_dump_json(by_alias=True)
COLD_CHAIN = ("drafts", "cold-chain")
NOTES = (*COLD_CHAIN, "record")
POOL = (*COLD_CHAIN, "scenarios", "pool")


@pytest.fixture(autouse=True)
def the_old_tree_is_never_touched() -> Iterator[None]:
    yield
    assert TREE.model_dump_json(by_alias=True) == BEFORE


def notes_of(tree: Workbook) -> list[str]:
    return [note.id for note in tree.drafts[0].record]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("title", "Flowers"),
        ("drafts/cold-chain/name", "Cold chain"),
        ("drafts/cold-chain/stakeholders/customs/name", "Customs"),
        ("drafts/cold-chain/stakeholders/growers/interests/speed/text", "Faster clearance"),
        ("drafts/cold-chain/scenarios/pool/scores/speed/value", 2),
        ("drafts/cold-chain/scenarios/pool/mechanisms/urgency/how", "A flood"),
        ("drafts/cold-chain/scenarios/pool/government_roles/promote/how", "A campaign"),
        ("drafts/cold-chain/scenarios/pool/business_cases/growers/text", "Fewer delays"),
        ("drafts/cold-chain/readiness/integrated_data/level", "partly"),
        ("drafts/cold-chain/lifecycle/moves/m/from", "frame"),
        ("own_cases/harbour/lessons/1/text", "B"),
        ("drafts/cold-chain/stakeholders/customs/roles/0", "data_user"),
    ],
)
def test_an_address_leads_by_names_of_the_file_ids_keys_and_where_there_are_none_positions(
    path: str, found: object
) -> None:
    assert get(TREE, read_address(path)) == found


def test_the_empty_address_is_the_tree_itself() -> None:
    assert get(TREE, ()) is TREE


@pytest.mark.parametrize(
    ("path", "where_it_ends"),
    [
        ("titel", "titel"),
        ("drafts/gone/name", "drafts/gone"),
        ("drafts/0", "drafts/0"),  # drafts have ids
        ("drafts/cold-chain/stakeholders/customs/age/x", "drafts/cold-chain/stakeholders/customs/age"),
        ("title/0", "title/0"),
        ("title/upper", "title/upper"),
        ("drafts/cold-chain/lifecycle/moves/m/from_", "drafts/cold-chain/lifecycle/moves/m/from_"),
        ("drafts/cold-chain/framing/model_fields", "drafts/cold-chain/framing/model_fields"),
        ("own_cases/harbour/lessons/2", "own_cases/harbour/lessons/2"),
        ("own_cases/harbour/lessons/-1", "own_cases/harbour/lessons/-1"),
        ("own_cases/harbour/label", "own_cases/harbour/label"),
    ],
)
def test_an_address_that_leads_nowhere_says_where_it_ends(path: str, where_it_ends: str) -> None:
    nothing_there = f"^there is nothing at {where_it_ends}$"
    with pytest.raises(NoSuchPlaceError, match=nothing_there):
        get(TREE, read_address(path))
    with pytest.raises(NoSuchPlaceError, match=nothing_there):
        put(TREE, read_address(path), "")
    with pytest.raises(NoSuchPlaceError):
        remove(TREE, read_address(path))
    with pytest.raises(NoSuchPlaceError):
        move(TREE, read_address(path), 0)


def test_put_changes_one_place() -> None:
    address = (*COLD_CHAIN, "stakeholders", "customs", "name")
    changed = put(TREE, address, "Dutch Customs")
    assert get(changed, address) == "Dutch Customs"
    assert put(changed, address, "Customs") == TREE


def test_put_reaches_what_stands_under_a_key() -> None:
    changed = put(TREE, (*POOL, "scores", "speed", "value"), -1)
    assert changed.drafts[0].scenarios[0].scores == (Score(interest="speed", value=-1),)


def test_put_reaches_a_field_whose_name_in_the_file_is_a_word_of_the_language() -> None:
    changed = put(TREE, (*COLD_CHAIN, "lifecycle"), {"moves": []})
    assert changed.drafts[0].lifecycle.moves == ()
    with pytest.raises(ValidationError, match="the draft stood at frame"):
        put(TREE, (*COLD_CHAIN, "lifecycle", "moves", "m", "from"), "sharing")


def test_the_tree_itself_is_no_place_to_put_something() -> None:
    with pytest.raises(NoSuchPlaceError):
        put(TREE, (), Workbook())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", 3),
        ("drafts/cold-chain/framing/voluntary", "perhaps"),
        ("drafts/cold-chain/dimensions/orientation/mix", {"social_issue": 0.5}),
        ("drafts/cold-chain/scenarios/pool/scores/speed/value", 4),  # off the scale: the draft refuses it
        ("drafts/cold-chain/stakeholders/customs/id", "growers"),  # an id twice: the draft refuses it
        ("drafts/cold-chain/id", "other"),  # the workbook refuses it
        ("drafts/cold-chain/stakeholders/growers/id", "renamed"),  # a business case still points at it
        ("drafts/cold-chain/chosen_scenario", "gone"),
    ],
)
def test_what_a_record_on_the_way_refuses_is_not_put(path: str, value: object) -> None:
    with pytest.raises(ValidationError):
        put(TREE, read_address(path), value)


def test_whatever_is_not_on_the_way_stays_the_same_object() -> None:
    changed = put(TREE, (*COLD_CHAIN, "stakeholders", "customs", "name"), "Dutch Customs")
    before, after = TREE.drafts[0], changed.drafts[0]
    assert after.stakeholders[0] is before.stakeholders[0]
    assert after.scenarios[0] is before.scenarios[0]
    assert after.dimensions is before.dimensions
    assert after.record[1] is before.record[1]
    assert changed.drafts[1] is TREE.drafts[1]
    assert changed.own_cases[0] is TREE.own_cases[0]
    assert changed.settings is TREE.settings
    assert after is not before
    assert after.stakeholders[1] is not before.stakeholders[1]


def test_insert_puts_a_member_last_or_where_it_is_told() -> None:
    note = Note(id="new")
    assert notes_of(insert(TREE, NOTES, note)) == ["n1", "n2", "n3", "new"]
    assert notes_of(insert(TREE, NOTES, note, at=0)) == ["new", "n1", "n2", "n3"]
    assert notes_of(insert(TREE, NOTES, note, at=2)) == ["n1", "n2", "new", "n3"]


def test_insert_takes_what_a_file_would_hold() -> None:
    assert insert(TREE, NOTES, {"id": "new", "text": "Typed"}).drafts[0].record[-1].text == "Typed"


def test_insert_finds_the_place_of_what_stands_under_a_key() -> None:
    changed = insert(TREE, (*COLD_CHAIN, "readiness"), {"component": "a_component"})
    assert [entry.component for entry in changed.drafts[0].readiness] == ["a_component", "integrated_data"]


def test_insert_refuses_an_id_that_is_there() -> None:
    with pytest.raises(ValidationError, match="growers occurs more than once"):
        insert(TREE, NOTES, Note(id="growers"))


@pytest.mark.parametrize("path", ["title", "drafts/cold-chain", "drafts/cold-chain/framing", "drafts/gone"])
def test_insert_needs_a_place_that_has_members(path: str) -> None:
    with pytest.raises(NoSuchPlaceError, match=path):
        insert(TREE, read_address(path), Note(id="new"))


def test_remove_takes_a_member_away() -> None:
    assert notes_of(remove(TREE, (*NOTES, "n2"))) == ["n1", "n3"]
    assert remove(TREE, (*POOL, "scores", "speed")).drafts[0].scenarios[0].scores == ()
    left = remove(TREE, ("own_cases", "harbour", "lessons", "0")).own_cases[0].lessons
    assert [lesson.text for lesson in left] == ["B"]


def test_remove_refuses_what_something_still_points_at() -> None:
    with pytest.raises(ValidationError, match="there is no such stakeholder"):
        remove(TREE, (*COLD_CHAIN, "stakeholders", "growers"))


@pytest.mark.parametrize("path", ["title", "drafts/cold-chain/framing", ""])
def test_what_is_no_member_cannot_be_removed(path: str) -> None:
    with pytest.raises(NoSuchPlaceError):
        remove(TREE, read_address(path))


def test_move_puts_a_member_elsewhere_among_its_neighbours() -> None:
    assert notes_of(move(TREE, (*NOTES, "n1"), 2)) == ["n2", "n3", "n1"]
    assert notes_of(move(TREE, (*NOTES, "n3"), 0)) == ["n3", "n1", "n2"]
    assert notes_of(move(TREE, (*NOTES, "n2"), 1)) == ["n1", "n2", "n3"]


def test_an_address_survives_being_written_down() -> None:
    address = (*COLD_CHAIN, "stakeholders", "customs", "name")
    assert write_address(address) == "drafts/cold-chain/stakeholders/customs/name"
    assert read_address(write_address(address)) == address
    assert read_address("/drafts//cold-chain/") == COLD_CHAIN
    assert read_address(write_address(())) == ()


def test_a_record_is_called_by_its_key_and_otherwise_has_no_name() -> None:
    assert key_of(Interest(id="speed")) == "speed"
    assert key_of(Score(interest="speed")) == "speed"
    assert key_of(Mix(social_issue=1)) is None
    assert key_of("speed") is None


# ---------------------------------------------------------------------------------------------- any tree


def places(value: object, here: Address = ()) -> Iterator[tuple[Address, Any]]:
    """Every address below a value with what stands there, walked over the document as the file names it."""
    if isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            address = (*here, field.alias or name)
            yield address, getattr(value, name)
            yield from places(getattr(value, name), address)
    elif isinstance(value, tuple):
        for position, member in enumerate(value):
            key = getattr(member, member.key_field) if getattr(member, "key_field", None) else str(position)
            yield (*here, key), member
            yield from places(member, (*here, key))


NEW_MEMBERS: dict[str, object] = {
    "drafts": Draft(id="brand-new"),
    "own_cases": Case(id="brand-new", name="New", citation="Report"),
    "snapshots": Snapshot.model_validate({"id": "brand-new", "at": AT, "draft": {"id": "d"}}),
    "participants": Participant(id="brand-new"),
    "stakeholders": Stakeholder(id="brand-new"),
    "interests": Interest(id="brand-new"),
    "record": Note(id="brand-new"),
    "events": {"id": "brand-new"},
    "data_flows": {"id": "brand-new"},
    "costs": {"id": "brand-new"},
}
few_examples = settings(max_examples=10)


@few_examples
@given(builders.workbooks(), st.data())
def test_putting_back_what_was_got_changes_nothing_anywhere(tree: Workbook, data: st.DataObject) -> None:
    every = list(places(tree))
    assert len({address for address, _ in every}) == len(every)
    for address, found in every:
        assert get(tree, address) is found or get(tree, address) == found
        assert read_address(write_address(address)) == address
    address, found = data.draw(st.sampled_from(every))
    assert put(tree, address, found) == tree


@few_examples
@given(builders.workbooks(), st.data(), builders.texts)
def test_any_text_can_be_changed_and_changed_back(tree: Workbook, data: st.DataObject, words: str) -> None:
    free = {"title", "name", "text", "notes", "summary", "evidence", "how", "because", "setting", "lessons"}
    where = [(a, v) for a, v in places(tree) if a[-1] in free and isinstance(v, str)]
    address, before = data.draw(st.sampled_from(where))
    changed = put(tree, address, words)
    assert get(changed, address) == words
    assert (changed == tree) == (words == before)
    assert put(changed, address, before) == tree


@few_examples
@given(builders.workbooks(), st.data())
def test_what_was_inserted_can_be_removed_again(tree: Workbook, data: st.DataObject) -> None:
    where = [
        (a, v)
        for a, v in places(tree)
        if a[-1] in NEW_MEMBERS and isinstance(v, tuple) and not (a[0] == "own_cases" and len(a) > 1)
        and not (a[-1] == "data_flows" and "scenarios" in a)
    ]  # fmt: skip
    address, members = data.draw(st.sampled_from(where))
    position = data.draw(st.integers(0, len(members)))
    grown = insert(tree, address, NEW_MEMBERS[address[-1]], at=position)
    assert len(get(grown, address)) == len(members) + 1
    assert key_of(get(grown, address)[position]) == "brand-new"
    assert remove(grown, (*address, "brand-new")) == tree


@few_examples
@given(builders.workbooks(), st.data())
def test_what_was_moved_can_be_moved_back(tree: Workbook, data: st.DataObject) -> None:
    lists = {"drafts", "stakeholders", "interests", "record", "challenges", "own_entries", "participants"}
    where = [
        (a, v)
        for a, v in places(tree)
        if a[-1] in lists and isinstance(v, tuple) and v and a[0] != "own_cases"
    ]
    if not where:
        return
    address, members = data.draw(st.sampled_from(where))
    start, end = data.draw(st.tuples(*[st.integers(0, len(members) - 1)] * 2))
    key = key_of(members[start])
    assert key is not None
    moved = move(tree, (*address, key), end)
    assert key_of(get(moved, address)[end]) == key
    assert move(moved, (*address, key), start) == tree
