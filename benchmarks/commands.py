"""How long `cases` takes from start to end, against a Python that does nothing, in the same environment.

.venv/bin/python -m benchmarks.commands
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 21

COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import pydantic": ["-c", "import pydantic; pydantic.BaseModel"],
    "cases": ["-m", "ui", "cases"],
    "run.py cases": [str(ROOT / "run.py"), "cases"],
}


def once(arguments: list[str]) -> float:
    """Seconds of one run."""
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - started


def main() -> None:
    """Run them in turn, so that a slow moment of the machine hits all alike, and print medians."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, arguments in COMMANDS.items():
            taken[name].append(once(arguments))
    floor = statistics.median(taken["python -c pass"])
    for name, times in taken.items():
        median = statistics.median(times)
        print(f"{name:18} {median * 1000:7.1f} ms   {median / floor:5.1f} x")


if __name__ == "__main__":
    main()
