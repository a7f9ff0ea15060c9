"""What must be there after any deed, in plain values: no record, no file, nothing of the program."""

import random
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

Kind = Literal["edit", "add", "remove", "turn round", "undo", "redo", "save", "save while typing", "reload"]

WEIGHTS: dict[Kind, int] = {
    "edit": 50,
    "add": 4,
    "remove": 3,
    "turn round": 3,
    "undo": 10,
    "redo": 8,
    "save": 12,
    "save while typing": 6,
    "reload": 3,
}
MOST_DRAFTS = 6
SIGNS = 'abcæøå 海関\u202e🚢\n\\"\t'


class Deed(NamedTuple):
    """One thing that somebody does. `chance` says where, `text` what is typed."""

    kind: Kind
    chance: int
    text: str


class Content(NamedTuple):
    """What a workbook says, as far as deeds change it: two texts, and the drafts by id and name."""

    title: str
    notes: str
    drafts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, plain: Any) -> "Content":  # noqa: ANN401 - as it came through JSON
        """From lists, as a child says it."""
        title, notes, drafts = plain
        return cls(title, notes, tuple((draft_id, name) for draft_id, name in drafts))


@dataclass(frozen=True)
class Plain:
    """What is on the screen, in the file, and in the history."""

    now: Content
    file: Content
    revision: int
    undo: tuple[Content, ...] = ()
    redo: tuple[Content, ...] = ()

    def is_what(self, found: dict[str, Any]) -> bool:
        """Whether a program that has just started found this."""
        there = Content.of(found["now"]), Content.of(found["file"]), found["revision"]
        return bool(found["is_whole"]) and there == (self.now, self.file, self.revision)

    def begun_anew(self) -> "Plain":
        """As a program finds it that has just started: the history is gone."""
        return replace(self, undo=(), redo=())


def random_deed(dice: random.Random) -> Deed:
    """Any deed; the usual ones more often."""
    (kind,) = dice.choices(list(WEIGHTS), list(WEIGHTS.values()))
    text = "".join(dice.choices(SIGNS, k=dice.randrange(0, 12)))
    return Deed(kind, dice.randrange(10**6), text)


def done(plain: Plain, deed: Deed) -> Plain:
    """What must be there after a deed."""
    if deed.kind == "save":
        return replace(plain, file=plain.now, revision=plain.revision + 1)
    if deed.kind == "save while typing":
        typed = _then(plain, edited(plain.now, deed))
        return replace(typed, file=plain.now, revision=plain.revision + 1)
    if deed.kind == "reload":
        return Plain(plain.file, plain.file, plain.revision)
    if deed.kind in {"undo", "redo"}:
        return _gone(plain, deed.kind)
    return _then(plain, edited(plain.now, deed))


def under_way(plain: Plain, deed: Deed) -> tuple[Plain, ...]:
    """What may be there while a deed is being done: what was before it, is after it, or is between."""
    between = (_then(plain, edited(plain.now, deed)),) if deed.kind == "save while typing" else ()
    return (plain, *between, done(plain, deed))


def edited(content: Content, deed: Deed) -> Content:
    """What a workbook says after an edit; a save while typing types too."""
    drafts = content.drafts
    if deed.kind == "add":
        added = (f"n{deed.chance}", deed.text)
        is_possible = len(drafts) < MOST_DRAFTS and all(each != added[0] for each, _ in drafts)
        return content._replace(drafts=(*drafts, added)) if is_possible else content
    if deed.kind == "remove":
        at = deed.chance % max(1, len(drafts))
        return content._replace(drafts=drafts[:at] + drafts[at + 1 :])
    if deed.kind == "turn round":
        return content._replace(drafts=drafts[::-1])
    at = deed.chance % (2 + len(drafts))
    if at == 0:
        return content._replace(title=deed.text)
    if at == 1:
        return content._replace(notes=deed.text)
    named = (drafts[at - 2][0], deed.text)
    return content._replace(drafts=(*drafts[: at - 2], named, *drafts[at - 1 :]))


def _gone(plain: Plain, way: Kind) -> Plain:
    """One step through the history, if there is one."""
    if way == "undo" and plain.undo:
        return replace(plain, now=plain.undo[-1], undo=plain.undo[:-1], redo=(*plain.redo, plain.now))
    if way == "redo" and plain.redo:
        return replace(plain, now=plain.redo[-1], redo=plain.redo[:-1], undo=(*plain.undo, plain.now))
    return plain


def _then(plain: Plain, now: Content) -> Plain:
    if now == plain.now:
        return plain
    return replace(plain, now=now, undo=(*plain.undo, plain.now), redo=())
