"""One thing that a gate asks for: whether it is there, why it is said so, and where it would be entered."""

from typing import Literal, NamedTuple

from workbook.analysis.finding import Finding, Input
from workbook.analysis.lifecycle.kinds import KINDS
from workbook.editing import Address, write_address
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.vocabulary import StageId

State = Literal["met", "not_met", "not_applicable"]

STATE_WORDS: dict[State, str] = {"met": "Met", "not_met": "Not met", "not_applicable": "Not applicable"}


class Found(NamedTuple):
    """The state of a condition, why, and where in the draft it would be met."""

    state: State
    because: str
    at: Address


class Condition(Record):
    """One condition of a gate.

    `id` never changes while the thing it is about is there: "frame.problem", "sharing.start_date.<flow id>".
    `words` say what is asked, `because` why it is met or not, `act` what a button that leads to `address`
    would be called. `stage` is the one whose gate asks; for closing, from wherever, that is renewal.
    """

    id: str
    stage: StageId
    state: State
    words: str
    because: str
    act: str
    address: str
    finding: Finding

    @property
    def is_unmet(self) -> bool:
        """Whether it stands in the way, unless somebody overrides it."""
        return self.state == "not_met"


def kind_of(condition_id: str) -> str:
    """What sort of condition it is: its id without that of the flow, stakeholder or benefit it is about."""
    return ".".join(condition_id.split(".")[:2])


def met_if(there: object) -> State:
    """The state of a condition that applies: met if there is something."""
    return "met" if there else "not_met"


def condition(draft: Draft, library: Library, condition_id: str, found: Found, name: str = "") -> Condition:
    """A condition of a draft, as it was found; `name` is what it is about."""
    kind = KINDS[kind_of(condition_id)]
    words, address = kind.about(name), write_address(("drafts", draft.id, *found.at))
    return Condition(
        id=condition_id,
        stage=kind.stage,
        state=found.state,
        words=words,
        because=found.because,
        act=kind.act,
        address=address,
        finding=Finding(
            id=f"lifecycle.condition.{condition_id}.{draft.id}",
            severity="advice" if found.state == "not_met" else "info",
            words=f"{words}: {STATE_WORDS[found.state].lower()}. {found.because}",
            value=found.state,
            unit="condition",
            inputs=(Input(name=words, value=found.because, address=address),),
            rule=kind.rule,
            citation=library.stage(kind.stage).citation,
            address=address,
        ),
    )
