"""The command line: finds the command, runs it, and turns whatever goes wrong into one clear line."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO, cast

from ui.commands import Answer, Command, CommandProblem, command_names, load_command
from workbook import __version__

PROGRAM = "partnership-workbook"
ABOUT = (
    "Design data partnerships from which every party gains, and compare them with published cases. "
    "Works offline; a file is changed only by the commands that say so."
)
DONE, NOT_DONE, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; the exit status (0 done, 1 not done, 2 wrong usage)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8((sys.stdout, sys.stderr))
    parser = _parser(_commands_for(arguments))
    if not arguments:
        parser.print_help()
        return DONE
    try:
        chosen = parser.parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    return _run(cast("Command", chosen.command), chosen)


def _commands_for(arguments: Sequence[str]) -> Iterable[Command]:
    """Only the command that is asked for is loaded, so that it need not wait for what the others import."""
    names = command_names()
    wanted = [arguments[0]] if arguments and arguments[0] in names else names
    return sorted((load_command(name) for name in wanted), key=lambda command: command.order)


def _parser(commands: Iterable[Command]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=PROGRAM, description=ABOUT, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    choices = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
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
        print(_sentence(problem), file=sys.stderr)
        return NOT_DONE
    return answer.status


def _say(answer: Answer) -> None:
    if answer.text:
        print(answer.text)
    for note in answer.notes:
        print(note, file=sys.stderr)
    sys.stdout.flush()


def _sentence(problem: Exception) -> str:
    """One line for whatever went wrong; a fault of the program says that it is one."""
    from workbook.persistence.problems import FileProblem, one_line

    if isinstance(problem, FileProblem | CommandProblem):
        return one_line(str(problem))
    kind = type(problem).__name__
    return one_line(f"The program itself failed ({kind}: {problem}). Your files are untouched.")


def _speak_utf8(streams: Iterable[TextIO]) -> None:
    """A terminal that cannot show a character shows a stand-in, rather than stopping the program."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)  # a stream that tests put there has none
        if reconfigure is not None:
            reconfigure(errors="replace")
