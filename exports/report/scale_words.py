"""A score in words: how far it lies from "no different", as a part of its side of the scale."""

from fractions import Fraction

from workbook.model.mix import exact
from workbook.model.scores import Scale

NOT_SCORED = "not scored"
SCALE_RULE = (
    "Up to a third of the way to the end of the scale reads “a little better” or “a little worse”, up to "
    "two thirds “better” or “worse”, beyond that “much better” or “much worse”; 0 is “no different”. "
    "Always compared with the situation without an agreement. The words are our own."
)


def scale_words(score: float | None, scale: Scale) -> str:
    """From "much worse" to "much better", or "not scored", which is never "no different"."""
    if score is None:
        return NOT_SCORED
    if not score:
        return "no different"
    side = exact(scale.max) if score > 0 else exact(scale.min)
    part = exact(score) / side
    word = "better" if score > 0 else "worse"
    if part <= Fraction(1, 3):
        return f"a little {word}"
    return word if part <= Fraction(2, 3) else f"much {word}"
