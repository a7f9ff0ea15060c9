"""What was taken down in each draft: decisions, questions, ideas, tasks with owner, due date and state."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.wording import capitalised
from workbook.analysis.workshop import (
    OVERDUE_RULE,
    SUMMARY_RULE,
    WITHOUT_OWNER_RULE,
    note_names,
    page_name,
    record_findings,
    state_of,
)
from workbook.model.draft import Draft
from workbook.model.notes import Note

COLUMNS = (
    Column("Draft", 170, "name"),
    Column("What", 110, "name"),
    Column("In words", 560),
    Column("Owner", 190),
    Column("Due", 100),
    Column("State", 100),
    Column("Taken down on", 190, "muted"),
)
NO_OWNER = Styled("no owner yet", "muted")


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title("Record", "What was decided, asked, thought of and promised, in the words of the room.")
    page.table(COLUMNS, _rows(report), "The record of each draft, in the order taken down.", frozen=2)
    for draft in report.drafts:
        said = record_findings(draft, report.made_on).summary.words
        page.paragraph(f"{report.titles[draft.id]}: {said}")
    page.paragraph(
        f"{SUMMARY_RULE} {OVERDUE_RULE} {WITHOUT_OWNER_RULE} Today is {report.made_on.isoformat()} here."
    )


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft in report.drafts:
        yield from _of_draft(report, draft)


def _of_draft(report: Report, draft: Draft) -> Iterator[tuple[Value, ...]]:
    title, names = report.titles[draft.id], note_names(draft.record)
    for note in draft.record:
        yield (
            title,
            names[note.id],
            note.text or Styled("no words", "muted"),
            _owner(note),
            None if note.due is None else note.due.isoformat(),
            capitalised(state_of(note, report.made_on)),
            page_name(note.page) or None,
        )
    if not draft.record:
        yield title, Styled("Nothing taken down yet", "muted"), *[None] * (len(COLUMNS) - 2)


def _owner(note: Note) -> Value:
    """Only of a task that is still to be done is it worth saying that nobody sees to it."""
    if note.owner.strip() or note.kind != "task" or note.done:
        return note.owner or None
    return NO_OWNER


SHEET = Sheet(
    "Record", 122, "What was decided, asked, thought of and promised; whose it is, and due when.", write
)
