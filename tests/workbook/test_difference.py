"""What differs between two records, and that nothing is missed: made in the first, it gives the second."""

import datetime as dt
import importlib
import json
import pkgutil
from collections.abc import Iterator
from types import NoneType
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests import builders
from tests.builders import three_drafts
from workbook import difference
from workbook.difference import Difference, DoesNotApplyError, apply, differences
from workbook.editing import insert, move, put, read_address, remove
from workbook.model.case import Case
from workbook.model.dimensions import Position
from workbook.model.draft import Draft
from workbook.model.lifecycle import Move
from workbook.model.mix import Mix
from workbook.model.record import Record
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Stakeholder
from workbook.model.workbook import Workbook

WORKBOOK = three_drafts()
DRAFT = WORKBOOK.draft("cold-chain")


def written(record: Record) -> Any:  # noqa: ANN401 - whatever JSON can hold
    return json.loads(record.model_dump_json(by_alias=True))


def told(before: Record, after: Record) -> list[tuple[str, str, Any, Any]]:
    return [(each.kind, each.address, each.before, each.after) for each in differences(before, after)]


def assert_nothing_is_missed(before: Record, after: Record) -> None:
    found = differences(before, after)
    made = apply(before, found)
    assert made == after
    assert written(made) == written(after)
    assert (not found) == (written(before) == written(after))


# ----------------------------------------------------------------------------------------- nothing is missed


@settings(max_examples=30)
@given(builders.drafts(), builders.drafts())
def test_the_differences_of_any_two_drafts_make_the_one_of_the_other(before: Draft, after: Draft) -> None:
    assert_nothing_is_missed(before, after)
    assert_nothing_is_missed(after, before)


@settings(max_examples=10)
@given(builders.workbooks(), builders.workbooks())
def test_the_differences_of_any_two_workbooks_make_the_one_of_the_other(
    before: Workbook, after: Workbook
) -> None:
    assert_nothing_is_missed(before, after)


LISTS = ("stakeholders", "data_flows", "scenarios", "challenges", "enablers", "record")


@st.composite
def reworked(draw: st.DrawFn, draft: Draft, other: Draft) -> Draft:
    """The draft with its lists in another order, and with some fields from elsewhere."""
    changed: dict[str, Any] = {name: draw(st.permutations(getattr(draft, name))) for name in LISTS}
    for name in ("name", "framing", "dimensions", "readiness", "begun_from", "lifecycle"):
        if draw(st.booleans()):
            changed[name] = getattr(other, name)
    fewer = draw(st.sampled_from(("challenges", "enablers", "record")))
    changed[fewer] = changed[fewer][1:]
    changed["scenarios"] = tuple(
        scenario.replace(
            scores=scenario.scores[1:],
            data_flows=draw(st.permutations(scenario.data_flows)),
            benefits=draw(st.permutations(scenario.benefits)),
        )
        for scenario in changed["scenarios"]
    )
    try:
        return draft.replace(**changed)
    except ValidationError:  # the other lifecycle uses an id that is taken
        return draft.replace(**{**changed, "lifecycle": draft.lifecycle})


@settings(max_examples=30)
@given(st.data())
def test_nothing_is_missed_between_a_draft_and_a_later_state_of_it(data: st.DataObject) -> None:
    before, other = data.draw(builders.drafts()), data.draw(builders.drafts())
    assert_nothing_is_missed(before, data.draw(reworked(before, other)))


@settings(max_examples=100)
@given(
    st.lists(st.integers(0, 9), unique=True),
    st.lists(st.integers(0, 9), unique=True),
)
def test_any_order_becomes_any_other(before: list[int], after: list[int]) -> None:
    one = Draft(id="d", stakeholders=tuple(Stakeholder(id=f"s{at}") for at in before))
    other = Draft(id="d", stakeholders=tuple(Stakeholder(id=f"s{at}") for at in after))
    found = differences(one, other)
    assert apply(one, found) == other
    kept = [at for at in after if at in before]
    assert sum(each.kind == "added" for each in found) == len(after) - len(kept)
    assert sum(each.kind == "removed" for each in found) == len(before) - len(kept)


