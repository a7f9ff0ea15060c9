"""Which things in two drafts are the same: those with one id; of the others, those with one name.

Ids are kept when a draft is duplicated or kept as a snapshot. Drafts that were begun apart, such as by two
groups from the same case, have other ids for the same things.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbook.editing import Address, get, key_of
from workbook.model.draft import Draft
from workbook.model.record import Item, Record

NAMED_BY = ("name", "text", "data", "prompt")
"""The fields a thing is called by: the first that holds something."""

REFERENCES = frozenset(
    {
        *("stakeholder", "from_stakeholder", "to_stakeholder", "interest", "serves"),
        *("data_flows", "chosen_scenario"),
    }
)
"""The fields that point at something in the draft by its id."""

CONDITIONS = frozenset({"held", "condition"})
"""The fields that name conditions of a gate, such as "sharing.start_date." and the id of a data flow."""

KEYED_BY_ID = frozenset({"id", "interest", "stakeholder"})
"""The keys of records that are ids of something in the draft; others are ids of catalogue entries."""


@dataclass(frozen=True)
class Matching:
    """The first draft with the ids of the second for the same things, and which ids those were.

    `old_ids` gives the id a thing has in the first draft by the id it has in the second.
    """

    draft: Draft
    old_ids: Mapping[str, str]

    def steps_before(self, steps: Address) -> Address:
        """Where something stands in the first draft as it is: the address with the ids it has there."""
        written = list(steps)
        for depth, step in enumerate(steps):
            here = get(self.draft, steps[: depth + 1])
            if isinstance(here, Record) and here.key_field in KEYED_BY_ID and key_of(here) == step:
                written[depth] = self.old_ids.get(step, step)
        return tuple(written)


def matched(before: Draft, after: Draft) -> Matching:
    """The first draft made comparable with the second."""
    taken = {item.id for item in before.items()}
    new_ids = {old: new for old, new in _same(before, after) if new not in taken}
    if not new_ids:
        return Matching(before, {})
    plain = _with_ids(before.model_dump(mode="json", by_alias=True), "", new_ids)
    renamed = Draft.model_validate({**plain, "id": before.id, "begun_from": before.begun_from})
    return Matching(renamed, {new: old for old, new in new_ids.items()})


def name_to_match(item: Item) -> str:
    """What a thing is called, however it is written; empty if nobody called it anything."""
    names = (str(getattr(item, field, "")) for field in NAMED_BY)
    return next((name for name in (" ".join(each.casefold().split()) for each in names) if name), "")


def _same(before: Record, after: Record) -> Iterator[tuple[str, str]]:
    """(old id, new id) of things that have one name but not one id, in the whole of two records."""
    if before is after:
        return
    for field in type(before).model_fields:
        one, other = getattr(before, field), getattr(after, field)
        if isinstance(one, tuple) and isinstance(other, tuple):
            yield from _same_items(one, other)
        elif isinstance(one, Record) and isinstance(other, Record):
            yield from _same(one, other)


def _same_items(before: tuple[object, ...], after: tuple[object, ...]) -> Iterator[tuple[str, str]]:
    old = {each.id: each for each in before if isinstance(each, Item)}
    new = {each.id: each for each in after if isinstance(each, Item)}
    waiting: dict[str, list[Item]] = {}
    for item in new.values():
        if item.id not in old:
            waiting.setdefault(name_to_match(item), []).append(item)
    for item in old.values():
        same = new.get(item.id)
        if same is None:
            name = name_to_match(item)
            if not name or not waiting.get(name):
                continue
            same = waiting[name].pop(0)
            yield item.id, same.id
        yield from _same(item, same)


def _with_ids(plain: Any, field: str, new_ids: Mapping[str, str]) -> Any:  # noqa: ANN401 - any part of a document
    if isinstance(plain, dict):
        keys = new_ids if field == "scores" else {}
        return {keys.get(key, key): _with_ids(value, key, new_ids) for key, value in plain.items()}
    if isinstance(plain, list):
        return [_with_ids(each, field, new_ids) for each in plain]
    if not isinstance(plain, str):
        return plain
    if field in CONDITIONS:
        return ".".join(new_ids.get(part, part) for part in plain.split("."))
    return new_ids.get(plain, plain) if field == "id" or field in REFERENCES else plain
