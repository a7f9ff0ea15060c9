"""What several places of a source say, told as one: the sentences, and the places once each."""

import re
from collections.abc import Iterable

from workbook.analysis.wording import listed

_PLACES = re.compile(r"(?P<work>[^,]+ \d{4}), (?P<places>(?:(?:and|Tables?|sections?|,|[\d.]+)\s*)+)")
_GROUP = re.compile(r"(Table|section)s?((?:[\s,]|and|[\d.])+)")


def sentences(texts: Iterable[str]) -> str:
    """One after the other, each with its full stop."""
    return " ".join(f"{text.rstrip('.')}." for text in texts)


def together(citations: Iterable[str]) -> str:
    """Each place once, without remarks on what is ours: "Susha et al. 2019, sections 4 and 5.1, Table 2"."""
    places: dict[str, dict[str, list[str]]] = {}
    others: list[str] = []
    for citation in dict.fromkeys(each.partition(";")[0].strip() for each in citations):
        found = _PLACES.fullmatch(citation)
        if found is None:
            others.append(citation)
            continue
        work = places.setdefault(found["work"], {"section": [], "Table": []})
        for kind, numbers in _GROUP.findall(found["places"]):
            work[kind] += [each for each in re.findall(r"[\d.]+", numbers) if each not in work[kind]]
    told = [", ".join((work, *_named(kinds))) for work, kinds in places.items()]
    return "; ".join(filter(None, (*told, *others)))


def _named(kinds: dict[str, list[str]]) -> list[str]:
    return [
        f"{kind}{'s' if len(numbers) > 1 else ''} {listed(sorted(numbers, key=_order))}"
        for kind, numbers in kinds.items()
        if numbers
    ]


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split(".") if part)
