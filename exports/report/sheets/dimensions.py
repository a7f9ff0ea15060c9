"""The eight dimensions side by side: words, parts of 100, what was said, what it rests on."""

from collections.abc import Iterator, Mapping

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.styles import Style
from exports.report.values import Column, Styled, Value, shared_width
from workbook.analysis.position import position_in_words
from workbook.analysis.subject import Subject
from workbook.analysis.wording import capitalised, parts_of_100
from workbook.library.entries import Library
from workbook.model.dimensions import Position
from workbook.model.vocabulary import DIMENSIONS, DimensionId, PlatformId

CONFIDENCE = {"guess": "a guess", "discussed": "discussed", "documented": "documented"}


def write(page: Page, report: Report) -> None:
    """Write it."""
    width = shared_width(len(report.subjects), 410)
    columns = (
        Column("Dimension", 130, "name"),
        Column("What it asks", 150, "muted"),
        *(Column(title, width) for _, title in report.titles_of()),
        Column("Source of the dimension", 130, "muted"),
    )
    page.columns(column.width for column in columns)
    page.title(
        "The eight dimensions",
        "Where each draft and case stands, in words; below that the parts of 100 for Resource (R), Issue (I) "
        "and Sector (S); then what was said or reported, and what it rests on. A tint repeats the platform "
        "that the words name first.",
    )
    page.table(
        columns,
        _rows(report),
        "The eight dimensions by draft and case: position, characterisation, evidence.",
    )
    page.paragraph("The mixes of cases are our coding of what their authors report.")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for dimension in DIMENSIONS:
        entry = report.library.dimension(dimension)
        cells = [_cell(report, subject, dimension) for subject in report.subjects.values()]
        yield entry.name, entry.explanation, *cells, entry.citation


def _cell(report: Report, subject: Subject, dimension: DimensionId) -> Value:
    words = capitalised(position_in_words(subject, dimension, report.library))
    shares = subject.shares[dimension]
    lines = [words]
    if shares is not None:
        lines.append(in_parts(parts_of_100(dict(shares)), report.library))
    return Styled("\n".join((*lines, *_said(subject, dimension))), _tint(report, subject, dimension))


def in_parts(parts: Mapping[PlatformId, int], library: Library) -> str:
    """As in "R 70 · I 30 · S 0 of 100", always in the order of the platforms."""
    return " · ".join(f"{library.platform(each).letter} {part}" for each, part in parts.items()) + " of 100"


def _said(subject: Subject, dimension: DimensionId) -> Iterator[str]:
    position = subject.source.dimensions.positions()[dimension]
    if isinstance(position, Position):
        if position.characterisation:
            yield position.characterisation
        rests = (position.evidence.strip().rstrip("."), CONFIDENCE.get(position.confidence or "", ""))
        if any(rests):
            yield f"Rests on: {'; '.join(each for each in rests if each)}."
    elif position.reported:
        yield position.reported
        yield f"[{position.citation}]"


def _tint(report: Report, subject: Subject, dimension: DimensionId) -> Style:
    reading = report.profiles[subject.id].dimensions[DIMENSIONS.index(dimension)]
    match reading.finding.value:
        case ("resource_dependence" | "social_issue" | "societal_sector") as platform if not reading.is_split:
            return platform
    return "text" if reading.shares else "muted"


SHEET = Sheet(
    "Dimensions",
    30,
    "The eight dimensions of every draft and case side by side, with paraphrase and evidence.",
    write,
)
