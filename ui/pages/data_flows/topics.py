"""What the guide says about each field of a data flow: what the cases report of data, and what not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ui.citing import sentences, together
from ui.page_view import CaseNote, Topic
from workbook.library.entries import Library
from workbook.model.case import Case, CaseData

Said = tuple[str, str]
"""What a source says, and where."""


@dataclass(frozen=True)
class Question:
    """What to ask the room about one field, what it is about, and what the cases say of it."""

    ask: str
    about: str
    of_case: Callable[[Case], Said]


def topic_of(field: str, library: Library) -> Topic:
    """The topic of a field, by its name in the workbook; of an unknown one, the flows as such."""
    question = QUESTIONS.get(field, QUESTIONS["data_flows"])
    notes = (CaseNote(case.id, *question.of_case(case)) for case in library.cases if case.is_characterised)
    return Topic(question.ask, question.about, tuple(notes))


def _data(case: Case) -> Said:
    if not case.data:
        return "Which data are shared is not reported.", case.citation
    return sentences(map(_told, case.data)), together(each.citation for each in case.data)


def _not_reported(*words: str) -> Callable[[Case], Said]:
    """What the source leaves out about this; where it is not listed as left out, what is shared."""

    def of_case(case: Case) -> Said:
        left_out = [each for each in case.not_reported if any(word in each.casefold() for word in words)]
        if not left_out:
            return _data(case)
        told = "; ".join(each[:1].lower() + each[1:] for each in left_out)
        return f"Not reported: {told}.", case.citation

    return of_case


def _how_often(case: Case) -> Said:
    shared = [step for step in case.process if step.stage == "sharing"]
    return sentences(step.text for step in shared), together(step.citation for step in shared)


def _told(data: CaseData) -> str:
    if not (data.from_stakeholder and data.to_stakeholder):
        return data.data
    return f"From {data.from_stakeholder} to {data.to_stakeholder}: {data.data[:1].lower()}{data.data[1:]}"


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "data_flows": Question(
            "Who gives what to whom, and what comes back?",
            "One line for each stream of data, also for what is given back: that is often the win.",
            _data,
        ),
        "data": Question(
            "Which columns would be in the table that is sent?",
            "The coarser the data that do the job, the fewer objections there are.",
            _data,
        ),
        "from_stakeholder": Question(
            "Who presses the button, and who could stop it?",
            "The party that gives, even where a third one carries the data.",
            _data,
        ),
        "to_stakeholder": Question(
            "Who opens the file, and who sees it after that?",
            "The party that receives. What it passes on is a data flow of its own.",
            _data,
        ),
        "frequency": Question(
            "Once, every month, or the moment something happens?",
            "How often decides on the technique, the cost, and how long it lasts.",
            _how_often,
        ),
        "sensitivity": Question(
            "What would a rival, a journalist or a neighbour make of it?",
            "Personal, commercial, or dangerous in the wrong hands: say which, and why.",
            _not_reported("consented", "safeguards"),
        ),
        "legal_basis": Question(
            "On what legal ground may this be shared?",
            "A law, an agreement, consent. Not said yet is an honest answer; it stays visible as open.",
            _not_reported("legal basis", "consented"),
        ),
        "safeguards": Question(
            "What keeps it from being used for anything else?",
            "Aggregation, access, deletion, a third party in between, who checks.",
            _not_reported("safeguards", "consented"),
        ),
        "start_date": Question(
            "From when on, and what has to be ready by then?",
            "A date makes the steps before it visible.",
            _not_reported("when the sharing", "the sharing itself"),
        ),
    }
)
"""By the name of the field."""
