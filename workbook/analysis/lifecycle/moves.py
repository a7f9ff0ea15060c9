"""Where a draft may move from where it stands."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from workbook.analysis.lifecycle.standing import begins_a_cycle, is_stage, standing_at
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.vocabulary import STAGES, LifecyclePlace, StageId

MoveKind = Literal["forward", "back", "pause", "resume", "close", "renew"]


RESTS: Mapping[LifecyclePlace, tuple[LifecyclePlace, ...]] = MappingProxyType(
    {"paused": ("closed",), "closed": ()}
)
"""Where a draft can rest next while it is paused or closed; from a stage it can be both."""


class PossibleMove(Record):
    """One place to move to: `words` are what a button for it would say."""

    to: LifecyclePlace
    kind: MoveKind
    words: str


def moves_open(draft: Draft, library: Library) -> tuple[PossibleMove, ...]:
    """Every move that is open, whatever its gates ask (that says `way`).

    From a stage: forward to any later one, back to any earlier one, to paused and to closed; from renewal the
    way back to the win-wins is a renewal. From paused: on at the stage where it stood, first, then at any
    other; or closed. From closed: on again, in the same way; not to paused, because nothing is left to pause.
    """
    here = draft.lifecycle.stage
    stood = standing_at(draft.lifecycle)
    stages = [stage for stage in STAGES if stage != here]
    if not is_stage(here):
        stages.sort(key=lambda stage: stage != stood)  # stable: the others stay in order
    rests = RESTS.get(here, ("paused", "closed"))
    return tuple(
        PossibleMove(to=to, kind=(kind := move_kind(draft, to)), words=_words(kind, to, library))
        for to in (*stages, *rests)
    )


def move_kind(draft: Draft, to: LifecyclePlace) -> MoveKind:
    """What sort of move it would be to go there."""
    if to == "paused":
        return "pause"
    if to == "closed":
        return "close"
    if begins_a_cycle(draft.lifecycle, to):
        return "renew"
    if not is_stage(draft.lifecycle.stage):
        return "resume"
    return "forward" if STAGES.index(to) > STAGES.index(standing_at(draft.lifecycle)) else "back"


def next_stage(draft: Draft) -> StageId | None:
    """The stage after the one where it stands, or stood; None at the last."""
    place = STAGES.index(standing_at(draft.lifecycle)) + 1
    return STAGES[place] if place < len(STAGES) else None


def _words(kind: MoveKind, to: LifecyclePlace, library: Library) -> str:
    name = library.stage(to).name
    return {
        "forward": f"Move on to {name}",
        "back": f"Go back to {name}",
        "pause": "Pause",
        "resume": f"Take it up again at {name}",
        "close": "Close",
        "renew": f"Renew: a new cycle from {name}",
    }[kind]
