"""One scenario with what it is to deliver, written as in the file."""

import datetime as dt
from typing import Any

from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario

LIBRARY = load()
TODAY = dt.date(2027, 6, 1)

HOSPITAL: dict[str, Any] = {
    "id": "hospital",
    "name": "Hospital",
    "roles": ["data_provider"],
    "without_agreement": "Two weeks of letters for every patient who moves",
    "interests": [
        {"id": "h1", "text": "Beds planned a day ahead.", "weight": 1},
        {"id": "h2", "text": "Fewer letters.", "weight": 3},
        {"id": "h3", "text": "Patients lose trust.", "kind": "concern", "weight": 1},
    ],
}
CITY: dict[str, Any] = {"id": "city", "name": "City", "roles": ["data_user"]}


def one_scenario(*stakeholders: dict[str, Any], **scenario: object) -> Draft:
    """A draft with a scenario called Trial, which is chosen."""
    return Draft.model_validate(
        {
            "id": "d",
            "name": "Ours",
            "stakeholders": list(stakeholders or (HOSPITAL, CITY)),
            "scenarios": [{"id": "trial", "name": "Trial", **scenario}],
            "chosen_scenario": "trial",
        }
    )


def trial(draft: Draft) -> Scenario:
    """Its scenario."""
    return draft.scenarios[0]
