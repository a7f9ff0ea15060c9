"""Which case is nearest to a draft: overall and on each dimension, ties all named."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from workbook.analysis.finding import Finding, Input, shown
from workbook.analysis.similarity import ExactSimilarity
from workbook.analysis.subject import Subject
from workbook.analysis.wording import listed, of_100, similarity_words
from workbook.library.entries import Library
from workbook.model.record import Record
from workbook.model.vocabulary import DIMENSIONS, DimensionId

NEAREST_RULE = (
    "The case with the largest similarity, sought only among cases that have all the dimensions the draft "
    "has; all that tie are named."
)
NEAREST_CITATION = "Our own rule, on the dimensions of Susha et al. 2019, Table 1"


class NearestOnDimension(Record):
    """The cases that share most with a draft on one dimension; none when it is not characterised there."""

    dimension: DimensionId
    cases: tuple[str, ...]


class Nearest(Record):
    """The nearest cases of one draft: more than one when they tie, none when nothing can be compared."""

    draft: str
    cases: tuple[str, ...]
    by_dimension: tuple[NearestOnDimension, ...]
    finding: Finding


def nearest(
    draft: Subject, cases: Iterable[Subject], exact: Mapping[str, ExactSimilarity], library: Library
) -> Nearest:
    """The nearest among the cases; `exact` holds the draft's similarity to each case by case id."""
    comparable = [case for case in cases if _has_all(case, draft)] if draft.characterised else []
    overall = {case.id: exact[case.id].overall for case in comparable}
    first = _first(overall)
    names = {case.id: case.name for case in comparable}
    by_dimension = tuple(
        NearestOnDimension(
            dimension=dimension,
            cases=_first({case.id: exact[case.id].by_dimension[dimension] for case in comparable}),
        )
        for dimension in draft.shares
    )
    return Nearest(
        draft=draft.id,
        cases=first,
        by_dimension=by_dimension,
        finding=Finding(
            id=f"nearest.{draft.id}",
            severity="info" if first else "advice",
            words=_nearest_words(draft, first, overall, names)
            + _closest_on(first, by_dimension, exact, library),
            value=listed([names[case] for case in first]) or None,
            unit="case",
            inputs=tuple(
                Input(name=names[case], value=shown(share), address=draft.address("dimensions"))
                for case, share in overall.items()
            ),
            rule=NEAREST_RULE,
            citation=NEAREST_CITATION,
            address=draft.address("dimensions"),
        ),
    )


def _has_all(case: Subject, draft: Subject) -> bool:
    return set(draft.characterised) <= set(case.characterised)


def _first(figures: Mapping[str, Fraction | None]) -> tuple[str, ...]:
    known = {key: share for key, share in figures.items() if share is not None}
    if not known:
        return ()
    most = max(known.values())
    return tuple(key for key, share in known.items() if share == most)


def _nearest_words(
    draft: Subject,
    first: tuple[str, ...],
    overall: Mapping[str, Fraction | None],
    names: Mapping[str, str],
) -> str:
    if not draft.characterised:
        return f"{draft.name} has no nearest case yet, because no dimension is characterised."
    share = overall[first[0]] if first else None
    if share is None:
        return f"{draft.name} has no nearest case: no case has all the dimensions it has."
    near = listed([names[case] for case in first])
    tied = ", which tie" if len(first) > 1 else ""
    return f"{draft.name} is nearest to {near}{tied}: {similarity_words(share)}, {of_100(share)}."


def _closest_on(
    first: tuple[str, ...],
    by_dimension: tuple[NearestOnDimension, ...],
    exact: Mapping[str, ExactSimilarity],
    library: Library,
) -> str:
    """Where no case is closer; a dimension on which nothing at all is shared is no sign of nearness."""
    where = [
        each.dimension
        for each in by_dimension
        if any(exact[case].by_dimension[each.dimension] for case in set(each.cases) & set(first))
    ]
    if not where:
        return ""
    if len(where) == len(DIMENSIONS):
        same = all(exact[first[0]].by_dimension[each] == 1 for each in where)
        return " They stand alike on every dimension." if same else " No case is closer on any dimension."
    return f" No case is closer on {listed([library.dimension(each).name for each in where])}."
