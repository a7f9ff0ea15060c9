"""Chances worked out without sampling, against values worked out by hand."""

from fractions import Fraction
from itertools import permutations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbook.analysis.designs import fractions
from tests.workbook.analysis.robustness.questions import (
    alone,
    question,
    stakeholder,
    with_red_line,
    worked_example,
)
from workbook.analysis.robustness import question as asking
from workbook.analysis.robustness.exact import (
    Chances,
    chance_above_zero,
    exact_chances,
    red_lines_crossed,
)
from workbook.analysis.robustness.question import Question
from workbook.model.workbook import RobustnessSettings


def chances(asked: Question) -> Chances:
    return exact_chances(asked).stakeholders["c"]["s"]


@pytest.mark.parametrize(
    ("terms", "chance"),
    [
        ("2 -3", "2/5"),  # City, Full pooling: the weight of the first must exceed 3/5
        ("-3 -1/2", "0"),  # the same with privacy first: running means
        ("1 1 -1", "3/4"),  # the last weight is below 1/2: 1 - (1/2)^2
        ("1 -1 -1", "1/4"),
        ("1 0 -1", "1/2"),  # a term of 0 changes nothing
        ("0 0", "0"),
        ("0 3", "1"),
        ("0 -3", "0"),
        ("1 1 -2", "5/9"),  # the last below 1/3: 1 - (2/3)^2
        ("1 2 -3", "11/20"),  # g(1,0) = 2/(2+3), g(0,1) = 1, g(0,0) = (1 * 1 + 3 * 2/5) / (1+3)
    ],
)
def test_the_chance_that_the_mean_is_above_zero(terms: str, chance: str) -> None:
    exactly = fractions(*terms.split())
    assert chance_above_zero(exactly) == Fraction(chance)
    assert chance_above_zero([float(each) for each in exactly]) == pytest.approx(float(Fraction(chance)))


@given(st.integers(1, 6), st.integers(1, 6))
def test_equal_terms_are_a_question_of_a_beta_distribution(above: int, below: int) -> None:
    # Terms of +1 and -1: the share of the first kind is Beta(above, below), and must exceed 1/2.
    found = chance_above_zero([Fraction(1)] * above + [Fraction(-1)] * below)
    assert found == 1 - beta_below_half(above, below)


def beta_below_half(a: int, b: int) -> Fraction:
    """P(Beta(a, b) <= 1/2) is the chance of at least a heads in a + b - 1 throws of a coin."""
    throws = a + b - 1
    return Fraction(sum(comb(throws, heads) for heads in range(a, throws + 1)), 2**throws)


some_terms = st.lists(st.fractions(-3, 3, max_denominator=4), min_size=1, max_size=5)


@given(some_terms)
def test_the_order_of_the_terms_does_not_matter(terms: list[Fraction]) -> None:
    assert {chance_above_zero(list(each)) for each in permutations(terms)} == {chance_above_zero(terms)}


@given(some_terms)
def test_with_the_signs_turned_round_the_chances_are_turned_round(terms: list[Fraction]) -> None:
    turned = chance_above_zero([-each for each in terms])
    assert chance_above_zero(terms) + turned == (1 if any(terms) else 0)


@given(some_terms, st.fractions(0, 3, max_denominator=4), st.integers(0, 4))
def test_a_better_score_never_lowers_the_chance(terms: list[Fraction], more: Fraction, place: int) -> None:
    better = [each + more if n == place else each for n, each in enumerate(terms)]
    assert chance_above_zero(better) >= chance_above_zero(terms)


def test_city_of_the_worked_example() -> None:
    unknown = worked_example()
    asked = asking.question(unknown, RobustnessSettings(weights="unknown"))
    assert exact_chances(asked).stakeholders["full"]["city"] == Chances(0.4, 0.6)
    privacy_first = alone([1, 2], [2, -3], weights_known="order")
    assert chances(privacy_first) == Chances(0.0, 1.0)


