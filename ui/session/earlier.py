"""Going back to an earlier version of the open workbook, or to that of a file that does not open."""

import os
from dataclasses import dataclass
from pathlib import Path

from ui.background import Stopped, wait_for
from ui.dialogs import Dialogs
from ui.earlier import changed_since, named
from ui.earlier_dialog import Deed
from ui.moments import now
from ui.session.naming import sentence_of
from ui.session.origin import Origin
from workbook.analysis.difference.whole import WorkbookDifference
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.format import new_head
from workbook.persistence.problems import FileProblem
from workbook.persistence.version import Version

NO_FILE = "This workbook is in no file yet. From its first save on, earlier versions of it are kept."
NONE_YET = "No earlier version of this workbook is kept on this laptop yet. Every save keeps one."


@dataclass(frozen=True)
class Chosen:
    """An earlier version that the user chose, and what it holds."""

    version: Version
    deed: Deed
    workbook: Workbook
    origin: Origin
    """Where it comes from, if it is opened as a copy."""


def choose_earlier(dialogs: Dialogs, backups: Backups, origin: Origin, workbook: Workbook) -> Chosen | None:
    """Show the earlier versions of the open workbook; None: the user stays with what is open."""
    path = origin.path
    if path is None:
        dialogs.tell(NO_FILE)
        return None

    def compare(version: Version) -> WorkbookDifference:
        return changed_since(version.read().workbook, workbook)

    try:
        versions = wait_for(lambda: backups.versions(path, origin.document_id))
        if not versions:
            dialogs.tell(NONE_YET)
            return None
        answer = dialogs.ask_earlier(versions, path, compare)
        if answer is None:
            return None
        opened = wait_for(answer.version.read)
    except FileProblem as problem:
        dialogs.tell(sentence_of(problem))
        return None
    except Stopped:
        return None
    return Chosen(answer.version, answer.deed, opened.workbook, as_a_copy(path, answer.version))


def as_a_copy(path: Path, version: Version) -> Origin:
    """An earlier version as an unsaved workbook of its own, which never takes the place of the file."""
    return Origin(
        new_head(),
        saved=None,
        name=f"{path.stem} (revision {version.revision})",
        never_over=path if os.path.lexists(path) else None,
    )


def in_words(version: Version) -> str:
    """Which version it is, within a sentence."""
    return named(version, now())
