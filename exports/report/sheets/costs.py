"""What each scenario costs whom. Amounts are in the words of the room, and never added up."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.sheets.benefits_measured import deliveries, scenario_of, scenario_title
from exports.report.values import Column, Styled, Value
from workbook.analysis.delivery import terms
from workbook.analysis.delivery.costs import COST_RULE
from workbook.analysis.delivery.findings import ScenarioDelivery
from workbook.analysis.delivery.words import names_of
from workbook.model.benefits import Cost
from workbook.model.draft import Draft

COLUMNS = (
    Column("Draft", 140, "name"),
    Column("Scenario", 180, "name"),
    Column("Cost", 330),
    Column("Who bears it", 190),
    Column("Kind", 90),
    Column("Once or running", 90),
    Column("Amount", 200),
    Column("Owner", 140),
    Column("What this stakeholder bears in all", 330, "muted"),
)
NOT_SAID = Styled(terms.NOT_SAID, "muted")


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title("Costs by stakeholder", "What each scenario costs, by who bears it.")
    page.table(COLUMNS, _rows(report), "Costs by draft, scenario and stakeholder.", frozen=3)
    for draft in report.drafts:
        for found in deliveries(report, draft):
            page.paragraph(f"{report.titles[draft.id]}, {found.costs.finding.words}")
    page.paragraph(COST_RULE)


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft in report.drafts:
        rows = [row for found in deliveries(report, draft) for row in _of_scenario(draft, found)]
        for row in rows:
            yield report.titles[draft.id], *row
        if not rows:
            yield report.titles[draft.id], Styled("No cost yet", "muted"), *[None] * (len(COLUMNS) - 2)


def _of_scenario(draft: Draft, found: ScenarioDelivery) -> Iterator[tuple[Value, ...]]:
    scenario, names = scenario_of(draft, found), names_of(draft)
    costs = {cost.id: cost for cost in scenario.costs}
    for party in found.costs.each:
        for number, cost in enumerate(party.costs):
            who = NOT_SAID if party.stakeholder is None else names[party.stakeholder]
            said = party.words if not number else None
            yield scenario_title(draft, scenario), *_of_cost(costs[cost], who), said


def _of_cost(cost: Cost, who: Value) -> tuple[Value, ...]:
    return (
        cost.text or Styled("A cost without words", "muted"),
        who,
        NOT_SAID if cost.kind is None else terms.COST_KINDS[cost.kind],
        NOT_SAID if cost.timing is None else terms.TIMINGS[cost.timing],
        cost.amount or NOT_SAID,
        cost.owner or Styled(terms.NO_OWNER, "muted"),
    )


SHEET = Sheet(
    "Costs by stakeholder", 94, "What each scenario costs whom, of what kind, once or running.", write
)
