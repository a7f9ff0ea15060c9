"""Candidate ways of sharing: which flows, which mechanisms, what each interest gets out of it."""

from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import model_validator

from workbook.model.benefits import AlignmentAction, Benefit, BusinessCase, Cost
from workbook.model.record import Id, Item, Record, Text, refuse_duplicates
from workbook.model.scores import Scores
from workbook.model.vocabulary import MechanismStatus


class ChosenMechanism(Record):
    """A mechanism of the catalogue, how it is used here and which interests it aligns."""

    key_field: ClassVar[str | None] = "mechanism"

    mechanism: Id
    how: Text = ""
    serves: tuple[Id, ...] = ()
    status: MechanismStatus = "considered"


class ChosenGovernmentRole(Record):
    """A role of government of the catalogue and how it is played here."""

    key_field: ClassVar[str | None] = "role"

    role: Id
    how: Text = ""


class Scenario(Item):
    """One candidate for a win-win."""

    name: Text = ""
    description: Text = ""
    data_flows: tuple[Id, ...] = ()
    mechanisms: tuple[ChosenMechanism, ...] = ()
    government_roles: tuple[ChosenGovernmentRole, ...] = ()
    scores: Scores = ()
    benefits: tuple[Benefit, ...] = ()
    costs: tuple[Cost, ...] = ()
    business_cases: tuple[BusinessCase, ...] = ()
    alignment_actions: tuple[AlignmentAction, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        where = f"of scenario {self.name or self.id}"
        refuse_duplicates(self.data_flows, f"data flows {where}")
        refuse_duplicates((each.mechanism for each in self.mechanisms), f"mechanisms {where}")
        refuse_duplicates((each.role for each in self.government_roles), f"roles of government {where}")
        refuse_duplicates((each.stakeholder for each in self.business_cases), f"business cases {where}")
        return self

    def items(self) -> Iterator[Item]:
        """Everything in the scenario that has an id of its own."""
        yield from self.benefits
        yield from self.costs
        yield from self.alignment_actions

    def stakeholder_references(self) -> Iterator[tuple[str, str]]:
        """(who points, at which stakeholder)."""
        for benefit in self.benefits:
            for stakeholder in (benefit.stakeholder, benefit.from_stakeholder):
                if stakeholder is not None:
                    yield f"benefit {benefit.id}", stakeholder
        for cost in self.costs:
            if cost.stakeholder is not None:
                yield f"cost {cost.id}", cost.stakeholder
        for case in self.business_cases:
            yield f"a business case of scenario {self.id}", case.stakeholder

    def interest_references(self) -> Iterator[tuple[str, str]]:
        """(who points, at which interest)."""
        for score in self.scores:
            yield f"a score of scenario {self.id}", score.interest
        for mechanism in self.mechanisms:
            for interest in mechanism.serves:
                yield f"mechanism {mechanism.mechanism} of scenario {self.id}", interest
        for benefit in self.benefits:
            for interest in benefit.serves:
                yield f"benefit {benefit.id}", interest
