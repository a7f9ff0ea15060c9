"""A draft for which every gate has all it asks, to take away from one thing at a time."""

from collections.abc import Mapping
from typing import Any

from tests.workbook.analysis.designs import ISSUE, LIBRARY, RESOURCE, everywhere, mix
from workbook.analysis.lifecycle.conditions import Condition
from workbook.analysis.lifecycle.gates import gate
from workbook.editing import put, read_address
from workbook.model.draft import Draft
from workbook.model.vocabulary import StageId

AT = "2027-03-01T10:00:00+01:00"

CONTENT: Mapping[str, Any] = {
    "id": "ours",
    "name": "Ours",
    "framing": {
        "societal_problem": "Crops fail unseen.",
        "public_value": "Fewer failed harvests.",
        "data_sought": "Yields by field.",
    },
    "dimensions": {dimension: mix(parts) for dimension, parts in everywhere(RESOURCE).items()},
    "stakeholders": [
        {
            "id": "growers",
            "name": "Growers",
            "sector": "business",
            "roles": ["data_provider"],
            "without_agreement": "They guess.",
            "interests": [
                {"id": "income", "text": "Income", "weight": 2},
                {"id": "secrecy", "text": "Secrecy", "weight": 1},
            ],
        },
        {
            "id": "agency",
            "name": "Agency",
            "sector": "government",
            "roles": ["data_user"],
            "without_agreement": "It samples by hand.",
            "interests": [{"id": "insight", "text": "Insight"}],
        },
        {
            "id": "villages",
            "name": "Villages",
            "sector": "citizens",
            "standing": "affected",
            "without_agreement": "They are warned late.",
            "interests": [{"id": "warning", "text": "Early warning"}],
        },
        {"id": "press", "name": "Press", "standing": "context"},
    ],
    "data_flows": [
        {
            "id": "yields",
            "from_stakeholder": "growers",
            "to_stakeholder": "agency",
            "data": "Yields by field.",
            "legal_basis": "Consent.",
            "safeguards": "Sums of ten fields.",
            "start_date": "2027-05-01",
        },
        {"id": "unused", "from_stakeholder": "agency", "to_stakeholder": "villages", "data": "Warnings."},
    ],
    "scenarios": [
        {
            "id": "pool",
            "name": "Pool",
            "data_flows": ["yields"],
            "scores": {"income": {"value": 2}, "secrecy": {"value": -1}, "insight": {"value": 2}},
            "benefits": [
                {"id": "price", "text": "A better price.", "stakeholder": "growers", "value": "private",
                 "measured": "3 % more."},
                {"id": "maps", "text": "Maps.", "stakeholder": "agency", "value": "public",
                 "measured": "Not measured: the pilot was too short."},
            ],
            "business_cases": [
                {"stakeholder": "growers", "text": "It pays.", "owner": "Ana", "decision": "agreed"}
            ],
            "alignment_actions": [
                {"id": "contract", "kind": "legal", "text": "Contract.", "status": "done"},
                {"id": "mailbox", "kind": "it", "text": "Mailbox.", "status": "not_needed",
                 "because": "They have one."},
                {"id": "release", "kind": "procedural", "text": "Release.", "status": "done"},
            ],
        },
        {"id": "nothing", "name": "Nothing"},
    ],
    "chosen_scenario": "pool",
    "lifecycle": {"lessons": "Begin with the price."},
}  # fmt: skip

READY = Draft.model_validate(CONTENT)
"""Growers: (2 * 2 - 1) / 3 = 1 point more than without; the agency 2 points more: everyone gains."""

SOCIAL = Draft.model_validate(
    {
        **CONTENT,
        "dimensions": {dimension: mix(parts) for dimension, parts in everywhere(ISSUE).items()},
        "scenarios": [
            {
                "id": "pool",
                "name": "Pool",
                "data_flows": ["yields"],
                "benefits": [{"id": "relief", "text": "Relief.", "value": "public"}],
            }
        ],
    }
)
"""A social-issue design in which no private benefit is claimed."""


def but(*changes: tuple[str, object], draft: Draft = READY) -> Draft:
    """The draft with other values at these addresses within it."""
    for path, value in changes:
        draft = put(draft, read_address(path), value)
    return draft


def at_stage(*places: str, draft: Draft = READY) -> Draft:
    """The draft after moves to these places, one a day."""
    moves = [
        {"id": f"m{number}", "from": start, "to": end, "at": f"2027-03-{number:02}T10:00:00+01:00"}
        for number, (start, end) in enumerate(zip(("frame", *places), places, strict=False), 1)
    ]
    return put(draft, ("lifecycle", "moves"), moves)


def asked(draft: Draft, stage: StageId) -> dict[str, Condition]:
    """What the gate out of a stage asks, by id."""
    return {each.id: each for each in gate(draft, stage, LIBRARY).conditions}
