"""A disk that can only be read: refused with these words, and nothing is changed. Really mounted that way."""

import datetime as dt
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from shutil import which

import pytest

from tests.figures import Figures, not_run
from tests.reliability.roads import ROADS, Replace, Road, saved_by, taken
from tests.reliability.small_disk import small_disk
from workbook.model.workbook import Workbook
from workbook.persistence.atomic import replace_file
from workbook.persistence.problems import Unwritable
from workbook.persistence.recovery import Copy, UnsavedWork

READ_ONLY = "the disk can only be read"
KILOBYTES = 4096

Disk = tuple[Path, Callable[[str], None]]
"""A folder, and what mounts it again: "ro" only to be read, "rw" as before."""


@contextmanager
def in_memory(folder: Path) -> Iterator[Disk]:
    with small_disk(folder / "disk", KILOBYTES) as disk:
        yield disk, lambda way: _mount_again(disk, way)


@contextmanager
def in_an_image(folder: Path) -> Iterator[Disk]:
    """A disk with a file system as on sticks of Linux, in a file."""
    mount, unmount, make = which("mount"), which("umount"), which("mkfs.ext4")
    if mount is None or unmount is None or make is None:
        not_run("this system has no mount, or cannot make a file system")
    image, disk = folder / "image", folder / "disk"
    with image.open("wb") as file:
        file.truncate(KILOBYTES * 1024)
    subprocess.run([make, "-q", image], check=True)
    disk.mkdir()
    if subprocess.run([mount, "-o", "loop", image, disk], capture_output=True, check=False).returncode != 0:
        not_run("this system mounts no images")
    try:
        yield disk, lambda way: _mount_again(disk, way)
    finally:
        subprocess.run([unmount, "-l", disk], check=True)


def _mount_again(disk: Path, way: str) -> None:
    subprocess.run([which("mount") or "mount", "-o", f"remount,{way}", disk], check=True)


WRITTEN = [name for name in ROADS if name != "journal"]
"""A program that keeps a journal has its sign open there, so that no disk can be made read-only under it."""


@pytest.mark.parametrize(
    "mounted", [in_memory, pytest.param(in_an_image, marks=[pytest.mark.long, pytest.mark.timeout(300)])]
)
def test_on_a_disk_that_can_only_be_read_everything_is_refused_and_stays(
    tmp_path: Path, mounted: Callable[[Path], AbstractContextManager[Disk]], figures: Figures
) -> None:
    with mounted(tmp_path) as (disk, mount_again):
        for name in WRITTEN:
            refuse(ROADS[name], disk / name, tmp_path, mount_again)
        mount_again("ro")
        unsaved = UnsavedWork(disk / "unsaved")
        with pytest.raises(Unwritable, match=READ_ONLY):
            unsaved.keep(Copy("d0", Workbook(), None, dt.datetime(2027, 3, 1, tzinfo=dt.UTC)))
        mount_again("rw")
    if mounted is in_an_image:
        number = len(WRITTEN) + 1
        figures.tell("Disk that can only be read", tried=number, what="saves", lost=0)


def refuse(kind: type[Road], folder: Path, elsewhere: Path, mount_again: Callable[[str], None]) -> None:
    folder.mkdir()
    road = kind(folder, elsewhere)
    road.prepare()
    mount_again("ro")
    outcome = taken(road, lambda: mount_again("rw"))
    assert outcome.how == "refused"
    assert READ_ONLY in outcome.told


def hopeful(path: Path, data: bytes) -> bool:
    """A saver that looks away."""
    try:
        return replace_file(path, data)
    except Unwritable:
        return True


def test_a_saver_that_looks_away_does_not_pass(tmp_path: Path) -> None:
    naive: Replace = hopeful
    with in_memory(tmp_path) as (disk, mount_again):
        refuse(saved_by(replace_file), disk / "ours", tmp_path, mount_again)
        with pytest.raises(AssertionError, match="done, and what is there is old"):
            refuse(saved_by(naive), disk / "theirs", tmp_path, mount_again)
