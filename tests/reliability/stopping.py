"""A child that works until it is stopped, and what it said by then."""

import os
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.reliability.work import Say, Work

WORDS = ("found", "saved", "kept")
FIRST_WORD = 60.0
"""Seconds of patience with a child that says nothing."""


@dataclass
class Child:
    """A running child. `said`: the last number of each thing that it said, as far as that was heard; `heard`:
    how much was confirmed; `pace`: seconds until the first was."""

    process: int
    pipe: int
    said: dict[str, int] = field(default_factory=lambda: dict.fromkeys(WORDS, 0))
    heard: int = 0
    pace: float = 0.0
    _rest: bytes = field(default=b"")

    def listen(self) -> None:
        """Hear what it has said by now."""
        while True:
            try:
                more = os.read(self.pipe, 65536)
            except BlockingIOError:
                return
            if not more:
                return
            *lines, self._rest = (self._rest + more).split(b"\n")
            for line in lines:
                word, number = line.decode("ascii").split()
                self.said[word] = int(number)
                self.heard += word != "found"

    def wait_for_a_word(self) -> None:
        """Wait until something is confirmed.

        Raises:
            RuntimeError: it ended, or says nothing.
        """
        began = time.monotonic()
        while not self.heard:
            self.listen()
            if os.waitpid(self.process, os.WNOHANG)[0] or time.monotonic() > began + FIRST_WORD:
                self.process = 0
                raise RuntimeError("the child ended by itself")
            time.sleep(0.0005)
        self.pace = time.monotonic() - began

    def send(self, number: int) -> None:
        """Stop it, or kill it."""
        os.kill(self.process, number)


@contextmanager
def child_at(work: Work, folder: Path) -> Iterator[Child]:
    """A child at work, which is killed in the end."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(reading)
            work.go_on(folder, _say_to(writing))
        except BaseException:  # noqa: BLE001 - whatever it is, the test is to show it
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(writing)
    os.set_blocking(reading, False)
    child = Child(process, reading)
    try:
        child.wait_for_a_word()
        yield child
    finally:
        if child.process:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        child.listen()  # a pipe keeps what was said before the end
        os.close(reading)


def _say_to(pipe: int) -> Say:
    def say(word: str, number: int) -> None:
        os.write(pipe, f"{word} {number}\n".encode("ascii"))

    return say
