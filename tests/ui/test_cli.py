"""The command line as a whole: help, mistakes, and what a user sees when something goes wrong."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.conftest import Type
from ui import commands
from ui.cli import main
from ui.commands import Answer, Command, command_names, load_command

SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_lists_every_command(typed: Type) -> None:
    answer = typed("--help")
    assert answer.status == 0
    for name in command_names():
        assert name in answer.out


@pytest.mark.parametrize(
    ("arguments", "file"), [((), None), (("e.partnership",), "e.partnership"), (("odd name",), "odd name")]
)
def test_no_command_opens_the_window(
    arguments: tuple[str, ...],
    file: str | None,
    typed: Type,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path | None] = []
    monkeypatch.chdir(tmp_path)
    if file is not None:
        Path(file).write_text("{}")

    def open_window(path: Path | None) -> int:
        opened.append(path)
        return 0

    monkeypatch.setattr("ui.app.main", open_window)
    assert typed(*arguments).status == 0
    assert opened == [None if file is None else Path(file)]


def test_a_file_that_is_not_there_is_told_without_a_window(typed: Type) -> None:
    answer = typed("nowhere.partnership")
    assert answer.status == 1
    assert answer.err == "nowhere.partnership: cannot be read: there is no such file or folder\n"


def test_without_a_screen_the_window_says_so_in_one_line(tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in SCREENS}
    started = subprocess.run(
        [sys.executable, "-m", "ui"],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (started.returncode, started.stdout) == (1, "")
    assert started.stderr.startswith("The window needs a screen")
    assert started.stderr.count("\n") == 1


@pytest.mark.parametrize("name", command_names())
def test_every_command_explains_itself(name: str, typed: Type) -> None:
    answer = typed(name, "--help")
    assert answer.status == 0
    assert load_command(name).explanation[:40] in answer.flat
    assert load_command(name).name == name


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["show"], ["show", "--no-such"], ["compare", "x", "--cas", "flowminder"]]
)
def test_wrong_usage_ends_with_2_and_says_how_to_use_it(arguments: list[str], typed: Type) -> None:
    answer = typed(*arguments)
    assert answer.status == 2
    assert answer.err.startswith("usage: partnership-workbook")
    assert answer.out == ""


def test_a_command_runs_as_a_program_in_the_users_own_folder(tmp_path: Path) -> None:
    assert run("example", "e.partnership", cwd=tmp_path).returncode == 0
    assert (tmp_path / "e.partnership").exists()
    shown = run("show", "e.partnership", cwd=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    missing = run("show", "missing.partnership", cwd=tmp_path)
    assert missing.returncode == 1
    assert missing.stdout == ""
    assert missing.stderr == "missing.partnership: cannot be read: there is no such file or folder\n"


def test_a_reader_who_has_seen_enough_gets_no_traceback(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "ui", "cases", "--json"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.read(10)
        program.stdout.close()
        assert program.stderr.read() == b""


def test_a_terminal_that_knows_only_ascii_gets_stand_ins(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    arguments = [sys.executable, "-m", "ui", "cases", "floraholland"]
    shown = subprocess.run(arguments, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert b"Dutch Customs" in shown.stdout


def broken_command(raises: BaseException) -> Command:
    def run_command(_chosen: argparse.Namespace) -> Answer:
        raise raises

    return Command("check", 1, "fail", "Fails.", lambda _parser: None, run_command)


def test_a_fault_of_the_program_is_one_line_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fault = ZeroDivisionError("in line\ntwo")
    monkeypatch.setattr("ui.cli.load_command", lambda _name: broken_command(fault))
    assert main(["check"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "The program itself failed (ZeroDivisionError" in said.err


def test_interrupting_a_command_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ui.cli.load_command", lambda _name: broken_command(KeyboardInterrupt()))
    assert main(["check"]) == 130
    assert capsys.readouterr().err == ""


def test_adding_a_command_is_adding_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: Type
) -> None:
    (tmp_path / "greet.py").write_text(
        "from ui.commands import Answer, Command\n"
        "def run(chosen): return Answer('Good morning.')\n"
        "COMMAND = Command('greet', 5, 'greet', 'Greets.', lambda parser: None, run)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(commands, "__path__", [*commands.__path__, str(tmp_path)])
    assert typed("greet").out == "Good morning.\n"
    assert "greet" in typed("--help").out
    sys.modules.pop("ui.commands.greet")
