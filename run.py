"""Set up and start the Partnership Design Workbook from a clone; needs nothing but Python 3.11 or newer.

python3 run.py [ARGUMENTS]        the command line of the program
python3 run.py test [ARGUMENTS]   the tests (arguments go to pytest)
python3 run.py lint               style, types and import rules

The first start installs the libraries of requirements.lock into .venv; later starts need no network.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, NamedTuple, NoReturn, Sequence

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up-is-complete"
ON_ALL_CORES = ("-n", "auto", "--dist", "worksteal")
"""How the tests are run; whoever wants them in one process adds -n 0."""

Command = Sequence[str]


class SetUpFailed(Exception):
    """The program cannot be set up; the message is for the user."""


def say(text: str) -> None:
    """Tell the user how it goes; on stderr, because stdout belongs to the program that is started."""
    sys.stderr.write(text + "\n")


class Need(NamedTuple):
    """Something the operating system has to provide: its name, what is done with it, and who packages it."""

    name: str
    why: str
    apt: str
    pacman: str = ""


# What Qt links to beyond a bare system: the first six to start at all, the others to show a window on X11.
# Distributions that use RPM find a library by its own name, so they need no column here.
QT_NEEDS = (
    Need("libGL.so.1", "Qt draws", "libgl1", "libglvnd"),
    Need("libEGL.so.1", "Qt draws", "libegl1", "libglvnd"),
    Need("libgthread-2.0.so.0", "Qt waits for events", "libglib2.0-0", "glib2"),
    Need("libfontconfig.so.1", "Qt finds fonts", "libfontconfig1", "fontconfig"),
    Need("libdbus-1.so.3", "Qt talks to the desktop", "libdbus-1-3", "dbus"),
    Need("libxkbcommon.so.0", "Qt reads the keyboard", "libxkbcommon0", "libxkbcommon"),
    Need("libxcb-cursor.so.0", "Qt shows windows", "libxcb-cursor0", "xcb-util-cursor"),
    Need("libxcb-icccm.so.4", "Qt shows windows", "libxcb-icccm4", "xcb-util-wm"),
    Need("libxcb-keysyms.so.1", "Qt shows windows", "libxcb-keysyms1", "xcb-util-keysyms"),
    Need("libxcb-shape.so.0", "Qt shows windows", "libxcb-shape0", "libxcb"),
    Need("libxkbcommon-x11.so.0", "Qt reads the keyboard", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
VENV_NEED = Need("venv and ensurepip", "Python makes .venv", "python{}.{}-venv".format(*sys.version_info[:2]))


def missing_libraries() -> list[Need]:
    """The libraries that Qt needs and the system's loader does not find."""
    import ctypes

    missing = []
    for need in QT_NEEDS if sys.platform.startswith("linux") else ():
        try:
            ctypes.CDLL(need.name)
        except OSError:
            missing.append(need)
    return missing


def missing_venv() -> list[Need]:
    """Python's own means to make an environment, which Debian and Ubuntu package apart."""
    return [] if importlib.util.find_spec("ensurepip") else [VENV_NEED]


def _call(command: Command) -> int:
    """Run a command with its output on stderr and return its exit status."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    return subprocess.call(command, stdout=sys.stderr.fileno(), env=environment)


def _ask(question: str) -> bool:
    """Ask on stderr; anything but a yes is a no."""
    say(f"{question} [y/N]")
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


@dataclass(frozen=True)
class System:
    """The machine, as far as installing something on it goes."""

    is_root: bool
    has_terminal: bool
    find_program: Callable[[str], str | None] = shutil.which
    call: Callable[[Command], int] = _call
    ask: Callable[[str], bool] = _ask

    @classmethod
    def this(cls) -> System:
        """The machine we run on."""
        is_root = os.name == "posix" and os.geteuid() == 0
        return cls(is_root=is_root, has_terminal=sys.stdin is not None and sys.stdin.isatty())


def install_commands(needs: Sequence[Need], system: System) -> list[Command]:
    """What this system's package manager must be told; nothing if it is not one we know."""
    by_library = [f"{need.name}()(64bit)" for need in needs if need in QT_NEEDS]
    known = {
        "apt-get": ("apt-get install -y --no-install-recommends", [need.apt for need in needs]),
        "dnf": ("dnf install -y", by_library),
        "zypper": ("zypper --non-interactive install", by_library),
        "pacman": ("pacman -S --needed --noconfirm", [need.pacman for need in needs if need.pacman]),
    }
    manager = next((name for name in known if system.find_program(name)), None)
    if manager is None or not known[manager][1]:
        return []
    install, packages = known[manager]
    refresh = [["apt-get", "update"]] if manager == "apt-get" else []
    sudo = [] if system.is_root else ["sudo"]
    return [[*sudo, *command] for command in (*refresh, [*install.split(), *sorted(set(packages))])]


