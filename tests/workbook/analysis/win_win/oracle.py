"""The definitions once more, as plainly as possible, over every way in which what is missing may turn out.

Shares no code with the analysis: it reads the draft, fills every gap with every point of the scale and every
unknown weight with all of it on one interest in turn (the ends of what is possible), and compares fractions.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from math import prod
from typing import NamedTuple

from workbook.model.draft import Draft

Nets = Mapping[str, Mapping[str, Fraction]]
"""Net value by scenario and party."""

Chosen = set[str]


class Complete(NamedTuple):
    """One way in which everything may turn out: net values, and the scenarios that cross a red line."""

    nets: Nets
    crossing: set[str]


def completions(draft: Draft) -> Iterator[Complete]:
    """Every way, on the grid of the scale."""
    parties = [each for each in draft.stakeholders if each.standing == "party"]
    grid = [Fraction(point) for point in range(int(draft.scale.min), int(draft.scale.max) + 1)]
    cells = {
        (scenario.id, score.interest): Fraction(repr(score.value))
        for scenario in draft.scenarios
        for score in scenario.scores
        if score.value is not None
    }
    wanted = [
        (scenario.id, each.id)
        for scenario in draft.scenarios
        for party in parties
        for each in party.interests
    ]
    gaps = [cell for cell in wanted if cell not in cells]
    ways_to_weigh = [list(_weights(party)) for party in parties]
    for weighed in itertools.product(*ways_to_weigh):
        for filling in itertools.product(grid, repeat=len(gaps)):
            full = cells | dict(zip(gaps, filling, strict=True))
            yield Complete(
                {
                    scenario.id: {
                        party.id: sum(
                            (full[scenario.id, each.id] * weights[each.id] for each in party.interests),
                            -Fraction(repr(party.reservation_value)),
                        )
                        for party, weights in zip(parties, weighed, strict=True)
                    }
                    for scenario in draft.scenarios
                },
                {
                    scenario.id
                    for scenario in draft.scenarios
                    for party in parties
                    for each in party.interests
                    if each.red_line is not None and full[scenario.id, each.id] < each.red_line
                },
            )


def _weights(party: object) -> Iterator[Mapping[str, Fraction]]:
    interests = party.interests  # type: ignore[attr-defined]
    said = [each.weight for each in interests]
    if len(interests) == 1:
        yield {interests[0].id: Fraction(1)}
    elif party.weights_known == "unknown" or None in said or not any(said):  # type: ignore[attr-defined]
        for heaviest in interests:
            yield {each.id: Fraction(each is heaviest) for each in interests}
    else:
        total = sum(Fraction(repr(weight)) for weight in said)
        yield {each.id: Fraction(repr(each.weight)) / total for each in interests}


def is_acceptable(way: Complete, scenario: str) -> bool:
    return scenario not in way.crossing and all(net >= 0 for net in way.nets[scenario].values())


def is_win_win(way: Complete, scenario: str) -> bool:
    return is_acceptable(way, scenario) and any(net > 0 for net in way.nets[scenario].values())


def is_all_gain(way: Complete, scenario: str) -> bool:
    return all(net > 0 for net in way.nets[scenario].values())


def kind(way: Complete, scenario: str) -> str:
    nets = way.nets[scenario].values()
    somebody_gains, somebody_loses = any(net > 0 for net in nets), any(net < 0 for net in nets)
    if somebody_loses:
        return "trade-off" if somebody_gains else "loss-only"
    if scenario in way.crossing:
        return "red-line"
    return "win-win" if somebody_gains else "neutral"


def beats(way: Complete, better: str, worse: str) -> bool:
    pairs = [(way.nets[better][party], way.nets[worse][party]) for party in way.nets[better]]
    return all(one >= other for one, other in pairs) and any(one > other for one, other in pairs)


def best(candidates: Nets, key: Callable[[Mapping[str, Fraction]], object]) -> Chosen:
    """All whose key no other exceeds."""
    keys = {scenario: key(nets) for scenario, nets in candidates.items()}
    return {
        one
        for one, value in keys.items()
        if not any(other > value for other in keys.values())  # type: ignore[operator]
    }


def chosen(way: Complete, rule: str) -> Chosen:  # noqa: PLR0911 - one for each rule
    """What a rule chooses when everything is known."""
    everything = dict(way.nets)
    acceptable = {key: nets for key, nets in everything.items() if is_acceptable(way, key)}
    win_wins = {key: nets for key, nets in everything.items() if is_win_win(way, key)}
    if rule == "pareto":
        return {one for one in everything if not any(beats(way, other, one) for other in everything)}
    if rule == "maximin":
        return best(everything, lambda nets: min(nets.values()))
    if rule == "leximin":
        return best(everything, lambda nets: sorted(nets.values()))
    if rule == "utilitarian":
        return best(everything, lambda nets: sum(nets.values()))
    if rule == "utilitarian_acceptable":
        return best(acceptable, lambda nets: sum(nets.values()))
    if rule == "nash":
        return best(win_wins, _nash)
    ideal = {
        party: max(nets[party] for nets in win_wins.values())
        for party in next(iter(everything.values()), {})
        if win_wins
    }
    return best(win_wins, lambda nets: sorted(nets[p] / most for p, most in ideal.items() if most > 0))


def _nash(nets: Mapping[str, Fraction]) -> tuple[int, Fraction]:
    gains = [net for net in nets.values() if net > 0]
    return len(gains), prod(gains, start=Fraction(1))
