"""Every case as its source reports it, sentence by sentence with its citation, and what is not reported."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Value
from workbook.model.case import Case

COLUMNS = (
    Column("Case", 190, "name"),
    Column("About", 140, "name"),
    Column("What", 210),
    Column("As reported", 570),
    Column("Source", 330, "muted"),
)

OUTCOMES = {"achieved": "Achieved", "envisaged": "Envisaged, not achieved", "reported": "Reported"}

Said = Iterator[tuple[str, str, str, str]]
"""(about, what, text, citation)."""


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Cases", "What the sources report, in our words. What they leave out is listed and never made up."
    )
    page.table(COLUMNS, _rows(report), "Each case sentence by sentence, with its source.", frozen=2)


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for case in report.cases:
        for said in (
            _in_brief(case, report),
            _dimensions(case, report),
            _people(case, report),
            _course(case, report),
        ):
            for about, what, text, citation in said:
                yield case.label, about, what, text, citation


def _in_brief(case: Case, report: Report) -> Said:
    yield "Summary", case.name, case.summary, case.citation
    yield "Outcome", OUTCOMES[case.outcome], f"Studied {case.studied}." if case.studied else "", case.citation
    if case.platform:
        yield (
            "Platform",
            report.library.platform(case.platform).name,
            "Assigned by its authors.",
            case.citation,
        )
    else:
        yield (
            "Platform",
            "not assigned",
            "Not characterised on the dimensions; counted in no similarity.",
            case.citation,
        )
    for each in case.context:
        yield "Context", "", each.text, each.citation


def _dimensions(case: Case, report: Report) -> Said:
    for dimension, position in case.dimensions.positions().items():
        if position.reported:
            yield "Dimension", report.library.dimension(dimension).name, position.reported, position.citation
    for driver in case.drivers:
        motivation = report.names["motivations", driver.motivation] if driver.motivation else ""
        yield "Driver", motivation, driver.text, driver.citation


def _people(case: Case, report: Report) -> Said:
    for each in case.stakeholders:
        roles = [report.names["stakeholder_roles", role] for role in each.roles]
        yield "Stakeholder", each.name, ", ".join((each.sector, *roles)), each.citation
    for flow in case.data:
        ends = " to ".join(part for part in (flow.from_stakeholder, flow.to_stakeholder) if part)
        yield "Data", ends, flow.data, flow.citation


def _course(case: Case, report: Report) -> Said:
    for step in case.process:
        yield "Process", report.names["stages", step.stage], step.text, step.citation
    for mechanism in case.mechanisms:
        yield "Mechanism", report.names["mechanisms", mechanism.mechanism], mechanism.how, mechanism.citation
    for role in case.government_roles:
        yield "Role of government", report.names["government_roles", role.role], role.how, role.citation
    for benefit in case.benefits:
        value = "private and public" if benefit.value == "both" else benefit.value
        yield "Benefit", f"{benefit.stakeholder} ({value} value)".strip(), benefit.text, benefit.citation
    for challenge in case.challenges:
        yield (
            "Challenge",
            report.names["challenge_categories", challenge.category],
            challenge.text,
            challenge.citation,
        )
    for lesson in case.lessons:
        yield "Lesson", "", lesson.text, lesson.citation
    for missing in case.not_reported:
        yield "Not reported", "", missing, case.citation


SHEET = Sheet(
    "Cases", 150, "Every case as its source reports it, with citations and what is not reported.", write
)
