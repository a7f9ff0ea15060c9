"""Moves marks on a map apart that would cover one another: as little as possible, always in the same way."""

from functools import lru_cache
from math import cos, hypot, pi, sin

Point = tuple[float, float]
Bounds = tuple[float, float, float, float]

ROUNDS = 300
GOLDEN_ANGLE = pi * (3 - 5**0.5)
"""Marks at one and the same point set off in directions that never coincide."""
HOMEWARD = 0.04
"""How much of its way back a mark takes in each round."""


@lru_cache(maxsize=64)
def kept_apart(points: tuple[Point, ...], gap: float, bounds: Bounds) -> tuple[Point, ...]:
    """Where marks stand whose middles shall be `gap` apart, within left, top, right, bottom.

    A mark that covers no other stays where it is. Each settles near its own point.
    """
    at = [(x + _nudge(i, points)[0], y + _nudge(i, points)[1]) for i, (x, y) in enumerate(points)]
    for turn in range(ROUNDS):
        if turn < ROUNDS * 2 // 3:  # then only apart, so that it ends without overlaps
            at = [_towards(here, home) for here, home in zip(at, points, strict=True)]
        if not _push_apart(at, gap) and turn:
            break
        at = [_within(here, bounds) for here in at]
    return tuple(at)


def _nudge(index: int, points: tuple[Point, ...]) -> Point:
    """A first step off a point that another mark has too."""
    if points.count(points[index]) == 1:
        return (0.0, 0.0)
    return (cos(index * GOLDEN_ANGLE), sin(index * GOLDEN_ANGLE))


def _towards(here: Point, home: Point) -> Point:
    return (here[0] + (home[0] - here[0]) * HOMEWARD, here[1] + (home[1] - here[1]) * HOMEWARD)


def _push_apart(at: list[Point], gap: float) -> bool:
    """Part every pair that is too close, each mark by half; whether there was one."""
    has_moved = False
    for i in range(len(at)):
        for j in range(i):
            (ax, ay), (bx, by) = at[i], at[j]
            if abs(ax - bx) >= gap or abs(ay - by) >= gap:
                continue
            far = hypot(ax - bx, ay - by)
            if far >= gap:
                continue
            dx, dy = ((ax - bx) / far, (ay - by) / far) if far > 1e-9 else (cos(i), sin(i))  # noqa: PLR2004
            step = (gap - far) / 2 + 0.01
            at[i], at[j] = (ax + dx * step, ay + dy * step), (bx - dx * step, by - dy * step)
            has_moved = True
    return has_moved


def _within(here: Point, bounds: Bounds) -> Point:
    left, top, right, bottom = bounds
    return (min(max(here[0], left), right), min(max(here[1], top), bottom))
