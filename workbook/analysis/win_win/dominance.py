"""Which scenarios are beaten: another is at least as good for every party and better for one.

Strong dominance over the parties' net values ([RRM] Raiffa, Richardson & Metcalfe 2002). Equal scenarios keep
each other. No agreement is not a scenario and dominates nothing.
"""

from collections.abc import Mapping

from workbook.analysis.win_win.values import Holder, ScenarioValues, Values, Whole


def dominates(better: Whole, worse: Whole) -> bool:
    """Whether the first net values are at least as large throughout, and larger somewhere."""
    return better != worse and all(one >= other for one, other in zip(better, worse, strict=True))


def dominated_by(values: Values) -> Mapping[str, tuple[str, ...]]:
    """For each scenario those that dominate it whatever the missing scores and weights turn out to be."""
    return {
        worse.id: tuple(
            better.id
            for better in values.scenarios
            if better is not worse and surely_dominates(better, worse, values)
        )
        for worse in values.scenarios
    }


def surely_dominates(better: ScenarioValues, worse: ScenarioValues, values: Values) -> bool:
    """Whether one scenario dominates another in every way the missing scores and weights may turn out.

    The parties' missing scores and weights vary independently, so it is enough to look at each party's worst.
    """
    if not values.of_unknown_importance:
        return dominates(better.low, worse.high)
    leads = [_least_lead(party, better, worse, values) for party in values.parties]
    return min(leads) >= 0 and max(leads) > 0


def _least_lead(party: Holder, better: ScenarioValues, worse: ScenarioValues, values: Values) -> int:
    """By how much a party is better off at the least, in net units.

    Unknown weights are the same weights in both scenarios. So the lead is smallest where all the weight lies
    on the interest that gains least, which says more than comparing the ends of two net values.
    """
    one, other = better.rows[party.id], worse.rows[party.id]
    if party.worth is None:
        leads = [low - high for low, high in zip(one.lows, other.highs, strict=True)]
        return min(leads) * values.units.net_per_score
    return one.low - other.high
