"""Which platform a draft or case resembles, how clearly, and which dimensions pull elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from workbook.analysis.finding import Finding, Input, Severity, shown
from workbook.analysis.position import largest, lead, position_in_words
from workbook.analysis.subject import Shares, Subject
from workbook.analysis.wording import LEAD_CLEARLY, LEAD_LEANING, counted, listed, parts_of_100
from workbook.library.entries import Library
from workbook.model.record import Record
from workbook.model.vocabulary import DIMENSIONS, PLATFORMS, DimensionId, PlatformId

Clarity = Literal["clearly", "leaning towards", "mixed", "split"]

FRAMEWORK = "Susha et al. 2019, Table 1, after Selsky & Parker 2010"
MEAN_RULE = (
    "The mean of the mixes over the dimensions that are characterised; every dimension counts the same, "
    "which is our assumption. A lead of the first platform over the second of 40 of 100 or more reads "
    "“clearly”, from 15 “leaning towards”, below that “mixed”."
)
PULL_RULE = (
    "A dimension pulls elsewhere when its largest share is not that of the platform that leads overall."
)
SPLIT_RULE = (
    "The room is split on a dimension when no platform gets 60 of 100 votes. "
    "A split room is not a mixed partnership: it is a talk that has not ended."
)
LIMIT = "there may be platforms beyond these three"
LIMIT_CITATION = "Susha et al. 2019, section 7"


@dataclass(frozen=True)
class Note:
    """Something said about several dimensions at once."""

    id: str
    severity: Severity
    of_none: str
    of_one: str
    of_many: str
    rule: str
    citation: str


PULLS = Note(
    "pulls_elsewhere",
    "info",
    "No dimension pulls elsewhere.",
    "pulls elsewhere",
    "pull elsewhere",
    PULL_RULE,
    FRAMEWORK,
)
SPLIT = Note(
    "split",
    "advice",
    "No room is split.",
    "has a split room",
    "have a split room",
    SPLIT_RULE,
    "Our own rule",
)
OPEN = Note(
    "open",
    "advice",
    "No dimension is open.",
    "is still open",
    "are still open",
    "What nobody has characterised counts for nothing: it is left out of every mean.",
    "Our own rule",
)


class PlatformShares(Record):
    """Shares (0-1) of the three platforms, rounded for show; the verdicts are drawn from exact ones."""

    resource_dependence: float
    social_issue: float
    societal_sector: float


class DimensionReading(Record):
    """One dimension in the light of the whole profile. No shares: nobody has characterised it."""

    dimension: DimensionId
    shares: PlatformShares | None
    is_split: bool
    pulls_elsewhere: bool
    finding: Finding


class Profile(Record):
    """The platform profile of one draft or case. `leaders` holds more than one platform when they tie."""

    subject: str
    shares: PlatformShares | None
    leaders: tuple[PlatformId, ...]
    clarity: Clarity | None
    lead: float | None
    dimensions_characterised: int
    dimensions: tuple[DimensionReading, ...]
    platform: Finding
    notes: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything the profile says, the platform first."""
        return (self.platform, *self.notes, *(reading.finding for reading in self.dimensions))


def mean_shares(shares: Iterable[Shares]) -> Shares | None:
    """The exact mean over dimensions; None of no dimensions."""
    rows = list(shares)
    if not rows:
        return None
    return {platform: sum((row[platform] for row in rows), Fraction(0)) / len(rows) for platform in PLATFORMS}


def profile(subject: Subject, library: Library) -> Profile:
    """The platform profile of a draft or case (framework: Susha et al. 2019, Table 1)."""
    present = {d: shares for d, shares in subject.shares.items() if shares is not None}
    mean = mean_shares(present.values())
    leaders = () if mean is None else largest(mean)
    readings = tuple(_reading(subject, dimension, leaders, library) for dimension in DIMENSIONS)
    clarity = None if mean is None else _clarity(subject, mean)
    return Profile(
        subject=subject.id,
        shares=rounded(mean),
        leaders=leaders,
        clarity=clarity,
        lead=None if mean is None else shown(lead(mean)),
        dimensions_characterised=len(present),
        dimensions=readings,
        platform=_platform_finding(subject, mean, clarity, library),
        notes=tuple(_notes(subject, readings, leaders, library)),
    )


def rounded(shares: Shares | None) -> PlatformShares | None:
    """Exact shares as they leave the program."""
    return None if shares is None else PlatformShares(**{p: round(float(s), 9) for p, s in shares.items()})


def _clarity(subject: Subject, mean: Shares) -> Clarity:
    ahead = lead(mean)
    if ahead >= LEAD_CLEARLY:
        return "clearly"
    if ahead >= LEAD_LEANING:
        return "leaning towards"
    agreed = [s for d, s in subject.shares.items() if s is not None and not subject.split_room(d)]
    agreed_mean = mean_shares(agreed)
    is_split_only = len(agreed) < len(subject.characterised) and (
        agreed_mean is None or lead(agreed_mean) >= LEAD_LEANING
    )
    return "split" if is_split_only else "mixed"


