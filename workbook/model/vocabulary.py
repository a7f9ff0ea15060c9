"""The closed lists of the file format, one word per thing. Open lists, such as mechanisms, are catalogues."""

from typing import Literal, get_args

PlatformId = Literal["resource_dependence", "social_issue", "societal_sector"]
DimensionId = Literal[
    "primary_interest",
    "contextual_factors",
    "problem_definition",
    "orientation",
    "dependencies",
    "timeframes",
    "sector_conception",
    "sensemaking_theme",
]
StageId = Literal[
    "frame", "interests", "win_wins", "business_case", "alignment", "sharing", "scale_up", "renewal"
]
LifecyclePlace = StageId | Literal["paused", "closed"]
ReportedStage = StageId | Literal["feasibility", "trigger", "closed"]
"""Where a reported step of a case belongs: a stage, or one of three happenings outside the eight."""

Sector = Literal["business", "government", "nonprofit", "research", "citizens", "other"]
Standing = Literal["party", "affected", "context"]
WeightsKnown = Literal["given", "order", "unknown"]
Certainty = Literal["rough", "fairly_sure", "sure"]
InterestKind = Literal["want", "concern"]
Orientation = Literal["self", "social", "both"]
Voluntary = Literal["voluntary", "partly", "mandated"]
Confidence = Literal["guess", "discussed", "documented"]
MechanismStatus = Literal["considered", "planned", "tried", "worked", "failed"]
ScoreBasis = Literal["room", "form", "ballot", "source", "illustration"]
Given = Literal["data", "money", "service", "standing", "public_value"]
ValueFor = Literal["private", "public", "both"]
BenefitOutcome = Literal["met", "partly", "missed"]
CostKind = Literal["money", "work", "it", "legal", "exposure"]
CostTiming = Literal["once", "running"]
BusinessCaseDecision = Literal["open", "agreed", "refused"]
ActionKind = Literal["legal", "it", "procedural"]
ActionStatus = Literal["open", "under_way", "done", "not_needed"]
Severity = Literal["low", "medium", "high"]
ChallengeStatus = Literal["open", "handled", "accepted"]
ReadinessLevel = Literal["absent", "partly", "in_place"]
NoteKind = Literal["decision", "question", "idea", "task"]
SnapshotReason = Literal["by_hand", "move", "handed_out"]
CaseOutcome = Literal["achieved", "envisaged", "reported"]
CatalogueId = Literal[
    "mechanisms",
    "government_roles",
    "stakeholder_roles",
    "motivations",
    "challenge_categories",
    "challenge_prompts",
    "readiness",
    "enablers",
    "benefit_kinds",
]

PLATFORMS: tuple[PlatformId, ...] = get_args(PlatformId)
DIMENSIONS: tuple[DimensionId, ...] = get_args(DimensionId)
STAGES: tuple[StageId, ...] = get_args(StageId)
