"""At which stage a draft stands, also while it is paused or closed, and in which cycle."""

from typing import cast

from workbook.model.lifecycle import Lifecycle
from workbook.model.vocabulary import STAGES, LifecyclePlace, StageId


def is_stage(place: LifecyclePlace) -> bool:
    """Whether it is one of the eight: neither paused nor closed."""
    return place in STAGES


def standing_at(lifecycle: Lifecycle) -> StageId:
    """The stage where it stands, or stood before it was paused or closed."""
    for move in reversed(lifecycle.moves):
        if is_stage(move.to):
            return cast("StageId", move.to)
    return "frame"


def cycle_of(lifecycle: Lifecycle) -> int:
    """Which time round it is, from 1: as many renewals led back to the win-wins, and one."""
    return lifecycle.moves[-1].cycle if lifecycle.moves else 1


def begins_a_cycle(lifecycle: Lifecycle, to: LifecyclePlace) -> bool:
    """Whether a move there is a renewal: from renewal, also after a pause or a closing, to the win-wins."""
    return standing_at(lifecycle) == "renewal" and to == "win_wins"
