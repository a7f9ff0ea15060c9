"""Edits of the list of drafts: add, duplicate, remove, put in another order."""

from workbook.editing import insert, move, remove
from workbook.edits.ids import NewId, new_id
from workbook.model.draft import BegunFrom
from workbook.model.workbook import Workbook

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter_of(workbook: Workbook, draft_id: str) -> str:
    """The letter a draft is called by in the room: its place in the order of drafts; after Z a number.

    Raises:
        KeyError: there is no such draft.
    """
    for place, draft in enumerate(workbook.drafts):
        if draft.id == draft_id:
            return LETTERS[place] if place < len(LETTERS) else str(place + 1)
    raise KeyError(draft_id)


def next_draft_name(workbook: Workbook) -> str:
    """A name for a draft that is added, which no other has."""
    taken = {draft.name for draft in workbook.drafts}
    place = len(workbook.drafts)
    while True:
        name = f"Draft {LETTERS[place] if place < len(LETTERS) else place + 1}"
        if name not in taken:
            return name
        place += 1


def duplicate_draft(workbook: Workbook, draft_id: str, make_id: NewId = new_id) -> Workbook:
    """The workbook with a copy of a draft behind it.

    The copy has an id of its own; what is in it keeps its ids, so that the two can be compared and merged.

    Raises:
        KeyError: there is no such draft.
    """
    original = workbook.draft(draft_id)
    copy = original.replace(
        id=make_id("d"),
        name=f"{original.name} (copy)",
        begun_from=BegunFrom(kind="draft", id=original.id),
    )
    return insert(workbook, ("drafts",), copy, at=_place(workbook, draft_id) + 1)


def remove_draft(workbook: Workbook, draft_id: str) -> Workbook:
    """The workbook without a draft. Snapshots of it stay: they are what it was.

    Raises:
        NoSuchPlaceError: there is no such draft.
    """
    return remove(workbook, ("drafts", draft_id))


def move_draft(workbook: Workbook, draft_id: str, to: int) -> Workbook:
    """The workbook with a draft at another place in the order.

    Raises:
        NoSuchPlaceError: there is no such draft.
    """
    return move(workbook, ("drafts", draft_id), to)


def _place(workbook: Workbook, draft_id: str) -> int:
    return [draft.id for draft in workbook.drafts].index(draft_id)
