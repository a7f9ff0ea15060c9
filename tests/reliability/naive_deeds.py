"""Saves as programs do them that never met a disk that fails: each with one thing left out."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.reliability.deeds import NEXT, Deed, saving
from tests.reliability.places import backups_in
from tests.reliability.savers import room_first
from workbook.model.workbook import Workbook
from workbook.persistence.format import new_head, to_bytes, to_document
from workbook.persistence.problems import Unwritable
from workbook.persistence.reading import read


def _in_place(path: Path, data: bytes) -> None:
    _written(path, data, os.O_TRUNC)


def _without_looking_at_what_was_written(path: Path, data: bytes) -> None:
    file = os.open(path.with_suffix(".new"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(file, data)
        os.fsync(file)
    finally:
        os.close(file)
    path.with_suffix(".new").replace(path)


def _without_looking_at_what_was_synced(path: Path, data: bytes) -> None:
    _written(path.with_suffix(".new"), data, os.O_CREAT, believes=True)
    path.with_suffix(".new").replace(path)


def _written(path: Path, data: bytes, flags: int, *, believes: bool = False) -> None:
    file = os.open(path, os.O_WRONLY | flags, 0o600)
    try:
        while data:
            data = data[os.write(file, data) :]
        try:
            os.fsync(file)
        except OSError:
            if not believes:
                raise
    finally:
        os.close(file)


def _deed(
    write: Callable[[Path, bytes], None],
    problem: Callable[[Path, OSError], Unwritable] = Unwritable.because,
) -> Callable[[Path], Deed]:
    def prepare(folder: Path) -> Deed:
        usual = saving(folder)
        head = new_head()
        data = to_bytes(to_document(Workbook(title=NEXT), head))

        def do() -> tuple[bool, str]:
            try:
                write(usual.target, data)
            except OSError as error:
                usual.target.with_suffix(".new").unlink(missing_ok=True)
                raise problem(usual.target, error) from error
            return True, ""

        return replace(usual, do=do, replaced=None)

    return prepare


def _room_first(folder: Path) -> Deed:
    usual = saving(folder)
    head = read(usual.target).head

    def do() -> tuple[bool, str]:
        room_first(usual.target, Workbook(title=NEXT), head, backups_in(folder), most=1)
        return True, ""

    return replace(usual, do=do)


NAIVE: dict[str, Callable[[Path], Deed]] = {
    "in place": _deed(_in_place),
    "room first": _room_first,
    "no look at what was written": _deed(_without_looking_at_what_was_written),
    "no look at what was synced": _deed(_without_looking_at_what_was_synced),
    "words of the machine": _deed(_in_place, lambda path, error: Unwritable(path, str(error))),
}
