"""Mixes and votes: shares that sum to exactly 1, whatever was typed."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests import builders
from workbook.model.mix import Mix, Votes, pick


def test_a_share_is_what_was_written_and_not_the_nearest_binary_number() -> None:
    mix = Mix(resource_dependence=0.7, social_issue=0.3)
    assert mix.shares() == {
        "resource_dependence": Fraction(7, 10),
        "social_issue": Fraction(3, 10),
        "societal_sector": Fraction(0),
    }


def test_rounded_thirds_are_accepted_and_brought_to_exact_thirds() -> None:
    mix = Mix(resource_dependence=0.3333333, social_issue=0.3333333, societal_sector=0.3333333)
    assert set(mix.shares().values()) == {Fraction(1, 3)}


def test_a_sum_within_a_millionth_is_accepted_and_normalised_exactly() -> None:
    # The shares sum to 1.0000005, so the first is 0.7000005 / 1.0000005 = 7000005 / 10000005.
    shares = Mix(resource_dependence=0.7000005, social_issue=0.3).shares()
    assert shares["resource_dependence"] == Fraction(7000005, 10000005)
    assert shares["social_issue"] == Fraction(3000000, 10000005)


@pytest.mark.parametrize("sum_of_shares", [0, 0.5, 1 - 2e-6, 1 + 2e-6, 2])
def test_a_mix_that_does_not_sum_to_1_is_refused(sum_of_shares: float) -> None:
    half = sum_of_shares / 2
    with pytest.raises(ValidationError, match="sum to 1"):
        Mix(resource_dependence=half, social_issue=half)


@pytest.mark.parametrize("share", [-0.1, 1.1, math.nan, math.inf, True, "1"])
def test_a_share_lies_between_0_and_1(share: object) -> None:
    with pytest.raises(ValidationError, match="resource_dependence"):
        Mix.model_validate({"resource_dependence": share, "social_issue": 1})


@given(builders.mixes())
def test_the_shares_of_any_mix_sum_to_exactly_1(mix: Mix) -> None:
    assert sum(mix.shares().values()) == 1


@given(st.floats(0, 1))
def test_shares_with_many_digits_sum_to_exactly_1_too(share: float) -> None:
    assert sum(Mix(resource_dependence=share, societal_sector=1 - share).shares().values()) == 1


def test_a_pick_is_the_whole_and_a_pick_with_a_lean_seven_to_three() -> None:
    assert pick("social_issue") == Mix(social_issue=1)
    assert pick("social_issue", "social_issue") == Mix(social_issue=1)
    assert pick("resource_dependence", "societal_sector") == Mix(resource_dependence=0.7, societal_sector=0.3)


def test_votes_are_counted() -> None:
    votes = Votes(resource_dependence=4, societal_sector=4)
    assert votes.total == 8
    assert list(votes.counts().values()) == [4, 0, 4]


@pytest.mark.parametrize("wrong", [-1, 1.0, 0.5, True, "3", None, 10**9 + 1])
def test_votes_are_whole_numbers_from_0(wrong: object) -> None:
    with pytest.raises(ValidationError, match="social_issue"):
        Votes.model_validate({"social_issue": wrong})
