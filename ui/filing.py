"""Putting workbooks into files, as every command does it: nobody has them open, and versions are kept."""

import os
from pathlib import Path

from ui.folders import Folders
from ui.moments import now
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.conflict import Expected
from workbook.persistence.lock import FileLock, InUse, take
from workbook.persistence.problems import AlreadyThere, FileProblem
from workbook.persistence.reading import Opened
from workbook.persistence.writing import Saved, create, write

NOT_CONFIRMED = "The disk did not confirm that it has the file: keep it connected for a moment."


def backups_of_this_user() -> Backups:
    """The earlier versions on this laptop."""
    return Backups(Folders.of_this_user().backups, now)


def locked(path: Path) -> FileLock:
    """The file is this command's own, `with` it, for the moment in which it is written.

    Raises:
        FileProblem: somebody has it open; it is untouched.
    """
    try:
        return take(path, Folders.of_this_user().locks, program="command")
    except InUse as problem:
        where = "ask for it to be closed there, or open it in the window, which can take it over"
        if not problem.holder.is_elsewhere:
            where = "close it there first, or work on a copy"
        raise FileProblem(path, f"{problem.sentence} and was left as it is: {where}") from problem


def save(opened: Opened, workbook: Workbook) -> tuple[str, ...]:
    """Save over the file that was opened, under the next revision; what people should know about it.

    Raises:
        FileProblem: it cannot be done, somebody has it open, or another program changed it since it was
            opened; the file is as it was.
    """
    with locked(opened.path):
        saved = write(
            opened.path,
            workbook,
            opened.head,
            expected=Expected.of(opened),
            upgraded_from=opened.upgraded_from,
            backups=backups_of_this_user(),
        )
    return notes_on(saved)


def save_new(path: Path, workbook: Workbook) -> tuple[str, ...]:
    """Save a workbook for the first time; what people should know about it.

    Raises:
        AlreadyThere: there is something of that name, which is left alone.
        FileProblem: it cannot be done, or somebody has a file of that name open; nothing is left behind.
    """
    if os.path.lexists(path):
        raise AlreadyThere(path)
    with locked(path):
        saved = create(path, workbook, backups=backups_of_this_user())
    return notes_on(saved)


def notes_on(saved: Saved) -> tuple[str, ...]:
    """What people should know about a save that is in place."""
    notes = []
    if saved.original is not None:
        notes.append(
            "The file was of an older version; `recover` lists the original, and puts it where you say."
        )
    if saved.backup is not None:
        notes.append(f"The file was of an older version; {saved.backup} keeps it as it was.")
    if saved.unkept:
        notes.append(unkept_in_words(saved.unkept))
    if not saved.confirmed:
        notes.append(NOT_CONFIRMED)
    return tuple(notes)


def unkept_in_words(cause: str) -> str:
    """That a save is in place, but not among the earlier versions."""
    return f"The file is saved, but no earlier version of it can be kept: {cause}."
