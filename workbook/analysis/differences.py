"""In which order the dimensions stand: where the columns differ most first, or as in the framework."""

from dataclasses import dataclass
from fractions import Fraction

from workbook.analysis.comparison import Comparison
from workbook.analysis.similarity import Similarity
from workbook.analysis.wording import similarity_words
from workbook.model.vocabulary import DIMENSIONS, DimensionId

ALIKE = ("very alike", "alike")


@dataclass(frozen=True)
class Section:
    """Dimensions under one label."""

    key: str
    title: str
    dimensions: tuple[DimensionId, ...]


FRAMEWORK = (Section("dimensions", "Dimensions", DIMENSIONS),)


def differences_first(comparison: Comparison, anchor: str, others: tuple[str, ...]) -> tuple[Section, ...]:
    """Dimensions on which the columns share little with the anchor, then the rest, then what is open.

    The words of the similarity rule say where "alike" begins. Equal ones keep the order of the framework.
    """
    pairs = [comparison.pair(anchor, other) for other in others]
    shared = {dimension: _mean(dimension, pairs) for dimension in DIMENSIONS}
    known = {dimension: share for dimension, share in shared.items() if share is not None}
    ranked = sorted(known, key=lambda dimension: known[dimension])
    sections = (
        Section("differ", "Differ most", tuple(d for d in ranked if not _is_alike(known[d]))),
        Section("alike", "More alike", tuple(d for d in ranked if _is_alike(known[d]))),
        Section("open", "Not yet placed", tuple(d for d in DIMENSIONS if d not in known)),
    )
    return tuple(section for section in sections if section.dimensions)


def _mean(dimension: DimensionId, pairs: list[Similarity]) -> Fraction | None:
    shares = [getattr(pair.by_dimension, dimension) for pair in pairs]
    said = [Fraction(share).limit_denominator(10**9) for share in shares if share is not None]
    return sum(said, Fraction(0)) / len(said) if said else None


def _is_alike(share: Fraction) -> bool:
    return similarity_words(share) in ALIKE
