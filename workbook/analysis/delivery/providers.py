"""Whether everybody who provides data has a benefit of its own from it, which its business case stands on.

Susha et al. 2019, section 5.1: the benefits were clear to the authority from the start, but not to the
business, which needed a case that it could sell inside before it invested. The rule is ours.
"""

from workbook.analysis.delivery.words import begun_small, names_of, quoted, scenario_called
from workbook.analysis.finding import Finding, Input
from workbook.analysis.wording import listed
from workbook.editing import write_address
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Stakeholder

PROVIDER_ROLE = "data_provider"
PROVIDER_RULE = (
    "Whoever is said to provide data should have at least one written benefit of private value, or of both "
    "private and public value, in the scenario: without a gain of its own its business case has nothing to "
    "stand on."
)
PROVIDER_CITATION = "Our own rule, after Susha et al. 2019, section 5.1"


class ProvidersReading(Record):
    """The data providers of a draft in one scenario; `without` are those that lack a private benefit.

    `words` leave out the scenario's name.
    """

    without: tuple[str, ...]
    words: str
    finding: Finding


def providers(draft: Draft) -> tuple[Stakeholder, ...]:
    """Who is said to provide data, at the table or affected."""
    return tuple(
        each for each in draft.stakeholders if PROVIDER_ROLE in each.roles and each.standing != "context"
    )


def providers_without_private_benefit(draft: Draft, scenario: Scenario) -> tuple[Stakeholder, ...]:
    """Data providers for whom the scenario has no written benefit of private value."""
    return tuple(each for each in providers(draft) if not _private(scenario, each))


def read_providers(draft: Draft, scenario: Scenario) -> ProvidersReading:
    """Who provides data without a private benefit of its own, as a finding."""
    asked = providers(draft)
    without = providers_without_private_benefit(draft, scenario)
    names = names_of(draft)
    words = _words([names[each.id] for each in asked], [names[each.id] for each in without])
    return ProvidersReading(
        without=tuple(each.id for each in without),
        words=words,
        finding=Finding(
            id=f"delivery.providers.{draft.id}.{scenario.id}",
            severity="advice" if without or not asked else "info",
            words=f"{scenario_called(scenario)}: {begun_small(words)}",
            value=len(without) if asked else None,
            unit="data providers",
            inputs=tuple(
                Input(
                    name=names[each.id],
                    value=listed(_private(scenario, each)) or "no private benefit",
                    address=write_address(("drafts", draft.id, "scenarios", scenario.id, "benefits")),
                )
                for each in asked
            ),
            rule=PROVIDER_RULE,
            citation=PROVIDER_CITATION,
            address=write_address(("drafts", draft.id, "scenarios", scenario.id, "benefits")),
        ),
    )


def _private(scenario: Scenario, stakeholder: Stakeholder) -> list[str]:
    """The written benefits of private value that somebody gets."""
    return [
        quoted(benefit.text, "")
        for benefit in scenario.benefits
        if benefit.stakeholder == stakeholder.id
        and benefit.value in {"private", "both"}
        and benefit.text.strip()
    ]


def _words(asked: list[str], without: list[str]) -> str:
    if not asked:
        return "Nobody is said to provide data yet."
    if without:
        whom = "a data provider" if len(without) == 1 else f"{len(without)} data providers"
        return f"No private benefit is written yet for {whom}: {listed(without)}."
    if len(asked) == 1:
        return f"The data provider has a benefit of its own: {asked[0]}."
    return "Everyone who provides data has a benefit of its own."
