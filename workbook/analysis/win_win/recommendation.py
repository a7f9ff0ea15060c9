"""The one scenario in front of the room: the egalitarian choice among win-wins, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbook.analysis.win_win.rules import Candidate, among_win_wins, choice, is_complete, leximin
from workbook.analysis.win_win.values import Values
from workbook.analysis.win_win.verdicts import Verdict

State = Literal["pick", "scores missing", "weights unknown", "no agreement yet", "no party", "no scenario"]


@dataclass(frozen=True)
class Recommendation:
    """What to say when one pick must be shown.

    `scenario` is the pick or, with no agreement yet, the nearest miss; `tied_with` are others that are just
    as good; `possible` are the scenarios it may turn out to be while scores are missing.
    """

    state: State
    scenario: str | None = None
    tied_with: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()


def recommendation(values: Values, verdicts: Sequence[Verdict]) -> Recommendation:
    """The leximin choice over the win-wins; without a win-win, over all scenarios, as the nearest miss.

    Scenarios that tie have the same net values in another order, hence the same sum: the first entered is
    shown.
    """
    if not verdicts:
        return Recommendation("no scenario")
    if not values.parties:
        return Recommendation("no party")
    is_hopeless = all(each.outcome.win_win is False for each in verdicts)
    if values.of_unknown_importance:
        return Recommendation("no agreement yet" if is_hopeless else "weights unknown")
    candidates = list(among_win_wins(verdicts))
    if is_hopeless:
        candidates = [Candidate(each.id, each.values.low, each.values.high) for each in verdicts]
    chosen = choice(candidates, leximin, is_exact=is_complete(verdicts))
    if chosen.necessary:
        first, *tied = chosen.necessary
        return Recommendation("no agreement yet" if is_hopeless else "pick", first, tuple(tied))
    return Recommendation("no agreement yet" if is_hopeless else "scores missing", possible=chosen.possible)
