"""The lifecycle as a picture: the eight stages as a path, and below it lanes of what happened at each.

The first lane is the draft's, those below are the cases' that stand beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from ui.charts.spots import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from ui.charts.stage_places import Arrangement
    from ui.charts.who import Who
    from ui.theme.look import Look

MANY_LINES = 60

Standing = Literal["passed", "skipped", "here", "paused", "closed", "ahead"]
"""Of a stage: it was stood at, or passed over; the draft stands, rests or ended there; it lies ahead."""


@dataclass(frozen=True)
class StageHead:
    """One stage of the path. `key` is the finding that answers for it."""

    key: str
    name: str
    standing: Standing
    said: str


@dataclass(frozen=True)
class Happening:
    """What happened at a stage: when, in words, and a remark below. `is_quiet`: nothing did.

    `most_lines` cuts words that stand in full elsewhere on the page.
    """

    key: str
    words: str
    said: str
    when: str = ""
    source: str = ""
    is_quiet: bool = False
    is_now: bool = False
    most_lines: int = MANY_LINES


@dataclass(frozen=True)
class Flag:
    """Something that happened outside the stages, such as an emergency."""

    key: str
    words: str
    said: str


@dataclass(frozen=True)
class Lane:
    """A draft or a case: who it is, a word beside its name, what happened at each stage, and its flags."""

    who: Who
    note: str
    cells: tuple[tuple[Happening, ...], ...]
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """The path that a platform suggests: the stages on it, by their places, and the words for it."""

    key: str
    platform: str
    stops: tuple[int, ...]
    words: str
    said: str


@dataclass(frozen=True)
class StageTable:
    """All of it. Where there is no room for columns, the stages stand below one another."""

    heads: tuple[StageHead, ...]
    lanes: tuple[Lane, ...]
    suggestions: tuple[Suggestion, ...] = ()
    title: str = "The path through the stages"
    natural_width: float = 1000
    _arranged: dict[tuple[float, str, float], Arrangement] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def here(self) -> int | None:
        """The place of the stage at which the draft stands."""
        places = [at for at, head in enumerate(self.heads) if head.standing in {"here", "paused", "closed"}]
        return places[0] if places else None

    @property
    def text(self) -> str:
        """Everything in words, a line each."""
        return "\n".join(self._sentences())

    def _sentences(self) -> Iterator[str]:
        yield from (each.said for each in self.suggestions)
        yield from (head.said for head in self.heads)
        for lane in self.lanes:
            yield f"{lane.who.called}{f', {lane.note}' if lane.note else ''}:"
            yield from (flag.said for flag in lane.flags)
            yield from (each.said for cell in lane.cells for each in cell)

    def arranged(self, width: float, look: Look) -> Arrangement:
        """Where everything stands at a width, the top left corner at 0."""
        from ui.charts.stage_layout import arrange

        key = (width, look.mode, look.scale)
        known = self._arranged.get(key)
        if known is None:
            known = self._arranged[key] = arrange(self, width, look)
        return known

    def height_for(self, width: float, look: Look) -> float:
        """The height it needs at a width."""
        return self.arranged(width, look).height

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw it into a rectangle."""
        from ui.charts.stage_painting import paint_stage_table

        painter.save()
        painter.translate(rect.topLeft())
        paint_stage_table(painter, self.arranged(rect.width(), look), look)
        painter.restore()

    def spots(self, rect: QRectF, look: Look) -> Sequence[Spot]:
        """The suggested path, every stage, and everything that happened."""
        return [
            Spot(each.key, each.rect.translated(rect.topLeft()), each.said)
            for each in self.arranged(rect.width(), look).spots
        ]
