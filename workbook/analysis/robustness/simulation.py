"""Ten thousand times weights and scores that may be true, and what follows from each: the share of the draws.

Numpy is used here and in the two modules beneath, nowhere else. Import this when a simulation is asked for.

The same question and seed give the same figures on every machine, and whatever the order of entry:

- everything is put in the order of its id before anything is drawn; weights and effects have a stream each;
- terms are worked out in fractions and rounded to floats once, so that what is 0 by its nature is 0, and
  gains and losses have the right sign however small a weight may be;
- net values are rounded to 9 decimals once before they are compared between scenarios, so that ties are ties
  and the last bit of a product, which processors round differently, makes no difference. Products of gains
  are formed from what was not rounded. The unit is a sixth of the scale: a point, on the usual scale;
- effects are drawn as one of 65,536 levels of their range, and added up in a fixed order.
"""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from workbook.analysis.robustness.arrays import (
    StakeholderArrays,
    Table,
    crossed_without_doubt,
    stakeholder_arrays,
)
from workbook.analysis.robustness.exact import Chances
from workbook.analysis.robustness.question import Question
from workbook.analysis.robustness.ranking import (
    Bools,
    Floats,
    Tally,
    maximin_key,
    nash_key,
    round_off,
    undominated,
)
from workbook.analysis.robustness.shares import (
    RANKED_BY,
    RankedBy,
    ScenarioShares,
    Simulation,
    Weights,
)
from workbook.analysis.robustness.weights import weights_in_doubt

CHUNK = 1000


class Cancelled(Exception):
    """The simulation is not wanted any more."""


def simulate(
    question: Question,
    *,
    seed: int,
    draws: int,
    goes_on: Callable[[], bool] = lambda: True,
    progress: Callable[[int, int], object] = lambda _done, _draws: None,
) -> Simulation:
    """Draw, judge and count. `progress` is told how many of the draws are done.

    Raises:
        Cancelled: `goes_on` said no before a chunk.
    """
    run = _Run(question, seed)
    for done in range(0, draws if question.scenarios and question.stakeholders else 0, CHUNK):
        if not goes_on():
            raise Cancelled
        run.add(min(CHUNK, draws - done))
        progress(min(done + CHUNK, draws), draws)
    return run.outcome(draws)


