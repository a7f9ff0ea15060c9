"""What weights may be."""

from fractions import Fraction

import pytest

from tests.workbook.analysis.designs import fractions
from tests.workbook.analysis.robustness.questions import Said, alone
from workbook.analysis.robustness.weights import WeightsInDoubt, weights_in_doubt


def doubt(weights: list[Said], known: str = "given", **more: object) -> WeightsInDoubt:
    asked = alone(weights, [0] * len(weights), weights_known=known, **more)
    return weights_in_doubt(asked.stakeholders[0], asked)


def ids(found: WeightsInDoubt) -> list[str]:
    return [each.id for each in found.interests]


@pytest.mark.parametrize(
    ("certainty", "alphas"), [("rough", "6 2"), ("fairly_sure", "15 5"), ("sure", "45 15")]
)
def test_weights_given_are_drawn_the_closer_the_surer_they_are(certainty: str, alphas: str) -> None:
    found = doubt([3, 1], certainty=certainty)
    assert (list(found.alphas), found.known) == (fractions(*alphas.split()), "given")


def test_the_unit_of_the_weights_does_not_matter() -> None:
    assert doubt([3, 1, 2]).alphas == doubt([0.3, 0.1, 0.2]).alphas == doubt([30, 10, 20]).alphas


def test_a_weight_of_zero_stays_zero_whatever_is_known_of_the_others() -> None:
    for known in ("given", "order", "unknown"):
        assert sorted(ids(doubt([1, 0, 2], known))) == ["s1", "s3"]


@pytest.mark.parametrize("weights", [[1, None, 2], [None, None], [0, 0], [0, None]])
def test_importance_is_unknown_where_a_weight_is_missing_or_all_are_zero(weights: list[Said]) -> None:
    for known in ("given", "order", "unknown"):
        found = doubt(weights, known)
        assert found.known == "unknown"
        assert found.alphas == (Fraction(1),) * len(weights)


@pytest.mark.parametrize("weight", [None, 0, 5])
def test_a_single_interest_needs_no_weight(weight: Said) -> None:
    found = doubt([weight])
    assert (ids(found), found.at_corners(fractions("7"))) == (["s1"], fractions("7"))


def test_with_the_order_known_the_corners_are_the_first_interests_alike() -> None:
    found = doubt([1, 5, 3], "order")
    assert ids(found) == ["s2", "s3", "s1"]
    assert found.at_corners(fractions("6", "0", "-3")) == fractions("6", "3", "1")


def test_interests_of_equal_rank_share_their_weight() -> None:
    # Mean of the two that tie: 3. Running means of 3, 3, 0.
    found = doubt([2, 2, 1], "order")
    assert found.at_corners(fractions("6", "0", "0")) == fractions("3", "3", "2")
    assert found.at_corners(fractions("0", "6", "0")) == fractions("3", "3", "2")
    assert set(doubt([1, 1], "order").at_corners(fractions("2", "-2"))) == {Fraction(0)}


def test_what_is_said_of_all_weights_overrides_what_a_stakeholder_says() -> None:
    asked = alone([3, 1], [0, 0], weights_known="given")
    for known in ("order", "unknown"):
        overridden = type(asked)(**{**vars(asked), "weights": known})
        assert weights_in_doubt(asked.stakeholders[0], overridden).known == known
