"""What the sources report of the platform that a draft resembles: drivers, mechanisms, incentives."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Value
from workbook.analysis.follows import FOLLOWS_RULE

COLUMNS = (
    Column("Draft", 190, "name"),
    Column("Platform", 150, "name"),
    Column("About", 150, "name"),
    Column("What the authors report", 620),
    Column("Source", 280, "muted"),
)

QUESTIONS = ("Drivers", "Mechanisms", "Role of government", "Incentives")


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title("What follows", "What the authors report of the platform that each draft resembles.")
    page.table(COLUMNS, _rows(report), "What follows from the platform of each draft.", frozen=2)
    page.paragraph(FOLLOWS_RULE)
    for limit in report.library.limits:
        page.paragraph(f"Limit: {limit.text} [{limit.citation}]")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft, title in report.titles_of("draft"):
        analysis = report.analyses[draft]
        if not analysis.follows:
            yield (
                title,
                "No platform yet",
                None,
                analysis.profile.platform.words,
                analysis.profile.platform.citation,
            )
        for follows in analysis.follows:
            platform = report.library.platform(follows.platform).name
            for question, finding in zip(QUESTIONS, follows.findings, strict=True):
                yield title, platform, question, finding.words, finding.citation


SHEET = Sheet(
    "What follows",
    120,
    "Drivers, mechanisms, role of government and incentives of the platform; limits.",
    write,
)
