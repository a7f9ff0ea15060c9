"""What can be told apart from another: a draft, a draft as it stood in a snapshot, or a case."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from workbook.analysis.delivery.words import day
from workbook.editing import Address, write_address
from workbook.library.entries import Library
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.record import Moment
from workbook.model.workbook import Snapshot, Workbook

SideKind = Literal["draft", "snapshot", "case"]

Begin = Callable[[Case, Callable[[str], str]], Draft]
"""Begins a draft from a case with ids of a maker of ids: `workbook.edits.begin.draft_from_case`.

It is handed in, because the analysis knows no edits.
"""


@dataclass(frozen=True)
class Side:
    """One of the two: what it is, what it is called, its workbook, and where it stands there.

    `source` is the draft itself, also of a snapshot; `root` is None for a case of the library, which is in no
    workbook.
    """

    kind: SideKind
    id: str
    name: str
    source: Draft | Case
    workbook: Workbook
    root: Address | None

    def address(self, *steps: str) -> str | None:
        """Where a part of the draft stands in the workbook, as a slash path; of a case, the case itself."""
        if self.root is None:
            return None
        return write_address((*self.root, *steps) if isinstance(self.source, Draft) else self.root)


class UnknownSubjectError(LookupError):
    """There is no draft, snapshot or case of this id."""


def subject(workbook: Workbook, library: Library, subject_id: str) -> Side:
    """The draft, snapshot, own case or case of the library that has this id.

    Raises:
        UnknownSubjectError: nothing has it; the message says what there is.
    """
    for side in subjects(workbook, library):
        if side.id == subject_id:
            return side
    there = {
        "drafts": [draft.id for draft in workbook.drafts],
        "snapshots": [snapshot.id for snapshot in workbook.snapshots],
        "cases": [case.id for case in (*library.cases, *workbook.own_cases)],
    }
    known = "; ".join(f"{what}: {', '.join(ids) or 'none'}" for what, ids in there.items())
    raise UnknownSubjectError(f"there is no draft, snapshot or case {subject_id} ({known})")


def subjects(workbook: Workbook, library: Library) -> Iterator[Side]:
    """Everything in a workbook that can be told apart from another, and the cases of the library."""
    for draft in workbook.drafts:
        yield draft_side(workbook, draft)
    for snapshot in workbook.snapshots:
        yield snapshot_side(workbook, snapshot)
    for case in (*workbook.own_cases, *library.cases):
        yield case_side(workbook, case)


def draft_side(workbook: Workbook, draft: Draft) -> Side:
    """A draft as it stands."""
    return Side("draft", draft.id, draft.name.strip() or draft.id, draft, workbook, ("drafts", draft.id))


def snapshot_side(workbook: Workbook, snapshot: Snapshot) -> Side:
    """A draft as it stood at a moment."""
    root = ("snapshots", snapshot.id, "draft")
    return Side("snapshot", snapshot.id, _snapshot_name(snapshot), snapshot.draft, workbook, root)


def case_side(workbook: Workbook, case: Case) -> Side:
    """A case of the library, or one of the workbook's own."""
    is_own = any(own.id == case.id for own in workbook.own_cases)
    return Side("case", case.id, case.label, case, workbook, ("own_cases", case.id) if is_own else None)


def moment_in_words(moment: Moment) -> str:
    """A moment to the minute, in its own time zone."""
    return f"{day(moment.date())}, {moment:%H:%M}"


def _snapshot_name(snapshot: Snapshot) -> str:
    """What it is called, of which draft it is, and of when: a name that nobody gave says that already."""
    draft, named = snapshot.draft.name.strip() or snapshot.draft.id, snapshot.name.strip()
    when = f"{draft}, {moment_in_words(snapshot.at)}"
    is_named = named and named != f"{draft}, {snapshot.at:%Y-%m-%d %H:%M}"
    return f"{named} ({when})" if is_named else f"Snapshot of {when}"


def drafts_of(before: Side, after: Side, begin: Begin) -> tuple[Draft, Draft]:
    """Both as drafts. A case is taken as the draft that one would begin from it.

    Such a draft has made-up ids, none of which the other has, and as its own the id of the other draft: an id
    that nobody gave is no difference.
    """
    if isinstance(before.source, Draft):
        return before.source, _as_draft(after.source, before.source, begin)
    if isinstance(after.source, Draft):
        return _as_draft(before.source, after.source, begin), after.source
    then = _as_draft(after.source, Draft(id=after.id), begin)
    return _as_draft(before.source, then, begin), then


def _as_draft(source: Draft | Case, other: Draft, begin: Begin) -> Draft:
    if isinstance(source, Draft):
        return source
    taken, given = {item.id for item in other.items()}, 0

    def make_id(letter: str) -> str:
        nonlocal given
        given += 1
        while f"{letter}{given}" in taken:
            given += 1
        return f"{letter}{given}"

    return begin(source, make_id).replace(id=other.id)
