"""Which earlier versions of a file stay: the last ones all, and the further back the fewer.

How far back a version is, is counted in revisions. A clock that jumps can then neither take versions away nor
keep them for good. What people look for besides is how it stood at the end of a day, so the last version of
each of the latest days stays as well; a wrong date can only make one more stay.
"""

from collections.abc import Iterable, Iterator, Sequence

from workbook.persistence.version import Version

LAST = 10
"""The latest versions that all stay."""
FIRST_STRIDE = 4
"""From there on one of four stays; twice as far back one of eight, and so on."""
DAYS = 7
MOST = 40
MOST_BYTES = 20 * 2**20
WHATEVER_THEIR_SIZE = 3
"""The latest versions that stay even if they alone are more than `MOST_BYTES`."""


def to_drop(versions: Iterable[Version]) -> tuple[Version, ...]:
    """The versions of one file that need not be kept any more. Originals of older formats always stay.

    Asked again after these are gone, it names none: what stays does not depend on how often one asks.
    """
    latest_first = sorted(
        (each for each in versions if each.original_of is None), key=lambda each: each.order, reverse=True
    )
    wanted = {*latest_first[:LAST], *_one_of_each_stretch(latest_first), *_ends_of_days(latest_first)}
    staying = set(_within_bounds([each for each in latest_first if each in wanted]))
    return tuple(each for each in latest_first if each not in staying)


def _one_of_each_stretch(latest_first: Sequence[Version]) -> Iterator[Version]:
    """The latest version of each stretch of revisions; stretches are longer the further back they are."""
    seen: set[tuple[int, int]] = set()
    for version in latest_first:
        stride = _stride(latest_first[0].revision - version.revision)
        stretch = (stride, version.revision // stride)
        if stretch not in seen:
            seen.add(stretch)
            yield version


def _stride(back: int) -> int:
    """How many revisions share one place, so far back."""
    stride, until = FIRST_STRIDE, 2 * LAST
    while back >= until:
        stride, until = 2 * stride, 2 * until
    return stride


def _ends_of_days(latest_first: Sequence[Version]) -> list[Version]:
    """The latest version of each of the latest days, where days are told apart by the dates of neighbours."""
    ends = [
        version
        for place, version in enumerate(latest_first)
        if place == 0 or latest_first[place - 1].kept_at.date() != version.kept_at.date()
    ]
    return ends[:DAYS]


def _within_bounds(latest_first: Sequence[Version]) -> Iterator[Version]:
    size = 0
    for place, version in enumerate(latest_first[:MOST]):
        size += version.size
        if size > MOST_BYTES and place >= WHATEVER_THEIR_SIZE:
            return
        yield version
