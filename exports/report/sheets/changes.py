"""What changed in each draft since it was last kept as a snapshot, and who gains or loses by it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.difference.gains import GAIN_RULE
from workbook.analysis.difference.subjects import draft_side, snapshot_side
from workbook.analysis.difference.tell import SUMMARY_RULE, DraftDifference, tell
from workbook.analysis.finding import Finding
from workbook.analysis.win_win.net_findings import NET_CITATION
from workbook.edits.begin import draft_from_case
from workbook.model.draft import Draft
from workbook.model.workbook import Snapshot, Workbook

COLUMNS = (
    Column("Draft", 130, "name"),
    Column("Since", 190, "name"),
    Column("Step", 150, "name"),
    Column("What changed", 480),
    Column("Before", 360),
    Column("After", 360),
)


class Kept(NamedTuple):
    """A draft as it stands in its own file, with its latest snapshot if it has any."""

    draft: Draft
    workbook: Workbook
    snapshot: Snapshot | None


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Changes", "What changed in each draft since its latest snapshot, and who gains or loses by it."
    )
    page.table(COLUMNS, _rows(report), "Changes since the latest snapshot, by draft and step.", frozen=3)
    page.paragraph(SUMMARY_RULE)
    page.paragraph(f"{GAIN_RULE} [{NET_CITATION}]")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for title, kept in _kept(report):
        if kept.snapshot is None:
            yield title, Styled("No snapshot yet", "muted"), *[None] * (len(COLUMNS) - 2)
            continue
        since = snapshot_side(kept.workbook, kept.snapshot)
        now = draft_side(kept.workbook, kept.draft)
        for row in _changes(tell(since, now, report.library, begin=draft_from_case)):
            yield title, since.name, *row


def _changes(found: DraftDifference) -> Iterator[tuple[Value, ...]]:
    yield "In all", found.summary.words, None, None
    for group in found.groups:
        for change in group.changes:
            yield group.title, change.words, change.was or None, change.now or None
    for finding in found.stakeholders:
        yield "Gain or loss", finding.words, *_before_and_after(finding)


def _before_and_after(finding: Finding) -> tuple[Value, ...]:
    return tuple(
        each.value if isinstance(each.value, str) else _points(each.value) for each in finding.inputs
    )


def _points(value: float | None) -> str | None:
    return None if value is None else f"{value:g}"


def _kept(report: Report) -> Iterator[tuple[str, Kept]]:
    """Each draft of the report by its title. Its file has the snapshots; the report calls it by other ids."""
    in_files = [(file.workbook, draft) for file in report.files for draft in file.workbook.drafts]
    shown = {draft.id for draft in report.drafts}
    for here, (workbook, draft) in zip(report.workbook.drafts, in_files, strict=True):
        if here.id in shown:
            own = [each for each in workbook.snapshots if each.draft.id == draft.id]
            latest = max(own, key=lambda each: each.at, default=None)
            yield report.titles[here.id], Kept(draft, workbook, latest)


def _if_there_is_a_snapshot(report: Report) -> Sequence[Sheet]:
    return (SHEET,) if any(kept.snapshot for _, kept in _kept(report)) else ()


SHEET = Sheet(
    "Changes",
    145,
    "What changed in each draft since its latest snapshot, where there is one, and who gains or loses by it.",
    write,
    several=_if_there_is_a_snapshot,
)
