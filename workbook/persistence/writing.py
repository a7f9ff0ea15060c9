"""Saving: the whole workbook, in one step, under the next revision. Earlier versions are kept on the way."""

import os
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from workbook import __version__
from workbook.model.workbook import Workbook
from workbook.persistence.atomic import create_file, replace_file
from workbook.persistence.backups import Backups, Held
from workbook.persistence.conflict import ANYTHING, Expected, refuse_if_changed
from workbook.persistence.format import Head, new_head, to_bytes, to_document
from workbook.persistence.problems import AlreadyThere, Unwritable, one_line
from workbook.persistence.reading import digest_of, read_bytes
from workbook.persistence.version import Version

LARGEST_REVISION = 10**9
"""The largest that a head can say."""


@dataclass(frozen=True)
class Saved:
    """A save that is in place."""

    path: Path
    head: Head
    confirmed: bool
    """Whether the disk said so. If not, the file is there, but a power cut soon after may undo the save."""
    original: Version | None = None
    """The original of an upgraded file, among the earlier versions."""
    backup: Path | None = None
    """Where the original of an upgraded file was kept, if it could not be kept there: beside the file."""
    digest: str = ""
    """Tells the bytes of the file from any others."""
    unkept: str = ""
    """Why this save is not among the earlier versions, in words; nothing if it is, or should not be."""


def create(path: Path, workbook: Workbook, *, backups: Backups | None = None) -> Saved:
    """Save a workbook for the first time, as a document of its own.

    Raises:
        AlreadyThere: there is something of that name, which is left alone.
        Unwritable: it cannot be done; nothing is left behind.
    """
    head, data = _next(workbook, new_head())
    confirmed = create_file(path, data)
    return Saved(path, head, confirmed, digest=digest_of(data), unkept=_kept(backups, path, head, data))


def write(  # noqa: PLR0913 - what is saved, over what, and what is kept of it
    path: Path,
    workbook: Workbook,
    head: Head,
    *,
    expected: Expected = ANYTHING,
    upgraded_from: int | None = None,
    backups: Backups | None = None,
) -> Saved:
    """Save over the file that `head` was read from. Pass `upgraded_from` on as opened, until saved once.

    `expected` is what the file holds as far as the caller knows; only a user may say that it can be anything.

    Raises:
        Changed: the file holds something else; it, and its earlier versions, are as they were before.
        Unwritable: it cannot be done; the file, and its earlier versions, are as they were before.
    """
    held = _held(backups, path, head, upgraded_from)

    def last_look() -> None:
        refuse_if_changed(path, expected, workbook)

    try:
        last_look()
        if expected.must_be_kept and backups is not None:
            _refuse_unless_kept(path, held)
        newest = 0 if backups is None else backups.newest_revision(path, head.document_id)
        new, data = _next(workbook, head, newest)
        original = beside = None
        if upgraded_from is not None:
            original = held.version
            beside = keep_original(path, upgraded_from) if original is None else None
        confirmed = replace_file(path, data, last_look=last_look)
    except BaseException:
        held.take_back()
        raise
    unkept = _kept(backups, path, new, data) or held.problem
    return Saved(path, new, confirmed, original, beside, digest_of(data), unkept)


def put_back(version: Version, path: Path, backups: Backups) -> bool:
    """Give a file the bytes of an earlier version; what it held becomes one. Returns whether it is confirmed.

    Raises:
        FileProblem: it cannot be done: the version is damaged, or what the file holds could not be kept. The
            file is as it was before.
    """
    data = version.read_bytes()
    held = backups.hold(path, version.document_id)
    _refuse_unless_kept(path, held)
    try:
        return replace_file(path, data)
    except BaseException:
        held.take_back()
        raise


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


def _next(workbook: Workbook, head: Head, newest: int = 0) -> tuple[Head, bytes]:
    """The next revision, after the newest that is known of, and the file for it."""
    revision = min(max(head.revision, newest) + 1, LARGEST_REVISION)
    unsummed = head.replace(revision=revision, app_version=__version__, sha256=None)
    document = to_document(workbook, unsummed)
    return unsummed.replace(sha256=document["sha256"]), to_bytes(document)


def _refuse_unless_kept(path: Path, held: Held) -> None:
    """Whoever was told that what the file holds is kept can rely on it."""
    # Not Path.exists, which raises where the disk does not answer: then it cannot be replaced either.
    if held.version is None and os.path.exists(path):  # noqa: PTH110 - see above
        cause = held.problem or "it is no workbook"
        raise Unwritable(path, f"stays as it is, because what it holds could not be kept: {cause}")


def _held(backups: Backups | None, path: Path, head: Head, upgraded_from: int | None) -> Held:
    if backups is None:
        return Held(path)
    try:
        return backups.hold(path, head.document_id, original_of=upgraded_from)
    except Exception as fault:  # noqa: BLE001 - no fault of ours in keeping versions may prevent a save
        return Held(path, problem=_fault(fault))


def _kept(backups: Backups | None, path: Path, head: Head, data: bytes) -> str:
    if backups is None:
        return ""
    try:
        return backups.keep(path, head, data)
    except Exception as fault:  # noqa: BLE001 - the save is in place; nothing may say that it is not
        return _fault(fault)


def _fault(fault: Exception) -> str:
    return one_line(f"the program itself failed ({type(fault).__name__}: {fault})")
