"""Replacing a file whole or not at all: at every moment it holds the old contents or the new.

The way: a temporary file in the same folder, written and synced to the disk, takes the place of the old one
in a single step; then the folder is synced, because a name that is only in memory is lost in a power cut.
Hard links to the old contents keep them; that is the price, as in every program that saves like this.
"""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from workbook.persistence.problems import AlreadyThere, Unwritable

MARK = "saving"
"""In the name of every temporary file: one left behind by a power cut can be told from a user's file."""

UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
"""What network shares and the like answer to a request they do not know."""

CANNOT_LINK = UNSUPPORTED | {errno.EPERM, errno.EACCES, errno.EMLINK}
"""What file systems without hard links (USB sticks, some shares) answer when asked to make one."""

BINARY = getattr(os, "O_BINARY", 0)  # Windows alone tells text files from others


@dataclass
class Replacement:
    """A file about to take the place of another: write to `temporary`."""

    temporary: Path
    confirmed: bool = False
    """Known afterwards: whether the disk said that the new file is on it, rather than on its way."""


@contextmanager
def replacement(path: Path, *, new: bool = False, like: Path | None = None) -> Iterator[Replacement]:
    """A temporary file to write to; it takes the place of `path` if the block ends without an exception.

    Links are followed, so that a link stays a link, and the permissions of the old file are kept. With `new`
    there must be no old file; then the permissions are those of `like`, or what every new file gets.

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
    except OSError as error:
        raise Unwritable.because(path, error) from error
    file = Replacement(_temporary_beside(target))
    try:
        # While a file with permissions of its own is being written, nobody else may look into it.
        _make(file.temporary, 0o666 if permissions is None else 0o600)
        yield file
        if permissions is not None:
            _give(file.temporary, permissions)
        synced = _sync(file.temporary, os.O_RDWR)
        _put(file.temporary, target, new=new)
    except BaseException as error:  # an interrupted save must not leave its temporary file either
        with suppress(OSError):
            file.temporary.unlink()
        if new and isinstance(error, FileExistsError):
            raise AlreadyThere(path) from error
        if isinstance(error, OSError):
            raise Unwritable.because(path, error) from error
        raise
    file.confirmed = _sync_folder(target.parent) and synced


def replace_file(path: Path, data: bytes) -> bool:
    """Put the bytes in place of the file, or make it. Returns whether the disk confirmed it.

    Raises:
        Unwritable: it cannot be done; the old file is untouched.
    """
    with replacement(path) as file:
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
    if not target.parent.is_dir():
        raise Unwritable(path, f"cannot be saved: there is no folder {target.parent}")
    try:
        old = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise Unwritable(path, "cannot be saved: it is a folder")
    if not stat.S_ISREG(old.st_mode):
        raise Unwritable(path, "cannot be saved: it is a device, not a file")
    if not os.access(target, os.W_OK):  # the folder would allow to replace it, but its owner said no
        raise Unwritable(path, "cannot be saved: it is protected against writing")
    return old


def _temporary_beside(target: Path) -> Path:
    """A hidden name in the same folder, nobody else's. It keeps the ending, which Excel writers look at."""
    return target.with_name(f".{target.stem[:30]}.{secrets.token_hex(8)}.{MARK}{target.suffix[:12]}")


def _make(path: Path, mode: int) -> None:
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, mode))


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
        if error.errno not in UNSUPPORTED | {errno.EPERM}:
            raise


def _sync(path: Path, flags: int) -> bool:
    """Wait until it is on the disk. Returns False where the disk cannot tell."""
    file = os.open(path, flags | BINARY)
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
    """As `_sync`; but the new file is in place already, so an error only means that it is not confirmed."""
    if os.name == "nt":  # Windows cannot sync a folder, and its file systems keep names in a journal
        return True
    try:
        return _sync(folder, os.O_RDONLY)
    except OSError:
        return False


def _put(temporary: Path, target: Path, *, new: bool) -> None:
    if not new:
        temporary.replace(target)
    elif os.name == "nt":
        temporary.rename(target)  # on Windows it never replaces
    else:
        _link(temporary, target)


def _link(temporary: Path, target: Path) -> None:
    """Give the file its name in one step that fails if the name is taken."""
    try:
        os.link(temporary, target)
    except OSError as error:
        if error.errno not in CANNOT_LINK:
            raise
        _make(target, 0o600)  # this fails too if the name is taken; if not, it is ours and may be replaced
        try:
            temporary.replace(target)
        except BaseException:
            with suppress(OSError):
                target.unlink()
            raise
    else:
        with suppress(OSError):
            temporary.unlink()
