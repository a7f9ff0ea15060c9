"""The case a stakeholder can make inside its organisation, as a paragraph put together from what is entered.

Susha et al. 2019, section 5.1: a business case had to be made explicit so that it could be sold inside. The
paragraph is a proposal: what stands in the file is what people wrote or took over.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from workbook.analysis.delivery.case_sentences import (
    balance,
    crosses,
    gives_and_takes,
    wishes,
    without_agreement,
)
from workbook.analysis.delivery.costs import cost_details
from workbook.analysis.delivery.words import names_of, quoted, scenario_called, written
from workbook.analysis.finding import Finding, Input
from workbook.analysis.stakes import shares
from workbook.analysis.win_win.importance import importance
from workbook.analysis.win_win.in_short import InShort, in_short
from workbook.analysis.win_win.naming import POINTS, interest_name, number, span
from workbook.analysis.win_win.net_findings import NET_CITATION, net_finding
from workbook.analysis.win_win.telling import telling
from workbook.analysis.win_win.values import Holder, Row, Values, values
from workbook.analysis.win_win.verdicts import red_lines
from workbook.analysis.wording import counted, listed
from workbook.editing import write_address
from workbook.library.catalogues import name_of
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Stakeholder
from workbook.model.vocabulary import WeightsKnown
from workbook.model.workbook import OwnEntry

Relation = Literal["nothing", "same", "older", "own"]
"""How a text stands to the paragraph proposed now: there is none, it is the same, it was put together like it
from what was entered then, or somebody wrote it."""

CASE_RULE = (
    "Put together from the stakeholder's interests, what counts most first; from its situation without an "
    "agreement; from the benefits and costs of this scenario that are its own; and from the net value of the "
    "scenario to it. It is a proposal: what is missing is said to be missing, and nobody's text is replaced "
    "unless asked for."
)
CASE_CITATION = f"Our own rule, after Susha et al. 2019, section 5.1; {NET_CITATION}"

MARKS = (
    "Speaking for ",
    "Without an agreement: ",
    "What we would have without an agreement is not written down yet.",
    " brings us ",
    "For that we bear ",
    "it would cost us",
    "On balance ",
)
"""What a proposed paragraph has and hardly anybody writes. Two of them give it away."""
ENOUGH_MARKS = 2


@dataclass(frozen=True)
class BusinessCaseText:
    """A proposed paragraph, and as a finding what it was put together from.

    `worth` says in few words what the scenario is worth to the stakeholder, and `net` why; None for one in
    the background of the design, of whom that is not worked out.
    """

    stakeholder: str
    paragraph: str
    finding: Finding
    worth: InShort | None
    net: Finding | None


@dataclass(frozen=True)
class _Worth:
    """What a scenario is worth to a stakeholder; None for one in the background of the design."""

    values: Values
    holder: Holder | None
    row: Row | None


def business_case(  # noqa: PLR0913, PLR0917 - what the paragraph is put together from
    draft: Draft,
    scenario: Scenario,
    stakeholder: Stakeholder,
    library: Library,
    own_entries: Iterable[OwnEntry] = (),
    weights: WeightsKnown | None = None,
) -> BusinessCaseText:
    """The paragraph for one stakeholder in one scenario. The same design always gives the same words.

    `weights` stands in for what the stakeholder says about its weights, as in the win-win analysis.
    """
    worth = _worth(draft, scenario, stakeholder, weights)
    its = worth.values.scenarios[0]
    is_judged = worth.holder is not None
    return BusinessCaseText(
        stakeholder=stakeholder.id,
        paragraph=" ".join(_sentences(draft, scenario, stakeholder, worth, weights)),
        finding=_finding(draft, scenario, stakeholder, worth, (library, tuple(own_entries))),
        worth=in_short(worth.values, its, stakeholder.id) if is_judged else None,
        net=None if worth.holder is None else net_finding(telling(worth.values), its, worth.holder),
    )


def relation(stored: str, proposed: str) -> Relation:
    """How a text stands to the paragraph that is proposed now."""
    text = " ".join(stored.split())
    if not text:
        return "nothing"
    if text == proposed:
        return "same"
    return "older" if sum(mark in text for mark in MARKS) >= ENOUGH_MARKS else "own"


def _worth(
    draft: Draft, scenario: Scenario, stakeholder: Stakeholder, weights: WeightsKnown | None
) -> _Worth:
    alone = draft if len(draft.scenarios) == 1 else draft.replace(scenarios=(scenario,), chosen_scenario=None)
    table = values(alone, weights)
    holder = next((each for each in table.holders if each.id == stakeholder.id), None)
    return _Worth(table, holder, None if holder is None else table.scenarios[0].rows[holder.id])


def _sentences(
    draft: Draft,
    scenario: Scenario,
    stakeholder: Stakeholder,
    worth: _Worth,
    weights: WeightsKnown | None,
) -> Iterator[str]:
    yield wishes(stakeholder, importance(stakeholder, weights).shares)
    yield without_agreement(stakeholder)
    yield gives_and_takes(
        written(scenario.name),
        [each for each in scenario.benefits if each.stakeholder == stakeholder.id],
        [each for each in scenario.costs if each.stakeholder == stakeholder.id],
    )
    net = None if worth.row is None else worth.values.net(worth.row)
    yield balance(draft, worth.holder, worth.row, net)
    for line in red_lines(worth.values, worth.values.scenarios[0]):
        if line.holder.id == stakeholder.id:
            yield crosses(line)


def _finding(
    draft: Draft,
    scenario: Scenario,
    stakeholder: Stakeholder,
    worth: _Worth,
    known: tuple[Library, tuple[OwnEntry, ...]],
) -> Finding:
    benefits = sum(each.stakeholder == stakeholder.id for each in scenario.benefits)
    costs = sum(each.stakeholder == stakeholder.id for each in scenario.costs)
    net = None if worth.row is None else worth.values.net(worth.row)
    parts = [
        counted(len(stakeholder.interests), "interest"),
        counted(benefits, "benefit"),
        counted(costs, "cost"),
    ]
    worth_words = "no net value" if net is None else f"a net value of {span(net)}"
    return Finding(
        id=f"delivery.proposal.{draft.id}.{scenario.id}.{stakeholder.id}",
        words=(
            f"{scenario_called(scenario)}: a business case can be put together for "
            f"{names_of(draft)[stakeholder.id]} from {listed([*parts, worth_words])}."
        ),
        value=number(net.low) if net is not None and net.is_point else None,
        unit=POINTS,
        inputs=tuple(_inputs(draft, scenario, stakeholder, known)),
        rule=CASE_RULE,
        citation=CASE_CITATION,
        address=write_address(("drafts", draft.id, "scenarios", scenario.id, "business_cases")),
    )


def _inputs(
    draft: Draft,
    scenario: Scenario,
    stakeholder: Stakeholder,
    known: tuple[Library, tuple[OwnEntry, ...]],
) -> Iterator[Input]:
    holder = write_address(("drafts", draft.id, "stakeholders", stakeholder.id))
    own_shares = shares(draft, stakeholder)
    for interest in stakeholder.interests:
        motive = None if interest.motivation is None else name_of(*known, "motivations", interest.motivation)
        yield Input(
            name=interest_name(interest),
            value=f"{interest.kind}, {own_shares[interest.id].words}{f', {motive}' if motive else ''}",
            address=f"{holder}/interests/{interest.id}",
        )
    yield Input(
        name="Without an agreement",
        value=written(stakeholder.without_agreement) or "not said",
        address=f"{holder}/without_agreement",
    )
    root = write_address(("drafts", draft.id, "scenarios", scenario.id))
    for benefit in scenario.benefits:
        if benefit.stakeholder == stakeholder.id:
            kind = None if benefit.kind is None else name_of(*known, "benefit_kinds", benefit.kind)
            yield Input(
                name=quoted(benefit.text, "A benefit without words"),
                value=", ".join(filter(None, (kind, written(benefit.expected)))) or "a benefit",
                address=f"{root}/benefits/{benefit.id}",
            )
    for cost in scenario.costs:
        if cost.stakeholder == stakeholder.id:
            yield Input(
                name=quoted(cost.text, "A cost without words"),
                value=cost_details(cost),
                address=f"{root}/costs/{cost.id}",
            )
