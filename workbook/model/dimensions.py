"""Where a draft stands on each of the eight dimensions."""

from fractions import Fraction
from typing import Self

from pydantic import model_validator

from workbook.model.mix import Mix, Votes
from workbook.model.record import Record, Text
from workbook.model.vocabulary import DIMENSIONS, Confidence, DimensionId, PlatformId

AGREED_FROM = Fraction(60, 100)


class Position(Record):
    """A draft's position on one dimension: a mix or votes, in the room's words, and what it rests on."""

    mix: Mix | None = None
    votes: Votes | None = None
    characterisation: Text = ""
    evidence: Text = ""
    confidence: Confidence | None = None

    @model_validator(mode="after")
    def _one_way_of_saying_it(self) -> Self:
        if self.mix is not None and self.votes is not None:
            raise ValueError("a position is given as a mix or as votes, not both")
        return self

    def shares(self) -> dict[PlatformId, Fraction] | None:
        """Exact shares of the three platforms; None when nobody has characterised the dimension yet."""
        if self.mix is not None:
            return self.mix.shares()
        if self.votes is not None and self.votes.total:
            return {platform: Fraction(n, self.votes.total) for platform, n in self.votes.counts().items()}
        return None

    @property
    def is_split(self) -> bool:
        """Whether the room voted and no platform got 60 % of the votes: that is no mixed partnership."""
        if self.votes is None or not self.votes.total:
            return False
        return Fraction(max(self.votes.counts().values()), self.votes.total) < AGREED_FROM

    @property
    def is_characterised(self) -> bool:
        """Whether the position says where on the three platforms it stands."""
        return self.mix is not None or (self.votes is not None and self.votes.total > 0)


class Dimensions(Record):
    """The eight dimensions (Susha et al. 2019, Table 1, after Selsky & Parker 2010)."""

    primary_interest: Position = Position()
    contextual_factors: Position = Position()
    problem_definition: Position = Position()
    orientation: Position = Position()
    dependencies: Position = Position()
    timeframes: Position = Position()
    sector_conception: Position = Position()
    sensemaking_theme: Position = Position()

    def positions(self) -> dict[DimensionId, Position]:
        """Positions by dimension, in the order of the framework."""
        return {dimension: getattr(self, dimension) for dimension in DIMENSIONS}
