"""How far each draft has come on every step of the walk."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.completeness import COMPLETENESS_RULE, StepCompleteness


def write(page: Page, report: Report) -> None:
    """Write it."""
    columns = (
        Column("Step", 220, "name"),
        *(Column(title, 240) for _, title in report.titles_of("draft")),
    )
    page.columns(column.width for column in columns)
    page.title("Completeness", "How far each draft has come. What is missing stands on the next sheet.")
    page.table(columns, _rows(report), "Steps of the walk by draft: nothing yet, begun or complete.")
    page.paragraph(COMPLETENESS_RULE)


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    by_draft = [report.analyses[draft].completeness for draft, _ in report.titles_of("draft")]
    for steps in zip(*by_draft, strict=True):
        yield steps[0].title, *(_cell(step) for step in steps)


def _cell(step: StepCompleteness) -> Value:
    return step.finding.words if step.state != "empty" else Styled(step.finding.words, "muted")


SHEET = Sheet("Completeness", 130, "How far each draft has come on every step.", write)
