"""How what the file stores of mechanisms and roles of government is said on the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ui.forms.record_editor import Offers, RecordField
from ui.widgets.drop_down import Options
from workbook.analysis.wording import counted
from workbook.analysis.workings.lines import ChosenIn
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.vocabulary import CatalogueId

STATUSES: Options = (
    ("considered", "Considered"),
    ("planned", "Planned"),
    ("tried", "Tried"),
    ("worked", "Worked"),
    ("failed", "Failed"),
)
CHOSEN = "Chosen"
NO_NAME = "Scenario without a name"
NO_WORDS = "An interest without words"


@dataclass(frozen=True)
class Kind:
    """One of the two catalogues: what its entries are called here, and what is said of one in a scenario."""

    catalogue: CatalogueId
    title: str
    one: str
    head: str
    fields: tuple[RecordField, ...]
    add: str


KINDS: Mapping[CatalogueId, Kind] = MappingProxyType(
    {
        "mechanisms": Kind(
            "mechanisms",
            "Mechanisms",
            "a mechanism",
            "Mechanism",
            (
                RecordField(
                    "how",
                    "How it is used here",
                    "In a sentence or two.",
                    "prose",
                    "How it would work in this scenario",
                ),
                RecordField(
                    "status", "How far it has come", "From an idea to its result.", "choice", offer="statuses"
                ),
                RecordField(
                    "serves",
                    "Interests it serves",
                    "Whose interests it brings together.",
                    "many",
                    "No interest yet",
                    "interests",
                ),
            ),
            "Add a mechanism of your own, then Enter",
        ),
        "government_roles": Kind(
            "government_roles",
            "Role of government",
            "a role of government",
            "Role of government",
            (
                RecordField(
                    "how",
                    "How it is played here",
                    "In a sentence or two.",
                    "prose",
                    "What government would do in this scenario",
                ),
            ),
            "Add a role of your own, then Enter",
        ),
    }
)


def scenario_called(scenario: Scenario) -> str:
    """What it is called; never nothing."""
    return scenario.name.strip() or NO_NAME


def status_called(use: ChosenIn) -> str:
    """How far it has come, as a word that can stand alone."""
    return CHOSEN if use.status is None else dict(STATUSES)[use.status]


def said_of_use(use: ChosenIn, serves: int) -> str:
    """What is known of an entry in a scenario, in one line."""
    said = [] if use.status is None else [status_called(use)]
    if use.status is not None:
        said.append(f"serves {counted(serves, 'interest')}" if serves else "serves no interest yet")
    said.append(use.how.strip() or "how: not said yet")
    return " · ".join(said)


def offers_of(draft: Draft) -> Offers:
    """What there is to choose: how far it has come, and every interest by its words, with its holder."""
    interests = tuple(
        (
            interest.id,
            f"{interest.text.strip().removesuffix('.') or NO_WORDS} · {holder.name.strip() or 'no name'}",
        )
        for holder in draft.stakeholders
        for interest in holder.interests
    )
    return {"statuses": STATUSES, "interests": interests}
