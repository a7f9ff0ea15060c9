"""A spreadsheet as the rules see it: what openpyxl reads, and the parts of the file that it leaves out."""

import io
import posixpath
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    import openpyxl
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Stored:
    """What stands in a cell beside its formula: the type and value that programs show without calculating."""

    kind: str
    value: str | None


@dataclass(frozen=True)
class Spreadsheet:
    """The workbook as openpyxl reads it, and every part of the package."""

    book: "openpyxl.Workbook"
    parts: Mapping[str, bytes]
    warnings: tuple[str, ...]
    """What openpyxl found odd."""

    @property
    def sheets(self) -> "list[Worksheet]":
        """The worksheets, in order."""
        return list(self.book.worksheets)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The names of the sheets as they stand in the file: openpyxl mends them."""
        return tuple(title for title, _ in self._sheet_parts())

    @cached_property
    def texts(self) -> "tuple[tuple[Worksheet, Cell], ...]":
        """Every cell that holds text."""
        return tuple(each for each in self._cells if each[1].data_type == "s")

    @cached_property
    def formulas(self) -> "tuple[tuple[Worksheet, Cell, str], ...]":
        """Every cell that holds a formula, with the formula."""
        return tuple((sheet, cell, str(cell.value)) for sheet, cell in self._cells if cell.data_type == "f")

    @cached_property
    def errors(self) -> "tuple[tuple[Worksheet, Cell], ...]":
        """Every cell that holds an error such as #REF!."""
        return tuple(each for each in self._cells if each[1].data_type == "e")

    @cached_property
    def _cells(self) -> "tuple[tuple[Worksheet, Cell], ...]":
        return tuple(
            (sheet, cell)
            for sheet in self.sheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        )

    @cached_property
    def stored(self) -> Mapping[tuple[str, str], Stored]:
        """What is stored with each formula, by title of the sheet and cell."""
        found = {}
        for title, part in self._sheet_parts():
            data = self.parts.get(part, b"")
            if b"<f" not in data:
                continue
            for cell in parsed(data).iter(f"{MAIN}c"):
                if cell.find(f"{MAIN}f") is not None:
                    value = cell.findtext(f"{MAIN}v")
                    found[title, cell.get("r", "")] = Stored(cell.get("t", "n"), value)
        return found

    def xml(self, folder: str, beginning: str) -> "Iterator[tuple[str, Element]]":
        """The parts of a folder whose name begins like this, parsed."""
        for name, data in self.parts.items():
            if posixpath.dirname(name) == folder and posixpath.basename(name).startswith(beginning):
                yield name, parsed(data)

    def _sheet_parts(self) -> Iterator[tuple[str, str]]:
        """(title, part) of each worksheet."""
        relations = {
            each.get("Id"): each.get("Target", "")
            for each in parsed(self.parts["xl/_rels/workbook.xml.rels"])
        }
        for sheet in parsed(self.parts["xl/workbook.xml"]).iter(f"{MAIN}sheet"):
            target = relations.get(sheet.get(RELATION), "")
            part = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            yield sheet.get("name", ""), part


def opened(file: Path | bytes) -> Spreadsheet:
    """The spreadsheet in the file; raises whatever openpyxl or its parsers raise when it is broken."""
    import openpyxl

    content = io.BytesIO(file if isinstance(file, bytes) else file.read_bytes())
    with warnings.catch_warnings(record=True) as odd:
        warnings.simplefilter("always")
        book = openpyxl.load_workbook(content)
    with zipfile.ZipFile(content) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return Spreadsheet(book, parts, tuple(str(each.message) for each in odd))


def parsed(data: bytes) -> "Element":
    """The root of a part."""
    from defusedxml.ElementTree import fromstring

    root: Element = fromstring(data)
    return root


def place(sheet: "Worksheet", cell: "Cell | MergedCell | str") -> str:
    """Where it is, as a reader says it."""
    return f"{sheet.title}, {cell if isinstance(cell, str) else cell.coordinate}"
