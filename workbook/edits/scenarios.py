"""Edits of scenarios that touch several places: a copy, and what a room adds to a catalogue for one."""

from collections.abc import Iterable
from typing import TypeVar

from workbook.editing import get, insert, put
from workbook.edits.ids import NewId, new_id
from workbook.model.record import Item
from workbook.model.workbook import OwnEntry, Workbook

ItemT = TypeVar("ItemT", bound=Item)


def duplicate_scenario(
    workbook: Workbook, draft_id: str, scenario_id: str, make_id: NewId = new_id
) -> Workbook:
    """The workbook with a copy of a scenario behind it, scores included.

    Ids are unique within a draft, so everything in the copy gets one of its own; what it points at (data
    flows, stakeholders, interests) is the same. The copy is never the chosen one.

    Raises:
        NoSuchPlaceError: the draft has no such scenario.
    """
    get(workbook, ("drafts", draft_id, "scenarios", scenario_id))
    scenarios = workbook.draft(draft_id).scenarios
    original = next(each for each in scenarios if each.id == scenario_id)
    copy = original.replace(
        id=make_id(_letter(original)),
        name=f"{original.name.strip() or 'Scenario'} (copy)",
        benefits=_with_own_ids(original.benefits, make_id),
        costs=_with_own_ids(original.costs, make_id),
        alignment_actions=_with_own_ids(original.alignment_actions, make_id),
    )
    return insert(workbook, ("drafts", draft_id, "scenarios"), copy, at=scenarios.index(original) + 1)


def put_with_entries(
    workbook: Workbook, address: tuple[str, ...], value: object, entries: Iterable[OwnEntry]
) -> Workbook:
    """The workbook with a value in its place, and the entries of its own that the value points at.

    Raises:
        NoSuchPlaceError: the address leads nowhere.
        pydantic.ValidationError: a record refuses the value.
    """
    added = tuple(entries)
    if added:
        workbook = workbook.replace(own_entries=(*workbook.own_entries, *added))
    return put(workbook, address, value)


def _with_own_ids(items: Iterable[ItemT], make_id: NewId) -> tuple[ItemT, ...]:
    return tuple(item.replace(id=make_id(_letter(item))) for item in items)


def _letter(item: Item) -> str:
    """The letter that the ids of its kind begin with."""
    kinds = {"Scenario": "c", "Benefit": "b", "Cost": "k", "AlignmentAction": "a"}
    return kinds[type(item).__name__]
