"""Notices when another program changes, moves or deletes the file of the open workbook."""

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.background import Job, make_lane, run_in_background
from ui.session.current import Current
from ui.session.origin import Origin
from workbook.persistence.conflict import Glance, glance
from workbook.persistence.problems import Unreadable

EVERY = 3000
"""Milliseconds between two glances at the file while the window is the one in use."""


class Watching(QObject):
    """Glances at the file when the window comes to the front, and again and again while it is there.

    There is one glance at a time, in a thread of its own: a share that does not answer holds up nothing.
    """

    noticed = Signal(object)
    """The file is not what it was (Changed). Said at each glance, when a question can be asked."""

    def __init__(self, current: Current) -> None:
        super().__init__(current)
        self._current = current
        self._last: Glance | None = None
        self._job: Job[Glance] | None = None
        self._lane = make_lane(self)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state)
            if application.applicationState() == Qt.ApplicationState.ApplicationActive:
                self._timer.start()

    def look(self) -> None:
        """Begin a glance, unless one is under way."""
        origin = self._current.origin
        path = origin.path
        if path is None or self._job is not None or self._current.is_saving:
            return
        expected, last = origin.expected, self._last
        self._job = run_in_background(
            lambda: glance(path, expected, last),
            done=lambda seen: self._on_seen(seen, origin),
            failed=self._on_failed,
            lane=self._lane,
        )

    @property
    def is_looking(self) -> bool:
        """Whether a glance is under way."""
        return self._job is not None

    def watch(self) -> None:
        """The window is the one in use: look now, and again and again."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """The program ends."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_seen(self, seen: Glance, origin: Origin) -> None:
        self._job = None
        if self._current.origin is not origin or self._current.is_saving:
            return  # it was saved or another one opened meanwhile: what was seen says nothing of that
        self._last = seen
        self._current.on_disk = seen.changed
        self._current.show()
        if seen.changed is not None and _can_ask():
            self.noticed.emit(seen.changed)

    def _on_failed(self, problem: Exception) -> None:
        self._job = None
        if not isinstance(problem, Unreadable):  # what cannot be looked at now is told at the next save
            raise problem

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.watch()
        else:
            self._timer.stop()


def _can_ask() -> bool:
    """Whether nothing is asked or waited for just now, so that no question falls into another."""
    return (
        QThread.currentThread().loopLevel() <= 1
        and QApplication.activeModalWidget() is None
        and QApplication.activePopupWidget() is None
    )
