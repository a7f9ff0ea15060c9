"""An earlier version: a file exactly as it was at one save, and what its name tells of it.

All that is known of a version stands in the name of the file that holds it, so that no list can be damaged
and hide the others: `r0000000012.1.20270301T143000+0100.3f9a1c2b5d6e7f80.partnership` is revision 12, the
first that was kept of it, when it was kept, and the beginning of the SHA-256 of its bytes. The original of a
file of an older format has that format besides: `.v1.partnership`.
"""

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from workbook.persistence.format import EXTENSION, FORMAT
from workbook.persistence.problems import Damaged
from workbook.persistence.reading import Opened, digest_of, read, read_bytes

NAME = re.compile(
    r"r(?P<revision>\d{10})\.(?P<number>\d{1,6})\.(?P<kept_at>\d{8}T\d{6}[+-]\d{4})\.(?P<digest>[0-9a-f]{16})"
    r"(?:\.v(?P<original_of>\d{1,6}))?" + re.escape(EXTENSION)
)
ID = 8
"""Letters of its digest that people type."""

HEAD = 4096
"""Bytes in which the head of a file stands: ours begin with it."""
_DOCUMENT_ID = re.compile(rb'"document_id"\s*:\s*"([A-Za-z0-9_-]{1,60})"')
_REVISION = re.compile(rb'"revision"\s*:\s*(\d{1,10})\b')


@dataclass(frozen=True)
class Version:
    """One earlier version. `place` holds its bytes; `path` is the file it was, None if that is not known.

    `number` tells versions of one revision apart, which another program may have written, in the order in
    which they were kept. `original_of` is the format of an older file that was upgraded afterwards.
    """

    place: Path
    document_id: str | None
    path: Path | None
    revision: int
    number: int
    kept_at: dt.datetime
    digest: str
    size: int
    original_of: int | None = None

    @property
    def id(self) -> str:
        """What it is called on the command line: it stays the same as long as the version is kept."""
        return self.digest[:ID]

    @property
    def order(self) -> tuple[int, int]:
        """Sorts versions of one file from the earliest to the latest, whatever any clock said."""
        return self.revision, self.number

    def read_bytes(self) -> bytes:
        """The file as it was, byte for byte.

        Raises:
            Unreadable: it cannot be read.
            Damaged: these are not the bytes that were kept.
        """
        data = read_bytes(self.place)
        if digest_of(data) != self.digest:
            raise Damaged(self.place, "is damaged: it is not what was kept any more")
        return data

    def read(self) -> Opened:
        """The workbook in it.

        Raises:
            FileProblem: it cannot be opened.
        """
        self.read_bytes()
        return read(self.place)


class Known(NamedTuple):
    """What the bytes of a file tell of it, even if it is damaged."""

    is_workbook: bool
    document_id: str | None
    revision: int | None


def name_of(
    revision: int, number: int, kept_at: dt.datetime, digest: str, original_of: int | None = None
) -> str:
    """The name of the file that holds a version."""
    marked = "" if original_of is None else f".v{original_of}"
    return f"r{revision:010d}.{number}.{kept_at.astimezone():%Y%m%dT%H%M%S%z}.{digest}{marked}{EXTENSION}"


def version_in(place: Path, size: int, document_id: str | None, path: Path | None) -> Version | None:
    """The version that a file holds according to its name; None: it is something else."""
    found = NAME.fullmatch(place.name)
    if found is None:
        return None
    try:
        kept_at = dt.datetime.strptime(found["kept_at"], "%Y%m%dT%H%M%S%z")
    except ValueError:
        return None
    original: str | None = found["original_of"]
    return Version(
        place=place,
        document_id=document_id,
        path=path,
        revision=int(found["revision"]),
        number=int(found["number"]),
        kept_at=kept_at,
        digest=found["digest"],
        size=size,
        original_of=None if original is None else int(original),
    )


def known_of(data: bytes) -> Known:
    """Which document and revision the bytes of a file are, as far as its head can still be found."""
    if FORMAT.encode() not in data:
        return Known(is_workbook=False, document_id=None, revision=None)
    document_id, revision = (pattern.search(data, 0, HEAD) for pattern in (_DOCUMENT_ID, _REVISION))
    return Known(
        is_workbook=True,
        document_id=None if document_id is None else document_id[1].decode("ascii"),
        revision=None if revision is None else int(revision[1]),
    )
