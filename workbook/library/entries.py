"""What the library holds: framework, catalogues and reference cases, each entry with its citation."""

from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, model_validator

from workbook.model.case import Case, Statement
from workbook.model.record import Item, Record, Text, YesNo, refuse_duplicates
from workbook.model.vocabulary import CatalogueId, DimensionId, PlatformId, StageId, ValueFor

Words = Annotated[Text, Field(min_length=1)]
"""Text that the library may not leave out."""

ShortName = Annotated[Words, Field(max_length=20)]
"""Short enough to label a chart."""

_Found = TypeVar("_Found", bound=Item)

MotivationGroup = Literal["company", "generic"]
SourceKind = Literal["publication", "cited", "ours"]

OWN_ENTRY = "Own entry"
"""Cited for an entry that a workbook adds without naming a source."""


class Source(Item):
    """What a citation points at: a publication, a work cited in one (not read by us), or ourselves."""

    short_name: Words
    kind: SourceKind
    authors: Text = ""
    year: Text = ""
    title: Text = ""
    venue: Text = ""
    doi: Text = ""
    url: Text = ""
    note: Text = ""

    @property
    def reference(self) -> str:
        """The full reference, as far as we know it."""
        authors = " ".join(part for part in (self.authors, f"({self.year})" if self.year else "") if part)
        link = f"https://doi.org/{self.doi}" if self.doi else self.url
        parts = (part.rstrip(".") for part in (authors, self.title, self.venue, link) if part)
        return ". ".join(parts) or self.note.rstrip(".")


class Entry(Item):
    """One entry of a catalogue. `own` marks those that a workbook adds to the built-in ones."""

    name: Words
    explanation: Text
    citation: Words
    own: YesNo = False


class Motivation(Entry):
    """Why a company shares data, or (generic) why it works with organisations of other sectors at all."""

    group: MotivationGroup


class Prompt(Entry):
    """A challenge others met, as a question to put to the room (the question is ours)."""

    category: Words
    question: Words


class ChallengeCategory(Entry):
    """One of the seven kinds of challenge, with prompts for the room."""

    prompts: tuple[Prompt, ...] = ()


class Enabler(Entry):
    """Something that helps sharing along: what kind of finding it is, and what one can do about it."""

    finding: Words
    advice: Words


class BenefitKind(Entry):
    """A kind of benefit, by whether it is of public or of private value."""

    value: ValueFor


class Stage(Entry):
    """A stage of the lifecycle (ours): what happens, what its gate asks, and in which cases it was seen."""

    id: StageId
    gate: Words
    seen_in: Statement


class MechanismRemark(Statement):
    """Why a mechanism stands with a platform without being reported as one of its mechanisms."""

    mechanism: Words


class Platform(Item):
    """One of the three platforms, and what follows from it (Susha et al. 2019, Table 1 and sections 5 and 6).

    `mechanisms` and `government_roles` are catalogue entries; `mechanisms_reported` says in which sense the
    source reports them. `setting` belongs to the platform without being called a mechanism; `option` is
    offered to governments without being reported of the case.
    """

    id: PlatformId
    name: Words
    short_name: ShortName
    letter: Annotated[Words, Field(max_length=1)]
    summary: Statement
    drivers: Statement
    mechanisms: tuple[Words, ...]
    mechanisms_reported: Statement
    setting: MechanismRemark | None = None
    option: MechanismRemark | None = None
    government_roles: tuple[Words, ...]
    role_of_government: Statement
    incentives: Statement
    suggested_path: tuple[StageId, ...]
    path: Statement
    citation: Words


class Positions(Record):
    """Where each platform stands on one dimension, in plain words."""

    resource_dependence: Words
    social_issue: Words
    societal_sector: Words


class Dimension(Item):
    """One of the eight dimensions: what it asks, where each platform stands, and a question for the room."""

    id: DimensionId
    name: Words
    short_name: ShortName
    explanation: Words
    question: Words
    positions: Positions
    citation: Words
    question_citation: Words

    def position(self, platform: PlatformId) -> str:
        """Where the platform stands on this dimension."""
        words: str = getattr(self.positions, platform)
        return words


class CatalogueRemark(Record):
    """What holds for a catalogue as a whole rather than for one entry."""

    catalogue: CatalogueId
    statement: Statement


class Library(Record):
    """Everything built in. Catalogues keep the order of their files; characterised cases come first."""

    sources: tuple[Source, ...]
    limits: tuple[Statement, ...]
    platforms: tuple[Platform, ...]
    dimensions: tuple[Dimension, ...]
    mechanisms: tuple[Entry, ...]
    government_roles: tuple[Entry, ...]
    stakeholder_roles: tuple[Entry, ...]
    motivations: tuple[Motivation, ...]
    challenge_categories: tuple[ChallengeCategory, ...]
    readiness: tuple[Entry, ...]
    enablers: tuple[Enabler, ...]
    benefit_kinds: tuple[BenefitKind, ...]
    stages: tuple[Stage, ...]
    places: tuple[Entry, ...]
    """Where a draft, or a step of a case, can stand outside the eight stages."""
    sharing_factors: tuple[Entry, ...]
    remarks: tuple[CatalogueRemark, ...]
    """What holds for a catalogue as a whole."""
    cases: tuple[Case, ...]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for field in type(self).model_fields:
            held = getattr(self, field)
            refuse_duplicates((each.id for each in held if isinstance(each, Item)), f"ids in {field}")
        refuse_duplicates((prompt.id for prompt in self.challenge_prompts), "ids of challenge prompts")
        refuse_duplicates((source.short_name for source in self.sources), "short names of sources")
        return self

    @property
    def challenge_prompts(self) -> tuple[Prompt, ...]:
        """The prompts of all categories, in order."""
        return tuple(prompt for category in self.challenge_categories for prompt in category.prompts)

    def platform(self, platform_id: str) -> Platform:
        """The platform of this id; `KeyError` when there is none."""
        return _of_id(self.platforms, platform_id)

    def dimension(self, dimension_id: str) -> Dimension:
        """The dimension of this id; `KeyError` when there is none."""
        return _of_id(self.dimensions, dimension_id)

    def case(self, case_id: str) -> Case:
        """The built-in case of this id; `KeyError` when there is none."""
        return _of_id(self.cases, case_id)

    def stage(self, place_id: str) -> Entry:
        """The stage of this id, or the place outside the stages; `KeyError` when there is neither."""
        return _of_id((*self.stages, *self.places), place_id)

    def entries(self, catalogue: CatalogueId) -> tuple[Entry, ...]:
        """The built-in entries of a catalogue, in order."""
        entries: tuple[Entry, ...] = getattr(self, catalogue)
        return entries

    def entry(self, catalogue: CatalogueId, entry_id: str) -> Entry:
        """The built-in entry of this id; `KeyError` when there is none."""
        return _of_id(self.entries(catalogue), entry_id)

    def remark(self, catalogue: CatalogueId) -> Statement | None:
        """What is to be said about the catalogue as a whole, if anything."""
        return next((each.statement for each in self.remarks if each.catalogue == catalogue), None)


def _of_id(items: tuple[_Found, ...], wanted: str) -> _Found:
    for item in items:
        if item.id == wanted:
            return item
    raise KeyError(wanted)
