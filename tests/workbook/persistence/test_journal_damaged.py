"""A journal that is cut, garbled or mixed up: what was kept before comes back, and never anything else."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.workbook.persistence.journals import (
    SMALL,
    Read,
    a_workshop,
    keep_all,
    line,
    read_all_that_parses,
    state_in,
)
from workbook.model.workbook import Workbook
from workbook.persistence.journal import GARBLED, read_journal

STATES = tuple(a_workshop())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "here"


def prefixes(data: bytes, kept: Sequence[Workbook], cut: int) -> Workbook | None:
    """What must come back of a journal that is whole up to a byte: counted by its lines."""
    whole = data.count(b"\n", 0, cut)  # the head, the first state, and what was added
    return None if whole < 2 else kept[whole - 2]


def cuts_that_go_wrong(data: bytes, kept: Sequence[Workbook], read: Read = read_journal) -> list[int]:
    return [cut for cut in range(len(data)) if state_in(data[:cut], read) != prefixes(data, kept, cut)]


def flips_that_go_wrong(data: bytes, kept: Sequence[Workbook], read: Read = read_journal) -> list[int]:
    wrong = []
    for bit in range(len(data) * 8):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        if state_in(bytes(flipped), read) != prefixes(data, kept, bit // 8):
            wrong.append(bit)
    return wrong


def test_cut_at_any_byte_what_was_kept_before_comes_back(place: Path) -> None:
    kept = keep_all(place, SMALL)
    data = place.read_bytes()
    assert cuts_that_go_wrong(data, kept) == []
    assert read_journal(data).copy.workbook == kept[-1]


def test_a_journal_of_a_workshop_cut_at_many_bytes(place: Path) -> None:
    kept = keep_all(place, STATES)
    data = place.read_bytes()
    first = data.index(b"\n", data.index(b"\n") + 1)
    for cut in range(first - 3, len(data), 1511):
        assert state_in(data[:cut]) == prefixes(data, kept, cut)


def test_whichever_bit_is_flipped_what_was_kept_before_comes_back(place: Path) -> None:
    kept = keep_all(place, SMALL[:4])
    assert flips_that_go_wrong(place.read_bytes(), kept) == []


def test_damage_is_told_from_an_entry_that_the_end_of_the_program_cut_short(place: Path) -> None:
    keep_all(place, SMALL)
    data = place.read_bytes()
    assert not read_journal(data[:-9]).is_cut
    assert not read_journal(data[:-9] + bytes(9)).is_cut  # the disk had made room for it already
    middle = data.index(b"Note 3")
    assert read_journal(data[:middle] + b"X" + data[middle + 1 :]).is_cut


Change = Callable[[list[bytes], list[bytes]], list[bytes]]

DISORDER: dict[str, Change] = {
    "one is there twice": lambda mine, _: [*mine[:5], mine[4], *mine[5:]],
    "one is missing": lambda mine, _: [*mine[:5], *mine[6:]],
    "two are exchanged": lambda mine, _: [*mine[:5], mine[6], mine[5], *mine[7:]],
    "one is of another journal": lambda mine, other: [*mine[:5], other[5], *mine[6:]],
    "it goes on with another journal": lambda mine, other: [*mine[:5], *other[5:]],
    "an older end of it is still there": lambda mine, _: [*mine[:5], *mine[2:]],
}


def disordered(tmp_path: Path, way: str) -> tuple[bytes, list[Workbook]]:
    """Two journals that begin alike, put together wrongly behind the fourth state; what one kept."""
    kept = keep_all(tmp_path / "mine", SMALL)
    keep_all(tmp_path / "other", [*SMALL[:4], *(state.replace(title="other") for state in SMALL[4:])])
    mine, other = ((tmp_path / name).read_bytes().splitlines(keepends=True) for name in ("mine", "other"))
    return b"".join(DISORDER[way](mine, other)), kept


@pytest.mark.parametrize("way", DISORDER)
def test_lines_in_disorder_end_what_comes_back(tmp_path: Path, way: str) -> None:
    data, kept = disordered(tmp_path, way)
    found = read_journal(data)
    assert found.copy.workbook == kept[3]
    assert found.is_cut


WRONG: dict[str, Any] = {
    "a number too many": {
        "number": 3,
        "changes": [{"kind": "changed", "address": "title", "after": "wrong"}],
    },
    "no number": {"changes": []},
    "a list": [],
    "an address that leads nowhere": {
        "number": 2,
        "changes": [{"kind": "changed", "address": "drafts/gone/name", "after": "x"}],
    },
    "a value that is refused": {
        "number": 2,
        "changes": [{"kind": "changed", "address": "title", "after": 7}],
    },
    "no such kind of change": {"number": 2, "changes": [{"kind": "lost", "address": "title"}]},
    "no time": {"number": 2, "changes": [{"kind": "changed", "address": "title", "after": "x"}], "at": None},
}


@pytest.mark.parametrize("way", WRONG)
def test_an_entry_that_makes_no_sense_ends_what_comes_back(place: Path, way: str) -> None:
    kept = keep_all(place, SMALL[:2])
    data = place.read_bytes()
    wrong = WRONG[way]
    entry = {"at": "2027-03-01T12:00:00+00:00"} | wrong if isinstance(wrong, dict) else wrong
    bad = line(data.splitlines()[-1], json.dumps(entry).encode())
    found = read_journal(data + bad + line(bad, b'{"number": 3, "changes": []}'))
    assert (found.copy.workbook, found.is_cut) == (kept[-1], True)


def test_garbled_files_raise_only_what_the_reader_promises() -> None:
    for data in (
        b"",
        b"\n",
        b"x",
        b"\xff\xfe\n",
        line(b"", b"[]"),
        line(b"", b"{}"),
        line(b"", b"[" * 100_000),
    ):
        with pytest.raises(GARBLED):
            read_journal(data)


def test_a_reader_that_skips_what_it_cannot_read_is_found_out(tmp_path: Path) -> None:
    kept = keep_all(tmp_path / "here", SMALL[:4])
    assert flips_that_go_wrong((tmp_path / "here").read_bytes(), kept, read_all_that_parses) != []
    data, kept = disordered(tmp_path, "it goes on with another journal")
    assert state_in(data, read_all_that_parses) not in kept
