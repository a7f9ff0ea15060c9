"""What the guide says about each part of this page: a question to the room, and what the cases report."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ui.citing import sentences, together
from ui.page_view import CaseNote, Topic
from workbook.library.entries import Library
from workbook.model.case import Case, CaseChallenge, Statement

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "kind": "If this fails in two years, what will have been the reason?",
        "text": "What would you say to a friend who asks what is hard about it?",
        "severity": "Would you go on if this stayed as it is?",
        "mitigation": "What is the smallest thing that would make it smaller?",
        "owner": "Whose name may stand behind this, and do they know?",
        "status": "Is it solved, or have we agreed to live with it?",
        "category": "Is this really of that kind, or of another?",
        "own": "Which question do you always ask, that nobody else does?",
        "readiness": "What could you share on Monday, if you had to?",
        "enablers": "What is on your side already, and whom do you owe it to?",
    }
)
"""By the name of the field."""
READINESS = (
    "Trusted networks, shared information, integrated data, systems that work together. What is absent is no "
    "reproach: it says where to begin."
)
ENABLERS = "What helped elsewhere. Each says what kind of finding it is: none of them proves a cause."


def topic_of(field: str, kind: str, library: Library) -> Topic:
    """The field in hand; of a challenge, also of which kind it is."""
    question = QUESTIONS.get(field, QUESTIONS["kind"])
    characterised = [case for case in library.cases if case.is_characterised]
    if field == "readiness":
        return Topic(question, READINESS, tuple(_setting(case) for case in characterised))
    if field == "enablers":
        return Topic(question, ENABLERS, tuple(_lessons(case) for case in characterised))
    entry = next((each for each in library.challenge_categories if each.id == kind), None)
    about = (
        "A kind of challenge of your own." if entry is None else f"{entry.name}: {_small(entry.explanation)}"
    )
    return Topic(question, about, tuple(_challenges(case, kind) for case in characterised))


def of_kind(case: Case, kind: str) -> tuple[CaseChallenge, ...]:
    """What a case reports of one kind."""
    return tuple(each for each in case.challenges if each.category == kind)


def _challenges(case: Case, kind: str) -> CaseNote:
    named = of_kind(case, kind)
    if not named:
        return CaseNote(case.id, "No challenge of this kind is reported.", case.citation)
    return CaseNote(
        case.id, sentences(each.text for each in named), together(each.citation for each in named)
    )


def _setting(case: Case) -> CaseNote:
    return _told(case, "The setting: ", case.context, "How ready the partners were is not reported.")


def _lessons(case: Case) -> CaseNote:
    return _told(case, "", case.lessons, "What helped is not reported.")


def _told(case: Case, before: str, told: Iterable[Statement], otherwise: str) -> CaseNote:
    held = tuple(told)
    if not held:
        return CaseNote(case.id, otherwise, case.citation)
    words = sentences(each.text for each in held)
    return CaseNote(case.id, f"{before}{words}", together(each.citation for each in held))


def _small(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"
