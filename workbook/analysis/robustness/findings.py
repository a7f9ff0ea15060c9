"""What the room is told, as findings: how sure a verdict is, and why."""

from collections.abc import Iterator

from workbook.analysis.finding import Finding, Input, Severity, Value
from workbook.analysis.robustness.answer import Robustness
from workbook.analysis.robustness.exact import Chances
from workbook.analysis.robustness.question import ScenarioInput, StakeholderInput
from workbook.analysis.robustness.shares import RANKED_BY, RankedBy, ScenarioShares
from workbook.analysis.robustness.statements import both_statements
from workbook.analysis.robustness.words import BANDS, BANDS_RULE, how_sure, margin, per_cent
from workbook.analysis.wording import listed
from workbook.editing import write_address

CITATION = (
    "Lahdelma & Salminen 2001, SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group Decision "
    "Making, Operations Research 49; Tervonen & Lahdelma 2007, Implementing Stochastic Multicriteria "
    "Acceptability Analysis, European Journal of Operational Research 178; the words for shares are our own"
)
DRAWN_RULE = (
    "Weights and effects are drawn again and again from what may be true, each on its own. Weights given "
    "vary around what was given, by about 0.15 of the whole if rough, 0.10 if fairly sure, 0.06 if sure; "
    "where the order alone is known, or nothing, all weights that agree with it are alike. Interests of "
    "equal rank share their weight, and a weight of 0 stays 0. A score given varies by half a step, or in "
    "the range given for it, unless this is switched off; what is not scored may be anything on the scale. "
    "Nothing is off the scale. Without steps, a sixth of the scale is a step."
)
HOLDS_RULE = (
    "The share of the draws in which no party is worse off than without an agreement and no party's red line "
    "is crossed."
)
PARETO_RULE = (
    "The share of the draws in which no other scenario is at least as good for every party and better for "
    "one of them."
)
FIRST_RULE = (
    "The share of the draws in which no scenario is better. Maximin: the net value of whoever is worst off "
    "counts; comparing points between stakeholders is a convention. Nash: among the win-wins of the draw, "
    "how many gain, then the product of what they gain. Scenarios that tie share the better place."
)
STAKEHOLDER_RULE = "The share of the draws in which the net value is above 0 (gains), and below 0 (loses)."
EXACT_RULE = "Exactly: worked out, not drawn, if the weights alone are in doubt and every score is as given."
RULE_NAMES: dict[RankedBy, str] = {"maximin": "the worst-off rule (maximin)", "nash": "the Nash rule"}
ADVISED_BELOW = BANDS[1][0]


def robustness_findings(answer: Robustness) -> tuple[Finding, ...]:
    """How they were made; then by scenario the verdict, the Pareto set, the choice, the stakeholders."""
    return (method_finding(answer), *_by_scenario(answer))


def _by_scenario(answer: Robustness) -> Iterator[Finding]:
    for scenario in answer.question.scenarios:
        if scenario.id in answer.simulation.scenarios:
            yield holds_finding(answer, scenario)
            yield pareto_finding(answer, scenario)
            yield first_finding(answer, scenario)
        for stakeholder in answer.question.stakeholders:
            yield stakeholder_finding(answer, scenario, stakeholder)


def method_finding(answer: Robustness) -> Finding:
    """How the figures were made, and how to get them again."""
    draws, seed = answer.simulation.draws, answer.simulation.seed
    chance = margin(draws)
    points = "one point" if chance == 1 else f"up to {chance} points"
    words = (
        f"{draws:,} draws, seed {seed}, kept in the workbook: whoever repeats them gets the same figures. "
        f"Whole per cents only; {points} either way may be chance."
    )
    if not answer.question.can_be_asked:
        words = "How far a verdict holds can be asked once there is a party and a scenario."
    return _finding(
        answer,
        "method",
        words=words,
        value=draws,
        unit="draws",
        inputs=(
            Input(name="Seed", value=seed, address="settings/robustness/seed"),
            Input(name="Draws", value=draws, address="settings/robustness/draws"),
        ),
        rule=DRAWN_RULE,
    )


