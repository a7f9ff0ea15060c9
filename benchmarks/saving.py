"""Saving and opening a workbook of about 1 MB, against bare JSON with the same safety.

    .venv/bin/python -m benchmarks.saving [MEGABYTES]

The floors hold the document as plain dictionaries and use the standard library alone. "Indented" writes what
we write: `json.dumps(indent=2)`, a sha256 of the bytes, write, fsync. "Compact" is the least JSON can do: no
indentation, half the bytes. For opening: read, sha256 of the bytes, `json.loads`; "checked" takes the sha256
over the values as our format has it, so that layout does not matter; "checked, model" makes typed records,
too. What we add to them: every rule and reference, duplicate keys, the atomic replacement. All are run in
turn, so that a slow moment of the machine hits them alike; medians are compared.
"""

import gc
import hashlib
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence.format import digest, new_head, to_bytes, to_document
from workbook.persistence.reading import read
from workbook.persistence.writing import create, write

ROUNDS = 25
GOAL = 2.0


def draft(number: int) -> dict[str, Any]:
    """A workshop's draft: 8 stakeholders, 24 interests, 4 scenarios with every interest scored."""
    holders, interests = range(8), range(3)
    said = "What was said about it in the room, in a sentence or two of the usual length."
    return {
        "id": f"draft{number}",
        "name": f"Table {number}",
        "summary": said,
        "dimensions": {
            "orientation": {"mix": {"resource_dependence": 0.7, "social_issue": 0.3}, "evidence": said}
        },
        "stakeholders": [
            {
                "id": f"s{holder}",
                "name": f"Stakeholder {holder}",
                "reservation_value": 0.5,
                "interests": [
                    {"id": f"i{holder}-{each}", "text": said, "weight": each + 0.5} for each in interests
                ],
            }
            for holder in holders
        ],
        "scenarios": [
            {
                "id": f"c{scenario}",
                "name": f"Scenario {scenario}",
                "description": said,
                "scores": {
                    f"i{holder}-{each}": {
                        "value": (holder + each) % 7 - 3,
                        "evidence": said,
                        "said_by": "Ms Vos",
                    }
                    for holder in holders
                    for each in interests
                },
                "benefits": [
                    {"id": f"b{scenario}-{each}", "text": said, "stakeholder": "s1"} for each in interests
                ],
                "costs": [
                    {"id": f"k{scenario}-{each}", "text": said, "stakeholder": "s2"} for each in interests
                ],
            }
            for scenario in range(4)
        ],
        "record": [{"id": f"n{each}", "kind": "decision", "text": said} for each in range(20)],
    }


def workbook_of(size: int) -> Workbook:
    """As many drafts as make a file of about this size."""
    one = len(to_bytes(to_document(Workbook.model_validate({"drafts": [draft(0)]}), new_head())))
    return Workbook.model_validate({"drafts": [draft(number) for number in range(max(1, size // one))]})


def medians(tasks: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Seconds per task, each run in turn."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(ROUNDS):
        for name, task in tasks.items():
            gc.collect()
            started = time.perf_counter()
            task()
            taken[name].append(time.perf_counter() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


def bare_save(path: Path, document: dict[str, Any], indent: int | None) -> None:
    """Serialise, hash, write, sync."""
    data = json.dumps(document, ensure_ascii=False, indent=indent).encode("utf-8")
    hashlib.sha256(data).hexdigest()
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def bare_open(path: Path) -> dict[str, Any]:
    """Read, hash, parse."""
    data = path.read_bytes()
    hashlib.sha256(data).hexdigest()
    parsed: dict[str, Any] = json.loads(data)
    return parsed


def report(what: str, ours: str, times: dict[str, float]) -> None:
    """The median of each, and how ours compares."""
    print(f"{what}:")
    for name, seconds in times.items():
        ratio = "" if name == ours else f"   ours takes {times[ours] / seconds:4.2f} x"
        print(f"  {name:28} {seconds * 1000:7.2f} ms{ratio}")


def main(folder: Path, size: int) -> None:
    """Measure and print."""
    load()  # read once per start of the program, not per file
    workbook = workbook_of(size)
    path, bare = folder / "ours.partnership", folder / "bare.json"
    head = create(path, workbook).head
    document = to_document(workbook, head)
    assert read(path).workbook == workbook
    megabytes, drafts = path.stat().st_size / 1e6, len(workbook.drafts)
    print(f"{megabytes:.2f} MB, {drafts} drafts; medians of {ROUNDS}; goal {GOAL} x")
    saving: dict[str, Callable[[], object]] = {
        "ours": lambda: write(path, workbook, head),
        "bare JSON, indented": lambda: bare_save(bare, document, indent=2),
        "bare JSON, compact": lambda: bare_save(bare, document, indent=None),
    }
    report("saving", "ours", medians(saving))
    opening: dict[str, Callable[[], object]] = {
        "ours": lambda: read(path),
        "bare JSON": lambda: bare_open(path),
        "bare JSON, checked": lambda: digest(bare_open(path)),
        "bare JSON, checked, model": lambda: Workbook.model_validate(checked(path)["workbook"]),
    }
    report("opening", "ours", medians(opening))


def checked(path: Path) -> dict[str, Any]:
    """Read, parse, and take the checksum over the values."""
    document = json.loads(path.read_bytes())
    digest(document)
    return dict(document)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        main(Path(name), int(float(sys.argv[1] if len(sys.argv) > 1 else 1) * 1e6))
