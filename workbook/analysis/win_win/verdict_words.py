"""The verdict on a scenario as a room hears it: who gains, who loses and because of what, words first."""

from collections.abc import Iterator, Sequence

from workbook.analysis.win_win.naming import in_points, interest_name, score_words, stakeholder_name
from workbook.analysis.win_win.telling import Telling, loss, why_open
from workbook.analysis.win_win.values import Holder, ScenarioValues
from workbook.analysis.win_win.verdicts import RedLine, Verdict
from workbook.analysis.wording import capitalised, listed


def verdict_words(told: Telling, verdict: Verdict) -> str:
    """The verdict in one sentence or two, and who is harmed without being at the table."""
    return f"{_of_parties(told, verdict)}{_harm(told, verdict)}"


def _of_parties(told: Telling, verdict: Verdict) -> str:
    parties, scenario = told.values.parties, verdict.values
    match verdict.outcome.kind:
        case None:
            words = "No verdict: nobody is a party yet."
        case "win-win":
            words = _win_win(told, verdict)
        case "neutral":
            words = "Nobody gains and nobody loses: it makes no difference to the parties."
        case "loss-only":
            nobody = ["nobody gains"] if told.has_company else []
            clauses = [*nobody, *_losses(parties, scenario), *_open(parties, scenario)]
            words = f"{_sentence(clauses)} Worse than no agreement.{_and_lines(verdict)}"
        case "trade-off":
            clauses = [_gains(parties, scenario), *_losses(parties, scenario), *_open(parties, scenario)]
            words = f"{_sentence(clauses)}{_and_lines(verdict)}"
        case "red-line":
            words = f"Not acceptable: by net value {_gains(parties, scenario)}, but {_lines(verdict)}."
        case "undetermined":
            words = _undetermined(told, verdict)
    return words


def _harm(told: Telling, verdict: Verdict) -> str:
    harmed = [
        stakeholder_name(holder.stakeholder)
        for holder in told.values.holders
        if not holder.is_party and verdict.values.rows[holder.id].loses
    ]
    return f" But it harms someone who is not at the table: {listed(harmed)}." if harmed else ""


def line_words(line: RedLine) -> str:
    """Which red line is crossed, or may be."""
    name, interest = stakeholder_name(line.holder.stakeholder), interest_name(line.interest)
    lowest = score_words(line.lowest_accepted)
    crosses = "crosses" if line.is_crossed else "may cross"
    if line.score is not None:
        found = f"{interest} is {score_words(line.score)}"
    elif line.is_crossed:
        found = f"nothing on the scale satisfies {interest}"
    else:
        found = f"{interest} is not scored"
    return f"it {crosses} a red line of {name}: {found}, and {lowest} is the lowest accepted"


def _win_win(told: Telling, verdict: Verdict) -> str:
    parties, scenario = told.values.parties, verdict.values
    if not told.has_company:
        return f"{stakeholder_name(parties[0].stakeholder)} gains."
    if verdict.outcome.all_gain:
        return "Win-win: everyone gains."
    return f"Win-win: nobody loses, {_gains(parties, scenario)}."


def _gains(parties: Sequence[Holder], scenario: ScenarioValues) -> str:
    """How many gain: "3 of 4 gain", "at least 2 of 4 gain"."""
    gains = [scenario.rows[party.id].gains for party in parties]
    sure, at_least = gains.count(True), "at least " if None in gains else ""
    if len(parties) == 1:
        return f"{stakeholder_name(parties[0].stakeholder)} {'gains' if sure else 'does not surely gain'}"
    if sure == len(parties):
        return "everyone gains"
    if not sure:
        return "nobody surely gains" if at_least else "nobody gains"
    return f"{at_least}{sure} of {len(parties)} {'gain' if sure > 1 else 'gains'}"


def _losses(parties: Sequence[Holder], scenario: ScenarioValues) -> Iterator[str]:
    for party in parties:
        row = scenario.rows[party.id]
        if row.loses:
            yield loss(party, row)


def _open(parties: Sequence[Holder], scenario: ScenarioValues) -> Iterator[str]:
    for party in parties:
        row = scenario.rows[party.id]
        if row.is_open:
            name = stakeholder_name(party.stakeholder)
            yield f"{name} is not yet known, because {why_open(party, row)}"


def _undetermined(told: Telling, verdict: Verdict) -> str:
    parties, scenario = told.values.parties, verdict.values
    sure = [party for party in parties if scenario.rows[party.id].gains]
    clauses = [_gains(parties, scenario)] if sure and told.has_company else []
    clauses += [*_losses(parties, scenario), *_open(parties, scenario), *_line_clauses(verdict)]
    return f"Not yet known: {'; '.join(clauses)}."


def _line_clauses(verdict: Verdict) -> list[str]:
    """The red lines of parties that are crossed, or may be."""
    return [line_words(line) for line in verdict.red_lines if line.holder.is_party]


def _lines(verdict: Verdict) -> str:
    return "; ".join(_line_clauses(verdict))


def _and_lines(verdict: Verdict) -> str:
    clauses = _line_clauses(verdict)
    return f" {_sentence(clauses)}" if clauses else ""


def _sentence(clauses: Sequence[str]) -> str:
    return f"{capitalised('; '.join(clauses))}."


def surplus_words(verdict: Verdict) -> str:
    """What a trade-off makes of the table as a whole: more, nothing, or less (Kaldor-Hicks)."""
    surplus = verdict.surplus
    if surplus is None:
        return ""
    if surplus.low > 0:
        return f"Value is created ({in_points(surplus.low)} together), but it needs a transfer."
    if surplus.high < 0:
        return "It destroys value: those who gain could not make good what the others lose."
    if surplus.is_point:
        return "Zero-sum: what some gain is what the others lose."
    return "Whether value is created or destroyed is not yet known."
