"""What happens when the program itself fails: work is kept, and a calm window offers the details to copy."""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.dialogs import Dialogs
from workbook import __version__

SENTENCE = "Something went wrong in the program."


class Faults(QObject):
    """Tells of exceptions that nobody caught, one at a time: a fault in painting never ends."""

    _heard = Signal(str)

    def __init__(self, dialogs: Dialogs, flush: Callable[[], object]) -> None:
        super().__init__(QCoreApplication.instance())
        self._dialogs, self._flush = dialogs, flush
        self._is_telling = False
        self._heard.connect(self._tell)  # queued, where the fault was in another thread

    def hear(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take in an exception; from the terminal's point of view it is still reported as usual."""
        sys.__excepthook__(kind, error or kind(), trace)
        if issubclass(kind, Exception):
            self._heard.emit(details_of(kind, error, trace))
        else:
            QCoreApplication.exit(1)

    def _tell(self, details: str) -> None:
        if self._is_telling:
            return
        self._is_telling = True
        try:
            self._flush()
            self._dialogs.tell_fault(SENTENCE, details)
        except Exception:  # noqa: BLE001 - a fault in telling of faults must not be told of in turn
            traceback.print_exc()
        finally:
            self._is_telling = False


def catch_faults(dialogs: Dialogs, flush: Callable[[], object]) -> None:
    """From now on, whatever nobody caught is told instead of ending the program or passing unseen."""
    faults = Faults(dialogs, flush)
    sys.excepthook = faults.hear
    threading.excepthook = lambda args: faults.hear(args.exc_type, args.exc_value, args.exc_traceback)


def stop_catching() -> None:
    """There is no window left to tell of anything."""
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__


def details_of(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    """What a report of the fault should hold: versions and where it happened, nothing of the workbook."""
    where = "".join(traceback.format_exception(kind, error, trace))
    return (
        f"Partnership Design Workbook {__version__}, Python {platform.python_version()}, Qt {qt_version}, "
        f"{platform.platform()}\n\n{where}"
    )
