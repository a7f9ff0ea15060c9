"""Draw by draw, against a slow judge that works in fractions and knows nothing of arrays."""

from collections.abc import Sequence
from fractions import Fraction
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.analysis.robustness.ranking import (
    Floats,
    Tally,
    maximin_key,
    nash_key,
    round_off,
    undominated,
)

Net = list[list[Fraction]]
"""By scenario and party."""

quarters = st.integers(-4, 8).map(lambda each: Fraction(each, 4))


@st.composite
def draws(draw: st.DrawFn) -> list[Net]:
    """A few draws of some scenarios and parties, full of ties."""
    scenarios, parties = draw(st.integers(1, 6)), draw(st.integers(1, 7))
    one = st.lists(
        st.lists(quarters, min_size=parties, max_size=parties), min_size=scenarios, max_size=scenarios
    )
    return draw(st.lists(one, min_size=1, max_size=4))


def as_array(drawn: list[Net]) -> Floats:
    """Parties x scenarios x draws."""
    by_draw = np.array([[list(map(float, row)) for row in net] for net in drawn])
    return np.ascontiguousarray(by_draw.T)


def dominates(better: Sequence[Fraction], worse: Sequence[Fraction]) -> bool:
    pairs = list(zip(better, worse, strict=True))
    return all(one >= other for one, other in pairs) and any(one > other for one, other in pairs)


def places(keys: Sequence[object | None]) -> list[int | None]:
    """1 and how many are better; none for what is no candidate."""
    return [
        None if key is None else sum(other is not None and other > key for other in keys)  # type: ignore[operator]
        for key in keys
    ]


def nash(row: Sequence[Fraction]) -> tuple[int, Fraction] | None:
    if min(row) < 0 or max(row) <= 0:
        return None
    gains = [each for each in row if each > 0]
    return len(gains), prod(gains, start=Fraction(1))


def pareto(net: Floats) -> list[list[bool]]:
    """By scenario and draw."""
    found: list[list[bool]] = undominated(round_off(net, np.empty_like(net)), np.empty_like(net)).tolist()
    return found


@settings(max_examples=150)
@given(drawn=draws())
def test_the_pareto_set_of_every_draw(drawn: list[Net]) -> None:
    found = np.array(pareto(as_array(drawn)))
    expected = [
        [not any(dominates(other, row) for other in drawn_net) for row in drawn_net] for drawn_net in drawn
    ]
    assert found.T.tolist() == expected


@settings(max_examples=60)
@given(drawn=draws())
def test_the_ranks_of_every_draw_under_maximin_and_nash(drawn: list[Net]) -> None:
    net = as_array(drawn)
    win_win = (net.min(axis=0) >= 0) & (net.max(axis=0) > 0)
    scenarios, many = net.shape[1:]
    weights = np.arange(float(2 * many)).reshape(2, many)
    for key, of_row in ((maximin_key(net.min(axis=0)), min), (nash_key(net, win_win), nash)):
        tally = Tally(scenarios, 2)
        tally.add(key, weights)
        expected = [[0] * scenarios for _ in range(scenarios)]
        first: list[list[int]] = [[] for _ in range(scenarios)]
        for which, drawn_net in enumerate(drawn):
            for scenario, place in enumerate(places([of_row(row) for row in drawn_net])):
                if place is not None:
                    expected[scenario][place] += 1
                if place == 0:
                    first[scenario].append(which)
        assert tally.ranks.tolist() == expected
        for scenario, wins in enumerate(first):
            central = tally.central_weights(scenario)
            assert (central is None) == (not wins)
            if central is not None:
                assert central.tolist() == pytest.approx(weights[:, wins].mean(axis=1).tolist())


def test_a_gain_for_more_parties_comes_before_larger_gains() -> None:
    net = np.array([[[3.0], [0.5]], [[3.0], [0.5]], [[0.0], [0.5]]])
    key = nash_key(net, np.ones((2, 1), np.bool_))
    assert key[1, 0] > key[0, 0]


def test_products_too_small_or_too_large_for_a_number_still_rank() -> None:
    net = np.array([[[1e-200], [1e200], [-1.0]]] * 2)
    key = nash_key(net, np.array([[True], [True], [False]]))
    assert -np.inf == key[2, 0] < key[0, 0] < key[1, 0] < np.inf


def test_more_scenarios_than_fit_in_eight_bits_have_the_right_ranks() -> None:
    many = 200
    tally = Tally(many, 1)
    tally.add(np.arange(float(many)).reshape(many, 1), np.ones((1, 1)))
    assert [row.index(1) for row in tally.ranks.tolist()] == list(reversed(range(many)))


def test_what_small_numbers_do_not_tell_apart_is_compared_in_full() -> None:
    # One party: from 0 to 100, and two that differ by a millionth. Then a second, who sees it the other way.
    net = np.array([[[0.0], [50.0], [50.000001], [100.0]]])
    assert pareto(net) == [[False], [False], [False], [True]]
    assert pareto(np.concatenate([net, -net])) == [[True]] * 4
    # The first rival that small numbers leave is worse by a millionth for one party; the second dominates.
    net = np.array([[[50.000001], [50.0], [50.000002], [0.0], [100.0]], [[1.0], [3.0], [2.0], [0.0], [-9.0]]])
    assert pareto(net) == [[False], [True], [True], [False], [True]]


def test_what_differs_by_less_than_a_billionth_ties() -> None:
    net = np.array([[[0.1 + 0.2], [0.3]]])
    assert pareto(net) == [[True], [True]]
    tally = Tally(2, 0)
    tally.add(maximin_key(net[0]), np.empty((0, 1)))
    assert tally.ranks.tolist() == [[1, 0], [1, 0]]
