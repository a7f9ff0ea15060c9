"""What was expected of benefits against what was measured."""

import datetime as dt
from typing import Any

import pytest

from tests.workbook.analysis.delivery.small import CITY, HOSPITAL, LIBRARY, TODAY, one_scenario, trial
from workbook.analysis.delivery.benefits import BenefitsReading, read_benefits
from workbook.analysis.delivery.providers import providers_without_private_benefit, read_providers
from workbook.model.workbook import OwnEntry


def read(*benefits: dict[str, Any], today: dt.date = TODAY) -> BenefitsReading:
    numbered = [
        {"id": f"b{number}", "text": f"Gain {number}.", **each} for number, each in enumerate(benefits)
    ]
    draft = one_scenario(benefits=numbered)
    return read_benefits(draft, trial(draft), LIBRARY, (), today)


MET = {"measured": "Nine of ten", "outcome": "met"}
PARTLY = {"measured": "Half of them", "outcome": "partly"}


def test_two_of_five_benefits_are_measured_and_it_is_said_how_they_turned_out() -> None:
    found = read(MET, PARTLY, {}, {}, {})
    assert found.words == "2 of 5 benefits measured: 1 met, 1 partly."
    assert (found.finding.value, found.finding.unit) == (2, "benefits measured")
    assert found.finding.words == "Trial: 2 of 5 benefits measured: 1 met, 1 partly."


@pytest.mark.parametrize(
    ("benefits", "words"),
    [
        ([], "No benefit is written down yet."),
        ([{}], "The one benefit is not measured yet."),
        ([{}, {}], "None of 2 benefits is measured yet."),
        ([MET], "1 of 1 benefit measured: 1 met."),
        ([{"measured": "Nine"}, {}], "1 of 2 benefits measured: 1 not judged yet."),
        ([{**MET, "outcome": "missed"}, MET], "2 of 2 benefits measured: 1 met, 1 missed."),
        (
            [{"outcome": "met"}, {}],
            "None of 2 benefits is measured yet. 1 is judged without a measured value.",
        ),
        (
            [MET, {"expected_by": "2027-05-31"}, {"expected_by": "2027-01-01"}],
            "1 of 3 benefits measured: 1 met. 2 are overdue.",
        ),
    ],
)
def test_the_sum_in_a_sentence(benefits: list[dict[str, Any]], words: str) -> None:
    assert read(*benefits).words == words


def test_of_no_benefit_the_number_measured_is_not_known() -> None:
    assert read().finding.value is None


@pytest.mark.parametrize(
    ("benefit", "state", "severity"),
    [
        (MET, "met", "info"),
        (PARTLY, "partly", "advice"),
        ({**MET, "outcome": "missed"}, "missed", "warning"),
        ({"measured": "Nine"}, "measured", "advice"),
        ({"outcome": "met"}, "met", "advice"),
        ({"expected_by": "2027-05-31"}, "overdue", "warning"),
        ({"expected_by": "2027-06-01"}, "open", "info"),
        ({"expected": "Nine of ten"}, "open", "info"),
        ({}, "open", "advice"),
        ({"expected_by": "2027-05-31", **MET}, "met", "info"),
        ({"expected_by": "2027-05-31", "measured": "  "}, "overdue", "warning"),
    ],
)
def test_how_a_benefit_stands(benefit: dict[str, Any], state: str, severity: str) -> None:
    (found,) = read(benefit).each
    assert (found.state, found.finding.value, found.finding.severity) == (state, state, severity)


def test_a_benefit_is_due_through_the_whole_of_its_day() -> None:
    benefit = {"expected_by": "2027-05-31"}
    assert read(benefit, today=dt.date(2027, 5, 31)).each[0].state == "open"
    assert read(benefit, today=dt.date(2027, 6, 1)).each[0].state == "overdue"


