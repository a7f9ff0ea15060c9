"""How what the file stores of challenges, readiness and enablers is said on the page."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QRadioButton, QWidget

from ui.forms.record_editor import Offers, RecordField
from ui.widgets.drop_down import Options
from workbook.analysis.obstacles.challenges import challenge_name
from workbook.library.entries import Entry
from workbook.model.challenges import Challenge

SEVERITIES: Options = (("", "Not said"), ("low", "Low"), ("medium", "Medium"), ("high", "High"))
STATUSES: Options = (("open", "Open"), ("handled", "Handled"), ("accepted", "Accepted"))
LEVELS: Options = (
    ("", "Not said"),
    ("absent", "Absent"),
    ("partly", "Partly"),
    ("in_place", "In place"),
)
PRESENT: Options = (("", "Not said"), ("yes", "There"), ("no", "Missing"))
IS_PRESENT: Mapping[str | None, bool | None] = MappingProxyType({None: None, "yes": True, "no": False})
ICONS: Mapping[str, str] = MappingProxyType(
    {
        "information": "file-text",
        "technology": "monitor",
        "managerial": "clipboard-list",
        "organizational": "building",
        "policy": "scale",
        "political": "landmark",
        "contextual": "compass",
    }
)
OWN_ICON = "flag"

FIELDS = (
    RecordField(
        "text", "What stands in the way", "In your own words.", "prose", "What it is here, and for whom"
    ),
    RecordField(
        "mitigation",
        "What to do about it",
        "What would make it smaller.",
        "prose",
        "What would help, and when",
    ),
    RecordField("severity", "Severity", "How much is at stake.", "choice", offer="severities"),
    RecordField("status", "Status", "Open, handled, or accepted as it is.", "choice", offer="statuses"),
    RecordField("owner", "Owner", "Who answers for it.", "text", "Who answers for it"),
    RecordField("category", "Kind", "Under which kind it stands.", "choice", offer="kinds"),
)


def offers_of(kinds: tuple[Entry, ...]) -> Offers:
    """What there is to choose for a challenge."""
    named = tuple((entry.id, entry.name) for entry in kinds)
    return {"severities": SEVERITIES, "statuses": STATUSES, "kinds": named}


def name_question(field: QWidget, question: str) -> None:
    """Say what is asked with each answer: "Not said" alone could be about anything."""
    field.setAccessibleName(question)
    for option in field.findChildren(QRadioButton):
        option.setAccessibleDescription(question)


def said_of(challenge: Challenge) -> str:
    """What is known of a challenge besides its words, in one line."""
    severity = {
        None: "Severity not said",
        "low": "Low severity",
        "medium": "Medium severity",
        "high": "High severity",
    }[challenge.severity]
    status = dict(STATUSES)[challenge.status].lower()
    owner = challenge.owner.strip() or "no owner yet"
    remedy = challenge.mitigation.strip() or "nothing to do about it yet"
    return f"{severity} · {status} · {owner} · {remedy}"


def words_of(challenge: Challenge) -> str:
    """What it is called."""
    return challenge_name(challenge)
