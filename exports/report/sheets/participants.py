"""The workshop: when, where, who led it, who was in the room, and for whom they spoke."""

from collections.abc import Iterator, Mapping

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.together import SourceFile
from exports.report.values import Column, Styled, Value
from workbook.analysis.participants import (
    PARTICIPANTS_RULE,
    SPOKEN_FOR_RULE,
    participant_name,
    participants_finding,
    spoken_for_finding,
)
from workbook.model.workbook import Workbook

COLUMNS = (
    Column("Workshop", 330, "name"),
    Column("Name", 230, "name"),
    Column("Organisation", 280),
    Column("Speaks for", 340),
)
NOT_SAID = Styled("not said yet", "muted")
ELSEWHERE = Styled("a stakeholder of a draft that is not in this report", "muted")


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title("Participants", "Who was in the room, and for which stakeholder each of them spoke.")
    page.table(COLUMNS, _rows(report), "The participants of each workshop.", frozen=2)
    for file in report.files:
        for line in _said(report, file):
            page.paragraph(line)
    page.paragraph(f"{PARTICIPANTS_RULE} {SPOKEN_FOR_RULE}")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    names = {
        each.id: each.name.strip() or "Stakeholder without a name"
        for draft in report.drafts
        for each in draft.stakeholders
    }
    for file in report.files:
        called = _called(report, file)
        for each in file.workbook.workshop.participants:
            yield (
                called,
                participant_name(each),
                each.organisation or NOT_SAID,
                _speaks_for(each.stakeholder, names),
            )
        if not file.workbook.workshop.participants:
            yield called, Styled("Nobody is named yet", "muted"), None, None


def _speaks_for(stakeholder: str | None, names: Mapping[str, str]) -> Value:
    return NOT_SAID if stakeholder is None else names.get(stakeholder, ELSEWHERE)


def _said(report: Report, file: SourceFile) -> Iterator[str]:
    """Who led it, how many there were, and who of each of its drafts was not heard."""
    called, workbook = _called(report, file), file.workbook
    led = f"Facilitator: {workbook.facilitator.strip()}. " if workbook.facilitator.strip() else ""
    yield f"{called}: {led}{participants_finding(workbook).words}"
    if workbook.workshop.participants:
        for draft in report.drafts:
            if any(each.stakeholders == draft.stakeholders for each in workbook.drafts):
                yield f"{report.titles[draft.id]}: {spoken_for_finding(workbook, draft).words}"


def _called(report: Report, file: SourceFile) -> str:
    """By date and place; with the name of its file where there are several."""
    held = _held(file.workbook)
    if len(report.files) == 1:
        return held or "Date and place not said yet"
    return f"{file.short_name}: {held}" if held else file.short_name


def _held(workbook: Workbook) -> str:
    workshop = workbook.workshop
    day = "" if workshop.date is None else workshop.date.isoformat()
    return ", ".join(part for part in (day, workshop.place.strip()) if part)


SHEET = Sheet("Participants", 124, "Who was in the room, and for which stakeholder each spoke.", write)
