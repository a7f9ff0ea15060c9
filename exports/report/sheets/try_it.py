"""One draft to play with: weights and scores that can be changed, and what follows from them by formula."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from exports.report import live_formulas as formulas
from exports.report.by_draft import one_for_each_draft, write_what_is_missing
from exports.report.cell_text import name_text
from exports.report.content import Report
from exports.report.live_places import (
    FIRST_SCENARIO,
    FURTHER_ROWS,
    RED_LINE,
    VALUE,
    VERDICT_ROWS,
    Block,
    Places,
    places,
)
from exports.report.live_words import NO, NO_PARTY, YES, Legend, legend
from exports.report.page import Area, NotWritten, Page
from exports.report.print_setup import Paper
from exports.report.sheet import Sheet
from exports.report.styles import Style
from exports.report.values import Column, Empty, Formula, Styled, Value
from workbook.analysis.win_win.naming import number, scenario_name, stakeholder_name
from workbook.analysis.win_win.values import Holder, ScenarioValues
from workbook.model.draft import Draft
from workbook.model.record import LARGEST_NUMBER

LONGEST_TEXT = 300
"""Characters of a name or an interest: a row here cannot be broken into several."""

WIDTHS = {"name": 330, "value": 84, "red_line": 84, "scenario": 150}
UPRIGHT_UP_TO = 4
"""Scenarios that fit beside each other on an upright page."""

ROW_NAMES = {
    "verdict": "Verdict",
    "gain": "Parties that gain",
    "lose": "Parties that lose",
    "open": "Parties not yet known",
    "crossed": "Red lines crossed",
    "may_be_crossed": "Red lines that may be crossed",
    "least": "Net values of the parties together, at least",
    "most": "Net values of the parties together, at most",
    "on_the_scale": "Is every score on the scale?",
}
LEAD = (
    "Change the yellow cells: weights, scores, red lines, what a stakeholder has without an agreement, and "
    "whether its weights are known. Everything else follows by formula."
)
NOTES = (
    (
        "A score that is left empty may be anything on the scale, never 0: net values then run from “at "
        "least” to “at most”. If a weight is missing among several, or all are 0, or weights are said not "
        "to be known, any weights are possible. A single interest needs no weight."
    ),
    (
        "Net values are in points on the scale, above or below what there is without an agreement, and are "
        "rounded to nine decimals before they are compared with 0. Parties alone count for the verdict; "
        "whoever is affected stands apart. A scenario that crosses a red line of a party is not "
        "acceptable, whatever the net values say."
    ),
)


def write(page: Page, report: Report) -> None:
    """Write what is said of drafts that cannot be tried."""
    write_what_is_missing(page, report, "Try it")


def write_draft(page: Page, report: Report, draft: Draft) -> None:
    """Write the sheet of one draft."""
    _Live(page, report, draft).write()


class _Live:
    """One draft while its sheet is written."""

    def __init__(self, page: Page, report: Report, draft: Draft) -> None:
        self._page, self._report = page, report
        self._title = report.titles[draft.id]
        self._figures = report.win_wins[draft.id].figures
        self._values = self._figures.values
        self._doubts = report.robustness[draft.id].settings
        self._holders = sorted(self._values.holders, key=lambda each: not each.is_party)
        self._words: Legend = legend(self._values)
        self._scenarios = self._values.scenarios
        self._verdicts = tuple(self._figures.verdicts.values())
        self._columns = (
            Column("", WIDTHS["name"]),
            Column("", WIDTHS["value"], "muted"),
            Column("", WIDTHS["red_line"], "muted"),
            *(Column("", WIDTHS["scenario"], "verdict") for _ in self._scenarios),
        )

    def write(self) -> None:
        page = self._page
        page.columns(column.width for column in self._columns)
        page.title(f"Try it: {self._title}", LEAD)
        day = self._report.made_on.isoformat()
        page.paragraph(
            f"What the rest of this report says of the draft is the analysis of the program as of {day}. It "
            "does not change with these cells."
        )
        its = places(page.row + 1, self._holders, len(self._scenarios), self._words)
        self._write_verdicts(its)
        self._write_nets(its)
        self._write_scores(its)
        self._write_legend(its)
        for note in NOTES:
            page.paragraph(note)
        self._colour(its)
        page.freeze(its.at[VERDICT_ROWS[-1]], 1, its.header - 1)
        page.protect()

    # ---------------------------------------------------------------------------------------- what is shown

    def _write_verdicts(self, its: Places) -> None:
        names = [Styled(_short(scenario_name(each.scenario)), "header") for each in self._scenarios]
        heads = [Styled(text, "header") for text in ("Scenario", "Weight or value", "Red line")]
        self._line(its.header, *heads, *names)
        for name in (*VERDICT_ROWS, *FURTHER_ROWS):
            label = ROW_NAMES.get(name) or f"Verdict as of {self._report.made_on.isoformat()}"
            cells = [self._verdict_cell(its, name, place) for place in range(len(self._scenarios))]
            room = 2 if name in {"verdict", "reported"} else 1
            self._line(its.at[name], Styled(label, "name"), None, None, *cells, room_for=room)

    def _verdict_cell(self, its: Places, name: str, place: int) -> Value:
        found, column = self._verdicts[place], _letters(FIRST_SCENARIO + place)
        word = self._words.of_verdict(found)
        if name == "reported":
            return Styled(word, "count")
        if name == "on_the_scale":
            return Formula(formulas.on_the_scale(its, column), YES, "count")
        if not its.parties:
            return Styled(NO_PARTY, "count") if name == "verdict" else None
        rows = [found.values.rows[party.id] for party in self._values.parties]
        lines = [line.is_crossed for line in found.red_lines if line.holder.is_party]
        surplus = found.surplus or self._values.units.interval(0, 0)
        made: dict[str, Callable[[], Formula]] = {
            "verdict": lambda: Formula(formulas.verdict(its, column), word, "verdict"),
            "gain": lambda: self._count(its, column, "gain", sum(row.gains is True for row in rows)),
            "lose": lambda: self._count(its, column, "lose", sum(row.loses is True for row in rows)),
            "open": lambda: self._count(its, column, "open", sum(row.is_open for row in rows)),
            "crossed": lambda: Formula(
                formulas.red_lines(its, column, crossed=True), lines.count(True), "count"
            ),
            "may_be_crossed": lambda: Formula(
                formulas.red_lines(its, column, crossed=False), lines.count(False), "count"
            ),
            "least": lambda: Formula(
                formulas.together(its, column, highest=False), _sum(number(surplus.low)), "net"
            ),
            "most": lambda: Formula(
                formulas.together(its, column, highest=True), _sum(number(surplus.high)), "net"
            ),
        }
        return made[name]()

    def _count(self, its: Places, column: str, what: str, how_many: int) -> Formula:
        return Formula(formulas.count(its, column, what), how_many, "count")

    def _write_nets(self, its: Places) -> None:
        for head, rows, is_highest in ((its.low_head, its.low, False), (its.high_head, its.high, True)):
            self._head(head, f"Net value, {'at most' if is_highest else 'at least'}")
            for block in its.blocks:
                cells = [
                    Formula(
                        formulas.net(its, block, column, highest=is_highest),
                        number(self._net(scenario, block.holder)[is_highest]),
                        "net",
                    )
                    for column, scenario in self._by_column()
                ]
                self._line(rows[block.holder.id], _named(block.holder), None, None, *cells)

    def _write_scores(self, its: Places) -> None:
        self._head(its.scores_head, "Weights and scores", "Weight", "Red line")
        for block in its.blocks:
            words = [
                Formula(
                    formulas.net_word(its, block, column),
                    self._words.of_net(scenario.rows[block.holder.id], self._values),
                    "group_verdict",
                )
                for column, scenario in self._by_column()
            ]
            blank = Empty("group")
            name = Styled(_named(block.holder), "group")
            self._line(block.head, name, blank, blank, *words)
            self._write_block(its, block)

    def _write_block(self, its: Places, block: Block) -> None:
        stakeholder = block.holder.stakeholder
        nothing: list[Value] = [None] * (1 + len(self._scenarios))
        without = Styled(stakeholder.reservation_value, "input_score")
        self._line(block.without, "What it has without an agreement, in points", without, *nothing)
        self._page.check_entries(_cell(block.without, VALUE), _between(-LARGEST_NUMBER, LARGEST_NUMBER))
        if block.known is not None:
            said = self._doubts.weights or stakeholder.weights_known
            known = Styled(NO if said == "unknown" else YES, "input")
            self._line(block.known, "Are its weights known?", known, *nothing)
            self._page.check_entries(_cell(block.known, VALUE), YES_OR_NO)
        given = [{score.interest: score.value for score in each.scenario.scores} for each in self._scenarios]
        for place, interest in enumerate(stakeholder.interests):
            weight = (
                Styled("counts alone", "muted") if block.known is None else _entry(interest.weight, "input")
            )
            scores = [_entry(of_scenario.get(interest.id), "input_score") for of_scenario in given]
            line = _entry(interest.red_line, "input_score")
            text = f"\N{BULLET} {_short(interest.text or interest.id)}"
            self._line(block.first + place, text, weight, line, *scores)
        if block.interests > 0:
            self._check_block(its, block)

    def _check_block(self, its: Places, block: Block) -> None:
        scale = self._values.draft.scale
        first, last = block.first - 1, block.last - 1
        if block.known is not None:
            self._page.check_entries((first, VALUE, last, VALUE), WEIGHT)
        on_scale = _between(scale.min, scale.max)
        self._page.check_entries((first, RED_LINE, last, RED_LINE), on_scale)
        self._page.check_entries((first, FIRST_SCENARIO, last, its.last_column), on_scale)

    def _write_legend(self, its: Places) -> None:
        self._head(its.legend_head, "The words that the formulas use, and the scale")
        nothing: list[Value] = [None] * (2 + len(self._scenarios))
        for key, word in self._words.words.items():
            self._line(its.words[key], Styled(word, "muted"), *nothing)
        scale = self._values.draft.scale
        for row, text, end in ((its.lowest, "Lowest", scale.min), (its.highest, "Highest", scale.max)):
            self._line(row, Styled(f"{text} score of the scale", "muted"), Styled(end, "score"), *nothing[1:])

    def _colour(self, its: Places) -> None:
        """The words of a verdict and of a net value say it; colour repeats them."""
        first, last = its.at["verdict"] - 1, its.blocks[-1].last - 1
        area = (first, FIRST_SCENARIO, last, its.last_column)
        here = f"{_letters(FIRST_SCENARIO)}{first + 1}"

        def is_one_of(*keys: str) -> dict[str, object]:
            same = ",".join(f"{here}={its.word(key)}" for key in keys)
            return {"type": "formula", "criteria": f"=OR({same})"}

        page = self._page
        page.mark(area, is_one_of("all_gain", "win_win", "gains", "gains_little"), "gain")
        page.mark(area, is_one_of("trade_off", "loss_only", "red_line", "loses"), "loss")
        page.mark(area, is_one_of("unknown", "open", "no_loss", "no_gain"), "open")
        for block in its.blocks:
            if block.interests > 0:
                cells = (block.first - 1, FIRST_SCENARIO, block.last - 1, its.last_column)
                page.mark(cells, {"type": "blanks"}, "not_scored")

    # --------------------------------------------------------------------------------------------- in short

    def _by_column(self) -> Iterator[tuple[str, ScenarioValues]]:
        for place, scenario in enumerate(self._scenarios):
            yield _letters(FIRST_SCENARIO + place), scenario

    def _net(self, scenario: ScenarioValues, holder: Holder) -> tuple[Fraction, Fraction]:
        net = self._values.net(scenario.rows[holder.id])
        return net.low, net.high

    def _head(self, row: int, *texts: str) -> None:
        cells = [Styled(text, "group") for text in texts]
        self._line(row, *cells, *[Empty("group")] * (len(self._columns) - len(texts)))

    def _line(self, row: int, *values: Value, room_for: int = 1) -> None:
        written = self._page.line(self._columns, values, room_for)
        if written != row:
            raise NotWritten(f"{self._page.name}: row {written} was written where row {row} should be")


def _named(holder: Holder) -> str:
    """A party by its name; whoever is not one is told from them."""
    name = _short(stakeholder_name(holder.stakeholder))
    return name if holder.is_party else f"{name} (affected, not counted)"


def _short(text: str) -> str:
    return name_text(text, LONGEST_TEXT)


def _entry(given: float | None, style: Style) -> Value:
    """A cell to change: as it was given, or empty."""
    return Empty(style) if given is None else Styled(given, style)


def _sum(exact: float) -> float:
    return round(exact, formulas.DECIMALS_OF_SUMS)


def _letters(column: int) -> str:
    """The letters of a column, counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _cell(row: int, column: int) -> Area:
    return row - 1, column, row - 1, column


def _between(least: float, most: float) -> dict[str, object]:
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": least,
        "maximum": most,
        "error_title": "Not a number that fits",
        "error_message": f"A number from {least:g} to {most:g}, or nothing: empty is not yet known.",
    }


WEIGHT = {
    "validate": "decimal",
    "criteria": ">=",
    "value": 0,
    "error_title": "Not a weight",
    "error_message": "A number from 0 up, in any unit; or nothing: empty is not yet known.",
}
YES_OR_NO = {
    "validate": "list",
    "source": [YES, NO],
    "error_title": "yes or no",
    "error_message": "yes: the weights count as they stand. no: any weights are possible.",
}


def _sheets(report: Report) -> tuple[Sheet, ...]:
    return one_for_each_draft(
        report, SHEET, write_draft, lambda draft: Paper(upright=len(draft.scenarios) <= UPRIGHT_UP_TO)
    )


SHEET = Sheet(
    "Try it",
    66,
    "Weights and scores to change, and net values and verdicts that follow by formula, for each draft.",
    write,
    several=_sheets,
)
