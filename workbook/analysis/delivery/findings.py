"""All that is found on whether a design delivers: benefits, providers, costs, actions, business cases."""

import datetime as dt
from collections.abc import Iterable, Iterator

from workbook.analysis.delivery.actions import ActionsReading, read_actions
from workbook.analysis.delivery.benefits import BenefitsReading, read_benefits
from workbook.analysis.delivery.cases import CasesReading, read_cases
from workbook.analysis.delivery.costs import CostsReading, read_costs
from workbook.analysis.delivery.providers import ProvidersReading, read_providers
from workbook.analysis.finding import Finding
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.scenarios import Scenario
from workbook.model.workbook import OwnEntry


class ScenarioDelivery(Record):
    """What is found on one scenario."""

    scenario: str
    benefits: BenefitsReading
    providers: ProvidersReading
    costs: CostsReading
    actions: ActionsReading
    cases: CasesReading

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Each part: its sum first, then its members."""
        return (
            self.benefits.finding,
            *(each.finding for each in self.benefits.each),
            self.providers.finding,
            self.costs.finding,
            *(each.finding for each in self.costs.each),
            self.actions.finding,
            *(each.finding for each in self.actions.each),
            *(each.finding for each in self.actions.owners),
            self.cases.finding,
            *(each.finding for each in self.cases.each),
        )


class Delivery(Record):
    """What is found on the scenarios of one draft that are being prepared, as they stand on a day."""

    draft: str
    as_of: dt.date
    scenarios: tuple[ScenarioDelivery, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, scenario by scenario."""
        return tuple(finding for each in self.scenarios for finding in each.findings)

    def of(self, scenario_id: str) -> ScenarioDelivery | None:
        """What is found on a scenario; None for one that is not being prepared."""
        return next((each for each in self.scenarios if each.scenario == scenario_id), None)


def delivery(draft: Draft, library: Library, own_entries: Iterable[OwnEntry], today: dt.date) -> Delivery:
    """Everything that is found on the scenarios of a draft that are being prepared."""
    own = tuple(own_entries)
    return Delivery(
        draft=draft.id,
        as_of=today,
        scenarios=tuple(scenario_delivery(draft, each, library, own, today) for each in prepared(draft)),
    )


def prepared(draft: Draft) -> Iterator[Scenario]:
    """The chosen scenario first; then those with a benefit, cost, action or business case."""
    yield from (each for each in draft.scenarios if each.id == draft.chosen_scenario)
    for each in draft.scenarios:
        is_begun = each.benefits or each.costs or each.alignment_actions or each.business_cases
        if is_begun and each.id != draft.chosen_scenario:
            yield each


def scenario_delivery(
    draft: Draft,
    scenario: Scenario,
    library: Library,
    own_entries: Iterable[OwnEntry],
    today: dt.date,
) -> ScenarioDelivery:
    """Everything that is found on one scenario, as it stands on a day."""
    return ScenarioDelivery(
        scenario=scenario.id,
        benefits=read_benefits(draft, scenario, library, own_entries, today),
        providers=read_providers(draft, scenario),
        costs=read_costs(draft, scenario),
        actions=read_actions(draft, scenario, today),
        cases=read_cases(draft, scenario),
    )
