"""What the guide asks on each view of the page, and how the win-win was found in the cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ui.citing import sentences, together
from ui.page_view import CaseNote, Topic
from workbook.library.entries import Library
from workbook.model.case import Case


@dataclass(frozen=True)
class Question:
    """A question to the room, what it is about, and which part of a case answers it."""

    question: str
    about: str
    part: str


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "picture": Question(
            "Would each of you sign this on Monday?",
            "A win-win leaves nobody worse off than without an agreement. Whoever lies left of the line says "
            "no, however much the others gain.",
            "mechanisms",
        ),
        "choosing": Question(
            "If you did not know whose chair you would sit in, which would you take?",
            "One pick is shown: the win-win that is best for whoever is worst off. Other rules answer other "
            "ideas of fairness, and none of them binds the room.",
            "mechanisms",
        ),
        "sure": Question(
            "What would we have to be wrong about for this to fall apart?",
            "Weights and scores are guesses. Where a verdict hangs on one of them, that one is worth an "
            "afternoon.",
            "challenges",
        ),
        "exchange": Question(
            "What do you put in, and what do you carry home?",
            "Something in return need not be money: data, a service, standing and public value count too. "
            "Whoever only gives has no reason in sight to go on.",
            "benefits",
        ),
    }
)
"""By view. The questions are ours."""


def topic_of(view: str, library: Library) -> Topic:
    """The topic of a view."""
    asked = QUESTIONS[view]
    return Topic(asked.question, asked.about, tuple(_notes(asked.part, library)))


def _notes(part: str, library: Library) -> Iterable[CaseNote]:
    for case in library.cases:
        if case.is_characterised:
            texts, citations = _told(part, case, library)
            yield CaseNote(case.id, sentences(texts) or case.summary, together(citations) or case.citation)


def _told(part: str, case: Case, library: Library) -> tuple[list[str], list[str]]:
    if part == "mechanisms":
        texts = [
            f"{library.entry('mechanisms', each.mechanism).name}. {each.how}".strip()
            for each in case.mechanisms
        ]
        return texts, [each.citation for each in case.mechanisms]
    if part == "challenges":
        return [each.text for each in case.challenges], [each.citation for each in case.challenges]
    texts = [f"{each.stakeholder}: {each.text[:1].lower()}{each.text[1:]}" for each in case.benefits]
    return texts, [each.citation for each in case.benefits]
