"""Cold start to the first painted window, and memory, against a bare PySide6 window.

    .venv/bin/python -m benchmarks.starting [ROUNDS]

Each start is a fresh process. The time is from before the process is made to the turn of the event loop after
the first paint; memory is read at that moment, and for ours again when the window is furnished and at rest.
The bare window is a QMainWindow of the same size with a menu bar and a status bar, and nothing else. Both are
started in turn, so that a slow moment of the machine hits them alike; medians are compared.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
LONGEST = 60
"""Seconds."""
TIME_GOAL, MEMORY_GOAL = 1.5, 1.6
ROOT = Path(__file__).resolve().parents[1]

TELL = """
import json, os, sys, time

def memory():
    said = {}
    for name in ("status", "smaps_rollup"):
        with open(f"/proc/self/{name}", encoding="ascii") as file:
            for line in file:
                key, _, value = line.partition(":")
                if key in ("VmRSS", "Pss"):
                    said[key] = int(value.split()[0]) / 1024
    return said

def tell(moment):
    print(json.dumps({"moment": moment, "at": time.monotonic(), **memory()}), flush=True)
"""

BARE = (
    TELL
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

def painted():
    tell("painted")
    app.exit()

app = QApplication([])
window = Window()
window.resize(1280, 720)
window.menuBar().addMenu("Menu")
window.statusBar()
window.show()
app.exec()
os._exit(0)
"""
)

OURS = (
    TELL
    + """
import ui.cli  # the way in that every user takes
from ui.launch import launch

def watch(start):
    from PySide6.QtCore import QTimer
    start.painted.connect(lambda: tell("painted"))
    start.furnished.connect(lambda: tell("furnished"))
    start.furnished.connect(lambda: QTimer.singleShot(500, at_rest))

def at_rest():
    tell("rest")
    os._exit(0)

launch(None, watch=watch)
"""
)

Told = dict[str, dict[str, float]]


def start(code: str, home: Path) -> Told:
    """What a fresh process said at each moment, with the milliseconds since before it was made."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "XDG_CONFIG_HOME": str(home),
        "XDG_STATE_HOME": str(home),
    }
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
    )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return {each.pop("moment"): {**each, "ms": (each["at"] - begun) * 1000} for each in told}


def median(runs: list[Told], moment: str, what: str) -> float:
    """The middle of all runs."""
    return statistics.median(run[moment][what] for run in runs)


def main(rounds: int) -> None:
    """Measure and print."""
    bare: list[Told] = []
    ours: list[Told] = []
    with tempfile.TemporaryDirectory() as name:
        for _ in range(rounds + 1):
            bare.append(start(BARE, Path(name)))
            ours.append(start(OURS, Path(name)))
    del bare[0], ours[0]  # the first of each reads from the disk what the others find in memory
    print(f"medians of {rounds} starts each; goals: time {TIME_GOAL} x, memory {MEMORY_GOAL} x")
    print(f"{'':24}{'bare':>10}{'ours':>10}{'ratio':>8}")
    rows = (
        ("first paint, ms", "painted", "ms"),
        ("RSS at first paint, MB", "painted", "VmRSS"),
        ("PSS at first paint, MB", "painted", "Pss"),
        ("furnished, ms", "furnished", "ms"),
        ("RSS at rest, MB", "rest", "VmRSS"),
        ("PSS at rest, MB", "rest", "Pss"),
    )
    for label, moment, what in rows:
        floor, value = median(bare, "painted", what), median(ours, moment, what)
        print(f"{label:24}{floor:10.1f}{value:10.1f}{value / floor:7.2f}x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
