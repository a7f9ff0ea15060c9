"""What the guide says about each part of the page: our question to the room, and what the cases did."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ui.citing import sentences, together
from ui.page_view import CaseNote, Topic
from workbook.library.entries import Library
from workbook.model.case import Case

Said = tuple[str, str]
"""What a source says, and where."""
COST_CATEGORIES = frozenset({"managerial", "technology", "information"})


@dataclass(frozen=True)
class Question:
    """What to ask the room about one part, what it is about, and what the cases say of it."""

    ask: str
    about: str
    of_case: Callable[[Case], Said]


def topic_of(field: str, library: Library) -> Topic:
    """The topic of a field or a part; of an unknown one, the benefits."""
    question = QUESTIONS.get(field, QUESTIONS["benefits"])
    notes = (CaseNote(case.id, *question.of_case(case)) for case in library.cases if case.is_characterised)
    return Topic(question.ask, question.about, tuple(notes))


def _benefits(case: Case) -> Said:
    said = [f"{each.stakeholder}: {each.text[:1].lower()}{each.text[1:]}" for each in case.benefits]
    if not said:
        return "No benefit is reported.", case.citation
    return sentences(said), together(each.citation for each in case.benefits)


def _own_gain(case: Case) -> Said:
    """Benefits of private value."""
    private = [each for each in case.benefits if each.value in {"private", "both"}]
    if not private:
        return "No benefit of private value is reported.", case.citation
    said = [f"{each.stakeholder}: {each.text[:1].lower()}{each.text[1:]}" for each in private]
    return sentences(said), together(each.citation for each in private)


def _measured(case: Case) -> Said:
    return _missing(case, "easured") or ("Nothing measured is reported.", case.citation)


def _costs(case: Case) -> Said:
    named = [each for each in case.challenges if each.category in COST_CATEGORIES]
    if not named:
        return "What it cost whom is not reported.", case.citation
    return sentences(each.text for each in named), together(each.citation for each in named)


def _alignment(case: Case) -> Said:
    steps = [each for each in case.process if each.stage == "alignment"]
    chosen = [each for each in case.mechanisms if each.mechanism == "authority_alignment" and each.how]
    said = [*(each.text for each in steps), *(each.how for each in chosen)]
    if not said:
        return _missing(case, "lignment") or ("No alignment is reported.", case.citation)
    cited = [*(each.citation for each in steps), *(each.citation for each in chosen)]
    return sentences(said), together(cited)


def _business_case(case: Case) -> Said:
    steps = [each for each in case.process if each.stage == "business_case"]
    chosen = [each for each in case.mechanisms if each.mechanism == "explicit_business_case" and each.how]
    said = [*(each.text for each in steps), *(each.how for each in chosen)]
    if not said:
        return _missing(case, "usiness case") or ("No business case is reported.", case.citation)
    cited = [*(each.citation for each in steps), *(each.citation for each in chosen)]
    return sentences(said), together(cited)


def _missing(case: Case, word: str) -> Said | None:
    """What the source does not report, where our list of that names it."""
    found = next((each for each in case.not_reported if word in each), None)
    return None if found is None else (f"Not reported: {found[:1].lower()}{found[1:]}.", case.citation)


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "benefits": Question(
            "Who would have what that nobody has today?",
            "Each benefit says for whom, and whether it is of private value, public value or both.",
            _benefits,
        ),
        "value": Question(
            "Would you still want this if only the public gained?",
            "Whoever gives data needs a benefit of its own, or has no case to make inside.",
            _own_gain,
        ),
        "expected": Question(
            "By what would you notice in a year that it worked?",
            "How it would be seen, and by when, written down before anybody can measure it.",
            _measured,
        ),
        "measured": Question(
            "What did you find, and would those who paid for it agree?",
            "What was found stands beside what was expected. What nobody measured is not known.",
            _measured,
        ),
        "costs": Question(
            "Who pays, works or is exposed for it, and who has not been asked yet?",
            "Costs that nobody names come back as resistance. Nothing written is not the same as no cost.",
            _costs,
        ),
        "alignment_actions": Question(
            "What has to be arranged before the first data flow, by whom, until when?",
            "Legal, IT and procedural arrangements with others, without which it cannot work.",
            _alignment,
        ),
        "because": Question(
            "What makes you sure that this is not needed?",
            "An action may turn out not to be needed. The reason is what others will ask for.",
            _alignment,
        ),
        "business_cases": Question(
            "What will you say tomorrow to those who did not sit at this table?",
            "One paragraph that somebody inside can read out, with a name to it and a decision.",
            _business_case,
        ),
    }
)
"""By the name of the field or the part."""
_NEAR: Mapping[str, str] = MappingProxyType(
    {"expected_by": "expected", "measured_on": "measured", "outcome": "measured"}
)


def topic_key(part: str, field: str) -> str:
    """The topic of a field of a part: its own, that of the field beside it, or that of the part."""
    key = _NEAR.get(field, field)
    return key if key in QUESTIONS else part
