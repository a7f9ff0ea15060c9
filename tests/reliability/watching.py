"""What `strace` saw of one deed, and whether its order is that which survives a power cut."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

WATCHED = "openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat"
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)", re.MULTILINE)
_OF_FILE = re.compile(r"^\d+<([^>]*)>")
_QUOTED = re.compile(r'"([^"]*)"')


@dataclass
class _Seen:
    """What is not sure to be on the disk yet."""

    unsynced: set[str] = field(default_factory=set)
    """Files with contents in memory only."""
    emptied: set[str] = field(default_factory=set)
    """Files that were emptied to be written anew, and have that name still."""
    folders: set[str] = field(default_factory=set)
    """Folders with names in memory only."""
    named: int = 0
    added: int = 0


def faults_of_order(trace: str, folder: Path, begun: str, done: str) -> Iterator[str]:
    """What of a deed could be lost, or half there, if the power went at some moment.

    `trace` is what strace -f -y saw; the deed lies between two words that the program wrote.
    """
    inside = trace[trace.index(f'"{begun}') : trace.index(f'"{done}')]
    seen = _Seen()
    for call, arguments, result in _LINE.findall(inside):
        if not result.startswith("-"):
            yield from _noted(seen, call, arguments, str(folder))
    yield from (f"{_told(each, folder)} is written over in place" for each in sorted(seen.emptied))
    unsynced = sorted(seen.unsynced - seen.emptied)
    yield from (f"{_told(each, folder)} is written, and not waited for" for each in unsynced)
    yield from (f"the folder {_told(each, folder)} is not waited for" for each in sorted(seen.folders))
    if not seen.named + seen.added:
        yield "nothing was put on the disk"


def _noted(seen: _Seen, call: str, arguments: str, folder: str) -> Iterator[str]:
    if call == "openat":
        (path, *_) = _QUOTED.findall(arguments)
        if path.startswith(folder) and "O_TRUNC" in arguments:
            seen.emptied.add(path)
        return
    if call.startswith(("rename", "link")):
        source, target = _QUOTED.findall(arguments)[:2]
        if target.startswith(folder):
            if source in seen.unsynced:
                yield f"{_told(target, Path(folder))} gets its name before its contents are on the disk"
            seen.unsynced.discard(source)
            seen.emptied.discard(source)
            seen.folders.add(str(Path(target).parent))
            seen.named += 1
        return
    (path,) = _OF_FILE.findall(arguments)
    if not path.startswith(folder):
        return
    if "sync" in call:
        seen.unsynced.discard(path)
        seen.folders.discard(path)
    else:
        seen.unsynced.add(path)
        seen.added += 1


def _told(path: str, folder: Path) -> str:
    return str(Path(path).relative_to(folder))
