"""A mix over the three platforms as a bar: always in the order Resource, Issue, Sector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ui.theme.tokens import RADIUS_BAR
from ui.widgets.painting.platforms import SIGN
from ui.widgets.painting.shapes import paint_letters, round_rect
from ui.widgets.painting.shares import Shares, in_order, parts

if TYPE_CHECKING:
    from fractions import Fraction

    from ui.theme.look import Look

GAP = 2
NARROWEST = 3
LETTER_FROM = 13
WORDS_FROM_HEIGHT = 20
WORDS_MARGIN = 10
Figures = Mapping[str, int]


def paint_mix_bar(  # noqa: PLR0913 - what, where, how
    painter: QPainter,
    rect: QRectF,
    shares: Shares | None,
    look: Look,
    *,
    headline: bool = False,
    figures: Figures | None = None,
) -> None:
    """A mix. As a headline the segments carry names and parts of 100, or `figures` (votes) instead."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    placed = in_order(shares)
    if placed is None:
        paint_not_placed(painter, rect, look)
        return
    shown = (figures or parts(placed)) if headline else {}
    for platform, segment in segments(rect, placed, look.px(GAP)):
        round_rect(painter, segment, look.px(RADIUS_BAR), look.colour(platform))
        if headline:
            _paint_words(painter, segment, platform, shown.get(platform), look)
        else:
            _paint_letter(painter, segment, segment, platform, f"{platform}_on", look)


def paint_shared_bar(
    painter: QPainter, rect: QRectF, shares: Shares | None, shared_with: Shares | None, look: Look
) -> None:
    """A mix beside an anchor: solid is what both share, so that the solid length is the similarity."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    placed, anchor = in_order(shares), in_order(shared_with) or {}
    if placed is None:
        paint_not_placed(painter, rect, look)
        return
    for platform, segment in segments(rect, placed, look.px(GAP)):
        own = placed[platform]
        common = min(own, anchor[platform]) / own if platform in anchor else 0
        _paint_shared(painter, segment, platform, float(common), look)


def paint_not_placed(painter: QPainter, rect: QRectF, look: Look) -> None:
    """The dashed outline of a bar that is not there yet."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(look.colour("edge"), look.scale)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = look.px(RADIUS_BAR)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def segments(rect: QRectF, placed: Mapping[str, Fraction], gap: float) -> Iterator[tuple[str, QRectF]]:
    """Where each share lies; even the smallest can be seen, at the cost of the largest."""
    room = rect.width() - gap * (len(placed) - 1)
    widths = {platform: max(float(share) * room, NARROWEST) for platform, share in placed.items()}
    largest = max(widths, key=lambda platform: widths[platform])
    widths[largest] -= sum(widths.values()) - room
    left = rect.left()
    for platform, width in widths.items():
        yield platform, QRectF(left, rect.top(), max(width, 1.0), rect.height())
        left += width + gap


def _paint_shared(painter: QPainter, segment: QRectF, platform: str, common: float, look: Look) -> None:
    radius = look.px(RADIUS_BAR)
    round_rect(painter, segment, radius, look.colour(f"{platform}_tint"), look.colour(platform), 1.2)
    solid = QRectF(segment.left(), segment.top(), segment.width() * common, segment.height())
    rest = QRectF(solid.right(), segment.top(), segment.width() - solid.width(), segment.height())
    if common > 0:
        shape = QPainterPath()
        shape.addRoundedRect(segment, radius, radius)
        painter.save()
        painter.setClipRect(solid, Qt.ClipOperation.IntersectClip)
        painter.fillPath(shape, look.colour(platform))
        painter.restore()
    if solid.width() >= rest.width():
        _paint_letter(painter, solid, segment, platform, f"{platform}_on", look)
    else:
        _paint_letter(painter, rest, segment, platform, f"{platform}_ink", look)


def _paint_letter(  # noqa: PLR0913, PLR0917 - what, where, how
    painter: QPainter, place: QRectF, segment: QRectF, platform: str, token: str, look: Look
) -> None:
    pixels = min(max(segment.height() * 0.74, 1), look.px(14))
    if place.width() >= look.px(LETTER_FROM) and segment.height() >= look.px(12):
        paint_letters(painter, place, SIGN[platform].letter, look, token, pixels)


def _paint_words(painter: QPainter, segment: QRectF, platform: str, figure: int | None, look: Look) -> None:
    """Name and figure as far as there is room: full name, short name, letter, in that order of trying."""
    sign = SIGN[platform]
    font = look.font("bar")
    painter.setFont(font)
    painter.setPen(look.colour(f"{platform}_on"))
    metrics = painter.fontMetrics()
    room = segment.width() - look.px(WORDS_MARGIN)
    number = "" if figure is None else f"\u2002{figure}"
    for words in (f"{sign.full}{number}", f"{sign.short}{number}", f"{sign.letter}{number}", sign.letter):
        if metrics.horizontalAdvance(words) <= room:
            painter.drawText(segment, Qt.AlignmentFlag.AlignCenter, words)
            return
    _paint_letter(painter, segment, segment, platform, f"{platform}_on", look)
