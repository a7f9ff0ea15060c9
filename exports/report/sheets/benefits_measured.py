"""Each benefit of a draft: for whom, what was expected, what was measured, and how it turned out.

Beside "Benefits", which compares drafts and cases as wholes. The columns are called as in the window, so that
rows can be pasted there.
"""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.delivery import terms
from workbook.analysis.delivery.benefits import BENEFIT_RULE, BenefitReading
from workbook.analysis.delivery.findings import ScenarioDelivery
from workbook.analysis.delivery.providers import PROVIDER_CITATION, PROVIDER_RULE
from workbook.analysis.delivery.words import names_of, scenario_called, written
from workbook.analysis.wording import capitalised
from workbook.library.catalogues import name_of
from workbook.model.benefits import Benefit
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario

COLUMNS = (
    Column("Draft", 100, "name"),
    Column("Scenario", 120, "name"),
    Column("Benefit", 170),
    Column("For whom", 120),
    Column("From whom", 120),
    Column("What is given", 80),
    Column("Whose value", 70),
    Column("Kind", 100),
    Column("Serves", 140),
    Column("Owner", 100),
    Column("Expected", 140),
    Column("Expected by", 80),
    Column("Measured", 140),
    Column("Measured on", 80),
    Column("Outcome", 80),
    Column("How it stands", 110, "muted"),
)
NOT_SAID = Styled(terms.NOT_SAID, "muted")
NOT_JUDGED = Styled(terms.NOT_JUDGED, "muted")
NO_OWNER = Styled(terms.NO_OWNER, "muted")


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Benefits expected and measured",
        f"What each benefit was expected to bring and what was measured, as of {report.made_on.isoformat()}.",
    )
    page.table(COLUMNS, _rows(report), "Benefits by draft and scenario, expected and measured.", frozen=3)
    for draft in report.drafts:
        for found in deliveries(report, draft):
            page.paragraph(f"{report.titles[draft.id]}, {found.benefits.finding.words}")
            page.paragraph(f"{report.titles[draft.id]}, {found.providers.finding.words}")
    page.paragraph(BENEFIT_RULE)
    page.paragraph(f"{PROVIDER_RULE} [{PROVIDER_CITATION}]")


def deliveries(report: Report, draft: Draft) -> tuple[ScenarioDelivery, ...]:
    """What is found on the scenarios of a draft that are being prepared, the chosen one first."""
    found = report.analyses[draft.id].delivery
    return () if found is None else found.scenarios


def scenario_title(draft: Draft, scenario: Scenario) -> str:
    """What a scenario is called, and that it is the chosen one."""
    return f"{scenario_called(scenario)}{' (chosen)' if scenario.id == draft.chosen_scenario else ''}"


def scenario_of(draft: Draft, found: ScenarioDelivery) -> Scenario:
    """The scenario of what was found."""
    return next(each for each in draft.scenarios if each.id == found.scenario)


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft in report.drafts:
        rows = [row for found in deliveries(report, draft) for row in _of_scenario(report, draft, found)]
        for row in rows:
            yield report.titles[draft.id], *row
        if not rows:
            yield report.titles[draft.id], Styled("No benefit yet", "muted"), *[None] * (len(COLUMNS) - 2)


def _of_scenario(report: Report, draft: Draft, found: ScenarioDelivery) -> Iterator[tuple[Value, ...]]:
    scenario = scenario_of(draft, found)
    for benefit, reading in zip(scenario.benefits, found.benefits.each, strict=True):
        yield scenario_title(draft, scenario), *_of_benefit(report, draft, benefit, reading)


def _of_benefit(report: Report, draft: Draft, benefit: Benefit, reading: BenefitReading) -> tuple[Value, ...]:
    names, own = names_of(draft), report.workbook.own_entries
    kind = None if benefit.kind is None else name_of(report.library, own, "benefit_kinds", benefit.kind)
    return (
        benefit.text or Styled("A benefit without words", "muted"),
        NOT_SAID if benefit.stakeholder is None else names[benefit.stakeholder],
        NOT_SAID if benefit.from_stakeholder is None else names[benefit.from_stakeholder],
        NOT_SAID if benefit.gives is None else terms.GIVEN[benefit.gives],
        NOT_SAID if benefit.value is None else terms.VALUE_FOR[benefit.value],
        kind or NOT_SAID,
        _served(draft, benefit) or NOT_SAID,
        benefit.owner or NO_OWNER,
        benefit.expected or NOT_SAID,
        None if benefit.expected_by is None else benefit.expected_by.isoformat(),
        benefit.measured or NOT_SAID,
        None if benefit.measured_on is None else benefit.measured_on.isoformat(),
        NOT_JUDGED if benefit.outcome is None else terms.OUTCOMES[benefit.outcome],
        capitalised(reading.words),
    )


def _served(draft: Draft, benefit: Benefit) -> str:
    """The interests, as the window offers them, so that a pasted cell finds them again."""
    names = names_of(draft)
    return "; ".join(
        f"{written(interest.text) or 'An interest without words'} \N{MIDDLE DOT} {names[holder.id]}"
        for holder in draft.stakeholders
        for interest in holder.interests
        if interest.id in benefit.serves
    )


SHEET = Sheet(
    "Benefits expected and measured",
    92,
    "Each draft's benefits: for whom, what was expected and what was measured, met or missed, overdue.",
    write,
)
