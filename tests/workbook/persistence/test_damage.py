"""A damaged file is never opened as if it were whole: it is refused, or it says just what it said before."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from workbook.model.workbook import Workbook
from workbook.persistence import reading
from workbook.persistence.problems import Altered, Damaged, FileProblem, NotAWorkbook
from workbook.persistence.reading import Opened, read
from workbook.persistence.writing import create

Reopened = Callable[[bytes], Opened | FileProblem]
DICE_SEED = 20190618


def nothing_unknown(workbook: Workbook) -> tuple[str, ...]:
    return ()


@pytest.fixture
def reopened(monkeypatch: pytest.MonkeyPatch) -> Reopened:
    """Opens thousands of files, so none of them is on a disk."""

    def reopen(data: bytes) -> Opened | FileProblem:
        monkeypatch.setattr(reading, "read_bytes", lambda _: data)
        try:
            return read(Path("damaged.partnership"), find_unknown=nothing_unknown)
        except FileProblem as problem:
            return problem

    return reopen


@pytest.fixture
def small(tmp_path: Path) -> bytes:
    """A file small enough to damage in every possible place."""
    path = tmp_path / "small.partnership"
    create(path, Workbook(title="Zürich", notes="one\ntwo"))
    return path.read_bytes()


def same_values(one: bytes, other: bytes) -> bool:
    """Whether two files say the same to any parser: some flips only exchange e and E in a number."""
    try:
        return bool(json.loads(one) == json.loads(other))
    except ValueError:
        return False


def assert_refused_or_the_same(reopened: Reopened, whole: bytes, damaged: bytes) -> bool:
    """Returns whether it was refused."""
    result = reopened(damaged)
    if isinstance(result, FileProblem):
        return True
    assert same_values(whole, damaged)
    return False


def test_every_single_flipped_bit_is_noticed(reopened: Reopened, small: bytes) -> None:
    refused = 0
    for position in range(len(small)):
        for bit in range(8):
            damaged = bytearray(small)
            damaged[position] ^= 1 << bit
            refused += assert_refused_or_the_same(reopened, small, bytes(damaged))

    assert refused > 0.97 * 8 * len(small)  # the rest turns one blank into another


def test_flipped_bits_in_a_full_workbook_are_noticed(reopened: Reopened, sample: Path) -> None:
    whole = sample.read_bytes()
    dice = random.Random(DICE_SEED)  # noqa: S311 - damage, not cryptography
    for _ in range(500):
        damaged = bytearray(whole)
        damaged[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        assert_refused_or_the_same(reopened, whole, bytes(damaged))


def test_a_file_cut_short_anywhere_is_refused(reopened: Reopened, small: bytes, sample: Path) -> None:
    whole = sample.read_bytes()
    in_the_small = [(small, length) for length in range(len(small) - 1)]
    in_the_full = [(whole, length) for length in range(0, len(whole) - 1, 97)]
    for data, length in in_the_small + in_the_full:
        assert type(reopened(data[:length])) in (Damaged, NotAWorkbook)
        if length > 50:
            assert type(reopened(data[:length])) is Damaged  # it had time to say what it is


def test_blocks_that_are_zeroed_or_exchanged_are_noticed(reopened: Reopened, sample: Path) -> None:
    whole = sample.read_bytes()
    blocks = [whole[start : start + 512] for start in range(0, len(whole), 512)]
    dice = random.Random(DICE_SEED)  # noqa: S311 - damage, not cryptography
    for number in range(len(blocks)):
        zeroed = [*blocks[:number], bytes(len(blocks[number])), *blocks[number + 1 :]]
        assert isinstance(reopened(b"".join(zeroed)), FileProblem)
    for _ in range(100):
        exchanged = blocks.copy()
        one, other = dice.sample(range(len(blocks)), 2)
        exchanged[one], exchanged[other] = blocks[other], blocks[one]
        assert_refused_or_the_same(reopened, whole, b"".join(exchanged))


def test_every_value_that_is_changed_or_removed_breaks_the_checksum(reopened: Reopened, sample: Path) -> None:
    whole = json.loads(sample.read_bytes())
    for key in whole:
        if key in {"format", "format_version", "sha256"}:
            continue
        without = {name: value for name, value in whole.items() if name != key}
        assert type(reopened(json.dumps(without).encode())) is Altered
        assert type(reopened(json.dumps({**whole, key: None}).encode())) is Altered
