"""Which earlier versions stay: the last all, the further back the fewer, by revision and not by clock."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workbook.persistence.thinning import DAYS, LAST, MOST, MOST_BYTES, WHATEVER_THEIR_SIZE, to_drop
from workbook.persistence.version import Version

DAY = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)


def version(revision: int, *, days: int = 0, size: int = 100_000, number: int = 1) -> Version:
    kept_at = DAY + dt.timedelta(days=days)
    return Version(Path(f"{revision}.{number}"), "d", None, revision, number, kept_at, "0" * 16, size)


def staying(versions: list[Version]) -> list[int]:
    """The revisions that stay, the latest first."""
    gone = set(to_drop(versions))
    left = [each for each in versions if each not in gone]
    return [each.revision for each in sorted(left, key=lambda each: each.order, reverse=True)]


histories = st.lists(
    st.builds(version, st.integers(0, 400), days=st.integers(-500, 500), number=st.integers(1, 2)),
    max_size=60,
    unique_by=lambda each: each.order,
)


def test_the_last_ten_all_stay() -> None:
    assert staying([version(number) for number in range(10)]) == list(range(9, -1, -1))


def test_further_back_fewer_stay() -> None:
    # Of 100 revisions: 91 to 100 as the last ten. From 10 back one of 4 (84-87, 80-83), from 20 back one of
    # 8 (80 of 80-87, 72-79, 64-71, 63 of 56-63), from 40 back one of 16 (60 of 48-63, 32-47, 16-31), from 80
    # back one of 32 (20 of 0-31).
    expected = [*range(100, 90, -1), 87, 83, 80, 79, 71, 63, 60, 47, 31, 20]
    assert staying([version(number) for number in range(1, 101)]) == expected


def test_the_last_version_of_each_of_the_latest_days_stays() -> None:
    # Twenty days of ten saves each: the ends of the last seven days, besides those that stay by revision.
    saves = [version(number, days=number // 10) for number in range(200)]
    left = staying(saves)
    assert {199, 189, 179, 169, 159, 149, 139} <= set(left)
    assert {129, 109} & set(left) == set()  # older days are not counted any more


def test_the_number_is_bounded() -> None:
    assert len(staying([version(number, days=number) for number in range(10_000)])) == MOST


def test_the_size_is_bounded_but_the_latest_stay_however_large() -> None:
    large = MOST_BYTES // 4
    assert staying([version(number, size=large) for number in range(10)]) == [9, 8, 7, 6]
    huge = MOST_BYTES + 1
    assert staying([version(number, size=huge) for number in range(10)]) == [9, 8, 7][:WHATEVER_THEIR_SIZE]


def test_originals_of_older_formats_stay_and_take_no_room_from_others() -> None:
    original = replace(version(1, size=MOST_BYTES), original_of=1)
    saves = [version(number, size=10) for number in range(2, 5000)]
    assert original not in to_drop([original, *saves])
    assert to_drop([original, *saves]) == to_drop(saves)


@given(histories)
def test_asking_again_drops_nothing_more(versions: list[Version]) -> None:
    gone = set(to_drop(versions))
    assert to_drop(each for each in versions if each not in gone) == ()


@given(histories)
def test_the_order_in_which_versions_are_found_does_not_matter(versions: list[Version]) -> None:
    assert to_drop(versions) == to_drop(reversed(versions))


@given(histories, st.lists(st.integers(-4000, 4000), min_size=60, max_size=60))
def test_no_clock_can_take_a_version_away_that_stays_by_revision(
    versions: list[Version], days: list[int]
) -> None:
    right = [replace(each, kept_at=DAY) for each in versions]
    wrong = [
        replace(each, kept_at=DAY + dt.timedelta(days=by)) for each, by in zip(versions, days, strict=False)
    ]
    assert set(staying(right)) <= set(staying(wrong))
    assert len(staying(wrong)) <= len(staying(right)) + DAYS


@given(histories)
def test_the_latest_stay(versions: list[Version]) -> None:
    latest = sorted((each.order for each in versions), reverse=True)[:LAST]
    assert staying(versions)[:LAST] == [revision for revision, _ in latest]
