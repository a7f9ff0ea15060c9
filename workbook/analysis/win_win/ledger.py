"""Who gives and who gets what in a scenario: data, money, service, standing, public value, and what it costs.

From the data flows the scenario uses, its benefits and its costs. Our own rule, on what Susha et al. 2019
(section 2) report of motivations: something in return.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workbook.editing import Address
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Stakeholder
from workbook.model.vocabulary import CostKind, Given

Direction = Literal["gives", "gets"]
Good = Given | CostKind
"""What changes hands, or what a stakeholder has to put in."""


@dataclass(frozen=True)
class Entry:
    """One thing given or got. `good` None: nobody said what it is; `other` None: nobody in particular."""

    stakeholder: str
    direction: Direction
    good: Good | None
    text: str
    other: str | None
    address: Address


@dataclass(frozen=True)
class Account:
    """What one stakeholder gives and gets in one scenario."""

    stakeholder: Stakeholder
    gives: tuple[Entry, ...]
    gets: tuple[Entry, ...]

    @property
    def only_gives(self) -> bool:
        """A party that puts something in and gets nothing out."""
        return self.stakeholder.standing == "party" and bool(self.gives) and not self.gets


@dataclass(frozen=True)
class Ledger:
    """The accounts of one scenario: of every party, and of everybody else who gives or gets something."""

    scenario: Scenario
    accounts: tuple[Account, ...]


def ledgers(draft: Draft) -> tuple[Ledger, ...]:
    """The value ledger of each scenario, in their order."""
    return tuple(Ledger(scenario, tuple(_accounts(draft, scenario))) for scenario in draft.scenarios)


def _accounts(draft: Draft, scenario: Scenario) -> Iterator[Account]:
    entries = [*_flows(draft, scenario), *_benefits(draft, scenario), *_costs(draft, scenario)]
    for stakeholder in draft.stakeholders:
        own = [entry for entry in entries if entry.stakeholder == stakeholder.id]
        if own or stakeholder.standing == "party":
            yield Account(
                stakeholder,
                gives=tuple(entry for entry in own if entry.direction == "gives"),
                gets=tuple(entry for entry in own if entry.direction == "gets"),
            )


def _flows(draft: Draft, scenario: Scenario) -> Iterator[Entry]:
    used = set(scenario.data_flows)
    for flow in draft.data_flows:
        if flow.id in used:
            address = ("drafts", draft.id, "data_flows", flow.id)
            yield from _exchange(flow.from_stakeholder, flow.to_stakeholder, "data", flow.data, address)


def _benefits(draft: Draft, scenario: Scenario) -> Iterator[Entry]:
    for benefit in scenario.benefits:
        address = ("drafts", draft.id, "scenarios", scenario.id, "benefits", benefit.id)
        yield from _exchange(
            benefit.from_stakeholder, benefit.stakeholder, benefit.gives, benefit.text, address
        )


def _costs(draft: Draft, scenario: Scenario) -> Iterator[Entry]:
    for cost in scenario.costs:
        if cost.stakeholder is not None:
            address = ("drafts", draft.id, "scenarios", scenario.id, "costs", cost.id)
            yield Entry(cost.stakeholder, "gives", cost.kind, cost.text, None, address)


def _exchange(
    giver: str | None, getter: str | None, good: Good | None, text: str, address: Address
) -> Iterator[Entry]:
    """What goes from one to another. What somebody has of its own making is got, and given by nobody."""
    if giver is not None and giver != getter:
        yield Entry(giver, "gives", good, text, getter, address)
    if getter is not None:
        yield Entry(getter, "gets", good, text, giver if giver != getter else None, address)
