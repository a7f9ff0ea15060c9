"""What was expected of each benefit against what was measured, and how many came true.

Susha et al. 2019 report aims and hardly any measurement of the cases' benefits; words and rule are ours.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from workbook.analysis.delivery.words import (
    OURS,
    begun_small,
    day,
    expectation,
    inside,
    is_or_are,
    names_of,
    quoted,
    scenario_called,
    written,
)
from workbook.analysis.finding import Finding, Input, Severity
from workbook.analysis.wording import counted
from workbook.editing import write_address
from workbook.library.catalogues import name_of
from workbook.library.entries import Library
from workbook.model.benefits import Benefit
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.scenarios import Scenario
from workbook.model.workbook import OwnEntry

BenefitState = Literal["met", "partly", "missed", "measured", "overdue", "open"]
"""How a benefit turned out. "measured": a value is written, but nobody has judged it yet."""

STATES: Mapping[BenefitState, str] = {
    "met": "met",
    "partly": "partly met",
    "missed": "missed",
    "measured": "measured, not judged yet",
    "overdue": "overdue, nothing measured",
    "open": "not measured yet",
}
_TALLIED: Mapping[BenefitState, str] = {
    "met": "met",
    "partly": "partly",
    "missed": "missed",
    "measured": "not judged yet",
}
SEVERITIES: Mapping[BenefitState, Severity] = {
    "met": "info",
    "partly": "advice",
    "missed": "warning",
    "measured": "advice",
    "overdue": "warning",
    "open": "info",
}
BENEFIT_RULE = (
    "A benefit counts as measured when a measured value is written. Whether it is met, partly met or missed "
    "is what its people say of it. It is overdue when the day by which it was expected has passed and "
    "nothing is measured. What nobody measured is not known, which is neither met nor missed."
)


class BenefitReading(Record):
    """One benefit: how it turned out, in a word or two and as a finding."""

    benefit: str
    state: BenefitState
    is_measured: bool
    words: str
    finding: Finding


class BenefitsReading(Record):
    """The benefits of one scenario. `words` is the sum in a sentence, without the scenario's name."""

    each: tuple[BenefitReading, ...]
    words: str
    finding: Finding


def read_benefits(
    draft: Draft,
    scenario: Scenario,
    library: Library,
    own_entries: Iterable[OwnEntry],
    today: dt.date,
) -> BenefitsReading:
    """How the benefits of a scenario stand on a day."""
    names, own = names_of(draft), tuple(own_entries)
    root = write_address(("drafts", draft.id, "scenarios", scenario.id, "benefits"))
    each = tuple(
        BenefitReading(
            benefit=benefit.id,
            state=state,
            is_measured=is_measured(benefit),
            words=STATES[state],
            finding=Finding(
                id=f"delivery.benefit.{draft.id}.{benefit.id}",
                severity=_severity(benefit, state),
                words=benefit_words(benefit, today),
                value=state,
                unit="outcome",
                inputs=tuple(_inputs(benefit, f"{root}/{benefit.id}", names, library, own)),
                rule=BENEFIT_RULE,
                citation=OURS,
                address=f"{root}/{benefit.id}",
            ),
        )
        for benefit in scenario.benefits
        for state in (benefit_state(benefit, today),)
    )
    words = _sum_words(each)
    return BenefitsReading(
        each=each,
        words=words,
        finding=Finding(
            id=f"delivery.benefits.{draft.id}.{scenario.id}",
            severity=_sum_severity(each),
            words=f"{scenario_called(scenario)}: {begun_small(words)}",
            value=sum(reading.is_measured for reading in each) if each else None,
            unit="benefits measured",
            inputs=tuple(
                Input(
                    name=quoted(benefit.text, "A benefit without words"),
                    value=reading.words,
                    address=f"{root}/{benefit.id}",
                )
                for benefit, reading in zip(scenario.benefits, each, strict=True)
            ),
            rule=BENEFIT_RULE,
            citation=OURS,
            address=root,
        ),
    )


