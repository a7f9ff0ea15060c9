"""What a score means in plain words, and how numbers on a scale are written."""

from fractions import Fraction
from functools import lru_cache

from ui.forms.number_field import number_in_words
from workbook.model.mix import exact
from workbook.model.scores import Scale

NOT_SCORED = "not scored yet"
NO_DIFFERENT = "no different from no agreement"
STRENGTHS = ("a little ", "", "much ")
LEVELS = len(STRENGTHS)


@lru_cache(maxsize=1000)
def level(value: float, scale: Scale) -> int:
    """How strong an effect is, from 1 to 3, on its own side of the scale; 0 is no effect."""
    if not value:
        return 0
    bound = exact(scale.max if value > 0 else scale.min)
    share = exact(value) / bound if bound else Fraction(1)
    return min(-int(-(share * LEVELS) // 1), LEVELS)


def words_of(value: float | None, scale: Scale) -> str:
    """Such as "much worse than without an agreement"."""
    if value is None:
        return NOT_SCORED
    if not value:
        return NO_DIFFERENT
    strength = STRENGTHS[level(value, scale) - 1]
    return f"{strength}{'better' if value > 0 else 'worse'} than without an agreement"


@lru_cache(maxsize=1000)
def written(value: float) -> str:
    """With its sign, such as +2."""
    return number_in_words(value, signed=True)


def scale_in_words(scale: Scale) -> str:
    """From where to where."""
    return f"{written(scale.min)} to {written(scale.max)}"


def problem_with(value: float, scale: Scale) -> str:
    """Why a score cannot be this number; empty when it can."""
    if not scale.holds(value):
        return f"{written(value)} is off the scale from {scale_in_words(scale)}"
    if scale.step is not None and exact(value) and (exact(value) - exact(scale.min)) % exact(scale.step):
        return f"{written(value)} lies between the steps of the scale, which are {_step(scale)}"
    return ""


def stepped(value: float, by: int, scale: Scale) -> float:
    """One step up or down from a value, or as far as the scale goes."""
    step = exact(scale.step) if scale.step is not None else (exact(scale.max) - exact(scale.min)) / 60
    there = min(max(exact(value) + by * step, exact(scale.min)), exact(scale.max))
    return int(there) if there.denominator == 1 else float(there)


def _step(scale: Scale) -> str:
    step = scale.step or 0
    return "whole points" if step == 1 else f"{number_in_words(step)} apart"
