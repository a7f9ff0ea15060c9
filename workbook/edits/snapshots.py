"""Keeping a draft as it stands, and coming back to it."""

import datetime as dt

from workbook.editing import get, insert, put, remove
from workbook.edits.ids import NewId, new_id
from workbook.model.draft import Draft
from workbook.model.vocabulary import SnapshotReason
from workbook.model.workbook import Snapshot, Workbook


def take_snapshot(  # noqa: PLR0913 - what is kept of the moment
    workbook: Workbook,
    draft_id: str,
    name: str = "",
    *,
    at: dt.datetime,
    by: str = "",
    reason: SnapshotReason = "by_hand",
    make_id: NewId = new_id,
) -> Workbook:
    """The workbook with a snapshot of a draft, last. Without a name it is called after draft and moment.

    Raises:
        NoSuchPlaceError: there is no such draft.
    """
    draft: Draft = get(workbook, ("drafts", draft_id))
    kept = Snapshot(
        id=make_id("z"),
        name=name.strip() or snapshot_name(draft, at),
        at=at,
        by=by,
        reason=reason,
        draft=draft,
    )
    return insert(workbook, ("snapshots",), kept)


def snapshot_name(draft: Draft, at: dt.datetime) -> str:
    """What a snapshot is called that nobody named."""
    return f"{draft.name.strip() or draft.id}, {at:%Y-%m-%d %H:%M}"


def restore_snapshot(
    workbook: Workbook, snapshot_id: str, *, at: dt.datetime, by: str = "", make_id: NewId = new_id
) -> Workbook:
    """The workbook with the draft of that id whole as it stood, its log included; the snapshot stays.

    Because the draft comes back whole, its log still explains where it stands. A draft that is gone comes
    back as the last one. What stood there until now is kept as a snapshot, "Before going back to ...",
    unless one holds it already: going back after the workbook was closed must not lose work either.

    Raises:
        NoSuchPlaceError: there is no such snapshot.
    """
    snapshot: Snapshot = get(workbook, ("snapshots", snapshot_id))
    restored = snapshot.draft
    present = next((draft for draft in workbook.drafts if draft.id == restored.id), None)
    if present is None:
        return insert(workbook, ("drafts",), restored)
    if present == restored:
        return workbook
    if all(present != each.draft for each in workbook.snapshots):
        name = f"Before going back to {snapshot.name.strip() or snapshot.id}"
        workbook = take_snapshot(workbook, present.id, name, at=at, by=by, make_id=make_id)
    return put(workbook, ("drafts", restored.id), restored)


def rename_snapshot(workbook: Workbook, snapshot_id: str, name: str) -> Workbook:
    """The workbook with a snapshot under another name.

    Raises:
        NoSuchPlaceError: there is no such snapshot.
    """
    return put(workbook, ("snapshots", snapshot_id, "name"), name)


def remove_snapshot(workbook: Workbook, snapshot_id: str) -> Workbook:
    """The workbook without a snapshot. The draft it was taken of is not touched.

    Raises:
        NoSuchPlaceError: there is no such snapshot.
    """
    return remove(workbook, ("snapshots", snapshot_id))
