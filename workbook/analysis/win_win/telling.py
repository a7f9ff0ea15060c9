"""What every finding of this analysis is told with: the table, the names, the inputs they share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import Self

from workbook.analysis.finding import Input
from workbook.analysis.win_win.naming import Names, interest_name, number, span, stakeholder_name
from workbook.analysis.win_win.units import Interval
from workbook.analysis.win_win.values import Holder, Row, ScenarioValues, Values
from workbook.analysis.wording import listed

NO_CAUSE = "it has more without one"


@dataclass(frozen=True)
class RowTold:
    """One net value ready to be told: the figure, how it reads, and what it was worked out from.

    `own` is the net value as the input of something else; while it is open, from where to where it may lie.
    """

    net: Interval
    reads: str
    own: Input
    scores: tuple[Input, ...]
    weights: tuple[Input, ...]
    without: Input

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Each score with its weight, then what there is without an agreement."""
        pairs = zip(self.scores, self.weights, strict=True)
        return (*chain.from_iterable(pairs), self.without)


@dataclass(frozen=True)
class Telling:
    """The table with its names, and each net value ready to be told, by scenario and holder id."""

    values: Values
    names: Names
    rows: Mapping[tuple[str, str], RowTold]

    @property
    def has_company(self) -> bool:
        """Whether there is more than one party. With a single one nothing is called a win-win."""
        return len(self.values.parties) > 1

    def nets(self, scenario: ScenarioValues) -> tuple[Input, ...]:
        """The net values of all parties as inputs."""
        return tuple(self.rows[scenario.id, party.id].own for party in self.values.parties)


def telling(values: Values) -> Telling:
    """Everything that several findings share is made once: making it takes longer than all the arithmetic."""
    names = Names(values.draft)
    return Telling(values, names, dict(_rows(values, names)))


def _rows(values: Values, names: Names) -> Iterator[tuple[tuple[str, str], RowTold]]:
    shared = [_Shared.of(holder, names) for holder in values.holders]
    for scenario in values.scenarios:
        given = {score.interest: score.value for score in scenario.scenario.scores}
        root = names.address("scenarios", scenario.id, "scores")
        for one in shared:
            net = values.net(scenario.rows[one.holder])
            reads = span(net)
            scores = [
                Input(name=name, value=given.get(interest), address=f"{root}/{interest}")
                for interest, name in one.scores
            ]
            own = Input(name=one.net, value=number(net.low) if net.is_point else reads, address=one.address)
            yield (
                (scenario.id, one.holder),
                RowTold(net, reads, own, tuple(scores), one.weights, one.without),
            )


@dataclass(frozen=True)
class _Shared:
    """What all net values of one stakeholder have in common. `scores` names the score of each interest id."""

    holder: str
    address: str
    net: str
    scores: tuple[tuple[str, str], ...]
    weights: tuple[Input, ...]
    without: Input

    @classmethod
    def of(cls, holder: Holder, names: Names) -> Self:
        """Of one stakeholder."""
        named = [(each.id, f"{interest_name(each)}: score") for each in holder.stakeholder.interests]
        return cls(
            holder=holder.id,
            address=names.address("stakeholders", holder.id),
            net=f"{stakeholder_name(holder.stakeholder)}: net value",
            scores=tuple(named),
            weights=tuple(_weights(holder, names)),
            without=_without(holder, names),
        )


def _weights(holder: Holder, names: Names) -> Iterator[Input]:
    for interest in holder.stakeholder.interests:
        yield Input(
            name=f"{interest_name(interest)}: weight",
            value=interest.weight,
            address=names.interest_address(holder.id, interest.id, "weight"),
        )


def _without(holder: Holder, names: Names) -> Input:
    return Input(
        name=f"{stakeholder_name(holder.stakeholder)}: value without an agreement",
        value=holder.stakeholder.reservation_value,
        address=names.address("stakeholders", holder.id, "reservation_value"),
    )


def causes(holder: Holder, row: Row) -> tuple[int, ...]:
    """The positions of the interests with the most negative share times score, all that tie.

    With unknown weights the lowest score. Unscored cells are nobody's fault. Empty when no score is negative:
    then the stakeholder has more without an agreement than this scenario gives it.
    """
    worth = holder.worth or (1,) * len(row.lows)
    pulls = {
        position: score * worth[position]
        for position, score in enumerate(row.lows)
        if position not in row.gaps
    }
    worst = min(pulls.values(), default=0)
    return tuple(position for position, pull in pulls.items() if pull == worst) if worst < 0 else ()


def because_of(holder: Holder, row: Row) -> str:
    """Why a stakeholder loses: "of privacy", or "it has more without one"."""
    named = [interest_name(holder.stakeholder.interests[at]) for at in causes(holder, row)]
    return f"of {listed(named)}" if named else NO_CAUSE


def loss(holder: Holder, row: Row) -> str:
    """That a stakeholder loses and why, never softened."""
    name = stakeholder_name(holder.stakeholder)
    return f"{name} is worse off than without an agreement, because {because_of(holder, row)}"


def why_open(holder: Holder, row: Row) -> str:
    """Why a net value is not yet known."""
    interests = holder.stakeholder.interests
    if not interests:
        return "nobody has said what it wants"
    reasons = []
    if row.gaps:
        gaps = [interest_name(interests[at]) for at in row.gaps if holder.worth is None or holder.worth[at]]
        reasons = [f"{listed(gaps)} {'is' if len(gaps) == 1 else 'are'} not scored"] if gaps else []
    if holder.worth is None:
        reasons.append(holder.importance.because)
    return " and ".join(reasons)


def is_worth(value: Fraction) -> str:
    """A gain in a word: "gains" from one whole point, else "gains a little"."""
    return "gains" if value >= 1 else "gains a little"
