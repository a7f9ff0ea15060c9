"""Taking a snapshot by hand, as one step of undo: from the menu on any page, and on the page of changes."""

import datetime as dt

from ui.document import Document
from workbook.edits.ids import new_id
from workbook.edits.snapshots import take_snapshot
from workbook.model.draft import Draft


def take(document: Document, draft: Draft, name: str, at: dt.datetime) -> str:
    """Keep a draft as it stands; the answer is a sentence that says so. The facilitator is who took it."""
    key = new_id("z")
    document.edit(
        lambda workbook: take_snapshot(
            workbook, draft.id, name, at=at, by=workbook.facilitator, make_id=lambda _: key
        ),
        "taking a snapshot",
        ("snapshots", key),
    )
    taken = next(each for each in document.workbook.snapshots if each.id == key)
    return f"The snapshot “{taken.name}” is taken."
