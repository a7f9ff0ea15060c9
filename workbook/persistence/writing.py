"""Saving: the whole workbook, in one step, under the next revision."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from workbook import __version__
from workbook.model.workbook import Workbook
from workbook.persistence.atomic import create_file, replace_file
from workbook.persistence.format import Head, new_head, to_bytes, to_document
from workbook.persistence.problems import AlreadyThere
from workbook.persistence.reading import read_bytes


@dataclass(frozen=True)
class Saved:
    """A save that is in place."""

    path: Path
    head: Head
    confirmed: bool
    """Whether the disk said so. If not, the file is there, but a power cut soon after may undo the save."""
    backup: Path | None = None
    """Where the original of an upgraded file was kept."""


def create(path: Path, workbook: Workbook) -> Saved:
    """Save a workbook for the first time, as a document of its own.

    Raises:
        AlreadyThere: there is something of that name, which is left alone.
        Unwritable: it cannot be done; nothing is left behind.
    """
    head, data = _next(workbook, new_head())
    return Saved(path, head, confirmed=create_file(path, data))


def write(path: Path, workbook: Workbook, head: Head, *, upgraded_from: int | None = None) -> Saved:
    """Save over the file that `head` was read from. Pass `upgraded_from` on as opened, until saved once.

    Raises:
        Unwritable: it cannot be done; the file is as it was before.
    """
    new, data = _next(workbook, head)
    # Here belongs the question whether the file on disk still is the revision that was opened.
    backup = None if upgraded_from is None else keep_original(path, upgraded_from)
    return Saved(path, new, confirmed=replace_file(path, data), backup=backup)


def keep_original(path: Path, version: int) -> Path:
    """Copy a file of an older version to `name.v1.partnership` beside it, never over another copy.

    Raises:
        Unreadable: the original cannot be read.
        Unwritable: the copy cannot be made.
    """
    original = read_bytes(path)
    for number in count(1):
        copy = path.with_name(f"{path.stem}.v{version}{f'-{number}' if number > 1 else ''}{path.suffix}")
        try:
            create_file(copy, original, like=path)
        except AlreadyThere:
            if read_bytes(copy) == original:  # an earlier try got this far
                return copy
        else:
            return copy
    raise AssertionError  # numbers do not end


def _next(workbook: Workbook, head: Head) -> tuple[Head, bytes]:
    """The next revision, and the file for it."""
    unsummed = head.replace(revision=head.revision + 1, app_version=__version__, sha256=None)
    document = to_document(workbook, unsummed)
    return unsummed.replace(sha256=document["sha256"]), to_bytes(document)
