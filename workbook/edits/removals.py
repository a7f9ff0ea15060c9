"""Removing what others point at: a stakeholder, an interest, a scenario or a data flow.

Every reference goes too. What belongs to the removed party alone goes with it: its interests and their
scores, what it gains and bears, its business cases, and data flows that name nobody else. What only mentions
it stays and loses the mention: a benefit it would have given, a data flow with another party, a mechanism
that serves others too.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from workbook.editing import NoSuchPlaceError, get, put
from workbook.model.data_flows import DataFlow
from workbook.model.draft import Draft
from workbook.model.record import Item
from workbook.model.scenarios import Scenario
from workbook.model.scores import Score
from workbook.model.workbook import Participant, Workbook

ItemT = TypeVar("ItemT", bound=Item)
Ids = frozenset[str]
Removal = Callable[[Workbook, str, str], Workbook]
"""Workbook, draft and what is to go: the workbook without it."""

Counts = dict[tuple[str, str], int]
"""How many there are of each kind, by its name for one and for several."""


def remove_stakeholder(workbook: Workbook, draft_id: str, stakeholder_id: str) -> Workbook:
    """The workbook without a stakeholder of a draft.

    A participant who speaks for it goes on doing so as long as another draft has it.

    Raises:
        NoSuchPlaceError: the draft has no such stakeholder.
    """
    gone = get(workbook, ("drafts", draft_id, "stakeholders", stakeholder_id))
    draft = workbook.draft(draft_id)
    interests = frozenset(interest.id for interest in gone.interests)
    flows = tuple(_without_party(flow, stakeholder_id) for flow in draft.data_flows)
    kept = tuple(flow for flow in flows if flow is not None)
    lost = frozenset(flow.id for flow in draft.data_flows) - frozenset(flow.id for flow in kept)
    changed = draft.replace(
        stakeholders=_without(draft.stakeholders, stakeholder_id),
        data_flows=kept,
        scenarios=tuple(
            _scenario_without(scenario, interests=interests, flows=lost, party=stakeholder_id)
            for scenario in draft.scenarios
        ),
    )
    after = put(workbook, ("drafts", draft_id), changed)
    if any(_has_stakeholder(other, stakeholder_id) for other in after.drafts):
        return after
    speakers = after.workshop.participants
    silenced = tuple(_not_for(participant, stakeholder_id) for participant in speakers)
    return after if silenced == speakers else put(after, ("workshop", "participants"), silenced)


def remove_interest(workbook: Workbook, draft_id: str, interest_id: str) -> Workbook:
    """The workbook without an interest, whoever's it is, and without its scores.

    Raises:
        NoSuchPlaceError: nobody in the draft has such an interest.
    """
    draft = _draft(workbook, draft_id)
    if all(interest.id != interest_id for interest in draft.interests()):
        raise NoSuchPlaceError(("drafts", draft_id, "stakeholders", interest_id))
    changed = draft.replace(
        stakeholders=tuple(
            stakeholder.replace(interests=_without(stakeholder.interests, interest_id))
            if any(interest.id == interest_id for interest in stakeholder.interests)
            else stakeholder
            for stakeholder in draft.stakeholders
        ),
        scenarios=tuple(
            _scenario_without(scenario, interests=frozenset((interest_id,))) for scenario in draft.scenarios
        ),
    )
    return put(workbook, ("drafts", draft_id), changed)


def remove_scenario(workbook: Workbook, draft_id: str, scenario_id: str) -> Workbook:
    """The workbook without a scenario and all that was said of it. If it was chosen, none is.

    Raises:
        NoSuchPlaceError: the draft has no such scenario.
    """
    get(workbook, ("drafts", draft_id, "scenarios", scenario_id))
    draft = workbook.draft(draft_id)
    changed = draft.replace(
        scenarios=_without(draft.scenarios, scenario_id),
        chosen_scenario=None if draft.chosen_scenario == scenario_id else draft.chosen_scenario,
    )
    return put(workbook, ("drafts", draft_id), changed)


def remove_data_flow(workbook: Workbook, draft_id: str, flow_id: str) -> Workbook:
    """The workbook without a data flow. Scenarios that used it stay.

    Raises:
        NoSuchPlaceError: the draft has no such data flow.
    """
    get(workbook, ("drafts", draft_id, "data_flows", flow_id))
    draft = workbook.draft(draft_id)
    changed = draft.replace(
        data_flows=_without(draft.data_flows, flow_id),
        scenarios=tuple(
            _scenario_without(scenario, flows=frozenset((flow_id,))) for scenario in draft.scenarios
        ),
    )
    return put(workbook, ("drafts", draft_id), changed)


def removal_of(workbook: Workbook, draft_id: str, item_id: str) -> Removal:
    """Which of the removals is the one for an id: ids are unique within a draft.

    Raises:
        NoSuchPlaceError: the id is of none of the four kinds, or of nothing in the draft.
    """
    draft = _draft(workbook, draft_id)
    kinds: tuple[tuple[Iterable[Item], Removal], ...] = (
        (draft.stakeholders, remove_stakeholder),
        (draft.interests(), remove_interest),
        (draft.scenarios, remove_scenario),
        (draft.data_flows, remove_data_flow),
    )
    for items, removal in kinds:
        if any(item.id == item_id for item in items):
            return removal
    raise NoSuchPlaceError(("drafts", draft_id, item_id))


def what_goes(workbook: Workbook, draft_id: str, item_id: str) -> tuple[str, ...]:
    """What removing it takes along, in sentences; none when nothing hangs on it.

    Raises:
        NoSuchPlaceError: the draft has nothing of that id that can be removed.
    """
    after = removal_of(workbook, draft_id, item_id)(workbook, draft_id, item_id)
    return what_went(workbook, after, draft_id, item_id)


def what_went(before: Workbook, after: Workbook, draft_id: str, item_id: str) -> tuple[str, ...]:
    """The same, from the states before and after the removal, so that it says what was really done."""
    old, new = before.draft(draft_id), after.draft(draft_id)
    had, has = _counted(old, item_id), _counted(new, item_id)
    gone = [_number(had[kind] - has[kind], *kind) for kind in had if had[kind] > has[kind]]
    if old.chosen_scenario != new.chosen_scenario:
        gone.append("the choice of scenario")
    went = (f"{_listed(gone)} {'goes' if _is_one(gone) else 'go'} with it.",) if gone else ()
    return (*went, *_lost_references(old, new), *_silenced(before, after))


# --------------------------------------------------------------------------------------------- how it is done


def _draft(workbook: Workbook, draft_id: str) -> Draft:
    draft: Draft = get(workbook, ("drafts", draft_id))
    return draft


def _without(items: tuple[ItemT, ...], gone: str) -> tuple[ItemT, ...]:
    return tuple(item for item in items if item.id != gone)


def _without_party(flow: DataFlow, party: str) -> DataFlow | None:
    """The flow without a mention of the party; None if nobody else is named in it."""
    named = {flow.from_stakeholder, flow.to_stakeholder} - {None}
    if party not in named:
        return flow
    if named == {party}:
        return None
    return flow.replace(
        from_stakeholder=None if flow.from_stakeholder == party else flow.from_stakeholder,
        to_stakeholder=None if flow.to_stakeholder == party else flow.to_stakeholder,
    )


def _scenario_without(
    scenario: Scenario, *, interests: Ids = frozenset(), flows: Ids = frozenset(), party: str | None = None
) -> Scenario:
    """The scenario without references to these; the same object if it has none."""

    def stay(ids: tuple[str, ...], gone: Ids) -> tuple[str, ...]:
        return tuple(each for each in ids if each not in gone)

    changed = {
        "data_flows": stay(scenario.data_flows, flows),
        "mechanisms": tuple(
            each.replace(serves=stay(each.serves, interests)) if interests & set(each.serves) else each
            for each in scenario.mechanisms
        ),
        "scores": tuple(score for score in scenario.scores if score.interest not in interests),
        "benefits": tuple(
            each.replace(
                serves=stay(each.serves, interests),
                from_stakeholder=None if each.from_stakeholder == party else each.from_stakeholder,
            )
            for each in scenario.benefits
            if party is None or each.stakeholder != party
        ),
        "costs": tuple(each for each in scenario.costs if party is None or each.stakeholder != party),
        "business_cases": tuple(each for each in scenario.business_cases if each.stakeholder != party),
    }
    if all(getattr(scenario, name) == value for name, value in changed.items()):
        return scenario
    return scenario.replace(**changed)


def _has_stakeholder(draft: Draft, stakeholder_id: str) -> bool:
    return any(stakeholder.id == stakeholder_id for stakeholder in draft.stakeholders)


def _not_for(participant: Participant, stakeholder_id: str) -> Participant:
    return participant.replace(stakeholder=None) if participant.stakeholder == stakeholder_id else participant


# --------------------------------------------------------------------------------------------- how it is said


def _counted(draft: Draft, but: str) -> Counts:
    """How many there are of everything that can go along, without the removed thing itself."""
    scenarios = draft.scenarios
    return {
        ("interest", "interests"): _others(draft.interests(), but),
        ("data flow", "data flows"): _others(draft.data_flows, but),
        ("score", "scores"): sum(_says_something(score) for each in scenarios for score in each.scores),
        ("benefit", "benefits"): sum(len(scenario.benefits) for scenario in scenarios),
        ("cost", "costs"): sum(len(scenario.costs) for scenario in scenarios),
        ("business case", "business cases"): sum(len(scenario.business_cases) for scenario in scenarios),
        ("alignment action", "alignment actions"): sum(len(s.alignment_actions) for s in scenarios),
    }


def _says_something(score: Score) -> bool:
    return score != Score(interest=score.interest)


def _others(items: Iterable[Item], but: str) -> int:
    return sum(item.id != but for item in items)


def _lost_references(old: Draft, new: Draft) -> Iterator[str]:
    """What stays but no longer says something it said."""
    flows = list(_both(old.data_flows, new.data_flows))
    scenarios = list(_both(old.scenarios, new.scenarios))
    benefits = [pair for was, now in scenarios for pair in _both(was.benefits, now.benefits)]
    mechanisms = [pair for was, now in scenarios for pair in zip(was.mechanisms, now.mechanisms, strict=True)]
    lost = (
        (("data flow", "data flows"), "who gives", _differing(flows, "from_stakeholder")),
        (("data flow", "data flows"), "who receives", _differing(flows, "to_stakeholder")),
        (("benefit", "benefits"), "who gives it", _differing(benefits, "from_stakeholder")),
    )
    for kind, what, number in lost:
        if number:
            yield f"{_number(number, *kind)} no longer {'says' if number == 1 else 'say'} {what}."
    served = (
        (("benefit", "benefits"), _differing(benefits, "serves")),
        (("mechanism", "mechanisms"), _differing(mechanisms, "serves")),
    )
    for kind, number in served:
        if number:
            yield f"{_number(number, *kind)} no longer {'serves' if number == 1 else 'serve'} it."
    unused = _differing(scenarios, "data_flows")
    if unused:
        yield f"{_number(unused, 'scenario', 'scenarios')} {'loses' if unused == 1 else 'lose'} a data flow."


def _both(old: Iterable[ItemT], new: Iterable[ItemT]) -> Iterator[tuple[ItemT, ItemT]]:
    """What is there before and after, each with itself."""
    now = {item.id: item for item in new}
    return ((item, now[item.id]) for item in old if item.id in now)


def _differing(pairs: Iterable[tuple[object, object]], field: str) -> int:
    return sum(getattr(was, field) != getattr(now, field) for was, now in pairs)


def _silenced(before: Workbook, after: Workbook) -> Iterator[str]:
    pairs = zip(before.workshop.participants, after.workshop.participants, strict=True)
    names = [was.name or "A participant" for was, now in pairs if was.stakeholder != now.stakeholder]
    if names:
        yield f"{_listed(names)} no longer {'speaks' if len(names) == 1 else 'speak'} for anybody."


def _number(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _is_one(gone: list[str]) -> bool:
    return len(gone) == 1 and (gone[0].startswith("1 ") or gone[0].startswith("the "))


def _listed(words: list[str]) -> str:
    *first, last = words
    said = f"{', '.join(first)} and {last}" if first else last
    return said[:1].upper() + said[1:]
