"""What the guide asks while scores are given, and what the cases say of benefits and concerns."""

from collections.abc import Iterable

from ui.citing import sentences, together
from ui.page_view import CaseNote, Topic
from workbook.library.entries import Library
from workbook.model.case import Case

WANT = "What would change for you, compared with walking away?"
CONCERN = "Would this make it worse, compared with walking away, or put your mind at rest?"
ABOUT = (
    "Not whether it is good, but whether it is better or worse than no agreement. 0 is no different. What "
    "nobody can say yet stays empty: it is not 0."
)
CONCERNS = frozenset({"information", "organizational", "technology", "managerial", "policy", "political"})


def topic_of(kind: str, library: Library) -> Topic:
    """The topic for a want or a concern."""
    if kind == "concern":
        return Topic(CONCERN, ABOUT, tuple(_notes(library, concern=True)))
    return Topic(WANT, ABOUT, tuple(_notes(library, concern=False)))


def _notes(library: Library, *, concern: bool) -> Iterable[CaseNote]:
    for case in library.cases:
        if case.is_characterised:
            text, citation = _concerns(case) if concern else _benefits(case)
            yield CaseNote(case.id, text, citation)


def _benefits(case: Case) -> tuple[str, str]:
    if not case.benefits:
        return "No benefit is reported.", case.citation
    said = [f"{each.stakeholder}: {each.text[:1].lower()}{each.text[1:]}" for each in case.benefits]
    return sentences(said), together(each.citation for each in case.benefits)


def _concerns(case: Case) -> tuple[str, str]:
    named = [each for each in case.challenges if each.category in CONCERNS]
    if not named:
        return "No concern of a party is reported.", case.citation
    return sentences(each.text for each in named), together(each.citation for each in named)
