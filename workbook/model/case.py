"""A reference case: a published, or own, partnership to compare with. Library and workbook hold the same."""

from fractions import Fraction
from typing import Self

from pydantic import Field, model_validator

from workbook.model.mix import Mix
from workbook.model.record import Id, Item, Record, Text, YesNo, refuse_duplicates
from workbook.model.vocabulary import (
    DIMENSIONS,
    CaseOutcome,
    DimensionId,
    Orientation,
    PlatformId,
    ReportedStage,
    Sector,
    ValueFor,
)


class CasePosition(Record):
    """What the source reports on one dimension, and our coding of it as a mix."""

    mix: Mix | None = None
    reported: Text = ""
    citation: Text = ""

    def shares(self) -> dict[PlatformId, Fraction] | None:
        """Exact shares of the three platforms; None when the case is not characterised here."""
        return None if self.mix is None else self.mix.shares()

    @property
    def is_characterised(self) -> bool:
        """Whether the position says where on the three platforms it stands."""
        return self.mix is not None


class CaseDimensions(Record):
    """A case on the eight dimensions; an empty position means the source does not characterise it."""

    primary_interest: CasePosition = CasePosition()
    contextual_factors: CasePosition = CasePosition()
    problem_definition: CasePosition = CasePosition()
    orientation: CasePosition = CasePosition()
    dependencies: CasePosition = CasePosition()
    timeframes: CasePosition = CasePosition()
    sector_conception: CasePosition = CasePosition()
    sensemaking_theme: CasePosition = CasePosition()

    def positions(self) -> dict[DimensionId, CasePosition]:
        """Positions by dimension, in the order of the framework."""
        return {dimension: getattr(self, dimension) for dimension in DIMENSIONS}


class Statement(Record):
    """Something the source says about the case."""

    text: Text
    citation: Text = ""


class CaseDriver(Record):
    """What moved somebody in the case; `motivation` is a catalogue entry."""

    text: Text
    orientation: Orientation | None = None
    motivation: Id | None = None
    citation: Text = ""


class CaseStakeholder(Record):
    """Somebody in the case; `roles` are catalogue entries."""

    name: Text
    sector: Sector = "other"
    roles: tuple[Id, ...] = ()
    citation: Text = ""

    @model_validator(mode="after")
    def _roles_once(self) -> Self:
        refuse_duplicates(self.roles, f"roles of {self.name}")
        return self


class CaseData(Record):
    """Which data went, or would go, from whom to whom."""

    data: Text
    from_stakeholder: Text = ""
    to_stakeholder: Text = ""
    citation: Text = ""


class ProcessStep(Record):
    """One reported step, in order, mapped to a stage of the lifecycle (the mapping is ours).

    `expected` marks a step that the source foresees and does not report as taken.
    """

    stage: ReportedStage
    text: Text
    expected: YesNo = False
    mechanisms: tuple[Id, ...] = ()
    citation: Text = ""


class CaseMechanism(Record):
    """A mechanism of the catalogue and how it worked, or was meant to work, in the case."""

    mechanism: Id
    how: Text = ""
    citation: Text = ""


class CaseGovernmentRole(Record):
    """A role of government of the catalogue and how it was played in the case."""

    role: Id
    how: Text = ""
    citation: Text = ""


class CaseBenefit(Record):
    """A benefit sought, expected or reported: for whom, and whether private or public value."""

    text: Text
    value: ValueFor
    kind: Id | None = None
    stakeholder: Text = ""
    citation: Text = ""


class CaseChallenge(Record):
    """A challenge the source names, under one of the seven categories."""

    category: Id
    text: Text
    citation: Text = ""


class Case(Item):
    """A partnership as its source reports it. What the source leaves out is listed, never made up."""

    name: Text
    short_name: Text = ""
    citation: Text
    studied: Text = ""
    outcome: CaseOutcome = "reported"
    platform: PlatformId | None = Field(None, description="The platform its authors assign, if any.")
    summary: Text = ""
    context: tuple[Statement, ...] = ()
    dimensions: CaseDimensions = CaseDimensions()
    drivers: tuple[CaseDriver, ...] = ()
    stakeholders: tuple[CaseStakeholder, ...] = ()
    data: tuple[CaseData, ...] = ()
    process: tuple[ProcessStep, ...] = ()
    mechanisms: tuple[CaseMechanism, ...] = ()
    government_roles: tuple[CaseGovernmentRole, ...] = ()
    benefits: tuple[CaseBenefit, ...] = ()
    challenges: tuple[CaseChallenge, ...] = ()
    lessons: tuple[Statement, ...] = ()
    not_reported: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        refuse_duplicates((each.mechanism for each in self.mechanisms), f"mechanisms of case {self.id}")
        refuse_duplicates(
            (each.role for each in self.government_roles), f"roles of government of case {self.id}"
        )
        return self

    @property
    def label(self) -> str:
        """The short name, always with the warning when the case has not (yet) happened."""
        name = self.short_name or self.name
        return f"{name} (envisaged)" if self.outcome == "envisaged" else name

    @property
    def is_characterised(self) -> bool:
        """Whether any dimension has a position; only then can a similarity be computed."""
        return any(position.is_characterised for position in self.dimensions.positions().values())
