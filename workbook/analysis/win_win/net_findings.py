"""Each net value as a finding: better or worse off than without an agreement, by how much and why."""

from workbook.analysis.finding import Finding, Severity
from workbook.analysis.win_win.importance import IMPORTANCE_RULE
from workbook.analysis.win_win.naming import POINTS, number, scenario_name, stakeholder_name
from workbook.analysis.win_win.sources import MULTIPLE_OBJECTIVES, NEGOTIATION_ANALYSIS
from workbook.analysis.win_win.telling import RowTold, Telling, because_of, is_worth, why_open
from workbook.analysis.win_win.values import Holder, Row, ScenarioValues
from workbook.model.draft import Draft

NET_RULE = (
    "Net value: each score times the share of its interest's weight, added up, less the value of the "
    "situation without an agreement. Above 0 the stakeholder gains, below 0 it loses. A score nobody "
    "gave may be anything on the scale, never 0. “Gains” from one whole point, else “gains a little”; a "
    "loss is a loss. " + IMPORTANCE_RULE
)
NET_CITATION = f"{MULTIPLE_OBJECTIVES}; {NEGOTIATION_ANALYSIS}"


def net_finding(told: Telling, scenario: ScenarioValues, holder: Holder) -> Finding:
    """What one scenario means to one stakeholder, party or affected."""
    row = scenario.rows[holder.id]
    its = told.rows[scenario.id, holder.id]
    name = scenario_name(scenario.scenario)
    return Finding(
        id=net_id(told.values.draft, scenario.id, holder.id),
        severity=_severity(row),
        words=f"{name}: {net_words(holder, row, its)}.{_label(holder, row, told)}",
        value=number(its.net.low) if its.net.is_point else None,
        unit=POINTS,
        inputs=its.inputs,
        rule=NET_RULE,
        citation=NET_CITATION,
        address=told.names.address("scenarios", scenario.id),
    )


def net_id(draft: Draft, scenario: str, holder: str) -> str:
    """The id of the finding on what a scenario means to a stakeholder."""
    return f"win_win.net.{draft.id}.{scenario}.{holder}"


def net_words(holder: Holder, row: Row, its: RowTold) -> str:
    """Words first, then the digits."""
    name = stakeholder_name(holder.stakeholder)
    gains, loses = row.gains, row.loses
    if loses:
        return (
            f"{name} is worse off than without an agreement ({its.reads}), because {because_of(holder, row)}"
        )
    if gains:
        return f"{name} {is_worth(its.net.low)} ({its.reads})"
    if row.is_point:
        return f"{name} is neither better nor worse off than without an agreement (0)"
    open_words = f"({its.reads}), because {why_open(holder, row)}"
    if loses is False:
        return f"{name} does not lose; whether it gains is not yet known {open_words}"
    if gains is False:
        return f"{name} does not gain; whether it loses is not yet known {open_words}"
    return f"{name}: not yet known {open_words}"


def never_loses(holder: Holder, row: Row, told: Telling) -> bool:
    """Whether its lowest score is at least what it has without, so that no weights make it lose."""
    lowest = min(_weighed(holder, row.lows), default=told.values.units.lowest)
    return lowest * told.values.units.net_per_score >= holder.without


def never_gains(holder: Holder, row: Row, told: Telling) -> bool:
    """Whether its highest score is at most what it has without, so that no weights make it gain."""
    highest = max(_weighed(holder, row.highs), default=told.values.units.highest)
    return highest * told.values.units.net_per_score <= holder.without


def _weighed(holder: Holder, scores: tuple[int, ...]) -> list[int]:
    """Scores on interests that count, or may."""
    if holder.worth is None:
        return list(scores)
    return [score for score, worth in zip(scores, holder.worth, strict=True) if worth]


def _label(holder: Holder, row: Row, told: Telling) -> str:
    """What holds for any weights is worth saying only where there are weights to disagree about."""
    if len(row.lows) <= 1:
        return ""
    never = [
        what
        for what, holds in (
            ("loses", never_loses(holder, row, told)),
            ("gains", never_gains(holder, row, told)),
        )
        if holds
    ]
    return f" It never {' or '.join(never)}, whatever the weights." if never else ""


def _severity(row: Row) -> Severity:
    if row.loses:
        return "warning"
    return "advice" if row.is_open else "info"
