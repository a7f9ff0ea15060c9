"""Putting workbooks into files, as every command does it: earlier versions are kept on the way."""

from pathlib import Path

from ui.folders import Folders
from ui.moments import now
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.reading import Opened
from workbook.persistence.writing import Saved, create, write

NOT_CONFIRMED = "The disk did not confirm that it has the file: keep it connected for a moment."


def backups_of_this_user() -> Backups:
    """The earlier versions on this laptop."""
    return Backups(Folders.of_this_user().backups, now)


def save(opened: Opened, workbook: Workbook) -> tuple[str, ...]:
    """Save over the file that was opened, under the next revision; what people should know about it.

    Raises:
        Unwritable: it cannot be done; the file is as it was.
    """
    return notes_on(
        write(
            opened.path,
            workbook,
            opened.head,
            upgraded_from=opened.upgraded_from,
            backups=backups_of_this_user(),
        )
    )


def save_new(path: Path, workbook: Workbook) -> tuple[str, ...]:
    """Save a workbook for the first time; what people should know about it.

    Raises:
        AlreadyThere: there is something of that name, which is left alone.
        Unwritable: it cannot be done; nothing is left behind.
    """
    return notes_on(create(path, workbook, backups=backups_of_this_user()))


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
