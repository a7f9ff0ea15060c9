"""What the guide says about the record and the room: our question, and what the cases' sources tell of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ui.citing import sentences, together
from ui.page_view import CaseNote, Topic
from workbook.analysis.wording import listed
from workbook.library.entries import Library
from workbook.model.case import Case

Said = tuple[str, str]
"""What a source says, and where."""


@dataclass(frozen=True)
class Question:
    """What to ask the room about one field, what it is about, and where the cases speak of it."""

    ask: str
    about: str
    of_case: Callable[[Case], Said]


def topic_of(field: str, library: Library) -> Topic:
    """The topic of a kind of note or of a field; of an unknown one, what was decided."""
    question = QUESTIONS.get(field, QUESTIONS["decision"])
    notes = (CaseNote(case.id, *question.of_case(case)) for case in library.cases if case.is_characterised)
    return Topic(question.ask, question.about, tuple(notes))


def _what_was_settled(case: Case) -> Said:
    """The sharing, or what is expected of it: where a decision shows."""
    steps = [step for step in case.process if step.stage == "sharing"]
    if not steps:
        return "Not reported.", case.citation
    return sentences(step.text for step in steps), together(step.citation for step in steps)


def _what_is_open(case: Case) -> Said:
    left_out = [each[:1].lower() + each[1:] for each in case.not_reported]
    return (f"Not reported: {'; '.join(left_out)}." if left_out else "Nothing is known to be open."), (
        case.citation
    )


def _lessons(case: Case) -> Said:
    return _told((each.text, each.citation) for each in case.lessons) or ("Not reported.", case.citation)


def _what_had_to_be_done(case: Case) -> Said:
    named = ((each.text, each.citation) for each in case.challenges)
    return _told(named) or ("Not reported.", case.citation)


def _what_government_did(case: Case) -> Said:
    played = ((each.how, each.citation) for each in case.government_roles if each.how)
    return _told(played) or ("Not reported.", case.citation)


def _who(case: Case) -> Said:
    names = [each.name for each in case.stakeholders]
    return f"{listed(names)}.", together(each.citation for each in case.stakeholders)


def _when(case: Case) -> Said:
    studied = [f"Studied {case.studied}."] if case.studied else ["When it was studied is not reported."]
    return " ".join(studied), case.citation


def _told(parts: Iterable[Said]) -> Said | None:
    known = list(parts)
    if not known:
        return None
    return sentences(text for text, _ in known), together(citation for _, citation in known)


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "decision": Question(
            "What have we just agreed, in one sentence that everybody here would sign?",
            "Read it back before it stands. A decision nobody can repeat is none.",
            _what_was_settled,
        ),
        "question": Question(
            "What do we not know yet, and who could tell us?",
            "An open question is an honest result. It stays on the list until it is answered.",
            _what_is_open,
        ),
        "idea": Question(
            "What should not get lost, although it is not for today?",
            "Parked here it is safe, and the talk can go on.",
            _lessons,
        ),
        "task": Question(
            "Who does what by when?",
            "A task with a name and a day gets done. Without them it is a wish.",
            _what_had_to_be_done,
        ),
        "owner": Question(
            "Who in this room sees to it?",
            "A name, not a department.",
            _what_government_did,
        ),
        "due": Question(
            "When would it be too late?",
            "The day after which the next step has to wait.",
            _when,
        ),
        "date": Question(
            "When do we meet, and when again?",
            "The date stands on the report, and tells this workshop from the next.",
            _when,
        ),
        "place": Question(
            "Where are we?",
            "The place stands on the report, beside the date.",
            _when,
        ),
        "participants": Question(
            "Who is in the room, and for whom do they speak?",
            "Somebody for whom nobody speaks cannot agree to anything. It is better to see that now.",
            _who,
        ),
    }
)
"""By the kind of note, or the name of the field."""
