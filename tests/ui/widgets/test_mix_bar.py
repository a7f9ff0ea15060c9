"""The bar of a mix: order, parts, what is shared, and what it says to those who cannot see it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.theme.look import look
from ui.widgets import MixBar
from ui.widgets.painting import SIGNS, in_order, paint_mix_bar, paint_shared_bar
from ui.widgets.painting.mix_bar import segments
from ui.widgets.painting.shares import Shares, in_words, parts

RESOURCE, ISSUE, SECTOR = (sign.id for sign in SIGNS)
shares = st.fractions(0, 1, max_denominator=1000)


@given(shares, shares, shares)
def test_parts_sum_to_100_in_the_one_order(resource: Fraction, issue: Fraction, sector: Fraction) -> None:
    placed = in_order({SECTOR: sector, ISSUE: issue, RESOURCE: resource})
    if placed is None:
        assert resource == issue == sector == 0
    else:
        assert sum(placed.values()) == 1
        assert sum(parts(placed).values()) == 100
        assert list(placed) == [sign.id for sign in SIGNS if sign.id in placed]


@given(shares, shares, shares, st.integers(36, 800))
def test_segments_fill_the_bar_and_none_is_lost(
    resource: Fraction, issue: Fraction, sector: Fraction, width: int
) -> None:
    placed = in_order({RESOURCE: resource, ISSUE: issue, SECTOR: sector})
    if placed is None:
        return
    bar = [segment for _, segment in segments(QRectF(0, 0, width, 14), placed, 2)]
    assert len(bar) == len(placed)
    assert all(segment.width() >= 1 for segment in bar)
    assert bar[0].left() == 0
    assert bar[-1].right() == pytest.approx(width)


def test_floats_lose_their_dust() -> None:
    assert in_order({RESOURCE: 0.1 + 0.2, ISSUE: 0.7}) == {RESOURCE: Fraction(3, 10), ISSUE: Fraction(7, 10)}


@pytest.mark.parametrize("nothing", [None, {}, {RESOURCE: 0}])
def test_nothing_is_not_placed(nothing: Shares | None) -> None:
    assert in_words(nothing) == "Not placed"


def painted(width: int, height: int, mix: Shares | None, anchor: Shares | None = None) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(look().colour("surface"))
    painter = QPainter(picture)
    rect = QRectF(0, 0, width, height)
    if anchor is None:
        paint_mix_bar(painter, rect, mix, look())
    else:
        paint_shared_bar(painter, rect, mix, anchor, look())
    painter.end()
    return picture


def along(picture: QImage, y: int) -> list[QColor]:
    return [picture.pixelColor(x, y) for x in range(picture.width())]


def test_colours_lie_in_the_order_of_the_platforms(qapp: QApplication) -> None:
    line = along(painted(200, 14, {SECTOR: 0.2, ISSUE: 0.5, RESOURCE: 0.3}), 2)
    first = [line.index(look().colour(sign.id)) for sign in SIGNS]
    assert first == sorted(first)
    assert line.count(look().colour(ISSUE)) == pytest.approx(98, abs=2)


def test_the_solid_length_is_what_both_share(qapp: QApplication) -> None:
    line = along(painted(200, 14, {ISSUE: 1}, {RESOURCE: 0.3, ISSUE: 0.7}), 2)
    assert line.count(look().colour(ISSUE)) == pytest.approx(140, abs=2)
    assert line.count(look().colour(f"{ISSUE}_tint")) == pytest.approx(58, abs=3)


def test_what_is_not_placed_is_an_outline(qapp: QApplication) -> None:
    picture = painted(120, 14, None)
    assert all(colour == look().colour("surface") for colour in along(picture, 7)[2:-2])
    assert look().colour("edge") in along(picture, 0)


def test_a_bar_says_what_it_shows(qapp: QApplication) -> None:
    bar = MixBar()
    bar.set_name("Orientation")
    assert bar.accessibleName() == "Orientation: Not placed"
    bar.set_shares({RESOURCE: Fraction(1, 3), ISSUE: Fraction(2, 3)})
    assert bar.accessibleName() == "Orientation: Resource 33, Issue 67 of 100"


def test_a_headline_is_higher(qapp: QApplication) -> None:
    assert (MixBar().sizeHint().height(), MixBar(headline=True).sizeHint().height()) == (14, 30)
