"""run.py and requirements.lock: what a user meets before anything else."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run

ROOT = Path(__file__).resolve().parents[2]

LIBRARY, OTHER_LIBRARY = run.QT_NEEDS[0], run.QT_NEEDS[6]


# ---------------------------------------------------------------------------------------------- the lock file


@pytest.fixture(name="locked", scope="session")
def locked_requirements() -> list[str]:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    return [line for line in lock.replace("\\\n", " ").splitlines() if line.strip()]


def test_the_lock_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    assert "index" not in lock
    assert "find-links" not in lock


def test_everything_locked_has_one_version_and_a_hash(locked: list[str]) -> None:
    for line in locked:
        assert re.match(r"[a-z0-9-]+==\S+ ", line), line
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", line), line


def test_the_lock_satisfies_every_dependency_of_the_project(locked: list[str]) -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = pyproject["project"]["dependencies"] + pyproject["dependency-groups"]["dev"]
    for requirement in map(Requirement, wanted):
        name = canonicalize_name(requirement.name)
        versions = [version for line in locked for version in re.findall(rf"^{name}==(\S+)", line)]
        assert versions, f"{name} is not in the lock"
        assert all(requirement.specifier.contains(version) for version in versions), f"{name}: {versions}"


# ------------------------------------------------------------------------------------------- run.py by itself


def run_py() -> ast.Module:
    """Parsed as Python 3.8 would, whose users are to read what is wrong and no syntax error."""
    return ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 8))


def test_run_py_needs_only_the_standard_library() -> None:
    imported = {
        name.split(".")[0]
        for node in ast.walk(run_py())
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert "subprocess" in imported
    assert imported <= set(sys.stdlib_module_names)


def test_an_old_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert run.main(["cases"]) == 1
    said = capsys.readouterr()
    assert said.err == "This program needs Python 3.11 or newer; this is Python 3.9.\n"
    assert said.out == ""


# ----------------------------------------------------------------------------- what the system has to provide


class Machine:
    """A computer that lacks some things and, unless it is stubborn, gets them when a package manager runs."""

    def __init__(
        self, lacks: Sequence[run.Need], programs: Collection[str] = (), *, stubborn: bool = False
    ) -> None:
        self.lacks = list(lacks)
        self.programs = programs
        self.stubborn = stubborn
        self.ran: list[str] = []
        self.asked: list[str] = []

    def provide(self, *, root: bool, terminal: bool, answer: bool = False) -> None:
        def ask(question: str) -> bool:
            self.asked.append(question)
            return answer

        system = run.System(
            is_root=root, has_terminal=terminal, find_program=self.find_program, call=self.call, ask=ask
        )
        run.provide(lambda: self.lacks, system)

    def find_program(self, name: str) -> str | None:
        return f"/usr/bin/{name}" if name in self.programs else None

    def call(self, command: run.Command) -> int:
        self.ran.append(" ".join(command))
        if "install" in command and not self.stubborn:
            self.lacks.clear()
        return 0


APT = "apt-get install -y --no-install-recommends libgl1 libxcb-cursor0"


@pytest.fixture(name="debian")
def debian_machine() -> Machine:
    return Machine([LIBRARY, OTHER_LIBRARY], {"apt-get", "sudo"})


def test_a_machine_that_has_everything_is_left_alone() -> None:
    machine = Machine([], {"apt-get", "sudo"})
    machine.provide(root=True, terminal=False)
    assert machine.ran == []


def test_root_without_a_terminal_installs_and_says_so(
    debian: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    debian.provide(root=True, terminal=False)
    assert debian.ran == ["apt-get update", APT]
    assert debian.asked == []
    said = capsys.readouterr()
    assert "libGL.so.1, with which Qt draws" in said.err
    assert f"Installing it with\n  apt-get update && {APT}" in said.err
    assert said.out == ""


def test_root_at_a_terminal_is_asked(debian: Machine) -> None:
    debian.provide(root=True, terminal=True, answer=True)
    assert len(debian.asked) == 1
    assert debian.ran == ["apt-get update", APT]


def test_a_user_who_says_yes_installs_with_sudo(debian: Machine) -> None:
    debian.provide(root=False, terminal=True, answer=True)
    assert f"sudo apt-get update && sudo {APT}" in debian.asked[0]
    assert debian.ran == ["sudo apt-get update", f"sudo {APT}"]


@pytest.mark.parametrize("root", [True, False])
def test_a_user_who_says_no_reads_the_command(root: bool, debian: Machine) -> None:  # noqa: FBT001
    with pytest.raises(run.SetUpFailed, match=APT):
        debian.provide(root=root, terminal=True, answer=False)
    assert len(debian.asked) == 1
    assert debian.ran == []


def test_a_user_without_a_terminal_reads_the_command(debian: Machine) -> None:
    with pytest.raises(run.SetUpFailed, match=f"sudo apt-get update && sudo {APT}"):
        debian.provide(root=False, terminal=False)
    assert (debian.asked, debian.ran) == ([], [])


def test_a_user_without_sudo_is_not_asked_in_vain() -> None:
    machine = Machine([LIBRARY, OTHER_LIBRARY], {"apt-get"})
    with pytest.raises(run.SetUpFailed, match=APT):
        machine.provide(root=False, terminal=True, answer=True)
    assert (machine.asked, machine.ran) == ([], [])


def test_without_a_known_package_manager_the_user_is_told_what_to_get(
    capsys: pytest.CaptureFixture[str],
) -> None:
    machine = Machine([LIBRARY], {"sudo"})
    with pytest.raises(run.SetUpFailed, match="with your system's package manager"):
        machine.provide(root=True, terminal=False)
    assert "libGL.so.1" in capsys.readouterr().err
    assert machine.ran == []


def test_an_installation_that_did_not_help_is_a_failure() -> None:
    machine = Machine([LIBRARY], {"apt-get"}, stubborn=True)
    with pytest.raises(run.SetUpFailed, match="still missing"):
        machine.provide(root=True, terminal=False)


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("dnf", "dnf install -y libGL.so.1()(64bit) libxcb-cursor.so.0()(64bit)"),
        ("zypper", "zypper --non-interactive install libGL.so.1()(64bit) libxcb-cursor.so.0()(64bit)"),
        ("pacman", "pacman -S --needed --noconfirm libglvnd xcb-util-cursor"),
    ],
)
def test_other_distributions_are_asked_in_their_own_words(manager: str, command: str) -> None:
    system = run.System(is_root=True, has_terminal=False, find_program={manager: manager}.get)
    needs = [LIBRARY, OTHER_LIBRARY]
    assert [" ".join(words) for words in run.install_commands(needs, system)] == [command]


def test_venv_is_a_package_of_its_own_on_debian_only() -> None:
    def commands(manager: str) -> list[run.Command]:
        system = run.System(is_root=True, has_terminal=False, find_program={manager: manager}.get)
        return run.install_commands([run.VENV_NEED], system)

    assert commands("apt-get")[-1][-1] == "python{}.{}-venv".format(*sys.version_info[:2])
    assert commands("dnf") == commands("zypper") == commands("pacman") == []


# -------------------------------------------------------------------------------------------- the environment


class Installer:
    """Stands in for venv, pip and uv: makes the interpreter's file, or fails at the step it is told to."""

    def __init__(self, fails_at: int | None = None) -> None:
        self.fails_at = fails_at
        self.commands: list[list[str]] = []

    def __call__(self, command: run.Command) -> int:
        self.commands.append(list(command))
        if len(self.commands) == self.fails_at:
            return 1
        run.VENV_PYTHON.parent.mkdir(parents=True, exist_ok=True)
        run.VENV_PYTHON.touch()
        return 0


