"""Whose business case is written, owned and agreed.

Susha et al. 2019, section 5.1: once the value was put into words, the authority was willing to begin the
complex alignment. Whose case is asked for, and the rule, are ours.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from workbook.analysis.delivery.providers import PROVIDER_CITATION, PROVIDER_ROLE
from workbook.analysis.delivery.words import begun_small, names_of, scenario_called, written
from workbook.analysis.finding import Finding, Input, Severity
from workbook.editing import write_address
from workbook.model.benefits import BusinessCase
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Stakeholder

CaseState = Literal["missing", "open", "agreed", "refused"]

STATES: Mapping[CaseState, str] = {
    "missing": "not written yet",
    "open": "written, not agreed yet",
    "agreed": "agreed",
    "refused": "refused",
}
_RESTS: Mapping[CaseState, str] = {
    "refused": "refused",
    "open": "written but not agreed yet",
    "missing": "not written yet",
}
CASES_RULE = (
    "Every party, whoever provides data, and whoever has a business case already is asked for one. A case "
    "stands when it is written, owned by somebody inside and agreed."
)


class CaseReading(Record):
    """The business case of one stakeholder, in a few words and as a finding."""

    stakeholder: str
    provides_data: bool
    state: CaseState
    words: str
    finding: Finding


class CasesReading(Record):
    """The business cases of one scenario. `words` leave out the scenario's name."""

    each: tuple[CaseReading, ...]
    words: str
    finding: Finding


def asked_for_a_case(draft: Draft, scenario: Scenario) -> tuple[Stakeholder, ...]:
    """Whose business case counts: parties, whoever provides data, and whoever has one; in their order."""
    with_one = {case.stakeholder for case in scenario.business_cases}
    return tuple(
        each
        for each in draft.stakeholders
        if each.standing == "party" or _provides(each) or each.id in with_one
    )


def case_of(scenario: Scenario, stakeholder_id: str) -> BusinessCase | None:
    """The business case of a stakeholder; None when there is none."""
    return next((each for each in scenario.business_cases if each.stakeholder == stakeholder_id), None)


def read_cases(draft: Draft, scenario: Scenario) -> CasesReading:
    """How the business cases of a scenario stand."""
    each = tuple(_reading(draft, scenario, stakeholder) for stakeholder in asked_for_a_case(draft, scenario))
    words, names = _sum_words(each), names_of(draft)
    root = write_address(("drafts", draft.id, "scenarios", scenario.id, "business_cases"))
    return CasesReading(
        each=each,
        words=words,
        finding=Finding(
            id=f"delivery.cases.{draft.id}.{scenario.id}",
            severity="info" if each and all(_stands(reading) for reading in each) else "advice",
            words=f"{scenario_called(scenario)}: {begun_small(words)}",
            value=sum(reading.state == "agreed" for reading in each) if each else None,
            unit="business cases agreed",
            inputs=tuple(
                Input(name=names[reading.stakeholder], value=reading.words, address=reading.finding.address)
                for reading in each
            ),
            rule=CASES_RULE,
            citation=PROVIDER_CITATION,
            address=root,
        ),
    )


def _reading(draft: Draft, scenario: Scenario, stakeholder: Stakeholder) -> CaseReading:
    case = case_of(scenario, stakeholder.id)
    state, owner = _state(case), "" if case is None else written(case.owner)
    words = _words(case, state, owner)
    at = write_address(
        ("drafts", draft.id, "scenarios", scenario.id, "business_cases", *([stakeholder.id] if case else []))
    )
    return CaseReading(
        stakeholder=stakeholder.id,
        provides_data=_provides(stakeholder),
        state=state,
        words=words,
        finding=Finding(
            id=f"delivery.case.{draft.id}.{scenario.id}.{stakeholder.id}",
            severity=_severity(state, owner, provides=_provides(stakeholder)),
            words=f"{scenario_called(scenario)}, {names_of(draft)[stakeholder.id]}: business case {words}.",
            value=state,
            unit="decision",
            inputs=(
                Input(name="Owner", value=owner or "not said", address=at),
                Input(
                    name="Provides data",
                    value="yes" if _provides(stakeholder) else "no",
                    address=write_address(("drafts", draft.id, "stakeholders", stakeholder.id, "roles")),
                ),
            ),
            rule=CASES_RULE,
            citation=PROVIDER_CITATION,
            address=at,
        ),
    )


def _provides(stakeholder: Stakeholder) -> bool:
    return PROVIDER_ROLE in stakeholder.roles and stakeholder.standing != "context"


def _state(case: BusinessCase | None) -> CaseState:
    """A decision counts even where nobody wrote down what was decided on."""
    if case is None or (case.decision == "open" and not case.text.strip()):
        return "missing"
    return case.decision


def _words(case: BusinessCase | None, state: CaseState, owner: str) -> str:
    said = STATES[state]
    if case is not None and state in {"agreed", "refused"} and not case.text.strip():
        said += ", but not written"
    if owner:
        return f"{said}; owner {owner}"
    return said if state == "missing" else f"{said}; nobody inside owns it yet"


def _severity(state: CaseState, owner: str, *, provides: bool) -> Severity:
    if state == "refused":
        return "warning"
    return "info" if state == "agreed" and owner else "advice" if provides or state == "agreed" else "info"


def _stands(reading: CaseReading) -> bool:
    return reading.state == "agreed" and reading.finding.severity == "info"


def _sum_words(each: tuple[CaseReading, ...]) -> str:
    if not each:
        return "Nobody is asked for a business case yet: there is no party."
    if len(each) == 1:
        return f"One business case is asked for: {STATES[each[0].state]}."
    number, tally = len(each), Counter(reading.state for reading in each)
    if tally["agreed"] == number:
        return f"All {number} business cases are agreed."
    agreed = f"{tally['agreed']} of {number} business cases {'is' if tally['agreed'] == 1 else 'are'} agreed"
    rest = ", ".join(f"{tally[state]} {words}" for state, words in _RESTS.items() if tally[state])
    return f"{agreed if tally['agreed'] else f'None of {number} business cases is agreed yet'}: {rest}."
