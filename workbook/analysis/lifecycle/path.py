"""How a draft came to where it stands: stages visited, cycles, and the log of its moves in words."""

import datetime as dt
from collections.abc import Iterator

from workbook.analysis.delivery.words import day, sentence
from workbook.analysis.finding import Finding, Input
from workbook.analysis.lifecycle.conditions import kind_of
from workbook.analysis.lifecycle.kinds import KINDS
from workbook.analysis.lifecycle.saying import benefit_called, flow_called, stakeholder_called
from workbook.analysis.lifecycle.standing import cycle_of, is_stage, standing_at
from workbook.editing import write_address
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.lifecycle import Move
from workbook.model.record import Count, Date, Moment, Record
from workbook.model.vocabulary import LifecyclePlace, StageId

STAGE_RULE = "The stage is where the last move in the log led, or the first stage."
STAGE_CITATION = "Our own stages, after Susha et al. 2019, section 4.2"
GONE = "something that is no longer there"


class OverrideTold(Record):
    """A condition that was passed though it did not hold: its id, what it asked, and the reason given."""

    condition: str
    words: str
    because: str


class MoveTold(Record):
    """One entry of the log. `words` say where from, where to and when; `held` what each condition asked."""

    id: str
    begun_at: LifecyclePlace
    to: LifecyclePlace
    at: Moment
    by: str
    because: str
    cycle: Count
    words: str
    held: tuple[str, ...]
    overridden: tuple[OverrideTold, ...]
    address: str


class Visit(Record):
    """A stay at one place, in order; `since` is None for the beginning, `until` while it stands there."""

    place: LifecyclePlace
    cycle: Count
    since: Date | None
    until: Date | None
    words: str


class Path(Record):
    """Where a draft stands and how it came there. `stage` is the one it stood at before it was paused."""

    place: LifecyclePlace
    stage: StageId
    cycle: Count
    since: Date | None
    visits: tuple[Visit, ...]
    log: tuple[MoveTold, ...]
    finding: Finding


def path(draft: Draft, library: Library) -> Path:
    """The path of a draft so far, from its log."""
    lifecycle = draft.lifecycle
    return Path(
        place=lifecycle.stage,
        stage=standing_at(lifecycle),
        cycle=cycle_of(lifecycle),
        since=lifecycle.moves[-1].at.date() if lifecycle.moves else None,
        visits=tuple(_visits(draft, library)),
        log=tuple(_told(draft, move, library) for move in lifecycle.moves),
        finding=stage_finding(draft, library),
    )


def stage_finding(draft: Draft, library: Library) -> Finding:
    """The stage, from the log of moves; a draft that never moved is at the first."""
    lifecycle = draft.lifecycle
    name = library.stage(lifecycle.stage).name
    inputs: tuple[Input, ...] = ()
    words = f"{name}, where every draft begins; no move yet."
    if lifecycle.moves:
        last = lifecycle.moves[-1]
        at = "" if is_stage(lifecycle.stage) else f" at {library.stage(standing_at(lifecycle)).name}"
        cycle = f", in cycle {last.cycle}" if last.cycle > 1 else ""
        words = f"{name}{at}{cycle}, since {day(last.at.date())}."
        inputs = (Input(name="Last move", value=last.because or name, address=_address(draft, last)),)
    return Finding(
        id=f"lifecycle.stage.{draft.id}",
        words=words,
        value=lifecycle.stage,
        unit="stage",
        inputs=inputs,
        rule=STAGE_RULE,
        citation=STAGE_CITATION,
        address=write_address(("drafts", draft.id, "lifecycle", "moves")),
    )


def condition_words(draft: Draft, condition_id: str) -> str:
    """What a condition in the log asked, with the present name of what it was about.

    An id that no gate of ours has, such as one from another program, is shown as it stands.
    """
    kind, about = KINDS.get(kind_of(condition_id)), condition_id.split(".")[2:]
    if kind is None:
        return condition_id
    return kind.about(_called(draft, about[0]) if about else "")


def _called(draft: Draft, item_id: str) -> str:
    """What a stakeholder, data flow or benefit is called: ids are unique within a draft."""
    flows = (flow_called(draft, flow) for flow in draft.data_flows if flow.id == item_id)
    benefits = (
        benefit_called(benefit)
        for scenario in draft.scenarios
        for benefit in scenario.benefits
        if benefit.id == item_id
    )
    return stakeholder_called(draft, item_id) or next(flows, "") or next(benefits, GONE)


def _told(draft: Draft, move: Move, library: Library) -> MoveTold:
    start, end = library.stage(move.from_).name, library.stage(move.to).name
    who = f" by {move.by.strip()}" if move.by.strip() else ""
    why = f" {sentence(move.because)}" if move.because.strip() else ""
    return MoveTold(
        id=move.id,
        begun_at=move.from_,
        to=move.to,
        at=move.at,
        by=move.by,
        because=move.because,
        cycle=move.cycle,
        words=f"From {start} to {end} on {day(move.at.date())}{who}.{why}",
        held=tuple(condition_words(draft, each) for each in move.held),
        overridden=tuple(
            OverrideTold(
                condition=each.condition,
                words=condition_words(draft, each.condition),
                because=each.because,
            )
            for each in move.overridden
        ),
        address=_address(draft, move),
    )


def _visits(draft: Draft, library: Library) -> Iterator[Visit]:
    place: LifecyclePlace = "frame"
    since: dt.date | None = None
    cycle = 1
    for move in draft.lifecycle.moves:
        until = move.at.date()
        yield _visit(library, place, cycle, since, until)
        place, since, cycle = move.to, until, move.cycle
    yield _visit(library, place, cycle, since, None)


def _visit(
    library: Library, place: LifecyclePlace, cycle: int, since: dt.date | None, until: dt.date | None
) -> Visit:
    begun = "from the beginning" if since is None else f"from {day(since)}"
    ended = "" if until is None else f" to {day(until)}"
    words = f"{library.stage(place).name}, {begun}{ended}"
    return Visit(place=place, cycle=cycle, since=since, until=until, words=words)


def _address(draft: Draft, move: Move) -> str:
    return write_address(("drafts", draft.id, "lifecycle", "moves", move.id))
