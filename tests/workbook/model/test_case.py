"""Reference cases, and own ones: what they must say, and what they may leave out."""

import pytest
from pydantic import ValidationError

from workbook.model.case import Case, CaseDimensions, CasePosition
from workbook.model.mix import Mix

CASE = Case(id="harbour", name="Harbour data pool", citation="Annual report 2024")


def test_a_case_says_where_it_is_from() -> None:
    with pytest.raises(ValidationError, match="citation"):
        Case.model_validate({"id": "harbour", "name": "Harbour data pool"})


def test_a_case_goes_by_its_short_name_where_it_has_one() -> None:
    assert CASE.label == "Harbour data pool"
    assert CASE.replace(short_name="Harbour").label == "Harbour"


def test_a_case_that_has_not_happened_says_so_wherever_it_is_named() -> None:
    assert CASE.replace(short_name="Harbour", outcome="envisaged").label == "Harbour (envisaged)"


def test_a_case_is_characterised_when_at_least_one_dimension_has_a_mix() -> None:
    reported = CasePosition(reported="Autonomy kept")
    assert not CASE.replace(dimensions=CaseDimensions(dependencies=reported)).is_characterised
    placed = reported.replace(mix=Mix(resource_dependence=1))
    assert CASE.replace(dimensions=CaseDimensions(dependencies=placed)).is_characterised


def test_what_the_source_does_not_characterise_has_no_shares() -> None:
    assert CASE.dimensions.orientation.shares() is None


@pytest.mark.parametrize(
    ("field", "twice"),
    [
        ("mechanisms", [{"mechanism": "urgency"}] * 2),
        ("government_roles", [{"role": "promote"}] * 2),
        ("stakeholders", [{"name": "Harbour master", "roles": ["data_user", "data_user"]}]),
    ],
)
def test_a_case_names_nothing_twice(field: str, twice: list[object]) -> None:
    with pytest.raises(ValidationError, match="occurs more than once"):
        CASE.replace(**{field: twice})


def test_a_position_of_a_case_is_no_vote() -> None:
    with pytest.raises(ValidationError, match="votes"):
        CasePosition.model_validate({"votes": {"social_issue": 3}})
