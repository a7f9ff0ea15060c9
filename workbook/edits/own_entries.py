"""Own entries of the catalogues: adding them, and removing one with every reference to it.

An entry that is removed goes everywhere at once: from drafts, snapshots and own cases, because a file with a
reference that leads nowhere cannot be opened. What is chosen from a catalogue goes with what is said of it
there; what only names an entry beside other things stays and loses the mention.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from workbook.editing import get
from workbook.edits.ids import NewId, new_id
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.scenarios import Scenario
from workbook.model.vocabulary import CatalogueId
from workbook.model.workbook import OwnEntry, Workbook

RecordT = TypeVar("RecordT", bound=Record)

Phrases = tuple[str, str]
"""What happens to one that points at the entry, and to several ({0} of them)."""

WITH_WHAT_IS_SAID = "with what is said of it there"
WHAT_GOES: Mapping[CatalogueId, Phrases] = MappingProxyType(
    {
        "mechanisms": (
            f"It goes from 1 scenario, {WITH_WHAT_IS_SAID}.",
            f"It goes from {{0}} scenarios, {WITH_WHAT_IS_SAID}.",
        ),
        "government_roles": (
            f"It goes from 1 scenario, {WITH_WHAT_IS_SAID}.",
            f"It goes from {{0}} scenarios, {WITH_WHAT_IS_SAID}.",
        ),
        "stakeholder_roles": ("1 stakeholder loses this role.", "{0} stakeholders lose this role."),
        "motivations": ("1 interest loses this motivation.", "{0} interests lose this motivation."),
        "challenge_categories": ("1 challenge goes with it.", "{0} challenges go with it."),
        "readiness": ("What is said of it goes from 1 draft.", "What is said of it goes from {0} drafts."),
        "benefit_kinds": ("1 benefit is of no kind then.", "{0} benefits are of no kind then."),
    }
)
"""Prompts and enablers are missing: the words taken from one stay where they are."""


def own_entry(catalogue: CatalogueId, cells: Sequence[str], make_id: NewId = new_id) -> OwnEntry:
    """A new entry from a row of cells: its name, its explanation and its source, as far as they are given.

    Raises:
        pydantic.ValidationError: the record refuses one of the texts.
    """
    name, explanation, source = (*cells, "", "", "")[:3]
    return OwnEntry(id=make_id("o"), catalogue=catalogue, name=name, explanation=explanation, source=source)


def add_own_entries(workbook: Workbook, entries: Iterable[OwnEntry]) -> Workbook:
    """The workbook with more entries of its own, last in their catalogues.

    Raises:
        pydantic.ValidationError: an id is taken.
    """
    return workbook.replace(own_entries=(*workbook.own_entries, *entries))


def remove_own_entry(workbook: Workbook, entry_id: str) -> Workbook:
    """The workbook without an entry of its own and without what points at it.

    Raises:
        NoSuchPlaceError: the workbook has no such entry.
    """
    entry: OwnEntry = get(workbook, ("own_entries", entry_id))
    drafts = tuple(_draft_without(draft, entry) for draft in workbook.drafts)
    snapshots = tuple(
        each.replace(draft=draft) if (draft := _draft_without(each.draft, entry)) is not each.draft else each
        for each in workbook.snapshots
    )
    return workbook.replace(
        own_entries=tuple(each for each in workbook.own_entries if each.id != entry_id),
        drafts=drafts,
        snapshots=snapshots,
        own_cases=tuple(_case_without(case, entry) for case in workbook.own_cases),
    )


def what_goes_with_entry(workbook: Workbook, entry_id: str) -> tuple[str, ...]:
    """What removing the entry takes along, in sentences; none when nothing points at it.

    Raises:
        NoSuchPlaceError: the workbook has no such entry.
    """
    entry: OwnEntry = get(workbook, ("own_entries", entry_id))
    sentences = []
    number = sum(_uses_in_draft(draft, entry) for draft in workbook.drafts)
    if number:
        one, many = WHAT_GOES[entry.catalogue]
        sentences.append(one if number == 1 else many.format(number))
    snapshots = sum(bool(_uses_in_draft(each.draft, entry)) for each in workbook.snapshots)
    if snapshots:
        sentences.append(f"It goes from {snapshots} {'snapshot' if snapshots == 1 else 'snapshots'} too.")
    cases = sum(_case_without(case, entry) is not case for case in workbook.own_cases)
    if cases:
        sentences.append(f"It goes from {cases} {'own case' if cases == 1 else 'own cases'} too.")
    return tuple(sentences)


# ---------------------------------------------------------------------------------------------- what uses it


def _uses_in_draft(draft: Draft, entry: OwnEntry) -> int:
    """How many scenarios, stakeholders, interests ... of a draft point at the entry."""
    return sum(entry.id in references for references in _references(draft, entry.catalogue))


def _references(draft: Draft, catalogue: CatalogueId) -> Iterable[tuple[str | None, ...]]:
    """What each record that can point into the catalogue points at."""
    find = _POINTING.get(catalogue)
    return () if find is None else find(draft)


_POINTING: Mapping[CatalogueId, Callable[[Draft], Iterable[tuple[str | None, ...]]]] = MappingProxyType(
    {
        "mechanisms": lambda draft: (
            tuple(each.mechanism for each in scenario.mechanisms) for scenario in draft.scenarios
        ),
        "government_roles": lambda draft: (
            tuple(each.role for each in scenario.government_roles) for scenario in draft.scenarios
        ),
        "stakeholder_roles": lambda draft: (each.roles for each in draft.stakeholders),
        "motivations": lambda draft: ((each.motivation,) for each in draft.interests()),
        "challenge_categories": lambda draft: ((each.category,) for each in draft.challenges),
        "readiness": lambda draft: (tuple(each.component for each in draft.readiness),),
        "benefit_kinds": lambda draft: (
            (each.kind,) for scenario in draft.scenarios for each in scenario.benefits
        ),
    }
)
"""Prompts and enablers are missing: nothing points at them."""


# --------------------------------------------------------------------------------------------- how it is done


def _draft_without(draft: Draft, entry: OwnEntry) -> Draft:
    """The draft without a reference to the entry; the same object if it has none."""
    key = entry.id
    if not _uses_in_draft(draft, entry):
        return draft
    match entry.catalogue:
        case "stakeholder_roles":
            return draft.replace(
                stakeholders=tuple(
                    each.replace(roles=_without(each.roles, key)) for each in draft.stakeholders
                )
            )
        case "motivations":
            return draft.replace(
                stakeholders=tuple(
                    each.replace(interests=_cleared(each.interests, "motivation", key))
                    for each in draft.stakeholders
                )
            )
        case "challenge_categories":
            return draft.replace(challenges=tuple(each for each in draft.challenges if each.category != key))
        case "readiness":
            return draft.replace(readiness=tuple(each for each in draft.readiness if each.component != key))
    return draft.replace(scenarios=tuple(_scenario_without(each, entry) for each in draft.scenarios))


def _scenario_without(scenario: Scenario, entry: OwnEntry) -> Scenario:
    key = entry.id
    match entry.catalogue:
        case "mechanisms":
            return scenario.replace(
                mechanisms=tuple(each for each in scenario.mechanisms if each.mechanism != key)
            )
        case "government_roles":
            return scenario.replace(
                government_roles=tuple(each for each in scenario.government_roles if each.role != key)
            )
    return scenario.replace(benefits=_cleared(scenario.benefits, "kind", key))


def _case_without(case: Case, entry: OwnEntry) -> Case:
    """The case without a reference to the entry; the same object if it has none."""
    changes = _CASES.get(entry.catalogue)
    changed = {} if changes is None else changes(case, entry.id)
    if all(getattr(case, name) == value for name, value in changed.items()):
        return case
    return case.replace(**changed)


_CASES: Mapping[CatalogueId, Callable[[Case, str], Mapping[str, object]]] = MappingProxyType(
    {
        "mechanisms": lambda case, key: {
            "mechanisms": tuple(each for each in case.mechanisms if each.mechanism != key),
            "process": tuple(
                each.replace(mechanisms=_without(each.mechanisms, key)) for each in case.process
            ),
        },
        "government_roles": lambda case, key: {
            "government_roles": tuple(each for each in case.government_roles if each.role != key)
        },
        "stakeholder_roles": lambda case, key: {
            "stakeholders": tuple(each.replace(roles=_without(each.roles, key)) for each in case.stakeholders)
        },
        "motivations": lambda case, key: {"drivers": _cleared(case.drivers, "motivation", key)},
        "challenge_categories": lambda case, key: {
            "challenges": tuple(each for each in case.challenges if each.category != key)
        },
        "benefit_kinds": lambda case, key: {"benefits": _cleared(case.benefits, "kind", key)},
    }
)
"""What of a case changes; a case says nothing of readiness, prompts and enablers."""


def _without(ids: Iterable[str], gone: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != gone)


def _cleared(records: Iterable[RecordT], field: str, key: str) -> tuple[RecordT, ...]:
    """The records, of which those that name the entry in a field name none there."""
    return tuple(each.replace(**{field: None}) if getattr(each, field) == key else each for each in records)
