"""What the guide says on the page of the platform: of the whole, or of the dimension in hand."""

from ui.page_view import CaseNote, Topic
from workbook.library.entries import Library
from workbook.model.case import Case
from workbook.model.vocabulary import DimensionId

WHOLE = "Read the sentence aloud. Does it sound like us?"
ABOUT = (
    "The profile is the average of the dimensions placed so far; each counts the same. "
    "It describes, it does not judge."
)


def topic_of_whole(library: Library) -> Topic:
    """The platform, and what opened sharing in each case."""
    notes = (_opened(case, library) for case in library.cases if case.is_characterised)
    return Topic(WHOLE, ABOUT, tuple(notes))


def topic_of_dimension(dimension_id: DimensionId, library: Library) -> Topic:
    """One dimension, and where each case stands on it."""
    dimension = library.dimension(dimension_id)
    notes = (
        CaseNote(case.id, position.reported, position.citation)
        for case in library.cases
        if case.is_characterised and (position := case.dimensions.positions()[dimension_id]).reported
    )
    return Topic(dimension.question, dimension.explanation, tuple(notes), dimension_id)


def _opened(case: Case, library: Library) -> CaseNote:
    """The first mechanism its source reports."""
    first = case.mechanisms[0]
    name = library.entry("mechanisms", first.mechanism).name
    return CaseNote(case.id, f"{name}. {first.how}".strip(), first.citation)
