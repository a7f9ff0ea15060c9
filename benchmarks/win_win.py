"""The win-win analysis: every exact figure and finding, again after every pause in typing.

Run from the root of the repository: python -m benchmarks.win_win

Goal: 15 stakeholders, 30 scenarios and 8 interests each, all exact findings in less than 50 ms. The floor is
the same net values in plain floats, which gives wrong verdicts but shows what multiplying and adding cost.
"""

import gc
import random
import time
from collections.abc import Callable, Sequence

from workbook.analysis.win_win.findings import figures, win_win
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.scores import Score
from workbook.model.stakeholders import Interest, Stakeholder

ROUNDS = 15
LIBRARY = load()
WORKSHOP, LARGEST = (6, 8, 6), (15, 30, 8)
"""Stakeholders, scenarios, interests of each stakeholder."""

GROWTH: Sequence[tuple[int, int, int]] = ((15, 15, 8), LARGEST, (15, 60, 8), (30, 30, 8), (15, 30, 16))


def draft(stakeholders: int, scenarios: int, interests: int, *, unscored: float = 0.0) -> Draft:
    """A draft with weights in tenths, scores over the whole scale and, if wanted, gaps among them."""
    some = random.Random(1)  # noqa: S311 - a table, no secret
    holders = tuple(
        Stakeholder(
            id=f"s{at}",
            name=f"Stakeholder {at}",
            reservation_value=some.choice([0, 0, 0.5]),
            interests=tuple(
                Interest(id=f"s{at}i{each}", text=f"interest {each}", weight=some.randint(1, 50) / 10)
                for each in range(interests)
            ),
        )
        for at in range(stakeholders)
    )
    columns = tuple(
        Scenario(
            id=f"c{at}",
            name=f"Scenario {at}",
            scores=tuple(
                Score(
                    interest=interest.id,
                    value=None
                    if some.random() < unscored
                    else some.choice([-3, -2, -1, 0, 1, 1, 2, 2, 3, 3]),
                )
                for holder in holders
                for interest in holder.interests
            ),
        )
        for at in range(scenarios)
    )
    return Draft(id="d", name="Draft", stakeholders=holders, scenarios=columns)


def in_floats(of: Draft) -> list[list[float]]:
    """Net values without exactness, gaps, words or reasons."""
    table = []
    for scenario in of.scenarios:
        scores = {score.interest: score.value or 0 for score in scenario.scores}
        row = []
        for holder in of.stakeholders:
            total = sum(each.weight or 0 for each in holder.interests)
            value = sum((each.weight or 0) * scores[each.id] for each in holder.interests)
            row.append(value / total - holder.reservation_value)
        table.append(row)
    return table


def milliseconds(work: Callable[[], object]) -> float:
    """Processor time of the quickest of some rounds, the garbage collector at work as in the program."""
    taken = []
    for _ in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken) * 1000


def measured(name: str, of: Draft) -> float:
    """Print one line; give the milliseconds of all findings."""
    floor = milliseconds(lambda: in_floats(of))
    exact = milliseconds(lambda: figures(of))
    everything = milliseconds(lambda: win_win(of, LIBRARY))
    found = len(win_win(of, LIBRARY).findings)
    print(
        f"  {name:30} floats {floor:5.1f} ms   exact figures {exact:5.1f} ms   "
        f"with {found:4} findings {everything:5.1f} ms"
    )
    return everything


def main() -> None:
    """Print the figures of one run."""
    print("Stakeholders x scenarios x interests:")
    measured("x".join(map(str, WORKSHOP)), draft(*WORKSHOP))
    largest = measured("x".join(map(str, LARGEST)), draft(*LARGEST))
    measured("x".join(map(str, LARGEST)) + ", every tenth gap", draft(*LARGEST, unscored=0.1))
    print(f"  goal for the largest: 50 ms; it took {largest:.1f} ms")
    print("Growth, each doubled in turn:")
    for size in GROWTH:
        measured("x".join(map(str, size)), draft(*size))


if __name__ == "__main__":
    main()
