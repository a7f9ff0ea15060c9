"""What would bring in those who lose: a score raised, or a payment; and the one change that saves it all."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.finding import Finding
from workbook.analysis.win_win.findings import WinWin
from workbook.analysis.win_win.naming import points, scenario_name, stakeholder_name
from workbook.analysis.win_win.repair_findings import raise_words
from workbook.analysis.win_win.repairs import Raise, Repair, SingleChange

COLUMNS = (
    Column("Draft", 120, "name"),
    Column("Scenario", 190, "name"),
    Column("Who loses", 170, "name"),
    Column("Points it lacks", 80),
    Column("To be no worse off", 190),
    Column("To gain", 190),
    Column("Who could pay alone", 150),
    Column("In words", 300),
    Column("How this is worked out", 260, "muted"),
    Column("Source", 100, "muted"),
)
NONE = Styled("no single score", "muted")


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Repairs", "What would bring in everyone who surely loses, and the one change that saves a scenario."
    )
    page.table(COLUMNS, _rows(report), "Repairs by draft, scenario and stakeholder.", frozen=3)
    page.paragraph(
        "A payment assumes that points are exchanged one to one between stakeholders, which is a "
        "convention. A repair says what would have to be true of a score, not how to make it so."
    )


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft, title in report.titles_of("draft"):
        found = report.win_wins[draft]
        rows = list(_of_draft(found))
        for row in rows:
            yield title, *row
        if not rows:
            none = "No scenario yet" if not found.draft.scenarios else "Nobody surely loses"
            yield title, Styled(none, "muted"), *[None] * (len(COLUMNS) - 2)


def _of_draft(found: WinWin) -> Iterator[tuple[Value, ...]]:
    for scenario in found.draft.scenarios:
        repairs = found.figures.repairs[scenario.id]
        findings = {each.id: each for each in found.scenarios[scenario.id]}
        for holder, repair in repairs.by_holder.items():
            finding = findings[f"win_win.repair.{found.draft.id}.{scenario.id}.{holder}"]
            yield scenario_name(scenario), *_repair(repair), *_told(finding)
        if repairs.single_change is not None:
            finding = findings[f"win_win.single_change.{found.draft.id}.{scenario.id}"]
            yield scenario_name(scenario), *_single(repairs.single_change), *_told(finding)


def _repair(repair: Repair) -> tuple[Value, ...]:
    name, deficit = stakeholder_name(repair.holder.stakeholder), repair.deficit
    lacks = points(deficit.low) if deficit.is_point else f"{points(deficit.low)} to {points(deficit.high)}"
    if not repair.holder.is_party:
        name = f"{name} (affected)"
    if repair.incomplete:
        open_ = Styled("not yet known", "muted")
        return name, lacks, open_, open_, open_
    payer: Value = Styled("no party alone", "muted")
    if repair.payer is not None:
        payer = stakeholder_name(repair.payer.stakeholder)
    return name, lacks, _raise(repair.to_whole), _raise(repair.to_gain), payer


def _single(single: SingleChange) -> tuple[Value, ...]:
    whole = raise_words(single.change)
    return f"One change: {stakeholder_name(single.holder.stakeholder)}", None, whole, None, None


def _raise(change: Raise | None) -> Value:
    return NONE if change is None else raise_words(change)


def _told(finding: Finding) -> tuple[Value, ...]:
    return finding.words, finding.rule, finding.citation


SHEET = Sheet(
    "Repairs", 65, "What would bring in those who would lose, and what single change saves a scenario.", write
)
