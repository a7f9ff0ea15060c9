"""Writing the report: gathered, made in memory, checked, only then put in place of an earlier one."""

import datetime as dt
import io
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exports.report.cell_text import name_text
from exports.report.content import EVERYTHING, Chosen, Report, gather
from exports.report.earlier import SIGN
from exports.report.page import NotWritten, Page
from exports.report.sheet import Sheet, sheets_of
from exports.report.styles import Formats
from exports.report.together import SourceFile
from workbook.library.entries import Library
from workbook.persistence.output import write_output
from workbook.persistence.problems import FileProblem, words_for

if TYPE_CHECKING:
    import xlsxwriter


Tell = Callable[[int, int], object]
"""Told how many sheets are written, and how many there will be. What it raises stops the report."""


class ReportFaulty(FileProblem):
    """The report could not be made, or our own check found a fault in it. An earlier report is untouched."""


@dataclass(frozen=True)
class WrittenReport:
    """What was written, for a line on the screen."""

    path: Path
    sheets: tuple[str, ...]
    drafts: tuple[str, ...]
    cases: tuple[str, ...]
    """Names of the cases that are compared."""
    cut: tuple[str, ...]
    """Cells whose text was too long for Excel and ends with a mark: sheet and row."""
    confirmed: bool
    """Whether the disk said that the file is on it."""


def write_report(  # noqa: PLR0913 - what a report consists of, and how it is made
    path: Path,
    files: Sequence[SourceFile],
    library: Library,
    made_on: dt.date,
    chosen: Chosen = EVERYTHING,
    *,
    tell: Tell = lambda _written, _of: None,
    though_open: bool = False,
) -> WrittenReport:
    """Write a report on the drafts of the files, compared with each other and with cases.

    An earlier report is replaced. The same input on the same date gives the same bytes. `tell` hears of all
    sheets once, when they are made and checked: what it raises then still leaves everything as it was.
    After that nothing stops the report.

    Raises:
        UnknownColumnError: a chosen id is that of no draft, or of no case.
        OpenElsewhere: another program has the file open, or, without `though_open`, seems to.
        Unwritable: the file cannot be written.
        ReportFaulty: it would be faulty. In each case an earlier report is untouched.
    """
    report = gather(files, library, made_on, chosen)
    number = sum(1 for _ in sheets_of(report))
    try:
        data, cut = as_bytes(report, path.name, tell)
    except OSError as error:
        raise ReportFaulty(path, f"the report could not be made: {words_for(error)}") from error
    except (NotWritten, UserWarning, ValueError) as error:
        raise ReportFaulty(path, f"the report could not be made: {error}") from error
    _refuse_faults(path, data)
    tell(number, number)
    confirmed = write_output(path, data, though_open=though_open)
    return WrittenReport(
        path=path,
        sheets=tuple(sheet.title for sheet in sheets_of(report)),
        drafts=tuple(title for _, title in report.titles_of("draft")),
        cases=tuple(report.subjects[each].name for each, _ in report.titles_of("case")),
        cut=cut,
        confirmed=confirmed,
    )


def as_bytes(
    report: Report, file_name: str, tell: Tell = lambda _written, _of: None
) -> tuple[bytes, tuple[str, ...]]:
    """The Excel file, and the cells whose text had to be cut.

    Raises:
        NotWritten: XlsxWriter refused something.
        UserWarning: it warned of something, which is as bad.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = xlsxwriter.Workbook(buffer, options)
        _set_properties(book, report)
        cut = _write_sheets(book, report, file_name, tell)
        book.close()
    return buffer.getvalue(), cut


def _write_sheets(book: "xlsxwriter.Workbook", report: Report, file_name: str, tell: Tell) -> tuple[str, ...]:
    formats = Formats(book)
    cut: list[str] = []
    pages: list[tuple[Sheet, Page]] = []
    for sheet in sheets_of(report):
        page = Page(book, book.add_worksheet(sheet.title), formats, sheet.key)
        pages.append((sheet, page))
    for written, (sheet, page) in enumerate(pages):
        tell(written, len(pages))
        sheet.write(page, report)
        page.finish(file_name, report.made_on, sheet.paper)
        cut += page.cut
    return tuple(cut)


def _set_properties(book: "xlsxwriter.Workbook", report: Report) -> None:
    book.set_properties(
        {
            "title": name_text(report.title),
            "subject": "Design of a cross-sector data partnership",
            "author": name_text(report.workbook.facilitator) or "Partnership Design Workbook",
            "comments": f"{SIGN.decode()} from {_file_names(report)}",
            "created": dt.datetime.combine(report.made_on, dt.time(), dt.UTC).replace(tzinfo=None),
        }
    )
    ids = "; ".join(file.document_id for file in report.files if file.document_id)
    book.set_custom_property("Document id", name_text(ids, 250) or "not saved", "text")
    book.set_custom_property("Language", name_text(report.workbook.language) or "en", "text")


def _file_names(report: Report) -> str:
    return name_text(", ".join(file.name for file in report.files), 200)


def _refuse_faults(path: Path, data: bytes) -> None:
    """Read back what was made; a fault of ours must not replace a good report.

    Raises:
        ReportFaulty: there is a fault.
    """
    from exports.lint import check

    for fault in check(data):
        raise ReportFaulty(path, f"not written, because our own check found a fault in it: {fault.words}")
