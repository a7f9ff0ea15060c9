"""Which scenario leaves every party better off, who would lose and why, and what other rules would choose."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Value
from workbook.analysis.finding import Finding
from workbook.analysis.win_win.findings import WinWin
from workbook.analysis.win_win.naming import scenario_name

COLUMNS = (
    Column("Draft", 150, "name"),
    Column("About", 200, "name"),
    Column("Question", 190, "name"),
    Column("In words", 520),
    Column("How this is worked out", 430, "muted"),
    Column("Source", 210, "muted"),
)

QUESTIONS = {
    "verdict": "Who gains, who loses?",
    "red_line": "Which red lines are crossed?",
    "surplus": "Is value created?",
    "beaten": "Does another scenario beat it?",
    "harm": "Whom does it harm?",
    "ranges": "Does it hold across the ranges given?",
    "rule": "What would this rule choose?",
    "unserved": "Which interests does nothing serve?",
    "idle": "Which mechanisms align nobody?",
    "motives": "Do the motives fit?",
}
ELSEWHERE = {"net", "repair", "single_change", "ledger"}
"""Findings that have sheets of their own."""


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Win-win",
        "Which scenario leaves nobody worse off than without an agreement and somebody better off, and "
        "what stands in the way of the others.",
    )
    page.table(
        COLUMNS, _rows(report), "The choice, the verdict on each scenario, and the other rules.", frozen=3
    )
    page.paragraph(
        "Net values are on the sheet Net values, repairs on Repairs, who gives and who gets on Value "
        "ledger. That points of different stakeholders are compared or added is a convention; where a rule "
        "does so, it says so."
    )


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft, title in report.titles_of("draft"):
        found = report.win_wins[draft]
        yield _row(title, "The choice", "Which scenario?", found.pick)
        if found.question is not None:
            yield _row(title, "The choice", "What to ask next?", found.question)
        for about, finding in _findings(found):
            kind = _kind(finding)
            if kind not in ELSEWHERE:
                yield _row(title, about, QUESTIONS[kind], finding)


def _findings(found: WinWin) -> Iterator[tuple[str, Finding]]:
    names = {each.id: scenario_name(each) for each in found.draft.scenarios}
    for scenario, findings in found.scenarios.items():
        for finding in findings:
            yield names[scenario], finding
    if names:
        for finding in found.rules:
            yield "Other ways to choose", finding
    for finding in found.alignment:
        yield "Does the design do what it says?", finding


def _kind(finding: Finding) -> str:
    return finding.id.split(".")[1]


def _row(title: str, about: str, question: str, finding: Finding) -> tuple[Value, ...]:
    return title, about, question, finding.words, finding.rule, finding.citation


SHEET = Sheet(
    "Win-win",
    63,
    "Which scenario, and why; who would lose and why; red lines; what other rules would choose.",
    write,
)
