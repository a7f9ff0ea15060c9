"""What happens when the program itself fails: work is kept, and a calm window offers the details to copy."""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.question import Question, Role
from workbook import __version__

if TYPE_CHECKING:
    from ui.dialogs import Dialogs

SENTENCE = "Something went wrong in the program."

NOT_STARTED = "The program could not start."
NOT_STARTED_MORE = (
    "Your workbooks are as they were. Starting it once more may help; if not, the details below help "
    "whoever looks after the program."
)

PAUSE = 60.0
"""Seconds for which a fault that was told is not told again: one in painting comes back at every repaint."""

Place = tuple[str, str, int]
"""Which kind of fault, in which file, on which line."""


class Faults(QObject):
    """Tells of exceptions that nobody caught, in one window at a time."""

    heard = Signal(object, str)
    """A fault: (its Place, its details)."""
    _ended = Signal()

    def __init__(
        self, dialogs: "Dialogs", flush: Callable[[], object], clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(QCoreApplication.instance())
        self._dialogs, self._flush, self._clock = dialogs, flush, clock
        self._is_telling = False
        self._untold: list[str] = []
        self._told_at: dict[Place, float] = {}
        # Queued: the fault may be in another thread, or in the middle of painting, where no window may open.
        queued = Qt.ConnectionType.QueuedConnection
        self.heard.connect(self._take_in, queued)
        self._ended.connect(self._end, queued)

    def hear(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take in an exception; from the terminal's point of view it is still reported as usual."""
        sys.__excepthook__(kind, error or kind(), trace)
        if issubclass(kind, Exception):
            self.heard.emit(place_of(kind, trace), details_of(kind, error, trace))
        else:
            self._ended.emit()

    def _end(self) -> None:
        """Something below us asked to exit."""
        try:
            self._flush()
        finally:
            QCoreApplication.exit(1)

    def _take_in(self, place: Place, details: str) -> None:
        last = self._told_at.get(place)
        if last is not None and self._clock() - last < PAUSE:
            return
        self._told_at[place] = self._clock()
        self._untold.append(details)
        if not self._is_telling:
            self._tell()

    def _tell(self) -> None:
        """Tell what is untold, and then at once, in one window more, of what else came up meanwhile."""
        self._is_telling = True
        try:
            while self._untold:
                details, self._untold = "\n\n".join(self._untold), []
                self._keep()
                self._dialogs.tell_fault(SENTENCE, details)
                # Counted from here: a window may stay open for long, and behind it a fault may go on and on.
                self._told_at = dict.fromkeys(self._told_at, self._clock())
        except Exception:  # noqa: BLE001 - a fault in telling of faults must not be told of in turn
            traceback.print_exc()
        finally:
            self._is_telling = False

    def _keep(self) -> None:
        try:
            self._flush()
        except Exception:  # noqa: BLE001 - the fault may sit there; it is to be told all the same
            traceback.print_exc()


def catch_faults(dialogs: "Dialogs", flush: Callable[[], object]) -> None:
    """From now on, whatever nobody caught is told instead of ending the program or passing unseen."""
    faults = Faults(dialogs, flush)
    sys.excepthook = faults.hear
    threading.excepthook = lambda args: faults.hear(args.exc_type, args.exc_value, args.exc_traceback)


def stop_catching() -> None:
    """There is no window left to tell of anything."""
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__


def tell_no_start(error: Exception, parent: QWidget) -> None:
    """Say that the window cannot be filled, with details that can be copied. There is no going on."""
    sys.__excepthook__(type(error), error, error.__traceback__)
    details = details_of(type(error), error, error.__traceback__)
    question = Question(
        NOT_STARTED, NOT_STARTED_MORE, [("Close", Role.AcceptRole)], 0, parent, details=details
    )
    question.exec()
    question.deleteLater()


def place_of(kind: type[BaseException], trace: TracebackType | None) -> Place:
    """Where it happened: what tells a fault from another."""
    if trace is None:
        return kind.__name__, "", 0
    while trace.tb_next is not None:
        trace = trace.tb_next
    return kind.__name__, trace.tb_frame.f_code.co_filename, trace.tb_lineno


def details_of(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    """What a report of the fault should hold: versions, what happened, and where."""
    try:
        where = "".join(traceback.format_exception(kind, error, trace))
    except Exception:  # noqa: BLE001 - there may be no memory, or the fault sits in its own words
        where = f"{kind.__name__}, of which no more can be said."
    return (
        f"Partnership Design Workbook {__version__}, Python {platform.python_version()}, Qt {qt_version}, "
        f"{platform.platform()}\n\n{where}"
    )