@pytest.mark.parametrize(
    ("benefit", "words"),
    [
        (
            {**PARTLY, "expected": "Nine of ten.", "expected_by": "2027-03-31", "measured_on": "2027-04-02"},
            (
                "“Gain 0” is partly met. Expected by 31 March 2027: nine of ten. "
                "Measured on 2 April 2027: half of them."
            ),
        ),
        (
            {"expected": "From 36 hours to 20.", "expected_by": "2027-05-31"},
            "“Gain 0” is overdue: expected by 31 May 2027: from 36 hours to 20; nothing is measured.",
        ),
        (
            {"outcome": "missed"},
            "“Gain 0” is missed. What is expected is not said. Nothing measured is written down.",
        ),
        ({}, "“Gain 0” is not measured yet. What is expected is not said."),
        (
            {"measured": "IT was ready."},
            "“Gain 0” is measured, not judged yet. What is expected is not said. Measured: IT was ready.",
        ),
        (
            {"expected": "Expected; not reported.", "text": ""},
            "A benefit without words is not measured yet. Expected; not reported.",
        ),
    ],
)
def test_a_benefit_in_a_sentence(benefit: dict[str, Any], words: str) -> None:
    assert read(benefit).each[0].finding.words == words


def test_a_benefit_says_for_whom_and_of_which_kind_it_is() -> None:
    draft = one_scenario(benefits=[{"id": "b", "text": "Gain.", "stakeholder": "city", "kind": "own1"}])
    own = (OwnEntry(id="own1", catalogue="benefit_kinds", name="Calm"),)
    (found,) = read_benefits(draft, trial(draft), LIBRARY, own, TODAY).each
    inputs = {each.name: each.value for each in found.finding.inputs}
    assert (inputs["For whom"], inputs["Kind"]) == ("City", "Calm")
    assert inputs["Expected"] == inputs["Expected by"] == inputs["Outcome"] == "not said"


# ----------------------------------------------------------------------------------------- data providers


@pytest.mark.parametrize(
    ("value", "is_without"), [("private", False), ("both", False), ("public", True), (None, True)]
)
def test_a_data_provider_needs_a_benefit_of_private_value(value: str | None, *, is_without: bool) -> None:
    draft = one_scenario(
        benefits=[{"id": "b", "text": "Fewer letters.", "stakeholder": "hospital", "value": value}]
    )
    names = [each.name for each in providers_without_private_benefit(draft, trial(draft))]
    assert names == (["Hospital"] if is_without else [])


def test_somebody_elses_benefit_and_one_without_words_are_none_of_its_own() -> None:
    draft = one_scenario(
        benefits=[
            {"id": "b1", "text": "Fewer calls.", "stakeholder": "city", "value": "private"},
            {"id": "b2", "text": " ", "stakeholder": "hospital", "value": "private"},
        ]
    )
    found = read_providers(draft, trial(draft))
    assert found.without == ("hospital",)
    assert found.words == "No private benefit is written yet for a data provider: Hospital."
    assert (found.finding.value, found.finding.severity) == (1, "advice")


def test_who_provides_data_in_words() -> None:
    clinic = {**HOSPITAL, "id": "clinic", "name": "Clinic", "interests": []}
    both = one_scenario(HOSPITAL, clinic, CITY)
    said = read_providers(both, trial(both)).words
    assert said == "No private benefit is written yet for 2 data providers: Hospital and Clinic."
    gain = {"text": "Calm.", "value": "private"}
    served = one_scenario(
        HOSPITAL,
        clinic,
        benefits=[
            {"id": "b1", "stakeholder": "hospital", **gain},
            {"id": "b2", "stakeholder": "clinic", **gain},
        ],
    )
    assert (
        read_providers(served, trial(served)).words == "Everyone who provides data has a benefit of its own."
    )
    one = one_scenario(benefits=[{"id": "b1", "stakeholder": "hospital", **gain}])
    assert read_providers(one, trial(one)).words == "The data provider has a benefit of its own: Hospital."
    nobody = one_scenario(CITY)
    assert read_providers(nobody, trial(nobody)).words == "Nobody is said to provide data yet."
    assert read_providers(nobody, trial(nobody)).finding.value is None


def test_who_stands_in_the_background_is_not_asked() -> None:
    draft = one_scenario({**HOSPITAL, "standing": "context"})
    assert providers_without_private_benefit(draft, trial(draft)) == ()
