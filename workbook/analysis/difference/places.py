"""Of what a sentence speaks: the step of the walk a change belongs to, and whose or which thing it is."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from workbook.analysis.difference.quoting import quoted
from workbook.analysis.difference.reading import Reading, figure
from workbook.analysis.difference.terms import NOUNS, SCENARIO, STAKEHOLDER
from workbook.analysis.walk import WALK
from workbook.analysis.wording import capitalised, counted, listed
from workbook.editing import Address, get
from workbook.model.benefits import AlignmentAction, Benefit, BusinessCase, Cost
from workbook.model.challenges import Challenge, Enabler, ReadinessEntry
from workbook.model.data_flows import DataFlow
from workbook.model.dimensions import Position
from workbook.model.lifecycle import Event, Move
from workbook.model.notes import Note
from workbook.model.record import Record
from workbook.model.scenarios import ChosenGovernmentRole, ChosenMechanism, Scenario
from workbook.model.scores import Score
from workbook.model.stakeholders import Interest, Stakeholder

ABOUT, RECORD = "about", "record"
TITLES: Mapping[str, str] = MappingProxyType(
    {ABOUT: "About the draft", **{step.id: step.title for step in WALK}, RECORD: "Record of the workshop"}
)
"""The groups of changes by id, in walking order."""

STEP_OF: Mapping[str, str] = MappingProxyType(
    {
        "framing": "framing",
        "dimensions": "dimensions",
        "scale": "scores",
        "stakeholders": "stakeholders",
        "data_flows": "data_flows",
        "scenarios": "scenarios",
        "chosen_scenario": "scenarios",
        "challenges": "challenges",
        "enablers": "challenges",
        "readiness": "challenges",
        "record": RECORD,
        "lifecycle": "lifecycle",
    }
)
"""By the first step of an address in a draft; what is not here is about the draft as a whole."""

STEP_OF_SCENARIO: Mapping[str, str] = MappingProxyType(
    {
        "scores": "scores",
        "mechanisms": "mechanisms",
        "government_roles": "mechanisms",
        "benefits": "benefits",
        "costs": "benefits",
        "business_cases": "benefits",
        "alignment_actions": "benefits",
    }
)
"""By the field of a scenario; the others are a matter of the scenarios."""

DEPTH_IN_SCENARIO = 2
"""Steps of an address before the field of a scenario."""


class Subject(NamedTuple):
    """How a sentence begins, and what follows the name of the field: "City: the weight" + " of “Privacy”"."""

    begins: str = ""
    follows: str = ""


def step_of(steps: Address) -> str:
    """The id of the group that an address in a draft belongs to."""
    if steps[0] == "scenarios" and len(steps) > DEPTH_IN_SCENARIO:
        return STEP_OF_SCENARIO.get(steps[DEPTH_IN_SCENARIO], "scenarios")
    return STEP_OF.get(steps[0], ABOUT)


def subject_at(reading: Reading, steps: Address) -> Subject:
    """Of whom or what the deepest thing on the way to an address is told."""
    for depth in range(len(steps), 0, -1):
        thing = get(reading.draft, steps[:depth])
        tell = SUBJECTS.get(type(thing))
        if tell is not None:
            return tell(reading, steps[:depth], thing)
    return Subject()


def thing_in_words(reading: Reading, steps: Address, thing: Record) -> str:
    """A member of a list with its noun: “the stakeholder “City””, with how much is in it."""
    tell = THINGS.get(type(thing))
    if tell is not None:
        return tell(reading, steps, thing)
    noun = NOUNS.get(type(thing), ("entry", "entries"))[0]
    return f"the {noun} {quoted(reading.heading(thing))}{_holding(thing)}"


def _holding(thing: Record) -> str:
    """What stands in it: " with 2 interests"."""
    inside = [getattr(thing, field) for field in type(thing).model_fields]
    counts = [
        counted(len(members), *NOUNS[type(members[0])])
        for members in inside
        if isinstance(members, tuple) and members and type(members[0]) in NOUNS
    ]
    return f" with {listed(counts)}" if counts else ""


# ------------------------------------------------------------------------------------- how sentences begin

Tell = Callable[[Reading, Address, Record], Subject]


def _dimension(reading: Reading, steps: Address, _: Record) -> Subject:
    return Subject(f"{reading.library.dimension(steps[1]).name}: ")


def _stakeholder(reading: Reading, steps: Address, _: Record) -> Subject:
    return Subject(f"{_holder(reading, steps)}: ")


def _interest(reading: Reading, steps: Address, thing: Record) -> Subject:
    return Subject(f"{_holder(reading, steps)}: ", f" of {quoted(reading.heading(thing))}")


def _scenario(reading: Reading, steps: Address, _: Record) -> Subject:
    return Subject(f"{_of_scenario(reading, steps)}: ")


def _entry_of_scenario(reading: Reading, steps: Address, thing: Record) -> Subject:
    return Subject(f"{_of_scenario(reading, steps)}, {reading.heading(thing)}: ")


def _score(reading: Reading, steps: Address, _: Record) -> Subject:
    return Subject(f"{_of_scenario(reading, steps)}: ", f" of {reading.interest(steps[-1])}")


def _of_scenario_by_noun(reading: Reading, steps: Address, thing: Record) -> Subject:
    noun = NOUNS[type(thing)][0]
    return Subject(f"{_of_scenario(reading, steps)}, {noun} {quoted(reading.heading(thing))}: ")


def _business_case(reading: Reading, steps: Address, _: Record) -> Subject:
    whose = reading.called(STAKEHOLDER, steps[-1])
    return Subject(f"{_of_scenario(reading, steps)}, business case of {whose}: ")


def _by_noun(reading: Reading, _: Address, thing: Record) -> Subject:
    noun = str(getattr(thing, "kind", "")) if isinstance(thing, Note) else NOUNS[type(thing)][0]
    return Subject(f"{capitalised(noun)} {quoted(reading.heading(thing))}: ")


def _readiness(reading: Reading, _: Address, thing: Record) -> Subject:
    return Subject(f"Readiness, {reading.heading(thing)}: ")


def _move(reading: Reading, steps: Address, thing: Record) -> Subject:
    return Subject(f"{capitalised(_move_in_words(reading, steps, thing).removeprefix('the '))}: ")


def _holder(reading: Reading, steps: Address) -> str:
    return capitalised(reading.called(STAKEHOLDER, steps[1]))


def _of_scenario(reading: Reading, steps: Address) -> str:
    return capitalised(reading.called(SCENARIO, steps[1]))


SUBJECTS: Mapping[type[Record], Tell] = MappingProxyType(
    {
        Position: _dimension,
        Stakeholder: _stakeholder,
        Interest: _interest,
        DataFlow: _by_noun,
        Scenario: _scenario,
        ChosenMechanism: _entry_of_scenario,
        ChosenGovernmentRole: _entry_of_scenario,
        Score: _score,
        Benefit: _of_scenario_by_noun,
        Cost: _of_scenario_by_noun,
        AlignmentAction: _of_scenario_by_noun,
        BusinessCase: _business_case,
        Challenge: _by_noun,
        Enabler: _by_noun,
        Event: _by_noun,
        Note: _by_noun,
        ReadinessEntry: _readiness,
        Move: _move,
    }
)

# ---------------------------------------------------------------------------------- things with their nouns

TellThing = Callable[[Reading, Address, Record], str]


def _interest_in_words(reading: Reading, _: Address, thing: Record) -> str:
    return f"the {getattr(thing, 'kind', 'interest')} {quoted(reading.heading(thing))}"


def _entry_in_words(reading: Reading, _: Address, thing: Record) -> str:
    return f"the {NOUNS[type(thing)][0]} {reading.heading(thing)}"


def _score_in_words(reading: Reading, steps: Address, thing: Record) -> str:
    value = getattr(thing, "value", None)
    score = "an entry without a score" if value is None else f"the score {figure(value)}"
    return f"{score} for {reading.interest(steps[-1])}"


def _business_case_in_words(reading: Reading, steps: Address, _: Record) -> str:
    return f"the business case of {reading.called(STAKEHOLDER, steps[-1])}"


def _readiness_in_words(reading: Reading, _: Address, thing: Record) -> str:
    level = reading.value(ReadinessEntry, "level", getattr(thing, "level", None))
    return f"the readiness of {reading.heading(thing)} ({level})"


def _note_in_words(reading: Reading, _: Address, thing: Record) -> str:
    return f"the {getattr(thing, 'kind', 'note')} {quoted(reading.heading(thing))}"


def _move_in_words(reading: Reading, _: Address, thing: Record) -> str:
    if not isinstance(thing, Move):
        return "the move"
    came, led = (reading.value(Move, field, getattr(thing, field)) for field in ("from_", "to"))
    return f"the move from {came} to {led} on {figure(thing.at.date())}"


THINGS: Mapping[type[Record], TellThing] = MappingProxyType(
    {
        Interest: _interest_in_words,
        ChosenMechanism: _entry_in_words,
        ChosenGovernmentRole: _entry_in_words,
        Score: _score_in_words,
        BusinessCase: _business_case_in_words,
        ReadinessEntry: _readiness_in_words,
        Note: _note_in_words,
        Move: _move_in_words,
    }
)
