"""The reports, pictures and pages that are being written, off the window's thread."""

from collections.abc import Callable
from typing import Any, TypeVar

from ui.background import Job, Watch, run_watched

T = TypeVar("T")


class Outputs:
    """One for each window: a file that was asked for is written before the window goes."""

    def __init__(self) -> None:
        self._jobs: list[Job[Any]] = []
        self._failures = 0

    @property
    def are_under_way(self) -> bool:
        """Whether something is being written."""
        return any(job.is_running for job in self._jobs)

    def begin(
        self,
        work: Callable[[Watch], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        progress: Callable[[object], object] | None = None,
    ) -> Job[T]:
        """Write something on another thread; what comes of it is told on this one."""

        def on_failed(problem: Exception) -> None:
            self._failures += 1
            failed(problem)

        job = run_watched(work, done=done, failed=on_failed, progress=progress)
        self._jobs = [each for each in self._jobs if each.is_running] + [job]
        return job

    def finish(self) -> bool:
        """Wait for all of it, while the window repaints. False: something was not written, as was told.

        False too if the application quits meanwhile.
        """
        before = self._failures
        while self.are_under_way:
            if not all(job.wait() for job in tuple(self._jobs)):
                return False
        return self._failures == before
