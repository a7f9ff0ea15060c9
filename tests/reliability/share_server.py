"""Run as a program: a share that passes everything on to a folder, except for what it is told to refuse.

Arguments: the folder, where to mount it, and a file that says what goes wrong, as JSON: {"fault": name,
"after": calls}. The file may be replaced at any time; the calls are then counted anew.
"""

import errno
import importlib
import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

SLOW = 0.5
"""Seconds that each write takes on a slow share."""

REFUSALS: dict[str, dict[str, int]] = {
    "replaces nothing": {},
    "held twice": {},
    "held for good": {"rename": errno.EBUSY},
    "no permissions": {"chmod": errno.EPERM, "chown": errno.EPERM},
    "no sync": {"fsync": errno.EINVAL, "fsyncdir": errno.EINVAL},
    "no links": {"link": errno.EPERM},
    "no links, replaces nothing": {"link": errno.EPERM},
    "no locks": {"flock": errno.ENOLCK},
    "slow": {},
    "gone: EIO": {},
    "gone: ENODEV": {},
    "": {},
}
"""By the name of a fault: the calls that are always refused, and in which way."""

GONE = {"gone: EIO": errno.EIO, "gone: ENODEV": errno.ENODEV}
"""From a certain call on, everything is refused in this way."""


class Share:
    """The operations of a file system, as libfuse calls them."""

    use_ns = True

    def __init__(self, root: str, control: Path) -> None:
        self._root, self._control = root, control
        self._known: object = None
        self._fault, self._after, self._calls, self._renames = "", 0, 0, 0
        self._one_at_a_time = threading.Lock()

    def _enter(self, call: str) -> None:
        """A call comes in: refuse it, if that is the fault."""
        with self._one_at_a_time:
            stamp = self._control.stat()
            if (stamp.st_ino, stamp.st_mtime_ns) != self._known:
                told = json.loads(self._control.read_text())
                self._fault, self._after = told["fault"], told["after"]
                self._known, self._calls, self._renames = (stamp.st_ino, stamp.st_mtime_ns), 0, 0
            self._calls += 1
            if self._fault in GONE and self._calls > self._after:
                raise OSError(GONE[self._fault], "")
            number = REFUSALS[self._fault].get(call)
            if number is not None:
                raise OSError(number, "")
            if call == "rename" and self._fault == "held twice":
                self._renames += 1
                if self._renames % 3:
                    raise OSError(errno.EACCES, "")

    def _real(self, path: str) -> Path:
        return Path(self._root + path)

    def init(self, path: str) -> None:
        del path

    def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
        self._enter("getattr")
        found = os.lstat(self._real(path)) if fh is None else os.fstat(fh)
        names = ("st_mode", "st_nlink", "st_uid", "st_gid", "st_size", "st_ino")
        times = {f"st_{each}": getattr(found, f"st_{each}_ns") for each in ("atime", "mtime", "ctime")}
        return {name: getattr(found, name) for name in names} | times

    def readdir(self, path: str, fh: int) -> list[str]:
        del fh
        self._enter("readdir")
        return [".", "..", *(each.name for each in self._real(path).iterdir())]

    def readlink(self, path: str) -> str:
        self._enter("readlink")
        return str(self._real(path).readlink())

    def statfs(self, path: str) -> dict[str, int]:
        self._enter("statfs")
        found = os.statvfs(self._real(path))
        return {
            name: getattr(found, name) for name in ("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail")
        }

    def mkdir(self, path: str, mode: int) -> None:
        self._enter("mkdir")
        self._real(path).mkdir(mode)

    def rmdir(self, path: str) -> None:
        self._enter("rmdir")
        self._real(path).rmdir()

    def unlink(self, path: str) -> None:
        self._enter("unlink")
        self._real(path).unlink()

    def symlink(self, target: str, source: str) -> None:
        self._enter("symlink")
        self._real(target).symlink_to(source)

    def link(self, target: str, source: str) -> None:
        self._enter("link")
        os.link(self._real(source), self._real(target))

    def rename(self, old: str, new: str) -> None:
        self._enter("rename")
        if self._fault.endswith("replaces nothing") and os.path.lexists(self._real(new)):
            raise OSError(errno.EEXIST, "")
        self._real(old).rename(self._real(new))

    def chmod(self, path: str, mode: int) -> None:
        self._enter("chmod")
        self._real(path).chmod(mode)

    def chown(self, path: str, uid: int, gid: int) -> None:
        self._enter("chown")
        os.chown(self._real(path), uid, gid)

    def truncate(self, path: str, length: int, fh: int | None = None) -> None:
        self._enter("truncate")
        os.truncate(self._real(path) if fh is None else fh, length)

    def utimens(self, path: str, times: tuple[int, int] | None = None) -> None:
        self._enter("utimens")
        os.utime(self._real(path), ns=times or (time.time_ns(), time.time_ns()))

    def create(self, path: str, mode: int, flags: int) -> int:
        self._enter("create")
        return os.open(self._real(path), flags | os.O_CREAT, mode)

    def open(self, path: str, flags: int) -> int:
        self._enter("open")
        return os.open(self._real(path), flags & ~os.O_APPEND)  # the kernel says where to write

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        del path
        self._enter("read")
        return os.pread(fh, size, offset)

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        del path
        self._enter("write")
        if self._fault == "slow":
            time.sleep(SLOW)
        return os.pwrite(fh, data, offset)

    def fsync(self, path: str, datasync: int, fh: int) -> None:
        del path, datasync
        self._enter("fsync")
        os.fsync(fh)

    def fsyncdir(self, path: str, datasync: int, fh: int) -> None:
        del path, datasync, fh
        self._enter("fsyncdir")

    def flock(self, path: str, fh: int, op: int) -> None:
        import fcntl

        del path
        self._enter("flock")
        fcntl.flock(fh, op)

    def release(self, path: str, fh: int) -> None:
        del path
        os.close(fh)


def main(root: str, mount: str, control: str) -> None:
    fuse: Any = importlib.import_module("mfusepy")
    fuse.FUSE(
        Share(root, Path(control)),
        mount,
        foreground=True,
        attr_timeout=0,
        entry_timeout=0,
        negative_timeout=0,
        default_permissions=True,
        big_writes=True,  # else each write is of one page, and a slow share takes minutes
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
