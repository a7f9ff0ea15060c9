"""Being asked by the system to end: unsaved work is kept, then the program quits."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

NAMES = ("SIGTERM", "SIGINT", "SIGHUP")
"""The last one is that of a terminal that is closed; Windows has none."""


class Signals(QObject):
    """Turns signals of the system into a quit of the event loop.

    Python's handlers run between two steps of Python, and while Qt waits for events there is none. So the
    signal also writes to a socket, which wakes Qt up.
    """

    def __init__(self, flush: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._flush = flush
        self._received: int | None = None
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)
        self._before = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        self._handlers = {
            number: signal.signal(number, self._receive)
            for number in (getattr(signal, name, None) for name in NAMES)
            if number is not None
        }
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def status(self, usual: int) -> int:
        """The exit status: 128 and the signal, as shells have it, if one ended the program."""
        return usual if self._received is None else 128 + self._received

    def restore(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._ours.close()
        self._theirs.close()

    def _receive(self, number: int, _frame: FrameType | None) -> None:
        self._received = number

    def _wake(self) -> None:
        try:
            self._ours.recv(4096)
        except OSError:
            return
        if self._received is not None:
            try:
                self._flush()
            finally:
                QCoreApplication.exit(0)
