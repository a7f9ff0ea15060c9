"""What a simulation says: the share of draws in which something holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from workbook.analysis.robustness.exact import Chances

RankedBy = Literal["maximin", "nash"]
RANKED_BY: tuple[RankedBy, ...] = get_args(RankedBy)

Weights = Mapping[str, Mapping[str, float]]
"""By stakeholder and interest."""


@dataclass(frozen=True)
class ScenarioShares:
    """In which share of the draws it holds of one scenario.

    `nobody_loses` asks that no red line be crossed either; `red_line` is how often one is. `ranks` gives the
    share of each rank, best first; scenarios that tie share the better rank. Under Nash only win-wins are
    ranked, so the shares sum to `win_win`. `central_weights` are the mean weights with which it came first;
    None if it never did.
    """

    nobody_loses: float
    red_line: float
    win_win: float
    pareto: float
    ranks: Mapping[RankedBy, tuple[float, ...]]
    central_weights: Mapping[RankedBy, Weights | None]

    def first(self, rule: RankedBy) -> float:
        """How often no scenario is better under a rule."""
        return self.ranks[rule][0]


@dataclass(frozen=True)
class Simulation:
    """The shares by scenario, and those of gaining and losing by scenario and stakeholder.

    Without a party there is no verdict, and `scenarios` is empty.
    """

    seed: int
    draws: int
    scenarios: Mapping[str, ScenarioShares]
    stakeholders: Mapping[str, Mapping[str, Chances]]
