"""How shares of draws are put into words: a word first, then whole per cents."""

from math import ceil, sqrt

BANDS = ((0.95, "robust"), (0.80, "likely"), (0.20, "open"))
RULED_OUT = 0.05
BANDS_RULE = (
    "From 95 % of the draws, before rounding, “robust”, from 80 % “likely”, from 20 % “open”, above 5 % "
    "“unlikely”, otherwise “ruled out”."
)


def how_sure(share: float) -> str:
    """From "robust" to "ruled out"."""
    for least, word in BANDS:
        if share >= least:
            return word
    return "unlikely" if share > RULED_OUT else "ruled out"


def per_cent(share: float) -> str:
    """Whole per cents. What nearly always or hardly ever holds is told from what always or never does."""
    rounded = f"{int(share * 100 + 0.5)} %"
    if rounded == "100 %" and share < 1:
        return "over 99 %"
    if rounded == "0 %" and share > 0:
        return "under 1 %"
    return rounded


def margin(draws: int) -> int:
    """By how many per cents chance may move a share, in 95 simulations of 100, at the most."""
    return ceil(1.96 * sqrt(0.25 / draws) * 100)
