"""What differs between two states of a whole workbook: the drafts one by one, and what stands beside them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from workbook.analysis.difference.quoting import excerpts, quoted
from workbook.analysis.difference.reading import NOT_SAID
from workbook.analysis.difference.subjects import Begin, draft_side
from workbook.analysis.difference.tell import SUMMARY_RULE, DraftDifference, tell
from workbook.analysis.finding import Finding, Input
from workbook.analysis.wording import capitalised, counted, listed
from workbook.difference import Difference, differences
from workbook.editing import Address, get
from workbook.library.entries import Library
from workbook.model.record import Record
from workbook.model.workbook import Workbook

TEXTS: Mapping[Address, str] = MappingProxyType(
    {
        ("title",): "the title",
        ("facilitator",): "the facilitator",
        ("notes",): "the notes on the workbook",
        ("language",): "the language",
        ("workshop", "date"): "the date of the workshop",
        ("workshop", "place"): "the place of the workshop",
    }
)
LISTS: Mapping[Address, tuple[str, str]] = MappingProxyType(
    {
        ("workshop", "participants"): ("participant", "participants"),
        ("own_cases",): ("own case", "own cases"),
        ("own_entries",): ("own entry", "own entries"),
        ("snapshots",): ("snapshot", "snapshots"),
    }
)
SETTINGS = "settings"
VERBS = ("added", "removed", "changed", "moved")


class DraftChanged(Record):
    """A draft that is not the same in both: `difference` says in what, if both have it."""

    id: str
    name: str
    kind: Literal["changed", "added", "removed"]
    difference: DraftDifference | None
    words: str
    """A sentence without its full stop, beginning small."""


class WorkbookDifference(Record):
    """What differs: the summary in one sentence, the drafts that are not the same, and what else there is."""

    summary: Finding
    drafts: tuple[DraftChanged, ...]
    besides: tuple[str, ...]
    """A sentence for each thing beside the drafts."""

    @property
    def is_none(self) -> bool:
        """Whether both say the same."""
        return not self.drafts and not self.besides


def tell_workbooks(
    before: Workbook, after: Workbook, library: Library, *, begin: Begin
) -> WorkbookDifference:
    """Everything in which the second state differs from the first, in words. `begin` is as for `tell`."""
    drafts = tuple(_drafts(before, after, library, begin))
    found = differences(before.replace(drafts=()), after.replace(drafts=()))
    besides = [*_order_of_drafts(before, after), *_texts(before, after, found), *_lists(found)]
    if any(each.steps[0] == SETTINGS for each in found):
        besides.append("The settings of the simulation changed.")
    return WorkbookDifference(summary=_summary(drafts, tuple(besides)), drafts=drafts, besides=tuple(besides))


def _drafts(before: Workbook, after: Workbook, library: Library, begin: Begin) -> Iterator[DraftChanged]:
    """In the order of the second state, then those that are gone."""
    old = {draft.id: draft for draft in before.drafts}
    for draft in after.drafts:
        was = old.pop(draft.id, None)
        name = draft_side(after, draft).name
        if was is None:
            yield DraftChanged(
                id=draft.id,
                name=name,
                kind="added",
                difference=None,
                words=f"the draft {quoted(name)} added",
            )
        elif was != draft:
            told = tell(draft_side(before, was), draft_side(after, draft), library, begin=begin)
            where = ", ".join(group.title for group in told.groups)
            words = f"{counted(len(told.changes), 'change')} in {quoted(name)} ({where})"
            if told.groups:  # or else two moments are written in other time zones
                yield DraftChanged(id=draft.id, name=name, kind="changed", difference=told, words=words)
    for draft in old.values():
        name = draft_side(before, draft).name
        words = f"the draft {quoted(name)} removed"
        yield DraftChanged(id=draft.id, name=name, kind="removed", difference=None, words=words)


def _order_of_drafts(before: Workbook, after: Workbook) -> Iterator[str]:
    one, other = ([draft.id for draft in state.drafts] for state in (before, after))
    if [each for each in one if each in other] != [each for each in other if each in one]:
        yield "The drafts stand in another order."


def _texts(before: Workbook, after: Workbook, found: tuple[Difference, ...]) -> Iterator[str]:
    for each in found:
        if each.steps in TEXTS:
            was, now = (_said(get(state, each.steps)) for state in (before, after))
            words = [f"“{text}”" if text else NOT_SAID for text in excerpts(was, now)]
            yield f"{capitalised(TEXTS[each.steps])} went from {words[0]} to {words[1]}."


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _lists(found: tuple[Difference, ...]) -> Iterator[str]:
    """How many members of each list were added, removed, changed and moved."""
    for at, (one, many) in LISTS.items():
        depth = len(at)
        ways: dict[str, str] = {}
        for each in found:
            if each.steps[:depth] == at:
                ways[each.steps[depth]] = each.kind if len(each.steps) == depth + 1 else "changed"
        counts = {verb: list(ways.values()).count(verb) for verb in VERBS}
        parts = [f"{counted(number, one, many)} {verb}" for verb, number in counts.items() if number]
        if parts:
            yield f"{capitalised(listed(parts))}."


def _summary(drafts: tuple[DraftChanged, ...], besides: tuple[str, ...]) -> Finding:
    parts = [draft.words for draft in drafts]
    if besides:
        parts.append(f"{counted(len(besides), 'change')} outside the drafts")
    counts = [1 if draft.difference is None else len(draft.difference.changes) for draft in drafts]
    inputs = [Input(name=draft.name, value=count) for draft, count in zip(drafts, counts, strict=True)]
    return Finding(
        id="difference.workbook",
        words=f"{capitalised(listed(parts))}." if parts else "No difference.",
        value=sum(counts) + len(besides),
        unit="changes",
        inputs=(*inputs, Input(name="Outside the drafts", value=len(besides))),
        rule=f"{SUMMARY_RULE} A draft that is only in one of the two counts as one change.",
        citation="Our own rule",
    )
