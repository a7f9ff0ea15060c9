"""Drafts and cases for charts: the example, a crowd, and the longest names."""

from fractions import Fraction

from tests.builders import three_drafts
from ui.charts.similarity import Likeness, Similarities
from ui.charts.subjects import everyone, similarities
from ui.charts.who import Who
from ui.findings import Findings

LONG = "Conceptualization of sectors, as the table by the window understood it on the second day"


def example() -> tuple[Who, ...]:
    """Three drafts and three cases, in the first draft."""
    workbook = three_drafts()
    subjects = Findings().beside_cases(workbook).subjects
    return everyone(subjects, workbook, workbook.drafts[0].id)


def example_likeness() -> Similarities:
    """The first draft of the example against the cases."""
    workbook = three_drafts()
    return similarities(Findings().beside_cases(workbook), workbook, workbook.drafts[0].id)


def draft(place: int, parts: tuple[int, int, int] | None, name: str = "") -> Who:
    """A draft with so many parts of each platform; None: not placed."""
    letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place]
    shares = None
    if parts is not None:
        one, two, three = (Fraction(part, sum(parts)) for part in parts)
        shares = (one, two, three)
    words = "not placed yet" if shares is None else "somewhere"
    return Who(f"d{place}", "draft", name or f"Table {letter}", letter, place == 0, shares, words)


def crowd() -> tuple[Who, ...]:
    """Twenty drafts, of which many stand at the same few points, and one is not placed."""
    spots = ((1, 0, 0), (0, 1, 0), (0, 0, 1), (7, 3, 0), (1, 1, 1))
    drafts = [draft(place, spots[place % 5], LONG if place == 2 else "") for place in range(19)]
    return (*drafts, draft(19, None), *example()[3:])


def long_names() -> tuple[Who, ...]:
    """Two drafts with names that fit nowhere, and the cases."""
    return (draft(0, (35, 52, 13), LONG), draft(1, None, f"{LONG} and beyond"), *example()[3:])


def long_likeness() -> Similarities:
    """Likenesses of every word, and one that cannot be known."""
    one, two, three = example()[3:]
    return Similarities(
        draft(0, (1, 1, 0), LONG),
        (
            Likeness(one, 1.0, "very alike, 100 of 100"),
            Likeness(two, 0.0, "different, 0 of 100"),
            Likeness(three, None, "not comparable"),
            Likeness(draft(3, (1, 0, 0), LONG), 0.5, "partly alike, 50 of 100"),
        ),
    )