def _platform_finding(
    subject: Subject, mean: Shares | None, clarity: Clarity | None, library: Library
) -> Finding:
    if mean is None:
        words = f"{subject.name}: no platform yet, because no dimension is characterised."
    else:
        words = _platform_words(subject, mean, clarity, library)
    first = () if mean is None else largest(mean)
    return Finding(
        id=f"profile.platform.{subject.id}",
        severity="info" if mean else "advice",
        words=words,
        value=first[0] if len(first) == 1 else None,
        unit="platform",
        inputs=tuple(_inputs(subject, library)),
        rule=MEAN_RULE,
        citation=FRAMEWORK if clarity != "mixed" else f"{FRAMEWORK}; {LIMIT_CITATION}",
        address=subject.address("dimensions"),
    )


def _platform_words(subject: Subject, mean: Shares, clarity: Clarity | None, library: Library) -> str:
    parts = parts_of_100(mean)
    ranked = sorted(parts, key=lambda platform: mean[platform], reverse=True)
    digits = listed([f"{library.platform(platform).name} {parts[platform]}" for platform in ranked])
    figures = f"({digits} of 100, over {_how_many(len(subject.characterised))})"
    names = listed([library.platform(platform).name.lower() for platform in largest(mean)])
    match clarity:
        case "clearly":
            return f"{subject.name} clearly resembles a {names} platform {figures}."
        case "leaning towards":
            return f"{subject.name} is leaning towards a {names} platform {figures}."
        case "split":
            return f"{subject.name}: no platform leads, because the room is split {figures}."
    return f"{subject.name} is mixed {figures}; {LIMIT}."


def _how_many(characterised: int) -> str:
    if characterised == len(DIMENSIONS):
        return f"all {characterised} dimensions"
    return f"{characterised} of {counted(len(DIMENSIONS), 'dimension')}"


def _inputs(subject: Subject, library: Library) -> Iterable[Input]:
    for dimension in DIMENSIONS:
        yield Input(
            name=library.dimension(dimension).name,
            value=position_in_words(subject, dimension, library),
            address=subject.address("dimensions", dimension),
        )


def _reading(
    subject: Subject, dimension: DimensionId, leaders: tuple[PlatformId, ...], library: Library
) -> DimensionReading:
    shares = subject.shares[dimension]
    words = position_in_words(subject, dimension, library)
    first = () if shares is None else largest(shares)
    pulls = shares is not None and not set(first) & set(leaders)
    name = library.dimension(dimension).name
    return DimensionReading(
        dimension=dimension,
        shares=rounded(shares),
        is_split=subject.split_room(dimension) is not None,
        pulls_elsewhere=pulls,
        finding=Finding(
            id=f"profile.dimension.{subject.id}.{dimension}",
            severity="info" if shares else "advice",
            words=f"{name}: {words}{', which pulls elsewhere' if pulls else ''}.",
            value=first[0] if len(first) == 1 else None,
            unit="platform",
            inputs=(Input(name=name, value=words, address=subject.address("dimensions", dimension)),),
            rule=PULL_RULE,
            citation=library.dimension(dimension).citation,
            address=subject.address("dimensions", dimension),
        ),
    )


def _notes(
    subject: Subject,
    readings: tuple[DimensionReading, ...],
    leaders: tuple[PlatformId, ...],
    library: Library,
) -> Iterable[Finding]:
    """What the platform alone does not tell: pulls, split rooms, what is still open."""
    pulling = [reading.dimension for reading in readings if reading.pulls_elsewhere]
    split = [reading.dimension for reading in readings if reading.is_split]
    still_open = [reading.dimension for reading in readings if reading.shares is None]
    if leaders:
        yield _note(subject, PULLS, pulling, library)
    if split:
        yield _note(subject, SPLIT, split, library)
    if still_open:
        yield _note(subject, OPEN, still_open, library)


def _note(subject: Subject, note: Note, dimensions: list[DimensionId], library: Library) -> Finding:
    names = [library.dimension(dimension).name for dimension in dimensions]
    predicate = note.of_many if len(names) > 1 else note.of_one
    words = f"{counted(len(names), 'dimension')} {predicate}: {listed(names)}." if names else note.of_none
    return Finding(
        id=f"profile.{note.id}.{subject.id}",
        severity=note.severity,
        words=words,
        value=len(names),
        unit="dimensions",
        inputs=tuple(
            Input(
                name=library.dimension(dimension).name,
                value=position_in_words(subject, dimension, library),
                address=subject.address("dimensions", dimension),
            )
            for dimension in dimensions
        ),
        rule=note.rule,
        citation=note.citation,
        address=subject.address("dimensions"),
    )
