"""What the guide says about changes and snapshots: our question, and how the cases changed over time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ui.citing import sentences, together
from ui.page_view import CaseNote, Topic
from workbook.library.entries import Library
from workbook.model.case import Case

Said = tuple[str, str]
"""What a source says, and where."""


@dataclass(frozen=True)
class Question:
    """What to ask the room about one part of the page, what it is about, and where the cases speak of it."""

    ask: str
    about: str
    of_case: Callable[[Case], Said]


def topic_of(part: str, library: Library) -> Topic:
    """The topic of a part of the page; of an unknown one, the changes."""
    question = QUESTIONS.get(part, QUESTIONS["changes"])
    notes = (CaseNote(case.id, *question.of_case(case)) for case in library.cases if case.is_characterised)
    return Topic(question.ask, question.about, tuple(notes))


def _first_and_last(case: Case) -> Said:
    """Where its process began, and the last that is reported of it."""
    if not case.process:
        return "Not reported.", case.citation
    first, last = case.process[0], case.process[-1]
    return f"From: {first.text} To: {last.text}", together((first.citation, last.citation))


def _who_gained(case: Case) -> Said:
    return _told((each.text, each.citation) for each in case.benefits) or ("Not reported.", case.citation)


def _when(case: Case) -> Said:
    studied = f"Studied {case.studied}." if case.studied else "When it was studied is not reported."
    return f"{studied} What is told of it is how it stood then.", case.citation


def _lessons(case: Case) -> Said:
    return _told((each.text, each.citation) for each in case.lessons) or ("Not reported.", case.citation)


def _told(parts: Iterable[Said]) -> Said | None:
    known = list(parts)
    if not known:
        return None
    return sentences(text for text, _ in known), together(citation for _, citation in known)


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "changes": Question(
            "Which of these changes would you defend to somebody who was not in the room?",
            "Every difference is listed. What nobody can give a reason for is worth a second look.",
            _first_and_last,
        ),
        "gains": Question(
            "Who came to lose on the way, and have we told them?",
            "A change that helps one party can cost another. Better to see it here than at the signing.",
            _who_gained,
        ),
        "snapshots": Question(
            "Is this a moment we may want to come back to?",
            "A snapshot costs nothing and keeps everything. It makes trying something out safe.",
            _when,
        ),
        "held": Question(
            "What did we believe then that we no longer believe?",
            "A design is read more honestly beside what it once was.",
            _lessons,
        ),
    }
)
"""By the part of the page that is in hand."""
