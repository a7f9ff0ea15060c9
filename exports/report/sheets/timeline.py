"""Stages as rows, drafts and cases as columns: what each did there, and what opened the next stage."""

from collections.abc import Iterator, Mapping

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value, shared_width
from workbook.analysis.lifecycle.case_path import CaseStay
from workbook.analysis.lifecycle.timeline import (
    NOT_REPORTED_RULE,
    NOT_TRIED_RULE,
    PLACES,
    DraftStay,
    Timeline,
    case_stays,
    timeline,
)
from workbook.model.case import Case
from workbook.model.vocabulary import STAGES

STEPS_RULE = (
    "Each step of a case stands with its citation; which step belongs to which stage is our reading. A stage "
    "is opened by the mechanisms of the steps since the stage before. Places outside the eight stages are "
    "left out where nobody has anything to tell of them."
)


def write(page: Page, report: Report) -> None:
    """Write it."""
    width = shared_width(len(report.subjects), 170)
    columns = (Column("Stage", 170, "name"), *(Column(header, width) for _, header in _headers(report)))
    page.columns(column.width for column in columns)
    page.title(
        "Timeline", "Each draft's moves and events beside the reported steps of the cases, stage by stage."
    )
    page.table(columns, _rows(report), "What drafts and cases did at each stage.", frozen=1)
    for rule in (STEPS_RULE, NOT_TRIED_RULE, NOT_REPORTED_RULE):
        page.paragraph(rule)


def _headers(report: Report) -> tuple[tuple[str, str], ...]:
    """Drafts first, then cases, each in its order."""
    return (*report.titles_of("draft"), *report.titles_of("case"))


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    cases = _compared(report)
    beside = {
        draft.id: timeline(draft, cases, report.library, report.workbook.own_entries)
        for draft in report.drafts
    }
    stays = [case_stays(case, report.library, report.workbook.own_entries) for case in cases]
    for number, place in enumerate(PLACES):
        of_drafts = [each.rows[number].draft for each in beside.values()]
        of_cases = [each[number] for each in stays]
        if place in STAGES or any(each.doings for each in of_drafts) or any(each.steps for each in of_cases):
            name = report.names["stages", place]
            yield name, *map(_of_draft, of_drafts), *map(_of_case, of_cases)
    yield from _not_tried(report, beside)
    if beside and cases:
        said = next(iter(beside.values())).cases
        yield "Not reported", *[None] * len(beside), *(each.not_reported.words for each in said)


def _not_tried(report: Report, beside: Mapping[str, Timeline]) -> Iterator[tuple[Value, ...]]:
    for draft, said in beside.items():
        if said.cases:
            words = (each.not_tried.words for each in said.cases)
            yield f"Not tried in {report.titles[draft]}", *[None] * len(beside), *words


def _compared(report: Report) -> list[Case]:
    """The cases that are columns of the comparison."""
    sources = (subject.source for subject in report.subjects.values())
    return [source for source in sources if isinstance(source, Case)]


def _of_draft(stay: DraftStay) -> Value:
    return stay.words if stay.doings else Styled(stay.words, "muted")


def _of_case(stay: CaseStay) -> Value:
    if not stay.steps:
        return Styled(stay.words, "muted")
    said = [f"{step.text} [{step.citation}]" if step.citation else step.text for step in stay.steps]
    opening = stay.opening
    if opening is not None:
        said.append(f"{opening.words} [{opening.citation}]" if opening.citation else opening.words)
    return "\n".join(said)


SHEET = Sheet(
    "Timeline",
    128,
    "Each draft's moves and events beside the reported steps of the cases, stage by stage, with citations.",
    write,
)