def test_all_of_the_worked_example_with_weights_unknown() -> None:
    found = exact_chances(asking.question(worked_example(), RobustnessSettings(weights="unknown")))
    # Hospital, Full pooling: y = (2, -1), 2/3. Vendor: y = (5/2, -1/2), 5/6. Nobody loses: 2/3 * 2/5 * 5/6.
    assert found.stakeholders["full"]["hospital"].gains == pytest.approx(2 / 3)
    assert found.stakeholders["full"]["vendor"].gains == pytest.approx(5 / 6)
    assert found.nobody_loses["full"] == pytest.approx(2 / 9)
    # Trusted intermediary: every score is at least what there is without an agreement.
    assert found.nobody_loses["trusted"] == 1
    # Aggregates only: Vendor's reputation is not scored, and may decide.
    assert found.stakeholders["aggregates"]["vendor"] == Chances(None, None)
    assert found.stakeholders["aggregates"]["city"] == Chances(1.0, 0.0)
    assert found.nobody_loses["aggregates"] is None


def test_a_whole_parameter_repeats_its_term() -> None:
    # Rough is 8: weights 3 and 1 give parameters 6 and 2. Scores 1 and -1: P(Beta(6, 2) > 1/2).
    found = chances(alone([3, 1], [1, -1], certainty="rough"))
    assert found.gains == pytest.approx(float(1 - beta_below_half(6, 2)))  # 1 - 8/128 = 15/16
    assert found.gains == pytest.approx(15 / 16)
    assert found.loses == pytest.approx(1 / 16)


def test_a_broken_parameter_leaves_open_what_the_signs_do_not_settle() -> None:
    assert chances(alone([2, 1], [1, -1], certainty="rough")) == Chances(None, None)
    assert chances(alone([2, 1], [1, 0], certainty="rough")) == Chances(1.0, 0.0)
    assert chances(alone([2, 1], [-1, 0], certainty="rough")) == Chances(0.0, 1.0)
    assert chances(alone([2, 1], [0, 0], certainty="rough")) == Chances(0.0, 0.0)


def test_a_score_that_is_missing_leaves_open_what_it_may_decide() -> None:
    assert chances(alone([1, 1], [1, None], weights_known="unknown")) == Chances(None, None)
    assert chances(alone([1, 0], [1, None])) == Chances(1.0, 0.0)  # it has no weight
    low = Fraction(0)
    assert chances(alone([1, 1], [1, None], weights_known="unknown", low=low)) == Chances(1.0, 0.0)
    high = Fraction(0)
    assert chances(alone([1, 1], [0, None], weights_known="unknown", high=high)).gains == 0.0


def test_somebody_without_interests_may_gain_or_lose() -> None:
    assert chances(alone([], [])) == Chances(None, None)
    assert chances(alone([], [], reservation=Fraction(-4))) == Chances(1.0, 0.0)


def test_nobody_loses_is_over_the_parties_alone() -> None:
    holders = [
        stakeholder("p", [1, 1], weights_known="unknown"),
        stakeholder("q", [1, 1], weights_known="unknown", is_party=False),
    ]
    found = exact_chances(question(holders, {"c": {"p": (2, -3), "q": (1, -1)}}))
    assert found.nobody_loses == {"c": 0.4}
    assert found.stakeholders["c"]["q"] == Chances(0.5, 0.5)
    nobody = exact_chances(question(holders[1:], {"c": {"q": (1, -1)}}))
    assert nobody.nobody_loses == {}


def test_a_sure_loser_settles_it_although_another_is_open() -> None:
    holders = [stakeholder("p", [1]), stakeholder("q", [1])]
    found = exact_chances(question(holders, {"c": {"p": (-1,), "q": (None,)}}))
    assert found.nobody_loses == {"c": 0.0}


def test_no_revenue_buys_off_a_red_line() -> None:
    asked = alone([3, 1], [3, -1])
    assert exact_chances(with_red_line(asked, "s2", -1)).nobody_loses["c"] == pytest.approx(
        exact_chances(asked).nobody_loses["c"]
    )
    crossed = with_red_line(asked, "s2", 0)
    assert red_lines_crossed(crossed.scenarios[0], crossed) is True
    assert exact_chances(crossed).nobody_loses == {"c": 0.0}
    assert exact_chances(crossed).stakeholders["c"]["s"] == exact_chances(asked).stakeholders["c"]["s"]


def test_a_missing_score_below_a_red_line_leaves_it_open() -> None:
    asked = with_red_line(alone([1, 0], [3, None]), "s2", -2)
    assert red_lines_crossed(asked.scenarios[0], asked) is None
    assert exact_chances(asked).nobody_loses == {"c": None}
    assert exact_chances(with_red_line(asked, "s2", -3)).nobody_loses == {"c": 1.0}
