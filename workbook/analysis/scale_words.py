"""A score in words: how far it lies from "no different", as a part of its side of the scale."""

from fractions import Fraction
from functools import lru_cache

from workbook.model.mix import exact
from workbook.model.scores import Scale

NOT_SCORED = "not scored"
NO_DIFFERENT = "no different"
STRENGTHS = ("a little ", "", "much ")
SCALE_RULE = (
    "Up to a third of the way to the end of the scale reads “a little better” or “a little worse”, up to "
    "two thirds “better” or “worse”, beyond that “much better” or “much worse”; 0 is “no different”. "
    "Always compared with the situation without an agreement. The words are our own."
)


@lru_cache(maxsize=1000)
def strength(score: float, scale: Scale) -> int:
    """How strong an effect is: 1 to 3 thirds of the way to the end of its side of the scale; 0 is none."""
    if not score:
        return 0
    part = exact(score) / exact(scale.max if score > 0 else scale.min)
    return -int(-(part * Fraction(len(STRENGTHS))) // 1)


def scale_words(score: float | None, scale: Scale) -> str:
    """From "much worse" to "much better", or "not scored", which is never "no different"."""
    if score is None:
        return NOT_SCORED
    if not score:
        return NO_DIFFERENT
    return f"{STRENGTHS[strength(score, scale) - 1]}{'better' if score > 0 else 'worse'}"
