"""Where the open workbook comes from, and so what saving it means."""

import datetime as dt
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ui.moments import now
from workbook.model.workbook import Workbook
from workbook.persistence.conflict import Expected
from workbook.persistence.format import Head, new_head
from workbook.persistence.reading import Opened, read
from workbook.persistence.recovery import Base, LeftOver, version_of
from workbook.persistence.writing import Saved

UNTITLED = "Untitled workbook"


@dataclass(frozen=True)
class Origin:
    """What is known of the open workbook apart from what it says."""

    head: Head
    saved: Workbook | None
    """The state that can be got again without saving; None: it is in no file, so it counts as unsaved."""
    path: Path | None = None
    """Its file; None: it has none yet."""
    version: str = ""
    """Tells the file from others of the same revision."""
    digest: str = ""
    """Tells the bytes of the file, as opened or last saved, from any others."""
    upgraded_from: int | None = None
    saved_at: dt.datetime | None = None
    confirmed: bool = True
    """Whether the disk said that the last save is on it."""
    name: str = UNTITLED
    """What to call it while it has no title."""
    never_over: Path | None = None
    """A file that this is a copy of; it must stay as it is, because it is damaged or somebody has it open."""
    is_to_read: bool = False
    """Whether somebody else has the file open: this is to look at, and can be saved to another file."""

    @property
    def document_id(self) -> str:
        """The document's own id; one that another program wrote has been given one when it was read."""
        return self.head.document_id or ""

    @property
    def expected(self) -> Expected:
        """What its file holds as far as is known: only that is saved over without asking."""
        return Expected(self.digest, self.head, self.saved)

    @property
    def base(self) -> Base | None:
        """The saved file, as unsaved work refers to it."""
        return None if self.path is None else Base(self.path, self.head.revision, self.version)


def just_begun(workbook: Workbook) -> Origin:
    """A workbook that was just made. As long as nothing is typed, nothing would be lost."""
    return Origin(new_head(), saved=workbook)


def read_from(path: Path, *, accept_altered: bool = False) -> tuple[Origin, Workbook]:
    """A workbook from its file. One that does not match its checksum comes as an unsaved copy.

    Raises:
        FileProblem: it cannot be opened.
    """
    opened = read(path, accept_altered=accept_altered)
    if opened.altered:
        copy = Origin(new_head(), saved=None, name=f"{path.stem} (copy)", never_over=path)
        return copy, opened.workbook
    return origin_of(opened), opened.workbook


def recovered(left: LeftOver) -> Origin:
    """Unsaved work. It belongs to its file only if that is still the version that the work began from."""
    if left.standing == "same" and left.opened is not None:
        return origin_of(left.opened)
    base = left.copy.base
    return Origin(new_head(), saved=None, name=UNTITLED if base is None else base.path.stem)


def after(save: Saved, workbook: Workbook) -> Origin:
    """What holds once a save is in place."""
    return Origin(
        save.head,
        saved=workbook,
        path=save.path,
        version=save.head.sha256 or "",
        digest=save.digest,
        saved_at=now(),
        confirmed=save.confirmed,
        name=save.path.stem,
    )


def is_same_file(one: Path | None, other: Path | None) -> bool:
    """Whether both are one file, links followed, there or not."""
    if one is None or other is None:
        return False
    with suppress(OSError):
        return one.samefile(other)
    return os.path.realpath(one) == os.path.realpath(other)


def origin_of(opened: Opened) -> Origin:
    """A file of ours; asks the disk when it was written."""
    written: dt.datetime | None = None
    with suppress(OSError, OverflowError):
        written = dt.datetime.fromtimestamp(opened.path.stat().st_mtime).astimezone()
    return Origin(
        opened.head,
        saved=opened.workbook,
        path=opened.path,
        version=version_of(opened.head, opened.workbook),
        digest=opened.digest,
        upgraded_from=opened.upgraded_from,
        saved_at=written,
        name=opened.path.stem,
    )
