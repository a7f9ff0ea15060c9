"""What a child does over and over until it is stopped, and what must hold whenever that was.

A child says what it was told is done: `say("saved", 12)` after a save was confirmed, `say("kept", 12)` after
unsaved work was. The number stands in the title of the workbook, so that what is there can be compared.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from tests.reliability.looking import faults_of_number, faults_of_unsaved, faults_of_versions
from tests.reliability.places import (
    FILE,
    backups_in,
    number_of,
    numbered,
    numbers_in,
    original,
    titled,
    unsaved_folder,
)
from tests.reliability.savers import NOON, Save, ours
from workbook.model.workbook import Workbook
from workbook.persistence.format import new_head
from workbook.persistence.problems import FileProblem
from workbook.persistence.reading import read
from workbook.persistence.recovery import Base, Copy, UnsavedWork, version_of
from workbook.persistence.thinning import LAST
from workbook.persistence.writing import create, write

Say = Callable[[str, int], None]
"""Tells somebody outside that this has been confirmed."""


class Work(Protocol):
    """One way to work."""

    def begin(self, folder: Path) -> None:
        """What is there before the first child."""

    def go_on(self, folder: Path, say: Say) -> None:
        """Work on what is there; does not return."""

    def faults(self, folder: Path, said: Mapping[str, int]) -> Iterator[str]:
        """What is not as it should be after a stop. `said`: the last number of each thing a child said."""


class Saving:
    """Save over one file. Each change is kept as unsaved work before, unless it is done alone."""

    def __init__(self, save: Save = ours, *, alone: bool = False) -> None:
        self._save, self._alone = save, alone

    def begin(self, folder: Path) -> None:
        create(folder / FILE, titled(1), backups=None if self._alone else backups_in(folder))

    def go_on(self, folder: Path, say: Say) -> None:
        path = folder / FILE
        backups = None if self._alone else backups_in(folder)
        unsaved = UnsavedWork(unsaved_folder(folder))
        opened = read(path)
        head, workbook = opened.head, opened.workbook
        say("found", head.revision)
        while True:
            number, base = head.revision + 1, Base(path, head.revision, version_of(head, workbook))
            workbook = titled(number)
            if not self._alone:
                unsaved.keep(Copy(str(head.document_id), workbook, base, NOON))
                say("kept", number)
            head = self._save(path, workbook, head, backups)
            say("saved", number)
            if not self._alone:
                unsaved.discard(str(head.document_id))

    def faults(self, folder: Path, said: Mapping[str, int]) -> Iterator[str]:
        path = folder / FILE
        try:
            number = number_of(read(path).workbook)
        except FileProblem as problem:
            yield f"the file does not open: {problem}"
            return
        yield from faults_of_number(number, said)
        if self._alone:
            return
        yield from faults_of_versions(backups_in(folder).versions(path), said["saved"])
        yield from faults_of_unsaved(folder, number, said["kept"])


class Keeping:
    """Keep one change after the other as unsaved work; the file is never saved."""

    def begin(self, folder: Path) -> None:
        create(folder / FILE, titled(1))

    def go_on(self, folder: Path, say: Say) -> None:
        path = folder / FILE
        opened = read(path)
        base = Base(path, opened.head.revision, version_of(opened.head, opened.workbook))
        unsaved = UnsavedWork(unsaved_folder(folder))
        for number in itertools.count(2):
            unsaved.keep(Copy(str(opened.head.document_id), titled(number), base, NOON))
            say("kept", number)

    def faults(self, folder: Path, said: Mapping[str, int]) -> Iterator[str]:
        if read(folder / FILE).workbook != titled(1):
            yield "the file that was not saved is another one"
        yield from faults_of_unsaved(folder, 1, said["kept"])


class Creating:
    """Save one new workbook after the other, each to a file of its own."""

    def begin(self, folder: Path) -> None:
        self._create(folder, 1)

    def go_on(self, folder: Path, say: Say) -> None:
        found = max(numbers_in(folder))
        say("found", found)
        for number in itertools.count(found + 1):
            self._create(folder, number)
            say("saved", number)

    def faults(self, folder: Path, said: Mapping[str, int]) -> Iterator[str]:
        there = sorted(numbers_in(folder))
        if there != list(range(there[0], there[-1] + 1)):
            yield f"of the files only these are there: {there}"
        yield from faults_of_number(there[-1], said)
        for number in there:
            path = numbered(folder, number)
            try:
                if read(path).workbook != titled(number):
                    yield f"{path.name} holds something else"
            except FileProblem as problem:
                yield f"{path.name} does not open: {problem}"
            if said["found"] < number <= said["saved"] and not backups_in(folder).versions(path):
                yield f"{path.name} was confirmed, and is not among the versions"
            if number != there[-1]:
                path.unlink()

    def _create(self, folder: Path, number: int) -> None:
        create(numbered(folder, number), titled(number), backups=backups_in(folder))


class SavingAs:
    """Save as, over and over in place of a file that holds another document."""

    def begin(self, folder: Path) -> None:
        create(folder / FILE, titled(1), backups=backups_in(folder))

    def go_on(self, folder: Path, say: Say) -> None:
        path, backups = folder / FILE, backups_in(folder)
        found = number_of(read(path).workbook)
        say("found", found)
        for number in itertools.count(found + 1):
            write(path, titled(number), new_head(), backups=backups)
            say("saved", number)

    def faults(self, folder: Path, said: Mapping[str, int]) -> Iterator[str]:
        path, saved = folder / FILE, said["saved"]
        try:
            number = number_of(read(path).workbook)
        except FileProblem as problem:
            yield f"the file does not open: {problem}"
            return
        yield from faults_of_number(number, said)
        latest = backups_in(folder).versions(path)[: LAST + 2]
        lost = set(range(max(1, saved - LAST), saved + 1)) - {
            number_of(each.read().workbook) for each in latest
        }
        if lost:
            yield f"{sorted(lost)} were replaced, and are not among the versions"


class Upgrading:
    """Save one file of an older format after the other; every second one where no versions can be kept."""

    def begin(self, folder: Path) -> None:
        self._put(folder, 1)

    def go_on(self, folder: Path, say: Say) -> None:
        for number in itertools.count(max(numbers_in(folder))):
            self._put(folder, number)
            path = numbered(folder, number)
            opened = read(path)
            if opened.workbook == original(number):
                backups = backups_in(folder) if number % 2 else None
                write(path, titled(number), opened.head, upgraded_from=1, backups=backups)
            say("saved", number)

    def faults(self, folder: Path, said: Mapping[str, int]) -> Iterator[str]:
        there = sorted(numbers_in(folder))
        for number in there:
            path = numbered(folder, number)
            opened = read(path)
            if opened.workbook == original(number):
                if number <= said["saved"]:
                    yield f"{path.name} was confirmed, and is as it was"
            elif opened.workbook != titled(number):
                yield f"{path.name} holds something else"
            elif original(number) not in self._originals(folder, path):
                yield f"the original of {path.name} is lost"
            if number != there[-1]:
                for each in (path, *path.parent.glob(f"{path.stem}.v1*")):
                    each.unlink()

    def _put(self, folder: Path, number: int) -> None:
        if not numbered(folder, number).exists():
            create(numbered(folder, number), original(number))

    def _originals(self, folder: Path, path: Path) -> Iterator[Workbook]:
        for version in backups_in(folder).versions(path):
            if version.original_of == 1:
                yield version.read().workbook
        for beside in path.parent.glob(f"{path.stem}.v1*{path.suffix}"):
            yield read(beside).workbook
