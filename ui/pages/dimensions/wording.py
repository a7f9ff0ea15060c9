"""A position as a sentence and as a bar."""

from fractions import Fraction

from workbook.analysis.position import position_in_words
from workbook.analysis.subject import Shares, Subject
from workbook.analysis.wording import capitalised
from workbook.library.loader import load
from workbook.model.vocabulary import DimensionId

NO_BREAK = "\u00a0"


def in_words(subject: Subject, dimension: DimensionId) -> str:
    """Where it stands, as the analysis says it; counts of votes stay on one line."""
    words = capitalised(position_in_words(subject, dimension, load()))
    return words.replace("votes ", f"votes{NO_BREAK}").replace(" / ", f"{NO_BREAK}/{NO_BREAK}")


def drawn(shares: Shares | None) -> dict[str, Fraction] | None:
    """Shares as the widgets take them, which know platforms by their names alone."""
    return None if shares is None else {str(platform): share for platform, share in shares.items()}
