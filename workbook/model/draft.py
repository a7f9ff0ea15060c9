"""One design of the partnership, whole: everything a breakout group put on the table."""

from collections.abc import Iterator
from itertools import chain
from typing import Annotated, Literal, Self

from pydantic import ValidatorFunctionWrapHandler, WrapValidator, model_validator

from workbook.model.challenges import Challenge, Enabler, Readiness
from workbook.model.data_flows import DataFlow
from workbook.model.dimensions import Dimensions
from workbook.model.framing import Framing
from workbook.model.lifecycle import Lifecycle
from workbook.model.notes import Note
from workbook.model.record import Id, Item, Record, Text, refuse_duplicates, refuse_unknown
from workbook.model.scenarios import Scenario
from workbook.model.scores import Scale
from workbook.model.stakeholders import Interest, Stakeholder


class BegunFrom(Record):
    """What a draft was copied from. It stays true when the original is gone, so it is not checked."""

    kind: Literal["case", "draft"]
    id: Id


class Draft(Item):
    """A partnership design. Incomplete is allowed; ids used twice and references to nothing are not."""

    name: Text = ""
    summary: Text = ""
    begun_from: BegunFrom | None = None
    framing: Framing = Framing()
    dimensions: Dimensions = Dimensions()
    scale: Scale = Scale()
    stakeholders: tuple[Stakeholder, ...] = ()
    data_flows: tuple[DataFlow, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    chosen_scenario: Id | None = None
    challenges: tuple[Challenge, ...] = ()
    enablers: tuple[Enabler, ...] = ()
    readiness: Readiness = ()
    record: tuple[Note, ...] = ()
    lifecycle: Lifecycle = Lifecycle()

    @model_validator(mode="after")
    def _ids_once(self) -> Self:
        refuse_duplicates((item.id for item in self.items()), f"ids in draft {self.id}")
        return self

    @model_validator(mode="after")
    def _references_lead_somewhere(self) -> Self:
        scenarios = [scenario.id for scenario in self.scenarios]
        chosen = [("the choice", self.chosen_scenario)] if self.chosen_scenario is not None else []
        refuse_unknown(chosen, scenarios, "scenario")
        refuse_unknown(self._stakeholder_references(), (s.id for s in self.stakeholders), "stakeholder")
        refuse_unknown(self._flow_references(), (flow.id for flow in self.data_flows), "data flow")
        interests = chain.from_iterable(scenario.interest_references() for scenario in self.scenarios)
        refuse_unknown(interests, (interest.id for interest in self.interests()), "interest")
        return self

    @model_validator(mode="after")
    def _scores_on_scale(self) -> Self:
        for scenario in self.scenarios:
            for score in scenario.scores:
                off = [p for p in (score.value, score.low, score.high) if not self.scale.holds(p)]
                if off:
                    raise ValueError(
                        f"the score {off[0]} of {score.interest} in scenario {scenario.id} is off the scale "
                        f"from {self.scale.min} to {self.scale.max}"
                    )
        return self

    def interests(self) -> Iterator[Interest]:
        """Every stakeholder's interests, in order."""
        for stakeholder in self.stakeholders:
            yield from stakeholder.interests

    def items(self) -> Iterator[Item]:
        """Everything in the draft that has an id of its own."""
        yield from self.stakeholders
        yield from self.interests()
        yield from self.data_flows
        for scenario in self.scenarios:
            yield scenario
            yield from scenario.items()
        yield from self.challenges
        yield from self.enablers
        yield from self.record
        yield from self.lifecycle.moves
        yield from self.lifecycle.events

    def _stakeholder_references(self) -> Iterator[tuple[str, str]]:
        for flow in self.data_flows:
            for stakeholder in (flow.from_stakeholder, flow.to_stakeholder):
                if stakeholder is not None:
                    yield f"data flow {flow.id}", stakeholder
        for scenario in self.scenarios:
            yield from scenario.stakeholder_references()

    def _flow_references(self) -> Iterator[tuple[str, str]]:
        for scenario in self.scenarios:
            for flow in scenario.data_flows:
                yield f"scenario {scenario.id}", flow


def _as_it_is(value: object, check: ValidatorFunctionWrapHandler) -> object:
    return value if type(value) is Draft else check(value)


DraftInPlace = Annotated[Draft, WrapValidator(_as_it_is)]
"""A draft as a field. One that is a draft already was checked when it was made and cannot have changed since:
without this every edit of one draft would check all others of the workbook again."""
