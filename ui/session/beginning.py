"""What a new workbook begins with."""

from workbook.edits.begin import add_draft, draft_from_case, empty_draft
from workbook.library.loader import load
from workbook.model.workbook import Workbook


def with_empty_draft() -> Workbook:
    """A workbook with one empty draft."""
    return add_draft(Workbook(), empty_draft())


def with_case(case_id: str) -> Workbook:
    """A workbook with one draft that says what a case's source reports.

    Raises:
        LookupError: the library has no such case.
    """
    case = next((case for case in load().cases if case.id == case_id), None)
    if case is None:
        raise LookupError(case_id)
    return add_draft(Workbook(), draft_from_case(case))
