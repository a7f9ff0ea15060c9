"""One draft on one page: who gains and who loses in each scenario, and how sure it is that nobody loses."""

from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import TYPE_CHECKING

from exports.report.by_draft import one_for_each_draft, write_what_is_missing
from exports.report.charts import (
    MOST_SERIES,
    Columns,
    bar_chart,
    chart_height,
    net_chart,
    net_series,
    share_series,
)
from exports.report.content import Report
from exports.report.headers import labels
from exports.report.page import Page, Place
from exports.report.print_setup import Paper
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.robustness.answer import Robustness
from workbook.analysis.robustness.findings import method_finding
from workbook.analysis.robustness.words import BANDS_RULE, how_sure, per_cent
from workbook.analysis.win_win.findings import WinWin
from workbook.analysis.win_win.naming import number, scenario_name, span, stakeholder_name
from workbook.analysis.win_win.values import Holder
from workbook.model.draft import Draft

if TYPE_CHECKING:
    import xlsxwriter.chart

LABEL, FIRST_FIGURE = 1, 3
NAMES = (Column("Scenario", 220, "name"), Column("Label in the charts", 150), Column("In words", 420))
FIGURE = 120
NOBODY_LOSES, WIN_WIN = "Nobody loses", "Win-win"


def write(page: Page, report: Report) -> None:
    """Write what is said of drafts that have no picture."""
    write_what_is_missing(page, report, "Picture")


def write_draft(page: Page, report: Report, draft: Draft) -> None:
    """Write the sheet of one draft."""
    found, answer = report.win_wins[draft.id], report.robustness[draft.id]
    holders = found.figures.values.holders
    nets = (*NAMES, *(Column(_called(each), FIGURE, "net") for each in holders))
    widths = [*(column.width for column in NAMES), *[FIGURE] * max(2, len(holders))]
    page.columns(widths)
    page.title(f"Picture: {report.titles[draft.id]}", found.pick.words)
    short = labels([scenario_name(each) for each in draft.scenarios])
    names = labels([stakeholder_name(each.stakeholder) for each in holders])
    groups = [holders[first : first + MOST_SERIES] for first in range(0, len(holders), MOST_SERIES)]
    rooms = [
        (page.reserve(height), height, group)
        for group in groups
        for height in [chart_height(len(draft.scenarios), len(group))]
    ]
    place = page.table(nets, _nets(found, short), "Net values by scenario and stakeholder.", frozen=None)
    page.paragraph(
        "Bars start at the line of no agreement: to the right the stakeholder gains, to the left it loses. "
        "Where there is no bar and the table has “?”, the net value is not yet known; the table says from "
        "where to where it may lie."
    )
    for top, height, group in rooms:
        chart = _net_chart(page, found, place, group, names)
        page.chart(top, chart, sum(widths), height, _net_words(found))
    if answer.simulation.scenarios:
        _write_sure(page, report, answer, short, sum(widths))


def _nets(found: WinWin, short: Sequence[str]) -> Iterator[tuple[Value, ...]]:
    values = found.figures.values
    for scenario, label in zip(values.scenarios, short, strict=True):
        cells: list[Value] = []
        for holder in values.holders:
            net = values.net(scenario.rows[holder.id])
            open_ = Styled(f"? {span(net)}", "count")
            cells.append(number(net.low) if net.is_point else open_)
        yield scenario_name(scenario.scenario), label, found.scenarios[scenario.id][0].words, *cells


def _net_chart(
    page: Page, found: WinWin, place: Place, group: Sequence[Holder], names: Sequence[str]
) -> "xlsxwriter.chart.Chart":
    values = found.figures.values
    nets = [values.net(each.rows[holder.id]) for each in values.scenarios for holder in values.holders]
    least = floor(min([net.low for net in nets] + [-1]))
    most = ceil(max([net.high for net in nets] + [1]))
    chart = net_chart(page.book, "Who gains and who loses? Points above or below no agreement", least, most)
    for colour, holder in enumerate(group):
        at = values.holders.index(holder)
        data = Columns(place.sheet, place.first_row + 1, place.last_row, LABEL, FIRST_FIGURE + at)
        is_open = [not each.rows[holder.id].is_point for each in values.scenarios]
        chart.add_series(net_series(colour, names[at], data, is_open))
    return chart


def _net_words(found: WinWin) -> str:
    sentences = " ".join(findings[0].words for findings in found.scenarios.values())
    return (
        f"Bars around the line of no agreement: net value of each stakeholder in each scenario. {sentences}"
    )


def _write_sure(page: Page, report: Report, answer: Robustness, short: Sequence[str], width: int) -> None:
    columns = (
        *NAMES,
        Column(NOBODY_LOSES, FIGURE, "share"),
        Column(WIN_WIN, FIGURE, "share"),
    )
    height = chart_height(len(short), 2)
    page.reserve(10)
    top = page.reserve(height)
    place = page.table(columns, _shares(answer, short), "How sure it is that nobody loses.", frozen=None)
    day = report.made_on.isoformat()
    page.paragraph(f"{method_finding(answer).words} Simulated on {day}. {BANDS_RULE}")
    chart = bar_chart(page.book, "How sure is it, if weights and scores are off by a little?")
    shares = [answer.simulation.scenarios[each.id] for each in answer.question.scenarios]
    for colour, (name, of_each) in enumerate(
        ((NOBODY_LOSES, [each.nobody_loses for each in shares]), (WIN_WIN, [each.win_win for each in shares]))
    ):
        data = Columns(place.sheet, place.first_row + 1, place.last_row, LABEL, FIRST_FIGURE + colour)
        chart.add_series(share_series(colour, name, data, [_sure(share) for share in of_each]))
    said = " ".join(
        f"{each.name}: {_sure(of_it.nobody_loses)}."
        for each, of_it in zip(answer.question.scenarios, shares, strict=True)
    )
    page.chart(top, chart, width, height, f"Bars: share of the draws in which nobody loses. {said}")


def _shares(answer: Robustness, short: Sequence[str]) -> Iterator[tuple[Value, ...]]:
    for scenario, label in zip(answer.question.scenarios, short, strict=True):
        shares = answer.simulation.scenarios[scenario.id]
        nobody, win_win = shares.nobody_loses, shares.win_win
        words = f"That nobody loses is {_sure(nobody)}; a win-win is {_sure(win_win)}."
        yield scenario.name, label, words, round(nobody, 2), round(win_win, 2)


def _sure(share: float) -> str:
    return f"{how_sure(share)}, {per_cent(share)}"


def _called(holder: Holder) -> str:
    name = stakeholder_name(holder.stakeholder)
    return name if holder.is_party else f"{name} (affected)"


def _sheets(report: Report) -> tuple[Sheet, ...]:
    return one_for_each_draft(report, SHEET, write_draft, lambda _: Paper(one_page=True, upright=True))


SHEET = Sheet(
    "Picture",
    67,
    "Who gains and who loses in each scenario, and how sure it is: two charts on one page, for each draft.",
    write,
    several=_sheets,
)
