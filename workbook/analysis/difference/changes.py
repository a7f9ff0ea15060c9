"""Each difference of two drafts as a sentence, with its address and the whole old and new value in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import JsonValue

from workbook.analysis.difference.matching import Matching
from workbook.analysis.difference.places import step_of, subject_at, thing_in_words
from workbook.analysis.difference.quoting import excerpt, excerpts, on_one_line
from workbook.analysis.difference.reading import Reading
from workbook.analysis.difference.subjects import Side
from workbook.analysis.difference.terms import label
from workbook.analysis.wording import capitalised, listed
from workbook.difference import Difference, Kind, plain
from workbook.editing import Address, field_called, get, write_address
from workbook.model.draft import BegunFrom, Draft
from workbook.model.mix import Mix, Votes
from workbook.model.record import Record

TOLD_WHOLE = (Mix, Votes, BegunFrom)
"""Records of which one field alone would say nothing."""


class Change(Record):
    """One difference in words.

    `address` is where it stands in the workbook of the second side, or of the first when it is gone; None
    where that is a case of the library. `before` and `after` are values as the file has them, `was` and `now`
    the same in words, whole: what the sentence may quote only in part. `difference` is what it tells, with
    the address relative to the draft.
    """

    step: str
    kind: Kind
    address: str | None
    words: str
    before: JsonValue
    after: JsonValue
    was: str
    now: str
    difference: Difference


@dataclass(frozen=True)
class Teller:
    """Both drafts as they read, and where they stand."""

    before: Reading
    after: Reading
    sides: tuple[Side, Side]
    matching: Matching

    def change(self, difference: Difference) -> Change:
        """A difference as a change told in words."""
        steps = difference.steps
        words, was, now = self._told(difference, steps)
        return Change(
            step=step_of(steps),
            kind=difference.kind,
            address=self.address(difference.kind, steps),
            words=words,
            before=difference.before,
            after=difference.after,
            was=was,
            now=now,
            difference=difference,
        )

    def address(self, kind: Kind, steps: Address) -> str | None:
        """Where it stands: in the second side, or in the first if it is gone or the second has no place."""
        one, other = self.sides
        if kind == "added":
            return other.address(*steps)
        before = one.address(*self.matching.steps_before(steps))
        return before if kind == "removed" else other.address(*steps) or before

    def _told(self, difference: Difference, steps: Address) -> tuple[str, str, str]:
        """The sentence, and the old and the new value."""
        if difference.kind == "changed":
            return self._changed(steps)
        reading = self.before if difference.kind == "removed" else self.after
        thing: Record = get(reading.draft, steps)
        begins = subject_at(reading, steps[:-1]).begins
        named = thing_in_words(reading, steps, thing)
        if difference.kind == "moved":
            was, now = (f"place {int(str(at)) + 1}" for at in (difference.before, difference.after))
            return f"{begins}{_sentence(begins, named)} moved from {was} to {now}.", was, now
        whole = reading.in_full(thing) or reading.heading(thing)
        sentence = f"{begins}{_sentence(begins, difference.kind)} {named}."
        return sentence, *((whole, "") if difference.kind == "removed" else ("", whole))

    def _changed(self, steps: Address) -> tuple[str, str, str]:
        owner, field = self._field(steps)
        one, other = get(self.before.draft, steps), get(self.after.draft, steps)
        was, now = self.before.value(owner, field, one), self.after.value(owner, field, other)
        subject = subject_at(self.after, steps[:-1])
        what = f"{subject.begins}{_sentence(subject.begins, label(owner, field))}{subject.follows}"
        if isinstance(one, tuple) and isinstance(other, tuple):
            return f"{what} {self._gained_and_lost(owner, field, one, other)}.", was, now
        if isinstance(one, str) and isinstance(other, str) and on_one_line(one) == on_one_line(other):
            return f"{what} changed in its spaces and line breaks alone.", was, now
        short = self._short(owner, field, one, other)
        return f"{what} went from {short[0]} to {short[1]}.", was, now

    def _short(self, owner: type[Record], field: str, one: object, other: object) -> tuple[str, str]:
        """Both values as a sentence shows them: shortened, and told apart even where their names are one."""
        words = [self.before.value(owner, field, one), self.after.value(owner, field, other)]
        marks = [self.before.is_quoted(owner, field, one), self.after.is_quoted(owner, field, other)]
        words = list(excerpts(*words)) if all(marks) else [excerpt(each) for each in words]
        said = [f"“{each}”" if mark else each for each, mark in zip(words, marks, strict=True)]
        if said[0] == said[1]:
            return f"{said[0]} ({_raw(one)})", f"{said[1]} ({_raw(other)})"
        return said[0], said[1]

    def _gained_and_lost(
        self, owner: type[Record], field: str, one: tuple[object, ...], other: tuple[object, ...]
    ) -> str:
        gained = [self.after.member(owner, field, each) for each in other if each not in one]
        lost = [self.before.member(owner, field, each) for each in one if each not in other]
        parts = [f"gained {listed(gained)}"] if gained else []
        parts += [f"lost {listed(lost)}"] if lost else []
        return " and ".join(parts) or "came into another order"

    def _field(self, steps: Address) -> tuple[type[Record], str]:
        """The kind of record, and its field, at an address: of a text in a list, the field of the list."""
        owner: object = get(self.after.draft, steps[:-1])
        if isinstance(owner, Record):
            return type(owner), field_called(owner, steps[-1])
        return self._field(steps[:-1])


def together(before: Draft, after: Draft, found: Iterable[Difference]) -> Iterator[Difference]:
    """The differences, with those within one mix, one count of votes or one origin taken together."""
    told: set[Address] = set()
    for difference in found:
        steps = _whole(after, difference.steps)
        if steps == difference.steps:
            yield difference
        elif steps not in told:
            told.add(steps)
            yield Difference(
                kind="changed",
                address=write_address(steps),
                before=plain(get(before, steps)),
                after=plain(get(after, steps)),
            )


def _whole(draft: Draft, steps: Address) -> Address:
    for depth in range(1, len(steps)):
        owner = steps[:depth]
        if steps[0] in {"dimensions", "begun_from"} and isinstance(get(draft, owner), TOLD_WHOLE):
            return owner
    return steps


def _sentence(begins: str, text: str) -> str:
    return text if begins else capitalised(text)


def _raw(value: object) -> str:
    return str(plain(value))
