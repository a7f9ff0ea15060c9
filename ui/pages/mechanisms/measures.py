"""How wide the columns of the table are: a name, one column for each scenario, and the cases."""

from typing import NamedTuple

from ui.theme.look import look

NAME_LEAST = 196
CELL_LEAST, CELL_MOST = 106, 176
SEEN = 92
GAP = 8


class Measures(NamedTuple):
    """Widths in pixels; the name takes what is left."""

    cell: int
    seen: int
    gap: int


def measures(width: int, scenarios: int) -> Measures | None:
    """The widths for a page of this width; None where so many scenarios do not fit side by side."""
    px = look().px
    seen, gap = px(SEEN), px(GAP)
    if not scenarios:
        return Measures(0, seen, gap)
    room = width - px(NAME_LEAST) - seen - gap * (scenarios + 1)
    cell = min(room // scenarios, px(CELL_MOST))
    return None if cell < px(CELL_LEAST) else Measures(cell, seen, gap)
