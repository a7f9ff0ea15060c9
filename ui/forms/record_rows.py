"""Typed and pasted rows as fields of records: by the heads of a pasted table, or by what the cells say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ui.forms.date_field import read_date
from ui.forms.record_editor import Offers, RecordField
from workbook.analysis.delivery.terms import SILENCE

Rows = Iterable[tuple[str, ...]]
Values = dict[str, Any]


@dataclass(frozen=True)
class ReadRows:
    """The fields of each record, and the cells that nothing could be made of."""

    records: tuple[Values, ...]
    not_understood: tuple[str, ...] = ()


def read_rows(rows: Rows, fields: Sequence[RecordField], offers: Offers, text: str = "text") -> ReadRows:
    """A record for each row: its words first, which are the field `text`, then its other cells.

    A first row that names fields says which column is which. Without one, a cell that names something to
    choose, or is a date, goes where that belongs, and others into the free fields in their order.
    """
    kept = [tuple(_said(cell) for cell in row) for row in rows if any(row)]
    heads = _heads(kept[0], fields, text) if len(kept) > 1 else ()
    records, lost = [], []
    for row in kept[1:] if heads else kept:
        values, left = _by_head(heads, row, offers) if heads else _by_sense(row, fields, offers, text)
        if values.get(text):
            records.append(values)
            lost += left
    return ReadRows(tuple(records), tuple(lost))


def _said(cell: str) -> str:
    """What a cell says; nothing where a report wrote that nothing was said."""
    return "" if cell.strip().casefold() in SILENCE else cell


def _heads(row: tuple[str, ...], fields: Sequence[RecordField], text: str) -> tuple[RecordField | None, ...]:
    """Which field each column is, None for a column of something else; empty if these are no heads."""
    named = {field.label.casefold(): field for field in fields}
    found = tuple(named.get(cell.strip().casefold()) for cell in row)
    names = [field.name for field in found if field is not None]
    return found if len(names) > 1 and text in names else ()


def _by_head(
    heads: Sequence[RecordField | None], row: tuple[str, ...], offers: Offers
) -> tuple[Values, list[str]]:
    values: Values = {}
    lost = []
    for head, cell in zip(heads, row, strict=False):
        if not cell or head is None:
            continue
        value = _read(cell, head, offers)
        if value is None:
            lost.append(cell)
        else:
            values[head.name] = value
    return values, lost


def _by_sense(
    row: tuple[str, ...], fields: Sequence[RecordField], offers: Offers, text: str
) -> tuple[Values, list[str]]:
    words, *cells = row
    values: Values = {text: words}
    free = [field.name for field in fields if field.form in {"text", "prose"} and field.name != text]
    lost = []
    for cell in filter(None, cells):
        taken = next(_takers(cell, fields, offers, values), None)
        if taken is not None:
            values[taken[0]] = taken[1]
        elif free:
            values[free.pop(0)] = cell
        else:
            lost.append(cell)
    return values, lost


def _takers(
    cell: str, fields: Sequence[RecordField], offers: Offers, values: Mapping[str, object]
) -> Iterator[tuple[str, object]]:
    """Fields that are still empty and can read the cell as something to choose, or as a date."""
    for field in fields:
        if field.form in {"choice", "date", "many"} and field.name not in values:
            value = _read(cell, field, offers)
            if value is not None:
                yield field.name, value


def _read(cell: str, field: RecordField, offers: Offers) -> object:
    """What the cell says of a field; None if nothing."""
    if field.form in {"text", "prose"}:
        return cell
    if field.form == "date":
        try:
            return read_date(cell)
        except ValueError:
            return None
    keys = {words.casefold(): key for key, words in offers[field.offer] if key}
    if field.form == "choice":
        return keys.get(cell.strip().casefold())
    found = [keys[each.strip().casefold()] for each in cell.split(";") if each.strip().casefold() in keys]
    return tuple(dict.fromkeys(found)) or None
