"""Figures in words: thresholds that hold exactly, and parts of 100 that add up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.analysis.wording import capitalised, counted, listed, of_100, parts_of_100, similarity_words

JUST = Fraction(1, 10**12)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(1), "very alike"),
        (Fraction(85, 100), "very alike"),
        (Fraction(85, 100) - JUST, "alike"),
        (Fraction(60, 100), "alike"),
        (Fraction(60, 100) - JUST, "partly alike"),
        (Fraction(35, 100), "partly alike"),
        (Fraction(35, 100) - JUST, "different"),
        (Fraction(0), "different"),
    ],
)
def test_the_words_of_a_similarity_change_exactly_at_their_threshold(share: Fraction, words: str) -> None:
    assert similarity_words(share) == words


def parts(*shares: str) -> list[int]:
    return list(parts_of_100({str(place): Fraction(share) for place, share in enumerate(shares)}).values())


def test_what_is_cut_off_goes_to_the_largest_remainders() -> None:
    # 17.5, 18.75 and 63.75 of 100: whole parts 17 + 18 + 63 = 98; two are missing; remainders .5, .75, .75.
    assert parts("7/40", "3/16", "51/80") == [17, 19, 64]


def test_of_equal_remainders_the_earlier_is_served_first() -> None:
    # Three times 33.33: 99, one is missing, and all three remainders are a third.
    assert parts("1/3", "1/3", "1/3") == [34, 33, 33]
    # 12.5 and 87.5: 99, one is missing.
    assert parts("1/8", "7/8", "0") == [13, 87, 0]


def test_whole_parts_stay_as_they_are() -> None:
    assert parts("7/10", "3/10", "0") == [70, 30, 0]


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8).filter(any))
def test_parts_of_100_always_sum_to_100_and_are_less_than_1_off(weights: list[int]) -> None:
    shares = {str(place): Fraction(weight, sum(weights)) for place, weight in enumerate(weights)}
    rounded = parts_of_100(shares)
    assert sum(rounded.values()) == 100
    assert all(abs(rounded[key] - share * 100) < 1 for key, share in shares.items())


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ("0", "0 of 100"),
        ("1/200", "1 of 100"),
        ("0.1625", "16 of 100"),
        ("0.275", "28 of 100"),
        ("1", "100 of 100"),
    ],
)
def test_a_share_is_rounded_with_halves_up(share: str, words: str) -> None:
    assert of_100(Fraction(share)) == words


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b and c"], "a; b and c"),
        (["a, b", "c"], "a, b; c"),
        (["b and c"], "b and c"),
    ],
)
def test_lists_read_as_one_says_them(words: list[str], sentence: str) -> None:
    assert listed(words) == sentence


def test_counts_agree_with_their_noun() -> None:
    assert [counted(n, "dimension") for n in (0, 1, 2)] == ["0 dimensions", "1 dimension", "2 dimensions"]
    assert counted(2, "party", "parties") == "2 parties"


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert capitalised("the EU asks") == "The EU asks"
    assert capitalised("") == ""
