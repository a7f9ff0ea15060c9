"""What can be compared with what, and what is compared as long as nobody has chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ui.document import Document
from ui.requests import OtherWorkbook
from workbook.analysis.comparison import usual_cases
from workbook.analysis.difference.subjects import Side, case_side, draft_side, snapshot_side
from workbook.library.entries import Library
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.workbook import Snapshot, Workbook


@dataclass(frozen=True)
class Choice:
    """One thing that can be compared. `is_ours`: it stands in the open workbook, or in the library."""

    key: str
    words: str
    side: Side
    is_ours: bool = True

    def is_about(self, draft_id: str) -> bool:
        """Whether it is this draft, or this draft as it once stood."""
        source = self.side.source
        return self.is_ours and isinstance(source, Draft) and source.id == draft_id


Choices = Mapping[str, Choice]


def choices(
    workbook: Workbook, draft_id: str, library: Library, others: Sequence[OtherWorkbook]
) -> dict[str, Choice]:
    """Everything by its key: drafts, snapshots (those of this draft first), cases, what is in other files."""
    ours = (
        *(_now(workbook, draft) for draft in workbook.drafts),
        *(_once(workbook, snapshot) for snapshot in in_order(workbook, draft_id)),
        *(_case(side) for side in _cases(workbook, library)),
    )
    beside = (each for place, other in enumerate(others) for each in in_another_file(place, other))
    return {each.key: each for each in (*ours, *beside)}


def in_order(workbook: Workbook, draft_id: str) -> tuple[Snapshot, ...]:
    """The snapshots of this draft, then those of others, the latest first."""
    numbered = sorted(enumerate(workbook.snapshots), key=lambda each: (each[1].at, each[0]), reverse=True)
    return tuple(sorted((each for _, each in numbered), key=lambda each: each.draft.id != draft_id))


def in_another_file(place: int, other: OtherWorkbook) -> Iterator[Choice]:
    """Drafts and snapshots of another file, which are called after it too."""
    workbook = other.workbook
    sides = (
        *(draft_side(workbook, draft) for draft in workbook.drafts),
        *(snapshot_side(workbook, snapshot) for snapshot in workbook.snapshots),
    )
    for side in sides:
        name = f"{side.name}, in {other.path.name}"
        yield Choice(f"{place}:{side.kind}:{side.id}", name, replace(side, name=name), is_ours=False)


def draft_key(draft_id: str) -> str:
    """The key of a draft of the open workbook."""
    return f"draft:{draft_id}"


def snapshot_key(snapshot_id: str) -> str:
    """The key of a snapshot of the open workbook."""
    return f"snapshot:{snapshot_id}"


def usual_before(document: Document, draft: Draft) -> str:
    """What a draft is compared with as long as nobody has chosen; empty where nothing lies near.

    Its latest snapshot; else what it was begun from; else the case it is nearest to.
    """
    workbook = document.workbook
    own = (each for each in in_order(workbook, draft.id) if each.draft.id == draft.id)
    latest = next(own, None)
    if latest is not None:
        return snapshot_key(latest.id)
    origin = draft.begun_from
    if origin is not None:
        return f"{origin.kind}:{origin.id}"
    usual = tuple(case.id for case in usual_cases(workbook, load()))
    compared = document.findings.with_first(workbook, (draft.id,), usual)
    near = next((each.cases for each in compared.nearest if each.draft == draft.id), ())
    return f"case:{near[0]}" if near else ""


class Chosen:
    """Which two the user asked for. A way of looking: it is not undone and not saved.

    What was asked for stays as long as it is there, and the draft that is looked at is the one for which it
    was asked, or one of the two. Otherwise the usual pair is shown.
    """

    def __init__(self) -> None:
        self._asked: tuple[str, str] | None = None
        self._for = ""

    def choose(self, before: str, after: str, draft_id: str) -> None:
        """Compare these."""
        self._asked, self._for = (before, after), draft_id

    def pair(self, document: Document, draft: Draft, known: Choices) -> tuple[str, str]:
        """The keys of both; the first is empty where there is nothing to compare with."""
        if self._asked is not None and self._holds(self._asked, draft.id, known):
            return self._asked
        before = usual_before(document, draft)
        return (before if before in known else "", draft_key(draft.id))

    def _holds(self, asked: Iterable[str], draft_id: str, known: Choices) -> bool:
        sides = [known.get(key) for key in asked if key]  # the first may not be chosen yet
        return all(sides) and (
            self._for == draft_id or any(each is not None and each.is_about(draft_id) for each in sides)
        )


def _now(workbook: Workbook, draft: Draft) -> Choice:
    side = draft_side(workbook, draft)
    return Choice(draft_key(draft.id), f"{side.name}, as it is now", side)


def _once(workbook: Workbook, snapshot: Snapshot) -> Choice:
    side = snapshot_side(workbook, snapshot)
    return Choice(snapshot_key(snapshot.id), side.name, side)


def _case(side: Side) -> Choice:
    return Choice(f"case:{side.id}", f"Case: {side.name}", side)


def _cases(workbook: Workbook, library: Library) -> Iterator[Side]:
    for case in (*library.cases, *workbook.own_cases):
        yield case_side(workbook, case)
