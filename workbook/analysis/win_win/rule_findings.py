"""The rules for choosing as findings, each explained in a sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbook.analysis.finding import Finding, Input
from workbook.analysis.win_win.naming import Names, scenario_name, stakeholder_name
from workbook.analysis.win_win.rules import Choice, RuleId
from workbook.analysis.win_win.sources import (
    CHANG_LIANG,
    IMAI,
    KALAI_SMORODINSKY,
    MARIOTTI,
    MAXIMUM_NASH_WELFARE,
    MISSING_CONSEQUENCES,
    NASH,
    NEGOTIATION_ANALYSIS,
    OURS,
    ROBUST_ORDINAL,
)
from workbook.analysis.win_win.telling import Telling
from workbook.analysis.wording import listed

MISSING_RULE = (
    "While scores are missing, “surely” means chosen however they turn out, "
    "“possibly” that they may turn out so."
)
MISSING_CITATION = f"{MISSING_CONSEQUENCES}; {ROBUST_ORDINAL}"
COMPARES = "It compares points of different stakeholders, which is a convention."


@dataclass(frozen=True)
class Explained:
    """A rule in words: its title, what it chooses, why, and where it comes from."""

    title: str
    rule: str
    citation: str
    of_none: str


EXPLAINED: Mapping[RuleId, Explained] = {
    "pareto": Explained(
        "Not beaten",
        "Scenarios that no other beats: none is at least as good for every party and better for one.",
        NEGOTIATION_ANALYSIS,
        "no scenario",
    ),
    "maximin": Explained(
        "Best for whoever is worst off",
        f"The largest smallest net value. It may pick a scenario that another beats. {COMPARES}",
        OURS,
        "no scenario",
    ),
    "leximin": Explained(
        "Most even from the bottom up",
        "The best for whoever is worst off; where that is equal, the best for the next, and so on. "
        + COMPARES,
        OURS,
        "no scenario",
    ),
    "nash": Explained(
        "Largest product of gains",
        "Among win-wins those in which most parties gain, then the largest product of what they gain. As long"
        " as the same parties gain, it does not matter on which scale each of them counts.",
        f"{NASH}; {MARIOTTI}; {MAXIMUM_NASH_WELFARE}",
        "no win-win",
    ),
    "ks": Explained(
        "Closest to what each could have",
        "Among win-wins the one in which the party furthest from the best that any win-win holds for it "
        "comes closest to it; where that is equal, the next party, and so on. It does not matter on "
        "which scale each party counts. Not shown while a possible win-win has an open net value.",
        f"{KALAI_SMORODINSKY}; {IMAI}; {CHANG_LIANG}",
        "no win-win",
    ),
    "utilitarian": Explained(
        "Largest sum",
        f"The largest sum of net values, over all scenarios: somebody may lose. {COMPARES}",
        OURS,
        "no scenario",
    ),
    "utilitarian_acceptable": Explained(
        "Largest sum in which nobody loses",
        f"The largest sum of net values, over the acceptable scenarios alone. {COMPARES}",
        OURS,
        "no acceptable scenario",
    ),
}


def rule_findings(told: Telling, choices: Mapping[RuleId, Choice | None]) -> Iterator[Finding]:
    """One finding for each rule."""
    inputs = table_inputs(told)
    for rule, choice in choices.items():
        explained = EXPLAINED[rule]
        is_open = choice is not None and not choice.is_exact
        yield Finding(
            id=f"win_win.rule.{told.values.draft.id}.{rule}",
            words=f"{explained.title}: {choice_words(told, explained, choice)}.",
            value=listed(_names(told.names, choice.chosen)) if choice is not None and choice.chosen else None,
            unit="scenarios",
            inputs=inputs,
            rule=f"{explained.rule} {MISSING_RULE}" if is_open else explained.rule,
            citation=f"{explained.citation}; {MISSING_CITATION}" if is_open else explained.citation,
            address=told.names.address("scenarios"),
        )


def table_inputs(told: Telling) -> tuple[Input, ...]:
    """What the rules compare: the net values of the parties, scenario by scenario."""
    return tuple(
        Input(
            name=scenario_name(scenario.scenario),
            value=listed(
                [
                    f"{stakeholder_name(party.stakeholder)} {told.rows[scenario.id, party.id].reads}"
                    for party in told.values.parties
                ]
            ),
            address=told.names.address("scenarios", scenario.id),
        )
        for scenario in told.values.scenarios
    )


def choice_words(told: Telling, explained: Explained, choice: Choice | None) -> str:
    """What a rule chooses; all that tie are named."""
    if choice is None:
        return why_not_shown(told)
    surely, possibly = _names(told.names, choice.necessary), _names(told.names, choice.possible)
    if choice.is_exact or choice.necessary == choice.possible:
        return listed(surely) if surely else explained.of_none
    others = [name for name in possibly if name not in surely]
    first = f"surely {listed(surely)}, possibly also" if surely else "no scenario surely; possibly"
    return f"{first} {listed(others)}"


def why_not_shown(told: Telling) -> str:
    """Why a rule is silent."""
    if not told.values.parties:
        return "nothing to choose for, because nobody is a party yet"
    if told.values.of_unknown_importance:
        return "not shown, because not all parties have said how much their interests count"
    return "not shown yet, because a possible win-win still has scores missing"


def _names(names: Names, scenarios: tuple[str, ...]) -> list[str]:
    return [names.scenario(each) for each in scenarios]
