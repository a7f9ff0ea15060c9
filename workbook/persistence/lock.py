"""The lock on a workbook: who has it open, so that no two of them save over each other.

It is a hidden file beside the workbook that says who it is and, as long as they run, the system's own lock on
that open file. So the lock of a process that was killed is known to be free, whoever has its number by now.
The lock of another computer cannot be judged from here, because locks do not reach through every network, nor
into a folder that is merely kept in step: only the user can say that it may be taken over.

Whoever cannot have a lock beside the workbook has one in a folder of their own, or works without.
"""

import os
import time
from contextlib import suppress
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Literal, Self
from weakref import finalize

from workbook.persistence.holder import Holder, Program
from workbook.persistence.kept_file import tag_of
from workbook.persistence.lock_file import BINARY, is_at, is_whose, open_lock, read_lock, stays, write_lock
from workbook.persistence.problems import FileProblem
from workbook.persistence.running import try_to_lock

ENDING = ".lock"

TRIES, PAUSE = 20, 0.02
"""How often, and after how many seconds, to look again at a lock that is just being taken or let go of."""

UNKNOWN = Holder()
"""Somebody of whom the lock says nothing that can be read."""


class InUse(FileProblem):
    """Somebody else, the `holder`, has the file open; it is untouched."""

    def __init__(self, path: Path, holder: Holder) -> None:
        self.holder = holder
        since = "" if holder.since is None else f", since {holder.since:%Y-%m-%d %H:%M}"
        super().__init__(path, f"is open {holder.words}{since}")


class FileLock:
    """The lock that this program has on a workbook. `place` is None where it works without one."""

    def __init__(self, path: Path, place: Path | None, mine: Holder, file: int | None) -> None:
        self.path, self.place, self.holder = path, place, mine
        self._target = os.path.realpath(path)
        self._file = file
        self._one_at_a_time = Lock()
        # It runs at the latest when the program ends, as at the end of a session of the desktop.
        self._let_go = finalize(self, _let_go, place, mine, file, os.getpid())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def is_for(self, path: Path) -> bool:
        """Whether it is on this file, links followed."""
        return os.path.realpath(path) == self._target

    def is_still_ours(self) -> bool:
        """Whether nobody took it over; see `taken_by`."""
        return self.taken_by() is None

    def taken_by(self) -> Holder | None:
        """Who took it over; None: it is still ours. One that was merely deleted is put back.

        Where that cannot be told, as on a stick that was pulled out, it is ours: saving says what is wrong.
        """
        with self._one_at_a_time:
            if self.place is None or self._file is None or is_whose(self._file, self.place, self.holder):
                return None
            try:
                file = _take_at(self.path, self.place, self.holder)
            except InUse as problem:
                return problem.holder
            except OSError:
                return None
            self._let_go.detach()
            os.close(self._file)
            self._file = file
            self._let_go = finalize(self, _let_go, self.place, self.holder, file, os.getpid())
            return None

    def release(self) -> None:
        """Let go of it, and leave nothing behind. What somebody else put there stays."""
        with self._one_at_a_time:
            self._file = None
            self._let_go()


def take(
    path: Path, fallback_folder: Path, *, program: Program = "window", from_holder: Holder | None = None
) -> FileLock:
    """Have the workbook to oneself. The lock of a process of this computer that has ended is no obstacle.

    `from_holder`: the user agreed to take over the lock of this holder, on another computer. If somebody else
    has it by now, the user has to be asked again. `fallback_folder` need not be there.

    Raises:
        InUse: somebody else has it open.
    """
    mine = Holder.this_process(program)
    beside, apart = place_beside(path), fallback_folder / f"{tag_of(path)}{ENDING}"
    with suppress(OSError):
        lock = FileLock(path, beside, mine, _take_at(path, beside, mine, from_holder))
        # The same user may have one apart, from when none could be had beside.
        if (holder := _holder_of(apart)) is not None:
            lock.release()
            raise InUse(path, holder)
        return lock
    with suppress(OSError):
        apart.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return FileLock(path, apart, mine, _take_at(path, apart, mine, from_holder))
    return FileLock(path, None, mine, None)


def place_beside(path: Path) -> Path:
    """Where the lock of a workbook belongs: beside the real file, whatever links lead to it."""
    target = Path(os.path.realpath(path))
    return target.with_name(f".{target.name}{ENDING}")


def _take_at(path: Path, place: Path, mine: Holder, from_holder: Holder | None = None) -> int:
    """The open lock file, which is ours.

    Raises:
        InUse: it is somebody else's.
        OSError: no lock can be had there.
    """
    holder: Holder | None = None
    for _ in range(TRIES):
        file, may_write = open_lock(place)
        is_ours = False
        try:
            is_locked, holder = try_to_lock(file), read_lock(file)
            what_to_do = _judged(holder, mine, from_holder, is_locked=is_locked)
            if what_to_do == "refuse":
                raise InUse(path, holder or UNKNOWN)
            # Who has the lock of a file that has another name by now, or none, has nothing.
            if what_to_do == "take" and is_at(file, place):
                if is_locked is False or not may_write:
                    place.unlink()  # not ours to write to, but to replace
                    continue
                write_lock(file, place, mine)
                is_ours = is_locked is True or stays(place, mine)
        finally:
            if not is_ours:
                os.close(file)
        if is_ours:
            return file
        time.sleep(PAUSE)
    raise InUse(path, holder or UNKNOWN)


def _judged(
    holder: Holder | None, mine: Holder, from_holder: Holder | None, *, is_locked: bool | None
) -> Literal["take", "wait", "refuse"]:
    """What to do about a lock. `is_locked`: by us, by somebody else (False), or nobody can tell (None)."""
    if holder is None:  # damaged, or about to be written
        return "wait" if is_locked is False else "take"
    if holder.is_elsewhere:
        was_agreed = from_holder is not None and holder.token == from_holder.token
        return "take" if was_agreed else "refuse"
    if is_locked or (is_locked is None and (holder.has_ended or holder.token == mine.token)):
        return "take"
    # The next one may have it already, whose name is not in it yet; and a command is done in a moment.
    return "wait" if holder.has_ended or holder.program == "command" else "refuse"


def _holder_of(place: Path) -> Holder | None:
    """Who has the lock there; None: nobody has, and what was left there is cleared away."""
    try:
        file = os.open(place, os.O_RDWR | BINARY)
    except OSError:
        return None
    try:
        is_locked = try_to_lock(file)
        if is_locked is False:
            return read_lock(file) or UNKNOWN
        if is_locked and is_at(file, place):
            with suppress(OSError):
                place.unlink()
        return None
    finally:
        os.close(file)


def _let_go(place: Path | None, mine: Holder, file: int | None, process: int) -> None:
    if place is None or file is None or process != os.getpid():
        return
    is_ours = is_whose(file, place, mine)
    if os.name == "nt":  # an open file cannot be removed there; nor can one that somebody has opened since
        os.close(file)
    if is_ours:
        with suppress(OSError):
            place.unlink()
    if os.name != "nt":
        os.close(file)
