"""A disk of a chosen size, in memory. Where none can be had the test is reported as not run."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from tests.figures import not_run

PAGE = 4
"""Kilobytes: a disk in memory grows by no less."""


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of this size at a folder, which is made."""
    folder.mkdir(exist_ok=True)
    mount, unmount = which("mount"), which("umount")
    if mount is None or unmount is None:
        not_run("this system has no mount")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder], capture_output=True, check=False
    )
    if made.returncode != 0:
        not_run("a disk of a chosen size needs a user who may mount one")
    try:
        yield folder
    finally:
        subprocess.run([unmount, "-l", folder], check=True)
