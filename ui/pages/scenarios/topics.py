"""What the guide says about each part of a scenario: our question to the room, and what the cases did."""

from collections.abc import Callable, Mapping
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
    """What to ask the room about one part, what it is about, and what the cases say of it."""

    ask: str
    about: str
    of_case: Callable[[Case, Library], Said]


def topic_of(field: str, library: Library) -> Topic:
    """The topic of a part of a scenario; of an unknown one, the scenarios as such."""
    question = QUESTIONS.get(field, QUESTIONS["scenarios"])
    notes = (
        CaseNote(case.id, *question.of_case(case, library)) for case in library.cases if case.is_characterised
    )
    return Topic(question.ask, question.about, tuple(notes))


def _process(case: Case, library: Library) -> Said:
    del library
    return sentences(each.text for each in case.process), together(each.citation for each in case.process)


def _data(case: Case, library: Library) -> Said:
    del library
    if not case.data:
        return "Which data are shared is not reported.", case.citation
    return sentences(each.data for each in case.data), together(each.citation for each in case.data)


def _mechanisms(case: Case, library: Library) -> Said:
    names = {entry.id: entry.name for entry in library.mechanisms}
    said = [_told(names[each.mechanism], each.how) for each in case.mechanisms]
    if not said:
        return "No mechanism is reported.", case.citation
    return sentences(said), together(each.citation for each in case.mechanisms)


def _roles(case: Case, library: Library) -> Said:
    names = {entry.id: entry.name for entry in library.government_roles}
    said = [_told(names[each.role], each.how) for each in case.government_roles]
    if not said:
        return "No role of government is reported.", case.citation
    return sentences(said), together(each.citation for each in case.government_roles)


def _told(name: str, how: str) -> str:
    return f"{name}: {how}" if how else name


def _benefits(case: Case, library: Library) -> Said:
    del library
    if not case.benefits:
        return "No benefit is reported.", case.citation
    said = [f"{each.stakeholder}: {each.text[:1].lower()}{each.text[1:]}" for each in case.benefits]
    return sentences(said), together(each.citation for each in case.benefits)


def _costs(case: Case, library: Library) -> Said:
    del library
    named = [each for each in case.challenges if each.category in {"managerial", "technology", "information"}]
    if not named:
        return "What it cost whom is not reported.", case.citation
    return sentences(each.text for each in named), together(each.citation for each in named)


def _alignment(case: Case, library: Library) -> Said:
    del library
    steps = [each for each in case.process if each.stage == "alignment"]
    chosen = [each for each in case.mechanisms if each.mechanism == "authority_alignment" and each.how]
    said = [*(each.text for each in steps), *(each.how for each in chosen)]
    if not said:
        return "No alignment of laws, IT or procedures is reported.", case.citation
    return sentences(said), together(
        [*(each.citation for each in steps), *(each.citation for each in chosen)]
    )


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "scenarios": Question(
            "In what other way could it be done?",
            "A scenario is one way of sharing. Three that really differ say more than ten that hardly do.",
            _process,
        ),
        "name": Question(
            "What would you call it over coffee?",
            "A name of two or three words stands above its scores and in every picture.",
            _process,
        ),
        "description": Question(
            "What would happen on the first day, and who would do it?",
            "So concrete that everybody at the table scores the same thing.",
            _process,
        ),
        "data_flows": Question(
            "Which of the data would really have to change hands?",
            "A scenario uses some of the data flows. Fewer of them often meet with less resistance.",
            _data,
        ),
        "mechanisms": Question(
            "What would make it worth while for each of you?",
            "A mechanism brings interests together. The suggestions follow from the platform of this draft.",
            _mechanisms,
        ),
        "serves": Question(
            "Whose interest does this serve, and how would they notice?",
            "What serves nobody's interest aligns nobody. That is said as a finding.",
            _benefits,
        ),
        "government_roles": Question(
            "What would government have to do, and what had it better leave alone?",
            "Government owns the problem on all three platforms. How active it is differs.",
            _roles,
        ),
        "benefits": Question(
            "Who would have what that nobody has today?",
            "Each benefit says for whom, and whether it is of private value, public value or both.",
            _benefits,
        ),
        "costs": Question(
            "Who would pay, work or be exposed for it?",
            "Costs that nobody names come back as resistance.",
            _costs,
        ),
        "alignment_actions": Question(
            "Which rule, system or procedure would have to change first?",
            "Legal, IT and procedural arrangements with others, without which it cannot work.",
            _alignment,
        ),
    }
)
"""By the name of the field."""
