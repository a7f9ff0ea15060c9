"""Ways to save: ours, and naive ones that every test of reliability must find out."""

import datetime as dt
import json
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.format import Head, to_bytes, to_document
from workbook.persistence.kept_file import kept_file
from workbook.persistence.thinning import LAST
from workbook.persistence.writing import write

NOON = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)

Save = Callable[[Path, Workbook, Head, Backups | None], Head]
"""Save over the file that was read with this head; the head of what is in the file then."""


def noon() -> dt.datetime:
    """A clock that stands still: no promise may depend on it."""
    return NOON


def ours(path: Path, workbook: Workbook, head: Head, backups: Backups | None) -> Head:
    """As the program saves."""
    return write(path, workbook, head, backups=backups).head


def in_place(path: Path, workbook: Workbook, head: Head, backups: Backups | None) -> Head:
    """As scripts do it, and sync: while it is written there is neither the old file nor the new."""
    new, data = _next(workbook, head)
    with path.open("w", encoding="utf-8") as file:
        json.dump(json.loads(data), file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    if backups is not None:
        backups.keep(path, new, data)
    return new


def rename_unsynced(path: Path, workbook: Workbook, head: Head, backups: Backups | None) -> Head:
    """Temporary file and replace, but nothing waits for the disk."""
    return _rename(path, workbook, head, backups, syncs_file=False)


def rename_in_unsynced_folder(path: Path, workbook: Workbook, head: Head, backups: Backups | None) -> Head:
    """As most programs do it: the file is on the disk, its name need not be."""
    return _rename(path, workbook, head, backups, syncs_file=True)


def room_first(
    path: Path, workbook: Workbook, head: Head, backups: Backups | None, *, most: int = LAST - 1
) -> Head:
    """The oldest of the last versions makes room before the new file is in place."""
    kept = kept_file(backups_folder(path), path, head.document_id)
    kept.drop(kept.versions()[:-most])
    return write(path, workbook, head, backups=backups).head


def backups_folder(path: Path) -> Path:
    """Where the earlier versions of the files of a test are kept: a folder beside."""
    return path.parent / "state" / "backups"


@contextmanager
def nothing_synced(*, but_files: bool = False) -> Iterator[None]:
    """Whatever is saved in here with our code, the disk is not waited for; files are, if so wanted."""
    real = os.fsync

    def fsync(file: int) -> None:
        if but_files and not stat.S_ISDIR(os.fstat(file).st_mode):
            real(file)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        patch.setattr(os, "fdatasync", fsync, raising=False)
        yield


def _rename(path: Path, workbook: Workbook, head: Head, backups: Backups | None, *, syncs_file: bool) -> Head:
    new, data = _next(workbook, head)
    temporary = path.with_name(f".{path.stem}.saving{path.suffix}")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        if syncs_file:
            os.fsync(file.fileno())
    temporary.replace(path)
    if backups is not None:
        backups.keep(path, new, data)
    return new


def _next(workbook: Workbook, head: Head) -> tuple[Head, bytes]:
    unsummed = head.replace(revision=head.revision + 1, sha256=None)
    document = to_document(workbook, unsummed)
    return unsummed.replace(sha256=document["sha256"]), to_bytes(document)
