"""The file of a lock: how it is opened, read and written, and whether it still is the one of its name."""

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from workbook.persistence.holder import LONGEST, Holder, holder_in

BINARY = getattr(os, "O_BINARY", 0)  # Windows alone tells text files from others
NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
NO_WAITING = getattr(os, "O_NONBLOCK", 0)
FAR = 2**30
"""Where in the file Windows locks a byte: nobody may read what is locked there, and this is never read."""

SETTLING = 0.02
"""Seconds in which those who write a lock at the same instant are done with it."""

NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def open_lock(place: Path) -> tuple[int, bool]:
    """The lock file, made if there is none, and whether we may write to it.

    Raises:
        OSError: it cannot be had, or something of the user's has its name.
    """
    way = BINARY | NO_LINKS | NO_WAITING
    try:
        file, may_write = os.open(place, os.O_RDWR | os.O_CREAT | way, 0o666), True
    except OSError as error:
        if error.errno not in NOT_ALLOWED:
            raise
        file, may_write = os.open(place, os.O_RDONLY | way), False
    known = os.fstat(file)
    if not stat.S_ISREG(known.st_mode) or known.st_size > LONGEST:
        os.close(file)
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    os.lseek(file, FAR, os.SEEK_SET)
    return file, may_write


def read_lock(file: int) -> Holder | None:
    """Whose it is; None: it does not say."""
    with suppress(OSError):
        os.lseek(file, 0, os.SEEK_SET)
        return holder_in(os.read(file, LONGEST))
    return None


def write_lock(file: int, place: Path, mine: Holder) -> None:
    """Write into it that it is ours.

    Raises:
        OSError: it cannot be done; then the file is gone.
    """
    data = mine.to_bytes()
    written = -1
    try:
        os.lseek(file, 0, os.SEEK_SET)
        os.ftruncate(file, 0)
        written = os.write(file, data)
    finally:
        if written != len(data):
            with suppress(OSError):
                place.unlink()
    if written != len(data):  # at the end of a disk a part is written, and no error reported
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if sys.platform == "win32":  # elsewhere the dot hides it
        import ctypes

        ctypes.windll.kernel32.SetFileAttributesW(str(place), 2)


def holder_at(place: Path) -> Holder | None:
    """Whose the lock of that name is; None: there is none, or it does not say."""
    try:
        file = os.open(place, os.O_RDONLY | BINARY | NO_LINKS | NO_WAITING)
    except OSError:
        return None
    try:
        return read_lock(file)
    finally:
        os.close(file)


def is_at(file: int, place: Path) -> bool:
    """Whether the open file still is the one of this name."""
    with suppress(OSError):
        return os.path.samestat(os.fstat(file), os.lstat(place))
    return False


def is_whose(file: int, place: Path, mine: Holder) -> bool:
    """Whether the lock of this name is this open file, with nobody else's name in it."""
    if not is_at(file, place):
        return False
    there = holder_at(place)
    return there is None or there.token == mine.token


def stays(place: Path, mine: Holder) -> bool:
    """Where a disk knows no locks: whether of those written at one instant ours is the one that stayed."""
    time.sleep(SETTLING)
    there = holder_at(place)
    return there is not None and there.token == mine.token
