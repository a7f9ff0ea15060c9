"""What can be done with a snapshot: each one step of undo, and a sentence that says what came of it."""

import datetime as dt

from ui.document import Document
from workbook.analysis.wording import capitalised
from workbook.edits.snapshots import remove_snapshot, restore_snapshot
from workbook.model.workbook import Snapshot, Workbook


def go_back(document: Document, snapshot: Snapshot, at: dt.datetime) -> str:
    """Bring the draft back as the snapshot keeps it, and look at it."""
    before = document.workbook
    document.edit(
        lambda workbook: restore_snapshot(workbook, snapshot.id, at=at, by=workbook.facilitator),
        f"going back to {snapshot.name.strip() or 'a snapshot'}",
        ("snapshots", snapshot.id),
    )
    document.choose_draft(snapshot.draft.id)
    return _came_back(snapshot, before, document.workbook)


def remove(document: Document, snapshot: Snapshot) -> str:
    """Take a snapshot away."""
    document.edit(
        lambda workbook: remove_snapshot(workbook, snapshot.id),
        "removing a snapshot",
        ("snapshots", snapshot.id),
    )
    return f"{capitalised(_called(snapshot))} is removed. The draft stays as it is."


def _came_back(snapshot: Snapshot, before: Workbook, after: Workbook) -> str:
    """What came back, and where that is which it took the place of."""
    draft = snapshot.draft.name.strip() or snapshot.draft.id
    said = f"“{draft}” stands again as {_called(snapshot)} keeps it."
    if all(each.id != snapshot.draft.id for each in before.drafts):
        return said
    kept = [each for each in after.snapshots if each not in before.snapshots]
    where = f"as {_called(kept[0])}" if kept else "in another snapshot"
    return f"{said} What stood there until now is kept {where}."


def _called(snapshot: Snapshot) -> str:
    name = snapshot.name.strip()
    return f"the snapshot “{name}”" if name else "the snapshot without a name"
