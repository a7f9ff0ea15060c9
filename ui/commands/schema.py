"""`schema`: the JSON Schema of the file."""

import argparse

from ui.commands import Answer, Command, as_json
from workbook.persistence.schema import file_schema


def _add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def _run(_chosen: argparse.Namespace) -> Answer:
    return Answer(as_json(file_schema()))


COMMAND = Command(
    "schema",
    80,
    "print the JSON Schema of the file",
    "Prints the JSON Schema (draft 2020-12) of a workbook file, for programs that read or write it.",
    _add_arguments,
    _run,
)
