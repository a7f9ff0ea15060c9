"""`example`: a filled workbook to look around in."""

import argparse
from pathlib import Path

from ui.commands import Answer, Command
from ui.filing import save_new
from workbook.persistence.example import example_workbook


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target", type=Path, metavar="TARGET", help="the file to write; it must not exist yet"
    )


def _run(chosen: argparse.Namespace) -> Answer:
    example = example_workbook()
    notes = save_new(chosen.target, example)
    drafts = ", ".join(draft.id for draft in example.drafts)
    return Answer(f"{chosen.target} holds the example “{example.title}” with the drafts {drafts}.", notes)


COMMAND = Command(
    "example",
    10,
    "write an example workbook: three drafts, one worked after each reference case",
    "Writes an example: the reference cases FloraHolland, Flowminder and New York State, each worked out as "
    "a draft. Weights and scores are our illustration and say so. Refuses an existing file.",
    _add_arguments,
    _run,
)
