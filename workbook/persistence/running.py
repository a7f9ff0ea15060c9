"""A sign that a process is running, which the system itself takes down however the process ends.

The number of a process can be given to another one, and a clock can be set back; a lock on an open file is
let go of in the moment the process is gone.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_to_lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})
"""What the systems answer when somebody else has the lock."""


class RunningSign:
    """Stands until it is taken down or the process has ended."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        # On a disk without locks nobody can tell; unsaved work must be kept all the same.
        with suppress(OSError):
            _try_to_lock(self._file)

    def take_down(self) -> None:
        """The process is done with what it stood for."""
        os.close(self._file)
        remove_sign(self._path)


def stands(path: Path) -> bool:
    """Whether the process that put up this sign is running. False where that cannot be told."""
    try:
        file = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        _try_to_lock(file)
    except OSError as error:
        return error.errno in HELD
    finally:
        os.close(file)
    return False


def try_to_lock(file: int) -> bool | None:
    """Take the lock on an open file. False: somebody else has it. None: this disk knows no locks."""
    try:
        _try_to_lock(file)
    except OSError as error:
        return False if error.errno in HELD else None
    return True


def remove_sign(path: Path) -> None:
    """Clear away the sign of a process that has ended."""
    with suppress(OSError):
        path.unlink()
