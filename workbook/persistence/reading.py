"""Opening a file: bytes, JSON, version, checksum, upgrade, rules, references. Opening never writes."""

import hashlib
import json
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from pydantic import ValidationError

from workbook import __version__
from workbook.library.loader import load
from workbook.library.references import unknown_references
from workbook.model.workbook import Workbook
from workbook.persistence.addresses import sentences
from workbook.persistence.format import FORMAT, Document, Head, WorkbookFile, digest, new_document_id
from workbook.persistence.migrations import Step, all_steps, upgrade
from workbook.persistence.problems import (
    Altered,
    Damaged,
    Invalid,
    NotAWorkbook,
    TooNew,
    Unreadable,
    quoted,
)

LARGEST_FILE = 200 * 1024 * 1024
DIGEST = 16
"""Letters of a SHA-256 that tell one file from another."""

MERGE_MARK = re.compile(rb"^(?:<{7}|>{7}|\|{7})(?: |\r?$)|^={7}\r?$", re.MULTILINE)
"""What git and others begin a line with where two versions differ. Inside a text no line can begin."""

FindUnknown = Callable[[Workbook], tuple[str, ...]]
"""A sentence for each reference of a workbook that leads to no entry of a catalogue."""


@dataclass(frozen=True)
class Opened:
    """A workbook and where it came from."""

    path: Path
    head: Head
    workbook: Workbook
    upgraded_from: int | None = None
    """The version the file has; None when it is today's. The first save keeps the original as a backup."""
    altered: bool = False
    """Opened although it does not match its checksum: an unsaved copy, never to be saved over the file."""
    digest: str = field(default="", compare=False)
    """Tells the bytes of the file from any others: the same workbook can be laid out in many ways."""


def in_library(workbook: Workbook) -> tuple[str, ...]:
    """A sentence for each reference that leads neither to a built-in nor to an own entry."""
    return unknown_references(workbook, load())


def read(
    path: Path,
    *,
    accept_altered: bool = False,
    find_unknown: FindUnknown = in_library,
    steps: Sequence[Step] | None = None,
) -> Opened:
    """The workbook in a file. `steps` are those of the program unless a test brings its own.

    Raises:
        FileProblem: it cannot be opened, for the reason its class names; the file is untouched.
    """
    return opened_from(
        path, read_bytes(path), accept_altered=accept_altered, find_unknown=find_unknown, steps=steps
    )


def opened_from(
    path: Path,
    data: bytes,
    *,
    accept_altered: bool = False,
    find_unknown: FindUnknown = in_library,
    steps: Sequence[Step] | None = None,
) -> Opened:
    """As `read`, from what was in the file a moment ago.

    Raises:
        FileProblem: it cannot be opened, for the reason its class names.
    """
    steps = all_steps() if steps is None else steps
    try:
        document = _parsed(path, data)
        version = _version(path, document, len(steps) + 1)
        matches = _matches_checksum(path, document)
        if not (matches or accept_altered):
            raise Altered(
                path, "is damaged or was edited elsewhere: its contents do not match their checksum"
            )
        if not matches:  # it vouches for nothing any more; it may even be what was damaged
            document = {**document, "sha256": None}
        file = _validated(path, _upgraded(path, document, steps))
        unknown = find_unknown(file.workbook)
    except RecursionError:
        raise Damaged(path, "is nested absurdly deep, which no workbook is") from None
    except MemoryError:
        raise Unreadable(path, "cannot be read: it needs more memory than there is") from None
    if unknown:
        raise Invalid(path, unknown)
    return Opened(
        path=path,
        head=_head(file),
        workbook=file.workbook,
        upgraded_from=version if version <= len(steps) else None,
        altered=not matches,
        digest=digest_of(data),
    )


def digest_of(data: bytes) -> str:
    """What tells these bytes from any others."""
    return hashlib.sha256(data).hexdigest()[:DIGEST]


