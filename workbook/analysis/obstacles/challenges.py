"""The challenges that are open, those nobody cares for, and the kinds nobody has looked at."""

from workbook.analysis.finding import Finding, Input
from workbook.analysis.obstacles.asked import OURS, Asked, in_a_sentence
from workbook.analysis.wording import counted, listed
from workbook.library.entries import Entry
from workbook.model.challenges import Challenge
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.vocabulary import ChallengeStatus

OPEN_RULE = "A challenge is open until it is handled, or accepted as it is. The room says which it is."
SEVERE_RULE = (
    "An open challenge of high severity needs somebody who answers for it, and something to do about it. "
    "Without either of the two it stays where it is."
)
UNSEEN_RULE = (
    "A kind of challenge counts as looked at when one challenge of it is named. Not every kind weighs "
    "equally, but all of them deserve a look."
)
STATUS_WORDS: tuple[tuple[ChallengeStatus, str], ...] = (
    ("open", "open"),
    ("handled", "handled"),
    ("accepted", "accepted"),
)


class OfOneKind(Record):
    """A kind of challenge: how many challenges of it are named, and how many of those are open."""

    category: str
    name: str
    named: int
    open: int
    words: str


def challenge_name(challenge: Challenge) -> str:
    """What it is called: its words, or the prompt it was taken from."""
    return (challenge.text or challenge.prompt).strip().removesuffix(".") or "A challenge without words"


def of_one_kind(draft: Draft, entry: Entry) -> OfOneKind:
    """What is said under one kind of challenge."""
    named = [each for each in draft.challenges if each.category == entry.id]
    still = sum(each.status == "open" for each in named)
    words = _how_many(len(named), still) if named else "Not looked at yet"
    return OfOneKind(category=entry.id, name=entry.name, named=len(named), open=still, words=words)


def open_challenges(asked: Asked) -> Finding:
    """How many there are, and how many of them are open."""
    held = asked.draft.challenges
    still = [each for each in held if each.status == "open"]
    by_status = [
        f"{number} {words}"
        for status, words in STATUS_WORDS
        if (number := sum(each.status == status for each in held))
    ]
    words = "No challenge is named yet."
    if held and len(by_status) > 1:
        words = f"{counted(len(held), 'challenge')}: {listed(by_status)}."
    elif held:
        words = f"{_how_many(len(held), len(still))}."
    return Finding(
        id=f"obstacles.open.{asked.draft.id}",
        severity="advice" if still or not held else "info",
        words=words,
        value=len(still),
        unit="open challenges",
        inputs=tuple(
            Input(
                name=challenge_name(each),
                value=each.status,
                address=asked.address("challenges", each.id, "status"),
            )
            for each in held
        ),
        rule=OPEN_RULE,
        citation=OURS,
        address=asked.address("challenges"),
    )


def left_alone(asked: Asked) -> Finding:
    """Open ones of high severity, and those of them without an owner or anything to do about them."""
    still = [each for each in asked.draft.challenges if each.status == "open"]
    severe = [each for each in still if each.severity == "high"]
    left = [each for each in severe if _lacks(each)]
    unjudged = sum(each.severity is None for each in still)
    return Finding(
        id=f"obstacles.severe.{asked.draft.id}",
        severity="warning" if left else "info",
        words=_severe_words(len(severe), left, unjudged),
        value=len(left),
        unit="challenges left alone",
        inputs=tuple(
            Input(
                name=challenge_name(each),
                value=_lacks(each) or "has an owner and something to do about it",
                address=asked.address("challenges", each.id, "mitigation" if each.owner.strip() else "owner"),
            )
            for each in severe
        ),
        rule=SEVERE_RULE,
        citation=OURS,
        address=asked.address("challenges"),
    )


def not_looked_at(asked: Asked) -> Finding:
    """The kinds of which no challenge is named."""
    kinds = asked.entries("challenge_categories")
    seen = {each.category for each in asked.draft.challenges}
    unseen = [entry for entry in kinds if entry.id not in seen]
    names = [entry.name for entry in unseen]
    words = f"All {len(kinds)} kinds of challenge have been looked at."
    if len(unseen) == len(kinds):
        words = f"None of the {len(kinds)} kinds of challenge has been looked at yet."
    elif unseen:
        which = "this kind" if len(unseen) == 1 else "these kinds"
        words = f"Nobody has looked at {which} of challenge yet: {in_a_sentence(names)}."
    return Finding(
        id=f"obstacles.unseen.{asked.draft.id}",
        severity="advice" if unseen else "info",
        words=words,
        value=len(unseen),
        unit="kinds of challenge",
        inputs=tuple(
            Input(
                name=entry.name,
                value=sum(each.category == entry.id for each in asked.draft.challenges),
                address=asked.address("challenges"),
            )
            for entry in kinds
        ),
        rule=UNSEEN_RULE,
        citation=asked.cited("challenge_categories"),
        address=asked.address("challenges"),
    )


def _severe_words(severe: int, left: list[Challenge], unjudged: int) -> str:
    doubt = f" The severity of {unjudged} {'other' if severe else 'of them'} is not said." if unjudged else ""
    if not severe:
        return f"No open challenge is of high severity.{doubt}"
    if not left:
        which = f"{counted(severe, 'open challenge')} {'is' if severe == 1 else 'are'} of high severity"
        cared = "it has an owner" if severe == 1 else "each has an owner"
        return f"{which}; {cared} and something to do about it.{doubt}"
    if len(left) > 1:
        return (
            f"{len(left)} open challenges of high severity have no owner, or nothing to do about them.{doubt}"
        )
    only = "The open challenge" if severe == 1 else f"Of {severe} open challenges"
    one = "" if severe == 1 else " 1"
    return f"{only} of high severity{one} {_lacks(left[0])}: “{challenge_name(left[0])}”.{doubt}"


def _how_many(named: int, still: int) -> str:
    """As in "3 challenges, all open"."""
    if still == named:
        return f"{counted(named, 'challenge')}, {'open' if named == 1 else 'all open'}"
    return f"{counted(named, 'challenge')}, {still or 'none'} open"


def _lacks(challenge: Challenge) -> str:
    """What is missing of an owner and something to do about it; empty when both are there."""
    if not challenge.owner.strip():
        return "has no owner" if challenge.mitigation.strip() else "has no owner, and nothing to do about it"
    return "" if challenge.mitigation.strip() else "has an owner, but nothing to do about it"
