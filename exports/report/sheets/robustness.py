"""How far the verdicts hold if weights and scores are not quite right, with what is needed to repeat it."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.robustness.answer import Robustness
from workbook.analysis.robustness.findings import (
    CITATION,
    DRAWN_RULE,
    EXACT_RULE,
    FIRST_RULE,
    HOLDS_RULE,
    PARETO_RULE,
    STAKEHOLDER_RULE,
    first_finding,
    holds_finding,
    method_finding,
    pareto_finding,
    stakeholder_finding,
)
from workbook.analysis.robustness.words import BANDS_RULE, how_sure, per_cent

COLUMNS = (
    Column("Draft", 150, "name"),
    Column("Scenario", 210, "name"),
    Column("Question", 230, "name"),
    Column("How sure", 100),
    Column("Share of the draws", 100),
    Column("Exactly, if weights alone are in doubt", 120),
    Column("In words", 620),
)


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Robustness",
        "How far the verdicts hold if weights and scores are not quite right: simulated when this report "
        f"was made, on {report.made_on.isoformat()}.",
    )
    page.table(COLUMNS, _rows(report), "How sure each verdict is, by draft and scenario.", frozen=3)
    for rule in (HOLDS_RULE, PARETO_RULE, FIRST_RULE, STAKEHOLDER_RULE, BANDS_RULE, EXACT_RULE, DRAWN_RULE):
        page.paragraph(rule)
    page.paragraph(f"[{CITATION}]")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft, title in report.titles_of("draft"):
        answer = report.robustness[draft]
        method = method_finding(answer)
        yield title, "All scenarios", "How was this worked out?", None, None, None, method.words
        for row in _of_draft(answer):
            yield title, *row


def _of_draft(answer: Robustness) -> Iterator[tuple[Value, ...]]:
    for scenario in answer.question.scenarios:
        if scenario.id in answer.simulation.scenarios:
            shares = answer.simulation.scenarios[scenario.id]
            exactly = answer.exact.nobody_loses[scenario.id]
            yield (
                scenario.name,
                "Does nobody lose?",
                *_sure(shares.nobody_loses, exactly),
                holds_finding(answer, scenario).words,
            )
            sure = f"{how_sure(shares.win_win)}, {per_cent(shares.win_win)}"
            win_win = f"{scenario.name}: that nobody loses and somebody gains is {sure}."
            yield scenario.name, "Is it a win-win?", *_sure(shares.win_win), win_win
            beaten = pareto_finding(answer, scenario)
            yield scenario.name, "Does no other beat it?", *_sure(shares.pareto), beaten.words
            first = shares.first("maximin")
            yield scenario.name, "Does it come first?", *_sure(first), first_finding(answer, scenario).words
        for holder in answer.question.stakeholders:
            finding = stakeholder_finding(answer, scenario, holder)
            drawn = answer.simulation.stakeholders[scenario.id][holder.id]
            exact = answer.exact.stakeholders[scenario.id][holder.id]
            yield (
                scenario.name,
                f"Does {holder.name} gain?",
                *_sure(drawn.gains or 0.0, exact.gains),
                finding.words,
            )


def _sure(share: float, exactly: float | None = None) -> tuple[Value, ...]:
    known: Value = Styled("not asked", "muted") if exactly is None else per_cent(exactly)
    return how_sure(share), per_cent(share), known


SHEET = Sheet(
    "Robustness",
    69,
    "How far the verdicts hold if weights and scores are not quite right, with seed and draws.",
    write,
)
