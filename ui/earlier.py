"""Earlier versions in words: when each was kept, and in what the workbook differs from it by now."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from ui.moments import as_here, moment_in_words
from workbook.analysis.difference.whole import WorkbookDifference, tell_workbooks
from workbook.analysis.wording import capitalised, counted
from workbook.edits.begin import draft_from_case
from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.problems import (
    Altered,
    Damaged,
    FileProblem,
    Invalid,
    NotAWorkbook,
    Unreadable,
    quoted,
    shown,
)
from workbook.persistence.reading import Opened, read_bytes
from workbook.persistence.version import Version, known_of


def changed_since(then: Workbook, now: Workbook) -> WorkbookDifference:
    """What has changed from an earlier state of a workbook to what it is now."""
    return tell_workbooks(then, now, load(), begin=draft_from_case)


def newest_earlier(backups: Backups, path: Path) -> tuple[Version, Opened] | None:
    """The latest earlier version of a file that opens, although the file does not; None: there is none."""
    document_id: str | None = None
    with suppress(Unreadable):  # what is gone is found by its path
        document_id = known_of(read_bytes(path)).document_id
    return backups.newest_good(path, document_id)


def way_back(problem: FileProblem, backups: Backups, moment: dt.datetime) -> str:
    """Where to get an earlier version of a file that does not open, for the command line; "": nowhere.

    A file of a newer program is whole: nobody should go back because of it.
    """
    does_not_open = isinstance(problem, Unreadable | NotAWorkbook | Damaged | Altered | Invalid)
    earlier = newest_earlier(backups, problem.path) if does_not_open else None
    if earlier is None:
        return ""
    return f"an earlier version is kept ({named(earlier[0], moment)}): see `recover {shown(problem.path)}`"


def time_in_words(when: dt.datetime, now: dt.datetime) -> str:
    """As in "today 14:02", "yesterday 14:02", "Thursday 14:02" or "2 March 2026 14:02"."""
    when = as_here(when, now)
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
