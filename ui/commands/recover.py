"""`recover`: the earlier versions and the unsaved work of a file, to look at and to get back."""

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from ui.commands import Answer, Command, CommandProblem
from ui.earlier import changed_since, in_short, named, of_another_file, time_in_words
from ui.filing import NOT_CONFIRMED, backups_of_this_user, locked, notes_on
from ui.folders import Folders
from ui.moments import now
from ui.terminal import paragraph, table
from workbook.analysis.wording import capitalised
from workbook.model.workbook import Workbook
from workbook.persistence.atomic import create_file
from workbook.persistence.conflict import ANYTHING
from workbook.persistence.format import EXTENSION, Head
from workbook.persistence.problems import AlreadyThere, FileProblem, Unreadable, shown
from workbook.persistence.reading import Opened, digest_of, read, read_bytes
from workbook.persistence.recovery import LeftOver, UnsavedWork
from workbook.persistence.version import Version, known_of
from workbook.persistence.writing import create, put_back, write

CUT = "; what came after it is damaged"

HEADER = ("No.", "ID", "What it is", "What has changed in the file since")


@dataclass(frozen=True)
class Present:
    """The file as it is now: opened, or what is wrong with it; with its bytes if they can be read at all."""

    path: Path
    opened: Opened | None
    problem: FileProblem | None
    document_id: str | None
    digest: str


@dataclass(frozen=True)
class Entry:
    """One thing that can be got back: an earlier version, or unsaved work."""

    id: str
    words: str
    kept: Version | LeftOver

    def workbook(self) -> Workbook:
        """What it holds.

        Raises:
            FileProblem: it cannot be opened.
        """
        return self.kept.copy.workbook if isinstance(self.kept, LeftOver) else self.kept.read().workbook


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a workbook; it may be damaged or gone")
    parser.add_argument("--restore", metavar="N|ID", help="get this one of the list back")
    parser.add_argument(
        "--to",
        type=Path,
        metavar="TARGET",
        help="where to put it: a new file, or FILE itself, whose present content is then kept as an earlier "
        "version; without this, a new file beside FILE",
    )


def _run(chosen: argparse.Namespace) -> Answer:
    if chosen.to is not None and chosen.restore is None:
        raise CommandProblem("--to says where to put what --restore names.")
    present = _present(chosen.file)
    entries = tuple(_entries(present))
    if chosen.restore is not None:
        return _restored(present, _entry(present, entries, chosen.restore), chosen.to)
    if not entries and present.problem is not None:
        raise CommandProblem(f"{present.problem}; no earlier version of it is kept here")
    return Answer("\n\n".join(_listed(present, entries)))


def _present(path: Path) -> Present:
    try:
        known, digest = known_of(data := read_bytes(path)), digest_of(data)
    except Unreadable as problem:
        return Present(path, None, problem, None, "")
    try:
        opened = read(path)
    except FileProblem as problem:
        return Present(path, None, problem, known.document_id, digest)
    return Present(path, opened, None, opened.head.document_id, digest)


def _entries(present: Present) -> Iterator[Entry]:
    """Unsaved work first, then the versions, the latest first."""
    moment = now()
    for left in UnsavedWork(Folders.of_this_user().unsaved).left_over():
        if _belongs(left, present):
            when = time_in_words(left.copy.kept_at, moment)
            words = f"Unsaved work, as it was {when}{_begun_from(left)}{CUT if left.is_cut else ''}"
            yield Entry(f"unsaved-{digest_of(left.place.name.encode())[:4]}", words, left)
    for version in backups_of_this_user().versions(present.path, present.document_id):
        words = f"{capitalised(named(version, moment))}{of_another_file(version, present.path)}"
        yield Entry(version.id, words, version)


def _belongs(left: LeftOver, present: Present) -> bool:
    base = left.copy.base
    return left.copy.document_id == present.document_id or (
        base is not None and os.path.realpath(base.path) == os.path.realpath(present.path)
    )


def _begun_from(left: LeftOver) -> str:
    return "" if left.copy.base is None else f", begun from revision {left.copy.base.revision}"


def _entry(present: Present, entries: Sequence[Entry], wanted: str) -> Entry:
    """The entry of that id or number.

    Raises:
        CommandProblem: there is none.
    """
    for number, entry in enumerate(entries, start=1):
        if wanted in (entry.id, str(number)):
            return entry
    there = ", ".join(f"{number} ({entry.id})" for number, entry in enumerate(entries, start=1)) or "nothing"
    raise CommandProblem(f"{shown(present.path)}: nothing to restore is called {wanted} (there: {there})")


