"""Who has a workbook open: what a lock says of its program, its computer and the person at it."""

import datetime as dt
import getpass
import json
import os
import platform
import secrets
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, Self

from workbook.persistence.problems import one_line

FORMAT = "partnership-lock"
LONGEST = 4096
"""Bytes of a lock; a larger file is none of ours."""
LONGEST_NAME = 60

Program = Literal["window", "command"]

MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
STATUS = "/proc/{process}/stat"
START = 19
"""The place of the moment of the start among the fields of a status, counted after the name in brackets."""


@dataclass(frozen=True)
class Machine:
    """A computer: its name, an id that stays when it is renamed, and one that is new with every start of it.

    An id that the system does not tell is empty.
    """

    name: str
    id: str
    boot: str

    def is_same_as(self, other: "Machine") -> bool:
        """Whether both are one computer. Where it is not sure they are two, because then somebody is asked.

        The id alone does not say it: laptops that were set up from one image have the same.
        """
        if self.boot and other.boot and self.boot == other.boot:
            return True
        if self.id and other.id and self.id != other.id:
            return False
        return _short(self.name) == _short(other.name)


@dataclass(frozen=True)
class Holder:
    """Somebody who has a workbook open, as their lock says it. What it does not say is empty, or 0.

    `token` tells this lock from any other, `started` two processes of one number; `since` has a zone.
    """

    person: str = ""
    machine: Machine = Machine("", "", "")
    since: dt.datetime | None = None
    program: Program = "window"
    process: int = 0
    started: str = ""
    token: str = ""

    @classmethod
    def this_process(cls, program: Program) -> Self:
        """Us, from now on."""
        process = os.getpid()
        return cls(
            _person(),
            this_machine(),
            dt.datetime.now().astimezone(),
            program,
            process,
            _start_of(process),
            secrets.token_hex(8),
        )

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is another computer, of which nobody can tell from here whether it still runs."""
        return bool(self.token) and not self.machine.is_same_as(this_machine())

    @property
    def has_ended(self) -> bool:
        """Whether it was on this computer and its process is surely gone, though its number may be in use."""
        if self.is_elsewhere:
            return False
        here = this_machine()
        if self.machine.boot and here.boot and self.machine.boot != here.boot:
            return True
        if os.name == "nt":  # a process cannot be asked after there; but its disks know locks
            return False
        return not _runs(self.process) or bool(self.started and _start_of(self.process) != self.started)

    @property
    def words(self) -> str:
        """Where it is open, within a sentence: "in another window" or "on MILAN-LAPTOP (Anna)"."""
        who = f" ({self.person})" if self.person else ""
        if self.is_elsewhere:
            return f"on {self.machine.name or 'another computer'}{who}"
        if self.program == "command":
            return "in a command that is running"
        if self.person and self.person != _person():
            return f"on this computer{who}"
        return "in another window"

    def to_bytes(self) -> bytes:
        """The lock: one line of JSON, in ASCII, because a name may hold what UTF-8 cannot."""
        said = asdict(self) | {"since": None if self.since is None else self.since.isoformat()}
        return json.dumps({"format": FORMAT, **said}, ensure_ascii=True).encode("ascii") + b"\n"


def holder_in(data: bytes) -> Holder | None:
    """Who the bytes of a lock name; None: they are damaged, or no lock."""
    try:
        said: dict[str, Any] = json.loads(data)
        machine = {each.name: _name(said["machine"][each.name]) for each in fields(Machine)}
        since = said["since"]
        found = Holder(
            person=_name(said["person"]),
            machine=Machine(**machine),
            since=None if since is None else dt.datetime.fromisoformat(since).astimezone(),
            program="command" if said["program"] == "command" else "window",
            process=int(said["process"]),
            started=_name(said["started"]),
            token=_name(said["token"]),
        )
    except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError, OSError):
        return None
    return found if said.get("format") == FORMAT and found.token else None


@cache
def this_machine() -> Machine:
    """The computer that this program runs on."""
    return Machine(_name(platform.node()), _machine_id(), _first_line(BOOT_ID))


def _name(said: object) -> str:
    """What a lock says, on one line and short: anybody may have written it."""
    if not isinstance(said, str):
        raise TypeError
    return one_line(said.strip())[:LONGEST_NAME]


@cache
def _person() -> str:
    # Raised, depending on system and Python, where a user has no name.
    with suppress(OSError, KeyError, ImportError):
        return _name(getpass.getuser())
    return ""


def _short(name: str) -> str:
    """A name without the network, which changes where a laptop is carried from room to room."""
    return name.partition(".")[0].casefold()


def _machine_id() -> str:
    if sys.platform == "win32":
        import winreg

        with (
            suppress(OSError),
            winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key,
        ):
            return _name(winreg.QueryValueEx(key, "MachineGuid")[0])
        return ""
    return next(filter(None, map(_first_line, MACHINE_IDS)), "")


def _first_line(path: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return _name(path.read_text("ascii").partition("\n")[0])
    return ""


def _runs(process: int) -> bool:
    if process <= 0:  # to the system these mean many
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it is somebody else's
        return True
    return True


def _start_of(process: int) -> str:
    """When a process began, in ticks since the computer did; nothing where the system does not tell."""
    with suppress(OSError, LookupError):
        said = Path(STATUS.format(process=process)).read_text("utf-8", "replace")
        return said.rpartition(")")[2].split()[START]
    return ""
