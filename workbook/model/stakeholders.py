"""Who is at the table or touched by it, what they want and fear, and what they have without an agreement."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from workbook.model.record import Id, Item, Number, Text, refuse_duplicates
from workbook.model.vocabulary import (
    Certainty,
    InterestKind,
    Orientation,
    Sector,
    Standing,
    WeightsKnown,
)

Weight = Annotated[Number, Field(ge=0)]


class Interest(Item):
    """Something a stakeholder wants or fears. No weight means its importance was not said."""

    text: Text = ""
    kind: InterestKind = "want"
    orientation: Orientation | None = None
    motivation: Id | None = None
    weight: Weight | None = Field(
        None, description="Importance in any unit; compared within one stakeholder only."
    )
    red_line: Number | None = Field(None, description="The lowest score its holder accepts, in scale points.")


class Stakeholder(Item):
    """A party, or somebody affected, with its situation without agreement valued in scale points."""

    name: Text = ""
    sector: Sector = "other"
    standing: Standing = "party"
    roles: tuple[Id, ...] = ()
    without_agreement: Text = ""
    reservation_value: Number = 0
    weights_known: WeightsKnown = "given"
    certainty: Certainty = "fairly_sure"
    interests: tuple[Interest, ...] = ()

    @model_validator(mode="after")
    def _roles_once(self) -> Self:
        refuse_duplicates(self.roles, f"roles of {self.name or self.id}")
        return self
