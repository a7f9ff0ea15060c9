"""Headings of the comparison side by side: rows are what somebody has, columns are drafts and cases."""

from collections.abc import Iterator, Sequence

from exports.report.content import Report
from exports.report.page import Page
from exports.report.values import Column, Styled, Value, shared_width
from workbook.analysis.headings import Cell, Group

NOT_HAD = "—"
NOTHING_THERE = Styled(NOT_HAD, "muted")
SILENT = {"draft": Styled("not said yet", "muted"), "case": Styled("not reported", "muted")}


def write_side_by_side(page: Page, report: Report, title: str, lead: str, headings: Sequence[str]) -> None:
    """A table of these headings of the comparison, then the rule of each."""
    width = shared_width(len(report.subjects), 280)
    columns = (
        Column("Heading", 110, "name"),
        Column("What", 170, "name"),
        *(Column(header, width) for _, header in report.titles_of()),
    )
    page.columns(column.width for column in columns)
    page.title(title, lead)
    groups = [group for group in report.comparison.groups if group.heading in headings]
    page.table(columns, _rows(report, groups), f"{title}: what each draft and case has.", frozen=2)
    for group in groups:
        page.paragraph(f"{group.title}: {group.rule} [{group.citation}]")
    page.paragraph(
        f"“{NOT_HAD}” stands where other things are named under the same heading; “not said yet” where a "
        "draft, “not reported” where a case names none."
    )


def _rows(report: Report, groups: Sequence[Group]) -> Iterator[tuple[Value, ...]]:
    for group in groups:
        silent = set(group.silent)
        for row in group.rows:
            cells = {cell.column: cell for cell in row.cells}
            yield (
                group.title,
                row.name,
                *(_cell(report, cells.get(each), each, silent) for each in report.subjects),
            )
        if not group.rows:
            yield (
                group.title,
                "Nobody names any",
                *(_cell(report, None, each, silent) for each in report.subjects),
            )


def _cell(report: Report, cell: Cell | None, column: str, silent: set[str]) -> Value:
    if cell is not None:
        lines = [f"{each.text} [{each.citation}]" if each.citation else each.text for each in cell.details]
        said = [line for line in lines if line] or ["yes"]
        return said[0] if len(said) == 1 else "\n".join(f"• {line}" for line in said)
    if column in silent:
        return SILENT[report.subjects[column].kind]
    return NOTHING_THERE
