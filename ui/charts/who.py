"""Who a chart speaks of, a draft or a case: its tile, its name, and the key that ties the two together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.theme.look import Look
from ui.widgets.painting.platforms import SIGNS
from ui.widgets.painting.tiles import case_letters, paint_case_tile, paint_draft_tile

KEY_TILE, KEY_ROW = 18, 26
KEY_GAP, KEY_BETWEEN = 7, 18
MANY = 8
"""From more on, long names are cut so that two entries share a row."""

Shares = tuple[Fraction, Fraction, Fraction]
"""In the order of the platforms."""


@dataclass(frozen=True)
class Who:
    """A draft, by its letter, or a case. `is_current`: the draft one is in.

    `shares` are those of its whole profile, None while it is not placed; `words` and `digits` say the same.
    """

    id: str
    kind: Literal["draft", "case"]
    name: str
    letter: str = ""
    is_current: bool = False
    shares: Shares | None = None
    words: str = ""
    digits: str = ""

    @property
    def mix(self) -> dict[str, Fraction] | None:
        """The shares by platform."""
        if self.shares is None:
            return None
        return {sign.id: share for sign, share in zip(SIGNS, self.shares, strict=True)}

    @property
    def called(self) -> str:
        """Its name as one hears it: "Draft A, City table", "FloraHolland"."""
        return f"Draft {self.letter}, {self.name}" if self.kind == "draft" else self.name

    @property
    def sentence(self) -> str:
        """Where it stands: words first, then parts of 100."""
        return f"{self.called}: {self.words}{f' ({self.digits})' if self.digits else ''}."


@dataclass(frozen=True)
class KeyEntry:
    """One entry of the key, and where it stands."""

    who: Who
    tile: QRectF
    text: QRectF


def paint_tile(painter: QPainter, rect: QRectF, who: Who, look: Look) -> None:
    """The tile of a draft or case."""
    if who.kind == "case":
        paint_case_tile(painter, rect, who.id, look, case_letters(who.name))
    else:
        paint_draft_tile(painter, rect, who.letter, look, "current" if who.is_current else "other")


def key(everyone: Sequence[Who], rect: QRectF, look: Look) -> Iterator[KeyEntry]:
    """The key as rows that fill the width; a name that is longer than a row is cut."""
    metrics = QFontMetricsF(look.font("secondary"))
    tile, row = look.px(KEY_TILE), look.px(KEY_ROW)
    gap, between = look.px(KEY_GAP), look.px(KEY_BETWEEN)
    left, top = rect.left(), rect.top()
    longest = rect.width() if len(everyone) <= MANY else (rect.width() - between) / 2
    for who in everyone:
        wanted = min(tile + gap + metrics.horizontalAdvance(who.name) + 1, longest)
        if left > rect.left() and left + wanted > rect.right() + 0.5:
            left, top = rect.left(), top + row
        yield KeyEntry(
            who,
            QRectF(left, top + (row - tile) / 2, tile, tile),
            QRectF(left + tile + gap, top, wanted - tile - gap, row),
        )
        left += wanted + between


def key_height(everyone: Sequence[Who], width: float, look: Look) -> float:
    """How high the key is at a width."""
    last = max((entry.text.bottom() for entry in key(everyone, QRectF(0, 0, width, 0), look)), default=0.0)
    return float(last)


def paint_key(painter: QPainter, entries: Sequence[KeyEntry], look: Look) -> None:
    """The key: every tile with its name, the draft one is in stronger."""
    for entry in entries:
        paint_tile(painter, entry.tile, entry.who, look)
        paint_name(painter, entry.text, entry.who, look, role="secondary")


def paint_name(painter: QPainter, rect: QRectF, who: Who, look: Look, *, role: str = "body") -> None:
    """A name on one line, cut where the room ends; but "(envisaged)" at its end always stays."""
    painter.setFont(look.font(role))
    painter.setPen(look.colour("muted" if who.shares is None else "text"))
    cut = Qt.TextElideMode.ElideMiddle if who.name.endswith(")") else Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(who.name, cut, round(rect.width() + 1))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
