"""Unsaved work as programs kept it before there was a journal: the whole workbook, in a file of three lines.

Nothing writes this any more. A program that was killed may have left it, and was replaced by a newer one.
"""

import datetime as dt
import hashlib
import json
import re
from typing import Any

from workbook.model.workbook import Workbook
from workbook.persistence.format import FORMAT_VERSION
from workbook.persistence.journal import Copy, Found, OfNewerProgram, base_in
from workbook.persistence.migrations import all_steps, upgrade

_BEGINNING = re.compile(rb"[0-9a-f]{64}\n")
"""The checksum of all that follows, in a line of its own."""


def is_former_copy(data: bytes) -> bool:
    """Whether the bytes of a file begin like one."""
    return _BEGINNING.match(data) is not None


def read_former_copy(data: bytes) -> Found:
    """What it holds.

    Raises:
        OfNewerProgram: it is for a newer version of the program.
        Exception: one of `journal.GARBLED`: it is damaged.
    """
    checksum, _, contents = data.partition(b"\n")
    if hashlib.sha256(contents).hexdigest().encode("ascii") != checksum:
        raise ValueError
    head, _, body = contents.partition(b"\n")
    known: dict[str, Any] = json.loads(head)
    if known["format_version"] > FORMAT_VERSION:
        raise OfNewerProgram
    document = {"format_version": known["format_version"], "workbook": json.loads(body)}
    workbook = Workbook.model_validate(upgrade(document, all_steps())["workbook"])
    kept_at = dt.datetime.fromisoformat(known["kept_at"]).astimezone()
    return Found(Copy(known["document_id"], workbook, base_in(known), kept_at))
