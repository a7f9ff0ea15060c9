"""Benefits that serve no interest, idle mechanisms, motives that do not fit; who gives and who gets what."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.workbook.analysis.win_win.tables import LIBRARY, analysed, said, table
from workbook.analysis.win_win.findings import win_win
from workbook.analysis.win_win.ledger import ledgers
from workbook.model.draft import Draft
from workbook.model.vocabulary import DIMENSIONS
from workbook.model.workbook import OwnEntry

HOLDERS = {"farm": {"income": 2, "secrecy": 1}, "city": {"health": 1}, "neighbours": {"peace": 1}}


def draft(scenario: dict[str, Any] | None = None, **more: Any) -> Draft:  # noqa: ANN401 - fields of a draft
    """One scenario x with these fields; neighbours are affected."""
    plain = table(HOLDERS, {"x": (1, -1, 2, 0)}, standing={"neighbours": "affected"})
    document = {**plain.model_dump(mode="json", by_alias=True), **more}
    document["scenarios"][0].update(scenario or {})
    return Draft.model_validate(document)


# -------------------------------------------------------------------------------------------------- interests


def test_every_interest_that_no_benefit_serves_is_named() -> None:
    found = analysed(draft({"benefits": [{"id": "b", "serves": ["income", "peace"]}]}))
    assert said(found, "unserved.") == [
        "No benefit in any scenario serves this interest of Farm: secrecy.",
        "No benefit in any scenario serves this interest of City: health.",
    ]
    finding = next(each for each in found.findings if each.id == "win_win.unserved.d.health")
    assert finding.address == "drafts/d/stakeholders/city/interests/health"


def test_without_any_benefit_that_is_said_once() -> None:
    assert said(analysed(draft()), "unserved.") == [
        "No benefit serves any interest yet: no scenario has a benefit."
    ]


def test_without_a_scenario_nothing_is_said_of_benefits() -> None:
    assert said(analysed(table(HOLDERS, {})), "unserved.") == []


# ------------------------------------------------------------------------------------------------- mechanisms


def test_a_mechanism_that_serves_no_interest_aligns_nobody() -> None:
    found = analysed(draft({"mechanisms": [{"mechanism": "urgency"}]}))
    assert said(found, "idle.") == [
        "X: the mechanism “Urgency” aligns nobody, because it names no interest that it serves."
    ]


@pytest.mark.parametrize(
    ("serves", "words"),
    [
        (["income"], []),
        (["income", "secrecy"], []),
        (
            ["secrecy"],
            ["X: the mechanism “Urgency” aligns nobody, because secrecy is not better off in this scenario."],
        ),
        (
            ["secrecy", "peace"],
            [
                (
                    "X: the mechanism “Urgency” aligns nobody, because nothing it serves (secrecy and "
                    "peace) is better off in this scenario."
                )
            ],
        ),
    ],
)
def test_a_mechanism_none_of_whose_interests_is_better_off_aligns_nobody(
    serves: list[str], words: list[str]
) -> None:
    assert (
        said(analysed(draft({"mechanisms": [{"mechanism": "urgency", "serves": serves}]})), "idle.") == words
    )


def test_a_mechanism_whose_interests_are_not_all_scored_is_left_alone() -> None:
    scored = {"secrecy": {"value": -1}}
    fields = {"mechanisms": [{"mechanism": "urgency", "serves": ["secrecy", "health"]}], "scores": scored}
    assert said(analysed(draft(fields)), "idle.") == []


def test_a_mechanism_of_the_workbooks_own_goes_by_its_name() -> None:
    own = OwnEntry.model_validate({"id": "fair", "catalogue": "mechanisms", "name": "County fair"})
    found = win_win(draft({"mechanisms": [{"mechanism": "fair"}]}), LIBRARY, own_entries=[own])
    assert "“County fair”" in said(found, "idle.")[0]


# ---------------------------------------------------------------------------------------------------- motives


def oriented(*orientations: str | None, mix: Mapping[str, float] | None) -> Draft:
    """Farm's income (2/3) and secrecy (1/3) and city's health (all of it) are for these; one mix."""
    plain = draft().model_dump(mode="json", by_alias=True)
    interests = [each for holder in plain["stakeholders"] for each in holder["interests"]]
    for interest, orientation in zip(interests, orientations, strict=False):
        interest["orientation"] = orientation
    dimensions = {} if mix is None else {dimension: {"mix": mix} for dimension in DIMENSIONS}
    return Draft.model_validate({**plain, "dimensions": dimensions})


ISSUE = {"social_issue": 1}


def test_self_interest_on_a_social_issue_platform_is_said() -> None:
    # (2/3 + 1/3) of the farm and none of the city would be half: not mostly. With the city's own: all.
    assert not said(analysed(oriented("self", "self", "social", mix=ISSUE)), "motives.")
    assert said(analysed(oriented("self", "social", "self", mix=ISSUE)), "motives.") == [
        (
            "The platform says social issue, but the parties' weighted interests are mostly "
            "self-interest (83 of 100 for themselves, 17 of 100 for society)."
        )
    ]


def test_interests_for_both_and_those_nobody_said_it_of_count_for_neither() -> None:
    assert said(analysed(oriented("self", None, "both", mix=ISSUE)), "motives.") == []
    assert said(analysed(oriented("self", None, None, mix=ISSUE)), "motives.") != []
    assert said(analysed(oriented(None, None, None, mix=ISSUE)), "motives.") == []


@pytest.mark.parametrize(
    ("mix", "is_said"),
    [
        (None, False),
        ({"resource_dependence": 1}, False),
        ({"social_issue": 0.5, "resource_dependence": 0.5}, False),
        ({"social_issue": 0.55, "resource_dependence": 0.45}, False),  # ten of 100: mixed
        ({"social_issue": 0.6, "resource_dependence": 0.4}, True),
    ],
)
def test_self_interest_is_at_odds_only_with_a_social_issue_platform(
    mix: dict[str, float] | None, is_said: object
) -> None:
    assert bool(said(analysed(oriented("self", "self", "self", mix=mix)), "motives.")) is is_said


# ----------------------------------------------------------------------------------------------------- ledger

EXCHANGE = {
    "data_flows": ["f1", "f2"],
    "benefits": [
        {"id": "b1", "text": "Fees", "stakeholder": "farm", "from_stakeholder": "city", "gives": "money"},
        {"id": "b2", "text": "Fewer ill", "stakeholder": "city", "gives": "public_value"},
        {
            "id": "b3",
            "text": "Own use",
            "stakeholder": "farm",
            "from_stakeholder": "farm",
            "gives": "service",
        },
        {"id": "b4", "text": "Talk", "stakeholder": "neighbours", "from_stakeholder": "city"},
        {"id": "b5", "text": "Nobody"},
    ],
    "costs": [
        {"id": "k1", "text": "Staff", "stakeholder": "city", "kind": "work"},
        {"id": "k2", "text": "Nobody's"},
    ],
}
FLOWS = [
    {"id": "f1", "from_stakeholder": "farm", "to_stakeholder": "city", "data": "Harvests"},
    {"id": "f2", "from_stakeholder": "farm", "data": "To nobody in particular"},
    {"id": "f3", "from_stakeholder": "city", "to_stakeholder": "farm", "data": "Not used here"},
]


def test_the_ledger_says_who_gives_and_who_gets_what() -> None:
    (ledger,) = ledgers(draft(EXCHANGE, data_flows=FLOWS))
    booked = {
        account.stakeholder.id: (
            [(entry.good, entry.text, entry.other) for entry in account.gives],
            [(entry.good, entry.text, entry.other) for entry in account.gets],
        )
        for account in ledger.accounts
    }
    assert booked == {
        "farm": (
            [("data", "Harvests", "city"), ("data", "To nobody in particular", None)],
            [("money", "Fees", "city"), ("service", "Own use", None)],
        ),
        "city": (
            [("money", "Fees", "farm"), (None, "Talk", "neighbours"), ("work", "Staff", None)],
            [("data", "Harvests", "farm"), ("public_value", "Fewer ill", None)],
        ),
        "neighbours": ([], [(None, "Talk", "city")]),
    }


def test_the_ledger_in_words() -> None:
    found = analysed(draft(EXCHANGE, data_flows=FLOWS))
    assert said(found, "ledger.") == [
        "X: Farm gives data; it gets money and a service.",
        "X: City gives money, something not named and work; it gets data and public value.",
        "X: Neighbours gets something not named; it gives nothing.",
    ]
    farm = next(each for each in found.ledger if each.id == "win_win.ledger.d.x.farm")
    assert [(each.name, each.value, each.address) for each in farm.inputs][::2] == [
        ("gives data to City", "Harvests", "drafts/d/data_flows/f1"),
        ("gets money from City", "Fees", "drafts/d/scenarios/x/benefits/b1"),
    ]


def test_a_party_that_only_gives_is_flagged() -> None:
    found = analysed(draft({"data_flows": ["f1"]}, data_flows=FLOWS))
    farm = next(each for each in found.ledger if each.id == "win_win.ledger.d.x.farm")
    assert (farm.severity, farm.words) == ("warning", "X: Farm only gives: data; it gets nothing.")
    assert [each.severity for each in found.ledger] == ["warning", "info"]


def test_somebody_affected_who_only_gives_is_not_a_party_that_does() -> None:
    fields = {"costs": [{"id": "k", "text": "Noise", "stakeholder": "neighbours", "kind": "exposure"}]}
    (finding,) = analysed(draft(fields)).ledger
    assert (finding.severity, finding.words) == ("info", "X: Neighbours gives exposure; it gets nothing.")


def test_a_party_without_entries_has_an_empty_account_and_no_finding() -> None:
    (ledger,) = ledgers(draft())
    assert [account.stakeholder.id for account in ledger.accounts] == ["farm", "city"]
    assert not any(account.only_gives for account in ledger.accounts)
    assert analysed(draft()).ledger == ()
