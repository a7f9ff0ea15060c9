"""A disk in a file: what is on it at one moment can be copied, as if the power had been cut."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which


@dataclass(frozen=True)
class Kind:
    """A file system. `size`: megabytes, of which an empty one takes up next to nothing."""

    name: str
    make: tuple[str, ...]
    size: int
    options: str = "loop"


KINDS = {
    kind.name: kind
    for kind in (
        Kind("ext4", ("mkfs.ext4", "-q", "-F"), 64),
        Kind(
            "ext4 without delayed-allocation flushes", ("mkfs.ext4", "-q", "-F"), 64, "loop,noauto_da_alloc"
        ),
        Kind("xfs", ("mkfs.xfs", "-q", "-f"), 320),
        Kind("btrfs", ("mkfs.btrfs", "-q", "-f"), 128),
    )
}


class CannotMount(Exception):
    """This machine cannot have such a disk; the message says what is missing."""


def make_disk(kind: Kind, image: Path) -> None:
    """An empty disk.

    Raises:
        CannotMount: nothing here can make one.
    """
    make, *options = kind.make
    with image.open("wb") as file:
        file.truncate(kind.size * 2**20)
    subprocess.run([_program(make), *options, image], check=True, capture_output=True)


@contextmanager
def mounted(kind: Kind, image: Path, folder: Path) -> Iterator[Path]:
    """The folder, in which the contents of the disk are. What was cut off is made good by its own journal.

    Raises:
        CannotMount: this system, or this user, may not.
    """
    folder.mkdir(exist_ok=True)
    told = subprocess.run(
        [_program("mount"), "-t", kind.make[0].removeprefix("mkfs."), "-o", kind.options, image, folder],
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode:
        raise CannotMount(
            told.stderr.strip().replace(str(image), "the image").replace(str(folder), "a folder")
        )
    try:
        yield folder
    finally:
        subprocess.run([_program("umount"), folder], check=True, capture_output=True)


def copy_as_it_is(image: Path, copy: Path) -> None:
    """What has come to the disk by now. Nothing is flushed for it; what is still on its way is not there."""
    subprocess.run([_program("cp"), "--sparse=always", image, copy], check=True)


def _program(name: str) -> str:
    found = which(name)
    if found is None:
        raise CannotMount(f"there is no {name}")
    return found
