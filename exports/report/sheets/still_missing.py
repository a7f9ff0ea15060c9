"""What is missing in each draft, thing by thing: a list to work from before the next meeting."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Value

COLUMNS = (
    Column("Draft", 260, "name"),
    Column("Step", 240, "name"),
    Column("What is missing", 640),
)


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title("Still missing", "What could still be entered. Nothing has to be.")
    page.table(COLUMNS, _rows(report), "Things not entered yet, by draft and step.", frozen=2)


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft, title in report.titles_of("draft"):
        for step in report.analyses[draft].completeness:
            for missing in step.finding.inputs:
                yield title, step.title, missing.name


SHEET = Sheet("Still missing", 140, "What is missing in each draft, thing by thing.", write)
