"""The case each stakeholder can make inside: written, owned and decided; and one that is proposed."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.sheets.benefits_measured import deliveries, scenario_of, scenario_title
from exports.report.values import Column, Styled, Value
from workbook.analysis.delivery import terms
from workbook.analysis.delivery.business_case import CASE_CITATION, CASE_RULE, business_case
from workbook.analysis.delivery.cases import CASES_RULE, CaseReading, case_of
from workbook.analysis.delivery.findings import ScenarioDelivery
from workbook.analysis.delivery.words import names_of
from workbook.analysis.wording import capitalised
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario

COLUMNS = (
    Column("Draft", 120, "name"),
    Column("Scenario", 150, "name"),
    Column("Stakeholder", 150, "name"),
    Column("Provides data?", 80),
    Column("What it means to it", 110),
    Column("How it stands", 150),
    Column("Business case", 370),
    Column("Owner", 110),
    Column("Decision", 80),
    Column("Proposed from what is entered", 430, "muted"),
)
NOT_SAID = Styled(terms.NOT_SAID, "muted")


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Business cases",
        "What somebody inside could read out: as it is written, and as it can be put together from the rest.",
    )
    page.table(COLUMNS, _rows(report), "Business cases by draft, scenario and stakeholder.", frozen=3)
    for draft in report.drafts:
        for found in deliveries(report, draft):
            page.paragraph(f"{report.titles[draft.id]}, {found.cases.finding.words}")
    page.paragraph(CASES_RULE)
    page.paragraph(f"{CASE_RULE} [{CASE_CITATION}]")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft in report.drafts:
        rows = [row for found in deliveries(report, draft) for row in _of_scenario(report, draft, found)]
        for row in rows:
            yield report.titles[draft.id], *row
        if not rows:
            none = Styled("No business case yet", "muted")
            yield report.titles[draft.id], none, *[None] * (len(COLUMNS) - 2)


def _of_scenario(report: Report, draft: Draft, found: ScenarioDelivery) -> Iterator[tuple[Value, ...]]:
    """Everybody who is asked for one in the chosen scenario; in another one, whoever has one."""
    scenario = scenario_of(draft, found)
    is_chosen = scenario.id == draft.chosen_scenario
    for reading in found.cases.each:
        if is_chosen or case_of(scenario, reading.stakeholder) is not None:
            yield scenario_title(draft, scenario), *_of_stakeholder(report, draft, scenario, reading)


def _of_stakeholder(
    report: Report, draft: Draft, scenario: Scenario, reading: CaseReading
) -> tuple[Value, ...]:
    stakeholder = next(each for each in draft.stakeholders if each.id == reading.stakeholder)
    case = case_of(scenario, reading.stakeholder)
    weights = report.robustness[draft.id].settings.weights
    proposed = business_case(
        draft, scenario, stakeholder, report.library, report.workbook.own_entries, weights
    )
    return (
        names_of(draft)[reading.stakeholder],
        "yes" if reading.provides_data else "no",
        Styled("not worked out", "muted") if proposed.worth is None else capitalised(proposed.worth.sized),
        capitalised(reading.words),
        NOT_SAID if case is None or not case.text.strip() else case.text,
        NOT_SAID if case is None or not case.owner.strip() else case.owner,
        NOT_SAID if case is None else terms.DECISIONS[case.decision],
        proposed.paragraph,
    )


SHEET = Sheet(
    "Business cases",
    106,
    "The case each stakeholder can make inside: written, owned, agreed or refused; and one that is proposed.",
    write,
)
