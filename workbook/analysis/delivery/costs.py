"""What a scenario costs whom: what each bears, what nobody bears yet, and for whom nothing is written.

Amounts are words in any unit, so they are told, never added up. The rule is ours.
"""

from collections.abc import Iterator, Mapping

from workbook.analysis.delivery.words import (
    OURS,
    begun_small,
    inside,
    is_or_are,
    names_of,
    quoted,
    scenario_called,
)
from workbook.analysis.finding import Finding, Input
from workbook.analysis.wording import counted, listed
from workbook.editing import write_address
from workbook.model.benefits import Cost
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.scenarios import Scenario
from workbook.model.vocabulary import CostKind, CostTiming

COST_KINDS: Mapping[CostKind, str] = {
    "money": "money",
    "work": "work",
    "it": "IT",
    "legal": "legal work",
    "exposure": "exposure",
}
TIMINGS: Mapping[CostTiming, str] = {"once": "once", "running": "running"}
NOBODY = "Borne by nobody named yet"
COST_RULE = (
    "The written costs, by who bears them. Amounts are in the words and units in which they were written, so "
    "they are not added up. That nothing is written for a party does not mean that it bears nothing."
)


class PartyCosts(Record):
    """What one stakeholder bears; None: costs of which nobody has said who bears them."""

    stakeholder: str | None
    costs: tuple[str, ...]
    words: str
    finding: Finding


class CostsReading(Record):
    """The costs of one scenario by who bears them. `words` leave out the scenario's name."""

    each: tuple[PartyCosts, ...]
    words: str
    finding: Finding


def read_costs(draft: Draft, scenario: Scenario) -> CostsReading:
    """What a scenario costs whom, stakeholders in their order and costs that nobody bears at the end."""
    each = tuple(_by_party(draft, scenario))
    words = _sum_words(draft, scenario)
    root = write_address(("drafts", draft.id, "scenarios", scenario.id, "costs"))
    return CostsReading(
        each=each,
        words=words,
        finding=Finding(
            id=f"delivery.costs.{draft.id}.{scenario.id}",
            severity="info" if scenario.costs and not _silent(draft, scenario) else "advice",
            words=f"{scenario_called(scenario)}: {begun_small(words)}",
            value=len(scenario.costs) if scenario.costs else None,
            unit="costs",
            inputs=tuple(_input(cost, root) for cost in scenario.costs),
            rule=COST_RULE,
            citation=OURS,
            address=root,
        ),
    )


def cost_in_words(cost: Cost) -> str:
    """The cost, and in brackets what it consists of, when, and how much."""
    return f"{quoted(cost.text, 'a cost without words')} ({cost_details(cost)})"


def cost_details(cost: Cost) -> str:
    """What it consists of, when, and how much."""
    parts = [
        "" if cost.kind is None else COST_KINDS[cost.kind],
        "" if cost.timing is None else TIMINGS[cost.timing],
        inside(cost.amount) or "how much is not said yet",
    ]
    return ", ".join(part for part in parts if part)


def _by_party(draft: Draft, scenario: Scenario) -> Iterator[PartyCosts]:
    names = names_of(draft)
    root = write_address(("drafts", draft.id, "scenarios", scenario.id, "costs"))
    for bearer in (*names, None):
        borne = [cost for cost in scenario.costs if cost.stakeholder == bearer]
        if not borne:
            continue
        who = NOBODY if bearer is None else names[bearer]
        words = f"{who}: {counted(len(borne), 'cost')}. {_told(borne)}"
        yield PartyCosts(
            stakeholder=bearer,
            costs=tuple(cost.id for cost in borne),
            words=words,
            finding=Finding(
                id=f"delivery.costs.{draft.id}.{scenario.id}.{bearer or 'nobody'}",
                severity="advice" if bearer is None else "info",
                words=f"{scenario_called(scenario)}, {begun_small(words) if bearer is None else words}",
                value=len(borne),
                unit="costs",
                inputs=tuple(_input(cost, root) for cost in borne),
                rule=COST_RULE,
                citation=OURS,
                address=root if len(borne) > 1 else f"{root}/{borne[0].id}",
            ),
        )


def _told(costs: list[Cost]) -> str:
    return f"{'; '.join(cost_in_words(cost) for cost in costs)}."


def _input(cost: Cost, root: str) -> Input:
    return Input(
        name=quoted(cost.text, "A cost without words"), value=cost_details(cost), address=f"{root}/{cost.id}"
    )


def _silent(draft: Draft, scenario: Scenario) -> list[str]:
    """The parties for whom no cost is written."""
    bearers = {cost.stakeholder for cost in scenario.costs}
    names = names_of(draft)
    return [
        names[each.id] for each in draft.stakeholders if each.standing == "party" and each.id not in bearers
    ]


def _sum_words(draft: Draft, scenario: Scenario) -> str:
    costs = scenario.costs
    if not costs:
        return "No cost is written down yet."
    bearers = {cost.stakeholder for cost in costs} - {None}
    borne = f", borne by {counted(len(bearers), 'stakeholder')}" if bearers else ""
    said = [f"{counted(len(costs), 'cost')}{borne}."]
    nobodys = sum(cost.stakeholder is None for cost in costs)
    if nobodys:
        said.append(f"Of {nobodys} it is not said who bears {'it' if nobodys == 1 else 'them'}.")
    vague = sum(not cost.amount.strip() for cost in costs)
    if vague:
        said.append(f"{is_or_are(vague)} without an amount.")
    silent = _silent(draft, scenario)
    if silent:
        said.append(f"No cost is written for {listed(silent)}.")
    return " ".join(said)
