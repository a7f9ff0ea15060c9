"""What a score means in plain words, and how numbers on a scale are written."""

from functools import lru_cache

from ui.forms.number_field import number_in_words
from workbook.analysis.scale_words import scale_words
from workbook.model.mix import exact
from workbook.model.scores import Scale


def words_of(value: float | None, scale: Scale) -> str:
    """Such as "much worse than without an agreement"."""
    said = scale_words(value, scale)
    if value is None:
        return f"{said} yet"
    return f"{said} {'than without an agreement' if value else 'from no agreement'}"


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
