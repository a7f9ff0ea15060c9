"""Two states of one small draft to tell apart, and how to ask."""

from typing import Any

from workbook.analysis.difference.subjects import draft_side
from workbook.analysis.difference.tell import DraftDifference, tell
from workbook.edits.begin import draft_from_case
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

LIBRARY = load()

POOL: dict[str, Any] = {
    "id": "pool",
    "name": "Pool",
    "data_flows": ["trips"],
    "mechanisms": [{"mechanism": "urgency", "how": "A flood", "serves": ["privacy"], "status": "planned"}],
    "government_roles": [{"role": "promote"}],
    "scores": {"privacy": {"value": -1}, "speed": {"value": 2}},
    "benefits": [{"id": "fewer", "text": "Fewer delays", "stakeholder": "city", "value": "public"}],
    "costs": [{"id": "clean", "text": "Cleaning the data", "stakeholder": "city", "kind": "it"}],
    "business_cases": [{"stakeholder": "city", "text": "It pays"}],
    "alignment_actions": [{"id": "clause", "kind": "legal", "text": "A clause on purpose"}],
}
PLAIN: dict[str, Any] = {
    "id": "ours",
    "name": "Ours",
    "framing": {"setting": "A port", "voluntary": "voluntary"},
    "dimensions": {
        "orientation": {"mix": {"resource_dependence": 0.7, "social_issue": 0.3}, "confidence": "guess"},
        "timeframes": {"votes": {"resource_dependence": 4, "societal_sector": 4}},
    },
    "stakeholders": [
        {
            "id": "city",
            "name": "City",
            "sector": "government",
            "roles": ["data_user"],
            "interests": [
                {"id": "privacy", "text": "Privacy", "kind": "concern", "weight": 3},
                {"id": "speed", "text": "Faster answers.", "weight": 1},
            ],
        },
        {"id": "operator", "name": "Operator", "sector": "business"},
    ],
    "data_flows": [{"id": "trips", "data": "Trips by hour", "from_stakeholder": "operator"}],
    "scenarios": [POOL, {"id": "alone", "name": "Alone"}],
    "chosen_scenario": "pool",
    "challenges": [{"id": "trust", "category": "organizational", "text": "Little trust"}],
    "enablers": [{"id": "mayor", "text": "The mayor asks for it"}],
    "readiness": {"integrated_data": {"level": "absent"}},
    "record": [{"id": "ask", "kind": "question", "text": "Who pays?"}],
    "lifecycle": {
        "moves": [{"id": "m1", "from": "frame", "to": "interests", "at": "2027-03-01T14:30:00+01:00"}],
        "events": [{"id": "flood", "kind": "urgency", "on": "2027-02-01", "text": "The flood"}],
    },
}


def ours(**changed: object) -> Draft:
    """The draft, with some of its fields as given."""
    return Draft.model_validate({**PLAIN, **changed})


def told(before: Draft, after: Draft, **workbook: object) -> DraftDifference:
    """What differs between two drafts, each in a workbook of its own."""
    one, other = (
        draft_side(Workbook.model_validate({"drafts": [each], **workbook}), each) for each in (before, after)
    )
    return tell(one, other, LIBRARY, begin=draft_from_case)


def words(before: Draft, after: Draft, **workbook: object) -> list[str]:
    """The sentences alone."""
    return [change.words for change in told(before, after, **workbook).changes]
