"""How what the file stores of the record is said on the page."""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ui.widgets.drop_down import Options
from workbook.analysis.workshop import is_overdue, state_of
from workbook.model.draft import Draft
from workbook.model.notes import Note
from workbook.model.vocabulary import NoteKind
from workbook.model.workbook import Participant, Workbook

KINDS: Options = (("decision", "Decision"), ("question", "Question"), ("idea", "Idea"), ("task", "Task"))
SHOWN: Options = (
    ("", "Everything"),
    ("decision", "Decisions"),
    ("question", "Questions"),
    ("idea", "Ideas"),
    ("task", "Tasks"),
)
ARTICLES: Mapping[NoteKind, str] = MappingProxyType(
    {"decision": "a decision", "question": "a question", "idea": "an idea", "task": "a task"}
)
NO_WORDS = "No words yet"
NOT_SAID = ("", "Not said yet")
GONE = "Nobody in these drafts any more"
UNREMARKABLE = frozenset({"open", "decided"})
"""States that go without saying."""


def words_of(note: Note) -> str:
    """What was taken down; never nothing."""
    return note.text.strip() or NO_WORDS


def said_of(note: Note, name: str, today: dt.date) -> str:
    """As in "Task 1 · Ines · due 2027-02-28, overdue"."""
    parts = [name]
    owner = note.owner.strip()
    if owner:
        parts.append(owner)
    elif note.kind == "task" and not note.done:
        parts.append("no owner yet")
    state = state_of(note, today)
    if note.due is not None:
        late = ", overdue" if is_overdue(note, today) else ""
        parts.append(f"due {note.due.isoformat()}{late}")
    if state not in UNREMARKABLE and state != "overdue":
        parts.append(state)
    return " · ".join(parts)


def name_of(participant: Participant) -> str:
    """What somebody is called in the list; never nothing."""
    return participant.name.strip() or "Participant without a name"


def speaks_for(workbook: Workbook, draft: Draft | None) -> Options:
    """For whom one can speak: the stakeholders of the draft that is looked at, then those of the others.

    Who has the same name in two drafts, but is not the same record, is told apart by the draft.
    """
    found: dict[str, tuple[str, str]] = {}
    others = (each for each in workbook.drafts if draft is None or each.id != draft.id)
    for each in (*(() if draft is None else (draft,)), *others):
        for stakeholder in each.stakeholders:
            name = stakeholder.name.strip() or "Stakeholder without a name"
            found.setdefault(stakeholder.id, (name, each.name.strip() or "another draft"))
    names = [name.casefold() for name, _ in found.values()]
    here = set() if draft is None else {each.id for each in draft.stakeholders}
    options = [NOT_SAID]
    for key, (name, where) in found.items():
        is_shared = names.count(name.casefold()) > 1
        options.append((key, f"{name} ({where})" if is_shared and key not in here else name))
    return tuple(options)


def with_gone(options: Options, participants: Iterable[Participant]) -> Options:
    """The same, and whomever somebody speaks for although no draft has them any more."""
    known = {key for key, _ in options}
    lost = dict.fromkeys(each.stakeholder for each in participants if each.stakeholder)
    return (*options, *((key, GONE) for key in lost if key not in known))
