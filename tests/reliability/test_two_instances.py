"""Two programs and one workbook: who has it, whose lock is stale, and of many at once exactly one gets it."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from tests.figures import Figures
from workbook.model.workbook import Workbook
from workbook.persistence.holder import Holder, Machine
from workbook.persistence.lock import InUse, place_beside, take
from workbook.persistence.reading import read
from workbook.persistence.writing import create

ROOT = Path(__file__).resolve().parents[2]
MANY, FEW = 50, 4
PATIENCE = 60.0
MILAN = Machine("MILAN-LAPTOP", "0123456789abcdef", "a-start-of-milan")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="not run: needs a system that forks")

HOLDING = """
import sys
from pathlib import Path
from workbook.persistence.lock import take
lock = take(Path(sys.argv[1]), Path(sys.argv[2]))
print("held", flush=True)
sys.stdin.readline()
"""

Taking = Callable[[Path], bool]
"""Whether the file could be had; what was had is kept as long as the process runs."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Customs.partnership"
    create(path, Workbook(title="Customs"))
    return path


def taking(file: Path) -> bool:
    """The lock of the product."""
    try:
        kept.append(take(file, file.parent / "state"))
    except InUse:
        return False
    return True


def by_looking_first(file: Path) -> bool:
    """A naive lock: if there is no lock file, or its process is gone, make one."""
    place = place_beside(file)
    if place.exists() and runs(int(place.read_text() or "0")):
        return False
    place.write_text(str(os.getpid()))
    return True


def runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return process > 0


kept: list[object] = []


def winners(file: Path, way: Taking, many: int) -> int:
    """How many of so many processes, which all begin at one instant, have the file at the same time."""
    go, answers = os.pipe(), os.pipe()
    hold = os.pipe()
    children = []
    for _ in range(many):
        child = os.fork()
        if child == 0:
            try:
                os.close(go[1])
                os.close(hold[1])
                os.read(go[0], 1)  # until it is closed at the other end: everybody at once
                os.write(answers[1], b"1" if way(file) else b"0")
                os.read(hold[0], 1)  # nobody lets go before all have answered
            finally:
                os._exit(0)
        children.append(child)
    os.close(go[1])
    said = b""
    while len(said) < many:
        said += os.read(answers[0], many)
    os.close(hold[1])
    for child in children:
        os.waitpid(child, 0)
    for end in (go[0], hold[0], *answers):
        os.close(end)
    return said.count(b"1")


@pytest.mark.parametrize("rounds", [4, pytest.param(50, marks=[pytest.mark.long, pytest.mark.timeout(900)])])
@pytest.mark.parametrize("left_there", ["nothing", "the lock of one that was killed"])
def test_of_many_at_once_exactly_one_gets_the_file(
    file: Path, figures: Figures, rounds: int, left_there: str
) -> None:
    wrong = 0
    for _ in range(rounds):
        place_beside(file).unlink(missing_ok=True)
        if left_there != "nothing":
            place_beside(file).write_bytes(replace(Holder.this_process("window"), started="7").to_bytes())
        wrong += winners(file, taking, MANY) != 1
    assert wrong == 0
    after = f", after {left_there}" if left_there != "nothing" else ""
    figures.tell(
        f"{MANY} processes opening one file at one instant{after}", tried=rounds, what="races", lost=wrong
    )


