"""The versions that are kept of one file: a folder with a file for each, and one that says whose they are."""

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from workbook.persistence.atomic import create_file, replace_file
from workbook.persistence.problems import AlreadyThere, FileProblem, Unwritable
from workbook.persistence.reading import digest_of, read_bytes
from workbook.persistence.unfinished import MARK
from workbook.persistence.version import Version, name_of, version_in

ABOUT = "about.json"
TAG = 16
"""Letters that tell one path from another."""


@dataclass(frozen=True)
class About:
    """Whose versions they are. `turn` orders files by when they were last saved, without asking a clock."""

    document_id: str | None = None
    path: Path | None = None
    turn: int = 0


class KeptFile:
    """The versions of one file of one document, which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def about(self) -> About:
        """Whose they are, as far as it is noted down."""
        return _about_in(self.folder / ABOUT)

    def versions(self, if_unknown: Path | None = None) -> tuple[Version, ...]:
        """From the earliest to the latest. `if_unknown`: the file they are of, if that got lost here."""
        path = self.about.path or if_unknown
        found = (
            version_in(self.folder / name, size, self.about.document_id, path)
            for name, size in _files_in(self.folder)
        )
        return tuple(sorted((each for each in found if each is not None), key=lambda each: each.order))

    def with_bytes(self, data: bytes, original_of: int | None = None) -> Version | None:
        """The version that holds these bytes, as an original of that format if one is named; or None."""
        digest = digest_of(data)
        for each in reversed(self.versions()):
            if each.digest == digest and original_of in (None, each.original_of):
                return each
        return None

    def add(
        self, data: bytes, revision: int, kept_at: dt.datetime, original_of: int | None = None
    ) -> Version:
        """Keep these bytes as a version.

        Raises:
            FileProblem: it cannot be done; nothing is left behind.
        """
        there = self.versions()
        number = 1 + max((each.number for each in there if each.revision == revision), default=0)
        place = self.folder / name_of(revision, number, kept_at, digest_of(data), original_of)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise Unwritable.because(place, error) from error
        try:
            create_file(place, data)
        except AlreadyThere:  # a folder that does not let itself be listed hides what is kept already
            if read_bytes(place) != data:
                raise
        version = version_in(place, len(data), self.about.document_id, self.about.path)
        if version is None:
            raise AssertionError  # a name of our own making
        return version

    def say_whose(self, about: About) -> None:
        """Note down whose versions these are. Where that cannot be done they are found all the same."""
        if about == self.about:
            return
        known = {
            "document_id": about.document_id,
            "path": None if about.path is None else str(about.path),
            "turn": about.turn,
        }
        # In ASCII, because the name of a file may hold what UTF-8 cannot.
        with suppress(FileProblem):
            replace_file(self.folder / ABOUT, json.dumps(known, ensure_ascii=True).encode("ascii") + b"\n")
            self.about = about

    def drop(self, versions: Iterable[Version]) -> None:
        """Let these go. What cannot be removed stays."""
        for version in versions:
            with suppress(OSError):
                version.place.unlink()

    def clear_unfinished(self) -> None:
        """Remove what a program left that ended while it kept a version."""
        for name, _ in _files_in(self.folder):
            if name.startswith(".") and MARK in name:
                with suppress(OSError):
                    (self.folder / name).unlink()

    def remove_if_empty(self) -> None:
        """Without a version, nothing needs to be known of the file."""
        if not self.versions():
            self.clear_unfinished()
            with suppress(OSError):
                (self.folder / ABOUT).unlink(missing_ok=True)
                self.folder.rmdir()
                self.folder.parent.rmdir()


def kept_file(folder: Path, path: Path, document_id: str | None) -> KeptFile:
    """Where the versions of a file of a document are, or would be, kept."""
    return KeptFile(folder / folder_of(document_id) / tag_of(path))


def kept_files(folder: Path) -> Iterator[KeptFile]:
    """All files of which versions may be kept, in no order that says anything."""
    for document in _folders_in(folder):
        for each in _folders_in(document):
            yield KeptFile(each)


def folder_of(document_id: str | None) -> str:
    """The name of the folder of a document. Ids that differ in capitals differ on every disk."""
    if document_id is None:
        return "unknown"
    plain = document_id.lower()
    letters = "" if plain == document_id else f"-{digest_of(document_id.encode())}"
    return f"d-{plain}{letters}"


def tag_of(path: Path) -> str:
    """The name of the folder of a file: the same for every link to it, and also when it is gone."""
    whole = os.path.normcase(os.path.realpath(path))
    return hashlib.sha256(os.fsencode(whole)).hexdigest()[:TAG]


def _about_in(place: Path) -> About:
    """What is noted down; nothing if that is missing or damaged."""
    try:
        known: dict[str, Any] = json.loads(place.read_bytes())
        document_id, path, turn = known["document_id"], known["path"], known["turn"]
        if not isinstance(document_id, str | None) or not isinstance(turn, int):
            return About()
        return About(document_id, None if path is None else Path(path), turn)
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return About()


def _folders_in(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(each.path) for each in entries if each.is_dir(follow_symlinks=False))
    except OSError:
        return []


def _files_in(folder: Path) -> list[tuple[str, int]]:
    """Name and size of each file. One that cannot be looked at is left out and hides no other."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for each in entries:
                with suppress(OSError):
                    if each.is_file(follow_symlinks=False):
                        found.append((each.name, each.stat(follow_symlinks=False).st_size))
    except OSError:
        return found
    return found
