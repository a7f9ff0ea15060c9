"""How figures are put into words: words first, then digits."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

Key = TypeVar("Key", bound=str)

NOT_CHARACTERISED = "not characterised"

SIMILARITY_WORDS = (
    (Fraction(85, 100), "very alike"),
    (Fraction(60, 100), "alike"),
    (Fraction(35, 100), "partly alike"),
    (Fraction(0), "different"),
)
LEAD_CLEARLY = Fraction(40, 100)
LEAD_LEANING = Fraction(15, 100)


def parts_of_100(shares: Mapping[Key, Fraction]) -> dict[Key, int]:
    """Whole parts of 100 that sum to 100: rounded by largest remainder, the earlier key first when equal."""
    scaled = {key: share * 100 for key, share in shares.items()}
    parts = {key: int(value) for key, value in scaled.items()}
    missing = 100 - sum(parts.values())
    by_remainder = sorted(shares, key=lambda key: scaled[key] - parts[key], reverse=True)
    for key in by_remainder[:missing]:
        parts[key] += 1
    return parts


def of_100(share: Fraction) -> str:
    """A share as whole parts of 100, halves rounded up."""
    return f"{int(share * 100 + Fraction(1, 2))} of 100"


def similarity_words(share: Fraction) -> str:
    """From "very alike" to "different"."""
    return next(words for least, words in SIMILARITY_WORDS if share >= least)


def listed(words: Sequence[str]) -> str:
    """One; one and two; one, two and three. Semicolons throughout where the words hold commas or an "and"."""
    text = "\n".join(words)
    if ", " in text or " and " in text:
        return "; ".join(words)
    *first, last = words or [""]
    return f"{', '.join(first)} and {last}" if first else last


def counted(number: int, one: str, many: str | None = None) -> str:
    """1 dimension, 2 dimensions."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def capitalised(sentence: str) -> str:
    """The sentence with a capital first letter; the rest as it was."""
    return sentence[:1].upper() + sentence[1:]
