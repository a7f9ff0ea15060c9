"""Asking for files: to save to, to write a report to, to open although damaged."""

import os
from functools import partial
from pathlib import Path

from ui.background import Stopped, wait_for
from ui.dialogs import REPORTS, Dialogs
from ui.earlier import newest_earlier
from ui.session.earlier import as_a_copy, in_words
from ui.session.naming import sentence_of, with_ending
from ui.session.origin import Origin, is_same_file, read_from
from ui.session.saving import Target
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.format import EXTENSION
from workbook.persistence.problems import Altered, FileProblem, TooNew

REPORT_ENDING = ".xlsx"


def choose_target(dialogs: Dialogs, origin: Origin, suggested: Path) -> Target | None:
    """Where to save as; None: the user thought better of it."""
    while (picked := dialogs.pick_save(suggested)) is not None:
        path = suggested = with_ending(picked, EXTENSION)
        if is_same_file(path, origin.path):
            return Target(path, "over")
        if is_same_file(path, origin.never_over):
            why = "is open elsewhere" if origin.is_to_read else "is the file this was copied from"
            dialogs.tell(f"“{path.name}” {why}. It stays as it is: choose another name.")
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


def read_asking(
    dialogs: Dialogs, path: Path, backups: Backups | None = None
) -> tuple[Origin, Workbook] | None:
    """What is in a file; None: it was told why not, or the user does not want what can be had of it.

    With `backups`, the latest earlier version is offered instead of a file that does not open.
    """
    try:
        return wait_for(lambda: read_from(path))
    except FileProblem as problem:
        return _instead(dialogs, path, problem, backups)
    except Stopped:
        return None


def _instead(
    dialogs: Dialogs, path: Path, problem: FileProblem, backups: Backups | None
) -> tuple[Origin, Workbook] | None:
    """What the user wants to open in the place of a file that does not open, if anything."""
    is_altered, sentence = isinstance(problem, Altered), sentence_of(problem)
    try:
        # A file of a newer program is whole: nobody should go back because of it.
        searched = None if isinstance(problem, TooNew) else backups
        earlier = None if searched is None else wait_for(partial(newest_earlier, searched, path))
        if earlier is not None:
            version, opened = earlier
            answer = dialogs.ask_damaged(sentence, in_words(version), is_readable=is_altered)
            if answer == "earlier":
                return as_a_copy(path, version), opened.workbook
            wants_altered = answer == "as_it_is"
        elif is_altered:
            wants_altered = dialogs.ask_altered(sentence)
        else:
            dialogs.tell(sentence)
            return None
        return wait_for(lambda: read_from(path, accept_altered=True)) if wants_altered else None
    except FileProblem as another:
        dialogs.tell(sentence_of(another))
    except Stopped:
        pass
    return None
