"""What the guide says on this page: our question to the room, and what each case did."""

from collections.abc import Mapping
from types import MappingProxyType

from ui.citing import sentences, together
from ui.page_view import CaseNote, Topic
from workbook.analysis.wording import listed
from workbook.library.entries import Library
from workbook.model.case import Case
from workbook.model.vocabulary import CatalogueId

Question = tuple[str, str]
"""What to ask the room, and what it is about."""

QUESTIONS: Mapping[tuple[CatalogueId, str], Question] = MappingProxyType(
    {
        ("mechanisms", ""): (
            "What would have to happen for each of you to say yes?",
            "A mechanism brings interests together. What is suggested stands first, and binds nobody.",
        ),
        ("mechanisms", "how"): (
            "How exactly would that work here, and who would begin?",
            "A mechanism that worked elsewhere is only a word until it is said how it would work here.",
        ),
        ("mechanisms", "status"): (
            "Has anybody tried this already, and what came of it?",
            "From an idea to its result. A failure that is written down need not be repeated.",
        ),
        ("mechanisms", "serves"): (
            "Whose interest does this serve, and how would they notice?",
            "A mechanism that serves nobody's interest aligns nobody.",
        ),
        ("mechanisms", "own"): (
            "What brought you together the last time it worked?",
            "What the room knows and the list does not: it stands in every list from now on.",
        ),
        ("government_roles", ""): (
            "What would government have to do, and what had it better leave alone?",
            "Government owns the problem on all three platforms. How active it is differs.",
        ),
        ("government_roles", "how"): (
            "Which office would do that, and may it?",
            "A role needs somebody who plays it, and the power to.",
        ),
        ("government_roles", "own"): (
            "What does government do here that no list would name?",
            "What the room knows and the list does not: it stands in every list from now on.",
        ),
    }
)
"""By catalogue and the name of the field; without a field, the entries as such."""


def topic_of(which: CatalogueId, field: str, key: str, library: Library) -> Topic:
    """The field in hand, for an entry; the cases tell of this entry where they report it."""
    ask, about = QUESTIONS.get((which, field), QUESTIONS[which, ""])
    notes = (_note(case, which, key, library) for case in library.cases if case.is_characterised)
    return Topic(ask, about, tuple(notes))


def _note(case: Case, which: CatalogueId, key: str, library: Library) -> CaseNote:
    names = {entry.id: entry.name for entry in library.entries(which)}
    used = [(each.role, each.how, each.citation) for each in case.government_roles]
    if which == "mechanisms":
        used = [(each.mechanism, each.how, each.citation) for each in case.mechanisms]
    cited = together(citation for _, _, citation in used) or case.citation
    mine = [(how, citation) for found, how, citation in used if found == key]
    if mine:
        how, citation = mine[0]
        return CaseNote(case.id, f"{names[key]}: {how}" if how else f"{names[key]}.", citation)
    if key in names:
        others = listed([names[found] for found, _, _ in used])
        return CaseNote(
            case.id, f"Not reported here. Reported: {others}." if used else "Not reported.", cited
        )
    told = sentences(f"{names[found]}: {how}" if how else names[found] for found, how, _ in used)
    return CaseNote(case.id, told or "None is reported.", cited)
