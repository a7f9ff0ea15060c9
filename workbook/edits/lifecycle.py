"""Moving a draft from stage to stage: one entry in its log, and a snapshot of how it stood before."""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from workbook.analysis.lifecycle.conditions import Condition
from workbook.analysis.lifecycle.gates import way
from workbook.analysis.lifecycle.moves import moves_open
from workbook.analysis.lifecycle.standing import begins_a_cycle, cycle_of
from workbook.analysis.wording import listed
from workbook.editing import get, insert
from workbook.edits.ids import NewId, new_id
from workbook.edits.snapshots import take_snapshot
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.lifecycle import Move, Override
from workbook.model.vocabulary import LifecyclePlace
from workbook.model.workbook import Workbook

NOTHING: Mapping[str, str] = MappingProxyType({})


class MoveRefused(ValueError):
    """A move cannot be made: the message is one sentence for whoever asked.

    `unmet` are the conditions on the way that are neither met nor overridden, if it is because of them.
    """

    def __init__(self, sentence: str, unmet: Iterable[Condition] = ()) -> None:
        super().__init__(sentence)
        self.unmet = tuple(unmet)


def move(  # noqa: PLR0913 - who, when, why and what was overridden belong to one entry in the log
    workbook: Workbook,
    draft_id: str,
    to: LifecyclePlace,
    *,
    library: Library,
    at: dt.datetime,
    by: str = "",
    because: str = "",
    overridden: Mapping[str, str] = NOTHING,
    make_id: NewId = new_id,
) -> Workbook:
    """The workbook with a draft moved to a stage, to paused or to closed.

    The log says which conditions of the gates on the way held and which were overridden, by their ids.
    `overridden` gives the reason for each that does not hold; one that holds after all, or is not applicable,
    is not noted as overridden. From renewal back to the win-wins a new cycle begins. The same edit keeps a
    snapshot of the draft as it stood before, without the move, so that one undo takes both back.

    Raises:
        NoSuchPlaceError: there is no such draft.
        MoveRefused: it stands there, or cannot go there from where it stands; a condition is neither met nor
            overridden with a reason and a name; or something is overridden that is not asked for.
    """
    draft: Draft = get(workbook, ("drafts", draft_id))
    _refuse_where_it_cannot_go(draft, to, library)
    asked = way(draft, to, library, workbook.settings.robustness.weights, because)
    _refuse_what_is_not_asked(overridden, asked, to, library)
    given = {each: reason for each, reason in overridden.items() if reason.strip()}
    unmet = [each for each in asked if each.is_unmet]
    _refuse_the_unmet([each for each in unmet if each.id not in given], to, library)
    if unmet and not by.strip():
        raise MoveRefused("Who overrides a condition gives a name.", unmet)
    entry = Move(
        id=make_id("m"),
        **{"from": draft.lifecycle.stage},
        to=to,
        at=at,
        by=by,
        because=because,
        cycle=cycle_of(draft.lifecycle) + begins_a_cycle(draft.lifecycle, to),
        held=tuple(each.id for each in asked if each.state == "met"),
        overridden=tuple(Override(condition=each.id, because=given[each.id]) for each in unmet),
    )
    kept = take_snapshot(
        workbook,
        draft_id,
        f"Before moving to {library.stage(to).name}",
        at=at,
        by=by,
        reason="move",
        make_id=make_id,
    )
    return insert(kept, ("drafts", draft_id, "lifecycle", "moves"), entry)


def _refuse_where_it_cannot_go(draft: Draft, to: LifecyclePlace, library: Library) -> None:
    here = draft.lifecycle.stage
    if to == here:
        raise MoveRefused(f"It stands at {library.stage(to).name} already.")
    if to not in {each.to for each in moves_open(draft, library)}:
        raise MoveRefused("It is closed, so nothing is left to pause: take it up again at a stage first.")


def _refuse_what_is_not_asked(
    overridden: Mapping[str, str], asked: Iterable[Condition], to: LifecyclePlace, library: Library
) -> None:
    strange = [each for each in overridden if each not in {condition.id for condition in asked}]
    if strange:
        raise MoveRefused(
            f"Nothing called {listed(strange)} is asked on the way to {library.stage(to).name}."
        )


def _refuse_the_unmet(unmet: list[Condition], to: LifecyclePlace, library: Library) -> None:
    if unmet:
        missing = "; ".join(f"{each.words} ({each.id})" for each in unmet)
        what = "this is" if len(unmet) == 1 else "these are"
        raise MoveRefused(
            f"On the way to {library.stage(to).name} {what} neither met nor overridden: {missing}.", unmet
        )
