"""What a citation may look like, and the sources it points at.

A citation is made of parts, separated by a semicolon and a space. A part is

- a source by its short name, with a place in it: `Susha et al. 2019, section 5.1 and Table 3`;
- the same with works it cites: `Susha et al. 2019, section 2, citing Klein & Verhulst 2017`;
- something of ours: `Our own wording` or `Our coding`, alone, or `of` or `, after` a source;
- after the first part, what of the entry is ours: `category and question ours`.
"""

import re
from collections.abc import Iterable

from workbook.library.entries import Source

WORDING = frozenset({"advice", "explanation", "question", "remark"})
CODING = frozenset(
    {
        "category",
        "coding",
        "grouping",
        "label",
        "list",
        "mix",
        "motivation",
        "order",
        "orientation",
        "role",
        "sector",
        "stage",
    }
)
"""What of an entry can be ours: words of ours, or our reading of the source's."""


class CitationError(ValueError):
    """A citation does not follow the grammar, or names a source that the library does not have."""


def sources_cited(citation: str, sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources that a citation points at, in the order named, each once.

    Raises:
        CitationError: the citation cannot be read.
    """
    by_name = {source.short_name: source for source in sources}
    cited: list[Source] = []
    for position, part in enumerate(citation.split("; ")):
        remark = position and re.fullmatch(r"([a-z]+(?: and [a-z]+)*) ours", part)
        cited += _ours(remark[1].split(" and "), by_name) if remark else _part(part, by_name)
    return tuple(dict.fromkeys(cited))


def _part(part: str, by_name: dict[str, Source]) -> list[Source]:
    name = max((name for name in by_name if part.startswith(name)), key=len, default=None)
    if name is None:
        raise CitationError(f"{part!r} does not begin with the short name of a source")
    source, rest = by_name[name], part.removeprefix(name)
    if source.kind == "ours":
        return [source, *_after(rest, by_name)]
    place, citing, others = rest.partition(", citing ")
    if place and not re.fullmatch(r", \S(.*\S)?", place):
        raise CitationError(f"{part!r} does not go on with a comma and a place in the source")
    return [source, *(_named(other, by_name) for other in others.split(" and ") if citing)]


def _after(rest: str, by_name: dict[str, Source]) -> list[Source]:
    if not rest:
        return []
    link = next((link for link in (" of ", ", after ") if rest.startswith(link)), None)
    if link is None:
        raise CitationError(f"{rest!r} does not say after whom")
    return _part(rest.removeprefix(link), by_name)


def _ours(what: list[str], by_name: dict[str, Source]) -> list[Source]:
    if unknown := set(what) - WORDING - CODING:
        raise CitationError(f"{', '.join(sorted(unknown))} is nothing that can be ours")
    ours = {"Our own wording": WORDING, "Our coding": CODING}
    return [_named(name, by_name) for name, words in ours.items() if words.intersection(what)]


def _named(name: str, by_name: dict[str, Source]) -> Source:
    if name not in by_name:
        raise CitationError(f"{name!r} is not the short name of a source")
    return by_name[name]
