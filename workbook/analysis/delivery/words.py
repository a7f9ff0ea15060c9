"""How benefits, costs and actions are told: what people wrote in quotation marks, days as they are said."""

import datetime as dt
from collections.abc import Mapping, Sequence

from workbook.model.benefits import Benefit
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario

OURS = "Our own rule"

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NEVER_NAMES = frozenset((
    "a", "about", "after", "aimed", "all", "among", "an", "and", "another", "any", "as", "at",
    "before", "better", "between", "both", "by", "during", "each", "eight", "enough", "every",
    "expected", "few", "fewer", "five", "for", "four", "from", "half", "how", "if", "in", "it",
    "less", "many", "more", "most", "never", "nine", "no", "not", "nothing", "of", "on", "once",
    "one", "only", "our", "people", "reported", "seen", "seven", "several", "since", "six", "some",
    "ten", "that", "the", "their", "these", "they", "this", "three", "to", "twice", "two", "under",
    "until", "what", "when", "where", "while", "whoever", "with", "within", "without",
))  # fmt: skip
"""First words that carry a capital letter only because a sentence begins with them."""


def written(text: str) -> str:
    """What a person wrote, in one line and without the full stop at its end."""
    return " ".join(text.split()).removesuffix(".").rstrip()


def quoted(text: str, otherwise: str) -> str:
    """What a person wrote, in quotation marks; something else where nothing is written."""
    words = written(text)
    return f"“{words}”" if words else otherwise


def sentence(text: str) -> str:
    """What a person wrote, as a sentence that ends."""
    words = " ".join(text.split())
    return words if words.endswith((".", "!", "?", "…", "”")) else f"{words}."


def inside(text: str) -> str:
    """What a person wrote, in the middle of a sentence: names keep their capital letter."""
    words = written(text)
    first = words.partition(" ")[0].rstrip(",;:")
    is_name = first[1:] != first[1:].lower() or first.lower() not in NEVER_NAMES
    return words if is_name else f"{words[:1].lower()}{words[1:]}"


def day(date: dt.date) -> str:
    """As it is said: 30 September 2027."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def joined(parts: Sequence[str]) -> str:
    """One, two and three: quotation marks keep apart what has commas of its own."""
    *first, last = parts or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def expectation(benefit: Benefit) -> str:
    """What is expected of a benefit, and by when; empty where neither is said."""
    what = inside(benefit.expected)
    when = "" if benefit.expected_by is None else f" by {day(benefit.expected_by)}"
    if what.startswith("expected") and not when:  # people begin their sentence so
        return what
    return f"expected{when}{f': {what}' if what else ''}" if what or when else ""


def begun_small(words: str) -> str:
    """A sentence of ours as it goes on after a colon."""
    return f"{words[:1].lower()}{words[1:]}"


def is_or_are(number: int) -> str:
    """1 is, 2 are."""
    return f"{number} {'is' if number == 1 else 'are'}"


def names_of(draft: Draft) -> Mapping[str, str]:
    """What the stakeholders of a draft are called, by id; never nothing."""
    return {each.id: written(each.name) or "A stakeholder without a name" for each in draft.stakeholders}


def scenario_called(scenario: Scenario) -> str:
    """What a scenario is called; never nothing."""
    return written(scenario.name) or "A scenario without a name"
