"""Charts as the report draws them: bars, fixed axes, a pattern beside each colour, the legend below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from exports.report.styles import EDGE, FONT, HAIR, MARK, TEXT
from workbook.model.vocabulary import PLATFORMS

if TYPE_CHECKING:
    import xlsxwriter
    import xlsxwriter.chart_bar

Options = dict[str, Any]
"""What XlsxWriter takes; `Any` because its options are nested dictionaries."""

PLATFORM_FILLS = tuple(
    (MARK[platform], pattern)
    for platform, pattern in zip(PLATFORMS, (None, "wide_upward_diagonal", "large_check"), strict=True)
)
"""Colour and pattern of each platform: the pattern tells them apart without colour."""

CASE_FILLS = (
    ("#6E4453", None),
    ("#3C566E", "wide_upward_diagonal"),
    ("#56602F", "large_check"),
    ("#4A4F57", "dark_horizontal"),
    ("#7A4A00", "wide_downward_diagonal"),
    ("#191C20", "percent_50"),
)
MOST_SERIES = len(CASE_FILLS)
"""More kinds of bars than this nobody tells apart."""

MOST_LINES_ACROSS = 20
"""Grid lines, one for each point."""


def bar_chart(
    book: "xlsxwriter.Workbook", title: str, subtype: Literal["percent_stacked"] | None = None
) -> "xlsxwriter.chart_bar.ChartBar":
    """An empty chart of horizontal bars from 0 to 100, the first row on top."""
    options: Options = {"type": "bar"} | ({"subtype": subtype} if subtype else {})
    chart = cast("xlsxwriter.chart_bar.ChartBar", book.add_chart(options))
    font = {"name": FONT, "size": 11, "color": TEXT}
    chart.set_title({"name": title, "name_font": {**font, "size": 14, "bold": True}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_x_axis(
        {
            "min": 0,
            "max": 1,
            "major_unit": 0.2,
            "num_format": "0%",
            "num_font": font,
            "major_gridlines": {"visible": True, "line": {"color": HAIR}},
            "line": {"color": EDGE},
        }
    )
    chart.set_y_axis({"reverse": True, "num_font": font, "line": {"color": EDGE}, "crossing": "max"})
    chart.set_chartarea({"border": {"none": True}})
    return chart


def platform_series(place: int, name: str, data: "Columns", marks: Sequence[str | None]) -> Options:
    """The bars of one platform; `marks` are short texts to stand in them, None where there is no room."""
    labels = [{"value": mark} if mark else {"delete": True} for mark in marks]
    font = {"name": FONT, "size": 9, "bold": True, "color": TEXT}
    data_labels = {
        "value": True,
        "custom": labels,
        "font": font,
        "fill": {"color": "#FFFFFF"},
        "position": "center",
    }
    return _series(PLATFORM_FILLS[place], name, data) | {"data_labels": data_labels}


def case_series(place: int, name: str, data: "Columns") -> Options:
    """The bars of one case, each with its figure."""
    font = {"name": FONT, "size": 9, "color": TEXT}
    data_labels = {"value": True, "num_format": "0%", "font": font}
    return _series(CASE_FILLS[place], name, data) | {"data_labels": data_labels}


def net_chart(
    book: "xlsxwriter.Workbook", title: str, least: int, most: int
) -> "xlsxwriter.chart_bar.ChartBar":
    """An empty chart of bars to both sides of 0; labels stand at the edge, clear of the bars."""
    chart = bar_chart(book, title)
    font = {"name": FONT, "size": 11, "color": TEXT}
    unit = {"major_unit": 1} if most - least <= MOST_LINES_ACROSS else {}
    chart.set_x_axis(
        {
            "min": least,
            "max": most,
            "num_format": "+General;-General;0",
            "num_font": font,
            "major_gridlines": {"visible": True, "line": {"color": HAIR}},
            "line": {"color": EDGE},
            **unit,
        }
    )
    chart.set_y_axis(
        {
            "reverse": True,
            "num_font": font,
            "line": {"color": TEXT, "width": 1.75},
            "label_position": "low",
            "crossing": "max",
        }
    )
    return chart


def net_series(place: int, name: str, data: "Columns", open_: Sequence[bool]) -> Options:
    """The bars of one stakeholder with their figures; one that is open has none, and a sign."""
    labels: list[Options | None] = [{"value": "?"} if is_open else None for is_open in open_]
    font = {"name": FONT, "size": 9, "color": TEXT}
    signs = '"\N{BLACK UP-POINTING TRIANGLE} "+0.0#;"\N{BLACK DOWN-POINTING TRIANGLE} "-0.0#;0'
    return _series(CASE_FILLS[place], name, data) | {
        "data_labels": {"value": True, "num_format": signs, "font": font, "custom": labels}
    }


def share_series(place: int, name: str, data: "Columns", said: Sequence[str]) -> Options:
    """The bars of one question, each with its share in words."""
    font = {"name": FONT, "size": 9, "color": TEXT}
    labels = {"value": True, "font": font, "custom": [{"value": words} for words in said]}
    return _series(CASE_FILLS[place], name, data) | {"data_labels": labels}


@dataclass(frozen=True)
class Columns:
    """Where a chart finds its labels and figures: two columns of the rows of a table, from first to last."""

    sheet: str
    first: int
    last: int
    labels: int
    figures: int


def _series(fill: tuple[str, str | None], name: str, data: Columns) -> Options:
    colour, pattern = fill
    return {
        "name": name,
        "categories": [data.sheet, data.first, data.labels, data.last, data.labels],
        "values": [data.sheet, data.first, data.figures, data.last, data.figures],
        "border": {"color": colour, "width": 1},
        "gap": 60,
        **(
            {"fill": {"color": colour}}
            if pattern is None
            else {"pattern": {"pattern": pattern, "fg_color": colour, "bg_color": "#FFFFFF"}}
        ),
    }


def chart_height(categories: int, kinds: int) -> int:
    """Pixels for so many bars."""
    return 150 + max(1, categories) * max(34, 8 + 20 * kinds)
