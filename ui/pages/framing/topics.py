"""What the guide says about each field of the framing: our question to the room, and what the cases did."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ui.page_view import CaseNote, Topic
from workbook.analysis.wording import listed
from workbook.library.entries import Library
from workbook.model.case import Case, CaseData
from workbook.model.vocabulary import DimensionId

Said = tuple[str, str]
"""What a source says, and where."""


@dataclass(frozen=True)
class Question:
    """What to ask the room about one field, what it is about, and where the cases speak of it."""

    ask: str
    about: str
    of_case: Callable[[Case], Said]
    dimension: DimensionId | None = None


def topic_of(field: str, library: Library) -> Topic:
    """The topic of a field, by its name in the workbook; of an unknown one, the first."""
    question = QUESTIONS.get(field, QUESTIONS["societal_problem"])
    notes = (CaseNote(case.id, *question.of_case(case)) for case in library.cases if case.is_characterised)
    return Topic(question.ask, question.about, tuple(notes), question.dimension)


def _summary(case: Case) -> Said:
    return case.summary, case.citation


def _problem(case: Case) -> Said:
    position = case.dimensions.problem_definition
    return position.reported, position.citation


def _interest(case: Case) -> Said:
    position = case.dimensions.primary_interest
    return position.reported, position.citation


def _setting(case: Case) -> Said:
    if not case.context:
        return _summary(case)
    return case.context[0].text, case.context[0].citation


def _public_value(case: Case) -> Said:
    public = [benefit for benefit in case.benefits if benefit.value != "private"]
    if not public:
        return "The source names no benefit for the public.", case.citation
    return _sentences(each.text for each in public), _together(each.citation for each in public)


def _data(case: Case) -> Said:
    if not case.data:
        return "Which data are shared is not reported.", case.citation
    return _sentences(map(_flow, case.data)), _together(each.citation for each in case.data)


def _out_of_scope(case: Case) -> Said:
    return "What was left out of the talk is not reported.", case.citation


def _flow(data: CaseData) -> str:
    if not (data.from_stakeholder and data.to_stakeholder):
        return data.data
    return f"From {data.from_stakeholder} to {data.to_stakeholder}: {data.data[:1].lower()}{data.data[1:]}"


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(f"{text.rstrip('.')}." for text in texts)


def _together(citations: Iterable[str]) -> str:
    return listed(list(dict.fromkeys(citations))) if citations else ""


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "title": Question(
            "What shall we call what we are working on?",
            "The name stands on the report and in the list of recent workbooks.",
            _summary,
        ),
        "facilitator": Question(
            "Who will people ask when this workshop is over?",
            "The report names who facilitated.",
            _summary,
        ),
        "name": Question(
            "What makes this draft different from the others?",
            "A workbook holds several drafts: one per group, or alternatives. The name tells them apart.",
            _summary,
        ),
        "societal_problem": Question(
            "Who suffers from what, and how would an outsider notice?",
            "The problem outside this room. Every scenario is later asked whether it helps with it.",
            _problem,
            "problem_definition",
        ),
        "public_value": Question(
            "What would be better for people who are not at this table?",
            "The gain for the public, apart from what each party gains for itself.",
            _public_value,
        ),
        "data_sought": Question(
            "Which data, from whom, how often, and how fine?",
            "Say what is needed, not what happens to be there. Leaving out what is not needed makes it "
            "easier to agree.",
            _data,
        ),
        "setting": Question(
            "Where, when and under which rules does this take place?",
            "The place, the size and the circumstances that everybody here takes for granted.",
            _setting,
            "contextual_factors",
        ),
        "out_of_scope": Question(
            "What will we not talk about today?",
            "A border drawn early lets people speak freely within it.",
            _out_of_scope,
        ),
        "voluntary": Question(
            "Could any of you be made to share?",
            "Where government can compel, what is offered is judged against being compelled. Win-wins are "
            "sought where sharing is voluntary.",
            _interest,
            "primary_interest",
        ),
        "summary": Question(
            "How would you tell it to a colleague in the lift?",
            "Two sentences, written last. They open the report.",
            _summary,
        ),
    }
)
"""By the name of the field."""
