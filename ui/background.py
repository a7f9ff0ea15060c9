"""Work off the window's thread: its outcome comes back to the window's thread as a value or an exception."""

from collections.abc import Callable
from functools import partial
from itertools import count
from threading import Event
from time import monotonic
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QThreadPool, Signal

T = TypeVar("T")

Outcome: TypeAlias = tuple[Any, Exception | None]
"""(result, None) or (None, problem)."""

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


class Postbox(QObject):
    """Where work on other threads leaves what it has to say; it is read on the window's thread.

    One lasts as long as the application. An object of Qt that ends with its work would be let go of by two
    threads at about the same time, and Qt and Python do not survive that every time.
    """

    came = Signal(int, object)
    """(which job, its outcome in a list)."""
    told = Signal(int, object)
    """(which job, how far it is)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.jobs: dict[int, Job[Any]] = {}
        self._numbers = count()
        # Both signals are sent from another thread; a method of ours receives them on the one we live in.
        self.came.connect(self._deliver)
        self.told.connect(self._pass_on)

    def add(self, job: "Job[Any]") -> int:
        """Keep it until its outcome has come, under this number."""
        number = next(self._numbers)
        self.jobs[number] = job
        return number

    def _deliver(self, number: int, outcome: "list[Outcome]") -> None:
        # Out of the list: the other thread still has it, and must not be the last to let go of what is in it.
        self.jobs.pop(number).deliver(*outcome.pop())

    def _pass_on(self, number: int, how_far: object) -> None:
        self.jobs[number].pass_on(how_far)


class Job(Generic[T]):
    """Work under way, as the window's thread sees it."""

    def __init__(
        self,
        work: Callable[[Watch], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        progress: Callable[[object], object] | None,
    ) -> None:
        self._done, self._failed, self._progress = done, failed, progress
        postbox = _postbox()
        number = postbox.add(self)
        self._watch = Watch(partial(postbox.told.emit, number))
        self._work = work  # kept until the end, so that the other thread is not the last to let go of it
        self.ended = Event()
        """Set on the other thread when nothing is left to do there."""
        self.errand = partial(_do, [work], self._watch, partial(postbox.came.emit, number), self.ended)
        """To be called on another thread."""
        self._waiting: list[QEventLoop] = []
        self._is_cancelled = False
        self.is_running = True

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
            self._waiting.append(loop)
            if loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents) == REFUSED:
                return False
        return True

    def deliver(self, result: T, problem: Exception | None) -> None:
        """Its outcome has come."""
        try:
            if self._is_cancelled:
                pass
            elif problem is None:
                self._done(result)
            else:
                self._failed(problem)
        finally:
            self.is_running = False
            for loop in self._waiting:
                loop.quit()

    def pass_on(self, how_far: object) -> None:
        """It has said how far it is."""
        if self._progress is not None and not self._is_cancelled:
            self._progress(how_far)


def _do(
    work: list[Callable[[Watch], T]],
    watch: Watch,
    came: "Callable[[list[Outcome]], object]",
    ended: Event,
) -> None:
    """Do the work, on another thread. Nothing of it is left in this thread's hands when its outcome comes."""
    outcome: list[Outcome] = []
    try:
        outcome.append((work.pop()(watch), None))
    except Exception as error:  # noqa: BLE001 - it is handed to `failed`, not swallowed
        outcome.append((None, error))
    came(outcome)
    ended.set()


def _postbox() -> Postbox:
    """That of the application."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("no work in the background without an application")
    return application.findChild(Postbox) or Postbox(application)


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
    # A function, not a QRunnable: PySide keeps every Python QRunnable alive for good.
    (lane or QThreadPool.globalInstance()).start(job.errand)
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


def end_all(longest: float) -> bool:
    """The event loop has ended: stop what can be stopped, and wait so many seconds for the rest.

    False: something goes on for longer, as on a disk that does not answer.
    """
    until = monotonic() + longest
    jobs = tuple(_postbox().jobs.values())
    for job in jobs:
        job.cancel()
    return all(job.ended.wait(max(0.0, until - monotonic())) for job in jobs)


def make_lane(parent: QObject) -> QThreadPool:
    """A thread of its own, which does one thing after the other."""
    lane = QThreadPool(parent)
    lane.setMaxThreadCount(1)
    return lane
