"""What the gates from the business case on ask, all of the chosen scenario, and what closing asks."""

from collections.abc import Iterator
from types import MappingProxyType

from workbook.analysis.delivery.actions import KINDS
from workbook.analysis.delivery.cases import case_of
from workbook.analysis.delivery.providers import providers
from workbook.analysis.lifecycle.conditions import Condition, Found, condition, met_if
from workbook.analysis.lifecycle.early_gates import NOT_WRITTEN, WRITTEN
from workbook.analysis.lifecycle.saying import (
    benefit_called,
    chosen_scenario,
    flow_called,
    is_written,
    quoted,
)
from workbook.analysis.position import largest, lead
from workbook.analysis.profile import mean_shares
from workbook.analysis.subject import draft_subject
from workbook.analysis.win_win.naming import stakeholder_name
from workbook.analysis.wording import LEAD_LEANING, counted, listed
from workbook.editing import Address
from workbook.library.entries import Library
from workbook.model.benefits import AlignmentAction, BusinessCase
from workbook.model.data_flows import DataFlow
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Stakeholder
from workbook.model.vocabulary import ActionKind, BusinessCaseDecision, ValueFor

NONE_CHOSEN = "No scenario is chosen yet."
NOTHING_CLAIMED = "No private benefit is claimed, and the design resembles a social-issue platform."
CHOICE: Address = ("chosen_scenario",)
PRIVATE: tuple[ValueFor, ...] = ("private", "both")
DECISIONS = MappingProxyType[BusinessCaseDecision, str](
    {"open": "It has not decided yet.", "agreed": "It agreed.", "refused": "It refused."}
)
ASKED_OF_FLOWS = ("start_date", "legal_basis", "safeguards")


def business_case(draft: Draft, library: Library) -> Iterator[Condition]:
    """For every data provider a private benefit in writing, and a business case, owned inside and agreed."""
    asked = providers(draft)
    applies = _has_a_private_side(draft)
    if not asked:
        found = Found("not_met", "Nobody is a data provider yet.", ("stakeholders",))
        yield condition(draft, library, "business_case.provider", _unless(found, applies=applies))
    scenario = chosen_scenario(draft)
    for provider in asked:
        for kind, found in _case_for(scenario, provider).items():
            its_id, name = f"business_case.{kind}.{provider.id}", stakeholder_name(provider)
            yield condition(draft, library, its_id, _unless(found, applies=applies), name)


def alignment(draft: Draft, library: Library) -> Iterator[Condition]:
    """A legal, an IT and a procedural action, each done, or not needed with a reason."""
    applies, scenario = _has_a_private_side(draft), chosen_scenario(draft)
    for kind in KINDS:
        found = _unless(_aligned(scenario, kind), applies=applies)
        yield condition(draft, library, f"alignment.{kind}", found)


def sharing(draft: Draft, library: Library) -> Iterator[Condition]:
    """For each data flow of the chosen scenario a start date, a legal basis and safeguards."""
    scenario = chosen_scenario(draft)
    flows = [each for each in draft.data_flows if scenario is not None and each.id in scenario.data_flows]
    if not flows:
        because = NONE_CHOSEN if scenario is None else "The chosen scenario uses no data flow yet."
        at = CHOICE if scenario is None else ("scenarios", scenario.id, "data_flows")
        yield condition(draft, library, "sharing.data_flow", Found("not_met", because, at))
    for flow in flows:
        for field in ASKED_OF_FLOWS:
            its_id, name = f"sharing.{field}.{flow.id}", flow_called(draft, flow)
            yield condition(draft, library, its_id, _of_flow(flow, field), name)


def scale_up(draft: Draft, library: Library) -> Iterator[Condition]:
    """Every benefit of the chosen scenario has a measured value, or in its place a reason why not."""
    scenario = chosen_scenario(draft)
    if scenario is None or not scenario.benefits:
        because = NONE_CHOSEN if scenario is None else "The chosen scenario has no benefit yet."
        at = CHOICE if scenario is None else ("scenarios", scenario.id, "benefits")
        yield condition(draft, library, "scale_up.benefit", Found("not_met", because, at))
        return
    for benefit in scenario.benefits:
        there = is_written(benefit.measured)
        because = f"Written: {quoted(benefit.measured)}." if there else "Neither a value nor a reason yet."
        at = ("scenarios", scenario.id, "benefits", benefit.id, "measured")
        its_id, name = f"scale_up.measured.{benefit.id}", benefit_called(benefit)
        yield condition(draft, library, its_id, Found(met_if(there), because, at), name)


