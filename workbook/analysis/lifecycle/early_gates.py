"""What the gates out of the first three stages ask: Frame, Interests and Win-wins."""

from collections.abc import Iterator
from types import MappingProxyType

from workbook.analysis.delivery.providers import PROVIDER_ROLE
from workbook.analysis.lifecycle.conditions import Condition, Found, condition, met_if
from workbook.analysis.lifecycle.saying import chosen_scenario, is_written, number_word
from workbook.analysis.win_win.naming import Names, scenario_name, stakeholder_name
from workbook.analysis.win_win.telling import Telling
from workbook.analysis.win_win.values import values
from workbook.analysis.win_win.verdict_words import verdict_words
from workbook.analysis.win_win.verdicts import verdict
from workbook.analysis.wording import capitalised, listed
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Stakeholder
from workbook.model.vocabulary import WeightsKnown

DIMENSIONS_WANTED = 6
USES = "data_user"
CONTEXT = "It belongs to the context: neither at the table nor affected."
WRITTEN, NOT_WRITTEN = "It is written.", "Nothing is written yet."
FRAMED = MappingProxyType(
    {
        "frame.problem": "societal_problem",
        "frame.data_sought": "data_sought",
        "frame.public_value": "public_value",
    }
)
"""The field of the framing that meets each condition."""


def frame(draft: Draft, library: Library) -> Iterator[Condition]:
    """Problem, data sought and public value written; at least six of eight dimensions characterised."""
    for condition_id, field in FRAMED.items():
        there = is_written(getattr(draft.framing, field))
        because = WRITTEN if there else NOT_WRITTEN
        yield condition(draft, library, condition_id, Found(met_if(there), because, ("framing", field)))
    positions = draft.dimensions.positions()
    still_open = [dimension for dimension, position in positions.items() if not position.is_characterised]
    count = len(positions) - len(still_open)
    because = f"{capitalised(number_word(count))} of eight {'is' if count == 1 else 'are'} characterised."
    enough = count >= DIMENSIONS_WANTED
    at = ("dimensions",) if enough else ("dimensions", still_open[0])
    yield condition(draft, library, "frame.dimensions", Found(met_if(enough), because, at))


def interests(draft: Draft, library: Library) -> Iterator[Condition]:
    """A data provider and a data user; each stakeholder's weighted interest and what it has without."""
    yield _role(draft, library, "interests.provider", PROVIDER_ROLE)
    yield _role(draft, library, "interests.user", USES)
    for stakeholder in draft.stakeholders:
        yield _of(draft, library, stakeholder, "interests.weighted", _weighted(stakeholder))
        yield _of(draft, library, stakeholder, "interests.without", _without(stakeholder))


def win_wins(draft: Draft, library: Library, weights: WeightsKnown | None) -> Iterator[Condition]:
    """A scenario is chosen, and it is surely a win-win."""
    scenario = chosen_scenario(draft)
    if scenario is None:
        because = "No scenario is chosen yet." if draft.scenarios else "There is no scenario yet."
        at = ("chosen_scenario",) if draft.scenarios else ("scenarios",)
        yield condition(draft, library, "win_wins.chosen", Found("not_met", because, at))
        yield condition(draft, library, "win_wins.win_win", Found("not_met", because, at))
        return
    because = f"“{scenario_name(scenario)}” is chosen."
    yield condition(draft, library, "win_wins.chosen", Found("met", because, ("chosen_scenario",)))
    yield condition(draft, library, "win_wins.win_win", _win_win(draft, scenario, weights))


def _win_win(draft: Draft, scenario: Scenario, weights: WeightsKnown | None) -> Found:
    """In the words of the verdict. With one party alone the formulas hold, but it is not called a win-win."""
    at = ("scenarios", scenario.id, "scores")
    table = values(draft, weights)
    of_it = verdict(table, next(each for each in table.scenarios if each.id == scenario.id))
    words = verdict_words(Telling(table, Names(draft), MappingProxyType({})), of_it)
    if len(table.parties) == 1:
        return Found("not_met", f"{words} A win-win takes more than one party.", at)
    return Found(met_if(of_it.outcome.win_win), words, at)


def _role(draft: Draft, library: Library, condition_id: str, role: str) -> Condition:
    named = [
        stakeholder_name(each)
        for each in draft.stakeholders
        if role in each.roles and each.standing != "context"
    ]
    called = library.entry("stakeholder_roles", role).name.lower()
    because = f"In the role of {called}: {listed(named)}." if named else f"Nobody is a {called} yet."
    return condition(draft, library, condition_id, Found(met_if(named), because, ("stakeholders",)))


def _of(draft: Draft, library: Library, stakeholder: Stakeholder, kind: str, found: Found) -> Condition:
    """What is asked of one stakeholder; `found.at` is within it."""
    name = stakeholder_name(stakeholder)
    found = found._replace(at=("stakeholders", stakeholder.id, *found.at))
    if stakeholder.standing == "context":
        found = found._replace(state="not_applicable", because=CONTEXT)
    return condition(draft, library, f"{kind}.{stakeholder.id}", found, name)


def _weighted(stakeholder: Stakeholder) -> Found:
    its, at = stakeholder.interests, ("interests",)
    written = [each for each in its if is_written(each.text)]
    if not written:
        return Found("not_met", "No interest is written yet.", at)
    if len(its) == 1:
        return Found("met", "Its single interest carries all the weight.", at)
    if stakeholder.weights_known == "unknown":
        return Found("not_met", "How much its interests count is not known.", ("weights_known",))
    weighted = [each for each in written if each.weight]
    if not weighted:
        return Found("not_met", "None of its interests has a weight.", (*at, written[0].id, "weight"))
    have = "has" if len(weighted) == 1 else "have"
    how_many = "All of its" if len(weighted) == len(its) else f"{len(weighted)} of its {len(its)}"
    return Found("met", f"{how_many} interests {have} a weight.", at)


def _without(stakeholder: Stakeholder) -> Found:
    there = is_written(stakeholder.without_agreement)
    return Found(met_if(there), WRITTEN if there else NOT_WRITTEN, ("without_agreement",))
