"""What each scenario is worth to each stakeholder, above or below no agreement: scenarios by parties.

Three forms, by number and room: bars around one line per party; the same with the parties one below the
other, in a narrow place; from six parties or scenarios on, cells with net values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from ui.charts.spots import Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from ui.charts.net_places import Arrangement
    from ui.theme.look import Look

Effect = Literal["gain", "loss", "even", "open"]
Mark = Literal["win-win", "refused", "open", "neutral"]
Strength = Literal[0, 1, 2, 3]

MOST_IN_BARS = 5
"""Parties, and scenarios. From six on bars are too many to be compared."""


@dataclass(frozen=True)
class NetColumn:
    """A stakeholder. Who is no party stands apart."""

    id: str
    name: str
    is_party: bool = True


@dataclass(frozen=True)
class NetCell:
    """One net value: from low to high while it is open. `text` is what is written beside the bar."""

    key: str
    said: str
    text: str
    effect: Effect
    low: float
    high: float
    strength: Strength = 1

    @property
    def is_open(self) -> bool:
        """Whether the size is not known, so that the bar is hatched."""
        return self.low != self.high


@dataclass(frozen=True)
class Remark:
    """Something more to know of a scenario: a red line crossed, somebody harmed."""

    words: str
    is_loss: bool = True


@dataclass(frozen=True)
class NetRow:
    """A scenario: its mark and word, in how many words why, and a cell for each column."""

    id: str
    key: str
    said: str
    name: str
    mark: Mark
    word: str
    detail: str
    cells: tuple[NetCell, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class NetTable:
    """The picture. `first`: the first column shown where not all of them fit side by side."""

    columns: tuple[NetColumn, ...]
    rows: tuple[NetRow, ...]
    first: int = 0
    title: str = "What each party gains or loses, compared with no agreement"
    _arranged: dict[tuple[float, str, float], Arrangement] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def text(self) -> str:
        """Every scenario in words, a line for its verdict and one for each stakeholder."""
        lines = []
        for row in self.rows:
            lines.append(row.said)
            lines += [f"  {cell.said}" for cell in row.cells]
        return "\n".join(lines)

    @property
    def natural_width(self) -> float:
        """Wide enough for all columns."""
        return float(max(760, 220 + 96 * len(self.columns)))

    @property
    def is_crowd(self) -> bool:
        """Whether there are too many for bars."""
        parties = sum(column.is_party for column in self.columns)
        return max(parties, len(self.rows)) > MOST_IN_BARS

    def arranged(self, width: float, look: Look) -> Arrangement:
        """Where everything stands at a width, the top left corner at 0."""
        from ui.charts.net_layout import arrange

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
        from ui.charts.net_painting import paint_net_table

        painter.save()
        painter.translate(rect.topLeft())
        paint_net_table(painter, self, self.arranged(rect.width(), look), look)
        painter.restore()

    def spots(self, rect: QRectF, look: Look) -> Sequence[Spot]:
        """Each scenario's verdict, then its net values."""
        found = []
        arrangement = self.arranged(rect.width(), look)
        for row, place in zip(self.rows, arrangement.rows, strict=True):
            found.append(Spot(row.key, place.label.translated(rect.topLeft()), row.said))
            for column, cell in place.cells.items():
                spot = row.cells[column]
                found.append(Spot(spot.key, cell.rect.translated(rect.topLeft()), spot.said))
        return found
