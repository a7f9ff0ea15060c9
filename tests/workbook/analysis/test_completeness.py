"""How far a draft has come on each step of the walk, and where what is missing would be entered."""

from typing import Any

import pytest
from hypothesis import given, settings

from tests import builders
from tests.workbook.analysis.designs import ISSUE, LIBRARY, draft, everywhere, votes
from workbook.analysis.completeness import StepCompleteness, completeness
from workbook.editing import NoSuchPlaceError, get, read_address
from workbook.model.draft import Draft
from workbook.model.vocabulary import DIMENSIONS
from workbook.model.workbook import Workbook

AT = "2027-03-01T14:30:00+01:00"

# Everything the walk asks for, once. What is taken away below is missing then.
COMPLETE: dict[str, Any] = {
    "framing": {
        "societal_problem": "Spoilt flowers",
        "public_value": "Safer trade",
        "data_sought": "Invoices",
        "setting": "A port",
        "out_of_scope": "Prices",
        "voluntary": "voluntary",
    },
    "stakeholders": [
        {
            "id": "growers",
            "name": "Growers",
            "roles": ["data_provider"],
            "without_agreement": "Wait at the border",
            "interests": [
                {"id": "speed", "text": "Speed", "weight": 0},
                {"id": "cost", "text": "Cost", "weight": 1},
            ],
        },
        {
            "id": "customs",
            "name": "Customs",
            "roles": ["data_user"],
            "without_agreement": "Inspect more",
            "interests": [{"id": "risk", "text": "Risk"}],
        },
        {"id": "press", "name": "The press", "standing": "context", "interests": [{"id": "story"}]},
    ],
    "data_flows": [
        {
            "id": "flow",
            "from_stakeholder": "growers",
            "to_stakeholder": "customs",
            "data": "Invoices",
            "frequency": "Daily",
            "sensitivity": "Prices",
            "legal_basis": "Contract",
            "safeguards": "Encrypted",
        }
    ],
    "scenarios": [
        {
            "id": "pool",
            "name": "Pool",
            "description": "One pool",
            "data_flows": ["flow"],
            "mechanisms": [{"mechanism": "urgency", "how": "A flood", "serves": ["speed"]}],
            "government_roles": [{"role": "promote"}],
            "scores": {"speed": {"value": 0}, "cost": {"value": -1}, "risk": {"value": 3}},
            "benefits": [
                {"id": "b", "text": "Time", "stakeholder": "growers", "value": "private", "owner": "Ada"}
            ],
            "costs": [{"id": "k", "text": "Set-up"}],
            "alignment_actions": [{"id": "act", "text": "Permit", "owner": "Ada", "due": "2027-06-01"}],
        }
    ],
    "challenges": [
        {
            "id": "h",
            "category": "policy",
            "severity": "low",
            "mitigation": "Talk",
            "owner": "Ada",
            "text": "Rules",
        }
    ],
    "readiness": {
        each: {"level": "absent"}
        for each in (
            "trusted_networks",
            "shared_information",
            "integrated_data",
            "interoperable_infrastructure",
        )
    },
    "lifecycle": {
        "moves": [{"id": "m", "from": "frame", "to": "interests", "at": AT}],
        "review_on": "2028-01-01",
    },
}
STEPS = [
    "framing", "dimensions", "stakeholders", "data_flows", "scenarios", "scores", "mechanisms", "challenges",
    "benefits", "lifecycle",
]  # fmt: skip


def steps(of: Draft) -> dict[str, StepCompleteness]:
    return {each.step: each for each in completeness(of, LIBRARY)}


def filled(**changes: object) -> Draft:
    return draft(everywhere(ISSUE), **{**COMPLETE, **changes})


def missing(of: Draft, step: str) -> dict[str, str | None]:
    return {each.name: each.address for each in steps(of)[step].finding.inputs}


def test_the_steps_come_in_walking_order() -> None:
    assert list(steps(draft({}))) == STEPS


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_complete_when_everything_it_asks_for_is_entered(step: str) -> None:
    found = steps(filled())[step]
    assert (found.state, found.finding.inputs) == ("complete", ())
    assert found.done == found.wanted > 0
    assert found.finding.value == 0
    assert found.finding.severity == "info"
    assert found.finding.words == f"{found.title}: complete."


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_empty_when_nothing_is_entered(step: str) -> None:
    found = steps(draft({}))[step]
    assert found.state == "empty"
    assert found.done == 0
    assert found.finding.value == found.wanted == len(found.finding.inputs) > 0
    assert found.finding.severity == "advice"
    assert found.finding.words == f"{found.title}: nothing entered yet."


def less(path: tuple[str | int, ...], value: object) -> Draft:
    """The complete draft with one place changed."""
    document = filled().model_dump(mode="json", by_alias=True)
    place: Any = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return Draft.model_validate(document)


