"""Saving in the background, one save at a time, in one of three ways."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from ui.background import Job, make_lane, run_in_background
from ui.session.current import Current
from ui.session.locking import Locking
from ui.session.origin import Origin, after
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.conflict import ANYTHING, Expected
from workbook.persistence.format import new_head
from workbook.persistence.writing import Saved, create, write


@dataclass(frozen=True)
class Target:
    """Where a save goes: over the file that was opened, to a new one, in place of another.

    Save as begins a new document, with an id and revisions of its own.
    """

    path: Path
    way: Literal["over", "new", "in_place_of_another"]
    accepted: Expected | None = None
    """What the user, who was shown it, said may be replaced; None: only what was opened or last saved."""

    def write(self, workbook: Workbook, origin: Origin, backups: Backups) -> Saved:
        """Save. Slow disks take their time: not for the window's thread.

        Raises:
            FileProblem: it cannot be done; what was there before is untouched.
        """
        if self.way == "new":
            return create(self.path, workbook, backups=backups)
        if self.way == "in_place_of_another":
            return write(self.path, workbook, new_head(), expected=ANYTHING, backups=backups)
        return write(
            self.path,
            workbook,
            origin.head,
            expected=self.accepted or origin.expected,
            upgraded_from=origin.upgraded_from,
            backups=backups,
        )


class Saving(QObject):
    """The save that is under way, if any, and the one that was asked for meanwhile."""

    done = Signal(object)
    """A save (Saved) is in place."""
    failed = Signal(object, object)
    """A save could not be done: (the Exception, its Target)."""

    def __init__(
        self,
        current: Current,
        backups: Backups,
        locking: Locking,
    ) -> None:
        super().__init__(current)
        self._current = current
        self._backups, self._locking = backups, locking
        self._job: Job[Saved] | None = None
        self._waiting: Target | None = None
        self._lane = make_lane(self)

    def begin(self, target: Target) -> None:
        """Save what is open; if a save is under way, after it.

        The workbook is frozen, so another thread may read it while editing goes on.
        """
        if self._job is not None:
            self._waiting = target
            return
        current, backups = self._current, self._backups
        current.document.seal()
        workbook, origin = current.document.workbook, current.origin

        def work() -> Saved:
            self._locking.before_save(target.path, is_open_file=target.way == "over")
            return target.write(workbook, origin, backups)

        self._job = run_in_background(
            work,
            done=lambda save: self._on_done(save, workbook),
            failed=lambda problem: self._on_failed(problem, target),
            lane=self._lane,
        )
        current.is_saving = True
        current.show()

    def finish(self) -> bool:
        """Wait for it, and for whatever save follows from it. False: the application quits meanwhile."""
        while self._job is not None:
            if not self._job.wait():
                return False
        return True

    def _on_done(self, save: Saved, workbook: Workbook) -> None:
        self._end(is_in_place=True)
        self._current.belong_to(after(save, workbook))
        self.done.emit(save)
        target, self._waiting = self._waiting, None
        if target is not None and (target.way != "over" or self._current.is_modified):
            self.begin(target)

    def _on_failed(self, problem: Exception, target: Target) -> None:
        self._end(is_in_place=False)
        self._waiting = None
        self._current.show()
        self.failed.emit(problem, target)

    def _end(self, *, is_in_place: bool) -> None:
        self._job = None
        self._locking.after_save(is_in_place=is_in_place)
        self._current.is_saving = False
