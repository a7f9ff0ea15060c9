"""How a draft reads: names of what stands in it, and the values of its fields in words."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from workbook.analysis.delivery.words import day
from workbook.analysis.difference.quoting import quoted, tidy
from workbook.analysis.difference.subjects import moment_in_words
from workbook.analysis.difference.terms import (
    CATALOGUES,
    CLOSED,
    FLOW,
    INTEREST,
    NOUNS,
    POINTS_AT,
    SCENARIO,
    STAKEHOLDER,
    is_of_a_closed_list,
    label,
)
from workbook.analysis.lifecycle.events import EVENT_KINDS
from workbook.analysis.lifecycle.path import condition_words
from workbook.analysis.position import shares_in_words, votes_in_digits
from workbook.analysis.traits import Names, catalogue_names
from workbook.analysis.wording import capitalised, counted, listed
from workbook.library.entries import Library
from workbook.model.dimensions import Position
from workbook.model.draft import BegunFrom, Draft
from workbook.model.lifecycle import Event, Move, Override
from workbook.model.mix import Mix, Votes, exact
from workbook.model.record import Record
from workbook.model.scores import Scale
from workbook.model.vocabulary import PLATFORMS
from workbook.model.workbook import Workbook

NOT_SAID = "not said"
NAMELESS = {
    STAKEHOLDER: "a stakeholder without a name",
    INTEREST: "an interest without words",
    FLOW: "a data flow without a name",
    SCENARIO: "a scenario without a name",
}
CALLED_BY = ("name", "text", "data", "prompt", "component", "mechanism", "role")
CONDITIONS = {(Move, "held"), (Override, "condition")}
"""The fields that name conditions of a gate by their ids."""

ABOUT = ("interest", "stakeholder", "condition", "to", "kind")
"""What a thing without a name is known by."""


@dataclass(frozen=True)
class Reading:
    """A draft, and the workbook it is in, which knows own entries, own cases and other drafts by name."""

    draft: Draft
    workbook: Workbook
    library: Library

    def value(self, kind: type[Record], field: str, value: object) -> str:
        """The value of a field in words, whole; never empty."""
        if isinstance(value, tuple):
            return listed([self.value(kind, field, each) for each in value]) or "none"
        if isinstance(value, Record):
            return self._record(value)
        if isinstance(value, str):
            return self._text(kind, field, value) if value.strip() else NOT_SAID
        if value is None:
            return "any number" if (kind, field) == (Scale, "step") else NOT_SAID
        return figure(value)

    def member(self, kind: type[Record], field: str, member: object) -> str:
        """One of several in a list, as a sentence tells it."""
        said = self.value(kind, field, member)
        return quoted(said) if self.is_quoted(kind, field, member) else said

    def in_full(self, record: Record) -> str:
        """Everything a record says, a line for each field; what is as in a new one is left out."""
        return "\n".join(f"{capitalised(what)}: {said}" for what, said in self._said(record))

    def called(self, what: str, its_id: str | None) -> str:
        """The name of a stakeholder or scenario; the words of an interest or data flow; never an id."""
        return self._things[what].get(its_id or "") or NAMELESS[what]

    def interest(self, interest_id: str) -> str:
        """An interest and whose it is, as in “Privacy” (City)."""
        return f"{quoted(self.called(INTEREST, interest_id))} ({self._holders.get(interest_id, NOT_SAID)})"

    def heading(self, record: Record) -> str:
        """What a thing is called where it stands in a list: by its words, else by what it is about."""
        for field in (*CALLED_BY, *ABOUT):
            said = getattr(record, field, None)
            if isinstance(said, str) and said.strip():
                return tidy(self.value(type(record), field, said))
        return "without words"

    def is_quoted(self, kind: type[Record], field: str, value: object) -> bool:
        """Whether somebody wrote it, so that a sentence tells it in quotation marks."""
        if not isinstance(value, str) or not value.strip() or field == "id":
            return False
        if field in POINTS_AT:
            return POINTS_AT[field] != STAKEHOLDER
        if (kind, field) in CATALOGUES:
            return (CATALOGUES[kind, field], value) not in self._names
        if (kind, field) == (Event, "kind"):
            return value not in EVENT_KINDS
        return not is_of_a_closed_list(kind, field)

    def _text(self, kind: type[Record], field: str, value: str) -> str:
        if field in POINTS_AT:
            return self.called(POINTS_AT[field], value)
        if (kind, field) in CATALOGUES:
            return self._names[CATALOGUES[kind, field], value]
        if is_of_a_closed_list(kind, field):
            return CLOSED.get((kind, field), {}).get(value) or value.replace("_", " ")
        if (kind, field) in CONDITIONS:
            return condition_words(self.draft, value)
        return EVENT_KINDS.get(value, value) if (kind, field) == (Event, "kind") else value

    def _record(self, record: Record) -> str:
        if isinstance(record, Mix):
            parts = " / ".join(figure(float(100 * exact(getattr(record, each)))) for each in PLATFORMS)
            return f"{shares_in_words(record.shares(), self.library)} ({parts} of 100)"
        if isinstance(record, Votes):
            return self._votes(record)
        if isinstance(record, BegunFrom):
            return self._origin(record)
        return self.in_full(record).replace("\n", "; ")

    def _votes(self, votes: Votes) -> str:
        position, digits = Position(votes=votes), votes_in_digits(votes)
        shares = position.shares()
        if shares is None:
            return f"no votes yet ({digits})"
        return f"{'split' if position.is_split else shares_in_words(shares, self.library)} ({digits})"

    def _origin(self, origin: BegunFrom) -> str:
        cases = {case.id: case.label for case in (*self.library.cases, *self.workbook.own_cases)}
        drafts = {draft.id: draft.name.strip() for draft in self.workbook.drafts}
        known = cases if origin.kind == "case" else drafts
        return f"the {origin.kind} {known.get(origin.id) or origin.id}"

    def _said(self, record: Record) -> Iterator[tuple[str, str]]:
        kind = type(record)
        for field, about in kind.model_fields.items():
            value = getattr(record, field)
            if field == kind.key_field or value == about.get_default():
                continue
            members = [each for each in value if type(each) in NOUNS] if isinstance(value, tuple) else []
            if members:
                one, many = NOUNS[type(members[0])]
                yield counted(len(members), one, many), "; ".join(self.heading(each) for each in members)
            else:
                yield label(kind, field), self.value(kind, field, value)

    @cached_property
    def _names(self) -> Names:
        return catalogue_names(self.library, self.workbook.own_entries)

    @cached_property
    def _things(self) -> dict[str, dict[str, str]]:
        return {
            STAKEHOLDER: {each.id: tidy(each.name) for each in self.draft.stakeholders},
            INTEREST: {each.id: tidy(each.text) for each in self.draft.interests()},
            FLOW: {each.id: tidy(each.data) for each in self.draft.data_flows},
            SCENARIO: {each.id: tidy(each.name) for each in self.draft.scenarios},
        }

    @cached_property
    def _holders(self) -> dict[str, str]:
        return {
            interest.id: self.called(STAKEHOLDER, stakeholder.id)
            for stakeholder in self.draft.stakeholders
            for interest in stakeholder.interests
        }


def figure(value: object) -> str:
    """A number, a date, a moment, or yes or no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return moment_in_words(value)
    if isinstance(value, dt.date):
        return day(value)
    return f"{value:.12g}" if isinstance(value, float) else str(value)
