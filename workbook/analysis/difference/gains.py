"""Who gains or loses by the change: the net value of each stakeholder before and after, by scenario."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from workbook.analysis.difference.matching import Matching
from workbook.analysis.difference.quoting import quoted
from workbook.analysis.difference.reading import NAMELESS
from workbook.analysis.difference.subjects import Side
from workbook.analysis.difference.terms import SCENARIO, STAKEHOLDER
from workbook.analysis.finding import Finding, Input, Severity
from workbook.analysis.win_win.naming import POINTS, in_points, number, span
from workbook.analysis.win_win.net_findings import NET_CITATION, NET_RULE
from workbook.analysis.win_win.telling import is_worth
from workbook.analysis.win_win.units import Interval
from workbook.analysis.win_win.values import Values, values
from workbook.analysis.wording import capitalised, listed
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Stakeholder

GAIN_RULE = (
    "The net value after, compared with the net value before: in the scenario chosen each time, and in "
    "every scenario that stands in both. Stakeholders and scenarios are the same if they have the same id, "
    "or else the same name. " + NET_RULE
)
NOT_THERE = "not part of it"
IN_THE_BACKGROUND = "in the background"
NEITHER = "neither better nor worse off"
NOT_YET_KNOWN = "not yet known"


@dataclass(frozen=True)
class Faring:
    """How one stakeholder fares in one scenario: the net value, or why there is none, in words."""

    words: str
    net: Interval | None = None
    loses: bool | None = False
    is_open: bool = False

    @property
    def reads(self) -> str:
        """Words first, then the digits."""
        return self.words if self.net is None else f"{self.words} ({span(self.net)})"


class Pair(NamedTuple):
    """A scenario before, and the one after that it is compared with."""

    before: Scenario
    after: Scenario

    @property
    def words(self) -> str:
        """In which scenario, or which scenarios, as the end of a sentence."""
        one, other = (quoted(each.name.strip() or NAMELESS[SCENARIO]) for each in self)
        if self.before.id == self.after.id:
            return f"in {other}"
        return f"in the chosen scenario ({one} before, {other} after)"


@dataclass(frozen=True)
class Gains:
    """Both drafts valued, with the places they stand at."""

    before: Values
    after: Values
    sides: tuple[Side, Side]
    matching: Matching

    def findings(self) -> Iterator[Finding]:
        """Each stakeholder of either draft in each pair of scenarios."""
        pairs = tuple(_pairs(self.before.draft, self.after.draft))
        for stakeholder in _either(self.before.draft, self.after.draft):
            for pair in pairs:
                yield self._finding(stakeholder, pair)
            if not pairs:
                yield self._nothing_to_compare(stakeholder)

    def _finding(self, stakeholder: Stakeholder, pair: Pair) -> Finding:
        was = _faring(self.before, pair.before, stakeholder.id)
        now = _faring(self.after, pair.after, stakeholder.id)
        change = None
        if was.net is not None and now.net is not None and was.net.is_point and now.net.is_point:
            change = now.net.low - was.net.low
        if was.reads == now.reads and not change:
            said = f"{now.reads} in both"
        else:
            said = f"from {was.reads} to {now.reads}"
        if change:
            said += f", {in_points(abs(change))} {'better' if change > 0 else 'worse'}"
        return Finding(
            id=f"difference.net.{pair.before.id}.{pair.after.id}.{stakeholder.id}",
            severity=_severity(was, now),
            words=f"{_name(stakeholder)}: {said}, {pair.words}.",
            value=None if change is None else number(change),
            unit=POINTS,
            inputs=self._inputs(stakeholder, was, now),
            rule=GAIN_RULE,
            citation=NET_CITATION,
            address=self._address(stakeholder),
        )

    def _nothing_to_compare(self, stakeholder: Stakeholder) -> Finding:
        return Finding(
            id=f"difference.net.{stakeholder.id}",
            words=f"{_name(stakeholder)}: {NOT_YET_KNOWN}, because {self._why_not()}.",
            unit=POINTS,
            inputs=tuple(
                Input(
                    name=f"Chosen scenario, {side.name}",
                    value=chosen or "none",
                    address=side.address("chosen_scenario"),
                )
                for side, chosen in zip(self.sides, self._chosen(), strict=True)
            ),
            rule=GAIN_RULE,
            citation=NET_CITATION,
            address=self._address(stakeholder),
        )

    def _why_not(self) -> str:
        undecided = [
            side.name for side, chosen in zip(self.sides, self._chosen(), strict=True) if chosen is None
        ]
        return f"no scenario stands in both, and none is chosen in {listed(undecided)}"

    def _chosen(self) -> Iterator[str | None]:
        for draft in (self.before.draft, self.after.draft):
            names = {each.id: each.name.strip() or NAMELESS[SCENARIO] for each in draft.scenarios}
            yield names.get(draft.chosen_scenario or "")

    def _inputs(self, stakeholder: Stakeholder, was: Faring, now: Faring) -> tuple[Input, ...]:
        places = self._places(stakeholder)
        return tuple(
            Input(name=f"Net value, {side.name}", value=_shown(faring), address=place)
            for side, faring, place in zip(self.sides, (was, now), places, strict=True)
        )

    def _places(self, stakeholder: Stakeholder) -> tuple[str | None, str | None]:
        """Where the stakeholder stands in either draft; None where it does not."""
        one, other = self.sides
        steps = ("stakeholders", stakeholder.id)
        before = after = None
        if _has(self.before.draft, stakeholder.id):
            before = one.address(*self.matching.steps_before(steps))
        if _has(self.after.draft, stakeholder.id):
            after = other.address(*steps)
        return before, after

    def _address(self, stakeholder: Stakeholder) -> str | None:
        before, after = self._places(stakeholder)
        return after or before


def gains(matching: Matching, after: Draft, sides: tuple[Side, Side]) -> tuple[Finding, ...]:
    """Gain or loss of each stakeholder between two drafts; weights are taken as each workbook is set to."""
    one, other = (side.workbook.settings.robustness.weights for side in sides)
    return tuple(Gains(values(matching.draft, one), values(after, other), sides, matching).findings())


def _pairs(before: Draft, after: Draft) -> Iterator[Pair]:
    """The chosen scenarios first, where they are two; then those that stand in both."""
    old, new = ({each.id: each for each in draft.scenarios} for draft in (before, after))
    one, other = before.chosen_scenario, after.chosen_scenario
    if one is not None and other is not None and one != other:
        yield Pair(old[one], new[other])
    for key, scenario in new.items():
        if key in old:
            yield Pair(old[key], scenario)


def _either(before: Draft, after: Draft) -> Iterator[Stakeholder]:
    """The stakeholders after, then those who are gone; without those who only ever were in the background."""
    old = {each.id: each for each in before.stakeholders}
    new = {each.id: each for each in after.stakeholders}
    for key, stakeholder in {**new, **{key: old[key] for key in old if key not in new}}.items():
        if {stakeholder.standing, old.get(key, stakeholder).standing} != {"context"}:
            yield stakeholder


def _faring(its: Values, scenario: Scenario, stakeholder: str) -> Faring:
    row = next(each for each in its.scenarios if each.id == scenario.id).rows.get(stakeholder)
    if row is None:
        return Faring(IN_THE_BACKGROUND if _has(its.draft, stakeholder) else NOT_THERE)
    net = its.net(row)
    if row.loses:
        return Faring("worse off", net, loses=True)
    if row.gains:
        return Faring(is_worth(net.low), net)
    if row.is_point:
        return Faring(NEITHER, net)
    return Faring(NOT_YET_KNOWN, net, loses=row.loses, is_open=True)


def _has(draft: Draft, stakeholder: str) -> bool:
    return any(each.id == stakeholder for each in draft.stakeholders)


def _severity(was: Faring, now: Faring) -> Severity:
    """Somebody who comes to lose by the change is a warning; what is not known is worth asking."""
    if now.loses and not was.loses:
        return "warning"
    return "advice" if now.is_open else "info"


def _shown(faring: Faring) -> str | float:
    if faring.net is None:
        return faring.words
    return number(faring.net.low) if faring.net.is_point else span(faring.net)


def _name(stakeholder: Stakeholder) -> str:
    return stakeholder.name.strip() or capitalised(NAMELESS[STAKEHOLDER])
