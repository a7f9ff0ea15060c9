"""The platform profile of every draft and case: a chart of the three shares, its figures and the sentence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from exports.report.charts import Columns, bar_chart, chart_height, platform_series
from exports.report.content import Report
from exports.report.page import Page
from exports.report.print_setup import Paper
from exports.report.sheet import Sheet
from exports.report.values import Column, Value
from workbook.analysis.profile import FRAMEWORK, MEAN_RULE
from workbook.model.vocabulary import PLATFORMS, PlatformId

if TYPE_CHECKING:
    import xlsxwriter.chart

COLUMNS = (
    Column("Draft or case", 240, "name"),
    Column("Label in the chart", 150),
    Column("Resource (R)", 90, "share"),
    Column("Issue (I)", 90, "share"),
    Column("Sector (S)", 90, "share"),
    Column("Dimensions characterised", 110, "count"),
    Column("In words", 430),
    Column("Platform its authors assign", 140),
)
LABEL, FIRST_SHARE = 1, 2
ROOM_FOR_A_LETTER = 0.05


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title("Platforms", "Which platform each draft and case resembles: its mean mix over the dimensions.")
    known = len(report.profiles)
    height = chart_height(known, 1)
    top = page.reserve(height)
    place = page.table(
        COLUMNS, _rows(report), "Mean shares of the three platforms by draft and case.", frozen=None
    )
    page.paragraph(f"{MEAN_RULE} [{FRAMEWORK}]")
    page.chart(
        top,
        _chart(page, report, place.sheet, place.first_row + 1, place.last_row),
        sum(column.width for column in COLUMNS),
        height,
        _alt_text(report),
    )


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for subject, title in report.titles_of():
        profile = report.profiles[subject]
        shares = [None if profile.shares is None else getattr(profile.shares, each) for each in PLATFORMS]
        assigned = getattr(report.subjects[subject].source, "platform", None)
        yield (
            title,
            report.labels[subject],
            *shares,
            profile.dimensions_characterised,
            profile.platform.words,
            report.library.platform(assigned).name if assigned else None,
        )


def _chart(page: Page, report: Report, sheet: str, first: int, last: int) -> "xlsxwriter.chart.Chart":
    chart = bar_chart(page.book, "Which platform? Shares of the mean mix", "percent_stacked")
    for place, platform in enumerate(PLATFORMS):
        name = f"{report.library.platform(platform).short_name} ({report.library.platform(platform).letter})"
        data = Columns(sheet, first, last, LABEL, FIRST_SHARE + place)
        chart.add_series(platform_series(place, name, data, _marks(report, platform)))
    return chart


def _marks(report: Report, platform: PlatformId) -> list[str | None]:
    """The letter of the platform for each bar that has room for it."""
    letter = report.library.platform(platform).letter
    shares = [profile.shares and getattr(profile.shares, platform) for profile in report.profiles.values()]
    return [letter if share and share >= ROOM_FOR_A_LETTER else None for share in shares]


def _alt_text(report: Report) -> str:
    sentences = " ".join(profile.platform.words for profile in report.profiles.values())
    return f"Stacked bars: shares of Resource, Issue and Sector for each draft and case. {sentences}"


SHEET = Sheet(
    "Platforms",
    40,
    "Which platform each draft and case resembles: chart, figures and words.",
    write,
    Paper(one_page=True),
)