def is_measured(benefit: Benefit) -> bool:
    """Whether a measured value is written."""
    return bool(benefit.measured.strip())


def benefit_state(benefit: Benefit, today: dt.date) -> BenefitState:
    """How a benefit stands on a day."""
    if benefit.outcome is not None:
        return benefit.outcome
    if is_measured(benefit):
        return "measured"
    return "overdue" if benefit.expected_by is not None and benefit.expected_by < today else "open"


def benefit_words(benefit: Benefit, today: dt.date) -> str:
    """How it turned out, what was expected and what was measured."""
    name, state = quoted(benefit.text, "A benefit without words"), benefit_state(benefit, today)
    expected = expectation(benefit) or "what is expected is not said"
    if state == "overdue":
        return f"{name} is overdue: {expected}; nothing is measured."
    said = [f"{name} is {STATES[state]}. {expected[:1].upper()}{expected[1:]}."]
    if is_measured(benefit):
        when = "" if benefit.measured_on is None else f" on {day(benefit.measured_on)}"
        said.append(f"Measured{when}: {inside(benefit.measured)}.")
    elif benefit.outcome is not None:
        said.append("Nothing measured is written down.")
    return " ".join(said)


def _severity(benefit: Benefit, state: BenefitState) -> Severity:
    """What is met without anything measured is a claim; what is not expected of anything cannot be met."""
    is_vague = (state == "met" and not is_measured(benefit)) or (state == "open" and not expectation(benefit))
    return "advice" if is_vague else SEVERITIES[state]


def _sum_severity(each: Iterable[BenefitReading]) -> Severity:
    found = {reading.finding.severity for reading in each}
    return "warning" if "warning" in found else "info" if found else "advice"


def _sum_words(each: tuple[BenefitReading, ...]) -> str:
    if not each:
        return "No benefit is written down yet."
    measured = [reading for reading in each if reading.is_measured]
    said = [_measured_words(measured, len(each))]
    claimed = sum(
        not reading.is_measured and reading.state in {"met", "partly", "missed"} for reading in each
    )
    if claimed:
        said.append(f"{is_or_are(claimed)} judged without a measured value.")
    overdue = sum(reading.state == "overdue" for reading in each)
    if overdue:
        said.append(f"{is_or_are(overdue)} overdue.")
    return " ".join(said)


def _measured_words(measured: list[BenefitReading], number: int) -> str:
    if not measured:
        return (
            "The one benefit is not measured yet."
            if number == 1
            else f"None of {number} benefits is measured yet."
        )
    tally = Counter(reading.state for reading in measured)
    told = ", ".join(f"{tally[state]} {words}" for state, words in _TALLIED.items() if tally[state])
    return f"{len(measured)} of {counted(number, 'benefit')} measured: {told}."


def _inputs(
    benefit: Benefit, at: str, names: Mapping[str, str], library: Library, own: tuple[OwnEntry, ...]
) -> Iterator[Input]:
    yield Input(
        name="For whom", value=names.get(benefit.stakeholder or "", "not said"), address=f"{at}/stakeholder"
    )
    if benefit.kind is not None:
        yield Input(
            name="Kind", value=name_of(library, own, "benefit_kinds", benefit.kind), address=f"{at}/kind"
        )
    for name, field in (("Expected", "expected"), ("Measured", "measured"), ("Owner", "owner")):
        yield Input(name=name, value=written(getattr(benefit, field)) or "not said", address=f"{at}/{field}")
    for name, field in (("Expected by", "expected_by"), ("Measured on", "measured_on")):
        date = getattr(benefit, field)
        yield Input(name=name, value="not said" if date is None else day(date), address=f"{at}/{field}")
    yield Input(
        name="Outcome",
        value="not said" if benefit.outcome is None else STATES[benefit.outcome],
        address=f"{at}/outcome",
    )
