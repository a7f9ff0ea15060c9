"""Rules about charts."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from exports.lint.check import Found, Rule
from exports.lint.spreadsheet import Spreadsheet
from exports.lint.texts import sheet_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LONGEST_LABEL = 20


def charts_have_alternative_texts(spreadsheet: Spreadsheet) -> Found:
    """Somebody who does not see the chart hears what it says."""
    for name, root in spreadsheet.xml("xl/drawings", "drawing"):
        for frame in root.iter(f"{DRAWING}graphicFrame"):
            described = frame.find(f"{DRAWING}nvGraphicFramePr/{DRAWING}cNvPr")
            if described is None or not (described.get("descr") or "").strip():
                yield name, "a chart has no alternative text"


def charts_draw_existing_cells(spreadsheet: Spreadsheet) -> Found:
    """A chart of an area that does not exist is empty, or makes Excel offer a repair."""
    from openpyxl.utils.cell import range_boundaries

    sheets = {sheet.title: sheet for sheet in spreadsheet.sheets}
    for name, root in spreadsheet.xml("xl/charts", "chart"):
        for formula in root.iter(f"{CHART}f"):
            reference = formula.text or ""
            sheet = sheets.get(sheet_of(reference))
            if sheet is None:
                yield name, f"the chart draws {reference}, but there is no such sheet"
                continue
            *_, last_column, last_row = range_boundaries(reference.rpartition("!")[2])
            if (last_row or 0) > sheet.max_row or (last_column or 0) > sheet.max_column:
                yield name, f"the chart draws {reference}, where there is nothing"


def chart_labels_are_short(spreadsheet: Spreadsheet) -> Found:
    """A long label shrinks its chart to a thumbnail."""
    for name, root in spreadsheet.xml("xl/charts", "chart"):
        for label in dict.fromkeys(_labels(root)):
            if len(label) > LONGEST_LABEL:
                yield name, f"the label {label} has more than {LONGEST_LABEL} characters"


def _labels(chart: "Element") -> Iterator[str]:
    for kept in (f"{CHART}cat", f"{CHART}tx"):
        for series in chart.iter(f"{CHART}ser"):
            for part in series.findall(kept):
                yield from (value.text or "" for value in part.iter(f"{CHART}v"))


RULES: tuple[Rule, ...] = (
    charts_have_alternative_texts,
    charts_draw_existing_cells,
    chart_labels_are_short,
)
