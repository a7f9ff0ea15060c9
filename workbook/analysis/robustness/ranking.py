"""Draw by draw, which scenarios are undominated, and how they rank; arrays are scenarios x draws."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

NANO = 1e9
"""Figures are compared between scenarios as whole milliardths, to which they are rounded once."""
COUNT_STEP = 1e4
"""More than the logarithm of any product of gains: how many gain comes before how much."""
SMALLEST, LARGEST = 1e-300, 1e300
MOST_IN_8_BITS, LARGEST_SMALL_NUMBER = 127, 255


def round_off(net: Floats, out: Floats) -> Floats:
    """Net values as they are compared between scenarios."""
    np.multiply(net, NANO, out=out)
    return np.rint(out, out=out)


def undominated(net: Floats, room: Floats) -> Bools:
    """Where no other scenario is at least as good for everybody and better for somebody.

    `net` is rounded, stakeholders x scenarios x draws; `room` is as large, and overwritten. Of two scenarios
    only the one with the larger sum can dominate, and does if nobody is worse off; sums of whole numbers are
    exact. Most pairs are told apart by small numbers, which compare much faster; what is left, in full.
    """
    scenarios, draws = net.shape[1:]
    total, small = net.sum(axis=0), _in_small_numbers(net, room)
    found = np.ones((scenarios, draws), np.bool_)
    beats, holds = np.empty_like(found), np.empty_like(found)
    for scenario in range(scenarios):
        np.greater(total, total[scenario], out=beats)
        for of_stakeholder in small:
            np.greater_equal(of_stakeholder, of_stakeholder[scenario], out=holds)
            np.logical_and(beats, holds, out=beats)
        where = np.flatnonzero(beats.any(axis=0))
        if len(where):
            rivals = beats[:, where].argmax(axis=0)  # one for each draw is nearly always enough
            still = where[~_strike_out(found, net, scenario, rivals, where)]
            rivals, places = np.nonzero(beats[:, still])
            _strike_out(found, net, scenario, rivals, still[places])
    return found


def _strike_out(
    found: Bools, net: Floats, scenario: int, rivals: NDArray[np.intp], draws: NDArray[np.intp]
) -> Bools:
    """Mark the scenario as dominated in these draws if by these rivals it is; say which of them it is by."""
    no_worse: Bools = np.logical_and.reduce(net[:, rivals, draws] >= net[:, scenario, draws], axis=0)
    found[scenario, draws[no_worse]] = False
    return no_worse


def _in_small_numbers(net: Floats, room: Floats) -> NDArray[np.uint8]:
    """Numbers in the same order, by stakeholder; some that differ become the same."""
    lowest = net.min(axis=(1, 2), keepdims=True)
    span = net.max(axis=(1, 2), keepdims=True) - lowest
    np.subtract(net, lowest, out=room)
    np.multiply(room, LARGEST_SMALL_NUMBER / np.maximum(span, 1), out=room)
    small: NDArray[np.uint8] = room.astype(np.uint8)
    return small


def maximin_key(worst: Floats) -> Floats:
    """What maximin compares: the net value of whoever is worst off."""
    return np.rint(worst * NANO)


def nash_key(net: Floats, win_win: Bools) -> Floats:
    """What Nash compares: how many gain, then the product of what they gain. Only win-wins have a key."""
    no_gain = net == 0
    gaining = len(net) - no_gain.sum(axis=0, dtype=np.int32)
    with np.errstate(over="ignore", under="ignore"):
        product = np.multiply.reduce(net + no_gain, axis=0)
    size = np.log(np.clip(np.where(win_win, product, 1), SMALLEST, LARGEST))
    return np.where(win_win, np.rint((size + gaining * COUNT_STEP) * NANO), -np.inf)


class Tally:
    """How often each scenario had each rank, and the weights with which it came first."""

    def __init__(self, scenarios: int, interests: int) -> None:
        self.ranks = np.zeros((scenarios, scenarios), np.int64)
        self._sums = np.zeros((scenarios, interests))

    def add(self, key: Floats, weights: Floats) -> None:
        """Some draws: the larger key ranks before, those that tie share the better rank, -inf has none."""
        scenarios = len(self.ranks)
        rows = np.flatnonzero((key > -np.inf).any(axis=1))
        ranked = key[rows]
        ranks = np.zeros(ranked.shape, np.int8 if scenarios <= MOST_IN_8_BITS else np.int32)
        is_better = np.empty(ranked.shape, np.bool_)
        for row in rows:
            np.greater(key[row], ranked, out=is_better)
            ranks += is_better.view(np.int8)
        has_one = ranked > -np.inf
        slots = (ranks + scenarios * rows.astype(np.int32)[:, np.newaxis])[has_one]
        self.ranks += np.bincount(slots, minlength=scenarios**2).reshape(scenarios, scenarios)
        for row, first in zip(rows, (ranks == 0) & has_one, strict=True):
            self._sums[row] += weights[:, first].sum(axis=1)

    def central_weights(self, scenario: int) -> Floats | None:
        """The mean weights of the draws in which it came first; None if it never did."""
        times = self.ranks[scenario, 0]
        return self._sums[scenario] / times if times else None
