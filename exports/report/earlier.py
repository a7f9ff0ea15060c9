"""Telling an earlier report, which a new one may replace, from any other file of the same name."""

import zipfile
import zlib
from pathlib import Path

SIGN = b"Made by the Partnership Design Workbook"
"""At the beginning of what every report says about itself."""

WHERE = "docProps/core.xml"
LONGEST = 100_000
"""Bytes of that part that are looked at; ours has a thousand."""

UNREADABLE = (OSError, EOFError, LookupError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What reading a package raises that is none, is damaged, or is locked by a password."""


def is_report(path: Path) -> bool:
    """Whether this program made the file. False also for what cannot be read."""
    try:
        with zipfile.ZipFile(path) as package, package.open(WHERE) as part:
            return SIGN in part.read(LONGEST)
    except UNREADABLE:
        return False
