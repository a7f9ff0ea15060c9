"""What there is to say about one scenario: verdict, red lines, surplus, who beats it, whom it harms."""

from collections.abc import Iterator, Sequence

from workbook.analysis.finding import Finding, Input, Severity
from workbook.analysis.win_win.naming import POINTS, interest_name, number, scenario_name, stakeholder_name
from workbook.analysis.win_win.net_findings import NET_CITATION, NET_RULE
from workbook.analysis.win_win.ranges import AcrossRanges
from workbook.analysis.win_win.repairs import transfers_suffice
from workbook.analysis.win_win.sources import NEGOTIATION_ANALYSIS, OURS
from workbook.analysis.win_win.telling import Telling, causes, loss
from workbook.analysis.win_win.values import Holder
from workbook.analysis.win_win.verdict_words import line_words, surplus_words, verdict_words
from workbook.analysis.win_win.verdicts import Kind, RedLine, Verdict, red_lines
from workbook.analysis.wording import listed

VERDICT_RULE = (
    "Acceptable: no party is worse off than without an agreement, and no red line is crossed. Win-win: "
    "acceptable, and at least one party gains. What missing scores or weights could change is not yet known. "
    "“Because of” names the interest whose weight times score is most negative."
)
RED_LINE_RULE = (
    "A red line is the lowest score its holder accepts. A scenario that crosses one is not acceptable, "
    "whatever the net value: no revenue buys off a red line."
)
SURPLUS_RULE = (
    "The sum of the parties' net values. Above 0 those who gain could make good what the others lose "
    "(Kaldor-Hicks). It adds points of different stakeholders, which is a convention."
)
DOMINANCE_RULE = (
    "A scenario is beaten when another is at least as good for every party and better for one, however the "
    "missing scores turn out. No agreement is not counted as a scenario."
)
HARM_RULE = (
    "Verdicts range over the parties at the table. Somebody affected gets the same figures, and is named"
    " when the net value is below 0."
)
RANGES_RULE = (
    "Verdicts use the score itself. Here every score that was given with a range may lie anywhere in it,"
    " and the verdict is drawn again."
)

SEVERITIES: dict[Kind | None, Severity] = {
    "win-win": "info",
    "neutral": "advice",
    "undetermined": "advice",
    None: "advice",
}
"""Whatever else a verdict is, somebody would refuse."""


def scenario_findings(
    told: Telling, verdict: Verdict, beaten_by: Sequence[str], ranges: AcrossRanges | None
) -> Iterator[Finding]:
    """The findings on one scenario, the verdict first."""
    yield verdict_finding(told, verdict)
    for line in verdict.red_lines:
        yield red_line_finding(told, verdict, line)
    if verdict.outcome.kind == "trade-off":
        yield surplus_finding(told, verdict)
    if beaten_by:
        yield beaten_finding(told, verdict, beaten_by)
    for holder in told.values.holders:
        if not holder.is_party and verdict.values.rows[holder.id].loses:
            yield harm_finding(told, verdict, holder)
    if ranges is not None:
        yield ranges_finding(told, verdict, ranges)


def verdict_finding(told: Telling, verdict: Verdict) -> Finding:
    """Who gains, who loses, because of what."""
    rows = verdict.values.rows
    pulls = tuple(
        inputs[at]
        for party in told.values.parties
        if rows[party.id].loses
        for at in causes(party, rows[party.id])
        for inputs in _of(told, verdict, party)
    )
    return Finding(
        id=_id(told, "verdict", verdict),
        severity=SEVERITIES.get(verdict.outcome.kind, "warning"),
        words=f"{scenario_name(verdict.values.scenario)}: {verdict_words(told, verdict)}",
        value=_called(told, verdict.outcome.kind),
        unit="verdict",
        inputs=(*told.nets(verdict.values), *pulls),
        rule=VERDICT_RULE,
        citation=NEGOTIATION_ANALYSIS,
        address=_address(told, verdict),
    )


def red_line_finding(told: Telling, verdict: Verdict, line: RedLine) -> Finding:
    """A red line that is crossed or may be, of a party or of somebody affected."""
    holder, interest = line.holder, line.interest
    seat = "" if holder.is_party else f" {stakeholder_name(holder.stakeholder)} is not at the table."
    at = holder.stakeholder.interests.index(interest)
    return Finding(
        id=f"{_id(told, 'red_line', verdict)}.{interest.id}",
        severity="warning" if line.is_crossed else "advice",
        words=f"{scenario_name(verdict.values.scenario)}: {line_words(line)}.{seat}",
        value=True if line.is_crossed else None,
        unit="red line crossed",
        inputs=(
            told.rows[verdict.id, holder.id].scores[at],
            Input(
                name=f"{interest_name(interest)}: lowest score accepted",
                value=interest.red_line,
                address=told.names.interest_address(holder.id, interest.id, "red_line"),
            ),
        ),
        rule=RED_LINE_RULE,
        citation=OURS,
        address=_address(told, verdict),
    )


