"""The steps of the walk, and what each of them asks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workbook.editing import Address, write_address
from workbook.library.catalogues import name_of
from workbook.library.entries import Library
from workbook.model.draft import Draft


@dataclass(frozen=True)
class Wanted:
    """One thing a step asks for: its name, where it is entered, and whether it is there."""

    name: str
    address: str
    is_there: bool


@dataclass(frozen=True)
class Step:
    """One step of the walk; `at` is where in a draft its content stands."""

    id: str
    title: str
    at: Address
    asks: Callable[[Draft, Library], Iterator[Wanted]]


def _framing(draft: Draft, _: Library) -> Iterator[Wanted]:
    asked = {
        "societal_problem": "Societal problem",
        "public_value": "Public value",
        "data_sought": "Data sought",
        "setting": "Setting",
        "out_of_scope": "Out of scope",
        "voluntary": "Whether sharing is voluntary",
    }
    for field, name in asked.items():
        yield _thing(draft, name, getattr(draft.framing, field), "framing", field)


def _dimensions(draft: Draft, library: Library) -> Iterator[Wanted]:
    for dimension, position in draft.dimensions.positions().items():
        name = library.dimension(dimension).name
        yield _thing(draft, name, position.is_characterised, "dimensions", dimension)


def _stakeholders(draft: Draft, _: Library) -> Iterator[Wanted]:
    roles = {role for stakeholder in draft.stakeholders for role in stakeholder.roles}
    yield _thing(draft, "Somebody who provides data", "data_provider" in roles, "stakeholders")
    yield _thing(draft, "Somebody who uses data", "data_user" in roles, "stakeholders")
    for stakeholder in draft.stakeholders:
        where, who = ("stakeholders", stakeholder.id), stakeholder.name or "Stakeholder without a name"
        yield _thing(draft, f"{who}: name", stakeholder.name, *where, "name")
        if stakeholder.standing == "context":
            continue
        without = stakeholder.without_agreement
        yield _thing(draft, f"{who}: situation without agreement", without, *where, "without_agreement")
        yield _thing(draft, f"{who}: an interest", stakeholder.interests, *where, "interests")
        if len(stakeholder.interests) > 1:
            for interest in stakeholder.interests:
                name = f"{who}: importance of “{_called(interest.text, 'Interest')}”"
                yield _thing(
                    draft, name, interest.weight is not None, *where, "interests", interest.id, "weight"
                )


def _data_flows(draft: Draft, _: Library) -> Iterator[Wanted]:
    yield _thing(draft, "A data flow", draft.data_flows, "data_flows")
    asked = {
        "from_stakeholder": "who gives",
        "to_stakeholder": "who receives",
        "frequency": "how often",
        "sensitivity": "how sensitive",
        "legal_basis": "legal basis",
        "safeguards": "safeguards",
    }
    for flow in draft.data_flows:
        for field, name in asked.items():
            what = f"{_called(flow.data, 'Data flow')}: {name}"
            yield _thing(draft, what, getattr(flow, field), "data_flows", flow.id, field)


def _scenarios(draft: Draft, _: Library) -> Iterator[Wanted]:
    yield _thing(draft, "A scenario", draft.scenarios, "scenarios")
    asked = {
        "description": "description",
        "data_flows": "data flows used",
        "mechanisms": "a mechanism",
        "government_roles": "a role of government",
        "benefits": "a benefit",
    }
    for scenario in draft.scenarios:
        for field, name in asked.items():
            where = ("scenarios", scenario.id, field)
            yield _thing(
                draft, f"{_called(scenario.name, 'Scenario')}: {name}", getattr(scenario, field), *where
            )


def _scores(draft: Draft, _: Library) -> Iterator[Wanted]:
    parties = [stakeholder for stakeholder in draft.stakeholders if stakeholder.standing != "context"]
    if not draft.scenarios or not any(stakeholder.interests for stakeholder in parties):
        yield _thing(draft, "A scenario and an interest to score", None, "scenarios")
    for scenario in draft.scenarios:
        scored = {score.interest for score in scenario.scores if score.value is not None}
        which = _called(scenario.name, "Scenario")
        for stakeholder in parties:
            who = _called(stakeholder.name, "Stakeholder without a name")
            for interest in stakeholder.interests:
                name = f"{which}, {who}: {_called(interest.text, 'Interest')}"
                yield _thing(
                    draft, name, interest.id in scored, "scenarios", scenario.id, "scores", interest.id
                )


def _mechanisms(draft: Draft, library: Library) -> Iterator[Wanted]:
    used = [mechanism for scenario in draft.scenarios for mechanism in scenario.mechanisms]
    roles = [role for scenario in draft.scenarios for role in scenario.government_roles]
    yield _thing(draft, "A mechanism", used, "scenarios")
    yield _thing(draft, "A role of government", roles, "scenarios")
    for scenario in draft.scenarios:
        for mechanism in scenario.mechanisms:
            where = ("scenarios", scenario.id, "mechanisms", mechanism.mechanism)
            which = name_of(library, (), "mechanisms", mechanism.mechanism)
            name = f"{_called(scenario.name, 'Scenario')}, {which}"
            yield _thing(draft, f"{name}: how", mechanism.how, *where, "how")
            yield _thing(draft, f"{name}: interests it serves", mechanism.serves, *where, "serves")


def _challenges(draft: Draft, library: Library) -> Iterator[Wanted]:
    yield _thing(draft, "A challenge", draft.challenges, "challenges")
    for challenge in draft.challenges:
        where, category = ("challenges", challenge.id), challenge.category
        otherwise = name_of(library, (), "challenge_categories", category)
        name = _called(challenge.text or challenge.prompt, otherwise)
        yield _thing(draft, f"{name}: severity", challenge.severity, *where, "severity")
        is_settled = bool(challenge.mitigation) or challenge.status != "open"
        yield _thing(draft, f"{name}: what to do about it", is_settled, *where, "mitigation")
        yield _thing(draft, f"{name}: owner", challenge.owner, *where, "owner")
    judged = {entry.component for entry in draft.readiness if entry.level is not None}
    for component in library.readiness:
        name = f"Readiness: {component.name}"
        yield _thing(draft, name, component.id in judged, "readiness", component.id)


def _benefits(draft: Draft, _: Library) -> Iterator[Wanted]:
    yield _thing(draft, "A benefit", [b for s in draft.scenarios for b in s.benefits], "scenarios")
    yield _thing(draft, "A cost", [c for s in draft.scenarios for c in s.costs], "scenarios")
    for scenario in draft.scenarios:
        for benefit in scenario.benefits:
            where = ("scenarios", scenario.id, "benefits", benefit.id)
            name = _called(benefit.text, "Benefit")
            yield _thing(draft, f"{name}: for whom", benefit.stakeholder, *where, "stakeholder")
            yield _thing(draft, f"{name}: private or public value", benefit.value, *where, "value")
            yield _thing(draft, f"{name}: owner", benefit.owner, *where, "owner")
        for action in scenario.alignment_actions:
            where = ("scenarios", scenario.id, "alignment_actions", action.id)
            name = _called(action.text, "Action")
            yield _thing(draft, f"{name}: owner", action.owner, *where, "owner")
            yield _thing(draft, f"{name}: due date", action.due, *where, "due")


def _lifecycle(draft: Draft, _: Library) -> Iterator[Wanted]:
    yield _thing(draft, "A first move", draft.lifecycle.moves, "lifecycle", "moves")
    yield _thing(draft, "A review date", draft.lifecycle.review_on, "lifecycle", "review_on")


def _called(text: str, otherwise: str = "") -> str:
    """What a person wrote, as a name: without the full stop of its sentence."""
    return text.strip().removesuffix(".") or otherwise


def _thing(draft: Draft, name: str, there: object, *steps: str) -> Wanted:
    return Wanted(name, write_address(("drafts", draft.id, *steps)), bool(there))


WALK = (
    Step("framing", "Framing", ("framing",), _framing),
    Step("dimensions", "Dimensions", ("dimensions",), _dimensions),
    Step("stakeholders", "Stakeholders", ("stakeholders",), _stakeholders),
    Step("data_flows", "Data flows", ("data_flows",), _data_flows),
    Step("scenarios", "Scenarios", ("scenarios",), _scenarios),
    Step("scores", "Scores", ("scenarios",), _scores),
    Step("mechanisms", "Mechanisms and role of government", ("scenarios",), _mechanisms),
    Step("challenges", "Challenges and enablers", ("challenges",), _challenges),
    Step("benefits", "Benefits and actions", ("scenarios",), _benefits),
    Step("lifecycle", "Lifecycle", ("lifecycle",), _lifecycle),
)
