"""The gates between the stages, and what a move has to pass (the gates are ours).

A gate never shuts: a facilitator may override any of its conditions with a reason and a name.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from workbook.analysis.finding import Finding, Input
from workbook.analysis.lifecycle import early_gates, late_gates
from workbook.analysis.lifecycle.conditions import STATE_WORDS, Condition
from workbook.analysis.lifecycle.standing import standing_at
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.vocabulary import STAGES, LifecyclePlace, StageId, WeightsKnown

GATE_RULE = (
    "A gate asks for what the next stages rest on. Its conditions are worked out from the design. Any of "
    "them can be overridden with a reason and a name. What is not applicable is not counted."
)


class Gate(Record):
    """The gate out of a stage: what it asks, and how much of it is there, in words."""

    stage: StageId
    conditions: tuple[Condition, ...]
    finding: Finding

    @property
    def asked(self) -> tuple[Condition, ...]:
        """The conditions that apply."""
        return tuple(each for each in self.conditions if each.state != "not_applicable")

    @property
    def met(self) -> tuple[Condition, ...]:
        """Those that hold."""
        return tuple(each for each in self.conditions if each.state == "met")

    @property
    def unmet(self) -> tuple[Condition, ...]:
        """Those that would have to be overridden."""
        return tuple(each for each in self.conditions if each.is_unmet)


def gate(
    draft: Draft, stage: StageId, library: Library, weights: WeightsKnown | None = None, because: str = ""
) -> Gate:
    """The gate out of a stage, wherever the draft stands.

    `weights` stands in for what each stakeholder says about its weights, as in the win-win analysis.
    `because` is the reason given with the move, which the gate out of renewal asks for when it leads to
    closing; a draft that is closed has the reason in its log.
    """
    conditions = tuple(_asked(draft, stage, library, weights, because))
    return Gate(stage=stage, conditions=conditions, finding=_summary(draft, stage, conditions, library))


def way(
    draft: Draft,
    to: LifecyclePlace,
    library: Library,
    weights: WeightsKnown | None = None,
    because: str = "",
) -> tuple[Condition, ...]:
    """What a move from where the draft stands asks for.

    Forward: the gates of the stage it stands at and of all it passes over, in order. A draft that is paused
    or closed goes on from the stage at which it stood before, so that a pause is no way around a gate. To
    `closed`, from wherever: the reason and the lessons, as the gate out of renewal asks when the partnership
    is closed on purpose. Back, to `paused`, to where it stands, or from renewal into a new cycle: nothing.
    """
    if to in (draft.lifecycle.stage, "paused"):
        return ()
    if to == "closed":
        return gate(draft, "renewal", library, weights, because).conditions
    passed = STAGES[STAGES.index(standing_at(draft.lifecycle)) : STAGES.index(to)]
    return tuple(
        each for stage in passed for each in gate(draft, stage, library, weights, because).conditions
    )


Asks = Callable[[Draft, Library], Iterator[Condition]]

ASKS: Mapping[StageId, Asks] = MappingProxyType(
    {
        "frame": early_gates.frame,
        "interests": early_gates.interests,
        "business_case": late_gates.business_case,
        "alignment": late_gates.alignment,
        "sharing": late_gates.sharing,
        "scale_up": late_gates.scale_up,
    }
)


def _asked(
    draft: Draft, stage: StageId, library: Library, weights: WeightsKnown | None, because: str
) -> Iterator[Condition]:
    if stage == "win_wins":
        return early_gates.win_wins(draft, library, weights)
    if stage == "renewal":
        return late_gates.renewal(draft, library, because)
    return ASKS[stage](draft, library)


def _summary(draft: Draft, stage: StageId, conditions: tuple[Condition, ...], library: Library) -> Finding:
    asked = [each for each in conditions if each.state != "not_applicable"]
    unmet = [each for each in asked if each.is_unmet]
    return Finding(
        id=f"lifecycle.gate.{stage}.{draft.id}",
        severity="advice" if unmet else "info",
        words=_summary_words(library.stage(stage).name, stage, len(asked), len(unmet)),
        value=len(asked) - len(unmet),
        unit="conditions",
        inputs=tuple(
            Input(name=each.words, value=STATE_WORDS[each.state].lower(), address=each.address)
            for each in conditions
        ),
        rule=GATE_RULE,
        citation=library.stage(stage).citation,
        address=f"drafts/{draft.id}/lifecycle",
    )


def _summary_words(name: str, stage: StageId, asked: int, unmet: int) -> str:
    which = "for closing" if stage == "renewal" else f"of the gate out of {name}"
    if not asked:
        return f"The gate out of {name} is not applicable here."
    met = asked - unmet
    if asked == 1:
        return f"The one condition {which} is {'met' if met else 'not met'}."
    are_two = asked == 2  # noqa: PLR2004 - two is two
    if met == asked:
        return f"{'Both' if are_two else f'All {asked}'} conditions {which} are met."
    if met:
        return f"{met} of {asked} conditions {which} {'is' if met == 1 else 'are'} met."
    none = "Neither condition" if are_two else f"None of the {asked} conditions"
    return f"{none} {which} is met."
