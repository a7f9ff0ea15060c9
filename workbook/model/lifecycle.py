"""How a draft moved through the stages, and what happened meanwhile."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from workbook.model.record import Count, Date, Item, Moment, Record, Text, refuse_duplicates
from workbook.model.vocabulary import LifecyclePlace

Cycle = Annotated[Count, Field(ge=1)]


class Override(Record):
    """A gate condition that did not hold and was passed all the same, with the reason."""

    condition: Text
    because: Text = ""


class Move(Item):
    """One step from stage to stage: who, when, why, what held and what was overridden."""

    from_: LifecyclePlace = Field(alias="from")
    to: LifecyclePlace
    at: Moment
    by: Text = ""
    because: Text = ""
    cycle: Cycle = 1
    held: tuple[Text, ...] = ()
    overridden: tuple[Override, ...] = ()


class Event(Item):
    """Something that happened and changed the partnership's chances, such as an urgency or a new champion."""

    kind: Text = ""
    on: Date | None = None
    text: Text = ""


class Lifecycle(Record):
    """The log. The stage is the `to` of the last move, or the first stage; it is not stored twice."""

    moves: tuple[Move, ...] = ()
    events: tuple[Event, ...] = ()
    review_on: Date | None = None
    lessons: Text = ""

    @model_validator(mode="after")
    def _moves_follow_on(self) -> Self:
        refuse_duplicates((move.id for move in self.moves), "ids of moves")
        here: LifecyclePlace = "frame"
        for move in self.moves:
            if move.from_ != here:
                raise ValueError(f"move {move.id} starts from {move.from_}, but the draft stood at {here}")
            here = move.to
        return self

    @property
    def stage(self) -> LifecyclePlace:
        """Where the draft stands."""
        return self.moves[-1].to if self.moves else "frame"
