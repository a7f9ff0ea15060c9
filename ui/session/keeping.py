"""Keeps unsaved work while it is being done, so that a crash takes a quarter of a second of it at most."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ui.background import make_lane, run_in_background
from ui.session.naming import sentence_of
from workbook.persistence.problems import Unwritable
from workbook.persistence.recovery import Copy, LeftOver, UnsavedWork

PAUSE = 100
"""Milliseconds from a change until it is written, counted from the first: typing on delays nothing.

That leaves the disk 150 of the 250 that are promised.
"""

PAUSE_AFTER_FAILURE = 5000
"""Milliseconds until it is tried again: then a whole state is written, which is more work."""

LONGEST_WAIT = 5000
"""Milliseconds that the program waits for the disk when it ends."""


class Keeping(QObject):
    """Writes, in a thread of its own, what `current` says is unsaved; takes it away when that is nothing."""

    failed = Signal(str)
    """Nothing can be kept; said once, until it works again."""

    def __init__(self, folder: Path, current: Callable[[], Copy | None], parent: QObject) -> None:
        super().__init__(parent)
        self._unsaved = UnsavedWork(folder)
        self._current = current
        self._kept: Copy | None = None
        self._on_disk: frozenset[str] = frozenset()
        self._has_failed = False
        self._under_way = 0
        self._is_due = False
        self._is_safe = True
        """Whether what was last to be kept is on the disk. Set on the other thread."""
        # One thread, so that nothing old is written over something new, or after it was discarded.
        self._lane = make_lane(self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._keep_in_turn)

    def note_change(self) -> None:
        """The document is another one: keep it soon."""
        if not self._timer.isActive():
            self._timer.start(PAUSE_AFTER_FAILURE if self._has_failed else PAUSE)

    def keep_now(self, *, instead_of: LeftOver | None = None) -> None:
        """Begin to write what is unsaved, if it is not kept already; afterwards what it replaces goes."""
        self._timer.stop()
        self._is_due = False
        copy = self._current()
        if copy is None:
            for document_id in self._on_disk:
                self.drop(document_id)
            return
        if self._is_kept(copy) and instead_of is None:
            return
        others = self._on_disk - {copy.document_id}
        self._kept, self._on_disk = copy, frozenset({copy.document_id})

        def work() -> None:
            self._is_safe = False
            self._unsaved.keep(copy)
            self._is_safe = True
            for document_id in others:
                self._unsaved.discard(document_id)
            if instead_of is not None:
                self._unsaved.clear_away(instead_of)

        def failed(problem: Exception) -> None:
            self._on_disk |= others
            self._on_failed(problem)

        self._under_way += 1
        run_in_background(work, done=self._on_kept, failed=failed, lane=self._lane)

    def flush(self) -> bool:
        """As `keep_now`, but it is written on return: the program is about to be ended from outside.

        False: it could not be written, or the disk takes too long.
        """
        self.keep_now()
        return self._lane.waitForDone(LONGEST_WAIT) and self._is_safe

    def drop(self, document_id: str) -> None:
        """What is kept of this document is needed no more: it is saved, or the user gave it up."""
        self._forget(document_id)
        self._in_lane(lambda: self._unsaved.discard(document_id))

    def leave_behind(self, document_id: str) -> None:
        """The document goes, but what is kept of it stays: the disk did not say that the file is on it."""
        self._forget(document_id)

    def look_for_left_over(self, found: Callable[[tuple[LeftOver, ...]], object]) -> None:
        """Say what other programs left when they ended."""
        # Not in the lane: it reads the user's files, and a share that is slow must not hold up what is kept.
        run_in_background(self._unsaved.left_over, done=found, failed=_raise)

    def clear_away(self, left: LeftOver) -> None:
        """The user gave up what was left over."""
        self._in_lane(lambda: self._unsaved.clear_away(left))

    def close(self) -> None:
        """The program ends, with nothing unsaved."""
        self._timer.stop()
        self._lane.waitForDone(LONGEST_WAIT)
        self._unsaved.close()

    def _keep_in_turn(self) -> None:
        """Keep what there is, once the disk is done with what it was given: states must not pile up."""
        if self._under_way:
            self._is_due = True
        else:
            self.keep_now()

    def _is_kept(self, copy: Copy) -> bool:
        kept = self._kept
        return (
            kept is not None
            and kept.workbook is copy.workbook
            and (kept.document_id, kept.base) == (copy.document_id, copy.base)
        )

    def _forget(self, document_id: str) -> None:
        self._timer.stop()
        self._on_disk -= {document_id}
        if self._kept is not None and self._kept.document_id == document_id:
            self._kept = None

    def _in_lane(self, work: Callable[[], None]) -> None:
        run_in_background(work, done=_nothing, failed=_raise, lane=self._lane)

    def _on_kept(self, _result: None) -> None:
        self._under_way -= 1
        self._has_failed = False
        if self._is_due:
            self.keep_now()

    def _on_failed(self, problem: Exception) -> None:
        self._under_way -= 1
        self._kept = None
        self._is_due = False
        self._timer.start(PAUSE_AFTER_FAILURE)  # there may be room on the disk by then
        if not isinstance(problem, Unwritable):
            raise problem
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(sentence_of(problem))


def _nothing(_result: None) -> None:
    pass


def _raise(problem: Exception) -> None:
    raise problem
