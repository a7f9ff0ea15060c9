"""All of it, and in one breath what needs the room."""

from collections.abc import Iterable, Iterator

from workbook.analysis.finding import Finding, Input
from workbook.analysis.obstacles.asked import OURS, Asked, in_a_sentence
from workbook.analysis.obstacles.challenges import (
    OPEN_RULE,
    SEVERE_RULE,
    OfOneKind,
    left_alone,
    not_looked_at,
    of_one_kind,
    open_challenges,
)
from workbook.analysis.obstacles.conditions import how_ready, what_helps
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.workbook import OwnEntry


class Obstacles(Record):
    """The findings on challenges, readiness and enablers. `summary` says what of it needs the room."""

    kinds: tuple[OfOneKind, ...]
    open: Finding
    severe: Finding
    unseen: Finding
    readiness: Finding
    enablers: Finding
    summary: Finding

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One for each question; the summary only repeats what they say."""
        return (self.open, self.severe, self.unseen, self.readiness, self.enablers)


def obstacles(draft: Draft, library: Library, own_entries: Iterable[OwnEntry] = ()) -> Obstacles:
    """What stands in the way of a draft (kinds of challenge: Susha et al. 2019, section 2)."""
    asked = Asked(draft, library, tuple(own_entries))
    kinds = tuple(of_one_kind(draft, entry) for entry in asked.entries("challenge_categories"))
    parts = (open_challenges(asked), left_alone(asked), not_looked_at(asked), how_ready(asked))
    return Obstacles(
        kinds=kinds,
        open=parts[0],
        severe=parts[1],
        unseen=parts[2],
        readiness=parts[3],
        enablers=what_helps(asked),
        summary=_summary(asked, parts),
    )


def _summary(asked: Asked, parts: tuple[Finding, ...]) -> Finding:
    """Only what needs the room: how many are open, which severe one is left alone, what is not looked at."""
    opened, severe, unseen, readiness = parts
    told = list(_worth_saying(opened, severe, unseen, readiness))
    return Finding(
        id=f"obstacles.summary.{asked.draft.id}",
        severity=severe.severity if severe.value else "info",
        words=" ".join(told),
        value=opened.value,
        unit="open challenges",
        inputs=tuple(Input(name=each.words, value=each.value, address=each.address) for each in parts),
        rule=f"{OPEN_RULE} {SEVERE_RULE}",
        citation=OURS,
        address=asked.address("challenges"),
    )


def _worth_saying(opened: Finding, severe: Finding, unseen: Finding, readiness: Finding) -> Iterator[str]:
    yield opened.words
    if severe.value:
        yield severe.words
    if opened.inputs and unseen.value:
        yield unseen.words
    absent = [each.name for each in readiness.inputs if each.value == "absent"]
    if absent:
        yield f"Absent: {in_a_sentence(absent)}."
