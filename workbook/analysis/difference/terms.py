"""What fields, things and the words of closed lists are called in a sentence about a change."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

from workbook.model.benefits import AlignmentAction, Benefit, BusinessCase, Cost
from workbook.model.challenges import Challenge, Enabler, ReadinessEntry
from workbook.model.data_flows import DataFlow
from workbook.model.dimensions import Position
from workbook.model.draft import Draft
from workbook.model.framing import Framing
from workbook.model.lifecycle import Event, Lifecycle, Move, Override
from workbook.model.notes import Note
from workbook.model.record import Record
from workbook.model.scenarios import ChosenGovernmentRole, ChosenMechanism, Scenario
from workbook.model.scores import Scale, Score
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.vocabulary import CatalogueId

Labels = Mapping[str, str]

LABELS: Mapping[type[Record], Labels] = MappingProxyType(
    {
        Draft: {
            "id": "the name by which files know the draft",
            "name": "the name of the draft",
            "summary": "the summary",
            "begun_from": "the origin of the draft",
            "chosen_scenario": "the chosen scenario",
        },
        Framing: {
            "societal_problem": "the societal problem",
            "public_value": "the public value",
            "data_sought": "the data sought",
            "setting": "the setting",
            "out_of_scope": "what is out of scope",
            "voluntary": "whether sharing is voluntary",
        },
        Position: {
            "mix": "the mix",
            "votes": "the votes",
            "characterisation": "the characterisation",
            "evidence": "the evidence",
            "confidence": "the confidence",
        },
        Scale: {
            "min": "the lowest score of the scale",
            "max": "the highest score of the scale",
            "step": "the step of the scale",
        },
        Stakeholder: {
            "name": "the name",
            "sector": "the sector",
            "standing": "the standing",
            "roles": "the roles",
            "without_agreement": "the situation without an agreement",
            "reservation_value": "the value of the situation without an agreement",
            "weights_known": "what is known of the weights",
            "certainty": "the certainty of the weights",
        },
        Interest: {
            "text": "the wording",
            "kind": "the kind",
            "orientation": "the orientation",
            "motivation": "the motivation",
            "weight": "the weight",
            "red_line": "the red line",
        },
        DataFlow: {
            "from_stakeholder": "who gives",
            "to_stakeholder": "who receives",
            "data": "the data",
            "frequency": "how often",
            "sensitivity": "how sensitive",
            "legal_basis": "the legal basis",
            "safeguards": "the safeguards",
            "start_date": "the start",
        },
        Scenario: {
            "name": "the name",
            "description": "the description",
            "data_flows": "the data flows used",
        },
        ChosenMechanism: {
            "how": "how it is used",
            "serves": "the interests it serves",
            "status": "how far it is",
        },
        ChosenGovernmentRole: {"how": "how it is played"},
        Score: {
            "value": "the score",
            "low": "the low end of the score",
            "high": "the high end of the score",
            "evidence": "the grounds for the score",
            "said_by": "the giver of the score",
            "citation": "the source of the score",
            "basis": "the basis of the score",
        },
        Benefit: {
            "text": "the wording",
            "stakeholder": "for whom",
            "from_stakeholder": "from whom",
            "gives": "what is given",
            "value": "whether of private or public value",
            "kind": "the kind",
            "serves": "the interests it serves",
            "owner": "the owner",
            "expected": "what is expected",
            "expected_by": "by when it is expected",
            "measured": "what was measured",
            "measured_on": "when it was measured",
            "outcome": "the outcome",
        },
        Cost: {
            "text": "the wording",
            "stakeholder": "who bears it",
            "kind": "the kind",
            "timing": "the timing",
            "amount": "the amount",
            "owner": "the owner",
        },
        BusinessCase: {"text": "the wording", "owner": "the owner", "decision": "the decision"},
        AlignmentAction: {
            "kind": "the kind",
            "text": "the wording",
            "with_whom": "with whom",
            "owner": "the owner",
            "due": "the due date",
            "status": "the status",
            "because": "the reason",
        },
        Challenge: {
            "category": "the category",
            "prompt": "the prompt",
            "severity": "the severity",
            "text": "the wording",
            "mitigation": "what is done about it",
            "owner": "the owner",
            "status": "the status",
        },
        Enabler: {"kind": "the kind", "text": "the wording", "present": "whether it is there"},
        ReadinessEntry: {"level": "the level", "note": "the note"},
        Note: {
            "kind": "the kind",
            "text": "the wording",
            "page": "the page it was taken down on",
            "owner": "the owner",
            "due": "the due date",
            "done": "whether it is done",
        },
        Move: {
            "from_": "where it came from",
            "to": "where it led",
            "at": "the moment",
            "by": "who moved it",
            "because": "the reason",
            "cycle": "the cycle",
            "held": "the conditions that held",
            "overridden": "the conditions passed all the same",
        },
        Override: {"condition": "a condition passed all the same", "because": "why it was passed"},
        Event: {"kind": "the kind", "on": "the date", "text": "the wording"},
        Lifecycle: {"review_on": "the review date", "lessons": "the lessons"},
    }
)
"""What each field is called that is neither a key nor holds further records."""

NOUNS: Mapping[type[Record], tuple[str, str]] = MappingProxyType(
    {
        Stakeholder: ("stakeholder", "stakeholders"),
        Interest: ("interest", "interests"),
        DataFlow: ("data flow", "data flows"),
        Scenario: ("scenario", "scenarios"),
        ChosenMechanism: ("mechanism", "mechanisms"),
        ChosenGovernmentRole: ("role of government", "roles of government"),
        Score: ("score", "scores"),
        Benefit: ("benefit", "benefits"),
        Cost: ("cost", "costs"),
        BusinessCase: ("business case", "business cases"),
        AlignmentAction: ("action", "actions"),
        Challenge: ("challenge", "challenges"),
        Enabler: ("enabler", "enablers"),
        ReadinessEntry: ("readiness", "components of readiness"),
        Note: ("note", "notes"),
        Move: ("move", "moves"),
        Override: ("condition passed all the same", "conditions passed all the same"),
        Event: ("event", "events"),
    }
)
"""What a member of a list is called, and several of them."""

STAKEHOLDER, INTEREST, FLOW, SCENARIO = "stakeholder", "interest", "flow", "scenario"
POINTS_AT: Mapping[str, str] = MappingProxyType(
    {
        "stakeholder": STAKEHOLDER,
        "from_stakeholder": STAKEHOLDER,
        "to_stakeholder": STAKEHOLDER,
        "interest": INTEREST,
        "serves": INTEREST,
        "data_flows": FLOW,
        "chosen_scenario": SCENARIO,
    }
)
"""What in the draft a field points at by its id."""

CATALOGUES: Mapping[tuple[type[Record], str], CatalogueId | Literal["stages"]] = MappingProxyType(
    {
        (Stakeholder, "roles"): "stakeholder_roles",
        (Interest, "motivation"): "motivations",
        (ChosenMechanism, "mechanism"): "mechanisms",
        (ChosenGovernmentRole, "role"): "government_roles",
        (Benefit, "kind"): "benefit_kinds",
        (Challenge, "category"): "challenge_categories",
        (Challenge, "prompt"): "challenge_prompts",
        (Enabler, "kind"): "enablers",
        (ReadinessEntry, "component"): "readiness",
        (Move, "from_"): "stages",
        (Move, "to"): "stages",
    }
)
"""The catalogue whose entries a field names by their ids."""

CLOSED: Mapping[tuple[type[Record], str], Labels] = MappingProxyType(
    {
        (Stakeholder, "sector"): {"business": "company", "nonprofit": "non-profit"},
        (Stakeholder, "standing"): {"party": "at the table", "context": "in the background"},
        (Stakeholder, "weights_known"): {
            "given": "weights as given",
            "order": "their order only",
            "unknown": "not known",
        },
        (Interest, "orientation"): {
            "self": "self-interest",
            "social": "social interest",
            "both": "self and social interest",
        },
        (Framing, "voluntary"): {"partly": "partly voluntary"},
        (ChosenMechanism, "status"): {"considered": "being considered"},
        (Score, "basis"): {
            "room": "the room",
            "form": "a form",
            "ballot": "a ballot",
            "source": "a source",
            "illustration": "our illustration",
        },
        (Benefit, "gives"): {"service": "a service"},
        (Benefit, "value"): {"both": "private and public"},
        (Cost, "kind"): {"it": "IT"},
        (AlignmentAction, "kind"): {"it": "IT"},
    }
)
"""Words of closed lists that read otherwise than they are stored."""


def label(kind: type[Record], field: str) -> str:
    """What a field is called; a field nobody has found words for goes by its name."""
    return LABELS.get(kind, {}).get(field) or f"the {field.strip('_').replace('_', ' ')}"


@cache
def is_of_a_closed_list(kind: type[Record], field: str) -> bool:
    """Whether a field takes only words of a closed list."""
    return _has_words(kind.model_fields[field].annotation)


def _has_words(annotation: Any) -> bool:  # noqa: ANN401 - any annotation of a field
    return get_origin(annotation) is Literal or any(_has_words(part) for part in get_args(annotation))
