"""Where each thread was when a test process crashed, printed at the end of the run.

Beside other test processes, what a crashed one wrote on its standard error is lost among the dots.
"""

import faulthandler
import os
from pathlib import Path

import pytest

FOLDER = "PYTEST_CRASH_REPORTS"
"""The variable that tells the processes of one run where to write."""


def pytest_configure(config: pytest.Config) -> None:
    """Choose the folder, in the process that begins the others."""
    if not hasattr(config, "workerinput"):
        os.environ[FOLDER] = str(config.rootpath / ".pytest_cache" / f"crashes-{os.getpid()}")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Write to a file from now on; pytest's own plugin has turned itself on already."""
    if hasattr(session.config, "workerinput"):
        folder = Path(os.environ[FOLDER])
        folder.mkdir(parents=True, exist_ok=True)
        faulthandler.enable((folder / f"{os.getpid()}.txt").open("w", encoding="utf-8"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what was written, and put the files away."""
    if hasattr(config, "workerinput"):
        return
    folder = Path(os.environ[FOLDER])
    for file in sorted(folder.glob("*.txt")):
        if report := file.read_text(encoding="utf-8", errors="replace"):
            terminalreporter.section("a test process crashed")
            terminalreporter.write_line(report)
        file.unlink()
    if folder.exists():
        folder.rmdir()
