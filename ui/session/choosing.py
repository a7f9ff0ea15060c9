"""Asking for files: to save to, to write a report to, to open although damaged."""

import os
from pathlib import Path

from ui.background import Stopped, wait_for
from ui.dialogs import REPORTS, Dialogs
from ui.session.naming import sentence_of, with_ending
from ui.session.origin import Origin, is_same_file, read_from
from ui.session.saving import Target
from workbook.model.workbook import Workbook
from workbook.persistence.format import EXTENSION
from workbook.persistence.problems import Altered, FileProblem

REPORT_ENDING = ".xlsx"


def choose_target(dialogs: Dialogs, origin: Origin, suggested: Path) -> Target | None:
    """Where to save as; None: the user thought better of it."""
    while (picked := dialogs.pick_save(suggested)) is not None:
        path = suggested = with_ending(picked, EXTENSION)
        if is_same_file(path, origin.path):
            return Target(path, "over")
        if is_same_file(path, origin.never_over):
            dialogs.tell(
                f"“{path.name}” is the file this was copied from. It stays as it is: choose another name."
            )
        elif not os.path.lexists(path):
            return Target(path, "new")
        elif dialogs.ask_overwrite(path):
            return Target(path, "in_place_of_another")
    return None


def choose_report(dialogs: Dialogs, suggested: Path) -> Path | None:
    """Where a report should go; None: the user thought better of it."""
    while (picked := dialogs.pick_save(suggested, REPORTS)) is not None:
        path = suggested = with_ending(picked, REPORT_ENDING)
        if not os.path.lexists(path) or dialogs.ask_overwrite(path):
            return path
    return None


def read_asking(dialogs: Dialogs, path: Path) -> tuple[Origin, Workbook] | None:
    """What is in a file; None: it was told why not, or the user does not want what can be had of it."""
    try:
        return wait_for(lambda: read_from(path))
    except Altered as problem:
        if not dialogs.ask_altered(sentence_of(problem)):
            return None
    except FileProblem as problem:
        dialogs.tell(sentence_of(problem))
        return None
    except Stopped:
        return None
    try:
        return wait_for(lambda: read_from(path, accept_altered=True))
    except FileProblem as problem:
        dialogs.tell(sentence_of(problem))
    except Stopped:
        pass
    return None