def read_bytes(path: Path) -> bytes:
    """What is in the file.

    Raises:
        Unreadable: it is missing, a folder, too large, or we may not read it.
    """
    try:
        known = path.stat()
        if stat.S_ISDIR(known.st_mode):
            raise Unreadable(path, "is a folder, not a file")
        if not stat.S_ISREG(known.st_mode):
            raise Unreadable(path, "is a device, not a file")  # reading one may never end
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Unreadable.because(path, error) from error
    if len(data) > LARGEST_FILE:
        raise Unreadable(path, f"is larger than {LARGEST_FILE // 2**20} MB, which no workbook is")
    return data


def _parsed(path: Path, data: bytes) -> Document:
    """The file as JSON, however little it may look like a workbook."""
    if not data.strip():
        raise Damaged(path, "is empty")
    # A file of ours that is cut short or garbled should not be called a stranger.
    problem = Damaged if FORMAT.encode() in data[:1000] else NotAWorkbook
    kind = "is damaged" if problem is Damaged else "is not a Partnership Design Workbook"
    try:
        document = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_keys_once, parse_constant=_refuse_constant
        )
    except UnicodeDecodeError as error:
        raise problem(path, f"{kind}: byte {error.start + 1} is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        mark = MERGE_MARK.search(data)
        if mark is not None:
            line = data.count(b"\n", 0, mark.start()) + 1
            said = f"it holds the marks of an unfinished merge of two versions, in line {line}"
            raise problem(path, f"{kind}: {said}") from None
        raise problem(path, f"{kind}: in line {error.lineno}, column {error.colno}: {error.msg}") from None
    except _NotPlainJson as error:
        raise problem(path, f"{kind}: {error}") from None
    except ValueError:  # the one Python itself has left: numbers of more digits than it converts
        raise problem(path, f"{kind}: it holds an absurdly long number") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotAWorkbook(path, f"is not a Partnership Design Workbook: its “format” is not “{FORMAT}”")
    return document


class _NotPlainJson(ValueError):
    """Something Python's parser lets pass."""


def _keys_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Of a key that occurs twice Python keeps the last, and the first would be lost work."""
    keys = dict(pairs)
    if len(keys) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise _NotPlainJson(f"the key {quoted(twice)} occurs twice in one object")
    return keys


def _refuse_constant(name: str) -> NoReturn:
    raise _NotPlainJson(f"{name} is not a number")


def _version(path: Path, document: Document, present: int) -> int:
    version = document.get("format_version")
    if version is None:
        raise Invalid(path, ["“format_version” is missing"])
    if type(version) is not int or version < 1:  # True is an int too, to Python
        raise Invalid(path, ["format_version: must be a whole number from 1 on"])
    if version > present:
        writer = document.get("app_version")
        by = f" by version {quoted(writer)} of the program" if isinstance(writer, str) and writer else ""
        raise TooNew(
            path,
            f"was written{by} in format {version}, but this version ({__version__}) only knows formats up to "
            f"{present}; please open it with a newer version of the program",
        )
    return version


def _matches_checksum(path: Path, document: Document) -> bool:
    """Whether the contents are what was saved. A file written by hand has no checksum to match."""
    wanted = document.get("sha256")
    if wanted is None:
        return True
    try:
        return bool(digest(document) == wanted)
    except UnicodeEncodeError:
        raise Damaged(path, "is damaged: it holds half a character (a lone surrogate)") from None


def _upgraded(path: Path, document: Document, steps: Sequence[Step]) -> Document:
    """Steps see documents before any rule was applied, so a hand-written one may break them."""
    try:
        return upgrade(document, steps)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        version = document["format_version"]
        raise Invalid(
            path, [f"it does not follow the rules of format {version}, so it cannot be upgraded"]
        ) from None


def _validated(path: Path, document: Document) -> WorkbookFile:
    try:
        return WorkbookFile.model_validate(document)
    except ValidationError as error:
        raise Invalid(path, sentences(error, document)) from None


def _head(file: WorkbookFile) -> Head:
    fields = {name: getattr(file, name) for name in Head.model_fields}
    return Head.model_validate({**fields, "document_id": file.document_id or new_document_id()})
