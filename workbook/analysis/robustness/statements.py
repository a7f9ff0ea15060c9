"""What stands side by side: what holds by the weights given, and if weights and scores are a little off."""

from workbook.analysis.robustness.answer import Robustness
from workbook.analysis.robustness.as_given import AsGiven
from workbook.analysis.robustness.question import NOT_SCORED, Question, ScenarioInput
from workbook.analysis.robustness.shares import ScenarioShares
from workbook.analysis.robustness.weights import weights_in_doubt
from workbook.analysis.robustness.words import how_sure, per_cent
from workbook.analysis.wording import capitalised, listed


def both_statements(answer: Robustness, scenario: ScenarioInput) -> str:
    """Whether nobody loses, twice; once only where nothing that is in doubt could change it."""
    given = answer.as_given[scenario.id]
    first = as_given_words(given)
    if given.for_any_weights:
        first = f"{first}, whatever the weights"
        if not has_drawn_effects(answer.question, scenario):
            return f"{first}: {per_cent(1)} of the draws."
    else:
        first = f"by the weights given, {first}"
    doubt = capitalised(doubt_words(answer.question, scenario))
    shares = answer.simulation.scenarios[scenario.id]
    holds, how_often = "that nobody loses", shares.nobody_loses
    if any(each.red_line is not None for party in answer.question.parties for each in party.interests):
        holds += " and no red line is crossed"
    second = f"{doubt}, {holds} is {how_sure(how_often)}: {per_cent(how_often)} of the draws."
    return f"{first}. {second}{_who_might_lose(answer, scenario)}{_red_lines(shares)}"


def as_given_words(given: AsGiven) -> str:
    """What holds by the scores and weights as they were given."""
    if given.acceptable is None:
        return "it is not yet known whether somebody loses"
    if given.acceptable:
        return "nobody loses"
    verb = "loses" if len(given.losers) == 1 else "lose"
    reasons = [f"{listed(given.losers)} {verb}"] if given.losers else []
    reasons += [f"a red line of {name} is crossed" for name in given.red_lines]
    return "; ".join(reasons) or "somebody loses"


def has_drawn_effects(question: Question, scenario: ScenarioInput) -> bool:
    """Whether more than the weights is in doubt."""
    return question.score_noise or has_gaps(question, scenario)


def has_gaps(question: Question, scenario: ScenarioInput) -> bool:
    """Whether an effect that may count for a party is not scored."""
    return any(
        scenario.scores.get(each.id, NOT_SCORED).value is None
        for party in question.parties
        for each in (
            *weights_in_doubt(party, question).interests,
            *(interest for interest in party.interests if interest.red_line is not None),
        )
    )


def doubt_words(question: Question, scenario: ScenarioInput) -> str:
    """What is taken to be in doubt, such as "if weights and scores are off by a little"."""
    doubts = [weights_in_doubt(party, question) for party in question.parties]
    known = {doubt.known for doubt in doubts if len(doubt.interests) > 1}
    a_little = " and ".join(["weights"] * ("given" in known) + ["scores"] * question.score_noise)
    parts = [
        f"{a_little} are off by a little" if a_little else "",
        "of some weights only the order holds" if "order" in known else "",
        "weights that are not known are anything" if "unknown" in known else "",
        "effects that are not scored are anything on the scale" if has_gaps(question, scenario) else "",
    ]
    return f"if {', and '.join(part for part in parts if part)}"


def _red_lines(shares: ScenarioShares) -> str:
    return f" A red line is crossed in {per_cent(shares.red_line)}." if shares.red_line else ""


def _who_might_lose(answer: Robustness, scenario: ScenarioInput) -> str:
    chances = answer.simulation.stakeholders[scenario.id]
    losing = [(party.name, chances[party.id].loses or 0) for party in answer.question.parties]
    might = listed([f"{name} ({per_cent(share)})" for name, share in losing if share])
    return f" Who might lose: {might}." if might else ""
