"""Beginning the first draft from a page that has nothing to show yet."""

from collections.abc import Callable
from functools import partial

from ui.document import Document
from ui.widgets import Way
from ui.widgets.painting.tiles import CASE_ICONS
from workbook.edits.begin import add_draft, draft_from_case, empty_draft
from workbook.edits.drafts import next_draft_name
from workbook.library.loader import load


def ways_to_begin(document: Document, then: Callable[[], object]) -> list[Way]:
    """An empty draft, or one begun from a case; `then` shows it, with the keyboard where one would write."""
    ways = [
        Way("Begin an empty draft", "file-plus", partial(_begin, document, then, None), "In your own words")
    ]
    return ways + [
        Way(
            f"Begin from {case.label}",
            CASE_ICONS.get(case.id, "book-open"),
            partial(_begin, document, then, case.id),
            case.name,
        )
        for case in load().cases
        if case.is_characterised
    ]


def _begin(document: Document, then: Callable[[], object], case_id: str | None) -> None:
    case = None if case_id is None else load().case(case_id)
    name = next_draft_name(document.workbook)
    draft = empty_draft(name) if case is None else draft_from_case(case)
    label = "adding a draft" if case is None else f"adding a draft after {case.label}"
    document.edit(lambda workbook: add_draft(workbook, draft), label, ("drafts", draft.id))
    document.choose_draft(draft.id)
    then()
