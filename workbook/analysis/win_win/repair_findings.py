"""Repairs as findings: what would bring a loser in, and the one change that would leave nobody worse off."""

from collections.abc import Iterator

from workbook.analysis.finding import Finding
from workbook.analysis.win_win.naming import (
    POINTS,
    in_points,
    interest_name,
    number,
    points,
    scenario_name,
    score_words,
    stakeholder_name,
)
from workbook.analysis.win_win.repairs import Raise, Repair, Repairs, SingleChange
from workbook.analysis.win_win.sources import OURS
from workbook.analysis.win_win.telling import Telling, why_open
from workbook.analysis.win_win.verdicts import Verdict

REPAIR_RULE = (
    "The deficit is how far the net value is below 0. One score change: the interest that needs the "
    "fewest steps on the scale, then the smallest rise, then the first entered. Payment: the party with "
    "the largest net value among those that could pay the whole deficit and not lose; it assumes that "
    "points are exchanged one to one, which is a convention."
)
SINGLE_CHANGE_RULE = (
    "Where exactly one party loses and nothing else is open: the one score whose rise leaves that party "
    "no worse off than without an agreement, and the verdict with that score."
)
CHANGED = {
    "win-win": "then it is a win-win",
    "neutral": "then nobody loses, and nobody gains",
    "red-line": "then nobody loses, but a red line is still crossed",
}


def repair_findings(told: Telling, verdict: Verdict, repairs: Repairs) -> Iterator[Finding]:
    """One finding for each certain loser, then the single change."""
    for repair in repairs.by_holder.values():
        yield repair_finding(told, verdict, repair)
    if repairs.single_change is not None:
        yield single_change_finding(told, verdict, repairs.single_change)


def repair_finding(told: Telling, verdict: Verdict, repair: Repair) -> Finding:
    """What one loser would need."""
    deficit = repair.deficit
    return Finding(
        id=f"win_win.repair.{told.values.draft.id}.{verdict.id}.{repair.holder.id}",
        severity="advice",
        words=f"{scenario_name(verdict.values.scenario)}: {repair_words(verdict, repair)}",
        value=number(deficit.low) if deficit.is_point else None,
        unit=POINTS,
        inputs=told.rows[verdict.id, repair.holder.id].inputs,
        rule=REPAIR_RULE,
        citation=OURS,
        address=told.names.address("scenarios", verdict.id),
    )


def repair_words(verdict: Verdict, repair: Repair) -> str:
    """The repair in a sentence or two."""
    name, deficit = stakeholder_name(repair.holder.stakeholder), repair.deficit
    if repair.incomplete:
        far = in_points(deficit.low)
        if not deficit.is_point:
            far = f"between {points(deficit.low)} and {in_points(deficit.high)}"
        why = why_open(repair.holder, verdict.values.rows[repair.holder.id])
        return f"{name} lacks {far}; no repair yet" + (f", because {why}." if why else ".")
    whole, gain = repair.to_whole, repair.to_gain
    one_score = f"no single score can bring {name} in"
    if whole is not None:
        one_score = f"{raise_words(whole)} would leave it no worse off"
        if gain is None:
            one_score += "; no single score lets it gain"
        elif (gain.interest, gain.to_score, gain.more_than) == (whole.interest, whole.to_score, False):
            one_score = f"{raise_words(whole)} would let it gain"
        else:
            one_score += f", {raise_words(gain)} would let it gain"
    pay = "no party alone could pay for it"
    if repair.payer is not None:
        pay = f"{stakeholder_name(repair.payer.stakeholder)} could pay for it"
    return f"{name} lacks {in_points(deficit.low)}: {one_score}; {pay}."


def raise_words(change: Raise) -> str:
    """Raising a score from where it is to where it would have to be."""
    to = f"more than {score_words(change.to_score)}" if change.more_than else score_words(change.to_score)
    return f"{interest_name(change.interest)} from {score_words(change.from_score)} to {to}"


def single_change_finding(told: Telling, verdict: Verdict, single: SingleChange) -> Finding:
    """The one change that leaves nobody worse off, and what the scenario would then be."""
    return Finding(
        id=f"win_win.single_change.{told.values.draft.id}.{verdict.id}",
        severity="advice",
        words=f"{scenario_name(verdict.values.scenario)}: {single_change_words(told, single)}",
        value=single.then.outcome.win_win,
        unit="win-win after the change" if told.has_company else "gain after the change",
        inputs=told.rows[verdict.id, single.holder.id].inputs,
        rule=SINGLE_CHANGE_RULE,
        citation=OURS,
        address=told.names.address("scenarios", verdict.id),
    )


def single_change_words(told: Telling, single: SingleChange) -> str:
    """The single change in a sentence."""
    kind = single.then.outcome.kind
    then = CHANGED.get(kind or "", "then it is still open")
    if kind == "win-win" and not told.has_company:
        then = "then it gains"
    name = stakeholder_name(single.holder.stakeholder)
    return f"one change would bring {name} in: {raise_words(single.change)}; {then}."
