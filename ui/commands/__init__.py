"""The commands of the command line: one module each, found by its name. Adding a command is adding a file."""

import argparse
import json
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, cast


class CommandProblem(Exception):
    """A command cannot do what it was asked; the message is the one line the user reads."""


@dataclass(frozen=True)
class Answer:
    """What a command says: text for stdout, notes for people on stderr, and the exit status."""

    text: str = ""
    notes: tuple[str, ...] = ()
    status: int = 0


@dataclass(frozen=True)
class Command:
    """One command: what it is called and does, its arguments, and the function that answers."""

    name: str
    order: int
    summary: str
    explanation: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], Answer]


def command_names() -> tuple[str, ...]:
    """Every command there is, without loading any."""
    return tuple(module.name for module in pkgutil.iter_modules(__path__))


def load_command(name: str) -> Command:
    """The command in the module of this name."""
    return cast("Command", import_module(f"{__name__}.{name}").COMMAND)


def as_json(content: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """The JSON that a command answers with: for people to read and programs to parse."""
    return json.dumps(content, ensure_ascii=False, indent=2)


def json_option(parser: argparse.ArgumentParser) -> None:
    """The option that asks for JSON."""
    parser.add_argument("--json", action="store_true", help="answer in JSON, for other programs")
