"""What entering a position does to it: a pick, a lean, votes, another way of entry. Pure."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Literal

from workbook.analysis.position import largest
from workbook.analysis.wording import parts_of_100
from workbook.model.dimensions import Position
from workbook.model.mix import Mix, Votes, pick
from workbook.model.vocabulary import PLATFORMS, PlatformId

Way = Literal["pick", "lean", "votes"]
"""The ways of entry."""

STEP = 5
"""Parts of 100 by which a lean is moved; also the least that stays on either side of it."""
MOST_VOTES = 999

Parts = Mapping[PlatformId, int]


def way_of(position: Position, wanted: Way) -> Way:
    """How a position is entered: as what stands there says, else the way that was last wanted."""
    if position.votes is not None:
        return "votes"
    if position.mix is None:
        return wanted
    if len(parts(position)) > 1 or wanted == "lean":
        return "lean"
    return "pick"


def parts(position: Position) -> dict[PlatformId, int]:
    """The platforms that have a share in the position, in parts of 100 that sum to 100."""
    shares = position.shares()
    if shares is None:
        return {}
    return {platform: part for platform, part in parts_of_100(shares).items() if shares[platform]}


def chosen(position: Position) -> tuple[PlatformId, ...]:
    """The platform that is picked; several when they tie, none while the position is open."""
    shares = position.shares()
    return () if shares is None else largest(shares)


def picked(position: Position, platform: PlatformId) -> Position:
    """The platform alone; picked once more it stays picked."""
    return position.replace(mix=pick(platform), votes=None)


def leaned(position: Position, platform: PlatformId) -> Position:
    """A lean towards the platform, or none any more if there was one; without a pick it becomes the pick."""
    first = chosen(position)
    if position.mix is None or not first or first == (platform,):
        return picked(position, platform) if position.mix is None else position
    main = next((each for each in first if each != platform), first[0])
    if platform in parts(position):
        return picked(position, main)
    return position.replace(mix=pick(main, platform), votes=None)


def voted(position: Position, platform: PlatformId, count: int) -> Position:
    """So many votes for the platform; the votes for the others stay."""
    votes = position.votes or Votes()
    within = max(0, min(MOST_VOTES, count))
    return position.replace(mix=None, votes=votes.replace(**{platform: within}))


def opened(position: Position) -> Position:
    """Open again; the words about it stay."""
    return position.replace(mix=None, votes=None)


def turned(position: Position, way: Way) -> Position:
    """The same position entered in another way, as far as the room has decided it.

    Votes become what they say once 60 % of the room agree. A split room has not decided, and a mix is no vote
    of anybody: there the position is open until somebody says more.
    """
    if way == "votes":
        return position if position.mix is None else position.replace(mix=None, votes=Votes())
    if position.votes is None and way == "lean":
        return position
    first = chosen(position)
    if len(first) != 1 or position.is_split:
        return opened(position)
    if way == "pick":
        return picked(position, first[0])
    return _leaning_as_voted(position, first[0])


def borders(position: Position) -> tuple[int, ...]:
    """Where one platform's part of 100 ends and the next begins: the places of the handles."""
    reached, ends = 0, []
    for part in parts(position).values():
        reached += part
        ends.append(reached)
    return tuple(ends[:-1])


def moved(position: Position, border: int, to: int) -> Position:
    """One border put at another place, in whole steps; neither neighbour vanishes."""
    standing = parts(position)
    ends = [0, *borders(position), 100]
    least, most = ends[border] + STEP, ends[border + 2] - STEP
    if least > most:
        return position
    ends[border + 1] = max(least, min(most, round(to / STEP) * STEP))
    widths = [end - begin for begin, end in pairwise(ends)]
    return position.replace(mix=_mix(dict(zip(standing, widths, strict=True))), votes=None)


def _leaning_as_voted(position: Position, main: PlatformId) -> Position:
    counts = position.votes.counts() if position.votes is not None else {}
    others = [platform for platform in PLATFORMS if platform != main and counts.get(platform)]
    if not others:
        return picked(position, main)
    second = max(others, key=lambda platform: counts[platform])
    share = round(counts[second] * 100 / (counts[main] + counts[second]) / STEP) * STEP
    if not share:
        return picked(position, main)
    return position.replace(mix=_mix({main: 100 - share, second: share}), votes=None)


def _mix(hundredths: Parts) -> Mix:
    """A mix of whole hundredths: 70 / 100 is written 0.7, exactly."""
    return Mix.model_validate({platform: part / 100 for platform, part in hundredths.items()})