def may_install(by_hand: str, system: System) -> bool:
    """A person is asked; root without a terminal is a container and may; nobody else may."""
    if system.has_terminal and (system.is_root or system.find_program("sudo")):
        return system.ask(f"Install it now with\n  {by_hand}\n?")
    if system.is_root:
        say(f"Installing it with\n  {by_hand}")
    return system.is_root


def provide(find_missing: Callable[[], Sequence[Need]], system: System) -> None:
    """See to it that nothing is missing: install it if we may, else say how and stop."""
    missing = find_missing()
    if not missing:
        return
    say("\n".join(["This system lacks:", *(f"  {need.name}, with which {need.why}" for need in missing)]))
    commands = install_commands(missing, system)
    if not commands:
        raise SetUpFailed("Please install it with your system's package manager, then start again.")
    by_hand = " && ".join(shlex.join(command) for command in commands)
    if not may_install(by_hand, system):
        raise SetUpFailed(f"Please install it with this command, then start again:\n  {by_hand}")
    for command in commands:  # goes on when a list of packages cannot be refreshed: the old one may do
        system.call(command)
    if find_missing():
        raise SetUpFailed(f"It is still missing. Please look into the messages of this command:\n  {by_hand}")


def wanted_stamp() -> str:
    """What .venv was made from. A bug-fix release of Python changes nothing: there may be no network then."""
    parts = (LOCK.read_bytes(), sys.implementation.cache_tag, sys.platform, sys.base_prefix)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def is_set_up() -> bool:
    """Whether .venv was completed for this lock file and this interpreter."""
    return STAMP.exists() and STAMP.read_text("utf-8") == wanted_stamp() and VENV_PYTHON.exists()


def install_steps(uv: str | None) -> list[Command]:
    """The commands that make .venv, with uv if there is one."""
    ours = str(getattr(sys, "_base_executable", sys.executable))  # even if started from .venv itself
    what = ["--quiet", "--require-hashes", "--only-binary=:all:", "-r", str(LOCK)]
    if uv:
        return [
            [uv, "venv", "--quiet", "--clear", "--python", ours, str(VENV)],
            [uv, "pip", "install", "--python", str(VENV_PYTHON), *what],
        ]
    return [
        [ours, "-I", "-m", "venv", "--clear", str(VENV)],
        [str(VENV_PYTHON), "-I", "-m", "pip", "install", "--disable-pip-version-check", *what],
    ]


def set_up(system: System) -> None:
    """Make .venv anew. The stamp comes last, so that an interrupted set-up is done again."""
    uv = system.find_program("uv")
    provide(lambda: missing_libraries() + ([] if uv else missing_venv()), system)
    say("Setting up .venv (once; downloads about 150 MB) ...")
    STAMP.unlink(missing_ok=True)
    for step in install_steps(uv):
        if system.call(step):
            raise SetUpFailed(
                "The libraries in requirements.lock could not be installed (often the network is off, or a "
                "download does not match its hash); the lines above say why. Please start again."
            )
    STAMP.write_text(wanted_stamp(), "utf-8")


def python(*arguments: str) -> tuple[list[str], dict[str, str]]:
    """Command and environment to run .venv's Python on this clone and (-P) nothing in the current folder."""
    return [str(VENV_PYTHON), "-P", *arguments], dict(os.environ, PYTHONPATH=str(ROOT))


def hand_over(arguments: Command) -> NoReturn:
    """Become the command line. The current folder stays, because file names are the user's."""
    command, environment = python("-m", "ui", *arguments)
    if os.name == "posix":
        os.execve(command[0], command, environment)  # noqa: S606 - there is no use for a shell
    sys.exit(subprocess.call(command, env=environment))


def in_clone(*arguments: str) -> int:
    """Run .venv's Python in the folder of the clone and return its exit status."""
    command, environment = python(*arguments)
    return subprocess.call(command, cwd=ROOT, env=environment)


def lint() -> int:
    """Style, types and import rules; all of them, even if the first complains."""
    lint_imports = ("-c", "from importlinter.cli import lint_imports_command as main; main()", "--no-logo")
    checks = (("-m", "ruff", "check"), ("-m", "ruff", "format", "--check"), ("-m", "mypy"), lint_imports)
    return int(any([in_clone(*check) for check in checks]))  # noqa: C419 - none is left out


def main(arguments: Command) -> int:
    """Set up if needed, then do what was asked for."""
    if sys.version_info < OLDEST_PYTHON:
        say("This program needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info[:2]))
        return 1
    try:
        if not is_set_up():
            set_up(System.this())
        if arguments[:1] == ["test"]:
            return in_clone("-m", "pytest", *ON_ALL_CORES, *arguments[1:])
        if arguments == ["lint"]:
            return lint()
        hand_over(arguments)
    except (SetUpFailed, OSError) as trouble:
        say(str(trouble))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
