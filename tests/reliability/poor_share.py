"""A share that gives trouble on demand, really mounted. Where that cannot be, the test is not run."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from tests.figures import not_run

SERVER = Path(__file__).with_name("share_server.py")
PATIENCE = 20.0
"""Seconds that a share may take to be there."""


@dataclass(frozen=True)
class PoorShare:
    """Where it is mounted, and the folder whose files it shows."""

    mount: Path
    behind: Path
    control: Path

    def give(self, fault: str = "", *, after: int = 0) -> None:
        """From now on this goes wrong; without a name nothing does. `after`: so many calls later."""
        told = self.control.with_suffix(".next")
        told.write_text(json.dumps({"fault": fault, "after": after}), encoding="utf-8")
        told.replace(self.control)

    def folder(self) -> Path:
        """A new folder on it."""
        return Path(tempfile.mkdtemp(dir=self.mount))


@contextmanager
def poor_share(place: Path) -> Iterator[PoorShare]:
    """A share, mounted somewhere in this folder until the end of the block."""
    unmount = which("umount")
    if not Path("/dev/fuse").exists() or unmount is None:
        not_run("this system has no file systems of its users (FUSE)")
    share = PoorShare(place / "share", place / "behind", place / "control")
    share.mount.mkdir(parents=True)
    share.behind.mkdir()
    share.give()
    errors = place / "errors"
    with errors.open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, SERVER, share.behind, share.mount, share.control], stdout=log, stderr=log
        )
    try:
        end = time.monotonic() + PATIENCE
        while not os.path.ismount(share.mount):
            if server.poll() is not None or time.monotonic() > end:
                why = errors.read_text(errors="replace").strip().splitlines() or ["no reason given"]
                not_run(f"no share can be mounted: {why[-1]}")
            time.sleep(0.01)
        yield share
    finally:
        subprocess.run([unmount, "-l", share.mount], check=False, capture_output=True)
        with suppress(subprocess.TimeoutExpired):
            server.wait(5)
        server.kill()
        server.wait()
