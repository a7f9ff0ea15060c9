"""The way into the window. Says in one line what is missing: a screen, or a library that Qt stands on."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

NOT_STARTED = 1

NO_SCREEN = (
    "The window needs a screen, but neither DISPLAY nor WAYLAND_DISPLAY is set. "
    "The commands work without one: see partnership-workbook --help."
)


def main(file: Path | None = None) -> int:
    """Open the window, with this workbook if one is given; the exit status."""
    problem = no_screen(sys.platform, os.environ) or missing_library(sys.platform, os.environ)
    if problem is None:
        try:
            from ui.launch import launch
        except ImportError as error:
            if not is_about_qt(error):
                raise
            problem = without_library(str(error))
    if problem is not None:
        sys.stderr.write(problem + "\n")
        return NOT_STARTED
    return launch(file)


def no_screen(platform: str, environment: Mapping[str, str]) -> str | None:
    """What to say if Qt would end the program because it finds no screen; None if there is one."""
    if not platform.startswith(("linux", "freebsd")):
        return None
    wanted = _qt_platform(environment)
    x11, wayland = (environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    there = {"": x11 or wayland, "xcb": x11, "wayland": wayland}
    return None if there.get(wanted, "not on a screen") else NO_SCREEN


def missing_library(platform: str, environment: Mapping[str, str]) -> str | None:
    """What to say if the part of Qt that draws on X11 cannot be loaded: Qt itself would abort the program."""
    if not platform.startswith("linux") or _qt_platform(environment) not in {"", "xcb"}:
        return None
    if not environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return None
    import ctypes
    from importlib.util import find_spec

    qt = find_spec("PySide6")
    for folder in (qt.submodule_search_locations or ()) if qt is not None else ():
        part = Path(folder, "Qt", "plugins", "platforms", "libqxcb.so")
        try:
            ctypes.CDLL(str(part), mode=os.RTLD_LAZY)
        except OSError as error:
            if part.exists():
                return without_library(str(error))
    return None


def without_library(cause: str) -> str:
    """What to say when the system has not all that Qt stands on; the cause names the library."""
    return (
        f"The window cannot be opened: {' '.join(cause.split())}. "
        "Install the system's package with this library; the commands work without it."
    )


def is_about_qt(error: ImportError) -> bool:
    """Whether Qt is missing, or a library it stands on; rather than a module of ours, which is a fault."""
    name, path = error.name or "", error.path or ""
    return name.partition(".")[0] in {"PySide6", "shiboken6"} or "PySide6" in path or ".so" in str(error)


def _qt_platform(environment: Mapping[str, str]) -> str:
    """The platform that Qt is told to use, as in "offscreen" or "xcb"; empty if Qt is to find out."""
    first = environment.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    return "wayland" if first.startswith("wayland") else first
