"""The one pick in front of the room with its reason, or why there is none; and the next thing to ask."""

from collections.abc import Mapping

from workbook.analysis.finding import Finding, Input
from workbook.analysis.win_win.naming import (
    POINTS,
    interest_name,
    number,
    scenario_name,
    score_words,
    signed,
    stakeholder_name,
)
from workbook.analysis.win_win.questions import Question
from workbook.analysis.win_win.recommendation import Recommendation
from workbook.analysis.win_win.repair_findings import repair_words, single_change_words
from workbook.analysis.win_win.repairs import Repairs
from workbook.analysis.win_win.rule_findings import COMPARES, table_inputs
from workbook.analysis.win_win.sources import NEGOTIATION_ANALYSIS, OURS
from workbook.analysis.win_win.telling import Telling
from workbook.analysis.win_win.verdict_words import verdict_words
from workbook.analysis.win_win.verdicts import Verdict
from workbook.analysis.wording import capitalised, listed

PICK_RULE = (
    "Among the win-wins the one that is best for whoever is worst off; where that is equal, for the "
    "next, and so on; then the first entered. Without a win-win there is no agreement yet, and the same "
    f"choice over all scenarios is the nearest miss. {COMPARES}"
)
QUESTION_RULE = (
    "Of the scores nobody gave, where gain or loss is still open: the one whose interest has the largest"
    " share of its holder's weight, times the width of the scale. Parties come first. Unknown weights "
    "count as equal for this alone. Then red lines that may be crossed, then weights, then interests."
)


def pick_finding(
    told: Telling,
    verdicts: Mapping[str, Verdict],
    picked: Recommendation,
    repairs: Mapping[str, Repairs],
) -> Finding:
    """The scenario to put in front of the room."""
    scenario = picked.scenario
    is_pick = picked.state == "pick"
    return Finding(
        id=f"win_win.pick.{told.values.draft.id}",
        severity="info" if is_pick else "advice",
        words=pick_words(told, verdicts, picked, repairs),
        value=told.names.scenario(scenario) if scenario is not None and is_pick else None,
        unit="scenario",
        inputs=table_inputs(told),
        rule=PICK_RULE,
        citation=f"{NEGOTIATION_ANALYSIS}; {OURS}",
        address=told.names.address("scenarios", *([scenario] if scenario is not None else [])),
    )


def pick_words(
    told: Telling,
    verdicts: Mapping[str, Verdict],
    picked: Recommendation,
    repairs: Mapping[str, Repairs],
) -> str:
    """The pick and its reason, or what stands in the way."""
    match picked.state:
        case "no scenario":
            return "No scenario yet."
        case "no party":
            return "No verdict: nobody is a party yet."
        case "weights unknown":
            unknown = [stakeholder_name(each.stakeholder) for each in told.values.of_unknown_importance]
            return f"No pick, because it is not known how much its interests count: {listed(unknown)}."
        case "scores missing":
            could_be = listed([told.names.scenario(each) for each in picked.possible])
            return f"No pick yet, because scores are missing. It may turn out to be {could_be}."
        case "no agreement yet":
            return _no_agreement(told, verdicts, picked, repairs)
    return _pick(told, verdicts[picked.scenario or ""], picked)


def question_finding(told: Telling, question: Question) -> Finding:
    """The next thing to ask."""
    return Finding(
        id=f"win_win.question.{told.values.draft.id}",
        severity="advice",
        words=question_words(question),
        value=None if question.swing is None else number(question.swing),
        unit=POINTS,
        inputs=_question_inputs(told, question),
        rule=QUESTION_RULE,
        citation=OURS,
        address=told.names.address("stakeholders", question.holder.id)
        if question.scenario is None
        else told.names.address("scenarios", question.scenario.id),
    )


def question_words(question: Question) -> str:
    """The question to put to the room."""
    name = stakeholder_name(question.holder.stakeholder)
    if question.scenario is None or question.interest is None:
        if question.asks == "interests":
            return f"Ask {name} what it wants: without an interest no gain or loss can be told."
        return f"Ask {name} how much its interests count: the verdict depends on it."
    scenario, interest = scenario_name(question.scenario.scenario), interest_name(question.interest)
    if question.asks == "red line":
        return f"Ask {name} for the score of {interest} in {scenario}: it may cross a red line."
    return (
        f"Ask {name} for the score of {interest} in {scenario}: no other missing score can change an open "
        "net value more."
    )


def _question_inputs(told: Telling, question: Question) -> tuple[Input, ...]:
    holder, interests = question.holder, question.holder.stakeholder.interests
    if question.scenario is None or question.interest is None:
        inputs = [told.rows[each.id, holder.id] for each in told.values.scenarios[:1]]
        return tuple(weight for each in inputs for weight in each.weights)
    at = interests.index(question.interest)
    row = told.rows[question.scenario.id, holder.id]
    return (row.scores[at], row.weights[at])


def _pick(told: Telling, verdict: Verdict, picked: Recommendation) -> str:
    worst = min(verdict.values.low)
    party = told.values.parties[verdict.values.low.index(worst)]
    name = scenario_name(verdict.values.scenario)
    net = told.values.units.interval(worst, worst).low
    reason = ""
    if len(told.values.scenarios) > 1:
        least = "" if verdict.values.is_point else "at least "
        reason = (
            f" Whoever is worst off, {stakeholder_name(party.stakeholder)}, has {least}{signed(net)}: no "
            "other win-win is better for whoever is worst off."
        )
        if not told.has_company:
            reason = f" It has {least}{signed(net)}: no other scenario gives it more."
    tied = ""
    if picked.tied_with:
        tied = f" Tied with {listed([told.names.scenario(each) for each in picked.tied_with])}."
    return f"{name}. {verdict_words(told, verdict)}{reason}{tied}"


def _no_agreement(
    told: Telling,
    verdicts: Mapping[str, Verdict],
    picked: Recommendation,
    repairs: Mapping[str, Repairs],
) -> str:
    if picked.scenario is None:
        if not picked.possible:
            return "No agreement yet."
        could_be = listed([told.names.scenario(each) for each in picked.possible])
        return f"No agreement yet. The nearest miss may turn out to be {could_be}."
    verdict = verdicts[picked.scenario]
    name = scenario_name(verdict.values.scenario)
    tied = ""
    if picked.tied_with:
        tied = f" Tied with {listed([told.names.scenario(each) for each in picked.tied_with])}."
    repair = _nearest_repair(told, verdict, repairs[picked.scenario])
    return f"No agreement yet. The nearest miss is {name}: {verdict_words(told, verdict)}{tied}{repair}"


def _nearest_repair(told: Telling, verdict: Verdict, repairs: Repairs) -> str:
    """The single change; else what each losing party and each crossed red line would need."""
    if repairs.single_change is not None:
        return f" {capitalised(single_change_words(told, repairs.single_change))}"
    losers = [repair for repair in repairs.by_holder.values() if repair.holder.is_party]
    words = [capitalised(repair_words(verdict, repair)) for repair in losers]
    if not losers and verdict.crossed:
        lines = [
            f"{interest_name(line.interest)} at {score_words(line.lowest_accepted)} or above"
            for line in verdict.crossed
        ]
        words = [f"It would need {listed(lines)}."]
    return "".join(f" {each}" for each in words)
