"""Every draft in a few sentences: platform, nearest case, what pulls elsewhere, win-win, what is missing."""

from collections.abc import Iterator, Sequence

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Value
from workbook.analysis.completeness import StepCompleteness
from workbook.analysis.finding import Finding

COLUMNS = (
    Column("Draft", 190, "name"),
    Column("Question", 150, "name"),
    Column("In words", 560),
    Column("How this is worked out", 430, "muted"),
    Column("Source", 210, "muted"),
)


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Summary in words",
        "What the analysis says of each draft, with the rule and the source of each sentence.",
    )
    page.table(
        COLUMNS,
        _rows(report),
        "Each draft: platform, nearest case, pulls, split rooms, win-win, completeness.",
    )


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    nearest = {each.draft: each.finding for each in report.comparison.nearest}
    for draft, title in report.titles_of("draft"):
        analysis = report.analyses[draft]
        yield _row(title, "Which platform?", analysis.profile.platform)
        yield _row(title, "Which case is nearest?", nearest[draft])
        for note in analysis.profile.notes:
            yield _row(title, QUESTIONS[note.id.split(".")[1]], note)
        yield _row(title, "Which scenario is a win-win?", report.win_wins[draft].pick)
        yield title, "How complete?", *_completeness(analysis.completeness)


def _completeness(steps: Sequence[StepCompleteness]) -> tuple[Value, ...]:
    """The sentences of the steps as they are, one below the other."""
    finding = steps[0].finding
    return "\n".join(step.finding.words for step in steps), finding.rule, finding.citation


def _row(title: str, question: str, finding: Finding) -> tuple[Value, ...]:
    return title, question, finding.words, finding.rule, finding.citation


QUESTIONS = {
    "pulls_elsewhere": "What pulls elsewhere?",
    "split": "Where is the room split?",
    "open": "What is still open?",
}

SHEET = Sheet(
    "Summary",
    10,
    "Every draft in words: platform, nearest case, what pulls elsewhere, its win-win, what is missing.",
    write,
)
