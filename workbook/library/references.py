"""Which catalogue entries a workbook points at, and which of those do not exist."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, get_args

from workbook.library.entries import Library
from workbook.model.case import Case
from workbook.model.vocabulary import CatalogueId

if TYPE_CHECKING:  # the library loads without the model of a workbook
    from workbook.model.draft import Draft
    from workbook.model.scenarios import Scenario
    from workbook.model.workbook import Workbook

KnownIds = Mapping[CatalogueId, frozenset[str]]

Reference = tuple[str, CatalogueId, str]
"""Who points, into which catalogue, at which entry. Plain, because opening a file makes thousands of them."""

ENTRY_IS_CALLED: dict[CatalogueId, str] = {
    "mechanisms": "mechanism",
    "government_roles": "role of government",
    "stakeholder_roles": "stakeholder role",
    "motivations": "motivation",
    "challenge_categories": "challenge category",
    "challenge_prompts": "challenge prompt",
    "readiness": "component of readiness",
    "enablers": "enabler",
    "benefit_kinds": "kind of benefit",
}


def unknown_references(workbook: "Workbook", library: Library) -> tuple[str, ...]:
    """A sentence for each reference to a catalogue that leads nowhere, and each id the library already has.

    Free words (the prompt of a challenge, the kind of an enabler or event) and what a draft was begun from
    are not references: they stay true when what they name is gone.
    """
    known = known_ids(library, workbook)
    sentences = list(_ids_taken(workbook, library))
    for draft in workbook.drafts:
        sentences += _unknown(_draft_references(draft), known, f"draft {draft.id}")
    for snapshot in workbook.snapshots:
        sentences += _unknown(_draft_references(snapshot.draft), known, f"snapshot {snapshot.id}")
    for case in workbook.own_cases:
        sentences += _unknown(_case_references(case), known, f"own case {case.id}")
    return tuple(sentences)


def unknown_in_case(case: Case, known: KnownIds) -> tuple[str, ...]:
    """A sentence for each reference of a case that leads to no entry."""
    return tuple(_unknown(_case_references(case), known, f"case {case.id}"))


def known_ids(library: Library, workbook: "Workbook | None" = None) -> KnownIds:
    """The ids of each catalogue: the built-in ones, and those that the workbook adds."""
    catalogues: tuple[CatalogueId, ...] = get_args(CatalogueId)
    known = {catalogue: {entry.id for entry in library.entries(catalogue)} for catalogue in catalogues}
    for own in workbook.own_entries if workbook else ():
        known[own.catalogue].add(own.id)
    return {catalogue: frozenset(ids) for catalogue, ids in known.items()}


def _ids_taken(workbook: "Workbook", library: Library) -> Iterator[str]:
    built_in_cases = {case.id for case in library.cases}
    for draft in workbook.drafts:
        if draft.id in built_in_cases:
            yield f"draft {draft.id} has the id of a built-in case"
    for snapshot in workbook.snapshots:
        if snapshot.id in built_in_cases:
            yield f"snapshot {snapshot.id} has the id of a built-in case"
    for case in workbook.own_cases:
        if case.id in built_in_cases:
            yield f"own case {case.id} has the id of a built-in case"
    built_in = known_ids(library)
    for own in workbook.own_entries:
        if own.id in built_in[own.catalogue]:
            yield f"own entry {own.id} has the id of a built-in {ENTRY_IS_CALLED[own.catalogue]}"


def _unknown(references: Iterator[Reference], known: KnownIds, where: str) -> Iterator[str]:
    for who, catalogue, entry in references:
        if entry not in known[catalogue]:
            yield f"{who} of {where} points at {entry}, but there is no such {ENTRY_IS_CALLED[catalogue]}"


def _draft_references(draft: "Draft") -> Iterator[Reference]:
    for stakeholder in draft.stakeholders:
        for role in stakeholder.roles:
            yield f"stakeholder {stakeholder.id}", "stakeholder_roles", role
        for interest in stakeholder.interests:
            if interest.motivation is not None:
                yield f"interest {interest.id}", "motivations", interest.motivation
    for scenario in draft.scenarios:
        yield from _scenario_references(scenario)
    for challenge in draft.challenges:
        yield f"challenge {challenge.id}", "challenge_categories", challenge.category
    for component in draft.readiness:
        yield "the readiness list", "readiness", component.component


def _scenario_references(scenario: "Scenario") -> Iterator[Reference]:
    who = f"scenario {scenario.id}"
    for mechanism in scenario.mechanisms:
        yield who, "mechanisms", mechanism.mechanism
    for role in scenario.government_roles:
        yield who, "government_roles", role.role
    for benefit in scenario.benefits:
        if benefit.kind is not None:
            yield f"benefit {benefit.id}", "benefit_kinds", benefit.kind


def _case_references(case: Case) -> Iterator[Reference]:
    for driver in case.drivers:
        if driver.motivation is not None:
            yield "a driver", "motivations", driver.motivation
    for stakeholder in case.stakeholders:
        for role in stakeholder.roles:
            yield f"the stakeholder {stakeholder.name}", "stakeholder_roles", role
    for benefit in case.benefits:
        if benefit.kind is not None:
            yield "a benefit", "benefit_kinds", benefit.kind
    for challenge in case.challenges:
        yield "a challenge", "challenge_categories", challenge.category
    yield from _workings_of(case)


def _workings_of(case: Case) -> Iterator[Reference]:
    for step in case.process:
        for step_mechanism in step.mechanisms:
            yield "a step of the process", "mechanisms", step_mechanism
    for mechanism in case.mechanisms:
        yield "the list of mechanisms", "mechanisms", mechanism.mechanism
    for government_role in case.government_roles:
        yield "the list of roles of government", "government_roles", government_role.role
