"""The simulation of weights and scores in doubt, against what any such simulation must do.

Run from the root of the repository: python -m benchmarks.robustness [ROUNDS]

The floor is numpy drawing the same random weights and multiplying them with the scores, chunk by chunk, in
the same run and in turn with the simulation. A second floor also draws a number for each effect in doubt,
which is most of the drawing when scores are doubted. Goal: at most 3 times the floor at 15 stakeholders, 30
scenarios and 8 interests. The exact recursion is shown beside it, and how the time grows.
"""

import gc
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from statistics import median

import numpy as np

from workbook.analysis.robustness.exact import exact_chances
from workbook.analysis.robustness.question import (
    InterestInput,
    Question,
    ScenarioInput,
    ScoreInput,
    StakeholderInput,
)
from workbook.analysis.robustness.simulation import CHUNK, simulate
from workbook.analysis.robustness.weights import weights_in_doubt
from workbook.model.vocabulary import WeightsKnown

DRAWS = 10_000
SEED = 20190618
KINDS: tuple[tuple[WeightsKnown, bool], ...] = (
    ("given", True),
    ("given", False),
    ("order", False),
    ("unknown", True),
    ("unknown", False),
)


@dataclass(frozen=True)
class Size:
    """How large a workshop's table is."""

    stakeholders: int
    scenarios: int
    interests: int

    def __str__(self) -> str:
        return f"{self.stakeholders} x {self.scenarios} x {self.interests}"


WORKSHOP, LARGEST = Size(6, 8, 6), Size(15, 30, 8)
GROWTH = (Size(15, 15, 8), LARGEST, Size(15, 60, 8), Size(30, 30, 8), Size(15, 30, 16))


def table(size: Size, weights: WeightsKnown, *, score_noise: bool) -> Question:
    """Weights from 1 to 5 and scores from -3 to 3 at random, as in a workshop with little in common."""
    source = random.Random(1)  # noqa: S311 - not for secrets
    stakeholders = tuple(
        StakeholderInput(
            f"s{s}",
            tuple(InterestInput(f"i{s}-{i}", Fraction(source.randint(1, 5))) for i in range(size.interests)),
            weights_known=weights,
        )
        for s in range(size.stakeholders)
    )
    interests = [each.id for holder in stakeholders for each in holder.interests]
    scenarios = tuple(
        ScenarioInput(f"c{c}", {each: ScoreInput(Fraction(source.randint(-3, 3))) for each in interests})
        for c in range(size.scenarios)
    )
    return Question(stakeholders, scenarios, score_noise=score_noise)


def floor(question: Question, *, with_effects: bool) -> Callable[[], object]:
    """Drawing and multiplying alone."""
    alphas = [[float(a) for a in weights_in_doubt(s, question).alphas] for s in question.stakeholders]
    interests, scenarios = len(alphas[0]), len(question.scenarios)
    scores = np.random.default_rng(1).normal(size=(len(alphas), scenarios, interests))
    effects = scores.size * CHUNK // 4 if with_effects and question.score_noise else 0

    def work() -> None:
        source = np.random.Generator(np.random.PCG64(SEED))
        weights = np.empty((len(alphas), interests, CHUNK))
        net = np.empty((len(alphas), scenarios, CHUNK))
        for _ in range(DRAWS // CHUNK):
            for of_stakeholder, its_alphas in zip(weights, alphas, strict=True):
                for row, alpha in zip(of_stakeholder, its_alphas, strict=True):
                    if alpha == 1:
                        source.standard_exponential(out=row)
                    else:
                        source.standard_gamma(alpha, out=row)
            np.matmul(scores, weights, out=net)
            if effects:
                source.bit_generator.random_raw(effects)

    return work


def seconds(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median of some rounds of each, run in turn so that a slow moment hits them alike."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            gc.collect()
            begin = time.perf_counter()
            work()
            taken[name].append(time.perf_counter() - begin)
    return {name: median(times) for name, times in taken.items()}


def works_for(question: Question) -> dict[str, Callable[[], object]]:
    """What is measured."""
    return {
        "floor": floor(question, with_effects=False),
        "floor with effects": floor(question, with_effects=True),
        "simulation": lambda: simulate(question, seed=SEED, draws=DRAWS),
        "exact": lambda: exact_chances(question),
    }


def longest_chunk(question: Question) -> float:
    """How long a cancelled simulation goes on at the most."""
    marks = [time.perf_counter()]
    simulate(question, seed=SEED, draws=DRAWS, progress=lambda *_: marks.append(time.perf_counter()))
    return max(later - earlier for earlier, later in pairwise(marks))


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    print(f"{DRAWS} draws, medians of {rounds} rounds, milliseconds")
    print(
        "stakeholders x scenarios x interests   weights  scores     floor  with    simulation          exact"
    )
    for size in (WORKSHOP, LARGEST):
        for weights, score_noise in KINDS:
            question = table(size, weights, score_noise=score_noise)
            taken = {name: each * 1000 for name, each in seconds(works_for(question), rounds).items()}
            simulation, bare, full = taken["simulation"], taken["floor"], taken["floor with effects"]
            doubt = f"{weights}, {'doubted' if score_noise else 'as given'}"
            print(
                f"  {size!s:12} {doubt:18}{bare:7.1f} {full:6.1f} {simulation:8.1f}"
                f" = x {simulation / bare:4.1f}, x {simulation / full:4.1f} {taken['exact']:8.1f}"
            )
    longest = longest_chunk(table(LARGEST, "given", score_noise=True))
    print(f"longest time between two questions whether to go on, at {LARGEST}: {longest * 1000:.0f} ms")
    print("growth, weights given and scores doubted:")
    base = 0.0
    for size in GROWTH:
        question = table(size, "given", score_noise=True)
        taken = seconds({"simulation": lambda q=question: simulate(q, seed=SEED, draws=DRAWS)}, rounds)  # type: ignore[misc]
        base = base or taken["simulation"]
        print(f"  {size!s:14} {taken['simulation'] * 1000:8.1f} ms = x {taken['simulation'] / base:.1f}")


if __name__ == "__main__":
    main()
