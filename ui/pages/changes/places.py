"""Where in the drafts of the open workbook the field of a change stands, so that one can go there."""

from ui.document import Document
from ui.pages.changes.sides import Choice
from workbook.analysis.difference.changes import Change
from workbook.analysis.difference.tell import DraftDifference
from workbook.editing import Address, NoSuchPlaceError

ON_NO_PAGE = frozenset({"id", "begun_from", "scale"})
"""Fields of a draft that no page edits."""


def place_of(
    document: Document, sides: tuple[Choice, Choice], found: DraftDifference, change: Change
) -> Address | None:
    """The field in the second draft, else in the first; None where neither of them is a draft of ours.

    What was matched by its name has an id of its own in the first.
    """
    steps = change.difference.steps
    if steps[0] in ON_NO_PAGE:
        return None
    old_ids = {each.after: each.before for each in found.matched_by_name}
    before, after = sides
    for side, its in ((after, steps), (before, tuple(old_ids.get(step, step) for step in steps))):
        place = ("drafts", side.side.id, *its)
        if side.is_ours and side.side.kind == "draft" and _is_there(document, place):
            return place
    return None


def _is_there(document: Document, place: Address) -> bool:
    try:
        document.get(place)
    except NoSuchPlaceError:
        return False
    return True