def test_a_lock_that_looks_first_and_writes_then_lets_several_in(file: Path) -> None:
    """The negative control."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        place_beside(file).unlink(missing_ok=True)
        if winners(file, by_looking_first, MANY) != 1:
            return
    pytest.fail("the race did not find out a naive lock")


@pytest.mark.parametrize(
    "turns", [100, pytest.param(1000, marks=[pytest.mark.long, pytest.mark.timeout(900)])]
)
def test_of_those_who_come_and_go_no_two_ever_have_the_file(file: Path, figures: Figures, turns: int) -> None:
    inside, go, children = file.with_name("inside"), os.pipe(), []
    for _ in range(FEW):
        child = os.fork()
        if child == 0:
            os.close(go[1])
            os.read(go[0], 1)
            os._exit(met_somebody(file, inside, turns))
        children.append(child)
    for end in go:
        os.close(end)
    met = sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)
    assert met == 0
    assert not place_beside(file).exists()
    figures.tell(
        f"{FEW} processes having a file in turn", tried=FEW * turns, what="turns", lost=met, beside="none met"
    )


def met_somebody(file: Path, inside: Path, turns: int) -> int:
    """Have the file so many times; 1 if somebody else had it meanwhile, 2 if anything else went wrong."""
    try:
        had = 0
        while had < turns:
            try:
                lock = take(file, file.parent / "state")
            except InUse:
                continue
            os.close(os.open(inside, os.O_CREAT | os.O_EXCL))
            inside.unlink()
            lock.release()
            had += 1
    except FileExistsError:
        return 1
    except BaseException:  # noqa: BLE001 - nothing may get out of a forked process
        return 2
    return 0


@pytest.mark.parametrize("kills", [3, pytest.param(100, marks=[pytest.mark.long, pytest.mark.timeout(900)])])
def test_the_lock_of_a_killed_program_is_taken_at_once_and_the_file_is_whole(
    file: Path, figures: Figures, kills: int
) -> None:
    apart, before = file.parent / "state", file.read_bytes()
    slowest = 0.0
    for _ in range(kills):
        with subprocess.Popen(
            [sys.executable, "-c", HOLDING, str(file), str(apart)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == b"held\n"
            with pytest.raises(InUse) as refused:
                take(file, apart)
            assert refused.value.holder.process == program.pid
            program.kill()
        assert place_beside(file).exists()
        begun = monotonic()
        with take(file, apart) as lock:
            slowest = max(slowest, monotonic() - begun)
            assert lock.place == place_beside(file)
        assert not place_beside(file).exists()
    assert file.read_bytes() == before
    figures.tell(
        "Killed while it had a file open, and opened again",
        tried=kills,
        what="kills",
        lost=0,
        beside=f"free again after {slowest * 1000:.0f} ms at most",
    )


def test_a_number_that_another_process_has_by_now_keeps_nobody_out(file: Path) -> None:
    """The process of the lock is gone; its number is that of a process that runs and is none of ours."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as stranger:
        place = place_beside(file)
        theirs = replace(Holder.this_process("window"), process=stranger.pid, started="7")
        place.write_bytes(theirs.to_bytes())
        with take(file, file.parent / "state") as lock:
            assert lock.is_still_ours()
        place.write_text(str(stranger.pid))
        assert not by_looking_first(file)  # the negative control: a lock by number alone is kept out for good
        stranger.communicate(b"\n")


def test_the_lock_of_another_computer_asks_whatever_runs_here(file: Path) -> None:
    place = place_beside(file)
    theirs = replace(Holder.this_process("window"), person="Anna", machine=MILAN, process=os.getpid())
    place.write_bytes(theirs.to_bytes())
    with pytest.raises(InUse) as refused:
        take(file, file.parent / "state")
    assert refused.value.holder.words == "on MILAN-LAPTOP (Anna)"
    assert place.read_bytes() == theirs.to_bytes()
    with take(file, file.parent / "state", from_holder=refused.value.holder) as lock:
        assert lock.is_still_ours()
    assert not place.exists()


def test_a_command_leaves_alone_what_another_program_has_open(file: Path) -> None:
    apart = Path(os.environ["XDG_STATE_HOME"]) / "partnership-workbook" / "locks"
    command = [sys.executable, "-m", "ui", "recover", str(file), "--restore", "1", "--to", str(file)]
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(file), str(apart)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"held\n"
        before = file.read_bytes()
        keep_a_version(file)
        refused = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert refused.returncode == 1
        assert refused.stdout == ""
        assert refused.stderr.count("\n") == 1
        assert "is open in another window, since" in refused.stderr
        assert file.read_bytes() == before
        program.kill()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert read(file).workbook.title == "Customs"
    assert not place_beside(file).exists()


def keep_a_version(file: Path) -> None:
    from ui.filing import backups_of_this_user

    data = file.read_bytes()
    assert backups_of_this_user().keep(file, read(file).head, data) == ""