# ---------------------------------------------------------------------------------------------------- listing


def _listed(present: Present, entries: Sequence[Entry]) -> Iterator[str]:
    yield paragraph(_state(present))
    if not entries:
        yield "No earlier version of it is kept here yet: every save keeps one."
        return
    yield table(
        HEADER,
        [
            (str(number), entry.id, entry.words, _since(entry, present))
            for number, entry in enumerate(entries, start=1)
        ],
    )
    yield paragraph(
        f"To get one back: recover {present.path} --restore N writes it to a new file beside; with "
        f"--to {present.path} it takes the place of the file, and what that holds is kept."
    )


def _state(present: Present) -> str:
    """What the file is now."""
    if present.opened is None:
        return f"{present.problem}."
    title = present.opened.workbook.title.strip() or present.path.name
    return f"{title} ({present.path}) is at revision {present.opened.head.revision}."


def _since(entry: Entry, present: Present) -> str:
    """In what the file differs from it by now, in a sentence; what it holds if there is no telling."""
    if isinstance(entry.kept, Version) and entry.kept.digest == present.digest:
        return "It is what the file holds."
    try:
        then = entry.workbook()
    except FileProblem as problem:
        return f"It {problem.sentence}."
    if present.opened is None:
        return in_short(then)
    return changed_since(then, present.opened.workbook).summary.words


# ----------------------------------------------------------------------------------------------- getting back


def _restored(present: Present, entry: Entry, to: Path | None) -> Answer:
    path = present.path
    if to is not None and os.path.realpath(to) == os.path.realpath(path) and os.path.lexists(path):
        with locked(path):
            notes = _in_place(present, entry)
        text = f"{path} holds it again: {_small(entry.words)}. What it held before is kept, see `recover`."
        return Answer(text, notes)
    if to is not None:
        notes, target = _at(to, entry), to
    else:
        notes, target = _beside(path, entry)
    as_it_was = f" {path} is as it was." if os.path.lexists(path) and target != path else ""
    return Answer(f"{target} holds it: {_small(entry.words)}.{as_it_was}", notes)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _in_place(present: Present, entry: Entry) -> tuple[str, ...]:
    """Put it into the file itself; what people should know.

    Raises:
        FileProblem: it cannot be done; the file is as it was.
    """
    backups = backups_of_this_user()
    if isinstance(entry.kept, Version):
        return () if put_back(entry.kept, present.path, backups) else (NOT_CONFIRMED,)
    held = backups.hold(present.path, entry.kept.copy.document_id)
    if held.version is None:
        cause = held.problem or "it is no workbook"
        raise CommandProblem(
            f"{shown(present.path)}: stays as it is, because what it holds could not be kept: {cause}"
        )
    head = Head(document_id=entry.kept.copy.document_id) if present.opened is None else present.opened.head
    return notes_on(write(present.path, entry.workbook(), head, expected=ANYTHING, backups=backups))


def _at(target: Path, entry: Entry) -> tuple[str, ...]:
    """Put it into a new file; what people should know.

    Raises:
        FileProblem: it cannot be done; nothing is changed.
    """
    if os.path.lexists(target):
        raise AlreadyThere(target)
    with locked(target):
        if isinstance(entry.kept, Version):
            return () if create_file(target, entry.kept.read_bytes()) else (NOT_CONFIRMED,)
        return notes_on(create(target, entry.workbook(), backups=backups_of_this_user()))


def _beside(path: Path, entry: Entry) -> tuple[tuple[str, ...], Path]:
    """Put it where the file was, or beside it under a name that says what it is."""
    called = f"revision {entry.kept.revision}" if isinstance(entry.kept, Version) else "unsaved work"
    for number in count(0):
        name = f"{path.stem} ({called}{f', {number}' if number > 1 else ''}){path.suffix or EXTENSION}"
        target = path if number == 0 else path.with_name(name)
        try:
            return _at(target, entry), target
        except AlreadyThere:
            continue
    raise AssertionError  # numbers do not end


COMMAND = Command(
    "recover",
    72,
    "list the earlier versions and the unsaved work of a file, and get one of them back",
    "Lists the earlier versions of a file that are kept on this laptop, and work on it that was never saved, "
    "with what has changed since. The file may be damaged or gone. --restore writes one of them to a new "
    "file. No file is replaced unless --to names FILE itself, and what it holds is then kept as an earlier "
    "version.",
    _add_arguments,
    _run,
)
