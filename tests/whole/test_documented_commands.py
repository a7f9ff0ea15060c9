"""The command line as README and guide have it: everything typed there works as it stands."""

import re
import shlex
from pathlib import Path

import pytest

from tests.whole.documents import GUIDE, README, code_in, section, table_cells
from ui.cli import main
from ui.commands import command_names, load_command
from workbook.persistence.reading import read

RUN = "python3 run.py "
A_DRAFT = "d7k2m4p9x"
"""The id of a draft, in the guide."""


def typed_in(text: str) -> list[list[str]]:
    """The arguments of every command line in a text, without what is remarked beside it."""
    lines = [line.removeprefix(RUN) for line in text.splitlines() if line.startswith(RUN)]
    return [shlex.split(line, comments=True) for line in lines]


def in_readme() -> list[list[str]]:
    """Those of the README, but for what opens the window or is done by `run.py` itself."""
    commands = typed_in("\n".join(code_in(README)))
    return [each for each in commands if each and each[0] in command_names()]


def test_what_the_readme_types_works_in_the_order_in_which_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = in_readme()
    assert {"example", "export", "diff", "move"} <= {each[0] for each in commands}
    for arguments in commands:
        assert main(arguments) == 0, (arguments, capsys.readouterr().err)
    assert (tmp_path / "report.xlsx").is_file()
    assert read(tmp_path / "ours.partnership").workbook.drafts[0].begun_from is not None


def test_what_the_guide_types_works_on_a_workbook_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "ours.partnership"
    assert main(["new", file.name, "--from-case", "flowminder"]) == 0
    (draft,) = read(file).workbook.drafts
    commands = typed_in("\n".join(code_in(GUIDE)))
    assert {each[0] for each in commands} == {"show", "snapshot", "move", "recover"}
    for arguments in commands:
        with_its_id = [draft.id if each == A_DRAFT else each for each in arguments]
        assert main(with_its_id) == 0, (arguments, capsys.readouterr().err)
    (moved,) = read(file).workbook.drafts
    assert moved.lifecycle.stage == "interests"
    assert len(list(tmp_path.glob("*.partnership"))) == 2  # what was restored stands beside


def test_the_guide_lists_every_command_and_no_other() -> None:
    first = [cells[0] for cells in table_cells(GUIDE) if len(cells) == 2]
    named = {match[1] for cell in first if (match := re.match(r"`([a-z]+)\b", cell))}
    assert named == set(command_names())


@pytest.mark.parametrize("name", command_names())
def test_the_options_that_the_guide_names_are_those_of_the_command(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    row = next(cells for cells in table_cells(GUIDE) if cells[0].startswith(f"`{name}"))
    assert main([name, "--help"]) == 0
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert set(re.findall(r"--[a-z-]+", " ".join(row))) <= known
    assert load_command(name).summary


def test_the_commands_that_answer_in_json_are_those_that_the_guide_names(
    capsys: pytest.CaptureFixture[str],
) -> None:
    sentence = re.search(
        r"((?:`[a-z]+`(?:, | and )?)+) answer with `--json`", section(GUIDE, "The command line")
    )
    assert sentence is not None
    answering = set()
    for name in command_names():
        main([name, "--help"])
        if "--json" in capsys.readouterr().out:
            answering.add(name)
    assert set(re.findall(r"`([a-z]+)`", sentence[1])) == answering
