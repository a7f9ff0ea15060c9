"""The whole difference of two drafts, snapshots or cases: one answer for window, command line and report."""

from workbook.analysis.difference.changes import Change, Teller, together
from workbook.analysis.difference.gains import gains
from workbook.analysis.difference.matching import Matching, matched
from workbook.analysis.difference.places import TITLES
from workbook.analysis.difference.reading import Reading
from workbook.analysis.difference.subjects import Begin, Side, SideKind, drafts_of
from workbook.analysis.finding import Finding, Input
from workbook.analysis.wording import counted
from workbook.difference import differences
from workbook.library.entries import Library
from workbook.model.record import Record

SUMMARY_RULE = (
    "Every field that differs counts as one change, and so does everything that was added, removed or "
    "moved, with all that is in it. Things are the same if they have the same id, or else the same name."
)


class Compared(Record):
    """One of the two, as it is called."""

    kind: SideKind
    id: str
    name: str


class Matched(Record):
    """A thing that has one name in both, but an id of its own in each."""

    name: str
    before: str
    after: str


class StepChanges(Record):
    """The changes that belong to one step of the walk."""

    step: str
    title: str
    changes: tuple[Change, ...]


class DraftDifference(Record):
    """What differs: the changes by step, in walking order, and gain or loss of each stakeholder.

    Steps without a change are left out. `matched_by_name` is what would differ besides: the ids of things
    that were taken to be the same because of their names.
    """

    before: Compared
    after: Compared
    summary: Finding
    groups: tuple[StepChanges, ...]
    stakeholders: tuple[Finding, ...]
    matched_by_name: tuple[Matched, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """All of them, in walking order."""
        return tuple(change for group in self.groups for change in group.changes)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """How much differs, then who gains or loses."""
        return (self.summary, *self.stakeholders)


def tell(before: Side, after: Side, library: Library, *, begin: Begin) -> DraftDifference:
    """Everything in which the second differs from the first, in words.

    A case is compared as the draft that one would begin from it, which `begin` does: hand in
    `workbook.edits.begin.draft_from_case`.
    """
    sides = (before, after)
    was, now = drafts_of(before, after, begin)
    matching = matched(was, now)
    teller = Teller(
        Reading(matching.draft, before.workbook, library),
        Reading(now, after.workbook, library),
        sides,
        matching,
    )
    found = together(matching.draft, now, differences(matching.draft, now))
    groups = _grouped([teller.change(each) for each in found])
    return DraftDifference(
        before=_compared(before),
        after=_compared(after),
        summary=_summary(groups, sides),
        groups=groups,
        stakeholders=gains(matching, now, sides),
        matched_by_name=_matched_by_name(matching, teller.after),
    )


def _compared(side: Side) -> Compared:
    return Compared(kind=side.kind, id=side.id, name=side.name)


def _grouped(changes: list[Change]) -> tuple[StepChanges, ...]:
    by_step = {step: tuple(each for each in changes if each.step == step) for step in TITLES}
    return tuple(
        StepChanges(step=step, title=TITLES[step], changes=its) for step, its in by_step.items() if its
    )


def _summary(groups: tuple[StepChanges, ...], sides: tuple[Side, Side]) -> Finding:
    number = sum(len(group.changes) for group in groups)
    one, other = sides
    return Finding(
        id=f"difference.summary.{one.id}.{other.id}",
        words=_summary_words(groups, number),
        value=number,
        unit="changes",
        inputs=tuple(Input(name=group.title, value=len(group.changes)) for group in groups),
        rule=SUMMARY_RULE,
        citation="Our own rule",
        address=other.address() or one.address(),
    )


def _summary_words(groups: tuple[StepChanges, ...], number: int) -> str:
    if not groups:
        return "No difference."
    if len(groups) == 1:
        return f"{counted(number, 'change')}, in {groups[0].title}."
    parts = ", ".join(f"{len(group.changes)} in {group.title}" for group in groups)
    return f"{number} changes: {parts}."


def _matched_by_name(matching: Matching, after: Reading) -> tuple[Matched, ...]:
    items = {item.id: item for item in after.draft.items()}
    return tuple(
        Matched(name=after.heading(items[new]), before=old, after=new)
        for new, old in matching.old_ids.items()
    )
