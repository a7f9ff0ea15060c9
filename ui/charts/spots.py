"""Places in a picture that answer: what each is about, where it lies, and what a screen reader says of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import QPointF, QRectF

from ui.charts.picture import Picture
from ui.theme.look import Look

Direction = Literal["left", "right", "up", "down"]
ASIDE = 3.0
"""How much worse it is to lie a pixel aside than a pixel further on."""


@dataclass(frozen=True)
class Spot:
    """A place that can be pointed at. `key` is the id of the finding that answers for it."""

    key: str
    rect: QRectF
    said: str


class PictureWithSpots(Picture, Protocol):
    """A picture parts of which can be asked."""

    def spots(self, rect: QRectF, look: Look) -> Sequence[Spot]:
        """Where what lies when it is painted into a rectangle, in reading order."""


def nearest(spots: Sequence[Spot], here: Spot, direction: Direction) -> Spot | None:
    """The next spot that way: as straight on as can be. None: there is none."""
    found = [
        (_distance(here.rect, each.rect, direction), place)
        for place, each in enumerate(spots)
        if each.key != here.key and _lies(here.rect, each.rect, direction)
    ]
    return spots[min(found)[1]] if found else None


def _lies(here: QRectF, there: QRectF, direction: Direction) -> bool:
    step = _towards(here.center(), there.center(), direction)
    return step > 1


def _distance(here: QRectF, there: QRectF, direction: Direction) -> float:
    """How far on, and how far aside: nothing where the two overlap across the direction."""
    if direction in {"left", "right"}:
        gap = max(there.top() - here.bottom(), here.top() - there.bottom(), 0.0)
        aside = abs(there.center().y() - here.center().y())
    else:
        gap = max(there.left() - here.right(), here.left() - there.right(), 0.0)
        aside = abs(there.center().x() - here.center().x())
    return _towards(here.center(), there.center(), direction) + ASIDE * gap + aside * 0.5


def _towards(here: QPointF, there: QPointF, direction: Direction) -> float:
    by = there - here
    return {"left": -by.x(), "right": by.x(), "up": -by.y(), "down": by.y()}[direction]
