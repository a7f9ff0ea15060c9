"""Pasted rows as data flows: which data, then cells in the order of the page; parties by their names."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ui.forms.date_field import read_date
from workbook.edits.ids import NewId, new_id
from workbook.model.data_flows import DataFlow
from workbook.model.draft import Draft

FIELDS = (
    "from_stakeholder",
    "to_stakeholder",
    "frequency",
    "sensitivity",
    "legal_basis",
    "safeguards",
    "start_date",
)
HEADS = {"data", "data flow", "data flows", "which data", "what"}


@dataclass(frozen=True)
class Read:
    """What rows were read as, and the cells that nothing could be made of."""

    flows: tuple[DataFlow, ...]
    not_understood: tuple[str, ...]


def read_flows(rows: Iterable[tuple[str, ...]], draft: Draft, make_id: NewId = new_id) -> Read:
    """A flow for each row: data, giver, receiver, frequency, sensitivity, legal basis, safeguards, start."""
    parties = {each.name.strip().casefold(): each.id for each in draft.stakeholders if each.name.strip()}
    flows, lost = [], []
    for data, *cells in _without_head(rows):
        fields: dict[str, Any] = {}
        for field, cell in zip(FIELDS, cells, strict=False):
            if not cell:
                continue
            value = _value(field, cell, parties)
            if value is None:
                lost.append(cell)
            else:
                fields[field] = value
        lost += [cell for cell in cells[len(FIELDS) :] if cell]
        flows.append(DataFlow(id=make_id("f"), data=data, **fields))
    return Read(tuple(flows), tuple(lost))


def _value(field: str, cell: str, parties: dict[str, str]) -> object:
    if field.endswith("_stakeholder"):
        return parties.get(cell.casefold())
    if field != "start_date":
        return cell
    try:
        return read_date(cell)
    except ValueError:
        return None


def _without_head(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Rows that name data. A first row that only names the columns of a spreadsheet is none."""
    kept = tuple(row for row in rows if row and row[0])
    if len(kept) > 1 and len(kept[0]) > 1 and kept[0][0].casefold() in HEADS:
        return kept[1:]
    return kept
