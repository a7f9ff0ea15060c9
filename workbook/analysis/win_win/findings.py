"""The win-win analysis of a draft: which scenario leaves everyone better off, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbook.analysis.finding import Finding
from workbook.analysis.win_win.alignment_findings import alignment_findings, ledger_findings
from workbook.analysis.win_win.dominance import dominated_by
from workbook.analysis.win_win.ledger import Ledger, ledgers
from workbook.analysis.win_win.net_findings import net_finding, net_id
from workbook.analysis.win_win.pick_findings import pick_finding, question_finding
from workbook.analysis.win_win.questions import Question, next_question
from workbook.analysis.win_win.ranges import across_ranges
from workbook.analysis.win_win.recommendation import Recommendation, recommendation
from workbook.analysis.win_win.repair_findings import repair_findings
from workbook.analysis.win_win.repairs import Repairs, repairs
from workbook.analysis.win_win.rule_findings import rule_findings
from workbook.analysis.win_win.rules import Choice, RuleId, choices
from workbook.analysis.win_win.scenario_findings import scenario_findings
from workbook.analysis.win_win.telling import Telling, telling
from workbook.analysis.win_win.values import Values, values
from workbook.analysis.win_win.verdicts import Verdict, verdict
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.vocabulary import WeightsKnown
from workbook.model.workbook import OwnEntry


@dataclass(frozen=True)
class Figures:
    """The exact figures alone, without a word: what verdicts, rules and repairs say.

    Mappings go by scenario id, in the order of entry; `choices` by rule.
    """

    values: Values
    verdicts: Mapping[str, Verdict]
    dominated_by: Mapping[str, tuple[str, ...]]
    choices: Mapping[RuleId, Choice | None]
    recommendation: Recommendation
    repairs: Mapping[str, Repairs]
    question: Question | None


@dataclass(frozen=True)
class WinWin:
    """What the analysis of one draft found.

    `findings` are all of them, the pick first; `of_scenario` those on one scenario. `ledgers` say who gives
    and who gets what, one for each scenario.
    """

    figures: Figures
    ledgers: tuple[Ledger, ...]
    pick: Finding
    question: Finding | None
    rules: tuple[Finding, ...]
    scenarios: Mapping[str, tuple[Finding, ...]]
    alignment: tuple[Finding, ...]
    ledger: tuple[Finding, ...]

    @property
    def draft(self) -> Draft:
        """The draft as it was analysed."""
        return self.figures.values.draft

    def net(self, scenario: str, holder: str) -> Finding | None:
        """What a scenario means to a stakeholder; None where it is none whose gains and losses count."""
        wanted = net_id(self.draft, scenario, holder)
        return next((each for each in self.scenarios.get(scenario, ()) if each.id == wanted), None)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, in the order in which a room asks."""
        return (
            self.pick,
            *((self.question,) if self.question is not None else ()),
            *(finding for of_one in self.scenarios.values() for finding in of_one),
            *self.rules,
            *self.alignment,
            *self.ledger,
        )


def win_win(
    draft: Draft,
    library: Library,
    weights: WeightsKnown | None = None,
    own_entries: Iterable[OwnEntry] = (),
) -> WinWin:
    """Every exact finding on a draft (the robustness of a verdict is another question, asked by simulation).

    `weights` stands in for what each stakeholder says about its weights: "given" and "order" use them as they
    are written, "unknown" leaves everything open that some weights would give.
    """
    its = figures(draft, weights)
    told = telling(its.values)
    books = ledgers(draft)
    return WinWin(
        figures=its,
        ledgers=books,
        pick=pick_finding(told, its.verdicts, its.recommendation, its.repairs),
        question=None if its.question is None else question_finding(told, its.question),
        rules=tuple(rule_findings(told, its.choices)),
        scenarios={scenario: tuple(_of_scenario(told, its, scenario)) for scenario in its.verdicts},
        alignment=tuple(alignment_findings(told, library, own_entries)),
        ledger=tuple(ledger_findings(told, books)),
    )


def figures(draft: Draft, weights: WeightsKnown | None = None) -> Figures:
    """The exact figures of a draft."""
    table = values(draft, weights)
    verdicts = {scenario.id: verdict(table, scenario) for scenario in table.scenarios}
    in_order = tuple(verdicts.values())
    return Figures(
        values=table,
        verdicts=verdicts,
        dominated_by=dominated_by(table),
        choices=choices(table, in_order),
        recommendation=recommendation(table, in_order),
        repairs={each.id: repairs(table, each) for each in in_order},
        question=next_question(table, in_order),
    )


def _of_scenario(told: Telling, its: Figures, scenario: str) -> Iterator[Finding]:
    """Verdict and what explains it, then each net value, then what would bring the losers in."""
    of_it = its.verdicts[scenario]
    ranges = across_ranges(told.values, of_it)
    yield from scenario_findings(told, of_it, its.dominated_by[scenario], ranges)
    for holder in told.values.holders:
        yield net_finding(told, of_it.values, holder)
    yield from repair_findings(told, of_it, its.repairs[scenario])
