"""A draft as a whole: ids once across all kinds, and references that lead somewhere."""

from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from tests import builders
from workbook.model.draft import Draft

AT = "2027-03-01T14:30:00+01:00"


def whole() -> dict[str, Any]:
    """A draft with one of everything that has an id, each called after its kind."""
    return {
        "id": "d",
        "stakeholders": [{"id": "stakeholder", "interests": [{"id": "interest"}]}],
        "data_flows": [{"id": "flow", "from_stakeholder": "stakeholder"}],
        "scenarios": [
            {
                "id": "scenario",
                "data_flows": ["flow"],
                "mechanisms": [{"mechanism": "urgency", "serves": ["interest"]}],
                "scores": {"interest": {"value": 1}},
                "benefits": [{"id": "benefit", "stakeholder": "stakeholder", "serves": ["interest"]}],
                "costs": [{"id": "cost", "stakeholder": "stakeholder"}],
                "business_cases": [{"stakeholder": "stakeholder"}],
                "alignment_actions": [{"id": "action"}],
            }
        ],
        "chosen_scenario": "scenario",
        "challenges": [{"id": "challenge", "category": "policy"}],
        "enablers": [{"id": "enabler"}],
        "record": [{"id": "note"}],
        "lifecycle": {
            "moves": [{"id": "move", "from": "frame", "to": "interests", "at": AT}],
            "events": [{"id": "event"}],
        },
    }


KINDS = [
    "stakeholder", "interest", "flow", "scenario", "benefit", "cost", "action", "challenge", "enabler",
    "note", "move", "event",
]  # fmt: skip


def test_every_kind_of_item_is_known_to_the_draft() -> None:
    assert [item.id for item in Draft.model_validate(whole()).items()] == KINDS


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "enabler"])
def test_no_two_items_of_a_draft_share_an_id_of_whatever_kind_they_are(kind: str) -> None:
    document = whole()
    document["enablers"][0]["id"] = kind
    with pytest.raises(
        ValidationError, match=f"ids in draft d must be unique, but {kind} occurs more than once"
    ):
        Draft.model_validate(document)


def test_a_stakeholder_and_a_benefit_do_not_share_an_id() -> None:
    document = whole()
    document["scenarios"][0]["benefits"][0]["id"] = "stakeholder"
    with pytest.raises(ValidationError, match="stakeholder occurs more than once"):
        Draft.model_validate(document)


def test_the_same_benefit_does_not_stand_in_two_scenarios() -> None:
    document = whole()
    document["scenarios"].append({"id": "other", "benefits": [{"id": "benefit"}]})
    with pytest.raises(ValidationError, match="benefit occurs more than once"):
        Draft.model_validate(document)


def points_nowhere(document: dict[str, Any], *path: str | int) -> dict[str, Any]:
    place: Any = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = "gone"
    return document


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("chosen_scenario",), "the choice points at gone, but there is no such scenario"),
        (("data_flows", 0, "from_stakeholder"), "data flow flow points at gone"),
        (("data_flows", 0, "to_stakeholder"), "data flow flow points at gone"),
        (
            ("scenarios", 0, "data_flows", 0),
            "scenario scenario points at gone, but there is no such data flow",
        ),
        (
            ("scenarios", 0, "mechanisms", 0, "serves", 0),
            "mechanism urgency of scenario scenario points at gone",
        ),
        (("scenarios", 0, "benefits", 0, "stakeholder"), "benefit benefit points at gone"),
        (("scenarios", 0, "benefits", 0, "from_stakeholder"), "benefit benefit points at gone"),
        (("scenarios", 0, "benefits", 0, "serves", 0), "points at gone, but there is no such interest"),
        (("scenarios", 0, "costs", 0, "stakeholder"), "cost cost points at gone"),
        (
            ("scenarios", 0, "business_cases", 0, "stakeholder"),
            "a business case of scenario scenario points at",
        ),
    ],
)
def test_a_reference_that_leads_nowhere_is_refused_and_named(path: tuple[str | int, ...], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Draft.model_validate(points_nowhere(whole(), *path))


def test_a_score_of_an_interest_nobody_has_is_refused() -> None:
    document = whole()
    document["scenarios"][0]["scores"] = {"gone": {"value": 1}}
    with pytest.raises(ValidationError, match="a score of scenario scenario points at gone"):
        Draft.model_validate(document)


def test_a_reference_to_the_wrong_kind_leads_nowhere_too() -> None:
    document = whole()
    document["data_flows"][0]["to_stakeholder"] = "interest"
    with pytest.raises(ValidationError, match="no such stakeholder"):
        Draft.model_validate(document)


@pytest.mark.parametrize(
    ("field", "twice"),
    [
        ("data_flows", ["flow", "flow"]),
        ("mechanisms", [{"mechanism": "urgency"}, {"mechanism": "urgency"}]),
        ("government_roles", [{"role": "promote"}, {"role": "promote"}]),
        ("business_cases", [{"stakeholder": "stakeholder"}, {"stakeholder": "stakeholder"}]),
    ],
)
def test_a_scenario_names_nothing_twice(field: str, twice: list[object]) -> None:
    document = whole()
    document["scenarios"][0][field] = twice
    with pytest.raises(ValidationError, match="occurs more than once"):
        Draft.model_validate(document)


def test_what_a_draft_was_begun_from_may_be_gone() -> None:
    draft = Draft.model_validate({"id": "d", "begun_from": {"kind": "draft", "id": "long-gone"}})
    assert draft.begun_from is not None


def test_a_draft_in_which_nothing_is_said_is_allowed() -> None:
    draft = Draft(id="d")
    assert list(draft.items()) == []
    assert draft.chosen_scenario is None


@settings(max_examples=30)
@given(builders.drafts())
def test_any_draft_is_equal_after_a_dump_and_a_load(draft: Draft) -> None:
    assert Draft.model_validate(draft.model_dump(mode="json", by_alias=True)) == draft
