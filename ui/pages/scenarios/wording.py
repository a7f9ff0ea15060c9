"""How what the file stores of a scenario is said on the page."""

import datetime as dt

from ui.widgets.drop_down import Options
from workbook.analysis.wording import counted, listed
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario

NO_NAME = "Scenario without a name"
NOT_SAID = ("", "Not said yet")
STATUSES: Options = (
    ("considered", "Being considered"),
    ("planned", "Planned"),
    ("tried", "Tried"),
    ("worked", "Worked"),
    ("failed", "Failed"),
)
GIVEN: Options = (
    NOT_SAID,
    ("data", "Data"),
    ("money", "Money"),
    ("service", "A service"),
    ("standing", "Standing"),
    ("public_value", "Public value"),
)
VALUE_FOR: Options = (NOT_SAID, ("private", "Private"), ("public", "Public"), ("both", "Both"))
COST_KINDS: Options = (
    NOT_SAID,
    ("money", "Money"),
    ("work", "Work"),
    ("it", "IT"),
    ("legal", "Legal"),
    ("exposure", "Exposure"),
)
TIMINGS: Options = (NOT_SAID, ("once", "Once"), ("running", "Running"))
ACTION_KINDS: Options = (("legal", "Legal"), ("it", "IT"), ("procedural", "Procedural"))
ACTION_STATUSES: Options = (
    ("open", "Open"),
    ("under_way", "Under way"),
    ("done", "Done"),
    ("not_needed", "Not needed"),
)


def in_words(options: Options, key: str | None) -> str:
    """What an option is called; nothing when it is not said."""
    return "" if key is None else dict(options).get(key, key)


def together(*parts: str) -> str:
    """What is known, in one line."""
    return " · ".join(part for part in parts if part)


def on(day: dt.date | None, before: str) -> str:
    """A date after a word, such as "by 2027-03-01"."""
    return "" if day is None else f"{before} {day.isoformat()}"


def name_in_list(scenario: Scenario) -> str:
    """What it is called; never nothing."""
    return scenario.name.strip() or NO_NAME


def said_in_list(draft: Draft, scenario: Scenario) -> str:
    """Whether it is the chosen one, and how much is said of it."""
    said = [
        counted(len(scenario.mechanisms), "mechanism"),
        counted(len(scenario.benefits), "benefit"),
    ]
    chosen = "Chosen · " if draft.chosen_scenario == scenario.id else ""
    return f"{chosen}{' · '.join(said)}"


def how_many(draft: Draft) -> str:
    """How many there are, and which one is chosen."""
    number = counted(len(draft.scenarios), "scenario")
    chosen = next((each for each in draft.scenarios if each.id == draft.chosen_scenario), None)
    if chosen is None:
        return f"{number}. Ways of sharing, side by side, before one is chosen."
    return f"{number}. Chosen: {name_in_list(chosen)}."


def some_of(names: list[str], most: int = 3) -> str:
    """The first few, and how many more there are."""
    tidy = [name.strip().removesuffix(".") for name in names if name.strip()]
    if len(tidy) <= most:
        return listed(tidy) if tidy else ""
    return f"{'; '.join(tidy[:most])}; and {len(tidy) - most} more"
