"""The ways in that every page of a draft offers while there is none: an empty draft, or one from a case."""

from collections.abc import Callable
from functools import partial

from ui.document import Document
from ui.widgets import Way
from ui.widgets.painting.tiles import CASE_ICONS
from workbook.edits.begin import add_draft, draft_from_case, empty_draft
from workbook.edits.drafts import next_draft_name
from workbook.library.loader import load


def ways_to_begin(document: Document, then: Callable[[], object]) -> list[Way]:
    """Each adds the first draft; `then` puts the keyboard where one would go on."""
    ways = [
        Way("Begin an empty draft", "file-plus", partial(_begin, document, then, None), "In your own words")
    ]
    return ways + [
        Way(
            f"Begin from {case.label}",
            CASE_ICONS.get(case.id, "book-open"),
            partial(_begin, document, then, case.id),
        )
        for case in load().cases
        if case.is_characterised
    ]


def _begin(document: Document, then: Callable[[], object], case_id: str | None) -> None:
    name = next_draft_name(document.workbook)
    draft = empty_draft(name) if case_id is None else draft_from_case(load().case(case_id))
    document.edit(lambda workbook: add_draft(workbook, draft), "adding a draft", ("drafts", draft.id))
    document.choose_draft(draft.id)
    then()
