"""The full references of every source that the report can cite, and which of them are ours."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Value
from workbook.analysis.win_win.sources import SOURCES

COLUMNS = (
    Column("Cited as", 230, "name"),
    Column("Kind", 265),
    Column("Reference", 560),
    Column("Remark", 360, "muted"),
)

KINDS = {
    "publication": "Publication, read for this library",
    "cited": "Cited by a publication, not read by us",
    "ours": "Ours: nobody else said it",
}


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title("Sources", "What the citations point at. “Ours” marks rules, wordings and codings of our own.")
    page.table(COLUMNS, _rows(report), "Sources by the short name they are cited as.")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for source in (*report.library.sources, *SOURCES):
        remark = None if source.kind == "ours" else source.note
        yield source.short_name, KINDS[source.kind], source.reference, remark
    for case in report.workbook.own_cases:
        yield case.citation, "Own case of this workbook", case.name, None


SHEET = Sheet("Sources", 160, "Full references, and what is ours.", write)
