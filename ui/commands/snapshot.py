"""`snapshot`: a draft is kept as it stands now."""

import argparse
from pathlib import Path

from ui.commands import Answer, Command
from ui.commands.move import draft_in
from ui.filing import save
from ui.moments import now
from workbook.edits.snapshots import take_snapshot
from workbook.persistence.reading import read


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a workbook")
    parser.add_argument("--draft", required=True, metavar="ID", help="the draft to keep")
    parser.add_argument("--name", required=True, metavar="NAME", help="what the snapshot is called")
    parser.add_argument("--by", default="", metavar="NAME", help="who takes it")


def _run(chosen: argparse.Namespace) -> Answer:
    opened = read(chosen.file)
    draft = draft_in(opened, chosen.draft)
    kept = take_snapshot(opened.workbook, draft.id, chosen.name, at=now(), by=chosen.by)
    notes = save(opened, kept)
    taken = kept.snapshots[-1]
    return Answer(
        f"{chosen.file}: {draft.name or draft.id} is kept as it stands: “{taken.name}” ({taken.id}).",
        notes=notes,
    )


COMMAND = Command(
    "snapshot",
    64,
    "keep a draft as it stands now, to compare with or go back to",
    "Keeps a draft as it stands now, under a name, in the same file. It can be compared with `diff`, and "
    "gone back to in the window.",
    _add_arguments,
    _run,
)
