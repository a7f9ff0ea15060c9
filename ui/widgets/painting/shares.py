"""A mix as it is drawn: exact shares in the one order, and whole parts that sum to 100."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias, Union

from ui.widgets.painting.platforms import SIGN, SIGNS

if TYPE_CHECKING:
    from fractions import Fraction

Shares: TypeAlias = Mapping[str, Union["Fraction", float]]
"""By platform. Fractions, which are slow to import, are loaded with the first mix."""

FINEST = 1_000_000
"""A mix sums to 1 within a millionth: what lies below is a float's own dust."""


def in_order(shares: Shares | None) -> dict[str, Fraction] | None:
    """The shares above 0 in the order Resource, Issue, Sector, summing to exactly 1; None: not placed."""
    if shares is None:
        return None
    exact = {sign.id: _exact(shares.get(sign.id, 0)) for sign in SIGNS}
    whole = sum(exact.values())
    if whole <= 0:
        return None
    return {platform: share / whole for platform, share in exact.items() if share > 0}


def parts(shares: Mapping[str, Fraction]) -> dict[str, int]:
    """Whole parts of 100 that sum to 100."""
    from workbook.analysis.wording import parts_of_100

    return parts_of_100(shares)


def in_words(shares: Shares | None) -> str:
    """A mix for someone who cannot see the bar: "Resource 30, Issue 70 of 100"."""
    placed = in_order(shares)
    if placed is None:
        return "Not placed"
    said = ", ".join(f"{SIGN[platform].short} {part}" for platform, part in parts(placed).items())
    return f"{said} of 100"


def _exact(share: Fraction | float) -> Fraction:
    from fractions import Fraction

    return max(Fraction(0), Fraction(share).limit_denominator(FINEST))
