"""Typed and pasted rows as items of a scenario's lists: the words first, then cells in any order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ui.forms.date_field import read_date
from ui.pages.scenarios.context import Context
from ui.pages.scenarios.kinds import Item, Kind
from workbook.edits.ids import NewId, new_id
from workbook.model.workbook import OwnEntry

Rows = Iterable[tuple[str, ...]]
HEADS = {
    "benefit",
    "benefits",
    "cost",
    "costs",
    "action",
    "actions",
    "mechanism",
    "mechanisms",
    "role",
    "text",
}


@dataclass(frozen=True)
class Read:
    """What rows were read as: items, entries to be made for them, and cells nothing could be made of."""

    items: tuple[Item, ...]
    entries: tuple[OwnEntry, ...] = ()
    not_understood: tuple[str, ...] = ()


def read_items(
    kind: Kind, rows: Rows, context: Context, held: Iterable[Item], make_id: NewId = new_id
) -> Read:
    """An item for each row. What is chosen from a catalogue and is there already stays as it is."""
    kept = tuple(_without_head(rows))
    if kind.catalogue is not None:
        return _read_entries(kind, kept, context, {str(getattr(each, kind.key)) for each in held}, make_id)
    items, lost = [], []
    for text, *cells in kept:
        fields, left = _fields(kind, cells, context)
        lost += left
        items.append(kind.of(**{"id": make_id(kind.letter), kind.text: text, **fields}))
    return Read(tuple(items), (), tuple(lost))


def _read_entries(kind: Kind, rows: Rows, context: Context, held: set[str], make_id: NewId) -> Read:
    assert kind.catalogue is not None  # noqa: S101 - the caller has looked
    known = {entry.name.casefold(): entry.id for entry in context.entries(kind.catalogue)}
    known |= {entry.id: entry.id for entry in context.entries(kind.catalogue)}
    items, entries = [], []
    for name, *cells in rows:
        key = known.get(name.casefold())
        if key is None:
            key = make_id("o")
            entries.append(OwnEntry(id=key, catalogue=kind.catalogue, name=name))
            known[name.casefold()] = key
        if key not in held:
            held.add(key)
            items.append(kind.of(**{kind.key: key, "how": " ".join(filter(None, cells))}))
    return Read(tuple(items), tuple(entries))


def _fields(kind: Kind, cells: Iterable[str], context: Context) -> tuple[dict[str, Any], list[str]]:
    """Cells that name an option or a day go where they belong, others into free fields in their order."""
    options = dict(_options(kind, context))
    free = [field.name for field in kind.fields if field.form == "text"]
    dates = [field.name for field in kind.fields if field.form == "date"]
    fields: dict[str, Any] = {}
    lost = []
    for cell in filter(None, cells):
        day = _day(cell)
        named = next((name for name in options.get(cell.casefold(), {}) if name not in fields), None)
        if named is not None:
            fields[named] = options[cell.casefold()][named]
        elif day is not None and dates and dates[0] not in fields:
            fields[dates[0]] = day
        elif free:
            fields[free.pop(0)] = cell
        else:
            lost.append(cell)
    return fields, lost


def _options(kind: Kind, context: Context) -> Iterator[tuple[str, Mapping[str, str]]]:
    found: dict[str, dict[str, str]] = {}
    for field in kind.fields:
        if field.form == "choice":
            for key, words in field.options(context):
                if key:
                    found.setdefault(words.casefold(), {}).setdefault(field.name, key)
    yield from found.items()


def _day(cell: str) -> object:
    try:
        return read_date(cell)
    except ValueError:
        return None


def _without_head(rows: Rows) -> Iterator[tuple[str, ...]]:
    """Rows that say something. A first row that only names the columns of a spreadsheet is none."""
    kept = [row for row in rows if row and row[0]]
    begins = 1 if len(kept) > 1 and len(kept[0]) > 1 and kept[0][0].casefold() in HEADS else 0
    yield from kept[begins:]
