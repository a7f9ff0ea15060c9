"""`check`: what is wrong with a file."""

import argparse
from pathlib import Path

from ui.commands import Answer, Command
from workbook.persistence.checking import check


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a workbook")


def _run(chosen: argparse.Namespace) -> Answer:
    problems = check(chosen.file)
    if problems:
        return Answer("\n".join(problems), status=1)
    return Answer(f"{chosen.file}: no problems found.")


COMMAND = Command(
    "check",
    70,
    "say what is wrong with a file, one line per problem",
    "Reads a workbook and says what is wrong with it, one line per problem; the exit status is 1 if there is "
    "any. The file is not changed.",
    _add_arguments,
    _run,
)
