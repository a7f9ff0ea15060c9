"""What stands in the way of each draft and what is done about it, how ready its partners are, what helps."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.obstacles.challenges import OPEN_RULE
from workbook.analysis.obstacles.conditions import LEVEL_WORDS, READINESS_RULE
from workbook.analysis.obstacles.findings import obstacles
from workbook.analysis.wording import capitalised
from workbook.library.catalogues import catalogue, name_of
from workbook.model.challenges import Challenge, Enabler
from workbook.model.draft import Draft

COLUMNS = (
    Column("Draft", 150, "name"),
    Column("What", 100),
    Column("Kind", 220, "name"),
    Column("In words", 360),
    Column("How severe, or how far", 120),
    Column("What to do about it", 340),
    Column("Owner", 170),
    Column("State", 100),
)
NOT_SAID = Styled("not said yet", "muted")
PRESENT = {True: "There", False: "Missing"}
NEITHER = (None, None, None)
"""Components and enablers have nobody who owns them, and nothing that is done about them."""


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Challenges by draft",
        "What stands in the way and what is done about it, how ready the partners are to share, what helps.",
    )
    page.table(COLUMNS, _rows(report), "Challenges, readiness and enablers of each draft.", frozen=3)
    for draft in report.drafts:
        found = obstacles(draft, report.library, report.workbook.own_entries)
        page.paragraph(f"{report.titles[draft.id]}: {found.summary.words}")
    page.paragraph(f"{OPEN_RULE} {READINESS_RULE}")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft in report.drafts:
        title = report.titles[draft.id]
        for row in (*_challenges(report, draft), *_readiness(report, draft), *_enablers(report, draft)):
            yield title, *row


def _challenges(report: Report, draft: Draft) -> Iterator[tuple[Value, ...]]:
    own = report.workbook.own_entries
    for each in draft.challenges:
        yield (
            "Challenge",
            name_of(report.library, own, "challenge_categories", each.category),
            _words(each),
            NOT_SAID if each.severity is None else capitalised(each.severity),
            each.mitigation or NOT_SAID,
            each.owner or NOT_SAID,
            capitalised(each.status),
        )
    if not draft.challenges:
        yield "Challenge", Styled("None is named yet", "muted"), None, None, None, None, None


def _words(challenge: Challenge) -> Value:
    """Its words; the prompt it was taken from stands before them, where it says something else."""
    parts = [part for part in (challenge.prompt.strip(), challenge.text.strip()) if part]
    return "\n".join(dict.fromkeys(parts)) or NOT_SAID


def _readiness(report: Report, draft: Draft) -> Iterator[tuple[Value, ...]]:
    own = report.workbook.own_entries
    said = {entry.component: entry for entry in draft.readiness}
    levels = dict(LEVEL_WORDS)
    known = [component.id for component in catalogue(report.library, own, "readiness")]
    for component in dict.fromkeys((*known, *said)):
        entry = said.get(component)
        level = None if entry is None else entry.level
        yield (
            "Readiness",
            name_of(report.library, own, "readiness", component),
            None if entry is None else entry.note or None,
            NOT_SAID if level is None else capitalised(levels[level]),
            *NEITHER,
        )


def _enablers(report: Report, draft: Draft) -> Iterator[tuple[Value, ...]]:
    for each in draft.enablers:
        there = NOT_SAID if each.present is None else PRESENT[each.present]
        yield "Enabler", _kind(report, each), each.text or None, there, *NEITHER


def _kind(report: Report, enabler: Enabler) -> Value:
    """The library's name for it, or the words of the room."""
    kind = enabler.kind.strip()
    return name_of(report.library, report.workbook.own_entries, "enablers", kind) if kind else NOT_SAID


SHEET = Sheet(
    "Challenges by draft",
    102,
    "Each draft's challenges with owner and state, its readiness, and what helps it.",
    write,
)
"""Beside "Challenges", which compares drafts and cases as wholes."""
