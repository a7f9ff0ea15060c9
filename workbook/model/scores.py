"""What a scenario does to an interest, in points on the draft's scale."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from workbook.model.keyed import KeyedBy
from workbook.model.record import Id, Number, Record, Text
from workbook.model.vocabulary import ScoreBasis


class Scale(Record):
    """The points a score may take. 0 is "no different from no agreement"; a null step allows any number."""

    min: Number = -3
    max: Number = 3
    step: Number | None = 1

    @model_validator(mode="after")
    def _holds_zero(self) -> Self:
        if not (self.min < self.max and self.min <= 0 <= self.max):
            raise ValueError("a scale must run from its min up to its max and hold 0 (no different)")
        if self.step is not None and self.step <= 0:
            raise ValueError("the step of a scale must be greater than 0, or null for any number")
        return self

    def holds(self, value: float | None) -> bool:
        """Whether a score may take this value; nothing said always may."""
        return value is None or self.min <= value <= self.max


class Score(Record):
    """The effect on one interest relative to no agreement. `value` None: not scored yet, which is never 0."""

    key_field: ClassVar[str | None] = "interest"

    interest: Id
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    evidence: Text = ""
    said_by: Text = ""
    citation: Text = ""
    basis: ScoreBasis = "room"

    @model_validator(mode="after")
    def _range_holds_value(self) -> Self:
        if self.low is None and self.high is None:  # most scores; there may be thousands
            return self
        points = [point for point in (self.low, self.value, self.high) if point is not None]
        if points != sorted(points):
            raise ValueError(f"the score of {self.interest} must lie between its low and its high")
        return self


Scores = Annotated[tuple[Score, ...], KeyedBy(Score, "interests scored in a scenario")]
"""In the file under their interest."""
