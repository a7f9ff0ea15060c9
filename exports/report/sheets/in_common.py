"""What two of them have in common under each heading, and what only one has, in sentences."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Value

COLUMNS = (
    Column("Draft", 190, "name"),
    Column("Beside", 190, "name"),
    Column("Heading", 150, "name"),
    Column("In words", 700),
    Column("Source of the heading", 230, "muted"),
)


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "In common",
        "Under each heading: what a draft and its nearest case, and every two drafts, have in common or not.",
    )
    page.table(
        COLUMNS, _rows(report), "What pairs have in common under each heading, in sentences.", frozen=2
    )


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    wanted = _pairs(report)
    by_heading = [
        (group, {(pair.a, pair.b): pair.words for pair in group.pairs}) for group in report.comparison.groups
    ]
    for a, b in wanted:
        for group, words in by_heading:
            yield report.titles[a], report.titles[b], group.title, words[a, b], group.citation


def _pairs(report: Report) -> list[tuple[str, str]]:
    """Each draft with its nearest cases, or with all cases where it has none, then drafts with each other."""
    drafts = [draft for draft, _ in report.titles_of("draft")]
    cases = [case for case, _ in report.titles_of("case")]
    nearest = {each.draft: each.cases or tuple(cases) for each in report.comparison.nearest}
    with_cases = [(draft, case) for draft in drafts for case in nearest[draft]]
    return with_cases + [(a, b) for place, a in enumerate(drafts) for b in drafts[place + 1 :]]


SHEET = Sheet(
    "In common", 110, "What each draft has in common with its nearest case and with other drafts.", write
)
