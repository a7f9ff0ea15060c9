"""Beginning a draft: empty, or from a case that the room takes as its model and then recodes."""

from workbook.edits.ids import NewId, new_id
from workbook.model.benefits import Benefit
from workbook.model.case import Case
from workbook.model.challenges import Challenge
from workbook.model.data_flows import DataFlow
from workbook.model.dimensions import Dimensions, Position
from workbook.model.draft import BegunFrom, Draft
from workbook.model.scenarios import ChosenGovernmentRole, ChosenMechanism, Scenario
from workbook.model.stakeholders import Stakeholder
from workbook.model.workbook import Workbook


def empty_draft(name: str = "Draft A", make_id: NewId = new_id) -> Draft:
    """A draft in which nothing is said yet."""
    return Draft(id=make_id("d"), name=name)


def draft_from_case(case: Case, make_id: NewId = new_id) -> Draft:
    """A draft that says what the case's source reports, for the room to change.

    What the source does not report stays empty; interests and scores are the room's own to fill.
    """
    stakeholders = tuple(
        Stakeholder(id=make_id("s"), name=each.name, sector=each.sector, roles=each.roles)
        for each in case.stakeholders
    )
    ids = {stakeholder.name: stakeholder.id for stakeholder in stakeholders}
    flows = tuple(
        DataFlow(
            id=make_id("f"),
            data=each.data,
            from_stakeholder=ids.get(each.from_stakeholder),
            to_stakeholder=ids.get(each.to_stakeholder),
        )
        for each in case.data
    )
    return Draft(
        id=make_id("d"),
        name=f"After {case.label}",
        summary=case.summary,
        begun_from=BegunFrom(kind="case", id=case.id),
        dimensions=_dimensions(case),
        stakeholders=stakeholders,
        data_flows=flows,
        scenarios=(_scenario(case, ids, tuple(flow.id for flow in flows), make_id),),
        challenges=tuple(
            Challenge(id=make_id("h"), category=each.category, text=each.text) for each in case.challenges
        ),
    )


def add_draft(workbook: Workbook, draft: Draft) -> Workbook:
    """The workbook with one more draft, last."""
    return workbook.replace(drafts=(*workbook.drafts, draft))


def _dimensions(case: Case) -> Dimensions:
    return Dimensions(
        **{
            dimension: Position(
                mix=position.mix,
                characterisation=position.reported,
                evidence=position.citation,
                confidence="documented" if position.reported else None,
            )
            for dimension, position in case.dimensions.positions().items()
        }
    )


def _scenario(case: Case, ids: dict[str, str], flows: tuple[str, ...], make_id: NewId) -> Scenario:
    return Scenario(
        id=make_id("c"),
        name=f"As in {case.label}",
        description=" ".join(step.text for step in case.process),
        data_flows=flows,
        mechanisms=tuple(ChosenMechanism(mechanism=each.mechanism, how=each.how) for each in case.mechanisms),
        government_roles=tuple(
            ChosenGovernmentRole(role=each.role, how=each.how) for each in case.government_roles
        ),
        benefits=tuple(
            Benefit(
                id=make_id("b"),
                text=each.text,
                value=each.value,
                kind=each.kind,
                stakeholder=ids.get(each.stakeholder),
            )
            for each in case.benefits
        ),
    )
