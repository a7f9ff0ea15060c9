"""What would bring a loser in: one score raised, or a side payment; and the one change that saves a scenario.

Everything exact and, but for what leaves this module, in whole units.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbook.analysis.win_win.units import Interval, Units
from workbook.analysis.win_win.values import Holder, Row, ScenarioValues, Values, with_rows
from workbook.analysis.win_win.verdicts import Verdict, verdict
from workbook.model.stakeholders import Interest


@dataclass(frozen=True)
class Raise:
    """One score raised (in points). With `more_than` any number above `to` will do, and none below."""

    interest: Interest
    position: int
    from_score: Fraction
    to_score: Fraction
    more_than: bool = False


@dataclass(frozen=True)
class Repair:
    """What one loser would need in one scenario.

    `deficit`: how far it is below its situation without an agreement, in points. `payer`: the party that
    could pay it alone and would keep most; assumes that points are exchanged one to one, which is a
    convention. A loser with gaps among its scores, or of unknown importance, has only a deficit:
    `incomplete`.
    """

    holder: Holder
    deficit: Interval
    to_whole: Raise | None = None
    to_gain: Raise | None = None
    payer: Holder | None = None
    incomplete: bool = False


@dataclass(frozen=True)
class SingleChange:
    """The one score whose rise leaves nobody worse off; `then` is the verdict on the scenario after it."""

    holder: Holder
    change: Raise
    then: Verdict


@dataclass(frozen=True)
class Repairs:
    """What each certain loser would need, by stakeholder id; and the single change if there is one."""

    by_holder: Mapping[str, Repair]
    single_change: SingleChange | None


def repairs(values: Values, of_scenario: Verdict) -> Repairs:
    """What would bring in the certain losers of a scenario, affected stakeholders included."""
    rows = of_scenario.values.rows
    payers = list(_payers(values, of_scenario.values))
    losers = [holder for holder in values.holders if rows[holder.id].loses]
    found = {holder.id: _repair(holder, rows[holder.id], payers, values.units) for holder in losers}
    return Repairs(found, _single_change(values, of_scenario, found))


def is_settled(holder: Holder, row: Row) -> bool:
    """Whether the row is completely scored and weighed, so that it can be repaired or pay."""
    return bool(row.lows) and not row.gaps and holder.worth is not None


def transfers_suffice(values: Values, scenario: ScenarioValues) -> bool | None:
    """Whether those who gain could make good all losses together; None when not yet known."""
    if not values.parties:
        return None
    return True if sum(scenario.low) >= 0 else False if sum(scenario.high) < 0 else None


def _payers(values: Values, scenario: ScenarioValues) -> Iterator[tuple[Holder, int]]:
    for party in values.parties:
        row = scenario.rows[party.id]
        if row.gains and is_settled(party, row):
            yield party, row.low


def _repair(holder: Holder, row: Row, payers: Sequence[tuple[Holder, int]], units: Units) -> Repair:
    deficit = units.interval(-row.high, -row.low)
    if not is_settled(holder, row):
        return Repair(holder, deficit, incomplete=True)
    able = [(payer, net) for payer, net in payers if net >= -row.low]
    return Repair(
        holder=holder,
        deficit=deficit,
        to_whole=_smallest_raise(holder, row, units, to_gain=False),
        to_gain=_smallest_raise(holder, row, units, to_gain=True),
        payer=max(able, key=lambda pair: pair[1])[0] if able else None,
    )


def _smallest_raise(holder: Holder, row: Row, units: Units, *, to_gain: bool) -> Raise | None:
    """The raise with the fewest steps, then the smallest rise in points, then the first interest.

    The interest with the largest share needs both the smallest rise and the fewest steps. None when the scale
    leaves no room on any interest.
    """
    feasible = []
    for position, worth in enumerate(holder.worth or ()):
        if worth:
            to = row.lows[position] + _rise(-row.low, worth, units, to_gain=to_gain)
            # Without steps, gaining takes more than this rise: there must be room above it.
            if to < units.highest or (to == units.highest and not (to_gain and units.step is None)):
                feasible.append((-worth, position, to))
    if not feasible:
        return None
    _, position, to = min(feasible)
    return Raise(
        interest=holder.stakeholder.interests[position],
        position=position,
        from_score=units.score_points(row.lows[position]),
        to_score=Fraction(to) / units.score,
        more_than=to_gain and units.step is None,
    )


def _rise(deficit: int, worth: int, units: Units, *, to_gain: bool) -> int | Fraction:
    """How many score units a deficit takes on an interest, in whole steps where the scale has steps."""
    if units.step is None:
        return Fraction(deficit, worth)
    per_step = worth * units.step
    steps = -(-deficit // per_step)
    if to_gain and steps * per_step == deficit:
        steps += 1
    return steps * units.step


def _single_change(values: Values, of_scenario: Verdict, found: Mapping[str, Repair]) -> SingleChange | None:
    """Exists only if exactly one party loses, no party is undecided, and one raise makes the loser whole."""
    scenario = of_scenario.values
    losers = [party for party in values.parties if scenario.rows[party.id].loses]
    is_open = any(scenario.rows[party.id].is_open for party in values.parties)
    undecided_line = any(line.holder.is_party and not line.is_crossed for line in of_scenario.red_lines)
    if len(losers) != 1 or is_open or undecided_line:
        return None
    loser = losers[0]
    change = found[loser.id].to_whole
    if change is None:
        return None
    return SingleChange(loser, change, _after(values, scenario, loser, change))


def _after(values: Values, scenario: ScenarioValues, holder: Holder, change: Raise) -> Verdict:
    """The verdict once a score has been raised so far that its holder does not lose."""
    row = scenario.rows[holder.id]
    raised = change.to_score * values.units.score
    lows = tuple(raised if at == change.position else low for at, low in enumerate(row.lows))
    net = sum(score * worth for score, worth in zip(lows, holder.worth or (), strict=True)) - holder.without
    # Without steps a raised score may lie between two units. The net value is then exactly 0, and the score
    # matters only for red lines, which lie on whole units: rounding down keeps it on its side of them.
    whole = tuple(int(low // 1) for low in lows)
    new = Row(whole, whole, (), int(net), int(net))
    return verdict(values, with_rows(scenario.scenario, values.holders, {**scenario.rows, holder.id: new}))
