"""`show`: where each draft of some files stands, at a glance."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ui.commands import Answer, Command, as_json, json_option
from ui.moments import now
from ui.terminal import heading, table
from workbook.analysis.comparison import compare_with_cases, subjects
from workbook.analysis.design import analyse
from workbook.analysis.lifecycle.contract import summary
from workbook.analysis.lifecycle.findings import LifecycleAnalysis
from workbook.analysis.win_win.findings import win_win
from workbook.analysis.wording import listed
from workbook.library.entries import Library
from workbook.library.loader import load
from workbook.persistence.reading import Opened, read


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a workbook")
    json_option(parser)


def _run(chosen: argparse.Namespace) -> Answer:
    library = load()
    opened = [read(path) for path in chosen.files]
    if chosen.json:
        return Answer(as_json({"files": [_file(each, library) for each in opened]}))
    return Answer("\n\n".join(_shown(each, library) for each in opened))


def _file(opened: Opened, library: Library) -> dict[str, Any]:
    return {
        "file": str(opened.path),
        "title": opened.workbook.title,
        "revision": opened.head.revision,
        "drafts": _drafts(opened, library),
    }


def _drafts(opened: Opened, library: Library) -> dict[str, Any]:
    """What is said of each draft, by its id: the same findings that `analyse` and `compare` give."""
    workbook = opened.workbook
    comparison = compare_with_cases(subjects(workbook, library), library, workbook.own_entries)
    near = {each.draft: each for each in comparison.nearest}
    today = now().date()
    said: dict[str, Any] = {}
    for draft in workbook.drafts:
        analysis = analyse(draft, library, today, workbook.settings.robustness.weights)
        said[draft.id] = {
            "name": draft.name,
            "stage": analysis.lifecycle.path.finding.model_dump(mode="json"),
            "lifecycle": {**summary(analysis.lifecycle, today), "due": list(_due(analysis.lifecycle))},
            "platform": analysis.profile.platform.model_dump(mode="json"),
            "nearest": list(near[draft.id].cases),
            "nearest_finding": near[draft.id].finding.model_dump(mode="json"),
            "verdicts": {
                scenario: findings[0].words
                for scenario, findings in win_win(
                    draft, library, None, workbook.own_entries
                ).scenarios.items()
            },
            "completeness": [
                step.model_dump(mode="json", exclude={"finding"}) for step in analysis.completeness
            ],
        }
    return said


def _due(found: LifecycleAnalysis) -> Iterator[str]:
    """What the lifecycle says of dates: the review, and actions that are overdue."""
    return (finding.words for finding in (found.review, found.overdue) if finding is not None)


def _next_gate(gate: dict[str, Any] | None) -> str:
    words: str = "none: it is closed" if gate is None else gate["words"]
    return words


def _shown(opened: Opened, library: Library) -> str:
    title = opened.workbook.title or opened.path.name
    parts = [heading(f"{title} ({opened.path}, revision {opened.head.revision})")]
    for draft_id, said in _drafts(opened, library).items():
        steps: dict[str, list[str]] = {"complete": [], "begun": [], "empty": []}
        for step in said["completeness"]:
            digits = f" {step['done']}/{step['wanted']}" if step["state"] == "begun" else ""
            steps[step["state"]].append(step["title"] + digits)
        rows = [
            ("Stage", said["stage"]["words"]),
            ("Next gate", _next_gate(said["lifecycle"]["next_gate"])),
            ("Due", "\n".join(said["lifecycle"]["due"]) or "nothing"),
            ("Platform", said["platform"]["words"]),
            ("Nearest case", said["nearest_finding"]["words"]),
            ("Scenarios", "\n".join(said["verdicts"].values()) or "none yet"),
            ("Complete", listed(steps["complete"]) or "no step yet"),
            ("Begun", listed(steps["begun"]) or "no step"),
            ("Empty", listed(steps["empty"]) or "no step"),
        ]
        parts.append(table((draft_id, said["name"]), rows))
    if not opened.workbook.drafts:
        parts.append("There is no draft in it yet.")
    return "\n\n".join(parts)


COMMAND = Command(
    "show",
    30,
    "say where each draft stands: stage and next gate, platform, nearest case, scenarios, what is entered",
    "Says of each draft in each file: its stage and the gate ahead, the platform it resembles, the case "
    "nearest to it, the verdict on each scenario, and how far each step has come.",
    _add_arguments,
    _run,
)
