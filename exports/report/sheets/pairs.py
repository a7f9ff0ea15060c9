"""Every pair of drafts and cases: the figure per dimension, their mean as a live formula, and why."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Formula, Value
from workbook.analysis.similarity import SHARED_CITATION, SHARED_RULE, Similarity
from workbook.model.vocabulary import DIMENSIONS


def write(page: Page, report: Report) -> None:
    """Write it."""
    columns = (
        Column("One", 170, "name"),
        Column("The other", 170, "name"),
        Column("Similarity", 80, "share"),
        Column("Dimensions compared", 90, "count"),
        *(Column(report.library.dimension(each).short_name, 94, "share") for each in DIMENSIONS),
        Column("Why this figure", 480),
    )
    page.columns(column.width for column in columns)
    page.title(
        "Pairs",
        "The shared part of two mixes on each dimension, and the mean. Empty: not characterised in both.",
    )
    page.table(columns, _rows(report), "Similarity of every pair, per dimension and overall.", frozen=2)
    page.paragraph(f"{SHARED_RULE} [{SHARED_CITATION}]")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for pair in report.comparison.pairs:
        yield (
            report.titles[pair.a],
            report.titles[pair.b],
            _overall(pair),
            pair.dimensions_compared,
            *(getattr(pair.by_dimension, dimension) for dimension in DIMENSIONS),
            pair.finding.words,
        )


def _overall(pair: Similarity) -> Value:
    """The mean over the cells to the right; empty cells do not count in it, as in the analysis.

    The figures beside it are rounded to nine places, so the mean of what is seen agrees to six, and says so.
    """
    if pair.similarity is None:
        return None
    return Formula("=ROUND(AVERAGE(E{row}:L{row}),6)", round(pair.similarity, 6))


SHEET = Sheet(
    "Pairs", 55, "Every pair dimension by dimension, with the explanation of its similarity.", write
)
