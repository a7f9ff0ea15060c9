"""Working out how sure a verdict is, off the window's thread. What is not wanted any more is dropped."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.background import Job, Watch, run_watched
from workbook.analysis.robustness.answer import Robustness, robustness
from workbook.model.draft import Draft
from workbook.model.workbook import RobustnessSettings

Key = tuple[Draft, RobustnessSettings]


class SureRun(QObject):
    """One run at a time; a draft that changed meanwhile begins another."""

    progressed = Signal(int, int)
    """(draws done, draws in all)."""
    answered = Signal()
    """`answer` is there."""
    failed = Signal(str)
    """Why there is none."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._under_way: list[Job[Robustness]] = []
        """One at most. It outlives a window that is closed meanwhile, and then reaches nobody."""
        self.destroyed.connect(partial(_let_go_of, self._under_way))
        self._wanted: Key | None = None
        self._answered: Key | None = None
        self.answer: Robustness | None = None

    @property
    def is_running(self) -> bool:
        """Whether an answer is on its way."""
        return bool(self._under_way)

    def holds_for(self, draft: Draft, settings: RobustnessSettings) -> bool:
        """Whether the answer at hand is to this question."""
        known = self._answered
        return known is not None and known[0] is draft and known[1] == settings

    def is_about(self, draft: Draft, settings: RobustnessSettings) -> bool:
        """Whether the run under way is."""
        wanted = self._wanted
        return self.is_running and wanted is not None and wanted[0] is draft and wanted[1] == settings

    def start(self, draft: Draft, settings: RobustnessSettings) -> None:
        """Begin, in place of whatever is under way."""
        self.cancel()
        key = (draft, settings)
        self._wanted = key
        self._under_way.append(
            run_watched(
                lambda watch: _work(watch, draft, settings),
                done=lambda answer: self._done(key, answer),
                failed=self._on_failed,
                progress=self._on_progress,
            )
        )

    def cancel(self) -> None:
        """Let go of the run under way; its outcome reaches nobody."""
        _let_go_of(self._under_way)
        self._wanted = None

    def _done(self, key: Key, answer: Robustness) -> None:
        self._under_way.clear()
        self._wanted = None
        self._answered, self.answer = key, answer
        self.answered.emit()

    def _on_failed(self, problem: Exception) -> None:
        self._under_way.clear()
        self._wanted = None
        self.failed.emit(str(problem) or type(problem).__name__)

    def _on_progress(self, how_far: object) -> None:
        if isinstance(how_far, tuple):
            self.progressed.emit(*how_far)


def _let_go_of(jobs: list[Job[Robustness]], _gone: object = None) -> None:
    for job in jobs:
        job.cancel()
    jobs.clear()


def _work(watch: Watch, draft: Draft, settings: RobustnessSettings) -> Robustness:
    """On the other thread; reporting leaves it when it was cancelled."""
    return robustness(draft, settings, progress=lambda done, draws: watch.report((done, draws)))
