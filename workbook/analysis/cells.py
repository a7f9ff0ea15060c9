"""One cell of a comparison: how much of a position is shared, where somebody stands, what was said."""

from fractions import Fraction

from workbook.analysis.finding import Finding, Input
from workbook.analysis.headings import Cell, Group, Row
from workbook.analysis.position import position_in_words
from workbook.analysis.similarity import Similarity
from workbook.analysis.subject import Subject
from workbook.analysis.wording import capitalised, of_100
from workbook.library.entries import Library
from workbook.model.case import CasePosition
from workbook.model.vocabulary import DimensionId

SHARED_RULE = (
    "The shared part of the two mixes: the sum of the smaller shares, which is the solid part of the bar."
)
CODING = "The mixes of cases are our coding of what their sources report."


def shared_words(pair: Similarity, dimension: DimensionId) -> str | None:
    """How much two columns share on a dimension, such as "70 of 100"; None where one is not placed."""
    shared: float | None = getattr(pair.by_dimension, dimension)
    return None if shared is None else of_100(Fraction(shared).limit_denominator(10**9))


def why_shared(a: Subject, b: Subject, pair: Similarity, dimension: DimensionId, library: Library) -> Finding:
    """Why so much of a column's bar is solid: both positions, and the part they share."""
    name = library.dimension(dimension).name
    shared = shared_words(pair, dimension)
    if shared is None:
        words = f"{name}: {a.name} and {b.name} cannot be compared here, because not both have a position."
    else:
        words = f"{name}: {a.name} and {b.name} share {shared}."
    return Finding(
        id=f"shared.{a.id}.{b.id}.{dimension}",
        words=words,
        value=getattr(pair.by_dimension, dimension),
        unit="share",
        inputs=tuple(
            Input(
                name=each.name,
                value=capitalised(position_in_words(each, dimension, library)),
                address=each.address("dimensions", dimension),
            )
            for each in (a, b)
        ),
        rule=SHARED_RULE,
        citation=_source_of(a, b, dimension=dimension, library=library),
        address=a.address("dimensions", dimension),
    )


def why_placed(subject: Subject, dimension: DimensionId, library: Library) -> Finding:
    """Where a draft or case stands on a dimension, and what it says there."""
    position = subject.source.dimensions.positions()[dimension]
    said = position.reported if isinstance(position, CasePosition) else position.characterisation
    words = capitalised(position_in_words(subject, dimension, library))
    where = subject.address("dimensions", dimension)
    inputs = [Input(name="Position", value=words, address=where)]
    if said:
        inputs.append(Input(name="In words", value=said, address=where))
    return Finding(
        id=f"position.{subject.id}.{dimension}",
        words=f"{library.dimension(dimension).name}: {subject.name} is placed as {words}."
        if subject.shares[dimension] is not None
        else f"{library.dimension(dimension).name}: {subject.name} is not placed yet.",
        unit="platform",
        inputs=tuple(inputs),
        rule="The mix that was entered, or the shares of the votes that were given.",
        citation=_source_of(subject, dimension=dimension, library=library),
        address=where,
    )


def why_marked(subject: Subject, group: Group, row: Row, cell: Cell) -> Finding:
    """What a draft or case says under a heading, in full, with its sources."""
    sources = dict.fromkeys(detail.citation for detail in cell.details if detail.citation)
    return Finding(
        id=f"said.{group.heading}.{row.key}.{subject.id}",
        words=f"{row.name}, {subject.name}: {cell.mark}.",
        value=cell.mark,
        unit="mark",
        inputs=tuple(
            Input(
                name=capitalised(detail.mark),
                value=detail.text or "No words beside it.",
                address=detail.address,
            )
            for detail in cell.details
        ),
        rule=group.rule,
        citation="; ".join(sources) or group.citation,
        address=next((detail.address for detail in cell.details if detail.address), None),
    )


def _source_of(*subjects: Subject, dimension: DimensionId, library: Library) -> str:
    """Where the positions are from: of a case its source, and that the coding is ours."""
    cited = [library.dimension(dimension).citation]
    for subject in subjects:
        position = subject.source.dimensions.positions()[dimension]
        if isinstance(position, CasePosition) and position.mix is not None:
            cited.append(f"{subject.name}: {position.citation or subject.name}. {CODING}")
    return "; ".join(cited)
