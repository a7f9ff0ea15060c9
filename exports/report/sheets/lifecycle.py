"""The lifecycle of each draft: where it stands, its log, what every gate asks, overrides, events, lessons."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.finding import Finding
from workbook.analysis.lifecycle.conditions import STATE_WORDS
from workbook.analysis.lifecycle.dates import OVERDUE_RULE, REVIEW_CITATION, REVIEW_RULE
from workbook.analysis.lifecycle.events import event_words
from workbook.analysis.lifecycle.findings import LifecycleAnalysis
from workbook.analysis.lifecycle.gates import GATE_RULE, Gate
from workbook.analysis.lifecycle.overrides import OVERRIDE_RULE
from workbook.analysis.lifecycle.path import STAGE_CITATION, STAGE_RULE, MoveTold
from workbook.analysis.lifecycle.suggested import SUGGESTED_RULE
from workbook.model.draft import Draft

COLUMNS = (
    Column("Draft", 150, "name"),
    Column("Part", 170, "name"),
    Column("In words", 560),
    Column("State", 130),
    Column("Why", 430),
    Column("Source", 250, "muted"),
)

Rest = tuple[Value, ...]
"""A row without the draft it belongs to."""


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Lifecycle",
        "Where each draft stands, how it came there, what every gate asks, what was overridden and why.",
    )
    page.table(COLUMNS, _rows(report), "Stage, log, gates, events and lessons of each draft.", frozen=2)
    for rule in (f"{STAGE_RULE} [{STAGE_CITATION}]", GATE_RULE, OVERRIDE_RULE, SUGGESTED_RULE):
        page.paragraph(rule)
    page.paragraph(f"{REVIEW_RULE} [{REVIEW_CITATION}]")
    page.paragraph(f"{OVERDUE_RULE} Today is {report.made_on.isoformat()} here.")


def _rows(report: Report) -> Iterator[Rest]:
    for draft in report.drafts:
        for row in _of_draft(report, draft, report.analyses[draft.id].lifecycle):
            yield report.titles[draft.id], *row
    if not report.drafts:
        yield "No draft yet", *[None] * (len(COLUMNS) - 1)


def _of_draft(report: Report, draft: Draft, found: LifecycleAnalysis) -> Iterator[Rest]:
    yield _of_finding("Stage", found.path.finding)
    yield from (_of_finding("Due", each) for each in (found.review, found.overdue) if each is not None)
    for told in found.path.log:
        yield from _of_move(told)
    for event in draft.lifecycle.events:
        yield "Event", event_words(event), None, None, None
    for gate in found.gates:
        yield from _of_gate(report, gate, is_ahead=gate is found.ahead)
    yield from (_of_finding("Suggested path", each.finding) for each in found.suggested)
    yield "Lessons", draft.lifecycle.lessons.strip() or Styled("not said yet", "muted"), None, None, None


def _of_finding(part: str, finding: Finding) -> Rest:
    return part, finding.words, None, None, finding.citation


def _of_move(told: MoveTold) -> Iterator[Rest]:
    """The move, then what held on the way and what was passed over."""
    yield "Move", told.words, f"Cycle {told.cycle}", None, None
    if told.held:
        yield "Asked on the way", "\n".join(told.held), f"{len(told.held)} held", None, None
    for passed in told.overridden:
        yield "Asked on the way", passed.words, "Overridden", passed.because.strip() or None, None


def _of_gate(report: Report, gate: Gate, *, is_ahead: bool) -> Iterator[Rest]:
    part = f"Gate out of {report.library.stage(gate.stage).name}"
    yield part, gate.finding.words, "Gate ahead" if is_ahead else None, None, gate.finding.citation
    for each in gate.conditions:
        yield part, each.words, STATE_WORDS[each.state], each.because, None


SHEET = Sheet(
    "Lifecycle",
    126,
    "Where each draft stands, its log, what every gate asks, what was overridden and why, what is due.",
    write,
)
