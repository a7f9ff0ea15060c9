"""How alike drafts and cases are: everyone with everyone, in words and figures."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.nearest import NEAREST_RULE
from workbook.analysis.similarity import SHARED_CITATION, SHARED_RULE, Similarity


def write(page: Page, report: Report) -> None:
    """Write it."""
    columns = (
        Column("Draft or case", 200, "name"),
        *(Column(title, 150) for _, title in report.titles_of()),
    )
    page.columns(column.width for column in columns)
    page.title("Similarity", "How alike every two are on the dimensions that both have characterised.")
    page.table(
        columns,
        _rows(report),
        "Similarity of every draft and case with every other, in words and parts of 100.",
    )
    page.paragraph(f"{SHARED_RULE} [{SHARED_CITATION}]")
    for nearest in report.comparison.nearest:
        page.paragraph(nearest.finding.words, "lead")
    page.paragraph(NEAREST_RULE)


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    figures = {frozenset((pair.a, pair.b)): _cell(pair) for pair in report.comparison.pairs}
    for one, title in report.titles_of():
        cells: list[Value] = []
        for other, _ in report.titles_of():
            if one == other:
                cells.append(Styled("itself", "muted"))
            else:
                cells.append(figures[frozenset((one, other))])
        yield title, *cells


def _cell(pair: Similarity) -> Value:
    """Words above, digits below."""
    return Styled(pair.words, "muted") if pair.similarity is None else pair.words.replace(", ", "\n")


SHEET = Sheet(
    "Similarity", 50, "How alike every two drafts and cases are, in words and figures, with the rule.", write
)