@pytest.mark.parametrize(
    ("step", "path", "value", "address"),
    [
        ("framing", ("framing", "voluntary"), None, "framing/voluntary"),
        ("framing", ("framing", "setting"), "", "framing/setting"),
        ("dimensions", ("dimensions", "timeframes", "mix"), None, "dimensions/timeframes"),
        ("stakeholders", ("stakeholders", 1, "roles"), [], "stakeholders"),
        ("stakeholders", ("stakeholders", 0, "roles"), ["funder"], "stakeholders"),
        ("stakeholders", ("stakeholders", 2, "name"), "", "stakeholders/press/name"),
        (
            "stakeholders", ("stakeholders", 0, "without_agreement"), "",
            "stakeholders/growers/without_agreement",
        ),
        (
            "stakeholders",
            ("stakeholders", 0, "interests", 1, "weight"),
            None,
            "stakeholders/growers/interests/cost/weight",
        ),
        ("data_flows", ("data_flows", 0, "legal_basis"), "", "data_flows/flow/legal_basis"),
        ("data_flows", ("data_flows", 0, "to_stakeholder"), None, "data_flows/flow/to_stakeholder"),
        ("scenarios", ("scenarios", 0, "description"), "", "scenarios/pool/description"),
        ("scores", ("scenarios", 0, "scores", "risk", "value"), None, "scenarios/pool/scores/risk"),
        (
            "scores", ("scenarios", 0, "scores"), {"risk": {"value": 1}, "cost": {"value": 1}},
            "scenarios/pool/scores/speed",
        ),
        ("mechanisms", ("scenarios", 0, "mechanisms", 0, "how"), "", "scenarios/pool/mechanisms/urgency/how"),
        ("mechanisms", ("scenarios", 0, "government_roles"), [], "scenarios"),
        ("challenges", ("challenges", 0, "owner"), "", "challenges/h/owner"),
        ("challenges", ("challenges", 0, "severity"), None, "challenges/h/severity"),
        ("challenges", ("challenges", 0, "mitigation"), "", "challenges/h/mitigation"),
        ("challenges", ("readiness", "integrated_data", "level"), None, "readiness/integrated_data"),
        ("benefits", ("scenarios", 0, "benefits", 0, "value"), None, "scenarios/pool/benefits/b/value"),
        ("benefits", ("scenarios", 0, "costs"), [], "scenarios"),
        (
            "benefits", ("scenarios", 0, "alignment_actions", 0, "due"), None,
            "scenarios/pool/alignment_actions/act/due",
        ),
        ("lifecycle", ("lifecycle", "review_on"), None, "lifecycle/review_on"),
        ("lifecycle", ("lifecycle", "moves"), [], "lifecycle/moves"),
    ],
)  # fmt: skip
def test_one_thing_taken_away_is_missing_where_it_would_be_entered(
    step: str, path: tuple[str | int, ...], value: object, address: str
) -> None:
    found = steps(less(path, value))[step]
    assert found.state == "begun"
    assert [each.address for each in found.finding.inputs] == [f"drafts/ours/{address}"]
    assert found.finding.value == 1
    assert found.finding.words == f"{found.title}: {found.wanted - 1} of {found.wanted} things entered."


def test_a_score_of_0_and_a_weight_of_0_are_given() -> None:
    assert steps(filled())["scores"].wanted == 3  # speed, cost and risk in one scenario; the press is context
    assert steps(filled())["scores"].done == 3
    assert missing(filled(), "stakeholders") == {}


def test_a_challenge_that_is_accepted_needs_no_mitigation() -> None:
    challenge = {**COMPLETE["challenges"][0], "mitigation": "", "status": "accepted"}
    assert steps(filled(challenges=[challenge]))["challenges"].state == "complete"


def test_a_dimension_on_which_nobody_voted_is_missing() -> None:
    step = steps(draft({**everywhere(ISSUE), "orientation": votes(0, 0, 0), "timeframes": votes(1, 0, 0)}))
    assert step["dimensions"].finding.words == "Dimensions: 7 of 8 things entered."
    assert step["dimensions"].wanted == len(DIMENSIONS)


def test_where_only_those_in_the_context_have_interests_there_is_nothing_to_score_yet() -> None:
    context = [each for each in COMPLETE["stakeholders"] if each.get("standing") == "context"]
    found = steps(draft({}, stakeholders=context, scenarios=[{"id": "pool"}]))["scores"]
    assert (found.state, found.finding.value) == ("empty", 1)


def test_what_is_missing_is_named_in_words_even_where_nobody_gave_it_a_name() -> None:
    nameless = draft(
        {},
        stakeholders=[{"id": "s", "interests": [{"id": "i"}, {"id": "j"}]}],
        data_flows=[{"id": "f"}],
        scenarios=[{"id": "c", "mechanisms": [{"mechanism": "urgency"}], "benefits": [{"id": "b"}],
                    "alignment_actions": [{"id": "a"}]}],
        challenges=[{"id": "h", "category": "organizational"}],
    )  # fmt: skip
    names = [each.name for step in completeness(nameless, LIBRARY) for each in step.finding.inputs]
    assert "Scenario, Urgency: how" in names
    assert "Organisational: severity" in names
    assert "Scenario, Stakeholder without a name: Interest" in names
    assert "Benefit: owner" in names
    assert "Action: due date" in names
    for name in names:
        assert not name.startswith((":", ",", " "))
        assert "“”" not in name


def resolves(workbook: Workbook, address: str) -> bool:
    """Whether the place is there, or the place it would be entered in."""
    steps = read_address(address)
    for where in (steps, steps[:-1]):
        try:
            get(workbook, where)
        except NoSuchPlaceError:
            continue
        return True
    return False


@settings(max_examples=20)
@given(builders.drafts())
def test_everything_missing_in_any_draft_has_a_place_to_enter_it(draft: Draft) -> None:
    workbook = Workbook(drafts=(draft,))
    for step in completeness(draft, LIBRARY):
        assert step.finding.address is not None
        get(workbook, read_address(step.finding.address))
        assert step.wanted > 0
        assert step.done + len(step.finding.inputs) == step.wanted
        for thing in step.finding.inputs:
            assert thing.address is not None
            assert resolves(workbook, thing.address)
