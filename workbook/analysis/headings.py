"""Drafts and cases under the headings of the source: what both have, what only one has, in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workbook.analysis import traits
from workbook.analysis.subject import Subject
from workbook.analysis.traits import Detail, Names, Said, Trait
from workbook.analysis.wording import listed
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.record import Record


@dataclass(frozen=True)
class Heading:
    """One of the headings columns are compared under; `order` says by which names its rows are sorted."""

    id: str
    order: str
    title: str
    rule: str
    citation: str
    said: Callable[[Draft | Case, Names, str | None], Said]


HEADINGS = (
    Heading(
        "drivers",
        "drivers",
        "Drivers",
        "Own or social interest, and motivation, of everything somebody wants.",
        "Susha et al. 2019, sections 5 and 6",
        traits.drivers,
    ),
    Heading(
        "process",
        "stages",
        "Process",
        "Stages of the lifecycle that were reached; the stages are ours.",
        "Susha et al. 2019, section 5; stages ours",
        traits.process,
    ),
    Heading(
        "mechanisms",
        "mechanisms",
        "Mechanisms",
        "The same entry of the catalogue counts as the same mechanism.",
        "Susha et al. 2019, sections 5.1 to 5.3",
        traits.mechanisms,
    ),
    Heading(
        "government_roles",
        "government_roles",
        "Role of government",
        "The same entry of the catalogue counts as the same role.",
        "Susha et al. 2019, sections 5 and 6",
        traits.government_roles,
    ),
    Heading(
        "private_benefits",
        "benefit_kinds",
        "Benefits, private value",
        "Benefits of one kind count as the same; those of no named kind only when the words are.",
        "Susha et al. 2019, section 5; Gil-Garcia et al. 2019, Benefits",
        traits.private_benefits,
    ),
    Heading(
        "public_benefits",
        "benefit_kinds",
        "Benefits, public value",
        "Benefits of one kind count as the same; those of no named kind only when the words are.",
        "Susha et al. 2019, section 5; Gil-Garcia et al. 2019, Benefits",
        traits.public_benefits,
    ),
    Heading(
        "challenges",
        "challenge_categories",
        "Challenges",
        "Challenges of one category count as the same; the words beside them tell them apart.",
        "Susha et al. 2019, section 2, citing Gil-Garcia & Sayogo 2016",
        traits.challenges,
    ),
)


class Cell(Record):
    """What one column says about one trait."""

    column: str
    details: tuple[Detail, ...]

    @property
    def mark(self) -> str:
        """The cell in a word: "yes", "expected", "planned" ..."""
        return ", ".join(dict.fromkeys(detail.mark for detail in self.details))


class Row(Record):
    """One trait across the columns; columns that do not have it have no cell."""

    key: str
    name: str
    cells: tuple[Cell, ...]


class PairUnderHeading(Record):
    """Names of the traits that both columns have, and that only one has, with the sentence."""

    a: str
    b: str
    both: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    words: str


class Group(Record):
    """One heading of a comparison. `silent` columns say nothing here, which is not having nothing."""

    heading: str
    title: str
    rule: str
    citation: str
    rows: tuple[Row, ...]
    silent: tuple[str, ...]
    pairs: tuple[PairUnderHeading, ...]


ColumnTraits = dict[str, dict[str, Trait]]
"""Traits by column id and key, in the order in which they are said."""


def traits_by_column(subjects: Iterable[Subject], heading: Heading, names: Names) -> ColumnTraits:
    """What each column says under the heading."""
    return {
        subject.id: _traits(heading.said(subject.source, names, subject.address())) for subject in subjects
    }


def groups(
    subjects: Iterable[Subject], pairs: Iterable[tuple[Subject, Subject]], names: Names
) -> tuple[Group, ...]:
    """Every heading, its rows over all columns, and what each of the pairs has in common."""
    columns, wanted = tuple(subjects), tuple(pairs)
    return tuple(_group(heading, columns, wanted, names) for heading in HEADINGS)


def _group(
    heading: Heading,
    columns: tuple[Subject, ...],
    pairs: tuple[tuple[Subject, Subject], ...],
    names: Names,
) -> Group:
    held = traits_by_column(columns, heading, names)
    return Group(
        heading=heading.id,
        title=heading.title,
        rule=heading.rule,
        citation=heading.citation,
        rows=tuple(_rows(held, heading, names)),
        silent=tuple(column for column, said in held.items() if not said),
        pairs=tuple(_pair(a, b, held) for a, b in pairs),
    )


def _traits(said: Said) -> dict[str, Trait]:
    details: dict[str, list[Detail]] = {}
    called: dict[str, str] = {}
    for key, name, detail in said:
        called.setdefault(key, name)
        details.setdefault(key, []).append(detail)
    return {key: Trait(key=key, name=name, details=tuple(details[key])) for key, name in called.items()}


def _rows(held: ColumnTraits, heading: Heading, names: Names) -> Iterable[Row]:
    """Rows in the order of the catalogue; what is in none stands last, in the order of the columns."""
    rank = {key: place for place, key in enumerate(names)}
    called = {key: trait.name for said in held.values() for key, trait in said.items()}
    last = len(rank)
    for key in sorted(called, key=lambda key: rank.get((heading.order, key), last)):
        cells = [Cell(column=c, details=said[key].details) for c, said in held.items() if key in said]
        yield Row(key=key, name=called[key], cells=tuple(cells))


def _pair(a: Subject, b: Subject, held: ColumnTraits) -> PairUnderHeading:
    one, other = held[a.id], held[b.id]
    both = tuple(trait.name for key, trait in one.items() if key in other)
    only_a = tuple(trait.name for key, trait in one.items() if key not in other)
    only_b = tuple(trait.name for key, trait in other.items() if key not in one)
    if one and other:
        parts = (("Both", both), (f"Only {a.name}", only_a), (f"Only {b.name}", only_b))
        words = " ".join(f"{who}: {listed(names)}." for who, names in parts if names)
    else:
        words = " ".join(_alone(subject, held[subject.id]) for subject in (a, b))
    return PairUnderHeading(a=a.id, b=b.id, both=both, only_a=only_a, only_b=only_b, words=words)


def _alone(subject: Subject, said: dict[str, Trait]) -> str:
    """A column beside a silent one: silence is not a difference."""
    if said:
        return f"{subject.name}: {listed([trait.name for trait in said.values()])}."
    return f"{subject.name}: {subject.silence}."
