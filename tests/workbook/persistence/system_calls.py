"""A disk that fails on demand: the k-th system call of a save goes wrong in a chosen way."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

CALLS = ("open", "write", "fsync", "replace", "link", "chmod", "chown", "stat", "close", "unlink")

Fault = Callable[[str], None]


class Crash(BaseException):
    """The program is interrupted here."""


class Attempt:
    """One save, of which one system call fails."""

    def __init__(self, at: int, fault: Fault) -> None:
        self.log: list[tuple[str, str]] = []
        self._at = at
        self._fault = fault
        self._names: dict[int, str] = {}

    @property
    def failed(self) -> str | None:
        """Which call it was; None if there were not as many."""
        return self.log[self._at][0] if 0 <= self._at < len(self.log) else None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Only what is called in here is counted, and fails."""
        with pytest.MonkeyPatch.context() as patch:
            for call in CALLS:
                patch.setattr(os, call, self._watched(call, getattr(os, call)))
            yield

    def _watched(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - any system call
            first = arguments[0]
            name = self._names.get(first, "") if isinstance(first, int) else str(first)
            self.log.append((call, name))
            if len(self.log) - 1 == self._at:
                if call == "close":
                    real(*arguments)  # the system closes the file even if it reports an error
                self._fault(call)
            result = real(*arguments, **options)
            if call == "open":
                self._names[result] = name
            return result

        return watched


def attempts(fault: Fault) -> Iterator[Attempt]:
    """The same save over and over, with its first, second, third ... call failing; the last one succeeds."""
    for at in range(100):
        attempt = Attempt(at, fault)
        yield attempt
        if attempt.failed is None:
            assert {"open", "write", "fsync", "stat", "close"} <= {call for call, _ in attempt.log}
            return
    pytest.fail("a save takes fewer system calls")


def error(number: int) -> Fault:
    """The system reports this."""

    def fault(_: str) -> None:
        raise OSError(number, os.strerror(number))

    return fault


def crash(call: str) -> None:
    raise Crash(call)


def interrupt(call: str) -> None:
    raise KeyboardInterrupt(call)


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
INTERRUPTIONS = ("crash", "interrupt")
