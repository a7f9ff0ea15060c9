"""What follows from the platform: drivers, mechanisms, the role of government, incentives."""

from collections.abc import Iterable

from workbook.analysis.finding import Finding, Input
from workbook.analysis.profile import Profile, mean_shares
from workbook.analysis.subject import Subject
from workbook.analysis.wording import LEAD_LEANING, listed
from workbook.library.entries import Library, Platform
from workbook.model.record import Record
from workbook.model.vocabulary import PLATFORMS, PlatformId

FOLLOWS_RULE = (
    "What the authors report of the platform that leads; where none leads by 15 of 100 or more, of every "
    "platform that is less than 15 of 100 behind the first. What was reported of one case need not hold "
    "for another."
)


class Follows(Record):
    """What the sources report of one platform that a draft or case resembles."""

    platform: PlatformId
    drivers: Finding
    mechanisms: Finding
    role_of_government: Finding
    incentives: Finding

    @property
    def findings(self) -> tuple[Finding, ...]:
        """In the order in which a room asks."""
        return (self.drivers, self.mechanisms, self.role_of_government, self.incentives)


def what_follows(subject: Subject, profile: Profile, library: Library) -> tuple[Follows, ...]:
    """What follows from each platform in the lead (Susha et al. 2019, sections 5 and 6)."""
    return tuple(_follows(subject, profile, library.platform(each), library) for each in _relevant(subject))


def _relevant(subject: Subject) -> Iterable[PlatformId]:
    """Drawn from the exact mean, like the words of the profile: at a threshold the two must not differ."""
    mean = mean_shares(shares for shares in subject.shares.values() if shares is not None)
    if mean is None:
        return ()
    first = max(mean.values())
    near = [platform for platform in PLATFORMS if first - mean[platform] < LEAD_LEANING]
    return sorted(near, key=lambda platform: -mean[platform])


def _follows(subject: Subject, profile: Profile, platform: Platform, library: Library) -> Follows:
    mechanisms = [library.entry("mechanisms", each) for each in platform.mechanisms]
    roles = [library.entry("government_roles", each) for each in platform.government_roles]

    def finding(what: str, words: str, value: str, citation: str) -> Finding:
        return Finding(
            id=f"follows.{what}.{subject.id}.{platform.id}",
            words=words,
            value=value,
            unit="words",
            inputs=(Input(name="Platform", value=profile.platform.words, address=profile.platform.address),),
            rule=FOLLOWS_RULE,
            citation=citation,
            address=subject.address("dimensions"),
        )

    reported = platform.mechanisms_reported
    return Follows(
        platform=platform.id,
        drivers=finding("drivers", platform.drivers.text, platform.name, platform.drivers.citation),
        mechanisms=finding(
            "mechanisms",
            f"{reported.text} {_sentence([each.name for each in mechanisms])}".strip(),
            listed([each.name for each in mechanisms]),
            reported.citation,
        ),
        role_of_government=finding(
            "role_of_government",
            platform.role_of_government.text,
            listed([each.name for each in roles]),
            platform.role_of_government.citation,
        ),
        incentives=finding(
            "incentives", platform.incentives.text, platform.name, platform.incentives.citation
        ),
    )


def _sentence(names: list[str]) -> str:
    return f"In the catalogue: {listed(names)}." if names else ""
