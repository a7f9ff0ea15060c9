"""Clocks that nobody should rely on: they jump back and forth as laptops' clocks do."""

import datetime as dt
import random
from collections.abc import Sequence

SEED = 20190618
NOON = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)

JUMPS = (
    dt.datetime(1970, 1, 1, 0, 0, 1, tzinfo=dt.UTC),  # an empty battery
    dt.datetime(2019, 2, 3, 4, 5, 6, tzinfo=dt.UTC),
    NOON,
    NOON - dt.timedelta(hours=1),  # the end of summer time
    NOON + dt.timedelta(minutes=1),
    dt.datetime(2027, 12, 31, 23, 59, 59, tzinfo=dt.timezone(dt.timedelta(hours=-10))),
    dt.datetime(2028, 1, 1, 0, 0, tzinfo=dt.timezone(dt.timedelta(hours=14))),
    dt.datetime(2038, 1, 19, 3, 14, 8, tzinfo=dt.UTC),
    dt.datetime(2099, 12, 31, 12, 0, tzinfo=dt.UTC),
)


class JumpingClock:
    """Says another of `JUMPS` each time it is asked."""

    def __init__(self, seed: int = SEED, moments: Sequence[dt.datetime] = JUMPS) -> None:
        self._dice = random.Random(seed)  # noqa: S311 - jumps, not cryptography
        self._moments = moments

    def __call__(self) -> dt.datetime:
        return self._dice.choice(self._moments)
