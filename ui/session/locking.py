"""That a workbook is open once: asking for its lock, what to do when somebody else has it, and letting go."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject

from ui.background import Stopped, make_lane, run_in_background, wait_for
from ui.dialogs import Dialogs
from ui.session.origin import Origin
from workbook.persistence.format import new_head
from workbook.persistence.holder import Holder
from workbook.persistence.lock import FileLock, InUse, take
from workbook.persistence.problems import FileProblem, quoted

LONGEST_WAIT = 5000
"""Milliseconds that the program waits for the disk when it ends."""


@dataclass(frozen=True)
class Claim:
    """What was agreed about a file before it is opened."""

    become: Callable[[Origin], Origin]
    """What the workbook is, once it is read: that of the file, or apart from it."""
    lock: FileLock | None = None


class Locking(QObject):
    """The lock on the file of the open workbook, and those that are being asked for or let go of."""

    def __init__(self, dialogs: Dialogs, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._dialogs, self._folder = dialogs, folder
        self._lock: FileLock | None = None
        self._of_save: FileLock | None = None
        """On the file that a save is making or replacing, until it has ended."""
        self._leaving: deque[FileLock] = deque()
        self._one_at_a_time = Lock()
        self._lane = make_lane(self)

    # Opening ------------------------------------------------------------------------------------------------

    def ask_for(self, path: Path) -> Claim | None:
        """Before a file is opened. If somebody else has it open the user says what to do; None: nothing."""
        from_holder: Holder | None = None
        while True:
            try:
                return Claim(_as_it_is, wait_for(partial(self._have, path, from_holder)))
            except InUse as problem:
                from_holder = problem.holder
            except Stopped:
                return None
            answer = self._dialogs.ask_in_use(path, from_holder)
            if answer == "to_read":
                return Claim(_to_read)
            if answer == "copy":
                return Claim(_as_a_copy)
            if answer == "cancel":
                return None

    def ask_for_recovered(self, origin: Origin, tell: Callable[[str], object]) -> Claim | None:
        """Before unsaved work is opened. If somebody else has its file open by now, it is a copy."""
        path = origin.path
        if path is None:
            return Claim(_as_it_is)
        try:
            return Claim(_as_it_is, wait_for(lambda: self._have(path)))
        except InUse as problem:
            name = quoted(path.name)
            tell(f"{name} {problem.sentence}: the unsaved work is opened as a copy.")
            return Claim(_as_a_copy)
        except Stopped:
            return None

    def adopt(self, claim: Claim | None, origin: Origin) -> Origin:
        """The workbook is open now, and the one before is not. What it is, as was agreed."""
        become, lock = (_as_it_is, None) if claim is None else (claim.become, claim.lock)
        now_open = become(origin)
        is_of_file = now_open.path is not None
        self._replace(lock if is_of_file else None)
        if not is_of_file:
            self._let_go(lock)
        return now_open

    def give_back(self, claim: Claim) -> None:
        """It is not opened after all."""
        if claim.lock is not self._lock:
            self._let_go(claim.lock)

    # Saving -------------------------------------------------------------------------------------------------

    def before_save(self, path: Path, *, is_open_file: bool) -> None:
        """Make sure that nobody else has the file open. Not for the window's thread.

        Raises:
            FileProblem: somebody has; nothing may be written to it.
        """
        if not is_open_file:
            self._of_save = self._have(path)
            return
        holder = None if self._lock is None else self._lock.taken_by()
        if holder is not None:
            problem = InUse(path, holder)
            why = "saving here would undo what is done there"
            raise FileProblem(path, f"was taken over and {problem.sentence}: {why}")

    def after_save(self, *, is_in_place: bool) -> None:
        """A save has ended. If it was to another file, that is the one of the workbook from now on."""
        lock, self._of_save = self._of_save, None
        if lock is not None and is_in_place:
            self._replace(lock)
        elif lock is not self._lock:
            self._let_go(lock)

    def close(self) -> None:
        """The program ends: nothing is left behind."""
        self._replace(None)
        self._lane.waitForDone(LONGEST_WAIT)

    # How it is done -----------------------------------------------------------------------------------------

    def _have(self, path: Path, from_holder: Holder | None = None) -> FileLock:
        """The lock on a file, which may be ours already. On any thread but the window's."""
        self._release_those_leaving()
        if self._lock is not None and self._lock.is_for(path) and self._lock.is_still_ours():
            return self._lock
        return take(path, self._folder, from_holder=from_holder)

    def _replace(self, lock: FileLock | None) -> None:
        before, self._lock = self._lock, lock
        if before is not lock:
            self._let_go(before)

    def _let_go(self, lock: FileLock | None) -> None:
        if lock is None:
            return
        self._leaving.append(lock)
        run_in_background(self._release_those_leaving, done=_nothing, failed=_raise, lane=self._lane)

    def _release_those_leaving(self) -> None:
        """On any thread: who asks for a lock must not be refused because of one that is on its way out."""
        with self._one_at_a_time:
            while self._leaving:
                self._leaving.popleft().release()


def _as_it_is(origin: Origin) -> Origin:
    return origin


def _to_read(origin: Origin) -> Origin:
    """To look at: it counts as saved as long as nothing is changed, but never goes back into its file."""
    if origin.path is None:
        return origin
    return replace(_apart(origin, origin.path), name=origin.path.stem, is_to_read=True)


def _as_a_copy(origin: Origin) -> Origin:
    """A workbook of its own, in no file yet."""
    if origin.path is None:
        return origin
    return replace(_apart(origin, origin.path), saved=None, name=f"{origin.path.stem} (copy)")


def _apart(origin: Origin, path: Path) -> Origin:
    return replace(
        origin, head=new_head(), path=None, version="", upgraded_from=None, confirmed=True, never_over=path
    )


def _nothing(_result: None) -> None:
    pass


def _raise(problem: Exception) -> None:
    raise problem
