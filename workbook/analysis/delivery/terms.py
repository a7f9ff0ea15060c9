"""The words of the file's closed lists, as window and report show them and as pasted cells are read."""

from collections.abc import Mapping

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

GIVEN: Mapping[Given, str] = {
    "data": "Data",
    "money": "Money",
    "service": "A service",
    "standing": "Standing",
    "public_value": "Public value",
}
VALUE_FOR: Mapping[ValueFor, str] = {"private": "Private", "public": "Public", "both": "Both"}
OUTCOMES: Mapping[BenefitOutcome, str] = {"met": "Met", "partly": "Partly met", "missed": "Missed"}
COST_KINDS: Mapping[CostKind, str] = {
    "money": "Money",
    "work": "Work",
    "it": "IT",
    "legal": "Legal",
    "exposure": "Exposure",
}
TIMINGS: Mapping[CostTiming, str] = {"once": "Once", "running": "Running"}
ACTION_KINDS: Mapping[ActionKind, str] = {"legal": "Legal", "it": "IT", "procedural": "Procedural"}
ACTION_STATUSES: Mapping[ActionStatus, str] = {
    "open": "Open",
    "under_way": "Under way",
    "done": "Done",
    "not_needed": "Not needed",
}
DECISIONS: Mapping[BusinessCaseDecision, str] = {"open": "Open", "agreed": "Agreed", "refused": "Refused"}

NOT_SAID, NOT_JUDGED, NO_OWNER, NO_DAY = "not said yet", "not judged yet", "no owner yet", "no day set"
SILENCE = frozenset({NOT_SAID, NOT_JUDGED, NO_OWNER, NO_DAY})
"""What a report writes where nothing is entered; read back, it stands for nothing."""
