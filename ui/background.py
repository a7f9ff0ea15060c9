"""Work off the window's thread: its outcome comes back to the window's thread as a value or an exception."""

from collections.abc import Callable
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QThreadPool, Signal

T = TypeVar("T")

REFUSED = -1
"""What Qt answers to an event loop that is begun while the application quits."""


class Stopped(Exception):
    """Raised inside work that was cancelled, to leave it from wherever it is."""


class Watch:
    """What long work is given: to say how far it is, and to learn that it is not wanted any more."""

    def __init__(self, tell: Callable[[object], object]) -> None:
        self._tell = tell
        self._cancelled = Event()

    def report(self, how_far: object) -> None:
        """Let the window know how far it is, in whatever form both sides agreed on.

        Raises:
            Stopped: the work was cancelled.
        """
        self.leave_if_cancelled()
        self._tell(how_far)

    def leave_if_cancelled(self) -> None:
        """Call this where stopping does no harm.

        Raises:
            Stopped: the work was cancelled.
        """
        if self._cancelled.is_set():
            raise Stopped

    def cancel(self) -> None:
        """Stop at the next opportunity."""
        self._cancelled.set()


class Job(QObject, Generic[T]):
    """Work under way. It belongs to the application until its outcome has been delivered."""

    ended = Signal()
    """Whatever came of it, the callbacks have been called."""
    _came = Signal(object, object)
    _told = Signal(object)

    def __init__(
        self,
        work: Callable[[Watch], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        progress: Callable[[object], object] | None,
    ) -> None:
        super().__init__(QCoreApplication.instance())
        self._work = work
        self._done, self._failed, self._progress = done, failed, progress
        self._watch = Watch(self._told.emit)
        self._is_cancelled = False
        self.is_running = True
        # Both signals are sent from another thread; a method of ours receives them on the one we live in.
        self._came.connect(self._deliver)
        self._told.connect(self._pass_on)

    def cancel(self) -> None:
        """Neither `done` nor `failed` is called any more; the work stops where it next looks at its watch."""
        self._is_cancelled = True
        self._watch.cancel()

    def wait(self) -> bool:
        """Return when it has ended. Meanwhile the window repaints; keys and clicks are kept for afterwards.

        False: the application is quitting, which nothing outlasts, and the work has not ended.
        """
        while self.is_running:
            loop = QEventLoop()
            self.ended.connect(loop.quit)
            if loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents) == REFUSED:
                return False
        return True

    def run(self) -> None:
        """Do the work; called on another thread."""
        result: T | None = None
        problem: Exception | None = None
        try:
            result = self._work(self._watch)
        except Exception as error:  # noqa: BLE001 - it is handed to `failed`, not swallowed
            problem = error
        self._came.emit(result, problem)

    def _deliver(self, result: T, problem: Exception | None) -> None:
        try:
            if self._is_cancelled:
                pass
            elif problem is None:
                self._done(result)
            else:
                self._failed(problem)
        finally:
            self.is_running = False
            self.ended.emit()
            self.setParent(None)
            self.deleteLater()

    def _pass_on(self, how_far: object) -> None:
        if self._progress is not None and not self._is_cancelled:
            self._progress(how_far)


def run_in_background(
    work: Callable[[], T],
    *,
    done: Callable[[T], object],
    failed: Callable[[Exception], object],
    lane: QThreadPool | None = None,
) -> Job[T]:
    """Do some work on another thread; call `done` or `failed` on this one.

    The work must touch no Qt object of the window; the frozen records of a workbook it may read freely.
    Work given to the same `lane` is done in the order in which it was given.
    """
    return run_watched(lambda _watch: work(), done=done, failed=failed, lane=lane)


def run_watched(
    work: Callable[[Watch], T],
    *,
    done: Callable[[T], object],
    failed: Callable[[Exception], object],
    progress: Callable[[object], object] | None = None,
    lane: QThreadPool | None = None,
) -> Job[T]:
    """As `run_in_background`, for work that reports how far it is and can be stopped half-way."""
    job = Job(work, done, failed, progress)
    # A bound method, not a QRunnable: PySide keeps every Python QRunnable alive for good.
    (lane or QThreadPool.globalInstance()).start(job.run)
    return job


def wait_for(work: Callable[[], T]) -> T:
    """Do some work on another thread and return what it returns, while the window repaints.

    Raises:
        Stopped: the application quits.
        Exception: whatever the work raised.
    """
    results: list[T] = []
    problems: list[Exception] = []
    job = run_in_background(work, done=results.append, failed=problems.append)
    job.wait()
    if problems:
        raise problems[0]
    if not results:
        raise Stopped
    return results[0]


def make_lane(parent: QObject) -> QThreadPool:
    """A thread of its own, which does one thing after the other."""
    lane = QThreadPool(parent)
    lane.setMaxThreadCount(1)
    return lane
