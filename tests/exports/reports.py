"""Small workbooks to report on, and reading a report back as a person would: by sheet, row and header."""

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl

from exports.report.build import WrittenReport, write_report
from exports.report.content import EVERYTHING, Chosen
from exports.report.together import SourceFile
from tests.builders import three_drafts
from tests.workbook.analysis.designs import ISSUE, RESOURCE, draft, everywhere
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

LIBRARY = load()
MADE_ON = dt.date(2027, 3, 1)

Row = dict[str, Any]
"""A row of a table by header; `Any` because a cell may hold text, a number or nothing."""


def example() -> Workbook:
    """Three drafts with nearly everything filled in."""
    return three_drafts()


def small(*drafts: Draft, title: str = "Small", **more: object) -> Workbook:
    """A workbook with these drafts, or with two that differ."""
    two = (draft(everywhere(RESOURCE), "ours"), draft({"orientation": ISSUE}, "theirs"))
    return Workbook.model_validate({"title": title, "drafts": drafts or two, **more})


def write(path: Path, *workbooks: Workbook, chosen: Chosen = EVERYTHING) -> WrittenReport:
    """A report on the workbooks, as if they were in files a.partnership, b.partnership ..."""
    sources = [
        SourceFile(f"{letter}.partnership", workbook)
        for letter, workbook in zip("abcdefgh", workbooks, strict=False)
    ]
    return write_report(path, sources, LIBRARY, MADE_ON, chosen)


class ReadBack:
    """A report as openpyxl reads it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.values = openpyxl.load_workbook(path, data_only=True)

    def rows(self, sheet: str) -> list[Row]:
        """The rows of the table on a sheet; formulas as the value stored with them."""
        page = self.values[sheet]
        (table,) = page.tables.values()
        header, *rows = page[table.ref]
        names = [plain(cell.value) for cell in header]
        return [dict(zip(names, (plain(cell.value) for cell in row), strict=True)) for row in rows]

    def texts(self) -> Iterator[tuple[str, int, str]]:
        """(sheet, row, text) of every cell that holds text."""
        for page in self.values:
            for row in page.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str):
                        yield page.title, cell.row, plain(cell.value)

    def charts(self) -> Iterator[str]:
        """The parts of the file that hold a chart."""
        with zipfile.ZipFile(self.path) as package:
            yield from (name for name in package.namelist() if name.startswith("xl/charts/chart"))

    def paragraphs(self, sheet: str) -> list[str]:
        """What stands in the first column."""
        return [plain(row[0].value) for row in self.values[sheet].iter_rows() if row[0].value is not None]


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    """The value with the escape of an underscore undone, which openpyxl leaves in."""
    return re.sub(r"_x005F_", "_", value) if isinstance(value, str) else value


def read_back(path: Path, *workbooks: Workbook, chosen: Chosen = EVERYTHING) -> ReadBack:
    """Write a report and read it back."""
    write(path, *workbooks, chosen=chosen)
    return ReadBack(path)
