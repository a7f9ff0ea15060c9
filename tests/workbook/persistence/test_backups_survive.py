"""Earlier versions when the program is killed in the middle of a save, or the disk they are on is full."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from tests.workbook.persistence.earlier import Clock, contents, saved, titles
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.reading import read

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = Path(__file__).with_name("saving_over_and_over.py")
SEED = 20190618
EVERY, FEW = 1000, 40


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
@pytest.mark.parametrize(
    "kills", [FEW, pytest.param(EVERY, marks=[pytest.mark.long, pytest.mark.timeout(900)])]
)
def test_a_kill_at_any_moment_loses_no_version(tmp_path: Path, kills: int) -> None:
    done = subprocess.run(
        [sys.executable, PROGRAM, tmp_path, str(kills), str(SEED)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    answer: dict[str, Any] = json.loads(done.stdout)
    assert answer["wrong"] == []
    assert answer["kills"] == kills
    assert answer["saves"] > kills
    print(f"{kills} kills during {answer['saves']} saves: lost 0")  # noqa: T201 - pytest -s shows the figure


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of this size. Where none can be had the test is reported as not run."""
    folder.mkdir(exist_ok=True)
    mount, unmount = which("mount"), which("umount")
    if mount is None or unmount is None:
        pytest.skip("not run: this system has no mount")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder], capture_output=True, check=False
    )
    if made.returncode != 0:
        pytest.skip("not run: a disk of a chosen size needs a user who may mount one")
    try:
        yield folder
    finally:
        subprocess.run([unmount, folder], check=True)


@pytest.mark.parametrize("kilobytes", range(8, 97, 8))
def test_a_full_disk_for_versions_stops_no_save_and_takes_no_version_away(
    tmp_path: Path, kilobytes: int
) -> None:
    path = tmp_path / "e.partnership"
    with small_disk(tmp_path / "state", kilobytes) as state:
        backups = Backups(state, Clock())
        before: list[bytes] = []
        outcomes = set()
        for number in range(25):
            done = saved(path, backups, f"{number} " + "x" * 4000)
            outcomes.add(done.unkept)
            assert read(path).workbook == Workbook(title=f"{number} " + "x" * 4000)
            now = contents(backups.versions(path))
            if done.unkept:
                assert set(before) <= set(now)
            else:
                assert now[0] == path.read_bytes()
            before = now
        assert outcomes <= {"", "the disk is full"}
        assert "the disk is full" in outcomes
        assert not [each for each in state.rglob(".*") if each.is_file()]


def test_a_full_disk_for_the_file_leaves_file_and_versions_as_they_were(tmp_path: Path) -> None:
    backups = Backups(tmp_path / "state", Clock())
    with small_disk(tmp_path / "stick", 64) as stick:
        path = stick / "e.partnership"
        saved(path, backups, "One", "Two")
        file, versions = path.read_bytes(), backups.versions(path)
        with pytest.raises(Exception, match="the disk is full"):
            saved(path, backups, "x" * 100_000)
        assert path.read_bytes() == file
        assert backups.versions(path) == versions
        assert titles(versions) == ["Two", "One"]
        assert [each.name for each in stick.iterdir()] == [path.name]
    # The stick is pulled out: its file is gone, what is kept on the laptop is not.
    assert titles(backups.versions(path)) == ["Two", "One"]
