"""Unsaved work, kept apart from the user's files until a save has made that needless.

Each running program keeps a journal of its own for each document it has open, so that two windows never write
over each other's. Its last state is offered once the program has ended without taking the journal away.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from workbook.model.workbook import Workbook
from workbook.persistence.format import Head, digest
from workbook.persistence.former_copy import is_former_copy, read_former_copy
from workbook.persistence.journal import GARBLED, Base, Copy, Found, Journal, OfNewerProgram, read_journal
from workbook.persistence.problems import FileProblem, Unreadable, Unwritable
from workbook.persistence.reading import Opened, read, read_bytes
from workbook.persistence.running import RunningSign, remove_sign, stands
from workbook.persistence.unfinished import MARK

__all__ = ["Base", "Copy", "LeftOver", "Standing", "UnsavedWork", "version_of"]

ENDING, SIGN_ENDING, DAMAGED_ENDING = ".unsaved", ".running", ".damaged"
TOKEN_LENGTH = 8

Standing = Literal["never_saved", "same", "other", "missing"]
"""How the file on the disk stands to a copy: there never was one; it is still what the work began from; it is
another version, or cannot be read; it is gone."""


@dataclass(frozen=True)
class LeftOver:
    """Unsaved work whose program has ended. `opened` is the file it began from, where it can be read."""

    place: Path
    copy: Copy
    standing: Standing
    opened: Opened | None
    is_cut: bool = False
    """Whether the end of the journal is damaged: what was done after `copy` was kept is lost."""


class UnsavedWork:
    """What one running program keeps in a folder, and what others left there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._token = secrets.token_hex(TOKEN_LENGTH // 2)
        self._sign: RunningSign | None = None
        self._journals: dict[str, Journal] = {}

    def keep(self, copy: Copy) -> None:
        """See to it that this is what comes back of its document. It is on the disk when this returns.

        Raises:
            Unwritable: it cannot be done; what was kept last is as it was.
        """
        place = self._place(copy.document_id)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._sign is None:  # before the first journal: one without a sign counts as left over
                self._sign = RunningSign(self._folder / f"{self._token}{SIGN_ENDING}")
        except OSError as error:
            raise Unwritable.because(place, error) from error
        self._journals.setdefault(copy.document_id, Journal(place)).keep(copy)

    def discard(self, document_id: str) -> None:
        """Take away what is kept of a document, because it is saved or because the user gave it up."""
        self._journals.pop(document_id, None)
        with suppress(OSError):
            self._place(document_id).unlink()
        if not any(self._of(self._token)):  # a program that is killed later leaves no sign behind
            self.close()

    def left_over(self) -> tuple[LeftOver, ...]:
        """What programs that have ended had kept, the latest first.

        What is damaged from its beginning on is set aside; what says nothing but what was saved in the end
        is taken away. Never raises: a program that cannot look for unsaved work starts all the same.
        """
        found = []
        for place in self._places_left():
            kept = _read_or_set_aside(place)
            if kept is None:
                continue
            left = _compared(place, kept)
            if left.opened is None or left.opened.workbook != left.copy.workbook:
                found.append(left)
            elif left.is_cut:
                _set_aside(place)  # what cannot be read of it may be worth more than what can
            else:
                self.clear_away(left)
        return tuple(sorted(found, key=lambda left: left.copy.kept_at, reverse=True))

    def clear_away(self, left: LeftOver) -> None:
        """Delete what was left over: it is kept anew, saved, or given up."""
        token = left.place.name[:TOKEN_LENGTH]
        if set(self._of(token)) <= {left.place}:  # the sign first: nothing else would lead to it any more
            remove_sign(self._folder / f"{token}{SIGN_ENDING}")
        with suppress(OSError):
            left.place.unlink()

    def close(self) -> None:
        """The program ends. What it still keeps is left over from now on."""
        if self._sign is not None:
            self._sign.take_down()
            self._sign = None

    def _place(self, document_id: str) -> Path:
        return self._folder / f"{self._token}-{document_id}{ENDING}"

    def _of(self, token: str) -> Iterator[Path]:
        """All that one program keeps."""
        return self._folder.glob(f"{token}-*{ENDING}")

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


def _compared(place: Path, kept: Found) -> LeftOver:
    """What was kept beside the file that it began from, as that file is now."""
    base = kept.copy.base
    if base is None:
        return LeftOver(place, kept.copy, "never_saved", None, kept.is_cut)
    try:
        opened = read(base.path)
    except FileProblem as problem:
        is_gone = isinstance(problem, Unreadable) and not os.path.lexists(base.path)
        return LeftOver(place, kept.copy, "missing" if is_gone else "other", None, kept.is_cut)
    now = (opened.head.revision, version_of(opened.head, opened.workbook))
    is_same = now == (base.revision, base.version)
    return LeftOver(place, kept.copy, "same" if is_same else "other", opened, kept.is_cut)


def _read_or_set_aside(place: Path) -> Found | None:
    try:
        data = read_bytes(place)
        return read_former_copy(data) if is_former_copy(data) else read_journal(data)
    except (Unreadable, OfNewerProgram):
        return None
    except (*GARBLED, MemoryError):
        _set_aside(place)
        return None


def _set_aside(place: Path) -> None:
    with suppress(OSError):
        place.rename(place.with_name(place.name + DAMAGED_ENDING))
