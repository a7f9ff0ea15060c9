"""A disk that fails on demand: the k-th system call of a save goes wrong in a chosen way."""

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from workbook.persistence import atomic

CALLS = ("open", "write", "fsync", "replace", "link", "chmod", "chown", "stat", "close", "unlink")
EVERY_CALL = (*CALLS, "fdatasync", "fstat", "ftruncate", "mkdir", "rename", "rmdir", "scandir", "read a file")
"""`read a file` is Python's own way to open one, which goes past `os`."""
MOST = 1000

Fault = Callable[[str], float | None]
"""Raises what goes wrong; or returns which share of the bytes is written; or nothing, and all is well."""


class Crash(BaseException):
    """The program is interrupted here."""


class Attempt:
    """One save, of which one system call fails.

    With `for_good` every later call of that kind fails too, as on a disk that is full or was pulled out.
    `within` is the folder that stands for the disk: what is called elsewhere is not counted.
    """

    def __init__(
        self,
        at: int,
        fault: Fault,
        calls: tuple[str, ...] = (),
        *,
        for_good: bool = False,
        within: Path | None = None,
    ) -> None:
        self.log: list[tuple[str, str]] = []
        self._at = at
        self._calls, self._for_good = calls or CALLS, for_good
        self._within = "" if within is None else str(within)
        self._fault = fault
        self._names: dict[int, str] = {}

    @property
    def failed(self) -> str | None:
        """Which call it was; None if there were not as many."""
        return self.log[self._at][0] if 0 <= self._at < len(self.log) else None

    @property
    def failed_name(self) -> str:
        """What it had to do with: a path, as far as one is known."""
        return self.log[self._at][1] if self.failed else ""

    @property
    def log_after(self) -> list[tuple[str, str]]:
        """What was called after it."""
        return self.log[self._at + 1 :] if self.failed else []

    @contextmanager
    def running(self) -> Iterator[None]:
        """Only what is called in here is counted, and fails. Nobody waits in the meantime."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(atomic, "sleep", lambda _seconds: None)
            for call in self._calls:
                place, name = (io, "open") if call == "read a file" else (os, call)
                patch.setattr(place, name, self._watched(call, getattr(place, name)))
            yield

    def _watched(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - any system call
            first = arguments[0]
            name = self._names.get(first, "") if isinstance(first, int) else str(first)
            if not name.startswith(self._within):
                return real(*arguments, **options)
            self.log.append((call, name))
            share = None
            if self._fails(call):
                if call == "close":
                    real(*arguments)  # the system closes the file even if it reports an error
                share = self._fault(call)
            if share is not None:
                file, data = arguments
                return real(file, data[: int(len(data) * share)])
            result = real(*arguments, **options)
            if call == "open":
                self._names[result] = name
            return result

        return watched

    def _fails(self, call: str) -> bool:
        """Whether the call just made does: the one that is meant, or any of its kind from there on."""
        last = len(self.log) - 1
        return last == self._at or (self._for_good and last > self._at >= 0 and call == self.failed)


def attempts(
    fault: Fault, calls: tuple[str, ...] = (), *, for_good: bool = False, within: Path | None = None
) -> Iterator[Attempt]:
    """The same save over and over, with its first, second, third ... call failing; the last one succeeds."""
    for at in range(MOST):
        attempt = Attempt(at, fault, calls, for_good=for_good, within=within)
        yield attempt
        if attempt.failed is None:
            assert {"open", "write", "close"} <= {call for call, _ in attempt.log}
            assert {"fsync", "fdatasync"} & {call for call, _ in attempt.log}
            return
    pytest.fail("a save takes fewer system calls")


def error(number: int) -> Fault:
    """The system reports this."""

    def fault(_: str) -> float | None:
        raise OSError(number, os.strerror(number))

    return fault


def crash(call: str) -> float | None:
    raise Crash(call)


def interrupt(call: str) -> float | None:
    raise KeyboardInterrupt(call)


def half(call: str) -> float | None:
    """A write takes half of what it is given, and reports no error; nothing else is touched."""
    return 0.5 if call == "write" else None


FAULTS = {
    "ENOSPC": error(errno.ENOSPC),
    "EIO": error(errno.EIO),
    "EACCES": error(errno.EACCES),
    "EPERM": error(errno.EPERM),
    "EROFS": error(errno.EROFS),
    "EXDEV": error(errno.EXDEV),
    "EINVAL": error(errno.EINVAL),
    "ENOTSUP": error(errno.ENOTSUP),
    "crash": crash,
    "interrupt": interrupt,
}
EVERY_FAULT = {
    **FAULTS,
    "EINTR": error(errno.EINTR),
    "ENODEV": error(errno.ENODEV),
    "a write of half": half,
}
INTERRUPTIONS = ("crash", "interrupt")
