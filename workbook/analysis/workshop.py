"""What a workshop leaves behind: what was decided, what is still open, and whose it is."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from workbook.analysis.finding import Finding, Input
from workbook.analysis.walk import WALK
from workbook.analysis.wording import capitalised, counted, listed
from workbook.editing import write_address
from workbook.model.draft import Draft
from workbook.model.notes import Note
from workbook.model.record import Record
from workbook.model.vocabulary import NoteKind

KINDS: tuple[NoteKind, ...] = get_args(NoteKind)
WHEN_DONE: Mapping[NoteKind, str] = MappingProxyType(
    {"decision": "carried out", "question": "answered", "idea": "taken up", "task": "done"}
)
"""What a note of a kind is once it is settled."""

OUTSIDE_THE_WALK = MappingProxyType({"win_win": "Win-win"})
"""Pages of the window that are no step of the walk, and are called otherwise than their key."""

OURS = "Our own rule"
SUMMARY_RULE = (
    "Everything taken down in this draft, by kind. A question, an idea or a task is open until it is marked "
    "as answered, taken up or done; a decision is never open."
)
OVERDUE_RULE = "A task is overdue when it is not done and the day it was due lies before today."
WITHOUT_OWNER_RULE = "A task that is not done has no owner as long as nobody is named who sees to it."


class RecordFindings(Record):
    """The record of one draft in a sentence, and what a facilitator looks for in it."""

    summary: Finding
    decisions: Finding
    open_questions: Finding
    tasks_overdue: Finding
    tasks_without_owner: Finding

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The sentence first."""
        return (
            self.summary,
            self.decisions,
            self.open_questions,
            self.tasks_overdue,
            self.tasks_without_owner,
        )


def is_open(note: Note) -> bool:
    """Whether something has yet to come of it. What was decided is settled, carried out or not."""
    return note.kind != "decision" and not note.done


def is_overdue(note: Note, today: dt.date) -> bool:
    """Whether it is a task that should have been done before today."""
    return note.kind == "task" and not note.done and note.due is not None and note.due < today


def state_of(note: Note, today: dt.date) -> str:
    """As in "open", "overdue", "answered"; of a decision that is not yet carried out "decided"."""
    if note.done:
        return WHEN_DONE[note.kind]
    if note.kind == "decision":
        return "decided"
    return "overdue" if is_overdue(note, today) else "open"


def note_names(notes: Iterable[Note]) -> dict[str, str]:
    """What each note is called, by its id: "Decision 3" is the third decision that was taken down."""
    places = dict.fromkeys(KINDS, 0)
    names = {}
    for note in notes:
        places[note.kind] += 1
        names[note.id] = f"{note.kind.capitalize()} {places[note.kind]}"
    return names


def page_name(key: str) -> str:
    """What the page is called on which a note was taken down: as its step, or after its key."""
    steps = {step.id: step.title for step in WALK}
    return steps.get(key) or OUTSIDE_THE_WALK.get(key) or capitalised(key.replace("_", " "))


def record_findings(draft: Draft, today: dt.date) -> RecordFindings:
    """What the record of a draft comes to on a day; each finding leads to the notes it counts."""
    about = _About(draft, today)
    return RecordFindings(
        summary=_summary(about),
        decisions=about.finding(
            "decisions", lambda note: note.kind == "decision", "decision", SUMMARY_RULE, "decided"
        ),
        open_questions=about.finding(
            "open_questions",
            lambda note: note.kind == "question" and is_open(note),
            "open question",
            SUMMARY_RULE,
            "open",
        ),
        tasks_overdue=about.finding(
            "tasks_overdue", lambda note: is_overdue(note, today), "overdue task", OVERDUE_RULE, "overdue"
        ),
        tasks_without_owner=about.finding(
            "tasks_without_owner", _has_no_owner, "task", WITHOUT_OWNER_RULE, "no owner", " without an owner"
        ),
    )


# ------------------------------------------------------------------------------------------- how it is said


class _About:
    """The record of one draft on one day, with what its notes are called."""

    def __init__(self, draft: Draft, today: dt.date) -> None:
        self.draft, self.today = draft, today
        self.notes, self.names = draft.record, note_names(draft.record)

    def address(self, *steps: str) -> str:
        return write_address(("drafts", self.draft.id, "record", *steps))

    def finding(  # noqa: PLR0913, PLR0917 - which notes, and how they are said
        self,
        which: str,
        counts: Callable[[Note], bool],
        what: str,
        rule: str,
        said: str,
        after: str = "",
    ) -> Finding:
        """How many notes there are of a sort, and which ones."""
        found = [note for note in self.notes if counts(note)]
        number = counted(len(found), what) if found else f"No {what}"
        is_wanting = bool(found) and which.startswith("tasks")
        return Finding(
            id=f"record.{which}.{self.draft.id}",
            severity="advice" if is_wanting else "info",
            words=f"{number}{after}.",
            value=len(found),
            unit="notes",
            inputs=tuple(self._input(note, said) for note in found),
            rule=rule,
            citation=OURS,
            address=self.address(*(found[0].id for _ in found[:1])),
        )

    def _input(self, note: Note, said: str) -> Input:
        text = note.text.strip()
        due = f", due {note.due.isoformat()}" if said == "overdue" and note.due else ""
        name = f"{self.names[note.id]}: {text}" if text else self.names[note.id]
        return Input(name=name, value=f"{said}{due}", address=self.address(note.id))


def _summary(about: _About) -> Finding:
    notes = about.notes
    parts: list[tuple[str, list[Note]]] = [
        ("", list(notes)),
        ("Open: ", [note for note in notes if is_open(note)]),
        ("Overdue: ", [note for note in notes if is_overdue(note, about.today)]),
        ("Without an owner: ", [note for note in notes if _has_no_owner(note)]),
    ]
    said = [f"{before}{_by_kind(found)}." for before, found in parts if found]
    if notes and not parts[1][1]:
        said.append("Nothing is open.")
    return Finding(
        id=f"record.summary.{about.draft.id}",
        words=" ".join(said) or "Nothing is taken down yet.",
        value=len(notes),
        unit="notes",
        inputs=(*_counts(about, parts), Input(name="Today", value=about.today.isoformat())),
        rule=f"{SUMMARY_RULE} {OVERDUE_RULE} {WITHOUT_OWNER_RULE}",
        citation=OURS,
        address=about.address(),
    )


def _counts(about: _About, parts: Sequence[tuple[str, list[Note]]]) -> Iterable[Input]:
    """Each part of the sentence, leading to the first note that it counts."""
    for before, found in parts:
        for kind in KINDS:
            of_kind = [note for note in found if note.kind == kind]
            if of_kind:
                name = f"{kind.capitalize()}s"
                part = before.removesuffix(": ").lower()
                yield Input(
                    name=f"{name}, {part}" if part else name,
                    value=len(of_kind),
                    address=about.address(of_kind[0].id),
                )


def _by_kind(notes: Iterable[Note]) -> str:
    """As in "2 decisions, 1 question and 3 tasks"."""
    kinds = [note.kind for note in notes]
    return listed([counted(kinds.count(kind), kind) for kind in KINDS if kind in kinds])


def _has_no_owner(note: Note) -> bool:
    return note.kind == "task" and not note.done and not note.owner.strip()
