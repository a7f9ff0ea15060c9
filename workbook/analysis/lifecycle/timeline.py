"""A draft's moves and events above the reported steps of cases, place by place."""

from collections.abc import Iterable, Iterator, Sequence

from workbook.analysis.delivery.words import day, sentence
from workbook.analysis.finding import Finding, Input
from workbook.analysis.lifecycle.case_path import (
    NOT_REPORTED,
    CaseStay,
    Place,
    case_stay,
    stages_not_reported,
)
from workbook.analysis.lifecycle.events import event_words
from workbook.analysis.traits import Names, catalogue_names
from workbook.analysis.wording import counted, listed
from workbook.editing import write_address
from workbook.library.entries import Library
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.lifecycle import Move
from workbook.model.record import Date, Record
from workbook.model.vocabulary import MechanismStatus
from workbook.model.workbook import OwnEntry

PLACES: tuple[Place, ...] = (
    "frame",
    "interests",
    "feasibility",
    "trigger",
    "win_wins",
    "business_case",
    "alignment",
    "sharing",
    "scale_up",
    "renewal",
    "paused",
    "closed",
)
"""The rows: the eight stages, and where something outside them is told of."""

NOT_VISITED = "Not visited yet."
NO_EVENT = "No event written yet."
ONLY_OF_CASES = "Told of cases only."
TRIED: frozenset[MechanismStatus] = frozenset({"tried", "worked", "failed"})

NOT_TRIED_RULE = (
    "A mechanism counts as tried when a scenario of the draft says that it was tried, worked or failed. One "
    "that is only considered or planned does not."
)
NOT_REPORTED_RULE = (
    "What the source of the case does not report is not made up. A stage counts as not reported when no step "
    "of the case belongs to it; which step belongs to which stage is our reading."
)


class Doing(Record):
    """One thing the draft did or met at a place; `on` is None where no date is known."""

    on: Date | None
    words: str
    address: str


class DraftStay(Record):
    """What the draft did at one place. `words` tell it, or say that there is nothing to tell."""

    doings: tuple[Doing, ...]
    words: str


class Row(Record):
    """One place: what the draft did there, and what each case did, in the order of the cases."""

    place: Place
    name: str
    draft: DraftStay
    cases: tuple[CaseStay, ...]


class CaseBeside(Record):
    """One case beside the draft: what it used that the draft has not tried, and what is not reported of it.

    `label` always says of an envisaged case that it is.
    """

    case: str
    label: str
    not_tried: Finding
    not_reported: Finding


