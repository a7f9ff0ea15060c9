"""Mechanisms and roles of government in each scenario, with their result, beside what the cases report.

What follows from the platform, or is reported of a case, and was chosen in no scenario stands below.
"""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.win_win.naming import interest_name, scenario_name, stakeholder_name
from workbook.analysis.wording import capitalised
from workbook.analysis.workings.findings import OfCatalogue, Workings, workings
from workbook.analysis.workings.lines import LINE_RULE, ChosenIn, Line
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario

COLUMNS = (
    Column("Draft", 120, "name"),
    Column("Scenario", 160, "name"),
    Column("What", 110),
    Column("Which", 170, "name"),
    Column("How far it has come", 100),
    Column("How", 260),
    Column("Interests it serves", 240),
    Column("Suggested by", 120),
    Column("As the cases report it", 430),
)
MECHANISM, ROLE = "Mechanism", "Role of government"
IN_NONE = Styled("in no scenario", "muted")
NOT_CHOSEN = Styled("not chosen", "muted")
NOT_REPORTED = Styled("not reported", "muted")


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Mechanisms by scenario",
        "What is to open the data in each scenario, and what government does; what came of it; what the "
        "cases report of the same.",
    )
    found = {draft.id: _workings(report, draft) for draft in report.drafts}
    rows = (row for draft in report.drafts for row in _rows(report, draft, found[draft.id]))
    page.table(COLUMNS, rows, "Mechanisms and roles of government by draft and scenario.", frozen=2)
    for draft in report.drafts:
        for of_it in (found[draft.id].mechanisms, found[draft.id].government_roles):
            page.paragraph(f"{report.titles[draft.id]}: {of_it.summary.words}")
    page.paragraph(LINE_RULE)


def _workings(report: Report, draft: Draft) -> Workings:
    follows = report.analyses[draft.id].follows
    own = report.workbook
    return workings(draft, follows, report.library, own.own_entries, own.own_cases)


def _rows(report: Report, draft: Draft, found: Workings) -> Iterator[tuple[Value, ...]]:
    title = report.titles[draft.id]
    catalogues = ((MECHANISM, found.mechanisms), (ROLE, found.government_roles))
    for scenario in draft.scenarios:
        rows = [row for what, of_it in catalogues for row in _chosen(report, draft, scenario, what, of_it)]
        for row in rows:
            yield title, scenario_name(scenario), *row
        if not rows:
            none = Styled("No mechanism or role yet", "muted")
            yield title, scenario_name(scenario), none, *[None] * (len(COLUMNS) - 3)
    for what, of_it in catalogues:
        for line in of_it.lines:
            if not line.chosen and (line.suggested_by or _reports(report, line)):
                yield title, IN_NONE, what, line.entry.name, NOT_CHOSEN, None, None, *_beside(report, line)


def _chosen(
    report: Report, draft: Draft, scenario: Scenario, what: str, of_it: OfCatalogue
) -> Iterator[tuple[Value, ...]]:
    served = {each.mechanism: each.serves for each in scenario.mechanisms} if what == MECHANISM else {}
    for line in of_it.lines:
        held = line.in_scenario(scenario.id)
        if held is not None:
            serves = _interests(draft, served.get(line.entry.id, ())) if what == MECHANISM else None
            yield what, line.entry.name, *_as_chosen(held), serves, *_beside(report, line)


def _as_chosen(held: ChosenIn) -> tuple[Value, Value]:
    return capitalised(held.word), held.how or Styled("not said yet", "muted")


def _interests(draft: Draft, served: tuple[str, ...]) -> Value:
    lines = [
        f"\N{BULLET} {stakeholder_name(stakeholder)}: {interest_name(interest)}"
        for stakeholder in draft.stakeholders
        for interest in stakeholder.interests
        if interest.id in served
    ]
    return "\n".join(lines) or Styled("none named yet", "muted")


def _beside(report: Report, line: Line) -> tuple[Value, Value]:
    """Which platforms suggest it, and how the cases of the report used it."""
    platforms = [report.library.platform(each).name for each in line.suggested_by]
    return "\n".join(platforms) or None, "\n".join(_reports(report, line)) or NOT_REPORTED


def _reports(report: Report, line: Line) -> list[str]:
    cases = {case.id for case in report.cases}
    return [
        f"\N{BULLET} {seen.label}: {seen.how or 'reported'} [{seen.citation}]"
        for seen in line.seen
        if seen.case in cases
    ]


SHEET = Sheet(
    "Mechanisms by scenario",
    82,
    "Mechanisms and roles in each scenario: how, with what result, for whom; what the cases report of them.",
    write,
)
"""Beside "Mechanisms and roles", which compares drafts and cases as wholes."""
