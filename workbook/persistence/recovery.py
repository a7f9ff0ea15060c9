"""Copies of unsaved work, kept apart from the user's files until a save has made them needless.

Each running program keeps one copy for each document it has open, so that two windows never write over each
other's. A copy is offered once the program that kept it has ended without taking it away.
"""

import datetime as dt
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from workbook.model.workbook import Workbook
from workbook.persistence.atomic import MARK, replace_file
from workbook.persistence.format import FORMAT_VERSION, Head, digest
from workbook.persistence.migrations import all_steps, upgrade
from workbook.persistence.problems import FileProblem, Unreadable, Unwritable
from workbook.persistence.reading import Opened, read, read_bytes
from workbook.persistence.running import RunningSign, remove_sign, stands

FORMAT = "partnership-unsaved"
ENDING, SIGN_ENDING, DAMAGED_ENDING = ".unsaved", ".running", ".damaged"
TOKEN_LENGTH = 8

Standing = Literal["never_saved", "same", "other", "missing"]
"""How the file on the disk stands to a copy: there never was one; it is still what the work began from; it is
another version, or cannot be read; it is gone."""


@dataclass(frozen=True)
class Base:
    """The saved file that unsaved work began from."""

    path: Path
    revision: int
    version: str
    """Tells its contents from any other: see `version_of`."""


@dataclass(frozen=True)
class Copy:
    """A whole workbook as it was at one moment, and which saved file it began from, if any."""

    document_id: str
    workbook: Workbook
    base: Base | None
    kept_at: dt.datetime


@dataclass(frozen=True)
class LeftOver:
    """A copy whose program has ended. `opened` is the file it began from, where it can be read."""

    place: Path
    copy: Copy
    standing: Standing
    opened: Opened | None


class UnsavedWork:
    """The copies that one running program keeps in a folder, and those that others left there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._token = secrets.token_hex(TOKEN_LENGTH // 2)
        self._sign: RunningSign | None = None

    def keep(self, copy: Copy) -> None:
        """Put this copy in place of the last one of the same document.

        Raises:
            Unwritable: it cannot be done; the last copy is as it was.
        """
        place = self._place(copy.document_id)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._sign is None:  # before the first copy: a copy without a sign counts as left over
                self._sign = RunningSign(self._folder / f"{self._token}{SIGN_ENDING}")
        except OSError as error:
            raise Unwritable.because(place, error) from error
        replace_file(place, _to_bytes(copy))

    def discard(self, document_id: str) -> None:
        """Take away the copy of a document, because it is saved or because the user gave it up."""
        with suppress(OSError):
            self._place(document_id).unlink()

    def left_over(self) -> tuple[LeftOver, ...]:
        """The copies of programs that have ended, the latest first.

        Damaged ones are set aside; those that hold nothing but what was saved in the end are taken away.
        Never raises: a program that cannot look for unsaved work starts all the same.
        """
        found = []
        for place in self._places_left():
            copy = _read_or_set_aside(place)
            if copy is None:
                continue
            left = _compared(place, copy)
            if left.opened is not None and left.opened.workbook == copy.workbook:
                self.clear_away(left)
            else:
                found.append(left)
        return tuple(sorted(found, key=lambda left: left.copy.kept_at, reverse=True))

    def clear_away(self, left: LeftOver) -> None:
        """Delete a copy that was left over: it is kept anew, saved, or given up."""
        with suppress(OSError):
            left.place.unlink()
        token = left.place.name[:TOKEN_LENGTH]
        if not any(self._folder.glob(f"{token}-*{ENDING}")):
            remove_sign(self._folder / f"{token}{SIGN_ENDING}")

    def close(self) -> None:
        """The program ends. What it still keeps is left over from now on."""
        if self._sign is not None:
            self._sign.take_down()
            self._sign = None

    def _place(self, document_id: str) -> Path:
        return self._folder / f"{self._token}-{document_id}{ENDING}"

    def _places_left(self) -> Iterator[Path]:
        try:
            names = sorted(path.name for path in self._folder.iterdir())
        except OSError:
            return
        for name in names:
            token = name.lstrip(".")[:TOKEN_LENGTH]
            if not name.endswith(ENDING) or token == self._token:
                continue
            if stands(self._folder / f"{token}{SIGN_ENDING}"):
                continue
            if name.startswith(".") and MARK in name:  # the program ended while it wrote this one
                with suppress(OSError):
                    (self._folder / name).unlink()
                continue
            yield self._folder / name


def version_of(head: Head, workbook: Workbook) -> str:
    """The checksum of a file; where another program wrote none, that of what the file says."""
    return head.sha256 or digest({"workbook": workbook.model_dump(mode="json", by_alias=True)})


def _compared(place: Path, copy: Copy) -> LeftOver:
    """The copy beside the file that it began from, as that file is now."""
    if copy.base is None:
        return LeftOver(place, copy, "never_saved", None)
    try:
        opened = read(copy.base.path)
    except FileProblem as problem:
        is_gone = isinstance(problem, Unreadable) and not os.path.lexists(copy.base.path)
        return LeftOver(place, copy, "missing" if is_gone else "other", None)
    now = (opened.head.revision, version_of(opened.head, opened.workbook))
    is_same = now == (copy.base.revision, copy.base.version)
    return LeftOver(place, copy, "same" if is_same else "other", opened)


class _OfNewerProgram(Exception):
    """A copy that only a newer version of the program can read: it is left for that one."""


def _to_bytes(copy: Copy) -> bytes:
    """A line with the checksum of all that follows, a line of what is known, and the workbook as one line."""
    base = copy.base
    known = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "document_id": copy.document_id,
        "kept_at": copy.kept_at.isoformat(),
        "base": base and {"path": str(base.path), "revision": base.revision, "version": base.version},
    }
    # Known things in ASCII, because the name of a file may hold what UTF-8 cannot. The workbook in one fast
    # call, unlike in its file: somebody is typing, and meanwhile no other thread of Python runs.
    body = copy.workbook.model_dump_json(by_alias=True, warnings="error")
    contents = json.dumps(known, ensure_ascii=True).encode("ascii") + b"\n" + body.encode("utf-8") + b"\n"
    return hashlib.sha256(contents).hexdigest().encode("ascii") + b"\n" + contents


def _read_or_set_aside(place: Path) -> Copy | None:
    try:
        return _from_bytes(read_bytes(place))
    except (Unreadable, _OfNewerProgram):
        return None
    except (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError):
        with suppress(OSError):
            place.rename(place.with_name(place.name + DAMAGED_ENDING))
        return None


def _from_bytes(data: bytes) -> Copy:
    """The copy in a file; anything may be raised, because anything may be in it."""
    checksum, _, contents = data.partition(b"\n")
    if hashlib.sha256(contents).hexdigest().encode("ascii") != checksum:
        raise ValueError
    head, _, body = contents.partition(b"\n")
    known: dict[str, Any] = json.loads(head)
    if known["format_version"] > FORMAT_VERSION:
        raise _OfNewerProgram
    base = known["base"]
    document = {"format_version": known["format_version"], "workbook": json.loads(body)}
    return Copy(
        document_id=known["document_id"],
        workbook=Workbook.model_validate(upgrade(document, all_steps())["workbook"]),
        base=None if base is None else Base(Path(base["path"]), base["revision"], base["version"]),
        kept_at=dt.datetime.fromisoformat(known["kept_at"]).astimezone(),
    )
