"""Addresses into the tree, and the pure functions that look and change there: old tree in, new tree out.

An address is a tuple of field names, ids and (where records have neither id nor key) positions, such as
("drafts", "cold-chain", "stakeholders", "s8f2k1x0a", "name"). Written down it is a slash path.
"""

from typing import Any, TypeVar, cast

from workbook.model.record import Record

Address = tuple[str, ...]
Tree = TypeVar("Tree", bound=Record)


class NoSuchPlaceError(LookupError):
    """The address leads nowhere in this tree."""

    def __init__(self, address: Address) -> None:
        super().__init__(f"there is nothing at {write_address(address)}")


def write_address(address: Address) -> str:
    """The address as a slash path."""
    return "/".join(address)


def read_address(path: str) -> Address:
    """The address a slash path stands for."""
    return tuple(part for part in path.split("/") if part)


def key_of(record: object) -> str | None:
    """What a record is called in an address; None when only its position tells it apart."""
    if isinstance(record, Record) and record.key_field is not None:
        return str(getattr(record, record.key_field))
    return None


def get(tree: Record, address: Address) -> Any:  # noqa: ANN401 - an address may lead to any kind of value
    """What stands at the address.

    Raises:
        NoSuchPlaceError: the address leads nowhere.
    """
    here: Any = tree
    for depth, step in enumerate(address):
        try:
            here = _child(here, step)
        except LookupError:
            raise NoSuchPlaceError(address[: depth + 1]) from None
    return here


def put(tree: Tree, address: Address, value: object) -> Tree:
    """The tree with the value at the address in place of what stood there.

    Raises:
        NoSuchPlaceError: the address leads nowhere.
        pydantic.ValidationError: a record on the way refuses the value; nothing has changed.
    """
    if not address:
        raise NoSuchPlaceError(address)
    get(tree, address)
    return cast("Tree", _with(tree, address, value))


def insert(tree: Tree, address: Address, value: object, at: int | None = None) -> Tree:
    """The tree with one more member in the tuple at the address: at a position, or last.

    Raises:
        NoSuchPlaceError: there is no tuple at the address.
        pydantic.ValidationError: a record on the way refuses the member.
    """
    members = _members(tree, address)
    where = len(members) if at is None else at
    return put(tree, address, (*members[:where], value, *members[where:]))


def remove(tree: Tree, address: Address) -> Tree:
    """The tree without the member at the address, which must be one of a tuple.

    What points at the member is not touched: a record pointed at elsewhere is removed by a named edit.

    Raises:
        NoSuchPlaceError: there is no such member.
        pydantic.ValidationError: something in the tree still points at the member.
    """
    members = _members(tree, address[:-1])
    gone = _position(members, address[-1], address)
    return put(tree, address[:-1], (*members[:gone], *members[gone + 1 :]))


def move(tree: Tree, address: Address, to: int) -> Tree:
    """The tree with the member at the address moved to another position among its neighbours.

    Raises:
        NoSuchPlaceError: there is no such member.
    """
    members = list(_members(tree, address[:-1]))
    member = members.pop(_position(tuple(members), address[-1], address))
    members.insert(to, member)
    return put(tree, address[:-1], tuple(members))


def field_called(record: Record, step: str) -> str:
    """The attribute for a field's name in the file.

    Raises:
        LookupError: the record has no such field.
    """
    for name, field in type(record).model_fields.items():
        if step == (field.alias or name):
            return name
    raise LookupError(step)


def _child(here: object, step: str) -> object:
    if isinstance(here, Record):
        return getattr(here, field_called(here, step))
    if isinstance(here, tuple):
        return here[_position(here, step, (step,))]
    raise LookupError(step)


def _with(here: object, address: Address, value: object) -> object:
    """Rebuild the path from the leaf up; whatever is not on the path stays the same object."""
    if not address:
        return value
    step, rest = address[0], address[1:]
    if isinstance(here, Record):
        name = field_called(here, step)
        return here.replace(**{name: _with(getattr(here, name), rest, value)})
    members = cast("tuple[object, ...]", here)
    at = _position(members, step, address)
    return (*members[:at], _with(members[at], rest, value), *members[at + 1 :])


def _members(tree: Record, address: Address) -> tuple[Any, ...]:
    members = get(tree, address)
    if not isinstance(members, tuple):
        raise NoSuchPlaceError(address)
    return members


def _position(members: tuple[object, ...], step: str, address: Address) -> int:
    for position, member in enumerate(members):
        if (key_of(member) or str(position)) == step:
            return position
    raise NoSuchPlaceError(address)
