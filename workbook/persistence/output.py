"""Putting what was made from a workbook (a report, a picture, a page) into a file: whole, or not at all.

A spreadsheet is often still open in the program that shows it. Windows then refuses to replace it. Elsewhere
it is replaced all the same, and whoever saves last wins; but Excel and LibreOffice leave a small file beside
what they have open, which is looked for here. One that was left by a crash looks the same, so it never stops
anybody for good.
"""

import os
from pathlib import Path

from workbook.persistence.atomic import replace_file
from workbook.persistence.problems import FileProblem, Unwritable, quoted

EXCEL, LIBRE_OFFICE = "Excel", "LibreOffice"

WAY_OUT = "Close it there and try again, or choose another name"


class OpenElsewhere(FileProblem):
    """The file is open in another program. What it held is untouched."""

    def __init__(self, path: Path, sentence: str, *, may_be_replaced: bool) -> None:
        self.may_be_replaced = may_be_replaced
        """Whether it only seems to be open, so that one may go on at one's own risk."""
        super().__init__(path, sentence)


def open_in(path: Path) -> str:
    """The program that seems to have this file open; empty if none does. A crash may have left its sign."""
    name = path.name
    signs = {EXCEL: f"~${name}", LIBRE_OFFICE: f".~lock.{name}#"}
    return next((program for program, sign in signs.items() if _is_there(path.with_name(sign))), "")


def warning(path: Path, program: str) -> str:
    """What to know about a file that seems to be open and was replaced all the same."""
    return (
        f"{quoted(path.name)} seems to be open in {program}: close it there without saving, "
        "or the old contents may come back."
    )


def write_output(path: Path, data: bytes, *, though_open: bool = False) -> bool:
    """Put the bytes in place of the file, or make it. Returns whether the disk confirmed it.

    Raises:
        OpenElsewhere: another program has it open; or, without `though_open`, seems to.
        Unwritable: it cannot be done. In each case the old file is untouched.
    """
    program = "" if though_open or not os.path.lexists(path) else open_in(path)
    if program:
        sentence = f"seems to be open in {program}. {WAY_OUT}"
        raise OpenElsewhere(path, sentence, may_be_replaced=True)
    try:
        return replace_file(path, data)
    except Unwritable as problem:
        if not _is_held(problem.__cause__):
            raise
        sentence = f"is open in another program, probably {_usual_for(path)}. {WAY_OUT}"
        raise OpenElsewhere(path, sentence, may_be_replaced=False) from problem


def _is_there(sign: Path) -> bool:
    """Whether something has this name; not knowing it is as good as no."""
    try:
        return os.path.lexists(sign)
    except (OSError, ValueError):
        return False


SHARING = frozenset({5, 32, 33})
"""What Windows answers when a file that a program has open is to be replaced: refused, shared, locked."""


def _is_held(cause: BaseException | None) -> bool:
    """Whether Windows refused because a program has the file. Elsewhere an open file can be replaced."""
    return isinstance(cause, PermissionError) and getattr(cause, "winerror", None) in SHARING


def _usual_for(path: Path) -> str:
    """What people here open such files with."""
    return EXCEL if path.suffix.lower() == ".xlsx" else "the one that shows it"
