"""How a data flow is said on the page."""

from collections.abc import Mapping

from workbook.analysis.wording import listed
from workbook.model.data_flows import DataFlow
from workbook.model.draft import Draft

WANTED: Mapping[str, str] = {
    "from_stakeholder": "who gives",
    "to_stakeholder": "who receives",
    "frequency": "how often",
    "sensitivity": "how sensitive",
    "legal_basis": "legal basis",
    "safeguards": "safeguards",
    "start_date": "start",
}
"""What one would like to know of every flow, in the order of the fields."""
NOBODY = "not said yet"
NO_DATA = "Data not named yet"
ARROW = "\u2192"


def names_of(draft: Draft) -> dict[str, str]:
    """What each stakeholder is called; never nothing."""
    return {each.id: each.name.strip() or "Stakeholder without a name" for each in draft.stakeholders}


def name_in_list(flow: DataFlow) -> str:
    """Which data; never nothing."""
    return flow.data.strip().removesuffix(".") or NO_DATA


def said_in_list(flow: DataFlow, names: Mapping[str, str]) -> str:
    """From whom to whom."""
    if flow.from_stakeholder is None and flow.to_stakeholder is None:
        return "From whom to whom: not said yet"
    giver, receiver = (names.get(each or "", NOBODY) for each in (flow.from_stakeholder, flow.to_stakeholder))
    return f"{giver} {ARROW} {receiver}"


def not_said(flow: DataFlow) -> str:
    """What is still open, in one quiet sentence; empty when nothing is."""
    open_ = [words for field, words in WANTED.items() if not getattr(flow, field)]
    return f"Not said yet: {listed(open_)}." if open_ else ""


def how_far(flows: tuple[DataFlow, ...]) -> str:
    """How many there are, and of how many something is open."""
    number = f"{len(flows)} data flow{'' if len(flows) == 1 else 's'}."
    lacking = {
        words: sum(not getattr(flow, field) for flow in flows)
        for field, words in WANTED.items()
        if field in {"legal_basis", "safeguards"}
    }
    said = [f"the {words} of {count}" for words, count in lacking.items() if count]
    return (
        f"{number} Not said yet: {listed(said)}."
        if said
        else f"{number} Each has a legal basis and safeguards."
    )
