"""Headers of tables and labels of charts: unique, never empty, short; made of names that people typed."""

import re
from collections.abc import Iterable, Sequence

from exports.report.cell_text import name_text

LONGEST_HEADER = 80
LONGEST_LABEL = 20
"""A longer label shrinks its chart to a thumbnail."""

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""In a cell such a text is kept as it is, but in the header of a table Excel takes it for a character."""

NO_NAME = "Without a name"


def distinct(names: Iterable[str], longest: int = LONGEST_HEADER) -> tuple[str, ...]:
    """The names, each cut to the longest allowed, and numbered where two are the same but for capitals."""
    taken: set[str] = set()
    made = []
    for name in names:
        plain = _ESCAPE.sub("_ ", name_text(name, longest)) or NO_NAME[:longest]
        tried, number = plain, 1
        while tried.casefold() in taken:
            number += 1
            end = f" ({number})"
            tried = name_text(plain, longest - len(end)) + end
        taken.add(tried.casefold())
        made.append(tried)
    return tuple(made)


def labels(names: Sequence[str]) -> tuple[str, ...]:
    """Labels for charts. A name that says "(envisaged)" keeps saying so: its other words become initials."""
    return distinct([_label(name) for name in names], LONGEST_LABEL)


def _label(name: str) -> str:
    begin, bracket, end = name.rpartition(" (envisaged)")
    if len(name) <= LONGEST_LABEL or not bracket or end:
        return name
    initials = "".join(word[0] for word in begin.split() if word[0].isupper())
    room = LONGEST_LABEL - len(bracket)
    return (initials if 1 < len(initials) <= room else name_text(begin, room)) + bracket
