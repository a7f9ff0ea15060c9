"""What the guide says about each field of a stakeholder: our question to the room, and what the cases did."""

from collections.abc import Callable, Mapping
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
    of_case: Callable[[Case, Library], Said]


def topic_of(field: str, library: Library, name: str = "") -> Topic:
    """The topic of a field, for the stakeholder of this name; of an unknown field, the list of them."""
    question = QUESTIONS.get(field, QUESTIONS["stakeholders"])
    notes = (
        CaseNote(case.id, *question.of_case(case, library)) for case in library.cases if case.is_characterised
    )
    return Topic(question.ask, question.about.replace("{name}", name or "this stakeholder"), tuple(notes))


def _who(case: Case, library: Library) -> Said:
    del library
    names = [each.name for each in case.stakeholders]
    return f"{listed(names)}.", together(each.citation for each in case.stakeholders)


def _roles(case: Case, library: Library) -> Said:
    with_roles = [each for each in case.stakeholders if each.roles]
    names = {entry.id: entry.name.lower() for entry in library.stakeholder_roles}
    said = [f"{each.name}: {listed([names[role] for role in each.roles])}." for each in with_roles]
    return " ".join(said), together(each.citation for each in with_roles)


def _standing(case: Case, library: Library) -> Said:
    del library
    touched = [
        each for each in case.stakeholders if {"affected", "data_subject", "beneficiary"} & set(each.roles)
    ]
    names = [each.name for each in touched if "data_provider" not in each.roles]
    return f"Touched by it: {listed(names)}.", together(each.citation for each in touched)


def _without_agreement(case: Case, library: Library) -> Said:
    del library
    for each in case.not_reported:
        if "without an agreement" in each:
            return f"Not reported: {each[:1].lower()}{each[1:]}.", case.citation
    before = [step for step in case.process if step.stage == "interests"]
    return sentences(step.text for step in before), together(step.citation for step in before)


def _gains(case: Case, library: Library) -> Said:
    del library
    said = [f"{each.stakeholder}: {each.text[:1].lower()}{each.text[1:]}" for each in case.benefits]
    return sentences(said), together(each.citation for each in case.benefits)


def _concerns(case: Case, library: Library) -> Said:
    del library
    named = [
        each for each in case.challenges if each.category in {"organizational", "technology", "managerial"}
    ]
    return sentences(each.text for each in named), together(each.citation for each in named)


def _drivers(case: Case, library: Library) -> Said:
    del library
    return sentences(each.text for each in case.drivers), together(each.citation for each in case.drivers)


def _weights(case: Case, library: Library) -> Said:
    del library
    return "How much each gain counted for whom is not reported.", case.citation


def _red_line(case: Case, library: Library) -> Said:
    del library
    return "Which line nobody would have crossed is not reported.", case.citation


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "stakeholders": Question(
            "Who would notice if this partnership did not happen?",
            "Everybody who gives or gets something, whose rules have to fit, or whom the data are about.",
            _who,
        ),
        "name": Question(
            "Who exactly signs, and who in that organisation decides?",
            "A name that everybody in the room would use.",
            _who,
        ),
        "sector": Question(
            "Where does {name} stand: business, government, civil society?",
            "The sector says what an organisation may do with data, and what it has to answer for.",
            _who,
        ),
        "standing": Question(
            "Who feels the outcome without a say in it?",
            "A win-win is judged by the parties at the table. Harm to anybody else is said all the same.",
            _standing,
        ),
        "roles": Question(
            "What would {name} do, on the first day and in the second year?",
            "Somebody provides data, somebody uses them. Others align, promote, fund, or stand in between.",
            _roles,
        ),
        "without_agreement": Question(
            "What would you do next Monday if this partnership did not happen?",
            "The answer sets the line that every scenario has to beat for {name}.",
            _without_agreement,
        ),
        "reservation_value": Question(
            "Is that better than today, worse, or no different?",
            "Where {name} has another way out that is better than today, a scenario has to beat that.",
            _without_agreement,
        ),
        "interests": Question(
            "What would make you say yes, and what keeps you awake?",
            "Interests, not positions: what {name} wants and fears, rather than what it demands.",
            _gains,
        ),
        "kind": Question(
            "What could go wrong for you, even if all goes to plan?",
            "A concern is an interest too: a scenario can ease it or feed it.",
            _concerns,
        ),
        "orientation": Question(
            "If nobody outside ever heard of it, would you still want this?",
            "Self-interest, a social interest, or both. Platforms differ in which comes first.",
            _drivers,
        ),
        "motivation": Question(
            "Why does this matter to you at all?",
            "The lists of the literature, or a motivation in the room's own words.",
            _drivers,
        ),
        "weight": Question(
            "If only one of these could come true, which? And how much more than the next?",
            "Weights compare interests of {name} with one another, never with those of somebody else.",
            _weights,
        ),
        "red_line": Question(
            "At what point would you leave, whatever else you were offered?",
            "A scenario that crosses a red line is not acceptable: no gain elsewhere buys it off.",
            _red_line,
        ),
        "weights_known": Question(
            "Would you bet on these weights, or only on their order?",
            "Doubt about weights is no weakness: it is counted in when it is said how sure a win-win is.",
            _weights,
        ),
    }
)
"""By the name of the field."""
