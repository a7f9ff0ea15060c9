"""How what the file stores of benefits, costs, actions and business cases is said on the page."""

from ui.widgets.drop_down import Options
from workbook.analysis.delivery import terms
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario

NO_NAME = "Scenario without a name"
NOT_SAID = ("", "Not said yet")
NOTHING = "Not said yet"
GIVEN: Options = (NOT_SAID, *terms.GIVEN.items())
VALUE_FOR: Options = (NOT_SAID, *terms.VALUE_FOR.items())
OUTCOMES: Options = (("", "Not judged"), *terms.OUTCOMES.items())
COST_KINDS: Options = (NOT_SAID, *terms.COST_KINDS.items())
TIMINGS: Options = (NOT_SAID, *terms.TIMINGS.items())
ACTION_KINDS: Options = tuple(terms.ACTION_KINDS.items())
ACTION_STATUSES: Options = tuple(terms.ACTION_STATUSES.items())
DECISIONS: Options = tuple(terms.DECISIONS.items())


def in_words(options: Options, key: str | None) -> str:
    """What an option is called; nothing when it is not said."""
    return "" if key is None else dict(options).get(key, key)


def together(*parts: str) -> str:
    """What is known, in one line."""
    return " · ".join(part for part in parts if part)


def scenario_options(draft: Draft) -> Options:
    """The scenarios to choose from, the chosen one first and marked in words."""
    chosen = [each for each in draft.scenarios if each.id == draft.chosen_scenario]
    others = [each for each in draft.scenarios if each.id != draft.chosen_scenario]
    return (
        *((each.id, f"{_name(each)} (chosen)") for each in chosen),
        *((each.id, _name(each)) for each in others),
    )


def _name(scenario: Scenario) -> str:
    return " ".join(scenario.name.split()) or NO_NAME
