"""Marks on a map are moved apart, as little as possible and always in the same way."""

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from ui.charts.keeping_apart import kept_apart

BOUNDS = (0.0, 0.0, 400.0, 350.0)
GAP = 29.0

spots = st.tuples(st.sampled_from([0.0, 100.0, 200.0, 400.0]), st.sampled_from([0.0, 150.0, 350.0]))


def test_marks_that_cover_nobody_stay_where_they_are() -> None:
    points = ((10.0, 10.0), (100.0, 10.0), (10.0, 200.0))
    assert kept_apart(points, GAP, BOUNDS) == points


def test_two_marks_at_one_point_part_and_stay_near_it() -> None:
    one, other = kept_apart(((200.0, 100.0), (200.0, 100.0)), GAP, BOUNDS)
    assert hypot(one[0] - other[0], one[1] - other[1]) >= GAP - 0.1
    assert all(hypot(x - 200, y - 100) < GAP for x, y in (one, other))


@given(st.lists(spots, max_size=20).map(tuple))
def test_no_two_marks_cover_one_another_and_none_leaves_the_map(
    points: tuple[tuple[float, float], ...],
) -> None:
    placed = kept_apart(points, GAP, BOUNDS)
    assert placed == kept_apart(points, GAP, BOUNDS)
    for (ax, ay), (bx, by) in combinations(placed, 2):
        assert hypot(ax - bx, ay - by) >= GAP - 3, "tiles 24 wide with rounded corners, 29 apart"
    assert all(0 <= x <= 400 and 0 <= y <= 350 for x, y in placed)