class _Run:
    """What has been drawn and counted so far. Arrays are stakeholders x scenarios x draws, parties first."""

    def __init__(self, question: Question, seed: int) -> None:
        self._question, self._seed = question, seed
        in_order = sorted(question.stakeholders, key=lambda each: (not each.is_party, each.id))
        scenarios = sorted(question.scenarios, key=lambda each: each.id)
        parties = in_order[: len(question.parties)]
        self._scenarios = {each.id: place for place, each in enumerate(scenarios)}
        table = Table(question, scenarios)
        self._stakeholders = [
            stakeholder_arrays(each, weights_in_doubt(each, question), table) for each in in_order
        ]
        self._parties = len(parties)
        self._crossed = crossed_without_doubt(parties, table)
        of_weights, of_effects = np.random.SeedSequence(seed).spawn(2)
        self._weights = np.random.Generator(np.random.PCG64(of_weights))
        self._effects = np.random.PCG64(of_effects)
        self._interests = sum(len(each.doubt.interests) for each in self._stakeholders)
        self._gains, self._losses = np.zeros((2, len(in_order), len(scenarios)), np.int64)
        self._nobody_loses, self._red_line, self._win_win, self._pareto = np.zeros(
            (4, len(scenarios)), np.int64
        )
        self._ranked = {rule: Tally(len(scenarios), self._interests) for rule in RANKED_BY}
        self._net = self._rounded = self._room = np.empty((len(in_order), len(scenarios), 0))

    def add(self, draws: int) -> None:
        """Some more draws."""
        weights = np.empty((self._interests, draws))
        if self._net.shape[2] != draws:  # kept from chunk to chunk: asking for so much memory takes its time
            self._net = np.empty((len(self._stakeholders), len(self._scenarios), draws))
            self._rounded = np.empty((self._parties, len(self._scenarios), draws))
            self._room = np.empty_like(self._rounded)
        crossed = np.repeat(self._crossed[:, np.newaxis], draws, axis=1)
        first = 0
        for stakeholder, its_net in zip(self._stakeholders, self._net, strict=True):
            its_weights = weights[first : first + len(stakeholder.doubt.interests)]
            stakeholder.draw_mix(self._weights, its_weights)
            np.matmul(stakeholder.terms, its_weights, out=its_net)
            if stakeholder.corners is not None:
                its_weights[...] = stakeholder.corners @ its_weights
            self._add_drawn_effects(stakeholder, its_weights, its_net, crossed)
            first += len(its_weights)
        self._count(weights, crossed)

    def _add_drawn_effects(
        self, stakeholder: StakeholderArrays, weights: Floats, net: Floats, crossed: Bools
    ) -> None:
        if not stakeholder.drawn:
            return
        total = np.zeros(net.shape, np.float32)
        shares = weights.astype(np.float32)
        for cells in stakeholder.drawn:
            levels = _levels(self._effects, cells.many, net.shape[1])
            if cells.respected is not None:
                crossed[cells.rows] |= levels < cells.respected[:, np.newaxis]
            if cells.weight is not None:
                effects = levels.astype(np.float32)
                effects *= cells.spread[:, np.newaxis]
                effects *= shares[cells.weight]
                total[cells.rows] += effects
        net += total

    def _count(self, weights: Floats, crossed: Bools) -> None:
        self._gains += np.count_nonzero(self._net > 0, axis=2)
        self._losses += np.count_nonzero(self._net < 0, axis=2)
        if not self._parties:
            return
        net = self._net[: self._parties]
        worst = net.min(axis=0)
        nobody_loses = (worst >= 0) & ~crossed
        win_win = nobody_loses & (net.max(axis=0) > 0)
        self._nobody_loses += np.count_nonzero(nobody_loses, axis=1)
        self._red_line += np.count_nonzero(crossed, axis=1)
        self._win_win += np.count_nonzero(win_win, axis=1)
        self._pareto += np.count_nonzero(undominated(round_off(net, self._rounded), self._room), axis=1)
        self._ranked["maximin"].add(maximin_key(worst), weights)
        if win_win.any():
            self._ranked["nash"].add(nash_key(net, win_win), weights)

    def outcome(self, draws: int) -> Simulation:
        """The counts as shares, in the order of entry."""
        gains, losses = self._gains / draws, self._losses / draws
        rows = {each.id: row for row, each in enumerate(self._stakeholders)}
        scenarios = [(each.id, self._scenarios[each.id]) for each in self._question.scenarios]
        return Simulation(
            seed=self._seed,
            draws=draws,
            scenarios={key: self._shares(place, draws) for key, place in scenarios if self._parties},
            stakeholders={
                key: {
                    each.id: Chances(float(gains[rows[each.id], place]), float(losses[rows[each.id], place]))
                    for each in self._question.stakeholders
                }
                for key, place in scenarios
            },
        )

    def _shares(self, place: int, draws: int) -> ScenarioShares:
        return ScenarioShares(
            nobody_loses=float(self._nobody_loses[place] / draws),
            red_line=float(self._red_line[place] / draws),
            win_win=float(self._win_win[place] / draws),
            pareto=float(self._pareto[place] / draws),
            ranks={
                rule: tuple((tally.ranks[place] / draws).tolist()) for rule, tally in self._ranked.items()
            },
            central_weights={rule: self._central_weights(rule, place) for rule in RANKED_BY},
        )

    def _central_weights(self, rule: RankedBy, place: int) -> Weights | None:
        means = self._ranked[rule].central_weights(place)
        if means is None:
            return None
        numbers = iter(means.tolist())
        found: Mapping[str, Mapping[str, float]] = {
            each.id: {interest.id: next(numbers) for interest in each.doubt.interests}
            for each in self._stakeholders
        }
        return {
            each.id: {interest.id: found[each.id].get(interest.id, 0.0) for interest in each.interests}
            for each in self._question.stakeholders
        }


def _levels(random: np.random.PCG64, rows: int, draws: int) -> NDArray[np.uint16]:
    """A level for each, all alike; four from each number of the generator."""
    many = rows * draws
    drawn = random.random_raw(-(-many // 4)).astype("<u8", copy=False)
    return drawn.view("<u2")[:many].reshape(rows, draws)
