"""`check`: what is wrong with a file."""

import argparse
from pathlib import Path

from ui.commands import Answer, Command
from ui.earlier import way_back
from ui.filing import backups_of_this_user
from ui.moments import now
from workbook.analysis.wording import capitalised
from workbook.persistence.checking import check
from workbook.persistence.problems import FileProblem
from workbook.persistence.reading import read


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a workbook")


def _run(chosen: argparse.Namespace) -> Answer:
    problems = check(chosen.file)
    if problems:
        return Answer("\n".join(problems), notes=_ways_back(chosen.file), status=1)
    return Answer(f"{chosen.file}: no problems found.")


def _ways_back(path: Path) -> tuple[str, ...]:
    """Where an earlier version can be got, if one is kept."""
    try:
        read(path)
    except FileProblem as problem:
        way = way_back(problem, backups_of_this_user(), now())
        return (f"{capitalised(way)}.",) if way else ()
    return ()


COMMAND = Command(
    "check",
    70,
    "say what is wrong with a file, one line per problem",
    "Reads a workbook and says what is wrong with it, one line per problem; the exit status is 1 if there is "
    "any. The file is not changed.",
    _add_arguments,
    _run,
)
