"""The Excel report of 20 drafts with all cases, against plain XlsxWriter writing the same cells.

Run from the root of the repository: python -m benchmarks.report [ROUNDS]

Goal: at most 1.5, as a ratio of medians within one run, the two taken in turn. What the analysis and the lint
take is shown beside it.
"""

import datetime as dt
import gc
import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import openpyxl
import xlsxwriter
import xlsxwriter.worksheet
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from exports.lint import check
from exports.report.build import as_bytes
from exports.report.content import Chosen, Report, gather
from exports.report.styles import PROPERTIES
from exports.report.together import SourceFile
from exports.report.values import forget_texts
from tests.builders import three_drafts
from workbook.library.loader import load
from workbook.model.workbook import Workbook

DRAFTS = 20
MADE_ON = dt.date(2027, 3, 1)

Cells = dict[str, list[tuple[int, int, Any, int]]]
"""(row, column, value, number of its format) by sheet; `Any`: text, a number, nothing, or a formula with its
value."""


def twenty_drafts() -> Workbook:
    """The drafts of the example again and again, each with a name and texts of its own."""
    example = three_drafts()
    drafts = []
    for number in range(DRAFTS):
        draft = example.drafts[number % len(example.drafts)].model_dump(mode="json", by_alias=True)
        draft |= {"id": f"draft-{number}", "name": f"{draft['name']} {number + 1}"}
        drafts.append(_with_own_texts(draft, f" ({number})"))
    return Workbook.model_validate({"title": "Benchmark", "drafts": drafts})


def _with_own_texts(value: Any, mark: str, key: str = "") -> Any:  # noqa: ANN401 - any part of a JSON document
    if isinstance(value, dict):
        return {name: _with_own_texts(part, mark, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_with_own_texts(part, mark, key) for part in value]
    return value + mark if isinstance(value, str) and key in {"text", "characterisation", "how"} else value


def cells_of(data: bytes) -> Cells:
    """Every cell of a report, with the format it has."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return {
        sheet.title: [
            ((cell.row or 1) - 1, (cell.column or 1) - 1, _content(cell, values), cell.style_id)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None or cell.has_style
        ]
        for sheet in book.worksheets
    }


def _content(cell: Cell | MergedCell, values: openpyxl.Workbook) -> Any:  # noqa: ANN401 - whatever a cell holds
    """A text, a number or nothing; of a formula the formula and its value."""
    if cell.data_type != "f":
        return cell.value
    sheet = values[cell.parent.title]
    return str(cell.value), sheet.cell(cell.row or 1, cell.column or 1).value


def plainly(cells: Cells, layout: "openpyxl.Workbook | None" = None) -> bytes:
    """The same cells, with as many formats, by XlsxWriter alone: nothing cleaned or measured.

    With a layout also its heights of rows and its tables.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    numbers = {style for rows in cells.values() for *_, style in rows}
    looks = [*PROPERTIES.values()]
    formats = {style: book.add_format(dict(looks[style % len(looks)])) for style in sorted(numbers)}
    for title, rows in cells.items():
        sheet = book.add_worksheet(title)
        for row, column, value, style in rows:
            if value is None:
                sheet.write_blank(row, column, None, formats[style])
            elif isinstance(value, tuple):
                sheet.write_formula(row, column, value[0], formats[style], value[1])
            elif isinstance(value, str):
                sheet.write_string(row, column, value, formats[style])
            else:
                sheet.write_number(row, column, value, formats[style])
        if layout is not None:
            _lay_out(sheet, layout[title])
    book.close()
    return buffer.getvalue()


def _lay_out(sheet: xlsxwriter.worksheet.Worksheet, like: Worksheet) -> None:
    for row, dimension in like.row_dimensions.items():
        sheet.set_row(row - 1, dimension.height)
    for table in like.tables.values():
        sheet.add_table(table.ref, {"columns": [{"header": each.name} for each in table.tableColumns]})


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once."""
    gc.collect()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def ours(report: Report) -> bytes:
    """The report, as from a program just started: nothing measured before."""
    forget_texts()
    return as_bytes(report, "report.xlsx")[0]


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    library = load()
    source = SourceFile("benchmark.partnership", twenty_drafts())
    chosen = Chosen(cases=tuple(case.id for case in library.cases))
    report = gather([source], library, MADE_ON, chosen)
    data = ours(report)
    cells, layout = cells_of(data), openpyxl.load_workbook(io.BytesIO(data))
    how_many = sum(len(rows) for rows in cells.values())
    print(f"{DRAFTS} drafts, {len(library.cases)} cases: {how_many} cells, {len(data) / 1000:.0f} kB")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.xlsx"
        path.write_bytes(data)
        assert check(path) == (), check(path)
        works: dict[str, Callable[[], object]] = {
            "plain XlsxWriter, same cells": lambda: plainly(cells),
            "  with tables and heights": lambda: plainly(cells, layout),
            "report": lambda: ours(report),
            "lint": lambda: check(path),
            "analysis": lambda: gather([source], library, MADE_ON, chosen),
        }
        times: dict[str, list[float]] = {name: [] for name in works}
        for _ in range(rounds):
            for name, work in works.items():
                times[name].append(seconds(work))
    floor = median(times["plain XlsxWriter, same cells"])
    for name, taken in times.items():
        print(f"{name:32} {median(taken) * 1000:8.0f} ms   x {median(taken) / floor:.2f}")


if __name__ == "__main__":
    main()
