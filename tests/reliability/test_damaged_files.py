"""A damaged file is refused in one clear line, or opens as the very same workbook; opening never writes."""

import json
import os
import random
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.figures import Figures
from tests.reliability.damage import SURE_TO_OPEN, TRUNCATIONS, DamagedFile, at_chance, cut, kinds, once_each
from workbook.edits.begin import add_draft, empty_draft
from workbook.model.workbook import Workbook
from workbook.persistence.format import Document, Head, WorkbookFile, digest, to_bytes
from workbook.persistence.problems import (
    Altered,
    Damaged,
    FileProblem,
    Invalid,
    NotAWorkbook,
    TooNew,
    Unreadable,
)
from workbook.persistence.reading import read
from workbook.persistence.writing import create, write

FILES = Path(__file__).parents[1] / "files"
SAMPLES = (FILES / "v1_sample.partnership", FILES / "three_drafts.partnership")
EVERY, FEW = 1.0, 0.04
SEED = 20190618
LONGEST_LINE = 1000

Read = Callable[[Path], tuple[Head, Workbook]]


def ours(path: Path) -> tuple[Head, Workbook]:
    opened = read(path)
    return opened.head, opened.workbook


def without_a_checksum(path: Path) -> tuple[Head, Workbook]:
    """What a program does that trusts its parser and its model: the negative control."""
    try:
        document = json.loads(path.read_bytes().decode("utf-8-sig"))
        file = WorkbookFile.model_validate({**document, "sha256": None})
    except (ValueError, TypeError, RecursionError):
        raise Damaged(path, "does not open") from None
    head = {name: getattr(file, name) for name in Head.model_fields}
    return Head.model_validate(head), file.workbook


class Verdicts:
    """Opens damaged files, one after the other under one name, and notes what came of them."""

    def __init__(self, folder: Path, read_file: Read) -> None:
        self._path = folder / "e.partnership"
        self._read = read_file
        self.same: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.classes: Counter[type[FileProblem]] = Counter()
        self.different: Counter[str] = Counter()
        self.wrong: list[str] = []

    @property
    def tried(self) -> int:
        """How many files."""
        return sum((self.same + self.refused + self.different).values())

    def on(self, whole: bytes, damaged: DamagedFile) -> None:
        """Open one, which was once `whole`."""
        self._path.write_bytes(damaged.data)
        os.utime(self._path, ns=(10**18, 10**18))
        before = self._look()
        try:
            head, workbook = self._read(self._path)
        except FileProblem as problem:
            self.refused[damaged.kind] += 1
            self.classes[type(problem)] += 1
            self.wrong += self._faults_in(str(problem), damaged.kind)
        else:
            is_same = (_told(head), workbook) == _meant(whole)
            (self.same if is_same else self.different)[damaged.kind] += 1
        if self._look() != before:
            self.wrong.append(f"{damaged.kind}: opening wrote something")

    def _look(self) -> tuple[object, ...]:
        known = self._path.stat()
        names = sorted(os.listdir(self._path.parent))  # noqa: PTH208 - names only
        return names, known.st_mtime_ns, known.st_ino, known.st_mode, self._path.read_bytes()

    def _faults_in(self, line: str, kind: str) -> Iterator[str]:
        if not line.startswith(f"{self._path}: "):
            yield f"{kind}: does not name the file: {line[:80]}"
        if len(line) > LONGEST_LINE or any(unicodedata.category(each).startswith("C") for each in line):
            yield f"{kind}: is not one clear line: {line[:80]!r}"


def _told(head: Head) -> tuple[object, ...]:
    return head.document_id, head.revision, head.format_version


def _meant(whole: bytes) -> tuple[tuple[object, ...], Workbook]:
    """What the file said before it was damaged, without asking the program's own reader."""
    document = json.loads(whole)
    told = tuple(document[key] for key in ("document_id", "revision", "format_version"))
    return told, Workbook.model_validate(document["workbook"])


@pytest.fixture
def saves(tmp_path: Path) -> list[tuple[bytes, bytes]]:
    """Files as they should be, each with an older save of the same document."""
    found = []
    for sample in SAMPLES:
        document: Document = json.loads(sample.read_bytes())
        summed = {**document, "document_id": document.get("document_id") or "d", "revision": 3}
        older = {**summed, "revision": 2, "workbook": {**document["workbook"], "title": "As it was"}}
        found.append((_summed(summed), _summed(older)))
    path = tmp_path / "small.partnership"
    first = create(path, add_draft(Workbook(title="Zürich", notes="one\ntwo"), empty_draft()))
    older_bytes = path.read_bytes()
    write(path, add_draft(Workbook(title="Genève", notes="one\nthree"), empty_draft()), first.head)
    found.append((path.read_bytes(), older_bytes))
    path.unlink()
    return found