def test_of_a_list_in_another_order_only_what_must_move_moves() -> None:
    before = Draft(id="d", stakeholders=tuple(Stakeholder(id=each) for each in "abcde"))
    after = move(before, ("stakeholders", "e"), 0)
    assert told(before, after) == [("moved", "stakeholders/e", 4, 0)]


@pytest.mark.parametrize("kind", ["draft", "case", "workbook"])
def test_between_equal_records_nothing_differs(kind: str) -> None:
    records: dict[str, Record] = {
        "draft": DRAFT,
        "workbook": WORKBOOK,
        "case": Case(id="harbour", name="Harbour", citation="Report"),
    }
    record = records[kind]
    assert differences(record, type(record).model_validate(written(record))) == ()


# ------------------------------------------------------------------------------------------------ every leaf


def records() -> list[type[Record]]:
    """Every record of the model."""
    model = importlib.import_module("workbook.model")
    for module in pkgutil.walk_packages(model.__path__, "workbook.model."):
        importlib.import_module(module.name)

    def below(kind: type[Record]) -> Iterator[type[Record]]:
        for heir in kind.__subclasses__():
            yield heir
            yield from below(heir)

    ours = {kind for kind in below(Record) if kind.__module__.startswith("workbook.model.")}
    return sorted(ours, key=lambda kind: kind.__qualname__)


def leaves(kind: type[Record]) -> Iterator[tuple[str, ...]]:
    """The attributes that lead to each field that is no record itself, or may be left out."""
    for name, field in kind.model_fields.items():
        held = field.annotation
        if isinstance(held, type) and issubclass(held, Record):
            for rest in leaves(held):
                yield (name, *rest)
        else:
            yield (name,)


def blank(kind: type[Record]) -> Record:
    """A record with something in every field that has no default; nothing is checked."""
    wanted = {name: f"any {name}" for name, field in kind.model_fields.items() if field.is_required()}
    for name, field in kind.model_fields.items():
        if name in wanted and isinstance(field.annotation, type) and issubclass(field.annotation, Record):
            wanted[name] = blank(field.annotation)  # type: ignore[assignment]  # a record in place of a word
    return kind.model_construct(**wanted)  # type: ignore[arg-type]  # unchecked on purpose


def changed_at(record: Record, leaf: tuple[str, ...]) -> Record:
    name, *rest = leaf
    new = changed_at(getattr(record, name), tuple(rest)) if rest else "something else"
    return record.model_copy(update={name: new})


@pytest.mark.parametrize(
    "kind", [each for each in records() if each.model_fields], ids=lambda k: k.__qualname__
)
def test_no_field_of_any_record_can_change_unseen(kind: type[Record]) -> None:
    before = blank(kind)
    for leaf in leaves(kind):
        found = differences(before, changed_at(before, leaf))
        assert [each.kind for each in found] == ["changed"]
        name = leaf[-1].removesuffix("_")
        assert found[0].address.split("/")[-1] == name, leaf
        assert found[0].after == "something else"
    assert differences(before, blank(kind)) == ()


def test_the_list_of_leaves_leaves_out_no_field() -> None:
    of_draft = {leaf[0] for leaf in leaves(Draft)}
    assert of_draft == set(Draft.model_fields)
    assert ("scale", "step") in set(leaves(Draft))
    assert NoneType not in get_args(Draft.model_fields["scale"].annotation)


# ------------------------------------------------------------------------------------------- what it is told


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("name", "Warm chain"),
        ("framing/voluntary", None),
        ("scale/max", 5),
        ("stakeholders/growers/interests/clearance/weight", 9),
        ("chosen_scenario", None),
    ],
)
def test_a_changed_field_is_told_with_its_address_and_both_values(path: str, value: object) -> None:
    draft = DRAFT if path != "chosen_scenario" else put(DRAFT, (path,), DRAFT.scenarios[0].id)
    if path.startswith("stakeholders"):
        first = draft.stakeholders[0]
        path = f"stakeholders/{first.id}/interests/{first.interests[0].id}/weight"
    after = put(draft, read_address(path), value)
    before: Any = written(draft)
    for step in read_address(path):
        before = (
            next(each for each in before if each["id"] == step) if isinstance(before, list) else before[step]
        )
    assert told(draft, after) == [("changed", path, before, value)]


