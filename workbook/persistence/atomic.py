"""Replacing a file whole or not at all: at every moment it holds the old contents or the new.

The way: a temporary file in the same folder, written and synced to the disk, takes the place of the old one
in a single step; then the folder is synced, because a name that is only in memory is lost in a power cut.
Hard links to the old contents keep them; that is the price, as in every program that saves like this.

The old file is never moved out of the way first: between two steps a name would hold nothing, and a stick can
be pulled there. A disk that cannot do it in one step is told of, and the old file stays.
"""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import TypeVar

from workbook.persistence.problems import AlreadyThere, Unwritable
from workbook.persistence.unfinished import BINARY, make_empty, unfinished_file

T = TypeVar("T")

UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
"""What network shares and the like answer to a request they do not know."""

CANNOT_LINK = UNSUPPORTED | {errno.EPERM, errno.EACCES, errno.EMLINK}
"""What file systems without hard links (USB sticks, some shares) answer when asked to make one."""

NO_PERMISSIONS = UNSUPPORTED | {errno.EPERM, errno.EACCES}
"""What file systems without permissions, or with their own idea of them, answer when asked to set some."""

HELD = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})
"""What is answered while a sync client, a virus scanner or Excel holds a file; often for a moment only."""

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.6, 0.65)
"""Seconds until each further try at a file that is held: two in all."""


@dataclass
class Replacement:
    """A file about to take the place of another: write to `temporary`."""

    temporary: Path
    confirmed: bool = False
    """Known afterwards: whether the disk said that the new file is on it, rather than on its way."""


@contextmanager
def replacement(
    path: Path,
    *,
    new: bool = False,
    like: Path | None = None,
    last_look: Callable[[], object] | None = None,
) -> Iterator[Replacement]:
    """A temporary file to write to; it takes the place of `path` if the block ends without an exception.

    Links are followed, so that a link stays a link, and the permissions of the old file are kept. With `new`
    there must be no old file; then the permissions are those of `like`, or what every new file gets. A file
    that another program holds is waited for, two seconds at most. `last_look` may still refuse, by raising,
    when all is on the disk: writing takes its time, and somebody else may have saved meanwhile.

    Raises:
        AlreadyThere: something has the name of the new file, even if it appeared a moment ago.
        Unwritable: it cannot be done, or the block raised an OSError; the old file is untouched.
    """
    try:
        target = Path(os.path.realpath(path))
        if new and os.path.lexists(path):
            raise AlreadyThere(path)
        old = _checked(path, target)
        permissions = like.stat() if like is not None else old
        # While a file with permissions of its own is being written, nobody else may look into it.
        with unfinished_file(target, 0o666 if permissions is None else 0o600) as temporary:
            file = Replacement(temporary)
            yield file
            if permissions is not None:
                _give(temporary, permissions)
            synced = _synced(_patiently(lambda: os.open(temporary, os.O_RDWR | BINARY)))
            if last_look is not None:
                last_look()
            if new:
                _name(temporary, target)
            else:
                _replace(path, temporary, target)
    except OSError as error:
        if new and isinstance(error, FileExistsError):
            raise AlreadyThere(path) from error
        raise Unwritable.because(path, error) from error
    file.confirmed = _sync_folder(target.parent) and synced


def replace_file(path: Path, data: bytes, *, last_look: Callable[[], object] | None = None) -> bool:
    """Put the bytes in place of the file, or make it. Returns whether the disk confirmed it.

    Raises:
        Unwritable: it cannot be done; the old file is untouched.
        Exception: what `last_look` raises; the old file is untouched.
    """
    with replacement(path, last_look=last_look) as file:
        _write(file.temporary, data)
    return file.confirmed


def create_file(path: Path, data: bytes, *, like: Path | None = None) -> bool:
    """Make a file where there is none. Returns whether the disk confirmed it.

    Raises:
        AlreadyThere: something has that name.
        Unwritable: it cannot be done; nothing is left behind.
    """
    with replacement(path, new=True, like=like) as file:
        _write(file.temporary, data)
    return file.confirmed