def _summed(document: Document) -> bytes:
    return to_bytes({**document, "sha256": digest(document)})


def damage_all(saves: list[tuple[bytes, bytes]], share: float, verdicts: Verdicts) -> Verdicts:
    dice = random.Random(SEED)  # noqa: S311 - damage, not cryptography
    for whole, older in saves:
        files = (
            *once_each(whole, older),
            *cut(whole, round(TRUNCATIONS * share)),
            *at_chance(whole, older, dice, share / 2),
        )
        for damaged in files:
            if damaged.data != whole:
                verdicts.on(whole, damaged)
    return verdicts


shares = pytest.mark.parametrize(
    "share", [FEW, pytest.param(EVERY, marks=[pytest.mark.long, pytest.mark.timeout(900)])]
)


@shares
def test_a_damaged_file_never_opens_as_another_workbook(
    tmp_path: Path, saves: list[tuple[bytes, bytes]], share: float, figures: Figures
) -> None:
    verdicts = damage_all(saves, share, Verdicts(tmp_path, ours))

    assert verdicts.different == Counter()
    assert verdicts.wrong == []
    assert set(verdicts.refused) | set(verdicts.same) == set(kinds())
    assert set(verdicts.classes) <= {Damaged, Altered, Invalid, TooNew, NotAWorkbook, Unreadable}
    assert not SURE_TO_OPEN & set(verdicts.refused)
    assert verdicts.tried >= (5000 if share == EVERY else 200)
    assert sum(verdicts.refused.values()) > 0.85 * verdicts.tried  # most damage is damage
    figures.tell(
        f"Files damaged in {len(kinds())} ways",
        tried=verdicts.tried,
        what="files",
        lost=sum(verdicts.different.values()),
        beside=f"{sum(verdicts.refused.values()):,} refused, {sum(verdicts.same.values()):,} opened as the "
        "very same design",
    )


def test_a_program_without_a_checksum_fails_the_same_check(
    tmp_path: Path, saves: list[tuple[bytes, bytes]]
) -> None:
    verdicts = damage_all(saves, FEW, Verdicts(tmp_path, without_a_checksum))

    assert verdicts.different["one bit flipped"] > 0
    assert verdicts.different["a word typed into it"] == len(saves)
    assert sum(verdicts.different.values()) > 0.05 * verdicts.tried


def test_the_check_sees_it_when_opening_writes(tmp_path: Path, saves: list[tuple[bytes, bytes]]) -> None:
    def tidying(path: Path, *, into: str) -> tuple[Head, Workbook]:
        try:
            return ours(path)
        finally:
            path.with_name(into).write_bytes(path.read_bytes())

    whole, _ = saves[0]
    for into in ("e.partnership", "e.partnership.bak"):
        verdicts = Verdicts(tmp_path, partial(tidying, into=into))
        verdicts.on(whole, DamagedFile("a byte order mark", b"\xef\xbb\xbf" + whole))
        assert verdicts.wrong == ["a byte order mark: opening wrote something"]


@pytest.mark.parametrize(
    "kind", ["an unfinished merge", "an unfinished merge of Windows", "a merge of whole files"]
)
def test_a_file_that_git_could_not_merge_is_told_as_such(
    tmp_path: Path, saves: list[tuple[bytes, bytes]], kind: str
) -> None:
    path = tmp_path / "e.partnership"
    for whole, older in saves:
        (damaged,) = (each.data for each in once_each(whole, older) if each.kind == kind)
        path.write_bytes(damaged)
        line = 1 + damaged[: damaged.index(b"<<<<<<< ")].count(b"\n")

        with pytest.raises(Damaged) as caught:
            read(path)

        words = f"is damaged: it holds the marks of an unfinished merge of two versions, in line {line}"
        assert caught.value.sentence == words


def test_marks_of_a_merge_that_somebody_typed_are_only_text(tmp_path: Path) -> None:
    path = tmp_path / "e.partnership"
    notes = "<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> theirs\n"
    create(path, Workbook(notes=notes))
    assert read(path).workbook.notes == notes
    path.write_bytes(path.read_bytes()[:-3])
    with pytest.raises(Damaged) as caught:
        read(path)
    assert "merge" not in caught.value.sentence
