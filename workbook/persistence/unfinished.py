"""Temporary files: their names, and clearing away those of programs that ended in the middle of a save.

The name says which program on which machine writes the file. A lock would say it better, but some shares
refuse locks, and on others a lock keeps even the one who holds it from writing.
"""

import errno
import hashlib
import os
import platform
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

MARK = "saving"
"""In the name of every temporary file: one left behind by a power cut can be told from a user's file."""

BINARY = getattr(os, "O_BINARY", 0)  # Windows alone tells text files from others

LONGEST_STEM, LONGEST_ENDING = 40, 20
"""Bytes: some disks take names of 143 bytes only, and hidden ones are longer than the user's."""

LONGEST_SAVE = 24 * 60 * 60
"""Seconds after which a temporary file is left over, where nobody can tell whether its program runs."""

_NAME = re.compile(
    rf"\.(?:(?P<stem>.+)\.)?(?P<machine>[0-9a-f]{{8}})-(?P<process>[0-9]{{1,10}})-[0-9a-f]{{8}}"
    rf"\.{MARK}(?P<ending>\..*)?",
    re.DOTALL,
)

_under_way: set[Path] = set()
"""The temporary files that this process is writing, on whatever threads."""


class Writer(NamedTuple):
    """Who writes a temporary file, and for which names, as far as its own name says."""

    stem: str
    ending: str
    machine: str
    process: int


@contextmanager
def unfinished_file(target: Path, mode: int) -> Iterator[Path]:
    """An empty file in the folder of the target, that nobody else writes; if still there afterwards, it goes.

    Files left over from earlier saves of the same target are cleared away first. One that cannot be removed
    stays, hidden, until the next save.

    Raises:
        OSError: it cannot be made.
    """
    temporary = _name_beside(target, _cut(target.stem, LONGEST_STEM))
    _under_way.add(temporary)
    try:
        try:
            make_empty(temporary, mode)
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:
                raise
            _under_way.discard(temporary)
            temporary = _name_beside(target, "")
            _under_way.add(temporary)
            make_empty(temporary, mode)
        _clear_left_over(target, temporary)
        yield temporary
    finally:
        try:
            with suppress(OSError):
                temporary.unlink()
        finally:
            _under_way.discard(temporary)


def make_empty(path: Path, mode: int) -> None:
    """Make an empty file.

    Raises:
        FileExistsError: something has that name.
        OSError: it cannot be made.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, mode))


def writer_of(name: str) -> Writer | None:
    """Who writes the temporary file of this name; None: it is no temporary file of ours."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    return Writer(found["stem"] or "", found["ending"] or "", found["machine"], int(found["process"]))


def _name_beside(target: Path, stem: str) -> Path:
    """A hidden name in the same folder, nobody else's. It keeps the ending, which Excel writers look at."""
    writer = f"{this_machine()}-{os.getpid()}-{secrets.token_hex(4)}"
    ending = _cut(target.suffix, LONGEST_ENDING)
    return target.with_name(f".{stem}{'.' if stem else ''}{writer}.{MARK}{ending}")


def _clear_left_over(target: Path, temporary: Path) -> None:
    """Remove what earlier saves of this file left. What cannot be looked at or removed stays."""
    names = (_cut(target.stem, LONGEST_STEM), _cut(target.suffix, LONGEST_ENDING))
    with suppress(OSError):
        # The disk's own idea of the time: that of a share may be another than ours, and ours may be wrong.
        now = temporary.stat().st_mtime
        with os.scandir(target.parent) as entries:
            for entry in entries:
                writer = writer_of(entry.name)
                if writer is None or (writer.stem or names[0], writer.ending) != names:
                    continue
                place = target.with_name(entry.name)
                with suppress(OSError):
                    is_old = entry.stat(follow_symlinks=False).st_mtime < now - LONGEST_SAVE
                    if place not in _under_way and _has_ended(writer, if_unknown=is_old):
                        place.unlink()


def _has_ended(writer: Writer, *, if_unknown: bool) -> bool:
    """Whether nobody writes the file any more. That of another machine can be judged by its age alone."""
    if writer.machine != this_machine():
        return if_unknown
    if writer.process == os.getpid():  # it could not be removed then, or another one had our number
        return True
    is_running = _is_running(writer.process)
    return if_unknown if is_running is None else not is_running


def _is_running(process: int) -> bool | None:
    """Whether there is a process of this number here; None: the system does not say."""
    if sys.platform == "win32":  # there, asking in this way would end it
        return None
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # it is somebody else's, or no number of a process at all
        return None
    return True


@cache
def this_machine() -> str:
    """Tells this machine, and this world of process numbers on it, from all others."""
    known = [platform.node()]
    with suppress(OSError, ValueError):
        known.append(Path("/etc/machine-id").read_text(encoding="ascii"))
    with suppress(OSError):
        # In a container, the number of a process means another one, or none.
        known.append(str(Path("/proc/self/ns/pid").readlink()))
    return hashlib.sha256("\n".join(known).encode("utf-8", "replace")).hexdigest()[:8]


def _cut(text: str, longest: int) -> str:
    """As much of it as has this many bytes in the name of a file."""
    return os.fsencode(text)[:longest].decode("utf-8", "ignore")
