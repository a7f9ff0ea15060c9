"""Saving in the background, one save at a time, in one of three ways."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject

from ui.background import Job, make_lane, run_in_background
from ui.session.origin import Origin
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.format import new_head
from workbook.persistence.writing import Saved, create, write


@dataclass(frozen=True)
class Target:
    """Where a save goes: over the file that was opened, to a new one, in place of another.

    Save as begins a new document, with an id and revisions of its own.
    """

    path: Path
    way: Literal["over", "new", "in_place_of_another"]

    def write(self, workbook: Workbook, origin: Origin, backups: Backups) -> Saved:
        """Save. Slow disks take their time: not for the window's thread.

        Raises:
            FileProblem: it cannot be done; what was there before is untouched.
        """
        if self.way == "new":
            return create(self.path, workbook, backups=backups)
        if self.way == "in_place_of_another":
            return write(self.path, workbook, new_head(), backups=backups)
        return write(self.path, workbook, origin.head, upgraded_from=origin.upgraded_from, backups=backups)


class Saving(QObject):
    """The save that is under way, if any."""

    def __init__(
        self,
        backups: Backups,
        done: Callable[[Saved, Workbook], object],
        failed: Callable[[Exception, Target], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._backups = backups
        self._done, self._failed = done, failed
        self._job: Job[Saved] | None = None
        self._lane = make_lane(self)

    @property
    def is_under_way(self) -> bool:
        """Whether a save has begun and not ended."""
        return self._job is not None

    def begin(self, target: Target, workbook: Workbook, origin: Origin) -> None:
        """Save this state. The workbook is frozen, so another thread may read it while editing goes on."""

        def done(save: Saved) -> None:
            self._job = None
            self._done(save, workbook)

        def failed(problem: Exception) -> None:
            self._job = None
            self._failed(problem, target)

        self._job = run_in_background(
            lambda: target.write(workbook, origin, self._backups), done=done, failed=failed, lane=self._lane
        )

    def finish(self) -> bool:
        """Wait for it, and for whatever save follows from it. False: the application quits meanwhile."""
        while self._job is not None:
            if not self._job.wait():
                return False
        return True
