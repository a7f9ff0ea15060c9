"""What every scenario is worth to every stakeholder, above or below its situation without an agreement.

The value of a scenario to a stakeholder is the sum of its scores, each times the share of its interest; the
net value is that less what the stakeholder has without an agreement (its reservation value). Unit: points on
the scale. Scores are never rescaled across scenarios: that would lose the zero, and with it the meaning of
gain and loss ([KR] Keeney & Raiffa 1976; [RRM] Raiffa, Richardson & Metcalfe 2002).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import mul

from workbook.analysis.win_win.importance import Importance, importance
from workbook.analysis.win_win.units import Interval, Units, units
from workbook.model.draft import Draft
from workbook.model.mix import exact
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Stakeholder
from workbook.model.vocabulary import WeightsKnown

Whole = tuple[int, ...]
Ends = tuple[Mapping[str, int], Mapping[str, int]]
"""The lowest and the highest each scored interest may be, in score units; the same object without ranges."""


@dataclass(frozen=True)
class Holder:
    """A stakeholder whose net values are worked out: a party, or somebody affected.

    `worth` is what one score unit on each interest adds to the net value, in net units; None when importance
    is not known. `without` is the reservation value in net units; `red_lines` are in score units.
    """

    stakeholder: Stakeholder
    importance: Importance
    worth: Whole | None
    without: int
    red_lines: tuple[int | None, ...]

    @property
    def id(self) -> str:
        """The stakeholder's."""
        return self.stakeholder.id

    @cached_property
    def interests(self) -> tuple[str, ...]:
        """The ids of its interests."""
        return tuple(interest.id for interest in self.stakeholder.interests)

    @property
    def is_party(self) -> bool:
        """Whether verdicts range over it."""
        return self.stakeholder.standing == "party"

    def net(self, lows: Whole, highs: Whole, its_units: Units) -> tuple[int, int]:
        """The lowest and the highest net value that these scores, and all weights still possible, allow."""
        unit = its_units.net_per_score
        if not lows:  # nobody knows what it wants: anything on the scale
            return its_units.lowest * unit - self.without, its_units.highest * unit - self.without
        if self.worth is None:
            return min(lows) * unit - self.without, max(highs) * unit - self.without
        low = sum(map(mul, self.worth, lows)) - self.without
        return low, low if highs is lows else sum(map(mul, self.worth, highs)) - self.without


@dataclass(frozen=True)
class Row:
    """One stakeholder in one scenario.

    Scores by interest are in score units, the net value in net units. An unscored cell lies at
    the ends of the scale, never at 0. `gaps` are the positions of unscored cells.
    """

    lows: Whole
    highs: Whole
    gaps: Whole
    low: int
    high: int

    @property
    def gains(self) -> bool | None:
        """Better off than without an agreement; None when not yet known."""
        return True if self.low > 0 else False if self.high <= 0 else None

    @property
    def loses(self) -> bool | None:
        """Worse off than without an agreement; None when not yet known."""
        return True if self.high < 0 else False if self.low >= 0 else None

    @property
    def is_open(self) -> bool:
        """Whether it is not yet known if the stakeholder gains, or if it loses."""
        return self.gains is None or self.loses is None

    @property
    def is_point(self) -> bool:
        """Whether the net value is known."""
        return self.low == self.high


@dataclass(frozen=True)
class ScenarioValues:
    """One scenario: a row for each holder by id, and the net values of the parties alone, in their order."""

    scenario: Scenario
    rows: Mapping[str, Row]
    low: Whole
    high: Whole

    @property
    def id(self) -> str:
        """The scenario's."""
        return self.scenario.id

    @property
    def is_point(self) -> bool:
        """Whether the net value of every party is known."""
        return self.low == self.high


@dataclass(frozen=True)
class Values:
    """The whole table: holders and scenarios in the order they were entered."""

    draft: Draft
    units: Units
    holders: tuple[Holder, ...]
    scenarios: tuple[ScenarioValues, ...]

    @cached_property
    def parties(self) -> tuple[Holder, ...]:
        """Those over whom verdicts range."""
        return tuple(holder for holder in self.holders if holder.is_party)

    @cached_property
    def of_unknown_importance(self) -> tuple[Holder, ...]:
        """Parties whose weights are not known: while there are any, no rule picks a scenario."""
        return tuple(party for party in self.parties if party.worth is None)

    def net(self, row: Row) -> Interval:
        """The net value of a row in points."""
        return self.units.interval(row.low, row.high)


def values(draft: Draft, weights: WeightsKnown | None = None) -> Values:
    """The net values of parties and of affected stakeholders in all scenarios.

    `weights` stands in for what each stakeholder says about its weights.
    """
    counted = [each for each in draft.stakeholders if each.standing != "context"]
    weighed = [(each, importance(each, weights)) for each in counted]
    its_units = units(draft, weighed)
    holders = tuple(_holder(stakeholder, its, its_units) for stakeholder, its in weighed)
    table = tuple(scenario_values(each, holders, its_units) for each in draft.scenarios)
    return Values(draft, its_units, holders, table)


def scenario_values(
    scenario: Scenario, holders: Iterable[Holder], its_units: Units, *, in_ranges: bool = False
) -> ScenarioValues:
    """The rows of one scenario; with `in_ranges` a score that was given with a range lies anywhere in it."""
    ends = _range_ends(scenario, its_units) if in_ranges else _scores(scenario, its_units)
    return with_rows(scenario, holders, {each.id: _row(each, ends, its_units) for each in holders})


def with_rows(scenario: Scenario, holders: Iterable[Holder], rows: Mapping[str, Row]) -> ScenarioValues:
    """A scenario with these rows."""
    of_parties = [rows[holder.id] for holder in holders if holder.is_party]
    low = tuple([row.low for row in of_parties])
    return ScenarioValues(scenario, rows, low, tuple([row.high for row in of_parties]))


def _scores(scenario: Scenario, its_units: Units) -> Ends:
    whole = its_units.whole
    scores = {score.interest: whole[score.value] for score in scenario.scores if score.value is not None}
    return scores, scores


def _range_ends(scenario: Scenario, its_units: Units) -> Ends:
    """The ends of the range where one was given, even for a score without a value; else the score."""
    least: dict[str, int] = {}
    most: dict[str, int] = {}
    for score in scenario.scores:
        low = score.value if score.low is None else score.low
        high = score.value if score.high is None else score.high
        if low is not None or high is not None:
            least[score.interest] = its_units.lowest if low is None else its_units.whole[low]
            most[score.interest] = its_units.highest if high is None else its_units.whole[high]
    return least, most


def _row(holder: Holder, ends: Ends, its_units: Units) -> Row:
    least, most = ends
    interests = holder.interests
    lows = tuple([least.get(each, its_units.lowest) for each in interests])
    gaps = tuple([at for at, each in enumerate(interests) if each not in least])
    highs = lows
    if gaps or least is not most:
        highs = tuple([most.get(each, its_units.highest) for each in interests])
    return Row(lows, highs, gaps, *holder.net(lows, highs, its_units))


def _holder(stakeholder: Stakeholder, its: Importance, its_units: Units) -> Holder:
    worth = None
    if its.shares is not None:
        worth = tuple(int(share * its_units.net_per_score) for share in its.shares)
    lines = (interest.red_line for interest in stakeholder.interests)
    return Holder(
        stakeholder=stakeholder,
        importance=its,
        worth=worth,
        without=int(exact(stakeholder.reservation_value) * its_units.net),
        red_lines=tuple(None if line is None else its_units.whole[line] for line in lines),
    )