def renewal(draft: Draft, library: Library, because: str) -> Iterator[Condition]:
    """To close it, the reason and the lessons in writing. The reason is given with the move."""
    moves = draft.lifecycle.moves
    is_closed = bool(moves) and moves[-1].to == "closed"
    reason = because or (moves[-1].because if is_closed else "")
    at = ("lifecycle", "moves", *((moves[-1].id, "because") if is_closed else ()))
    why = f"Given: {quoted(reason)}." if is_written(reason) else "It is given together with the move."
    yield condition(draft, library, "renewal.reason", Found(met_if(is_written(reason)), why, at))
    there = is_written(draft.lifecycle.lessons)
    why = WRITTEN if there else NOT_WRITTEN
    found = Found(met_if(there), why, ("lifecycle", "lessons"))
    yield condition(draft, library, "renewal.lessons", found)


def _has_a_private_side(draft: Draft) -> bool:
    """Whether business case and alignment apply: not to a social-issue design without a private benefit.

    Such a design clearly resembles or leans towards the social-issue platform. A private benefit is claimed
    when the chosen scenario has one, or while none is chosen, when any scenario has.
    """
    mean = mean_shares(shares for shares in draft_subject(draft).shares.values() if shares is not None)
    if mean is None or largest(mean) != ("social_issue",) or lead(mean) < LEAD_LEANING:
        return True
    chosen = chosen_scenario(draft)
    asked = draft.scenarios if chosen is None else (chosen,)
    return any(benefit.value in PRIVATE for scenario in asked for benefit in scenario.benefits)


def _unless(found: Found, *, applies: bool) -> Found:
    return found if applies else Found("not_applicable", NOTHING_CLAIMED, found.at)


def _case_for(scenario: Scenario | None, provider: Stakeholder) -> dict[str, Found]:
    """The four things asked for one data provider."""
    if scenario is None:
        return dict.fromkeys(("benefit", "written", "owner", "agreed"), Found("not_met", NONE_CHOSEN, CHOICE))
    root = ("scenarios", scenario.id)
    benefits = [
        each
        for each in scenario.benefits
        if each.stakeholder == provider.id and each.value in PRIVATE and is_written(each.text)
    ]
    said = f"{counted(len(benefits), 'private benefit')} for it in writing." if benefits else NOT_WRITTEN
    case = case_of(scenario, provider.id)
    there = case or BusinessCase(stakeholder=provider.id)
    at = (*root, "business_cases", *(() if case is None else (provider.id,)))
    written, owner = is_written(there.text), is_written(there.owner)
    return {
        "benefit": Found(met_if(benefits), said, (*root, "benefits")),
        "written": Found(met_if(written), WRITTEN if written else NOT_WRITTEN, _field(at, case, "text")),
        "owner": Found(
            met_if(owner),
            f"Its owner is {there.owner.strip()}." if owner else "Nobody is named yet.",
            _field(at, case, "owner"),
        ),
        "agreed": Found(
            met_if(there.decision == "agreed"),
            DECISIONS[there.decision],
            _field(at, case, "decision"),
        ),
    }


def _field(at: Address, case: BusinessCase | None, field: str) -> Address:
    """The field of the business case; the list of them while there is none."""
    return at if case is None else (*at, field)


def _aligned(scenario: Scenario | None, kind: ActionKind) -> Found:
    if scenario is None:
        return Found("not_met", NONE_CHOSEN, CHOICE)
    at = ("scenarios", scenario.id, "alignment_actions")
    actions = [each for each in scenario.alignment_actions if each.kind == kind]
    if not actions:
        return Found("not_met", f"There is no {KINDS[kind]} action yet.", at)
    left = [each for each in actions if not _is_settled(each)]
    if not left:
        said = f"{counted(len(actions), f'{KINDS[kind]} action')}, done or not needed."
        return Found("met", said, at)
    first = left[0]
    field = "because" if first.status == "not_needed" else "status"
    named = listed([quoted(each.text) or each.id for each in left])
    lacks = "Not needed, without a reason" if all(e.status == "not_needed" for e in left) else "Still open"
    said = f"{lacks}: {named}."
    return Found("not_met", said, (*at, first.id, field))


def _is_settled(action: AlignmentAction) -> bool:
    return action.status == "done" or (action.status == "not_needed" and is_written(action.because))


def _of_flow(flow: DataFlow, field: str) -> Found:
    at = ("data_flows", flow.id, field)
    if field == "start_date":
        on = flow.start_date
        return Found(met_if(on), "No date is set yet." if on is None else f"From {on.isoformat()} on.", at)
    there = is_written(getattr(flow, field))
    return Found(met_if(there), WRITTEN if there else NOT_WRITTEN, at)
