"""The answer as `analyse --json` gives it, under `win_win.robustness`."""

from collections.abc import Mapping
from typing import Any

from workbook.analysis.robustness.answer import Robustness
from workbook.analysis.robustness.exact import Chances
from workbook.analysis.robustness.shares import RANKED_BY, ScenarioShares, Weights

DECIMALS = 9


def contract(answer: Robustness) -> dict[str, Any]:
    """Ids in the order of entry; shares from 0 to 1; null where something cannot be told.

    `weights` is what the settings say of all weights, null where each stakeholder's own word counts.
    """
    simulation, exact = answer.simulation, answer.exact
    return {
        "seed": simulation.seed,
        "draws": simulation.draws,
        "weights": answer.settings.weights,
        "scenarios": {key: _scenario(shares) for key, shares in simulation.scenarios.items()},
        "parties": _by_scenario(simulation.stakeholders),
        "exact": {
            "parties": _by_scenario(exact.stakeholders),
            "nobody_loses": {key: _rounded(chance) for key, chance in exact.nobody_loses.items()},
        },
    }


def _scenario(shares: ScenarioShares) -> dict[str, Any]:
    return {
        "nobody_loses": _rounded(shares.nobody_loses),
        "win_win": _rounded(shares.win_win),
        "pareto": _rounded(shares.pareto),
        "first": {rule: _rounded(shares.first(rule)) for rule in RANKED_BY},
        "ranks": {rule: [_rounded(share) for share in shares.ranks[rule]] for rule in RANKED_BY},
        "central_weights": {rule: _weights(shares.central_weights[rule]) for rule in RANKED_BY},
    }


def _weights(weights: Weights | None) -> dict[str, dict[str, float | None]] | None:
    if weights is None:
        return None
    return {
        stakeholder: {interest: _rounded(weight) for interest, weight in of_stakeholder.items()}
        for stakeholder, of_stakeholder in weights.items()
    }


def _by_scenario(
    chances: Mapping[str, Mapping[str, Chances]],
) -> dict[str, dict[str, dict[str, float | None]]]:
    return {
        scenario: {
            stakeholder: {"gains": _rounded(each.gains), "loses": _rounded(each.loses)}
            for stakeholder, each in of_scenario.items()
        }
        for scenario, of_scenario in chances.items()
    }


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, DECIMALS)
