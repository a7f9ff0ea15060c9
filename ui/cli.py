"""The command line: runs a command or opens the window; whatever goes wrong becomes one clear line."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from ui.commands import Answer, Command, CommandProblem, command_names, load_command
from workbook import __version__

if TYPE_CHECKING:
    from workbook.persistence.problems import FileProblem

PROGRAM = "partnership-workbook"
EXTENSION = ".partnership"
ABOUT = (
    "Design data partnerships from which every party gains, and compare them with published cases. "
    "Works offline. Without a command it opens the window, with a FILE that workbook in it."
)
NOT_DONE, WRONG_USAGE, INTERRUPTED = 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name, or open the window.

    The exit status is 0 if it was done, 1 if it could not be, 2 for wrong usage.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8((sys.stdout, sys.stderr))
    if is_for_the_window(arguments):
        return _open_window(*map(Path, arguments))
    parser = _parser(_commands_for(arguments))
    try:
        chosen = parser.parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    for name, value in vars(chosen).items():
        if isinstance(value, str) and not _is_text(value):
            print(f"{PROGRAM}: error: what is given as {name} is no text in UTF-8", file=sys.stderr)
            return WRONG_USAGE
    return _run(cast("Command", chosen.command), chosen)


def is_for_the_window(arguments: Sequence[str]) -> bool:
    """Whether the window is meant: no arguments at all, or just one, which is a file and not a command."""
    if not arguments:
        return True
    first, *others = arguments
    if others or first.startswith("-") or first in command_names():
        return False
    return Path(first).suffix == EXTENSION or Path(first).exists()


def _open_window(file: Path | None = None) -> int:
    if file is not None and not file.exists():
        print(f"{file}: cannot be read: there is no such file or folder", file=sys.stderr)
        return NOT_DONE
    from ui import app

    return app.main(file)


def _commands_for(arguments: Sequence[str]) -> Iterable[Command]:
    """Only the command that is asked for is loaded, so that it need not wait for what the others import."""
    names = command_names()
    wanted = [arguments[0]] if arguments and arguments[0] in names else names
    return sorted((load_command(name) for name in wanted), key=lambda command: command.order)


def _parser(commands: Iterable[Command]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=PROGRAM, description=ABOUT, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    choices = parser.add_subparsers(title="commands", metavar="COMMAND | FILE", required=True)
    for command in commands:
        sub = choices.add_parser(
            command.name, help=command.summary, description=command.explanation, allow_abbrev=False
        )
        command.add_arguments(sub)
        sub.set_defaults(command=command)
    return parser


def _run(command: Command, chosen: argparse.Namespace) -> int:
    try:
        answer = command.run(chosen)
        _say(answer)
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough. Python would complain once more while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as problem:  # noqa: BLE001 - the last place before a user would see a traceback
        print(_sentence(problem, command.name), file=sys.stderr)
        return NOT_DONE
    return answer.status


def _say(answer: Answer) -> None:
    if answer.text:
        print(answer.text)
    for note in answer.notes:
        print(note, file=sys.stderr)
    sys.stdout.flush()


def _sentence(problem: Exception, command: str) -> str:
    """One line for whatever went wrong; a fault of the program says that it is one."""
    from workbook.persistence.problems import FileProblem, one_line

    if isinstance(problem, FileProblem):
        way = "" if command == "recover" else _way_back(problem)  # `recover` lists them itself
        return one_line(f"{problem}; {way}" if way else str(problem))
    if isinstance(problem, CommandProblem):
        return one_line(str(problem))
    kind = type(problem).__name__
    return one_line(f"The program itself failed ({kind}: {problem}). Your files are untouched.")


def _way_back(problem: "FileProblem") -> str:
    """Where an earlier version of a file that does not open can be got."""
    from ui.earlier import way_back
    from ui.filing import backups_of_this_user
    from ui.moments import now

    return way_back(problem, backups_of_this_user(), now())


def _is_text(argument: str) -> bool:
    """Whether a workbook can hold it. Bytes that are no text reach Python as halves of characters."""
    try:
        argument.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _speak_utf8(streams: Iterable[TextIO]) -> None:
    """A terminal that cannot show a character shows a stand-in, rather than stopping the program."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)  # a stream that tests put there has none
        if reconfigure is not None:
            reconfigure(errors="replace")
