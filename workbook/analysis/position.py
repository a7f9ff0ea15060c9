"""How a position over the platforms reads: "Issue", "mostly Issue, some Resource", "the room is split"."""

from fractions import Fraction

from workbook.analysis.subject import Shares, Subject
from workbook.analysis.wording import NOT_CHARACTERISED, listed
from workbook.library.entries import Library
from workbook.model.dimensions import Position
from workbook.model.mix import Votes
from workbook.model.vocabulary import DimensionId, PlatformId


def largest(shares: Shares) -> tuple[PlatformId, ...]:
    """The platforms with the largest share: several when they tie."""
    most = max(shares.values())
    return tuple(platform for platform, share in shares.items() if share == most)


def lead(shares: Shares) -> Fraction:
    """How far the first share is ahead of the second (0-1)."""
    first, second, *_ = sorted(shares.values(), reverse=True)
    return first - second


def votes_in_digits(votes: Votes) -> str:
    """Votes as in "4 / 0 / 4": resource-dependence, social issue, societal sector."""
    return " / ".join(str(count) for count in votes.counts().values())


def shares_in_words(shares: Shares, library: Library) -> str:
    """Shares as in "Issue", "Issue and Sector" or "mostly Issue, some Resource"."""
    first = largest(shares)
    others = [platform for platform, share in shares.items() if share and platform not in first]
    names = [library.platform(platform).short_name for platform in first]
    if not others:
        return listed(names)
    some = listed([library.platform(platform).short_name for platform in others])
    return f"mostly {listed(names)}, some {some}"


def position_in_words(subject: Subject, dimension: DimensionId, library: Library) -> str:
    """Where a draft or case stands on a dimension, words first, then the votes where the room voted."""
    shares = subject.shares[dimension]
    if shares is None:
        return NOT_CHARACTERISED
    position = subject.source.dimensions.positions()[dimension]
    votes = position.votes if isinstance(position, Position) else None
    if votes is None:
        return shares_in_words(shares, library)
    if subject.split_room(dimension):
        return f"the room is split ({votes_in_digits(votes)})"
    return f"{shares_in_words(shares, library)} (votes {votes_in_digits(votes)})"
