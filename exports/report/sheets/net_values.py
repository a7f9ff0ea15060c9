"""Every net value with what it was worked out from."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.finding import Finding, Input
from workbook.analysis.win_win.naming import number, scenario_name, stakeholder_name
from workbook.analysis.win_win.net_findings import NET_CITATION, NET_RULE

COLUMNS = (
    Column("Draft", 150, "name"),
    Column("Scenario", 210, "name"),
    Column("Stakeholder", 210, "name"),
    Column("At the table?", 90),
    Column("Net value, at least", 90, "net"),
    Column("Net value, at most", 90, "net"),
    Column("In words", 430),
    Column("Worked out from", 420, "muted"),
)


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Net values",
        (
            "What each scenario is worth to each stakeholder, in points above or below its situation without "
            "an agreement."
        ),
    )
    page.table(COLUMNS, _rows(report), "Net values by draft, scenario and stakeholder.", frozen=3)
    page.paragraph(f"{NET_RULE} [{NET_CITATION}]")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft, title in report.titles_of("draft"):
        found = report.win_wins[draft]
        values, nothing = found.figures.values, [None] * (len(COLUMNS) - 2)
        if not found.draft.scenarios:
            yield title, Styled("No scenario yet", "muted"), *nothing
        elif not values.holders:
            yield title, Styled("Nobody at the table or affected yet", "muted"), *nothing
        for scenario in values.scenarios:
            its = [each for each in found.scenarios[scenario.id] if each.id.startswith("win_win.net.")]
            for holder, finding in zip(values.holders, its, strict=True):
                net = values.net(scenario.rows[holder.id])
                yield (
                    title,
                    scenario_name(scenario.scenario),
                    stakeholder_name(holder.stakeholder),
                    "yes" if holder.is_party else Styled("no, affected", "muted"),
                    number(net.low),
                    number(net.high),
                    finding.words,
                    _inputs(finding),
                )


def _inputs(finding: Finding) -> str:
    """Each score with its weight in a line, then what there is without an agreement."""
    *pairs, without = finding.inputs
    lines = [
        f"{_input(score, 'not scored')}; weight {_said(weight, 'not said')}"
        for score, weight in zip(pairs[::2], pairs[1::2], strict=True)
    ]
    return "\n".join((*lines, f"without an agreement {_said(without, '0')}"))


def _input(given: Input, missing: str) -> str:
    return f"{given.name} {_said(given, missing)}"


def _said(given: Input, missing: str) -> str:
    value = given.value
    return missing if value is None else f"{value:g}" if isinstance(value, int | float) else value


SHEET = Sheet(
    "Net values",
    64,
    "What each scenario is worth to each stakeholder, and what that was worked out from.",
    write,
)
