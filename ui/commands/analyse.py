"""`analyse`: everything the analysis says about drafts, with the reasons."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ui.commands import Answer, Command, CommandProblem, as_json, json_option
from ui.terminal import bullet, heading, paragraph
from workbook.analysis.design import DesignAnalysis, analyse
from workbook.analysis.finding import Finding
from workbook.analysis.follows import Follows
from workbook.library.entries import Library
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read

MOST_MISSING = 6


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a workbook")
    parser.add_argument("--draft", metavar="ID", help="only this draft")
    json_option(parser)


def _run(chosen: argparse.Namespace) -> Answer:
    library = load()
    drafts = _wanted(chosen.file, read(chosen.file).workbook, chosen.draft)
    analyses = [(draft, analyse(draft, library)) for draft in drafts]
    if chosen.json:
        return Answer(as_json({"drafts": {draft.id: _contract(analysis) for draft, analysis in analyses}}))
    return Answer("\n\n".join(_shown(draft, analysis, library) for draft, analysis in analyses))


def _wanted(path: Path, workbook: Workbook, draft_id: str | None) -> tuple[Draft, ...]:
    if draft_id is None:
        return workbook.drafts
    try:
        return (workbook.draft(draft_id),)
    except KeyError:
        there = ", ".join(draft.id for draft in workbook.drafts) or "none"
        raise CommandProblem(f"{path}: there is no draft {draft_id} (there: {there})") from None


def _contract(analysis: DesignAnalysis) -> dict[str, Any]:
    """The answer in JSON; figures stand in `profile` and `completeness`, their reasons in `findings`."""
    profile = analysis.profile
    return {
        "profile": {
            **profile.model_dump(mode="json", exclude={"subject", "platform", "notes", "dimensions"}),
            "words": profile.platform.words,
            "dimensions": {
                reading.dimension: reading.model_dump(mode="json", exclude={"dimension", "finding"})
                for reading in profile.dimensions
            },
        },
        "completeness": {
            step.step: step.model_dump(mode="json", exclude={"step", "finding"})
            for step in analysis.completeness
        },
        "findings": [finding.model_dump(mode="json") for finding in analysis.findings],
    }


def _shown(draft: Draft, analysis: DesignAnalysis, library: Library) -> str:
    profile = analysis.profile
    parts = [
        heading(f"{draft.name or draft.id} ({draft.id})"),
        _block("Platform", [profile.platform, *profile.notes]),
        _block("Dimension by dimension", [reading.finding for reading in profile.dimensions]),
        *(_follows(follows, library) for follows in analysis.follows),
        _completeness(analysis),
    ]
    return "\n\n".join(parts)


def _block(title: str, findings: Iterable[Finding]) -> str:
    shown = list(findings)
    reasons = dict.fromkeys(f"{finding.rule} [{finding.citation}]" for finding in shown)
    lines = [title, *(bullet(finding.words) for finding in shown)]
    return "\n".join([*lines, *(paragraph(f"Why: {reason}", "  ") for reason in reasons)])


def _follows(follows: Follows, library: Library) -> str:
    titles = ("Drivers", "Mechanisms", "Role of government", "Incentives")
    lines = [f"What follows from a {library.platform(follows.platform).name.lower()} platform"]
    for title, finding in zip(titles, follows.findings, strict=True):
        lines.append(bullet(f"{title}: {finding.words} [{finding.citation}]"))
    return "\n".join(lines)


def _completeness(analysis: DesignAnalysis) -> str:
    lines = ["What is entered, and what is missing"]
    for step in analysis.completeness:
        lines.append(bullet(step.finding.words))
        missing = [each.name for each in step.finding.inputs] if step.state == "begun" else []
        more = [f"and {len(missing) - MOST_MISSING} more"] if len(missing) > MOST_MISSING else []
        if missing:
            lines.append(paragraph(f"Missing: {'; '.join(missing[:MOST_MISSING] + more)}.", "    "))
    return "\n".join(lines)


COMMAND = Command(
    "analyse",
    40,
    "say what platform a draft resembles, what follows, and what is missing",
    "Says of each draft which platform it resembles and how clearly, which dimensions pull elsewhere, what "
    "follows from the platform, and what is not entered yet; each with its rule and its source.",
    _add_arguments,
    _run,
)