def test_what_is_added_or_removed_is_told_whole_and_where() -> None:
    first, second, *_ = DRAFT.stakeholders
    plain = {"id": "port", "name": "Port", "sector": "government"}
    added = insert(DRAFT, ("stakeholders",), plain, at=1)
    (found,) = differences(DRAFT, added)
    assert (found.kind, found.address, found.behind) == ("added", "stakeholders/port", first.id)
    assert isinstance(found.after, dict)
    assert plain.items() <= found.after.items()
    (gone,) = differences(added, DRAFT)
    assert (gone.kind, gone.address, gone.before) == ("removed", "stakeholders/port", found.after)
    assert apply(DRAFT, [found]).stakeholders[2].id == second.id


def test_what_stands_under_keys_is_told_as_in_the_file() -> None:
    scenario = Scenario.model_validate({"id": "pool", "scores": {"speed": {"value": 2}}})
    after = Scenario.model_validate({"id": "pool", "scores": {"calm": {"value": 1}, "speed": {"value": 3}}})
    added, changed = differences(scenario, after)
    assert (added.address, added.behind) == ("scores/calm", None)
    assert added.after == written(after)["scores"]["calm"]
    assert (changed.address, changed.before, changed.after) == ("scores/speed/value", 2, 3)
    assert apply(scenario, [changed, added]) == after


def test_a_list_of_words_differs_as_a_whole() -> None:
    before, after = (Stakeholder(id="s", roles=roles) for roles in (("data_user",), ("funder", "data_user")))
    assert told(before, after) == [("changed", "roles", ["data_user"], ["funder", "data_user"])]


def test_what_has_neither_id_nor_key_is_told_by_its_place() -> None:
    before = Case.model_validate(
        {"id": "c", "name": "C", "citation": "R", "lessons": [{"text": "A"}, {"text": "B"}]}
    )
    reworded = put(before, ("lessons", "1", "text"), "C")
    assert told(before, reworded) == [("changed", "lessons/1/text", "B", "C")]
    longer = insert(before, ("lessons",), {"text": "C"})
    (found,) = differences(before, longer)
    assert (found.kind, found.address) == ("changed", "lessons")
    assert apply(before, [found]) == longer


def test_a_field_goes_by_its_name_in_the_file() -> None:
    before, after = (
        Move.model_validate({"id": "m", "from": start, "to": "closed", "at": "2027-03-01T10:00:00Z"})
        for start in ("frame", "sharing")
    )
    assert told(before, after) == [("changed", "from", "frame", "sharing")]
    assert apply(before, differences(before, after)) == after


def test_the_same_moment_told_in_another_zone_is_a_difference() -> None:
    here = Move.model_validate({"id": "m", "from": "frame", "to": "closed", "at": "2027-03-01T10:00:00Z"})
    there = here.replace(at=here.at.astimezone(dt.timezone(dt.timedelta(hours=1))))
    assert here == there
    (found,) = differences(here, there)
    assert (found.before, found.after) == ("2027-03-01T10:00:00Z", "2027-03-01T11:00:00+01:00")


def test_a_record_that_comes_or_goes_as_a_whole_is_one_difference() -> None:
    before, after = Position(), Position(mix=Mix(social_issue=1))
    assert [each[:2] for each in told(before, after)] == [("changed", "mix")]
    assert apply(after, differences(after, before)) == before


def test_members_that_share_an_id_are_compared_as_a_list() -> None:
    twice = Scenario.model_validate({"id": "s", "benefits": [{"id": "b"}, {"id": "b", "text": "More"}]})
    assert_nothing_is_missed(twice, Scenario(id="s"))
    assert_nothing_is_missed(Scenario(id="s"), twice)


def test_records_of_different_kinds_are_not_compared() -> None:
    with pytest.raises(TypeError, match="a Draft and a Workbook have no fields in common"):
        differences(DRAFT, WORKBOOK)


