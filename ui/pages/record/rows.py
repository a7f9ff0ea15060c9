"""What is typed or pasted as notes and participants: lines of a text, or cells of a spreadsheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ui.forms.add_line import Rows
from ui.forms.date_field import read_date
from workbook.analysis.workshop import KINDS, WHEN_DONE
from workbook.edits.ids import NewId, new_id
from workbook.model.notes import Note
from workbook.model.vocabulary import NoteKind
from workbook.model.workbook import Participant

ItemT = TypeVar("ItemT")

TEXT_HEADS = {"text", "what", "note", "in words", "decision or task"}
KIND_HEADS = {"kind", "type", "what it is"}
NAME_HEADS = {"name", "participant", "participants", "who"}
DONE_WORDS = {"yes", "x", "\N{CHECK MARK}", *WHEN_DONE.values()}
OPEN_WORDS = {"", "no", "open", "overdue", "decided"}


@dataclass(frozen=True)
class Read(Generic[ItemT]):
    """What rows were read as, and the cells that nothing could be made of."""

    items: tuple[ItemT, ...]
    not_understood: tuple[str, ...]


def read_notes(rows: Rows, kind: NoteKind, page: str, make_id: NewId = new_id) -> Read[Note]:
    """A note for each row: perhaps its kind, then text, owner, due and whether it is done.

    A kind may also stand before the text, as in "Task: ask the ministry". Rows that name none are of the
    kind that is given.
    """
    notes, lost = [], []
    for row in _without_head(rows, TEXT_HEADS | KIND_HEADS):
        its_kind, cells = _kind_first(row, kind)
        text, owner, due, done, *more = (*cells, "", "", "", "")[: max(4, len(cells))]
        day, is_done = None, False
        if due:
            try:
                day = read_date(due)
            except ValueError:
                lost.append(due)
        if done.casefold() in DONE_WORDS:
            is_done = True
        elif done.casefold() not in OPEN_WORDS:
            lost.append(done)
        lost += [cell for cell in more if cell]
        notes.append(
            Note(id=make_id("n"), kind=its_kind, text=text, page=page, owner=owner, due=day, done=is_done)
        )
    return Read(tuple(notes), tuple(lost))


def read_participants(
    rows: Rows, stakeholders: Sequence[tuple[str, str]], make_id: NewId = new_id
) -> Read[Participant]:
    """A participant for each row: name, organisation, and the name of the stakeholder they speak for."""
    known: dict[str, str] = {}
    for key, name in stakeholders:
        known.setdefault(name.casefold(), key)
    people, lost = [], []
    for row in _without_head(rows, NAME_HEADS):
        name, organisation, whom, *more = (*row, "", "")[: max(3, len(row))]
        stakeholder = known.get(whom.casefold()) if whom else None
        if whom and not stakeholder:
            lost.append(whom)
        lost += [cell for cell in more if cell]
        people.append(
            Participant(id=make_id("p"), name=name, organisation=organisation, stakeholder=stakeholder)
        )
    return Read(tuple(people), tuple(lost))


def _kind_first(row: tuple[str, ...], otherwise: NoteKind) -> tuple[NoteKind, tuple[str, ...]]:
    """The kind that a row names, in its first cell or before the first colon, and the rest of the row."""
    first, *rest = row
    if len(row) > 1:
        kind = _kind(first)
        return (otherwise, row) if kind is None else (kind, tuple(rest))
    before, colon, after = first.partition(":")
    kind = _kind(before)
    if kind is None or not colon or not after.strip():
        return otherwise, row
    return kind, (after.strip(),)


def _kind(word: str) -> NoteKind | None:
    """The kind a word names: "Task", "tasks", "Decision 3"."""
    plain = word.casefold().strip().rstrip("0123456789").strip().removesuffix("s")
    return next((kind for kind in KINDS if kind == plain), None)


def _without_head(rows: Iterable[tuple[str, ...]], heads: set[str]) -> tuple[tuple[str, ...], ...]:
    """Rows that hold something. A first row that only names the columns of a spreadsheet is none."""
    kept = tuple(row for row in rows if any(row))
    if len(kept) > 1 and len(kept[0]) > 1 and kept[0][0].casefold() in heads:
        return kept[1:]
    return kept