def _checked(path: Path, target: Path) -> os.stat_result | None:
    """What is known of the old file, if there is one and it may be replaced."""
    try:
        is_folder = stat.S_ISDIR(target.parent.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        is_folder = False
    if not is_folder:
        raise Unwritable.where_there_is_no_folder(path, target.parent)
    try:
        old = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise Unwritable(path, "cannot be saved: it is a folder")
    if not stat.S_ISREG(old.st_mode):
        raise Unwritable(path, "cannot be saved: it is a device, not a file")
    if not os.access(target, os.W_OK):  # the folder would allow to replace it, but its owner said no
        if _is_on_read_only_disk(target):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        raise Unwritable.because_protected(path)
    return old


def _is_on_read_only_disk(path: Path) -> bool:
    if sys.platform == "win32":
        return False
    return bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def _write(path: Path, data: bytes) -> None:
    file = os.open(path, os.O_WRONLY | BINARY)
    try:
        rest = memoryview(data)
        while rest:
            written = os.write(file, rest)  # at the end of the disk it writes a part and reports no error
            if written == 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            rest = rest[written:]
    finally:
        os.close(file)


def _give(path: Path, permissions: os.stat_result) -> None:
    """Owner, group and mode, as far as we may: a save by somebody else must not lock the owner out."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(path, permissions.st_uid, permissions.st_gid)
    try:
        path.chmod(stat.S_IMODE(permissions.st_mode))
    except OSError as error:
        if error.errno not in NO_PERMISSIONS:
            raise


def _synced(file: int) -> bool:
    """Wait until it is on the disk, and close it. Returns False where the disk cannot tell.

    It is asked once: after an error, many systems say of the same data that all is well.
    """
    try:
        os.fsync(file)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        return False
    finally:
        os.close(file)
    return True


def _sync_folder(folder: Path) -> bool:
    """As `_synced`; but the new file is in place already, so an error only means that it is not confirmed."""
    if os.name == "nt":  # Windows cannot sync a folder, and its file systems keep names in a journal
        return True
    try:
        return _synced(os.open(folder, os.O_RDONLY))
    except OSError:
        return False


def _patiently(step: Callable[[], T]) -> T:
    """Do it, and again if a file is held by another program, until patience ends."""
    for pause in PAUSES:
        try:
            return step()
        except OSError as error:
            if error.errno not in HELD:
                raise
        sleep(pause)
    return step()


def _replace(path: Path, temporary: Path, target: Path) -> None:
    """Put the new file in the place of the old one, in one step."""
    ours = temporary.stat()
    try:
        _patiently(lambda: temporary.replace(target))
    except OSError as error:
        if _is_in_place(ours, target):
            return
        if isinstance(error, FileExistsError):  # a share where it takes two, between which there is nothing
            raise Unwritable.where_nothing_is_replaced(path) from None
        raise


def _name(temporary: Path, target: Path) -> None:
    """Give the new file its name, in one step that fails if the name is taken."""
    if os.name == "nt":
        _patiently(lambda: temporary.rename(target))  # on Windows it never replaces
        return
    ours = temporary.stat()
    try:
        os.link(temporary, target)
    except OSError as error:
        if _is_in_place(ours, target):
            return
        if error.errno not in CANNOT_LINK:
            raise
        _name_without_link(temporary, target)


def _is_in_place(ours: os.stat_result, target: Path) -> bool:
    """Whether it was done although an error was reported: a share can lose the answer and be asked twice."""
    with suppress(OSError):
        there = target.stat()
        is_same = there.st_ino != 0 and os.path.samestat(ours, there)  # 0: it does not tell files apart
        return is_same and (ours.st_size, ours.st_mtime_ns) == (there.st_size, there.st_mtime_ns)
    return False


def _name_without_link(temporary: Path, target: Path) -> None:
    make_empty(target, 0o600)  # this fails too if the name is taken; if not, it is ours and may be replaced
    try:
        _patiently(lambda: temporary.replace(target))
    except FileExistsError:  # it replaces nothing here, so it need not be kept from replacing anything
        target.unlink()
        temporary.rename(target)
    except BaseException:
        with suppress(OSError):
            target.unlink()
        raise
