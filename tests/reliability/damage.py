"""What happens to files on sticks, in mail, in sync folders and under git: a file in, a damaged one out."""

import difflib
import json
import random
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

BLOCK = 512
TRUNCATIONS = 500
"""A file is cut at every so many-th part of its length."""


class DamagedFile(NamedTuple):
    """What became of a file, and by what."""

    kind: str
    data: bytes


Once = Callable[[bytes, bytes], bytes]
"""From a file, and an older save of the same document, to a damaged file."""

Again = Callable[[bytes, bytes, random.Random], bytes]
"""The same, at a place that is left to chance."""


def once_each(whole: bytes, older: bytes) -> Iterator[DamagedFile]:
    """Damage that there is one sort of."""
    for kind, damage in ONCE.items():
        yield DamagedFile(kind, damage(whole, older))


def cut(whole: bytes, times: int) -> Iterator[DamagedFile]:
    """Cut short at so many places, evenly over its length."""
    for part in range(times):
        yield DamagedFile("cut short", whole[: part * len(whole) // times])


def at_chance(whole: bytes, older: bytes, dice: random.Random, share: float) -> Iterator[DamagedFile]:
    """Damage at places left to chance, as often as `AT_CHANCE` says, times `share`."""
    for kind, (times, damage) in AT_CHANCE.items():
        for _ in range(max(1, round(times * share))):
            yield DamagedFile(kind, damage(whole, older, dice))


def unfinished_merge(ours: bytes, theirs: bytes, end: bytes = b"\n") -> bytes:
    """What git leaves where two versions differ."""
    one, other = ours.splitlines(), theirs.splitlines()
    merged: list[bytes] = []
    for deed, a, b, c, d in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if deed == "equal":
            merged += one[a:b]
        else:
            merged += [b"<<<<<<< HEAD", *one[a:b], b"=======", *other[c:d], b">>>>>>> theirs"]
    return end.join(merged) + end


# ------------------------------------------------------------------------------------------ at a chance place


def _flipped(whole: bytes, _older: bytes, dice: random.Random) -> bytes:
    changed = bytearray(whole)
    changed[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _zeroed(whole: bytes, _older: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(0, len(whole), BLOCK)
    return whole[:start] + bytes(len(whole[start : start + BLOCK])) + whole[start + BLOCK :]


def _blocks(whole: bytes) -> list[bytes]:
    return [whole[start : start + BLOCK] for start in range(0, len(whole), BLOCK)]


def _exchanged(whole: bytes, _older: bytes, dice: random.Random) -> bytes:
    blocks = _blocks(whole)
    one, other = dice.sample(range(len(blocks)), 2)
    blocks[one], blocks[other] = blocks[other], blocks[one]
    return b"".join(blocks)


def _block_of_older(whole: bytes, older: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(0, len(whole), BLOCK)
    return whole[:start] + older[start : start + BLOCK] + whole[start + BLOCK :]


def _tail_of_older(whole: bytes, older: bytes, dice: random.Random) -> bytes:
    # From where they differ: with all that differs it is no damage, but the older save itself.
    first = next(at for at, (one, other) in enumerate(zip(whole, older, strict=False)) if one != other)
    start = dice.randrange(first + 1, len(whole))
    return whole[:start] + older[start:]


def _random_bytes(_whole: bytes, _older: bytes, dice: random.Random) -> bytes:
    return dice.randbytes(dice.randrange(1, 4000))


def _some_random_bytes(whole: bytes, _older: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(whole))
    return whole[:start] + dice.randbytes(dice.randrange(1, 16)) + whole[start:]


def _line(whole: bytes, dice: random.Random) -> tuple[list[bytes], int]:
    lines = whole.splitlines(keepends=True)
    return lines, dice.randrange(len(lines))


def _line_doubled(whole: bytes, _older: bytes, dice: random.Random) -> bytes:
    lines, at = _line(whole, dice)
    return b"".join([*lines[: at + 1], *lines[at:]])


def _line_lost(whole: bytes, _older: bytes, dice: random.Random) -> bytes:
    lines, at = _line(whole, dice)
    return b"".join([*lines[:at], *lines[at + 1 :]])


def _lines_exchanged(whole: bytes, _older: bytes, dice: random.Random) -> bytes:
    lines, at = _line(whole, dice)
    other = dice.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]
    return b"".join(lines)


def _key_doubled(whole: bytes, _older: bytes, dice: random.Random) -> bytes:
    """One key of one object a second time, with a value that is not that of the first."""
    objects: list[dict[str, object]] = []

    def seen(found: dict[str, object]) -> dict[str, object]:
        objects.append(found)
        return found

    document = json.loads(whole, object_hook=seen)
    texts = [(each, key) for each in objects for key, value in each.items() if isinstance(value, str)]
    chosen, key = dice.choice(texts)
    chosen["KEY"] = "another value"
    return json.dumps(document, ensure_ascii=False).replace('"KEY"', json.dumps(key)).encode()


AT_CHANCE: dict[str, tuple[int, Again]] = {
    "one bit flipped": (1000, _flipped),
    "a block zeroed": (250, _zeroed),
    "two blocks exchanged": (200, _exchanged),
    "a block of an older save": (150, _block_of_older),
    "the end of an older save": (150, _tail_of_older),
    "random bytes": (30, _random_bytes),
    "some random bytes inside": (100, _some_random_bytes),
    "a line doubled": (120, _line_doubled),
    "a line lost": (120, _line_lost),
    "two lines exchanged": (120, _lines_exchanged),
    "a key doubled": (60, _key_doubled),
}

# ------------------------------------------------------------------------------------------- of one sort only


def _one_word_other(whole: bytes, _older: bytes) -> bytes:
    return whole.replace(b'"title": "', b'"title": "x', 1)


def _number_longer(whole: bytes, _older: bytes) -> bytes:
    return whole.replace(b'"revision": ', b'"revision": 1', 1)


ONCE: dict[str, Once] = {
    "empty": lambda _, __: b"",
    "blanks only": lambda whole, _: b" " * len(whole),
    "zeroed": lambda whole, _: bytes(len(whole)),
    "its end zeroed": lambda whole, _: whole[: len(whole) // 2] + bytes(len(whole) - len(whole) // 2),
    "zeros after it": lambda whole, _: whole + bytes(BLOCK),
    "rubbish after it": lambda whole, _: whole + b"rubbish",
    "blank lines after it": lambda whole, _: whole + b"\n \n",
    "a second copy after it": lambda whole, _: whole + whole,
    "an older save after it": lambda whole, older: whole + older,
    "a byte order mark": lambda whole, _: b"\xef\xbb\xbf" + whole,
    "two byte order marks": lambda whole, _: b"\xef\xbb\xbf" * 2 + whole,
    "line ends of Windows": lambda whole, _: whole.replace(b"\n", b"\r\n"),
    "line ends of an old Mac": lambda whole, _: whole.replace(b"\n", b"\r"),
    "byte order mark and line ends": lambda whole, _: b"\xef\xbb\xbf" + whole.replace(b"\n", b"\r\n"),
    "indented otherwise": lambda whole, _: whole.replace(b"\n  ", b"\n\t"),
    "no line ends": lambda whole, _: b"".join(line.strip() for line in whole.splitlines()),
    "UTF-16": lambda whole, _: whole.decode().encode("utf-16"),
    "UTF-16 without a mark": lambda whole, _: whole.decode().encode("utf-16-le"),
    "UTF-16 the other way round": lambda whole, _: whole.decode().encode("utf-16-be"),
    "another code page": lambda whole, _: whole.decode().encode("cp1252", "replace"),
    "its UTF-8 taken for another code page": lambda whole, _: whole.decode("latin-1").encode(),
    "its letters composed otherwise": lambda whole, _: unicodedata.normalize("NFD", whole.decode()).encode(),
    "only seven bits": lambda whole, _: bytes(byte & 0x7F for byte in whole),
    "an unfinished merge": unfinished_merge,
    "an unfinished merge of Windows": lambda whole, older: unfinished_merge(whole, older, b"\r\n"),
    "a merge of whole files": lambda whole, older: (
        b"<<<<<<< HEAD\n" + whole + b"=======\n" + older + b">>>>>>> theirs\n"
    ),
    "a word typed into it": _one_word_other,
    "a number typed into it": _number_longer,
    "head of the older save": lambda whole, older: older[:BLOCK] + whole[BLOCK:],
    "quotes made typographic": lambda whole, _: whole.replace(b'"', "\u201d".encode()),
}

SURE_TO_OPEN = frozenset(
    {
        "blank lines after it",
        "a byte order mark",
        "line ends of Windows",
        "line ends of an old Mac",
        "byte order mark and line ends",
        "indented otherwise",
        "no line ends",
    }
)
"""Mail, git and editors do this, and it changes nothing of what the file says."""


def kinds() -> Sequence[str]:
    """Every sort of damage there is."""
    return ("cut short", *AT_CHANCE, *ONCE)