def test_what_is_the_same_object_is_not_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_into: list[str] = []
    fields = difference._fields  # each record that is compared asks for its own

    def fields_and_note(kind: type[Record]) -> object:
        looked_into.append(kind.__name__)
        return fields(kind)

    monkeypatch.setattr(difference, "_fields", fields_and_note)
    after = put(WORKBOOK, ("drafts", "cold-chain", "framing", "setting"), "Elsewhere")
    assert len(differences(WORKBOOK, after)) == 1
    assert looked_into == ["Workbook", "Draft", "Framing"]


# ----------------------------------------------------------------------------------------------- making them


@settings(max_examples=15)
@given(builders.drafts(), builders.drafts())
def test_differences_can_be_kept_as_json_and_made_later(before: Draft, after: Draft) -> None:
    kept = json.dumps([each.model_dump(mode="json") for each in differences(before, after)])
    found = [Difference.model_validate(each) for each in json.loads(kept)]
    assert apply(before, found) == after


def test_what_is_valid_only_together_is_made_together() -> None:
    before = Position(mix=Mix(resource_dependence=0.7, social_issue=0.3))
    after = Position(mix=Mix(resource_dependence=0.2, social_issue=0.8))
    assert apply(before, differences(before, after)) == after
    first, _ = differences(before, after)
    with pytest.raises(ValidationError, match="sum to 1"):
        apply(before, [first])


def test_what_would_not_be_valid_is_refused_and_nothing_has_changed() -> None:
    before = written(DRAFT)
    wrong = Difference(kind="changed", address="framing/voluntary", after="perhaps")
    with pytest.raises(ValidationError):
        apply(DRAFT, [wrong])
    pointed_at = DRAFT.scenarios[0].data_flows[0]
    with pytest.raises(ValidationError, match="no such data flow"):
        apply(DRAFT, [Difference(kind="removed", address=f"data_flows/{pointed_at}")])
    assert written(DRAFT) == before


@pytest.mark.parametrize(
    "difference_",
    [
        Difference(kind="changed", address="colour", after="blue"),
        Difference(kind="changed", address="", after="blue"),
        Difference(kind="removed", address="name"),
        Difference(kind="changed", address="name/first", after="A"),
        Difference(kind="removed", address="stakeholders/nobody"),
        Difference(kind="moved", address="stakeholders/nobody"),
        Difference(kind="changed", address="stakeholders/nobody/name", after="A"),
        Difference(kind="added", address="stakeholders/port", after={"id": "port"}, behind="nobody"),
        Difference(kind="added", address=f"stakeholders/{DRAFT.stakeholders[0].id}", after={"id": "x"}),
        Difference(kind="changed", address=f"stakeholders/{DRAFT.stakeholders[0].id}", after={"id": "x"}),
    ],
    ids=lambda each: f"{each.kind} {each.address}",
)
def test_what_does_not_fit_the_record_is_refused_and_named(difference_: Difference) -> None:
    with pytest.raises(DoesNotApplyError, match=f"^{difference_.address} cannot be {difference_.kind} here$"):
        apply(DRAFT, [difference_])


def test_the_same_place_cannot_be_changed_twice_at_once() -> None:
    whole = Difference(kind="changed", address="framing", after={"setting": "A port"})
    part = Difference(kind="changed", address="framing/setting", after="A harbour")
    with pytest.raises(DoesNotApplyError):
        apply(DRAFT, [whole, part])
    assert apply(apply(DRAFT, [whole]), [part]).framing.setting == "A harbour"


def test_without_differences_the_record_stays_what_it_is() -> None:
    assert apply(DRAFT, ()) is DRAFT
    assert differences(DRAFT, remove(insert(DRAFT, ("record",), {"id": "n9"}), ("record", "n9"))) == ()


def test_what_is_not_changed_stays_the_same_object() -> None:
    after = apply(WORKBOOK, differences(WORKBOOK, put(WORKBOOK, ("drafts", "cold-chain", "name"), "X")))
    assert after.drafts[1] is WORKBOOK.drafts[1]
    assert after.drafts[0].framing is WORKBOOK.drafts[0].framing
    assert after.drafts[0].scenarios[0] is WORKBOOK.drafts[0].scenarios[0]
