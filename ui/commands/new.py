"""`new`: a workbook with one draft, empty or begun from a case."""

import argparse
from pathlib import Path

from ui.commands import Answer, Command, CommandProblem
from ui.filing import save_new
from workbook.edits.begin import add_draft, draft_from_case, empty_draft
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target", type=Path, metavar="TARGET", help="the file to write; it must not exist yet"
    )
    parser.add_argument("--from-case", metavar="ID", help="begin the draft from this case (see `cases`)")


def _run(chosen: argparse.Namespace) -> Answer:
    draft = _draft(chosen.from_case)
    notes = save_new(chosen.target, add_draft(Workbook(title=_title(chosen.target)), draft))
    return Answer(f"{chosen.target} holds one draft, “{draft.name}” ({draft.id}).", notes)


def _title(target: Path) -> str:
    """What the file is called, with a stand-in for what is no text in its name."""
    return target.stem.encode("utf-8", "replace").decode("utf-8")


def _draft(case_id: str | None) -> Draft:
    if case_id is None:
        return empty_draft()
    cases = {case.id: case for case in load().cases}
    if case_id not in cases:
        raise CommandProblem(f"There is no case {case_id} to begin from (there: {', '.join(cases)}).")
    return draft_from_case(cases[case_id])


COMMAND = Command(
    "new",
    20,
    "write a workbook with one draft, empty or begun from a case",
    "Writes a workbook with one draft: empty, or with what the source of a case reports, to be changed. "
    "Refuses an existing file.",
    _add_arguments,
    _run,
)
