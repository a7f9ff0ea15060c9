"""A move as it is wished for, and as one edit: the lessons that go with a closing, then the move itself."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbook.analysis.lifecycle.conditions import Condition
from workbook.analysis.lifecycle.gates import way
from workbook.editing import get, put
from workbook.edits.lifecycle import move
from workbook.library.entries import Library
from workbook.model.vocabulary import LifecyclePlace
from workbook.model.workbook import Workbook

REASON, LESSONS = "renewal.reason", "renewal.lessons"
"""What a closing asks for: the panel has fields of its own for both."""


@dataclass(frozen=True)
class MoveWish:
    """Where to, why, who, and the reasons for what does not hold; `lessons` only with a closing."""

    to: LifecyclePlace
    because: str = ""
    by: str = ""
    overridden: Mapping[str, str] = field(default_factory=dict)
    lessons: str | None = None


def asked_for(workbook: Workbook, draft_id: str, wish: MoveWish, library: Library) -> tuple[Condition, ...]:
    """What the move would have to pass, as things stand."""
    ready = get(_with_lessons(workbook, draft_id, wish), ("drafts", draft_id))
    return way(ready, wish.to, library, workbook.settings.robustness.weights, wish.because)


def moved(workbook: Workbook, draft_id: str, wish: MoveWish, library: Library, at: dt.datetime) -> Workbook:
    """The workbook after the move, with a snapshot of how the draft stood before.

    Raises:
        MoveRefused: a reason or a name is missing, or the move is not open.
    """
    return move(
        _with_lessons(workbook, draft_id, wish),
        draft_id,
        wish.to,
        library=library,
        at=at,
        by=wish.by,
        because=wish.because,
        overridden=wish.overridden,
    )


def _with_lessons(workbook: Workbook, draft_id: str, wish: MoveWish) -> Workbook:
    if wish.lessons is None:
        return workbook
    return put(workbook, ("drafts", draft_id, "lifecycle", "lessons"), wish.lessons)
