"""How conditions speak: what counts as written, how many in a word, what flows and benefits are called."""

from workbook.model.benefits import Benefit
from workbook.model.data_flows import DataFlow
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario

SAYS_NOTHING = frozenset({"", "not reported", "not said yet"})
"""What the product itself shows where nothing is said; copied into a field it still says nothing."""

NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight")
LONGEST_NAME = 60


def is_written(text: str) -> bool:
    """Whether a person wrote something there."""
    return text.strip().rstrip(".").strip().casefold() not in SAYS_NOTHING


def number_word(number: int) -> str:
    """None, one, two ... eight."""
    return NUMBERS[number]


def chosen_scenario(draft: Draft) -> Scenario | None:
    """The scenario that the room chose."""
    return next((each for each in draft.scenarios if each.id == draft.chosen_scenario), None)


def stakeholder_called(draft: Draft, stakeholder_id: str | None) -> str:
    """The name of a stakeholder, or its id; empty when there is none of that id."""
    named = (each.name.strip() or each.id for each in draft.stakeholders if each.id == stakeholder_id)
    return next(named, "")


def flow_called(draft: Draft, flow: DataFlow) -> str:
    """A data flow by who gives to whom, with the data where several go the same way; else by its data."""
    giver = stakeholder_called(draft, flow.from_stakeholder)
    receiver = stakeholder_called(draft, flow.to_stakeholder)
    data = quoted(flow.data)
    if not giver or not receiver:
        return data or f"the data flow {flow.id}"
    between = (flow.from_stakeholder, flow.to_stakeholder)
    same = [each for each in draft.data_flows if (each.from_stakeholder, each.to_stakeholder) == between]
    return f"the data from {giver} to {receiver}{f' ({data or flow.id})' if len(same) > 1 else ''}"


def benefit_called(benefit: Benefit) -> str:
    """A benefit by its text."""
    return quoted(benefit.text) or f"the benefit {benefit.id}"


def quoted(text: str) -> str:
    """What a person wrote, in quotation marks and short enough for a list; empty when nothing was written."""
    plain = " ".join(text.split()).removesuffix(".")
    short = plain if len(plain) <= LONGEST_NAME else f"{plain[: LONGEST_NAME - 1].rstrip()}…"
    return f"“{short}”" if short else ""
