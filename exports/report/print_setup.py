"""How a sheet comes out of the printer: A4, whole columns on a page, file, page number and date below."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from exports.report.cell_text import name_text
from exports.report.values import PAGE_WIDTH

if TYPE_CHECKING:
    import xlsxwriter.worksheet

A4 = 9
POINTS_OF_A_PIXEL = 0.75


@dataclass(frozen=True)
class Paper:
    """How a sheet wants to be printed: all on one page, or on as many as it takes; upright, or lying."""

    one_page: bool = False
    upright: bool = False


LYING = Paper()


def pages_wide(widths: Sequence[int]) -> int:
    """How many pages lie side by side for columns of these widths to stay readable."""
    return max(1, ceil(sum(widths) / PAGE_WIDTH))


def set_up(
    sheet: "xlsxwriter.worksheet.Worksheet",
    paper: Paper,
    widths: Sequence[int],
    points_high: float,
    footer: tuple[str, dt.date],
) -> None:
    """Set paper, margins, scale and footer; what is all on one page lies or stands, whichever fits better."""
    is_tall = paper.one_page and points_high / POINTS_OF_A_PIXEL > sum(widths)
    sheet.set_portrait() if paper.upright or is_tall else sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.hide_gridlines(2)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1 if paper.one_page else pages_wide(widths), 1 if paper.one_page else 0)
    file_name, made_on = footer
    file = name_text(file_name, 80).replace("&", "&&")
    # In 9 points; without the space before the date they would be 92026.
    sheet.set_footer(f"&L&9 {file}&C&9 Page &P of &N&R&9 {made_on.isoformat()}")
