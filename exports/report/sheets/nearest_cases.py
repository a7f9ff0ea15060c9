"""How near each draft is to each case: a chart and its figures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from exports.report.charts import MOST_SERIES, Columns, bar_chart, case_series, chart_height
from exports.report.content import Report
from exports.report.page import Page
from exports.report.print_setup import Paper
from exports.report.sheet import Sheet
from exports.report.values import Column, Value
from workbook.analysis.nearest import NEAREST_CITATION, NEAREST_RULE
from workbook.analysis.similarity import SHARED_CITATION, SHARED_RULE

if TYPE_CHECKING:
    import xlsxwriter.chart

LABEL, FIRST_CASE = 1, 2


def write(page: Page, report: Report) -> None:
    """Write it."""
    cases = _cases(report)
    columns = (
        Column("Draft", 240, "name"),
        Column("Label in the chart", 150),
        *(Column(report.titles[case], 120, "share") for case in cases),
        Column("Nearest case", 430),
    )
    page.columns(column.width for column in columns)
    page.title(
        "Nearest cases",
        "How alike each draft is to each case that its authors characterised, and to own cases.",
    )
    height = chart_height(len(report.drafts), len(cases[:MOST_SERIES]))
    is_drawn = bool(report.drafts and cases)
    top = page.reserve(height) if is_drawn else 0
    place = page.table(columns, _rows(report, cases), "Similarity of each draft to each case.", frozen=None)
    page.paragraph(f"{SHARED_RULE} [{SHARED_CITATION}]")
    page.paragraph(f"{NEAREST_RULE} [{NEAREST_CITATION}]")
    if is_drawn:
        chart = _chart(page, report, place.sheet, place.first_row + 1, place.last_row)
        page.chart(top, chart, sum(column.width for column in columns), height, _alt_text(report))
    if len(cases) > MOST_SERIES:
        page.paragraph(f"The chart shows the first {MOST_SERIES} cases; the table shows all.")


def _cases(report: Report) -> list[str]:
    """Cases that have a figure with any draft."""
    known = {
        each for pair in report.comparison.pairs if pair.similarity is not None for each in (pair.a, pair.b)
    }
    return [case for case, _ in report.titles_of("case") if case in known]


def _rows(report: Report, cases: list[str]) -> Iterator[tuple[Value, ...]]:
    figures = {(pair.a, pair.b): pair.similarity for pair in report.comparison.pairs}
    nearest = {each.draft: each.finding.words for each in report.comparison.nearest}
    for draft, title in report.titles_of("draft"):
        yield title, report.labels[draft], *(figures[draft, case] for case in cases), nearest[draft]


def _chart(page: Page, report: Report, sheet: str, first: int, last: int) -> "xlsxwriter.chart.Chart":
    chart = bar_chart(page.book, "How alike is each draft to each case?")
    for place, case in enumerate(_cases(report)[:MOST_SERIES]):
        data = Columns(sheet, first, last, LABEL, FIRST_CASE + place)
        chart.add_series(case_series(place, report.labels[case], data))
    return chart


def _alt_text(report: Report) -> str:
    sentences = " ".join(each.finding.words for each in report.comparison.nearest)
    return f"Bars: similarity of each draft to each case, from 0 to 100. {sentences}"


SHEET = Sheet(
    "Nearest cases",
    60,
    "How alike each draft is to each case: chart, figures and words.",
    write,
    Paper(one_page=True),
)
