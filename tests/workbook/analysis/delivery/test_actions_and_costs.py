"""What must be arranged, what is overdue, and what it costs whom."""

import datetime as dt
from typing import Any

import pytest

from tests.workbook.analysis.delivery.small import CITY, HOSPITAL, TODAY, one_scenario, trial
from workbook.analysis.delivery.actions import ActionsReading, read_actions
from workbook.analysis.delivery.costs import CostsReading, read_costs


def actions(*written: dict[str, Any], today: dt.date = TODAY) -> ActionsReading:
    numbered = [
        {"id": f"a{number}", "text": f"Deed {number}.", **each} for number, each in enumerate(written)
    ]
    draft = one_scenario(alignment_actions=numbered)
    return read_actions(draft, trial(draft), today)


def costs(*written: dict[str, Any]) -> CostsReading:
    numbered = [
        {"id": f"k{number}", "text": f"Burden {number}.", **each} for number, each in enumerate(written)
    ]
    draft = one_scenario(HOSPITAL, CITY, costs=numbered)
    return read_costs(draft, trial(draft))


ANNA = {"owner": "Anna"}
LATE = {"due": "2027-05-31", **ANNA}
SOON = {"due": "2027-06-02", **ANNA}


@pytest.mark.parametrize(
    ("action", "state", "severity"),
    [
        (LATE, "overdue", "warning"),
        ({**LATE, "status": "under_way"}, "overdue", "warning"),
        ({**LATE, "status": "done"}, "done", "info"),
        ({**LATE, "status": "not_needed", "because": "The law was changed."}, "not_needed", "info"),
        ({"status": "not_needed"}, "not_needed", "advice"),
        ({"due": "2027-06-01", **ANNA}, "open", "info"),
        ({"due": "2027-07-01"}, "open", "advice"),
        (ANNA, "open", "advice"),
    ],
)
def test_how_an_action_stands(action: dict[str, Any], state: str, severity: str) -> None:
    (found,) = actions(action).each
    assert (found.state, found.finding.value, found.finding.severity) == (state, state, severity)


def test_overdue_ones_come_first_then_those_to_do_by_their_day_then_the_rest() -> None:
    found = actions(
        {"status": "not_needed"},
        {},
        {"status": "done", "due": "2027-01-01"},
        {"due": "2027-09-01"},
        {"due": "2027-05-02", "status": "under_way"},
        {"due": "2027-05-01"},
        {"due": "2027-08-01", "status": "under_way"},
        {"due": "2027-09-01"},
    )
    assert [each.action for each in found.each] == ["a5", "a4", "a6", "a3", "a7", "a1", "a2", "a0"]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ([], "No action is written down yet."),
        ([SOON], "1 action, open. There is no IT and no procedural action yet."),
        ([LATE, SOON], "2 actions, 1 overdue and 1 open. There is no IT and no procedural action yet."),
        (
            [
                {**SOON, "status": "done"},
                {"kind": "it", "status": "done"},
                {"kind": "procedural", "status": "done"},
            ],
            "3 actions, all done.",
        ),
        (
            [{"kind": "it"}, {"kind": "procedural", "due": "2027-07-01"}, {"status": "not_needed"}],
            (
                "3 actions, 2 open and 1 not needed. 2 have no owner yet. 1 has no day set. "
                "1 is said not to be needed, but not why."
            ),
        ),
    ],
)
def test_the_sum_of_actions_in_a_sentence(written: list[dict[str, Any]], words: str) -> None:
    assert actions(*written).words == words


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (LATE, "“Deed 0” is overdue: it was due on 31 May 2027 and is still open. Owner: Anna."),
        (
            {"due": "2027-05-31", "status": "under_way"},
            "“Deed 0” is overdue: it was due on 31 May 2027 and is under way. Nobody owns it yet.",
        ),
        (SOON, "“Deed 0” is open, due on 2 June 2027. Owner: Anna."),
        ({"status": "under_way"}, "“Deed 0” is under way, with no day set. Nobody owns it yet."),
        ({"status": "done"}, "“Deed 0” is done."),
        (
            {"status": "not_needed", "because": "The law was changed."},
            "“Deed 0” is not needed: the law was changed.",
        ),
        ({"status": "not_needed", "because": " "}, "“Deed 0” is said not to be needed, but not why."),
        ({"text": "", "kind": "it", "status": "done"}, "An IT action without words is done."),
    ],
)
def test_an_action_in_a_sentence(action: dict[str, Any], words: str) -> None:
    assert actions(action).each[0].finding.words == words


def test_each_owner_has_a_sum_and_what_nobody_owns_comes_last() -> None:
    found = actions({}, SOON, LATE, {"owner": "Ben ", "status": "done"}, {"owner": "Ben", "status": "done"})
    assert [(each.owner, each.actions) for each in found.owners] == [
        ("Anna", ("a2", "a1")),
        ("Ben", ("a3", "a4")),
        ("", ("a0",)),
    ]
    assert [each.words for each in found.owners] == [
        "Anna: 2 actions, 1 overdue and 1 open.",
        "Ben: 2 actions, all done.",
        "No owner yet: 1 action, open.",
    ]
    assert found.owners[0].finding.severity == "warning"
    assert found.finding.value == 1


# ------------------------------------------------------------------------------------------------------ costs


def test_costs_are_told_party_by_party_in_the_order_of_the_parties() -> None:
    found = costs(
        {"stakeholder": "city", "kind": "it", "timing": "once", "amount": "40,000 euros."},
        {"stakeholder": "hospital", "kind": "legal"},
        {"stakeholder": "city", "amount": "Half a post", "timing": "running"},
        {},
    )
    assert [(each.stakeholder, each.costs) for each in found.each] == [
        ("hospital", ("k1",)),
        ("city", ("k0", "k2")),
        (None, ("k3",)),
    ]
    assert [each.words for each in found.each] == [
        "Hospital: 1 cost. “Burden 1” (legal work, how much is not said yet).",
        "City: 2 costs. “Burden 0” (IT, once, 40,000 euros); “Burden 2” (running, half a post).",
        "Borne by nobody named yet: 1 cost. “Burden 3” (how much is not said yet).",
    ]
    assert found.words == (
        "4 costs, borne by 2 stakeholders. Of 1 it is not said who bears it. 2 are without an amount."
    )
    assert found.finding.value == 4


def test_that_nothing_is_written_for_a_party_is_said_and_is_not_no_cost() -> None:
    found = costs({"stakeholder": "city", "amount": "5"})
    assert found.words == "1 cost, borne by 1 stakeholder. No cost is written for Hospital."
    assert found.finding.severity == "advice"


def test_without_a_cost_the_number_is_not_known() -> None:
    found = costs()
    assert (found.words, found.finding.value) == ("No cost is written down yet.", None)
    assert found.each == ()
