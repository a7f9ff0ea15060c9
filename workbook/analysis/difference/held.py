"""What a draft holds, in words and whole: how a snapshot is read without being made the draft again."""

from collections.abc import Iterator
from dataclasses import replace

from workbook.analysis.cells import why_placed
from workbook.analysis.difference.changes import TOLD_WHOLE
from workbook.analysis.difference.places import TITLES, step_of, subject_at, thing_in_words
from workbook.analysis.difference.reading import Reading
from workbook.analysis.difference.subjects import Begin, Side, drafts_of
from workbook.analysis.difference.terms import NOUNS, label
from workbook.analysis.finding import Finding
from workbook.analysis.subject import Subject, draft_subject
from workbook.analysis.wording import capitalised
from workbook.editing import Address, key_of
from workbook.library.entries import Library
from workbook.model.dimensions import Position
from workbook.model.record import Record

ITSELF = "the "
"""How the words for a thing begin within a sentence, and not where they stand alone."""


class Held(Record):
    """A field, or a thing with its fields, that holds something: what it is called, and what it says.

    `why` answers for the position on a dimension, which is read off a mix or votes.
    """

    step: str
    title: str
    said: str
    why: Finding | None = None


class StepHeld(Record):
    """What is held of one step of the walk."""

    step: str
    title: str
    held: tuple[Held, ...]


def held(side: Side, library: Library, *, begin: Begin) -> tuple[StepHeld, ...]:
    """Everything that a draft, snapshot or case says, by step of the walk; what is not said is left out.

    A case is read as the draft that one would begin from it, which `begin` does.
    """
    draft, _ = drafts_of(side, side, begin)
    reading = Reading(draft, side.workbook, library)
    subject = replace(draft_subject(draft), name=side.name, root=side.root)
    found = [_with_why(each, subject, library) for each in _of_container(reading, draft, ())]
    by_step = {step: tuple(each for each in found if each.step == step) for step in TITLES}
    return tuple(StepHeld(step=step, title=TITLES[step], held=its) for step, its in by_step.items() if its)


def _with_why(held: Held, subject: Subject, library: Library) -> Held:
    if held.step != "dimensions":
        return held
    dimension = next(each.id for each in library.dimensions if each.name == held.title)
    return held.replace(why=why_placed(subject, dimension, library))


def _of_container(reading: Reading, record: Record, steps: Address) -> Iterator[Held]:
    """Each field by itself: the record is only where they stand, such as the framing."""
    for name, said in _plain_fields(reading, record):
        at = (*steps, name)
        yield Held(step=step_of(at), title=capitalised(label(type(record), name)), said=said)
    yield from _inside(reading, record, steps)


def _of_thing(reading: Reading, thing: Record, steps: Address) -> Iterator[Held]:
    """The fields taken together, then what stands in the thing."""
    lines = [
        f"{capitalised(label(type(thing), name))}: {said}" for name, said in _plain_fields(reading, thing)
    ]
    yield Held(step=step_of(steps), title=_title(reading, thing, steps), said="\n".join(lines))
    yield from _inside(reading, thing, steps)


def _inside(reading: Reading, record: Record, steps: Address) -> Iterator[Held]:
    for name, at, value in _fields(record, steps):
        if isinstance(value, tuple) and _are_things(value):
            for place, member in enumerate(value):
                yield from _of_thing(reading, member, (*at, key_of(member) or str(place)))
        elif isinstance(value, Position):
            yield from _of_thing(reading, value, at)
        elif not _is_plain(value):
            yield from _of_container(reading, getattr(record, name), at)


def _plain_fields(reading: Reading, record: Record) -> Iterator[tuple[str, str]]:
    """The fields that hold neither things nor further fields, with what they say."""
    for name, _, value in _fields(record, ()):
        if _is_plain(value):
            yield name, reading.value(type(record), name, value)


def _fields(record: Record, steps: Address) -> Iterator[tuple[str, Address, object]]:
    """The fields that are not as in a new record, each with its address."""
    for name, about in type(record).model_fields.items():
        value = getattr(record, name)
        if name != record.key_field and value != about.get_default():
            yield name, (*steps, about.alias or name), value


def _is_plain(value: object) -> bool:
    if isinstance(value, tuple):
        return not _are_things(value)
    return not isinstance(value, Record) or isinstance(value, TOLD_WHOLE)


def _are_things(members: tuple[object, ...]) -> bool:
    return bool(members) and type(members[0]) in NOUNS


def _title(reading: Reading, thing: Record, steps: Address) -> str:
    if isinstance(thing, Position):
        return reading.library.dimension(steps[1]).name
    begins = subject_at(reading, steps[:-1]).begins
    named = thing_in_words(reading, steps, thing)
    return f"{begins}{named}" if begins else capitalised(named.removeprefix(ITSELF))
