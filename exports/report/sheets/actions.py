"""What must be arranged before data can flow: overdue first, on the day the report is made."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.sheets.benefits_measured import deliveries, scenario_of, scenario_title
from exports.report.values import Column, Styled, Value
from workbook.analysis.delivery import terms
from workbook.analysis.delivery.actions import ACTION_CITATION, ACTION_RULE, ActionReading
from workbook.analysis.delivery.findings import ScenarioDelivery
from workbook.analysis.wording import capitalised
from workbook.model.benefits import AlignmentAction
from workbook.model.draft import Draft

COLUMNS = (
    Column("Draft", 130, "name"),
    Column("Scenario", 170, "name"),
    Column("How it stands", 110, "name"),
    Column("Action", 340),
    Column("Kind", 90),
    Column("With whom", 170),
    Column("Owner", 140),
    Column("Due", 90),
    Column("Status", 90),
    Column("Because", 240),
)
NOT_SAID = Styled(terms.NOT_SAID, "muted")


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Actions",
        f"What must be arranged, by whom and until when; overdue first, as of {report.made_on.isoformat()}.",
    )
    page.table(COLUMNS, _rows(report), "Actions by draft and scenario, the most urgent first.", frozen=3)
    for draft in report.drafts:
        for found in deliveries(report, draft):
            words = (found.actions.finding.words, *(each.words for each in found.actions.owners))
            page.paragraph(f"{report.titles[draft.id]}, {' '.join(words)}")
    page.paragraph(f"{ACTION_RULE} [{ACTION_CITATION}]")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft in report.drafts:
        rows = [row for found in deliveries(report, draft) for row in _of_scenario(draft, found)]
        for row in rows:
            yield report.titles[draft.id], *row
        if not rows:
            yield report.titles[draft.id], Styled("No action yet", "muted"), *[None] * (len(COLUMNS) - 2)


def _of_scenario(draft: Draft, found: ScenarioDelivery) -> Iterator[tuple[Value, ...]]:
    scenario = scenario_of(draft, found)
    actions = {action.id: action for action in scenario.alignment_actions}
    for reading in found.actions.each:
        yield scenario_title(draft, scenario), *_of_action(actions[reading.action], reading)


def _of_action(action: AlignmentAction, reading: ActionReading) -> tuple[Value, ...]:
    return (
        capitalised(reading.words),
        action.text or Styled("An action without words", "muted"),
        terms.ACTION_KINDS[action.kind],
        action.with_whom or NOT_SAID,
        action.owner or Styled(terms.NO_OWNER, "muted"),
        Styled(terms.NO_DAY, "muted") if action.due is None else action.due.isoformat(),
        terms.ACTION_STATUSES[action.status],
        action.because or None,
    )


SHEET = Sheet(
    "Actions", 104, "What must be arranged, by whom, until when; what is overdue comes first.", write
)
