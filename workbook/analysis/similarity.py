"""How alike two drafts or cases are on the dimensions: the part of the two mixes that is shared."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm

from workbook.analysis.finding import Finding, Input, shown
from workbook.analysis.subject import Shares, Subject
from workbook.analysis.wording import counted, listed, of_100, similarity_words
from workbook.library.entries import Library
from workbook.model.record import Record
from workbook.model.vocabulary import DIMENSIONS, DimensionId

SHARED_RULE = (
    "On each dimension the shared part of the two mixes: the sum of the smaller shares. Overall the mean "
    "over the dimensions that both have; every dimension counts the same, which is our assumption. "
    "From 85 of 100, before rounding, “very alike”, from 60 “alike”, from 35 “partly alike”, below that "
    "“different”."
)
SHARED_CITATION = "Our own rule, on the dimensions of Susha et al. 2019, Table 1"


class SharedByDimension(Record):
    """The shared part (0-1) on each dimension; None where one of the two, or both, is not characterised."""

    primary_interest: float | None
    contextual_factors: float | None
    problem_definition: float | None
    orientation: float | None
    dependencies: float | None
    timeframes: float | None
    sector_conception: float | None
    sensemaking_theme: float | None


@dataclass(frozen=True)
class ExactSimilarity:
    """The exact figures two columns are ranked by, so that ties stay ties."""

    overall: Fraction | None
    by_dimension: Mapping[DimensionId, Fraction | None]


class Similarity(Record):
    """How alike two columns of a comparison are (0-1; None when they share no characterised dimension).

    `words` is the figure for a cell of a table: "alike, 64 of 100".
    """

    a: str
    b: str
    similarity: float | None
    words: str
    dimensions_compared: int
    by_dimension: SharedByDimension
    finding: Finding


def shared_part(one: Shares, other: Shares) -> Fraction:
    """The sum of the smaller shares: 1 when two mixes are equal, 0 when they have nothing in common."""
    # In whole parts of a common denominator: exact like the fractions, and several times as fast.
    whole = lcm(*(share.denominator for share in (*one.values(), *other.values())))
    smaller = (min(_parts(share, whole), _parts(other[platform], whole)) for platform, share in one.items())
    return Fraction(sum(smaller), whole)


def exact_similarity(a: Subject, b: Subject) -> ExactSimilarity:
    """The shared part per dimension and its mean over the dimensions both have."""
    by_dimension: dict[DimensionId, Fraction | None] = {}
    for dimension, one in a.shares.items():
        other = b.shares[dimension]
        by_dimension[dimension] = None if one is None or other is None else shared_part(one, other)
    compared = [share for share in by_dimension.values() if share is not None]
    overall = sum(compared, Fraction(0)) / len(compared) if compared else None
    return ExactSimilarity(overall, by_dimension)


def similarity(a: Subject, b: Subject, exact: ExactSimilarity, library: Library) -> Similarity:
    """The figures of a pair with their explanation."""
    figures = {dimension: shown(share) for dimension, share in exact.by_dimension.items()}
    return Similarity(
        a=a.id,
        b=b.id,
        similarity=shown(exact.overall),
        words=_figure(exact.overall),
        dimensions_compared=sum(figure is not None for figure in figures.values()),
        by_dimension=SharedByDimension(**figures),
        finding=Finding(
            id=f"similarity.{a.id}.{b.id}",
            words=_explanation(a, b, exact, library),
            value=shown(exact.overall),
            unit="share",
            inputs=tuple(
                _input(
                    dimension.name,
                    figures[dimension.id],
                    a.address("dimensions", dimension.id) or b.address("dimensions", dimension.id),
                )
                for dimension in library.dimensions
            ),
            rule=SHARED_RULE,
            citation=SHARED_CITATION,
            address=a.address("dimensions") or b.address("dimensions"),
        ),
    )


@lru_cache(maxsize=1000)
def _input(name: str, value: float | None, address: str | None) -> Input:
    """Shared by the pairs of one draft: with thousands of pairs most of the time went into making these."""
    return Input(name=name, value=value, address=address)


def _parts(share: Fraction, whole: int) -> int:
    return share.numerator * (whole // share.denominator)


def _figure(overall: Fraction | None) -> str:
    return "not comparable" if overall is None else f"{similarity_words(overall)}, {of_100(overall)}"


def _explanation(a: Subject, b: Subject, exact: ExactSimilarity, library: Library) -> str:
    shares = {dimension: share for dimension, share in exact.by_dimension.items() if share is not None}
    if exact.overall is None:
        return f"{a.name} and {b.name} cannot be compared: there is no dimension that both have."
    overall = f"{similarity_words(exact.overall)}: {of_100(exact.overall)}"
    both = counted(len(shares), "dimension")
    sentences = [f"{a.name} and {b.name} are {overall} over the {both} both have."]
    most, least = max(shares.values()), min(shares.values())
    if most == least:
        sentences.append(f"Each of them shares {of_100(most)}.")
    else:
        sentences.append(f"Most alike on {_dimensions_with(most, shares, library)}.")
        sentences.append(f"Least alike on {_dimensions_with(least, shares, library)}.")
    if len(shares) < len(DIMENSIONS):
        missing = listed([library.dimension(d).name for d in DIMENSIONS if d not in shares])
        sentences.append(f"Not compared, because not characterised in both: {missing}.")
    return " ".join(sentences)


def _dimensions_with(share: Fraction, shares: Mapping[DimensionId, Fraction], library: Library) -> str:
    names = [library.dimension(dimension).name for dimension, each in shares.items() if each == share]
    return f"{listed(names)} ({of_100(share)})"
