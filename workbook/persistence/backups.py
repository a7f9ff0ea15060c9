"""Earlier versions of files, kept in a folder of their own at every save.

The folder has one folder for each document, and in it one for each file of that document: a copy made in a
file manager has the same document id and goes its own way. What is kept is what the file holds, or held until
a save replaced it, and nothing is let go of before the save is in place. However a save ends, every version
that was there before is there afterwards; unless it succeeded, and thinning.py had no need of it any more.
"""

import datetime as dt
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbook.persistence.format import Head
from workbook.persistence.kept_file import About, KeptFile, folder_of, kept_file, kept_files, tag_of
from workbook.persistence.problems import FileProblem, Unreadable, words_for
from workbook.persistence.reading import Opened, digest_of, read_bytes
from workbook.persistence.thinning import to_drop
from workbook.persistence.version import Version, known_of

Clock = Callable[[], dt.datetime]

MOST_FILES = 100
"""Of so many files versions are kept; those that were saved longest ago go first."""


@dataclass(frozen=True)
class Held:
    """What was done before a save, so that what the file holds until then is not lost with it."""

    path: Path
    kept: KeptFile | None = None
    version: Version | None = None
    """What the file holds; None if there is nothing to keep, or it could not be kept."""
    is_new: bool = False
    """Whether it was kept just now."""
    problem: str = ""
    """Why it could not be kept, in words."""

    def take_back(self) -> None:
        """The save was not done: the versions are again those that were there before it."""
        if self.kept is None or self.version is None or not self.is_new:
            return
        with suppress(FileProblem):
            if digest_of(read_bytes(self.path)) == self.version.digest:  # or else it was replaced after all
                self.kept.drop([self.version])
                self.kept.remove_if_empty()


class Backups:
    """The earlier versions in one folder. The clock is asked only when a version is kept."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    # At a save ----------------------------------------------------------------------------------------------

    def newest_revision(self, path: Path, document_id: str | None) -> int:
        """The highest revision that is kept of a file; 0 if none is. The next save counts on from it.

        A file that was put back to an earlier state would else give its saves numbers that were used already.
        """
        return max((each.revision for each in self._of(path, document_id).versions()), default=0)

    def hold(self, path: Path, document_id: str | None, *, original_of: int | None = None) -> Held:
        """Keep what a file holds before it is replaced, unless that is kept already or is no workbook.

        `document_id` is that of the workbook that is about to be saved: it is taken if the file, damaged or
        written by hand, says none. `original_of` is the format of a file that is about to be upgraded: such a
        version is never thinned out. Never raises a problem: a save is more important.
        """
        try:
            data = read_bytes(path)
        except Unreadable as problem:
            return Held(path, problem=cause_of(problem) if os.path.lexists(path) else "")
        known = known_of(data)
        kept = self._of(path, known.document_id or document_id)
        if not known.is_workbook and not kept.versions():
            return Held(path)
        # What is about to be replaced is needed as much as what was saved last: it is not the first to go.
        whose = About(known.document_id or document_id, _whole(path), self._next_turn(kept))
        there = kept.with_bytes(data, original_of)
        if there is not None:
            kept.say_whose(whose)
            return Held(path, kept, there)
        revision = known.revision
        if revision is None:
            revision = max((each.revision for each in kept.versions()), default=0)
        try:
            version = kept.add(data, revision, self._clock(), original_of)
        except FileProblem as problem:
            return Held(path, kept, problem=cause_of(problem))
        kept.say_whose(whose)
        return Held(path, kept, version, is_new=True)

    def keep(self, path: Path, head: Head, data: bytes) -> str:
        """Keep what has just been saved, and then let go of what is not needed any more.

        Returns why it could not be kept, in words; nothing if it is kept.
        """
        kept = self._of(path, head.document_id)
        if kept.with_bytes(data) is None:
            try:
                kept.add(data, head.revision, self._clock())
            except FileProblem as problem:
                return cause_of(problem)
        kept.say_whose(About(head.document_id, _whole(path), self._next_turn(kept)))
        kept.clear_unfinished()
        kept.drop(to_drop(kept.versions()))
        _forget_the_oldest(self._others(kept), MOST_FILES - 1)
        return ""

    # Looking ------------------------------------------------------------------------------------------------

    def versions(self, path: Path, document_id: str | None = None) -> tuple[Version, ...]:
        """The earlier versions of a file, which may be damaged or gone, the latest first.

        They come by revision, whatever a clock said: first those of this path, then those of the same
        document under other paths. Never raises: what cannot be read is left out.
        """
        tag, document = tag_of(path), folder_of(document_id)
        found = [
            each
            for each in kept_files(self._folder)
            if each.folder.name == tag or (document_id is not None and each.folder.parent.name == document)
        ]
        found.sort(key=lambda each: (each.folder.name == tag, each.about.turn), reverse=True)
        return tuple(
            version
            for each in found
            for version in reversed(each.versions(_whole(path) if each.folder.name == tag else None))
        )

    def newest_good(self, path: Path, document_id: str | None = None) -> tuple[Version, Opened] | None:
        """The latest earlier version that can be opened, and the workbook in it; None: there is none."""
        for version in self.versions(path, document_id):
            with suppress(FileProblem):
                return version, version.read()
        return None

    # How it is done -----------------------------------------------------------------------------------------

    def _of(self, path: Path, document_id: str | None) -> KeptFile:
        return kept_file(self._folder, path, document_id)

    def _others(self, kept: KeptFile) -> list[KeptFile]:
        return [each for each in kept_files(self._folder) if each.folder != kept.folder]

    def _next_turn(self, kept: KeptFile) -> int:
        """That of the file which was saved last. A count orders files, because a clock may be wrong."""
        return max(kept.about.turn, 1 + max((each.about.turn for each in self._others(kept)), default=0))


def _forget_the_oldest(files: Sequence[KeptFile], most: int) -> None:
    """Leave versions of so many files. Originals of older formats stay even where the others go."""
    if len(files) <= most:
        return
    told = [(each, [one for one in each.versions() if one.original_of is None]) for each in files]
    thinnable = [(each, versions) for each, versions in told if versions]
    thinnable.sort(key=lambda pair: (pair[0].about.turn, pair[0].folder))
    for each, versions in thinnable[: max(0, len(thinnable) - most)]:
        each.drop(versions)
        each.remove_if_empty()


def cause_of(problem: FileProblem) -> str:
    """Why something could not be kept, without the name of a file that means nothing to anybody."""
    cause = problem.__cause__
    return words_for(cause) if isinstance(cause, OSError) else problem.sentence


def _whole(path: Path) -> Path:
    """The path that a file is known by wherever one stands, links followed."""
    return Path(os.path.realpath(path))
