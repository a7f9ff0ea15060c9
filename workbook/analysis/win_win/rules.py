"""Which scenario would be chosen: the Pareto set and five rules, each with all scenarios that tie.

While scores are missing a rule answers with two sets: scenarios chosen however the
missing scores turn out, and scenarios that may be chosen. For all but Kalai-Smorodinsky these are exact,
because cells of different scenarios vary independently and the rules are monotone: a scenario may be chosen
if it is chosen at its best with all others at their worst ([JMR] Jimenez, Mateos & Rios-Insua 2009; [CGS]
Corrente, Greco & Slowinski 2012). Unknown weights are shared by all scenarios, so then no rule answers.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import lcm, prod
from typing import Literal, get_args

from workbook.analysis.win_win.dominance import dominates
from workbook.analysis.win_win.values import Values, Whole
from workbook.analysis.win_win.verdicts import Verdict

RuleId = Literal["pareto", "maximin", "leximin", "nash", "ks", "utilitarian", "utilitarian_acceptable"]
RULES: tuple[RuleId, ...] = get_args(RuleId)

Key = Callable[[Whole], Whole]
"""What a rule compares: the larger tuple is chosen."""


@dataclass(frozen=True)
class Choice:
    """Scenario ids in the order of entry: those chosen whatever is missing, and those that may be chosen.

    With `is_exact` nothing is missing that could matter, and the two are the same.
    """

    necessary: tuple[str, ...]
    possible: tuple[str, ...]
    is_exact: bool

    @property
    def chosen(self) -> tuple[str, ...]:
        """What the rule surely chooses, all that tie."""
        return self.necessary


@dataclass(frozen=True)
class Candidate:
    """A scenario under one rule: its net values at worst and at best; None where it is no candidate then."""

    id: str
    low: Whole | None
    high: Whole | None


def choices(values: Values, verdicts: Sequence[Verdict]) -> Mapping[RuleId, Choice | None]:
    """What each rule chooses; None where it has no answer to show."""
    if not values.parties or values.of_unknown_importance:
        return dict.fromkeys(RULES)
    everything = [Candidate(each.id, each.values.low, each.values.high) for each in verdicts]
    is_exact = is_complete(verdicts)
    acceptable = list(among_acceptable(verdicts))
    return {
        "pareto": undominated(everything, is_exact=is_exact),
        "maximin": choice(everything, maximin, is_exact=is_exact),
        "leximin": choice(everything, leximin, is_exact=is_exact),
        "nash": choice(list(among_win_wins(verdicts)), nash, is_exact=is_exact),
        "ks": kalai_smorodinsky(verdicts),
        "utilitarian": choice(everything, utilitarian, is_exact=is_exact),
        "utilitarian_acceptable": choice(acceptable, utilitarian, is_exact=is_exact),
    }


def is_complete(verdicts: Sequence[Verdict]) -> bool:
    """Whether every net value of a party is known, and whether each scenario is acceptable."""
    return all(each.values.is_point and each.outcome.acceptable is not None for each in verdicts)


def among_acceptable(verdicts: Sequence[Verdict]) -> Iterator[Candidate]:
    """The scenarios that are acceptable, or may be."""
    for each in verdicts:
        yield _eligible(each, each.outcome.acceptable)


def among_win_wins(verdicts: Sequence[Verdict]) -> Iterator[Candidate]:
    """The scenarios that are win-win, or may be."""
    for each in verdicts:
        yield _eligible(each, each.outcome.win_win)


def maximin(nets: Whole) -> Whole:
    """The net value of whoever is worst off. May pick a dominated scenario, so leximin stands next to it."""
    return (min(nets),)


def leximin(nets: Whole) -> Whole:
    """Net values from the worst off upwards: the egalitarian rule."""
    return tuple(sorted(nets))


def utilitarian(nets: Whole) -> Whole:
    """The sum of net values. Adding points of different stakeholders is a convention."""
    return (sum(nets),)


def nash(nets: Whole) -> Whole:
    """How many gain, then the product of what they gain.

    [N50] Nash 1950; [MAR] Mariotti 1998 for finitely many alternatives; [MNW] Caragiannis et al. 2019: a
    stakeholder who cannot gain does not turn every product into 0. Only ever asked of win-wins.
    Between scenarios in which the same parties gain, no party's unit matters; where equally many but other
    parties gain, it does.
    """
    gains = [net for net in nets if net > 0]
    return (len(gains), prod(gains))


def choice(candidates: Sequence[Candidate], key: Key, *, is_exact: bool) -> Choice:
    """Chosen necessarily: at its worst against others at their best. Possibly: the other way round."""
    at_worst = {each.id: key(each.low) for each in candidates if each.low is not None}
    at_best = {each.id: key(each.high) for each in candidates if each.high is not None}
    return Choice(
        necessary=tuple(_unbeaten(at_worst, at_best)),
        possible=tuple(_unbeaten(at_best, at_worst)),
        is_exact=is_exact,
    )


def undominated(candidates: Sequence[Candidate], *, is_exact: bool) -> Choice:
    """The Pareto set: scenarios that no other listed scenario dominates."""
    at_worst = {each.id: each.low for each in candidates if each.low is not None}
    at_best = {each.id: each.high for each in candidates if each.high is not None}

    def survive(own: Mapping[str, Whole], others: Mapping[str, Whole]) -> Iterator[str]:
        for key, nets in own.items():
            if not any(dominates(other, nets) for rival, other in others.items() if rival != key):
                yield key

    return Choice(tuple(survive(at_worst, at_best)), tuple(survive(at_best, at_worst)), is_exact)


def kalai_smorodinsky(verdicts: Sequence[Verdict]) -> Choice | None:
    """The win-win whose parties come most evenly close to the best any win-win holds for them.

    [KS75] Kalai & Smorodinsky 1975, by the largest worst ratio rather than the most equal ratios. Leximin of
    the ratios, because for three or more parties the plain rule may pick a dominated point ([IM] Imai 1983,
    [CL] Chang & Liang 1998). The ideal comes from win-wins alone: nobody can be held to what another party
    refuses. None while any possible win-win has an open net value: the rule is not monotone in the others.
    """
    candidates = [each for each in verdicts if each.outcome.win_win is not False]
    if any(each.outcome.win_win is None or not each.values.is_point for each in candidates):
        return None
    nets = {each.id: each.values.low for each in candidates}
    ideal = [max(of_party) for of_party in zip(*nets.values(), strict=True)]
    whole = lcm(*(best for best in ideal if best > 0))

    def ratios(of_scenario: Whole) -> Whole:
        pairs = zip(of_scenario, ideal, strict=True)
        return tuple(sorted(net * (whole // best) for net, best in pairs if best > 0))

    keys = {key: ratios(of_scenario) for key, of_scenario in nets.items()}
    chosen = tuple(_unbeaten(keys, keys))
    return Choice(chosen, chosen, is_exact=True)


def _eligible(verdict: Verdict, is_in: bool | None) -> Candidate:  # noqa: FBT001 - yes, no, or not known
    return Candidate(
        verdict.id,
        verdict.values.low if is_in is True else None,
        verdict.values.high if is_in is not False else None,
    )


def _unbeaten(own: Mapping[str, Whole], others: Mapping[str, Whole]) -> Iterator[str]:
    for key, value in own.items():
        if all(other <= value for rival, other in others.items() if rival != key):
            yield key
