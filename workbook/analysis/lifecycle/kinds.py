"""The sorts of condition there are, in words, so that a log of ids can be read long after.

The gates are ours (the sources report steps, not gates); their citation is that of the stage.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workbook.model.vocabulary import StageId

ITS_CHOSEN = "For the chosen scenario"


@dataclass(frozen=True)
class Kind:
    """What one sort of condition asks, for a name that takes the place of `{}`, and its rule."""

    stage: StageId
    words: str
    act: str
    rule: str

    def about(self, name: str) -> str:
        """What it asks of something with this name."""
        return self.words.replace("{}", name)


PROVIDER_RULE = f"{ITS_CHOSEN} every stakeholder who provides data needs"
SOCIAL_RULE = (
    "Not applicable to a design that resembles a social-issue platform and in which no private benefit is "
    "claimed."
)
FLOW_RULE = "Each data flow of the chosen scenario needs a start date, a legal basis and safeguards."
ACTION_RULE = (
    f"{ITS_CHOSEN} there is at least one such action, and each of them is done, or not needed with a "
    f"reason. {SOCIAL_RULE}"
)
MEASURED_RULE = (
    "Every benefit of the chosen scenario has a measured value, or in its place the reason why it has none."
)
CLOSING_RULE = (
    "Who closes a partnership, from whatever stage, writes down the reason and the lessons. A renewal asks "
    "for nothing: it leads back to the win-wins and begins a new cycle."
)
INTEREST_RULE = (
    "Every stakeholder at the table or affected needs an interest with a weight above 0; a single interest "
    "carries all the weight."
)


def _business_case(words: str, act: str, asked: str) -> Kind:
    return Kind("business_case", words, act, f"{PROVIDER_RULE} {asked}. {SOCIAL_RULE}")


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "frame.problem": Kind(
            "frame", "The societal problem in writing", "Write it", "The societal problem is written down."
        ),
        "frame.data_sought": Kind(
            "frame", "The data sought in writing", "Write them", "The data sought are written down."
        ),
        "frame.public_value": Kind(
            "frame", "The public value in writing", "Write it", "The public value is written down."
        ),
        "frame.dimensions": Kind(
            "frame",
            "At least six of the eight dimensions",
            "Place them",
            "At least six of the eight dimensions have a position.",
        ),
        "interests.provider": Kind(
            "interests",
            "Somebody who provides data",
            "Name one",
            "At least one stakeholder has the role of data provider.",
        ),
        "interests.user": Kind(
            "interests",
            "Somebody who uses data",
            "Name one",
            "At least one stakeholder has the role of data user.",
        ),
        "interests.weighted": Kind("interests", "A weighted interest of {}", "Weigh them", INTEREST_RULE),
        "interests.without": Kind(
            "interests",
            "The situation of {} without an agreement",
            "Write it",
            "Every stakeholder at the table or affected has its situation without an agreement in writing.",
        ),
        "win_wins.chosen": Kind("win_wins", "A chosen scenario", "Choose one", "A scenario is chosen."),
        "win_wins.win_win": Kind(
            "win_wins",
            "A win-win in the chosen scenario",
            "Look at the scores",
            "The chosen scenario is surely a win-win: no party loses, no red line is crossed, and one party "
            "at least gains.",
        ),
        "business_case.provider": _business_case(
            "Somebody who provides data, to make the case for", "Name one", "a business case"
        ),
        "business_case.benefit": _business_case(
            "A private benefit for {} in writing", "Write one", "a private benefit in writing"
        ),
        "business_case.written": _business_case(
            "A business case for {} in writing", "Write it", "a business case in writing"
        ),
        "business_case.owner": _business_case(
            "An owner of the business case inside {}", "Name one", "an owner of its business case inside"
        ),
        "business_case.agreed": _business_case(
            "{}: yes to its business case", "Ask for it", "to have agreed to its business case"
        ),
        "alignment.legal": Kind("alignment", "Legal alignment settled", "Settle it", ACTION_RULE),
        "alignment.it": Kind("alignment", "IT alignment settled", "Settle it", ACTION_RULE),
        "alignment.procedural": Kind("alignment", "Procedural alignment settled", "Settle it", ACTION_RULE),
        "sharing.data_flow": Kind("sharing", "A data flow in the chosen scenario", "Add one", FLOW_RULE),
        "sharing.start_date": Kind("sharing", "A start date for {}", "Set it", FLOW_RULE),
        "sharing.legal_basis": Kind("sharing", "A legal basis for {}", "Write it", FLOW_RULE),
        "sharing.safeguards": Kind("sharing", "Safeguards for {}", "Write them", FLOW_RULE),
        "scale_up.benefit": Kind("scale_up", "A benefit to measure", "Add one", MEASURED_RULE),
        "scale_up.measured": Kind("scale_up", "A measured value for {}", "Measure it", MEASURED_RULE),
        "renewal.reason": Kind("renewal", "The reason for closing", "Give it", CLOSING_RULE),
        "renewal.lessons": Kind("renewal", "The lessons in writing", "Write them", CLOSING_RULE),
    }
)
"""By the first two parts of a condition's id."""
