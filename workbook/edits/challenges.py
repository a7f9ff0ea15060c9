"""Saying, and taking back, how ready the partners are and what helps. What nobody says is absent."""

from workbook.edits.ids import NewId, new_id
from workbook.model.challenges import Enabler, ReadinessEntry

ReadinessEntries = tuple[ReadinessEntry, ...]
Enablers = tuple[Enabler, ...]


def readiness_of(readiness: ReadinessEntries, component: str) -> ReadinessEntry:
    """What is said of a component; an empty entry where nothing is."""
    empty = ReadinessEntry(component=component)
    return next((each for each in readiness if each.component == component), empty)


def with_readiness(readiness: ReadinessEntries, component: str, /, **said: object) -> ReadinessEntries:
    """The readiness with something else said of a component: level, note.

    Raises:
        pydantic.ValidationError: there is no such level.
    """
    entry = readiness_of(readiness, component).replace(**said)
    others = tuple(each for each in readiness if each.component != component)
    return others if entry == ReadinessEntry(component=component) else (*others, entry)


def enabler_of(enablers: Enablers, *names: str) -> Enabler | None:
    """The first enabler whose kind is one of these names, however they are written; None without one."""
    wanted = {each.strip().casefold() for each in names}
    return next((each for each in enablers if each.kind.strip().casefold() in wanted), None)


def with_enabler(enablers: Enablers, kind: str, make_id: NewId = new_id, /, **said: object) -> Enablers:
    """The enablers with something else said of the one of a kind: whether it is present, text.

    One of which nothing was said is added, and one of which nothing is said any more is gone.

    Raises:
        pydantic.ValidationError: the record refuses what is said.
    """
    held = enabler_of(enablers, kind)
    if held is None:
        made = Enabler(id=make_id("e"), kind=kind).replace(**said)
        return enablers if _says_nothing(made) else (*enablers, made)
    changed = held.replace(**said)
    if _says_nothing(changed):
        return tuple(each for each in enablers if each.id != held.id)
    return tuple(changed if each.id == held.id else each for each in enablers)


def _says_nothing(enabler: Enabler) -> bool:
    return enabler.present is None and not enabler.text