@pytest.fixture(name="set_up")
def set_up_in_a_scratch_clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    venv = tmp_path / ".venv"
    monkeypatch.setattr(run, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(run, "VENV", venv)
    monkeypatch.setattr(run, "VENV_PYTHON", venv / "bin" / "python")
    monkeypatch.setattr(run, "STAMP", venv / "stamp")
    monkeypatch.setattr(run, "missing_libraries", list)
    monkeypatch.setattr(run, "missing_venv", list)
    run.LOCK.write_text("one==1\n")

    def set_up(installer: Installer, uv: str = "") -> None:
        system = run.System(
            is_root=False, has_terminal=False, find_program=lambda _: uv or None, call=installer
        )
        run.set_up(system)

    return set_up


def test_a_fresh_clone_is_not_set_up_and_then_it_is(set_up: Callable[..., None]) -> None:
    assert not run.is_set_up()
    set_up(Installer())
    assert run.is_set_up()


def test_another_lock_file_asks_for_another_set_up(set_up: Callable[..., None]) -> None:
    set_up(Installer())
    run.LOCK.write_text("one==2\n")
    assert not run.is_set_up()


@pytest.mark.parametrize("what", ["base_prefix", "platform"])
def test_another_interpreter_asks_for_another_set_up(
    what: str, set_up: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(Installer())
    monkeypatch.setattr(sys, what, "another")
    assert not run.is_set_up()


def test_a_removed_interpreter_asks_for_another_set_up(set_up: Callable[..., None]) -> None:
    set_up(Installer())
    run.VENV_PYTHON.unlink()
    assert not run.is_set_up()


def test_a_failed_set_up_is_done_again(set_up: Callable[..., None]) -> None:
    set_up(Installer())
    with pytest.raises(run.SetUpFailed, match="network is off"):
        set_up(Installer(fails_at=2))
    assert not run.is_set_up()


@pytest.mark.parametrize("uv", ["", "/usr/bin/uv"])
def test_nothing_is_installed_without_its_hash(uv: str, set_up: Callable[..., None]) -> None:
    installer = Installer()
    set_up(installer, uv)
    make, install = installer.commands
    assert {"venv", "--clear", str(run.VENV)} <= set(make)
    assert {"--require-hashes", "--only-binary=:all:", str(run.LOCK)} <= set(install)
    assert (make[0] == install[0] == uv) is bool(uv)


def test_a_failure_is_one_message_and_status_1(
    set_up: Callable[..., None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    system = run.System(
        is_root=False, has_terminal=False, find_program=lambda _: None, call=Installer(fails_at=1)
    )
    monkeypatch.setattr(run.System, "this", lambda: system)
    assert run.main(["cases"]) == 1
    said = capsys.readouterr()
    assert said.err.splitlines()[-1].startswith("The libraries in requirements.lock could not be installed")
    assert said.out == ""


# ----------------------------------------------------------------------------------------------- handing over


def test_the_command_line_is_started_in_the_folder_of_the_user(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('imported from the folder of the user')")
    command, environment = run.python("-c", "import json, os, ui; print(os.getcwd())")
    started = subprocess.run(
        [sys.executable, *command[1:]],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert started.stdout.strip() == str(tmp_path)


def test_arguments_and_exit_status_pass_through(tmp_path: Path) -> None:
    if not run.is_set_up():
        pytest.skip("not started through run.py")
    refused = subprocess.run(
        [sys.executable, str(ROOT / "run.py"), "cases", "--no-such-option"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert refused.returncode == 2  # wrong usage
    assert refused.stdout == ""
    assert "--no-such-option" in refused.stderr
