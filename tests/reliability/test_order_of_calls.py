"""Contents are on the disk before their name is, the name before anybody is told: as the system saw it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import pytest

from tests.figures import not_run
from tests.reliability.deeds import DEEDS
from tests.reliability.do_once import NAIVE, words_around
from tests.reliability.watching import WATCHED, faults_of_order

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("do_once.py")

FAULTS = {
    "in place": ["e.partnership is written over in place"],
    "rename without sync": [
        "e.partnership gets its name before its contents are on the disk",
        "the folder . is not waited for",
    ],
    "rename, but no sync of the folder": ["the folder . is not waited for"],
}


@dataclass(frozen=True)
class Seen:
    """What was seen of some deeds."""

    folder: Path
    trace: str
    names: list[str]

    def faults_of(self, name: str) -> list[str]:
        """What was wrong with the order in which this one was done."""
        number = self.names.index(name)
        begun, done = (word.decode("ascii") for word in words_around(number))
        return list(faults_of_order(self.trace, self.folder / str(number), begun, done))


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """All deeds, watched: starting a program that is watched takes far longer than what it does then."""
    return watch(tmp_path_factory.mktemp("seen"), [*DEEDS, *NAIVE])


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_gets_its_name_or_is_told_before_it_is_on_the_disk(seen: Seen, deed: str) -> None:
    assert seen.faults_of(deed) == []


@pytest.mark.parametrize("naive", NAIVE)
def test_a_saver_that_is_in_a_hurry_is_seen(seen: Seen, naive: str) -> None:
    assert seen.faults_of(naive) == FAULTS[naive]


def test_a_deed_that_does_nothing_is_seen() -> None:
    trace = '1 write(1</x>, "begun 0;", 8) = 8\n1 write(1</x>, "done 0;", 7) = 7\n'
    assert list(faults_of_order(trace, Path("/e"), "begun 0;", "done 0;")) == ["nothing was put on the disk"]


def watch(folder: Path, names: list[str]) -> Seen:
    """Do them, and see what is asked of the system."""
    strace = which("strace")
    if strace is None:
        not_run("needs strace, which shows what a program asks of the system")
    work, trace = folder / "work", folder / "trace"
    work.mkdir()
    watched = (strace, "-f", "-y", "-o", trace, "-e", f"trace={WATCHED}")
    done = subprocess.run(
        [*watched, sys.executable, PROGRAM, work, *names],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and "ptrace" in done.stderr:
        not_run("this system lets no program watch another")
    assert done.stderr == ""
    return Seen(work, trace.read_text("utf-8"), names)
