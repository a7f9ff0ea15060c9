"""What a scenario yields and costs, for whom, who answers for it, and what must be arranged first."""

from typing import ClassVar

from workbook.model.record import Date, Id, Item, Record, Text
from workbook.model.vocabulary import (
    ActionKind,
    ActionStatus,
    BenefitOutcome,
    BusinessCaseDecision,
    CostKind,
    CostTiming,
    Given,
    ValueFor,
)


class Benefit(Item):
    """Something a stakeholder gets, from whom, and how it is to be seen; expected first, measured later."""

    text: Text = ""
    stakeholder: Id | None = None
    from_stakeholder: Id | None = None
    gives: Given | None = None
    value: ValueFor | None = None
    kind: Id | None = None
    serves: tuple[Id, ...] = ()
    owner: Text = ""
    expected: Text = ""
    expected_by: Date | None = None
    measured: Text = ""
    measured_on: Date | None = None
    outcome: BenefitOutcome | None = None


class Cost(Item):
    """Something a stakeholder has to bear, once or for as long as it runs."""

    text: Text = ""
    stakeholder: Id | None = None
    kind: CostKind | None = None
    timing: CostTiming | None = None
    amount: Text = ""
    owner: Text = ""


class BusinessCase(Record):
    """The gain made explicit for one stakeholder, so that it can be sold inside the organisation."""

    key_field: ClassVar[str | None] = "stakeholder"

    stakeholder: Id
    text: Text = ""
    owner: Text = ""
    decision: BusinessCaseDecision = "open"


class AlignmentAction(Item):
    """A legal, IT or procedural arrangement with others, without which the scenario cannot work."""

    kind: ActionKind = "legal"
    text: Text = ""
    with_whom: Text = ""
    owner: Text = ""
    due: Date | None = None
    status: ActionStatus = "open"
    because: Text = ""
