"""Pasted rows as stakeholders and interests: the name first, then cells in any order that are understood."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ui.forms.number_field import read_number
from ui.pages.stakeholders.wording import KINDS, ORIENTATIONS, SECTORS, STANDINGS
from workbook.edits.ids import NewId, new_id
from workbook.library.entries import Entry
from workbook.model.stakeholders import Interest, Stakeholder

Rows = Iterable[tuple[str, ...]]
MORE_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "fear": ("kind", "concern"),
        "worry": ("kind", "concern"),
        "wish": ("kind", "want"),
        "self": ("orientation", "self"),
        "social": ("orientation", "social"),
        "public": ("orientation", "social"),
        "firm": ("sector", "business"),
        "public sector": ("sector", "government"),
        "ngo": ("sector", "nonprofit"),
        "university": ("sector", "research"),
    }
)
HEADS = {"interest", "interests", "stakeholder", "stakeholders", "name", "text"}


@dataclass(frozen=True)
class Read:
    """What rows were read as, and the cells that nothing could be made of."""

    items: tuple[Any, ...]
    not_understood: tuple[str, ...]


def read_stakeholders(rows: Rows, make_id: NewId = new_id) -> Read:
    """A stakeholder for each row: name, and in any order its sector and standing."""
    known = _known(sector=SECTORS, standing=STANDINGS)
    items, lost = [], []
    for name, *cells in _without_head(rows):
        fields, left = _fields(cells, known)
        items.append(Stakeholder(id=make_id("s"), name=name, **fields))
        lost += left
    return Read(tuple(items), tuple(lost))


def read_interests(rows: Rows, motivations: Iterable[Entry], make_id: NewId = new_id) -> Read:
    """An interest for each row: its words, and in any order kind, weight, orientation and motivation."""
    known = _known(kind=KINDS, orientation=ORIENTATIONS[1:])
    known |= {entry.name.casefold(): ("motivation", entry.id) for entry in motivations}
    items, lost = [], []
    for text, *cells in _without_head(rows):
        fields, left = _fields(cells, known)
        for cell in left:
            weight = _weight(cell)
            if weight is None or "weight" in fields:
                lost.append(cell)
            else:
                fields["weight"] = weight
        items.append(Interest(id=make_id("i"), text=text, **fields))
    return Read(tuple(items), tuple(lost))


def _known(**options: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, str]]:
    """What a cell may say: the words of the page, and those of the file."""
    known = {words: found for words, found in MORE_WORDS.items() if found[0] in options}
    for field, pairs in options.items():
        for key, words in pairs:
            known |= {key.casefold(): (field, key), words.casefold(): (field, key)}
    return known


def _fields(cells: Iterable[str], known: Mapping[str, tuple[str, str]]) -> tuple[dict[str, Any], list[str]]:
    fields: dict[str, Any] = {}
    left = []
    for cell in cells:
        found = known.get(cell.casefold())
        if found is not None and found[0] not in fields:
            fields[found[0]] = found[1]
        elif cell:
            left.append(cell)
    return fields, left


def _weight(cell: str) -> float | None:
    try:
        weight = read_number(cell)
    except ValueError:
        return None
    return weight if weight >= 0 else None


def _without_head(rows: Rows) -> tuple[tuple[str, ...], ...]:
    """Rows that have a name. A first row that only names the columns of a spreadsheet is none."""
    kept = tuple(row for row in rows if row and row[0])
    if len(kept) > 1 and len(kept[0]) > 1 and kept[0][0].casefold() in HEADS:
        return kept[1:]
    return kept
