"""What differs between two records of the same kind, and making the one out of the other.

The fields are taken from the records themselves, so that none can be forgotten. Both ways use addresses as
`workbook.editing` does, relative to the record. Values are those of the file: plain JSON, which can be kept
beside a file and replayed on what it holds.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple, TypeVar, cast

from pydantic import JsonValue
from pydantic_core import to_jsonable_python

from workbook.editing import Address, field_called, key_of, read_address, write_address
from workbook.model.keyed import KeyedBy
from workbook.model.record import Record

Kind = Literal["changed", "added", "removed", "moved"]
RecordT = TypeVar("RecordT", bound=Record)


class Difference(Record):
    """One thing that differs, as one would tell it of the first record to get the second.

    "changed": the value at the address. "added" and "removed": a member of a list. "moved": a member that
    stands elsewhere among its neighbours; `before` and `after` are then its places, counted from 0. What is
    added or moved comes to stand behind the neighbour `behind`, or first where that is None; in what stands
    under keys (scores, readiness) the keys alone give the order, and it is always None.
    """

    kind: Kind
    address: str
    before: JsonValue = None
    after: JsonValue = None
    behind: str | None = None

    @property
    def steps(self) -> Address:
        """The address in steps."""
        return read_address(self.address)


class DoesNotApplyError(ValueError):
    """A difference was told of another record: what it changes is not there, or is there already."""

    def __init__(self, difference: Difference) -> None:
        super().__init__(f"{difference.address} cannot be {difference.kind} here")


class _Field(NamedTuple):
    """A field: its attribute, its name in the file, and under what its members stand there, if under keys."""

    name: str
    written: str
    keyed: KeyedBy | None


Change = tuple[Address, Difference]
"""A difference with the part of its address that is still to be gone."""


def differences(before: Record, after: Record) -> tuple[Difference, ...]:
    """Everything in which the second record differs from the first, in the order of the fields.

    What is the same object in both is not looked into, so that after one edit little is compared.
    `apply(before, differences(before, after)) == after`.

    Raises:
        TypeError: the two are records of different kinds.
    """
    if type(before) is not type(after):
        raise TypeError(f"a {type(before).__name__} and a {type(after).__name__} have no fields in common")
    return tuple(_between(before, after, (), None))


def apply(record: RecordT, changes: Iterable[Difference]) -> RecordT:
    """The record with the differences made, in one step: each record is checked with all that changes in it.

    Differences that were found one after the other are applied one list after the other.

    Raises:
        DoesNotApplyError: a difference does not fit the record.
        pydantic.ValidationError: the outcome would not be valid. In both cases nothing has changed.
    """
    told = [(each.steps, each) for each in changes]
    return cast("RecordT", _with_all(record, told, None)) if told else record


def plain(value: object) -> JsonValue:
    """A record, or the value of a field, as the file has it."""
    return cast("JsonValue", to_jsonable_python(value, by_alias=True))


# ---------------------------------------------------------------------------------------------- finding them


def _between(before: object, after: object, at: Address, keyed: KeyedBy | None) -> Iterator[Difference]:
    if before is after:
        return
    if isinstance(before, Record) and before.__class__ is after.__class__:
        yield from _of_records(before, after, at)
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _of_members(before, after, at, keyed)
    elif _differ(before, after):
        yield _changed(before, after, at)


def _of_records(before: Record, after: Record, at: Address) -> Iterator[Difference]:
    for name, written, keyed in _fields(type(before)):
        one, other = getattr(before, name), getattr(after, name)
        if one is not other:
            yield from _between(one, other, (*at, written), keyed)


def _of_members(
    before: tuple[object, ...], after: tuple[object, ...], at: Address, keyed: KeyedBy | None
) -> Iterator[Difference]:
    """Members are matched by their keys; where they have none, by their places if there are as many."""
    old, new = _by_key(before), _by_key(after)
    if old is not None and new is not None:
        yield from _of_keys(old, new, at, keyed)
    elif len(before) == len(after) and all(map(_is_told_by_place, (*before, *after))):
        for place, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from _between(one, other, (*at, str(place)), None)
    elif plain(before) != plain(after):
        yield _changed(before, after, at)


def _of_keys(
    old: Mapping[str, object], new: Mapping[str, object], at: Address, keyed: KeyedBy | None
) -> Iterator[Difference]:
    for key, member in old.items():
        if key not in new:
            yield Difference(kind="removed", address=write_address((*at, key)), before=_member(member, keyed))
    places = {key: place for place, key in enumerate(old)}
    kept = [key for key in new if key in old]
    standing = _standing([places[key] for key in kept])
    behind: str | None = None
    for place, (key, member) in enumerate(new.items()):
        where = write_address((*at, key))
        if key not in old:
            yield Difference(kind="added", address=where, after=_member(member, keyed), behind=behind)
        else:
            if places[key] not in standing:
                yield Difference(kind="moved", address=where, before=places[key], after=place, behind=behind)
            if old[key] is not member:
                yield from _between(old[key], member, (*at, key), None)
        behind = None if keyed else key


def _standing(places: Sequence[int]) -> frozenset[int]:
    """The most of the places that need not move: a longest part of them that is in order."""
    ends: list[int] = []  # the smallest place a part in order can end with, by its length
    ends_at: list[int] = []
    comes_after: list[int] = []
    for at, place in enumerate(places):
        length = bisect_left(ends, place)
        comes_after.append(ends_at[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        ends_at[length : length + 1] = [at]
    found, at = [], ends_at[-1] if ends_at else -1
    while at >= 0:
        found.append(places[at])
        at = comes_after[at]
    return frozenset(found)


def _differ(before: object, after: object) -> bool:
    """Whether two values would be written differently: moments also when they differ in the zone alone."""
    if before.__class__ is not after.__class__ or before != after:
        return True
    if isinstance(before, dt.datetime) and isinstance(after, dt.datetime):
        return before.utcoffset() != after.utcoffset()
    return False


def _changed(before: object, after: object, at: Address) -> Difference:
    return Difference(kind="changed", address=write_address(at), before=plain(before), after=plain(after))


def _member(member: object, keyed: KeyedBy | None) -> JsonValue:
    written = plain(member)
    if keyed is not None and isinstance(written, dict):
        del written[keyed.key]
    return written


# ----------------------------------------------------------------------------------------------- making them


def _with_all(here: object, changes: Sequence[Change], keyed: KeyedBy | None) -> object:
    if isinstance(here, Record):
        return _record_with(here, changes)
    if isinstance(here, tuple):
        return _members_with(here, changes, keyed)
    raise DoesNotApplyError(changes[0][1])


def _record_with(record: Record, changes: Sequence[Change]) -> Record:
    new: dict[str, object] = {}
    for step, its in _by_first_step(changes).items():
        _, first = its[0]
        try:
            name = field_called(record, step)
        except LookupError:
            raise DoesNotApplyError(first) from None
        if any(not rest for rest, _ in its):
            if len(its) > 1 or first.kind != "changed":
                raise DoesNotApplyError(its[-1][1])
            new[name] = first.after
        else:
            keyed = next(each.keyed for each in _fields(type(record)) if each.name == name)
            new[name] = _with_all(getattr(record, name), its, keyed)
    return record.replace(**new)


def _members_with(
    members: tuple[object, ...], changes: Sequence[Change], keyed: KeyedBy | None
) -> tuple[object, ...]:
    held = {key_of(member) or str(place): member for place, member in enumerate(members)}
    order = list(held)
    own = [(rest[0], each) for rest, each in changes if len(rest) == 1]
    deeper = [(rest, each) for rest, each in changes if len(rest) > 1]
    for key, its in _by_first_step(deeper).items():
        if key not in held:
            raise DoesNotApplyError(its[0][1])
        held[key] = _with_all(held[key], its, None)
    leaving = {key for key, each in own if each.kind != "added"}
    for key, each in own:
        if each.kind == "changed" or (key in held) is (each.kind == "added"):
            raise DoesNotApplyError(each)
        if each.kind == "added":
            held[key] = _as_member(each.after, key, keyed)
    order = [key for key in order if key not in leaving]
    for key, each in own:
        if each.kind != "removed":
            order.insert(_place_behind(each, order, keyed), key)
    return tuple(held[key] for key in order)


def _as_member(written: JsonValue, key: str, keyed: KeyedBy | None) -> JsonValue:
    return {**written, keyed.key: key} if keyed is not None and isinstance(written, dict) else written


def _place_behind(difference: Difference, order: Sequence[str], keyed: KeyedBy | None) -> int:
    if keyed is not None:
        return len(order)
    if difference.behind is None:
        return 0
    if difference.behind not in order:
        raise DoesNotApplyError(difference)
    return order.index(difference.behind) + 1


# --------------------------------------------------------------------------------------------------- records


@cache
def _fields(kind: type[Record]) -> tuple[_Field, ...]:
    return tuple(
        _Field(
            name,
            field.alias or name,
            next((each for each in field.metadata if isinstance(each, KeyedBy)), None),
        )
        for name, field in kind.model_fields.items()
    )


def _by_key(members: tuple[object, ...]) -> Mapping[str, object] | None:
    """The members by their keys; None if one has none, or shares it."""
    found: dict[str, object] = {}
    for member in members:
        key = key_of(member)
        if key is None or key in found:
            return None
        found[key] = member
    return found


def _is_told_by_place(member: object) -> bool:
    return isinstance(member, Record) and member.key_field is None


def _by_first_step(changes: Iterable[Change]) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for steps, each in changes:
        if not steps:
            raise DoesNotApplyError(each)
        found.setdefault(steps[0], []).append((steps[1:], each))
    return found
