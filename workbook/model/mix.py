"""A position over the three platforms: shares of a mix, or participants' votes."""

from fractions import Fraction
from typing import Annotated, Self

from pydantic import Field, model_validator

from workbook.model.record import Count, Number, Record
from workbook.model.vocabulary import PLATFORMS, PlatformId

SUM_TOLERANCE = 1e-6

Share = Annotated[Number, Field(ge=0, le=1)]


def exact(number: float) -> Fraction:
    """The number as it was written: 0.7 is seven tenths, not the nearest binary fraction."""
    return Fraction(repr(number))


class Mix(Record):
    """Shares (0-1) of the platforms, summing to 1 (Susha et al. 2019, Table 1; the mix is our extension)."""

    resource_dependence: Share = 0
    social_issue: Share = 0
    societal_sector: Share = 0

    @model_validator(mode="after")
    def _sums_to_one(self) -> Self:
        total = sum(getattr(self, platform) for platform in PLATFORMS)
        if abs(total - 1) > SUM_TOLERANCE:
            raise ValueError(f"the shares of a mix must sum to 1, but these sum to {total:g}")
        return self

    def shares(self) -> dict[PlatformId, Fraction]:
        """Exact shares, brought to a sum of exactly 1, in the order of the platforms."""
        written = {platform: exact(getattr(self, platform)) for platform in PLATFORMS}
        total = sum(written.values())
        return {platform: share / total for platform, share in written.items()}


class Votes(Record):
    """How many participants chose each platform for one dimension."""

    resource_dependence: Count = 0
    social_issue: Count = 0
    societal_sector: Count = 0

    def counts(self) -> dict[PlatformId, int]:
        """Votes by platform, in the order of the platforms."""
        return {platform: getattr(self, platform) for platform in PLATFORMS}

    @property
    def total(self) -> int:
        """How many votes were cast."""
        return sum(self.counts().values())


def pick(platform: PlatformId, lean: PlatformId | None = None) -> Mix:
    """One platform picked; with a lean, 0.7 of it and 0.3 of the other."""
    if lean is None or lean == platform:
        return Mix.model_validate({platform: 1})
    return Mix.model_validate({platform: 0.7, lean: 0.3})
