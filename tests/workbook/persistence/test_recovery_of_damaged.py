"""Unsaved work that is damaged, or that an older or newer version of the program left."""

import hashlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.workbook.persistence.journals import SOME, base_of, copy_of, left_by, line
from workbook.persistence import former_copy, journal
from workbook.persistence.reading import read
from workbook.persistence.recovery import Base, Copy, UnsavedWork


def former(copy: Copy, **changes: int) -> bytes:
    """A copy as programs kept it before there was a journal."""
    base = copy.base
    known = {
        "format": "partnership-unsaved",
        "format_version": 1,
        "document_id": copy.document_id,
        "kept_at": copy.kept_at.isoformat(),
        "base": base and {"path": str(base.path), "revision": base.revision, "version": base.version},
    } | changes
    body = copy.workbook.model_dump_json(by_alias=True).encode()
    return signed(json.dumps(known).encode() + b"\n" + body + b"\n")


def signed(contents: bytes) -> bytes:
    """With the checksum that belongs to it: damage that only the contents can tell."""
    return hashlib.sha256(contents).hexdigest().encode() + b"\n" + contents


def left_as_it_was(folder: Path, data: bytes, program: str = "0a1b2c3d") -> Path:
    """A file with these bytes, of a program that has ended."""
    folder.mkdir(exist_ok=True)
    place = folder / f"{program}-d1.unsaved"
    place.write_bytes(data)
    return place


def damaged(data: bytes) -> list[bytes]:
    """Ways in which the beginning of unsaved work can be damaged."""
    middle = len(data) // 2
    return [
        b"",
        data[:middle],
        data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
        data[:-200] + bytes(100) + data[-100:],
        data[1:],
        b"\xff\xfe",
        b"[" * 100_000,
    ]


def damaged_former() -> list[bytes]:
    """The same of a former copy, and what only its contents can tell."""
    data = former(copy_of(SOME))
    _, known, body = data.split(b"\n", 2)
    return [
        *damaged(data),
        data + b"\n",
        signed(b"[" * 100_000),
        signed(b"{}\n" + body),
        signed(known + b"\n{}x"),
        signed(known + b'\n{"no such field": 1}'),
        signed(known.replace(b'"base": null', b'"base": 7') + b"\n" + body),
    ]


@pytest.mark.parametrize("way", range(20))
def test_what_is_damaged_is_set_aside_and_the_others_are_offered(tmp_path: Path, way: int) -> None:
    (bad,) = left_by(tmp_path, copy_of(SOME))
    contents = [*damaged(bad.read_bytes()), *damaged_former()][way]
    assert contents != bad.read_bytes()
    bad.write_bytes(contents)
    left_by(tmp_path, copy_of(SOME, document_id="d2"))
    assert [left.copy.document_id for left in UnsavedWork(tmp_path).left_over()] == ["d2"]
    assert bad.with_name(bad.name + ".damaged").read_bytes() == contents
    assert [left.copy.document_id for left in UnsavedWork(tmp_path).left_over()] == ["d2"]


def test_of_a_journal_that_is_damaged_later_on_the_beginning_is_offered_and_marked(tmp_path: Path) -> None:
    states = [SOME.replace(title=title) for title in ("One", "Two", "Three", "Four")]
    (place,) = left_by(tmp_path, *(copy_of(state) for state in states))
    place.write_bytes(place.read_bytes().replace(b"Three", b"Throe"))
    (left,) = UnsavedWork(tmp_path).left_over()
    assert (left.copy.workbook.title, left.is_cut) == ("Two", True)


def test_a_damaged_journal_that_begins_with_what_was_saved_is_set_aside_not_deleted(
    tmp_path: Path, sample: Path
) -> None:
    saved, state = read(sample).workbook, tmp_path / "state"
    copies = (copy_of(each, base=base_of(sample)) for each in (saved, saved.replace(title="Lost?")))
    (place,) = left_by(state, *copies)
    contents = place.read_bytes().replace(b"Lost?", b"Lost!") + b"\n"
    place.write_bytes(contents)
    assert UnsavedWork(state).left_over() == ()
    assert place.with_name(place.name + ".damaged").read_bytes() == contents


@pytest.mark.parametrize("base", [None, Base(Path("/gone/e.partnership"), 3, "f" * 64)])
def test_what_a_former_program_kept_is_offered_too(tmp_path: Path, base: Base | None) -> None:
    left_as_it_was(tmp_path, former(copy_of(SOME, base=base)))
    (left,) = UnsavedWork(tmp_path).left_over()
    assert left.copy == copy_of(SOME, base=base)
    assert left.standing == ("never_saved" if base is None else "missing")
    UnsavedWork(tmp_path).clear_away(left)
    assert list(tmp_path.iterdir()) == []


def test_what_only_a_newer_program_can_read_is_left_for_that_one(tmp_path: Path) -> None:
    contents = b'{"format": "partnership-journal", "format_version": 99}'
    journal = left_as_it_was(tmp_path, line(b"", contents))
    copy = left_as_it_was(tmp_path, former(copy_of(SOME), format_version=99), "99999999")
    assert UnsavedWork(tmp_path).left_over() == ()
    assert journal.exists()
    assert copy.exists()


def renamed(document: dict[str, Any], _steps: object) -> dict[str, Any]:
    """A migration that brings every workbook another title."""
    return {**document, "workbook": {**document["workbook"], "title": "Upgraded"}}


@pytest.mark.parametrize("kind", [journal, former_copy])
def test_older_formats_are_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: ModuleType
) -> None:
    if kind is journal:
        left_by(tmp_path, copy_of(SOME))
    else:
        left_as_it_was(tmp_path, former(copy_of(SOME)))
    monkeypatch.setattr(kind, "upgrade", renamed)
    (left,) = UnsavedWork(tmp_path).left_over()
    assert left.copy.workbook == SOME.replace(title="Upgraded")


def test_of_a_journal_in_an_older_format_what_cannot_be_made_today_is_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_by(tmp_path, copy_of(SOME), copy_of(SOME.replace(title="Later")))
    monkeypatch.setattr(journal, "FORMAT_VERSION", 2)
    (left,) = UnsavedWork(tmp_path).left_over()
    assert (left.copy.workbook, left.is_cut) == (SOME, True)
