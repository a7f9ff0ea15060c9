"""What the guide says about the lifecycle: a question to the room, and what the cases did at this point."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ui.citing import sentences, together
from ui.page_view import CaseNote, Topic
from workbook.library.entries import Library
from workbook.model.case import Case
from workbook.model.vocabulary import StageId

Said = tuple[str, str]
"""What a source says, and where."""
NOT_REPORTED = "Not reported."
OUTSIDE = frozenset({"feasibility", "trigger", "closed"})


@dataclass(frozen=True)
class Question:
    """What to ask the room, what it is about, and where the cases speak of it; empty: as the gate asks."""

    ask: str
    about: str
    of_case: Callable[[Case, StageId], Said]


def topic_of(field: str, stage: StageId, library: Library) -> Topic:
    """The topic of a part of the page, for a draft that stands at this stage; of an unknown one, the path."""
    question = QUESTIONS.get(field, QUESTIONS["path"])
    entry = next(each for each in library.stages if each.id == stage)
    notes = (
        CaseNote(case.id, *question.of_case(case, stage)) for case in library.cases if case.is_characterised
    )
    return Topic(question.ask or entry.gate, question.about or entry.explanation, tuple(notes))


def _at_stage(case: Case, stage: StageId) -> Said:
    steps = [step for step in case.process if step.stage == stage]
    return _told([(step.text, step.citation) for step in steps], case)


def _outside(case: Case, _stage: StageId) -> Said:
    steps = [step for step in case.process if step.stage in OUTSIDE]
    return _told([(step.text, step.citation) for step in steps], case)


def _whole_path(case: Case, _stage: StageId) -> Said:
    first, *_, last = case.process or (None, None)
    if first is None or last is None:
        return NOT_REPORTED, case.citation
    said = f"From: {first.text} To: {last.text}"
    return said, together((first.citation, last.citation))


def _lasting(case: Case, _stage: StageId) -> Said:
    steps = [step for step in case.process if step.stage in {"scale_up", "renewal", "closed"}]
    return _told([(step.text, step.citation) for step in steps], case)


def _lessons(case: Case, _stage: StageId) -> Said:
    return _told([(each.text, each.citation) for each in case.lessons], case)


def _told(said: list[Said], case: Case) -> Said:
    if not said:
        return NOT_REPORTED, case.citation
    return sentences(text for text, _ in said), together(citation for _, citation in said)


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "path": Question(
            "Where are we really: at what is decided, or at what we hope for?",
            "A stage is where the last move led. Going back is a move like any other.",
            _at_stage,
        ),
        "gate": Question("", "", _at_stage),
        "move": Question(
            "What would somebody who is not in the room say against moving on?",
            "Whatever does not hold can be overridden. The reason stands in the log.",
            _at_stage,
        ),
        "beside": Question(
            "Which of these would we like to tell about ourselves in two years?",
            "What the sources report, stage by stage. What they leave out is said to be not reported.",
            _whole_path,
        ),
        "events": Question(
            "What happened outside this room that changed what is possible?",
            "An emergency, a new policy, pressure, a champion who comes or leaves: each can "
            "open a gate or shut one.",
            _outside,
        ),
        "review_on": Question(
            "On which day do we look at this again, whatever happens?",
            "Without a day in the diary, such partnerships tend to stay one-off.",
            _lasting,
        ),
        "lessons": Question(
            "What would you tell the next table before it begins?",
            "What worked and what did not, also while it is still going on. Closing asks for it.",
            _lessons,
        ),
        "log": Question(
            "Would we give the same reasons today?",
            "Every move with who, when and why, what held and what was overridden.",
            _at_stage,
        ),
    }
)
"""By the part of the page that is in hand."""