class Timeline(Record):
    """A draft beside cases, place by place. Every row has as many cases as `cases`, in the same order."""

    draft: str
    rows: tuple[Row, ...]
    cases: tuple[CaseBeside, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Of each case: what the draft has not tried, and what is not reported."""
        return tuple(finding for each in self.cases for finding in (each.not_tried, each.not_reported))


def timeline(
    draft: Draft, cases: Sequence[Case], library: Library, own_entries: Iterable[OwnEntry] = ()
) -> Timeline:
    """A draft beside these cases (lifecycle ours; each step of a case with its own citation)."""
    names = catalogue_names(library, own_entries)
    return Timeline(
        draft=draft.id,
        rows=tuple(
            Row(
                place=place,
                name=names["stages", place],
                draft=_draft_stay(draft, place, names),
                cases=tuple(case_stay(case, place, names) for case in cases),
            )
            for place in PLACES
        ),
        cases=tuple(
            CaseBeside(
                case=case.id,
                label=case.label,
                not_tried=_not_tried(draft, case, names),
                not_reported=_not_reported(draft, case, names),
            )
            for case in cases
        ),
    )


def case_stays(case: Case, library: Library, own_entries: Iterable[OwnEntry] = ()) -> tuple[CaseStay, ...]:
    """What a case did at each of the places, in their order: its column without any draft beside it."""
    names = catalogue_names(library, own_entries)
    return tuple(case_stay(case, place, names) for place in PLACES)


def _draft_stay(draft: Draft, place: Place, names: Names) -> DraftStay:
    doings = tuple(_doings(draft, place, names))
    silence = {"trigger": NO_EVENT, "feasibility": ONLY_OF_CASES}.get(place, NOT_VISITED)
    return DraftStay(doings=doings, words="\n".join(each.words for each in doings) or silence)


def _doings(draft: Draft, place: Place, names: Names) -> Iterator[Doing]:
    moves, address = draft.lifecycle.moves, ("drafts", draft.id, "lifecycle")
    if place == "trigger":
        for event in sorted(draft.lifecycle.events, key=lambda each: (each.on is None, each.on)):
            where = write_address((*address, "events", event.id))
            yield Doing(on=event.on, words=event_words(event), address=where)
    if place == "frame":
        here = "" if moves else " It stands here."
        yield Doing(
            on=None, words=f"Every draft begins here.{here}", address=write_address((*address, "moves"))
        )
    for move in moves:
        if move.to == place:
            here = " It stands here." if move is moves[-1] else ""
            where = write_address((*address, "moves", move.id))
            yield Doing(on=move.at.date(), words=f"{_arrival(move, names)}{here}", address=where)


def _arrival(move: Move, names: Names) -> str:
    who = f" by {move.by.strip()}" if move.by.strip() else ""
    why = f" {sentence(move.because)}" if move.because.strip() else ""
    over = f" {counted(len(move.overridden), 'condition')} overridden." if move.overridden else ""
    return f"{day(move.at.date())}, from {names['stages', move.from_]}{who}.{why}{over}"


def _not_tried(draft: Draft, case: Case, names: Names) -> Finding:
    """What the case used, or is meant to use, and the draft has not tried."""
    statuses: dict[str, set[MechanismStatus]] = {}
    for scenario in draft.scenarios:
        for chosen in scenario.mechanisms:
            statuses.setdefault(chosen.mechanism, set()).add(chosen.status)
    left = [each for each in case.mechanisms if not statuses.get(each.mechanism, set()) & TRIED]
    called = [
        names["mechanisms", each.mechanism]
        + (" (only considered or planned)" if each.mechanism in statuses else "")
        for each in left
    ]
    return Finding(
        id=f"lifecycle.not_tried.{draft.id}.{case.id}",
        words=_not_tried_words(case, called),
        value=len(left) if case.mechanisms else None,
        unit="mechanisms",
        inputs=tuple(
            Input(name=names["mechanisms", each.mechanism], value=_how_far(statuses.get(each.mechanism)))
            for each in case.mechanisms
        ),
        rule=NOT_TRIED_RULE,
        citation="; ".join(dict.fromkeys(each.citation for each in case.mechanisms if each.citation))
        or case.citation,
        address=write_address(("drafts", draft.id, "scenarios")),
    )


def _not_tried_words(case: Case, called: Sequence[str]) -> str:
    if not case.mechanisms:
        return f"{case.label}: no mechanism is reported."
    did = {"envisaged": "is meant to use", "reported": "names"}.get(case.outcome, "used")
    if not called:
        return f"Everything that {case.label} {did} has been tried here."
    return f"{case.label} {did} what has not been tried here: {listed(called)}."


def _how_far(statuses: Iterable[MechanismStatus] | None) -> str:
    return "not in any scenario" if statuses is None else listed(sorted(statuses))


def _not_reported(draft: Draft, case: Case, names: Names) -> Finding:
    stages = stages_not_reported(case, names)
    said = [f"no step at {listed(stages)}"] if stages else []
    said += [f"{each[:1].lower()}{each[1:]}" for each in case.not_reported]
    nothing = f"{case.label}: every stage has a step, and nothing else is said to be missing."
    return Finding(
        id=f"lifecycle.not_reported.{draft.id}.{case.id}",
        words=f"{NOT_REPORTED} of {case.label}: {'; '.join(said)}." if said else nothing,
        value=len(stages),
        unit="stages",
        inputs=tuple(Input(name=stage, value="not reported") for stage in stages),
        rule=NOT_REPORTED_RULE,
        citation=case.citation,
        address=None,
    )
