"""Earlier versions in words: when each was kept, and in what the workbook differs from it by now."""

import datetime as dt
from pathlib import Path

from ui.moments import moment_in_words
from workbook.analysis.difference.whole import WorkbookDifference, tell_workbooks
from workbook.analysis.wording import capitalised, counted
from workbook.edits.begin import draft_from_case
from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence.problems import quoted
from workbook.persistence.version import Version


def changed_since(then: Workbook, now: Workbook) -> WorkbookDifference:
    """What has changed from an earlier state of a workbook to what it is now."""
    return tell_workbooks(then, now, load(), begin=draft_from_case)


def time_in_words(when: dt.datetime, now: dt.datetime) -> str:
    """As in "today 14:02", "yesterday 14:02", "Thursday 14:02" or "2 March 2026 14:02"."""
    when = when.astimezone(now.tzinfo)
    words, clock = moment_in_words(when, now), f"{when:%H:%M}"
    if words == clock:
        return f"today {clock}"
    return words if words.endswith(clock) else f"{words} {clock}"


def named(version: Version, now: dt.datetime) -> str:
    """Which version it is, within a sentence: "revision 12, kept yesterday 14:02"."""
    original = "" if version.original_of is None else f", the original in format {version.original_of}"
    return f"revision {version.revision}{original}, kept {time_in_words(version.kept_at, now)}"


def of_another_file(version: Version, path: Path) -> str:
    """Of which file it is, if that is not the one that is asked about: " of “north.partnership”"."""
    if version.path is None or version.path.name == path.name:
        return ""
    return f" of {quoted(version.path.name)}"


def in_short(workbook: Workbook) -> str:
    """What a workbook is called and how much is in it, where there is nothing to compare it with."""
    title = f"{quoted(workbook.title)}, " if workbook.title.strip() else ""
    return capitalised(f"{title}{counted(len(workbook.drafts), 'draft')}.")
