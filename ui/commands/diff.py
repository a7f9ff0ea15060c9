"""`diff`: what differs between two drafts, snapshots or cases, in words."""

import argparse
import re
from pathlib import Path
from typing import Any

from ui.commands import Answer, Command, CommandProblem, as_json, json_option
from ui.terminal import bullet, heading, paragraph
from workbook.analysis.difference.subjects import Side, UnknownSubjectError, subject
from workbook.analysis.difference.tell import DraftDifference, tell
from workbook.analysis.finding import Finding
from workbook.edits.begin import draft_from_case
from workbook.library.entries import Library
from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read

IN_ANOTHER_FILE = re.compile(r"(?P<file>.+):(?P<id>[A-Za-z0-9_-]{1,60})")
"""The last colon parts them: a drive, as in C:\\north.partnership:ours, has one of its own."""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a workbook")
    what = "the id of a draft, snapshot or case, or OTHER.partnership:ID for one in another workbook"
    parser.add_argument("a", metavar="A", help=what)
    parser.add_argument("b", metavar="B", help="what it is compared with, named in the same way")
    json_option(parser)


def _run(chosen: argparse.Namespace) -> Answer:
    library = load()
    opened: dict[Path, Workbook] = {chosen.file: read(chosen.file).workbook}
    a, b = (place_named(named, chosen.file) for named in (chosen.a, chosen.b))
    one, other = (_side(*place, opened, library) for place in (a, b))
    found = tell(one, other, library, begin=draft_from_case)
    files = (a[0], b[0])
    if chosen.json:
        return Answer(as_json(_contract(found, files)))
    return Answer("\n\n".join(_shown(found, files)))


def place_named(named: str, file: Path) -> tuple[Path, str]:
    """The file and the id that an argument names."""
    parts = IN_ANOTHER_FILE.fullmatch(named)
    return (Path(parts["file"]), parts["id"]) if parts else (file, named)


def _side(path: Path, its_id: str, opened: dict[Path, Workbook], library: Library) -> Side:
    """What has the id in the file, which is read only once."""
    if path not in opened:
        opened[path] = read(path).workbook
    try:
        return subject(opened[path], library, its_id)
    except UnknownSubjectError as problem:
        raise CommandProblem(f"{path}: {problem}") from None


def _contract(found: DraftDifference, files: tuple[Path, Path]) -> dict[str, Any]:
    """The answer in JSON, as docs/architecture.md tells it."""
    return {
        "a": {**found.before.model_dump(mode="json"), "file": str(files[0])},
        "b": {**found.after.model_dump(mode="json"), "file": str(files[1])},
        "summary": found.summary.words,
        "groups": [
            {
                "step": group.step,
                "title": group.title,
                "changes": [
                    change.model_dump(mode="json", include={"kind", "address", "words", "before", "after"})
                    for change in group.changes
                ],
            }
            for group in found.groups
        ],
        "stakeholders": [finding.model_dump(mode="json") for finding in found.stakeholders],
        "matched_by_name": [match.model_dump(mode="json") for match in found.matched_by_name],
    }


def _shown(found: DraftDifference, files: tuple[Path, Path]) -> list[str]:
    one, other = found.before.name, found.after.name
    if files[0] != files[1]:
        one, other = f"{one} in {files[0]}", f"{other} in {files[1]}"
    parts = [heading(f"From {one} to {other}"), paragraph(found.summary.words)]
    for group in found.groups:
        parts += [heading(group.title), "\n".join(bullet(change.words) for change in group.changes)]
    if found.stakeholders:
        parts += [heading("Gain or loss"), "\n".join(bullet(each.words) for each in found.stakeholders)]
        parts.append(_why(found.stakeholders[0]))
    if found.matched_by_name:
        names = "; ".join(match.name for match in found.matched_by_name)
        parts.append(paragraph(f"Taken to be the same because of their names, with other ids: {names}."))
    parts.append(_why(found.summary))
    return parts


def _why(finding: Finding) -> str:
    return paragraph(f"Why: {finding.rule} [{finding.citation}]")


COMMAND = Command(
    "diff",
    55,
    "say what differs between two drafts, snapshots or cases, and who gains or loses by it",
    "Says in words what differs from A to B, step by step, and who gains or loses by it. A and B are the ids "
    "of drafts, snapshots or cases, or OTHER.partnership:ID for one in another workbook. A case is compared "
    "as the draft one would begin from it. No file is changed.",
    _add_arguments,
    _run,
)
