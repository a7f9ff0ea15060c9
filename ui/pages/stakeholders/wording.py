"""How what the file stores of a stakeholder is said on the page."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ui.forms.number_field import number_in_words
from workbook.analysis.wording import capitalised, counted, listed
from workbook.library.catalogues import name_of
from workbook.library.entries import Library
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.vocabulary import Standing
from workbook.model.workbook import OwnEntry

SECTORS = (
    ("business", "Company"),
    ("government", "Government"),
    ("nonprofit", "Non-profit"),
    ("research", "Research"),
    ("citizens", "Citizens"),
    ("other", "Other"),
)
STANDINGS = (("party", "At the table"), ("affected", "Affected"), ("context", "Background"))
STANDING_MEANS: Mapping[Standing, str] = MappingProxyType(
    {
        "party": "Takes part in the agreement: no scenario is a win-win if it loses.",
        "affected": "Has no seat at the table but feels the outcome. It is said when a scenario harms it.",
        "context": "Matters for the setting. Scenarios are not judged by what they mean to it.",
    }
)
KINDS = (("want", "Want"), ("concern", "Concern"))
ORIENTATIONS = (
    ("", "Not said"),
    ("self", "Self-interest"),
    ("social", "Social interest"),
    ("both", "Both"),
)
WEIGHTS_KNOWN = (("given", "As given"), ("order", "Their order only"), ("unknown", "Not known"))
WEIGHTS_MEAN: Mapping[str, str] = MappingProxyType(
    {
        "given": "The weights count as they stand.",
        "order": "Only which interest counts more than which is known. How sure a win-win is takes that in.",
        "unknown": "A scenario counts as a gain or a loss only if it is one whatever the weights are.",
    }
)
CERTAINTIES = (("rough", "Rough"), ("fairly_sure", "Fairly sure"), ("sure", "Sure"))
NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
NO_BREAK = "\u00a0"
UNNAMED = "Stakeholder without a name"


def name_in_list(stakeholder: Stakeholder) -> str:
    """What it is called; never nothing."""
    return stakeholder.name.strip() or UNNAMED


def said_in_list(stakeholder: Stakeholder, library: Library, own: Iterable[OwnEntry]) -> str:
    """What it is to the partnership, and how many interests it has: "Data provider · 3 interests"."""
    standing = {"affected": "Affected", "context": "In the background"}.get(stakeholder.standing)
    role = name_of(library, own, "stakeholder_roles", stakeholder.roles[0]) if stakeholder.roles else None
    what = standing or role or "No role yet"
    number = counted(len(stakeholder.interests), "interest").replace(" ", NO_BREAK)
    return f"{what} \u00b7 {number}"


def who_is_there(stakeholders: Iterable[Stakeholder]) -> str:
    """As in "Four parties at the table, one affected and one in the background"."""
    there = [stakeholder.standing for stakeholder in stakeholders]
    parties, affected, context = (there.count(standing) for standing in ("party", "affected", "context"))
    said = [f"{_number(parties)} {'party' if parties == 1 else 'parties'} at the table"]
    if affected:
        said.append(f"{_number(affected)} affected")
    if context:
        said.append(f"{_number(context)} in the background")
    return f"{capitalised(listed(said))}."


def said_of(interest: Interest, library: Library, own: Iterable[OwnEntry]) -> str:
    """What is known of an interest besides its words, in one line."""
    orientation = {"self": "self-interest", "social": "social interest", "both": "self and social interest"}
    said = ["Want" if interest.kind == "want" else "Concern"]
    if interest.orientation is not None:
        said.append(orientation[interest.orientation])
    if interest.motivation is not None:
        said.append(name_of(library, own, "motivations", interest.motivation))
    if interest.red_line is not None:
        said.append(f"red line at {number_in_words(interest.red_line, signed=True)}")
    return " \u00b7 ".join(said)


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
