"""What the page says of its own: kinds of change and of snapshot, their number, what differs in texts."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from types import MappingProxyType

from ui.moments import moment_in_words
from ui.widgets import strong
from workbook.analysis.difference.changes import Change
from workbook.analysis.wording import counted
from workbook.difference import Kind
from workbook.model.vocabulary import SnapshotReason
from workbook.model.workbook import Snapshot

BELONGS = (
    "What differs between any two drafts, snapshots and cases, step by step, and who gains or loses by it. "
    "Snapshots keep a draft as it stands at one moment."
)
KINDS: Mapping[Kind, tuple[str, str]] = MappingProxyType(
    {
        "added": ("plus", "Added"),
        "removed": ("minus", "Removed"),
        "changed": ("pencil", "Changed"),
        "moved": ("arrow-up-down", "Moved"),
    }
)
"""Sign and word of each kind of change."""

REASONS: Mapping[SnapshotReason, str] = MappingProxyType(
    {"by_hand": "by hand", "move": "at a move", "handed_out": "when it was handed out"}
)
MOST_WORDS = 400
"""Of longer texts it is not shown which words differ: finding them takes too long."""
ALIKE = 0.6
"""Texts that have less in common are two texts: nothing is marked in them."""


def kinds_said(changes: Iterable[Change]) -> str:
    """How many there are of each kind: "6 added, 2 changed"."""
    counts = Counter(change.kind for change in changes)
    return ", ".join(f"{counts[kind]} {word.lower()}" for kind, (_, word) in KINDS.items() if counts[kind])


def is_shortened(change: Change) -> bool:
    """Whether the sentence quotes only a part of what was or what is now."""
    return change.kind == "changed" and any(
        said not in change.words for said in (change.was, change.now) if said
    )


def marked(before: str, after: str) -> tuple[str, str]:
    """Both texts, with the words bold in which they differ; as they are where they have little in common."""
    old, new = before.split(" "), after.split(" ")
    if max(len(old), len(new)) > MOST_WORDS:
        return before, after
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:
        return before, after
    one, other = [], []
    for tag, begin, end, begins, ends in matcher.get_opcodes():
        was, now = " ".join(old[begin:end]), " ".join(new[begins:ends])
        one.append(was if tag == "equal" or not was else strong(was))
        other.append(now if tag == "equal" or not now else strong(now))
    return " ".join(filter(None, one)), " ".join(filter(None, other))


def snapshot_said(snapshot: Snapshot, now: dt.datetime, of_draft: str = "") -> str:
    """When, why and by whom it was taken, and of which draft where that is another one."""
    parts = [moment_in_words(snapshot.at, now), REASONS[snapshot.reason]]
    parts += [snapshot.by.strip()] if snapshot.by.strip() else []
    parts += [f"of {of_draft}"] if of_draft else []
    words = " · ".join(parts)
    return words[:1].upper() + words[1:]


def held_said(number: int) -> str:
    """How much a step holds."""
    return counted(number, "entry", "entries")