def surplus_finding(told: Telling, verdict: Verdict) -> Finding:
    """Whether a trade-off creates or destroys value."""
    surplus = verdict.surplus
    cover = transfers_suffice(told.values, verdict.values)
    pay = " Together those who gain could make good all losses." if cover else ""
    return Finding(
        id=_id(told, "surplus", verdict),
        severity="advice",
        words=f"{scenario_name(verdict.values.scenario)}: {surplus_words(verdict)}{pay}",
        value=number(surplus.low) if surplus is not None and surplus.is_point else None,
        unit=POINTS,
        inputs=told.nets(verdict.values),
        rule=SURPLUS_RULE,
        citation=OURS,
        address=_address(told, verdict),
    )


def beaten_finding(told: Telling, verdict: Verdict, beaten_by: Sequence[str]) -> Finding:
    """By which other scenarios a scenario is surely dominated."""
    better = {each.id: each for each in told.values.scenarios if each.id in beaten_by}
    names = [told.names.scenario(each) for each in beaten_by]
    is_or_are = "is" if len(names) == 1 else "are each"
    refused = ""
    if any(line.holder.is_party for each in better.values() for line in red_lines(told.values, each)):
        refused = " But net values know no red lines, and one may be crossed there."
    return Finding(
        id=_id(told, "beaten", verdict),
        severity="advice",
        words=(
            f"{scenario_name(verdict.values.scenario)} is beaten: {listed(names)} {is_or_are} at least as"
            f" good for every party and better for one.{refused}"
        ),
        value=listed(names),
        unit="scenarios",
        inputs=(
            *told.nets(verdict.values),
            *(each for scenario in better.values() for each in told.nets(scenario)),
        ),
        rule=DOMINANCE_RULE,
        citation=NEGOTIATION_ANALYSIS,
        address=_address(told, verdict),
    )


def harm_finding(told: Telling, verdict: Verdict, holder: Holder) -> Finding:
    """Somebody affected, without a seat at the table, who is worse off."""
    row = verdict.values.rows[holder.id]
    its = told.rows[verdict.id, holder.id]
    return Finding(
        id=f"{_id(told, 'harm', verdict)}.{holder.id}",
        severity="warning",
        words=(
            f"{scenario_name(verdict.values.scenario)} harms someone who is not at the table: "
            f"{loss(holder, row)}."
        ),
        value=number(its.net.low) if its.net.is_point else None,
        unit=POINTS,
        inputs=its.inputs,
        rule=f"{HARM_RULE} {NET_RULE}",
        citation=f"{OURS}; {NET_CITATION}",
        address=_address(told, verdict),
    )


def ranges_finding(told: Telling, verdict: Verdict, ranges: AcrossRanges) -> Finding:
    """Whether the verdict holds across all the ranges given with scores."""
    name = scenario_name(verdict.values.scenario)
    within = verdict_words(told, ranges.within)
    words = {
        "holds": f"{name}: the verdict holds across all the ranges given.",
        "does not hold": (f"{name}: the verdict does not hold across all the ranges given. {within}"),
        "settles": f"{name}: within the ranges given the verdict is known. {within}",
    }
    return Finding(
        id=_id(told, "ranges", verdict),
        severity="advice" if ranges.answer == "does not hold" else "info",
        words=words[ranges.answer],
        value={"holds": True, "does not hold": False, "settles": None}[ranges.answer],
        unit="verdict holds",
        inputs=tuple(_range_inputs(told, verdict, ranges)),
        rule=RANGES_RULE,
        citation=OURS,
        address=_address(told, verdict),
    )


def _range_inputs(told: Telling, verdict: Verdict, ranges: AcrossRanges) -> Iterator[Input]:
    named = {interest.id: interest_name(interest) for interest in told.values.draft.interests()}
    for score in ranges.ranged:
        low = "not said" if score.low is None else str(score.low)
        high = "not said" if score.high is None else str(score.high)
        yield Input(
            name=f"{named[score.interest]}: range of the score",
            value=f"{low} to {high}",
            address=told.names.score_address(verdict.id, score.interest),
        )


def _of(told: Telling, verdict: Verdict, holder: Holder) -> tuple[tuple[Input, ...], tuple[Input, ...]]:
    inputs = told.rows[verdict.id, holder.id]
    return inputs.scores, inputs.weights


def _called(told: Telling, kind: Kind | None) -> str | None:
    """The class as a word; with one party alone the word win-win is not used."""
    return "gain" if kind == "win-win" and not told.has_company else kind


def _id(told: Telling, what: str, verdict: Verdict) -> str:
    return f"win_win.{what}.{told.values.draft.id}.{verdict.id}"


def _address(told: Telling, verdict: Verdict) -> str:
    return told.names.address("scenarios", verdict.id)