def holds_finding(answer: Robustness, scenario: ScenarioInput) -> Finding:
    """Whether nobody loses: by the weights given, and if weights and scores are off by a little."""
    shares = answer.simulation.scenarios[scenario.id]
    given, share = answer.as_given[scenario.id], shares.nobody_loses
    exact = answer.exact.nobody_loses[scenario.id]
    return _finding(
        answer,
        "holds",
        scenario,
        words=f"{scenario.name}: {both_statements(answer, scenario)}",
        severity="advice" if given.acceptable and share < ADVISED_BELOW else "info",
        value=share,
        unit="share",
        inputs=(
            *(
                Input(
                    name=f"{each.name} loses",
                    value=answer.simulation.stakeholders[scenario.id][each.id].loses,
                    address=_address(answer, "stakeholders", each.id),
                )
                for each in answer.question.parties
            ),
            Input(name="A red line is crossed", value=shares.red_line),
            Input(name="Nobody loses and somebody gains", value=shares.win_win),
            Input(name="Exactly, if the weights alone are in doubt", value=exact),
        ),
        rule=f"{HOLDS_RULE} {BANDS_RULE} {EXACT_RULE} {DRAWN_RULE}",
    )


def pareto_finding(answer: Robustness, scenario: ScenarioInput) -> Finding:
    """Whether nothing listed is better for everybody."""
    share = answer.simulation.scenarios[scenario.id].pareto
    return _finding(
        answer,
        "pareto",
        scenario,
        words=f"{scenario.name}: that no other one dominates it is {how_sure(share)}, {per_cent(share)}.",
        value=share,
        unit="share",
        inputs=(),
        rule=f"{PARETO_RULE} {BANDS_RULE} {DRAWN_RULE}",
    )


def first_finding(answer: Robustness, scenario: ScenarioInput) -> Finding:
    """How often it would be chosen, with the weights that speak for it."""
    shares = answer.simulation.scenarios[scenario.id]
    said = listed([f"{per_cent(shares.first(rule))} under {RULE_NAMES[rule]}" for rule in RANKED_BY])
    return _finding(
        answer,
        "first",
        scenario,
        words=f"{scenario.name} comes first in {said}.",
        value=shares.first("maximin"),
        unit="share",
        inputs=tuple(_ranks(shares)),
        rule=f"{FIRST_RULE} {DRAWN_RULE}",
    )


def _ranks(shares: ScenarioShares) -> Iterator[Input]:
    for rule in RANKED_BY:
        for place, share in enumerate(shares.ranks[rule], start=1):
            if share:
                yield Input(name=f"Place {place} under {RULE_NAMES[rule]}", value=share)


def stakeholder_finding(
    answer: Robustness, scenario: ScenarioInput, stakeholder: StakeholderInput
) -> Finding:
    """How often one stakeholder gains and loses in one scenario."""
    drawn = answer.simulation.stakeholders[scenario.id][stakeholder.id]
    exact = answer.exact.stakeholders[scenario.id][stakeholder.id]
    gains, loses = drawn.gains or 0.0, drawn.loses or 0.0
    return _finding(
        answer,
        "stakeholder",
        scenario,
        stakeholder,
        words=f"{stakeholder.name} in {scenario.name}: to gain is {how_sure(gains)}, {per_cent(gains)}; "
        f"to lose is {how_sure(loses)}, {per_cent(loses)}.",
        value=gains,
        unit="share",
        inputs=(Input(name="Loses", value=loses), *_exactly(exact)),
        rule=f"{STAKEHOLDER_RULE} {BANDS_RULE} {EXACT_RULE} {DRAWN_RULE}",
    )


def _exactly(exact: Chances) -> Iterator[Input]:
    yield Input(name="Gains, exactly, if the weights alone are in doubt", value=exact.gains)
    yield Input(name="Loses, exactly, if the weights alone are in doubt", value=exact.loses)


def _finding(  # noqa: PLR0913 - the parts of a finding
    answer: Robustness,
    kind: str,
    scenario: ScenarioInput | None = None,
    stakeholder: StakeholderInput | None = None,
    *,
    words: str,
    value: Value,
    unit: str,
    inputs: tuple[Input, ...],
    rule: str,
    severity: Severity = "info",
) -> Finding:
    about = [each.id for each in (scenario, stakeholder) if each is not None]
    return Finding(
        id=".".join(["robustness", kind, answer.question.draft, *about]),
        severity=severity,
        words=words,
        value=value,
        unit=unit,
        inputs=inputs,
        rule=rule,
        citation=CITATION,
        address=_address(answer, *(["scenarios", scenario.id] if scenario is not None else [])),
    )


def _address(answer: Robustness, *steps: str) -> str:
    return write_address(("drafts", answer.question.draft, *steps))
