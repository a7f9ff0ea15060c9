"""Painting a net table: bands, lines, labels, and bars or cells."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen, QTransform

from ui.charts.net_layout import bar_of
from ui.charts.net_places import VALUE_GAP, Arrangement, CellPlace, Written
from ui.charts.net_table import NetCell, NetTable
from ui.charts.verdict_mark import paint_verdict_mark
from ui.effects import INKS
from ui.theme.look import Look
from ui.theme.tokens import RADIUS_BAR, RADIUS_CELL, RADIUS_LIST
from ui.widgets.painting.score_cell import paint_score_cell, paint_unscored_cell
from ui.widgets.painting.shapes import round_rect

SIGNS = {"gain": 1, "loss": -1, "even": 0, "open": 0}


def paint_net_table(painter: QPainter, table: NetTable, places: Arrangement, look: Look) -> None:
    """From the ground up: bands and hairlines, the lines, then what lies on them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, table, places, look)
    for written in places.written:
        paint_written(painter, written, look)
    for x, top, bottom in places.lines:
        painter.setPen(QPen(look.colour("text"), max(1.5, 1.5 * look.scale)))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    for row, place in zip(table.rows, places.rows, strict=True):
        paint_verdict_mark(painter, place.mark, row.mark, look)
        for written in place.written:
            paint_written(painter, written, look)
        for column, cell in place.cells.items():
            if places.form == "matrix":
                _paint_cell(painter, row.cells[column], cell, look, on_band=row.mark == "win-win")
            else:
                _paint_bar(painter, row.cells[column], cell, look)


def paint_written(painter: QPainter, written: Written, look: Look) -> None:
    """One line of words."""
    painter.setFont(look.font(written.role))
    painter.setPen(look.colour(written.token))
    side = Qt.AlignmentFlag.AlignHCenter if written.is_centred else Qt.AlignmentFlag.AlignLeft
    painter.drawText(written.rect, Qt.AlignmentFlag.AlignVCenter | side, written.words)


def paint_hatched(painter: QPainter, rect: QRectF, look: Look) -> None:
    """From where to where a net value may lie."""
    radius = look.px(RADIUS_BAR)
    round_rect(painter, rect, radius, look.colour("surface"))
    brush = QBrush(look.colour("unknown"), Qt.BrushStyle.BDiagPattern)
    brush.setTransform(QTransform.fromScale(look.scale, look.scale))
    painter.setPen(QPen(look.colour("unknown"), 1.25, Qt.PenStyle.DashLine))
    painter.setBrush(brush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def _paint_ground(painter: QPainter, table: NetTable, places: Arrangement, look: Look) -> None:
    """Win-wins lie on the tint of a gain, with an outline where tints do not speak."""
    was_band = True
    for row, place in zip(table.rows, places.rows, strict=True):
        is_band = row.mark == "win-win"
        if is_band:
            edge = look.colour("gain") if look.mode == "high_contrast" else None
            band = place.band.adjusted(1, 1, -1, -1)
            round_rect(painter, band, look.px(RADIUS_LIST), look.colour("gain_tint"), edge, 2)
        elif not was_band:
            painter.setPen(QPen(look.colour("hair"), 1))
            y = round(place.band.top()) + 0.5
            painter.drawLine(QPointF(place.band.left(), y), QPointF(place.band.right(), y))
        was_band = is_band
    if places.divider is not None:
        x, top, bottom = places.divider
        painter.setPen(QPen(look.colour("edge"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(round(x) + 0.5, top), QPointF(round(x) + 0.5, bottom))


def _paint_bar(painter: QPainter, cell: NetCell, place: CellPlace, look: Look) -> None:
    bar = bar_of(cell, place, look)
    if cell.is_open:
        paint_hatched(painter, bar, look)
        # The line goes on over what is open: from it one reads on which side the value may lie.
        painter.setPen(QPen(look.colour("text"), max(1.5, 1.5 * look.scale)))
        painter.drawLine(QPointF(place.line, bar.top() - 2), QPointF(place.line, bar.bottom() + 2))
    elif cell.effect != "even":
        round_rect(painter, bar, look.px(RADIUS_BAR), look.colour(cell.effect))
    painter.setFont(look.font("figure"))
    painter.setPen(look.colour(INKS[cell.effect]))
    left = max(bar.right(), place.line) + look.px(VALUE_GAP)
    width = QFontMetricsF(look.font("figure")).horizontalAdvance(cell.text) + 2
    beside = QRectF(left, place.rect.top(), width, place.rect.height())
    painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cell.text)


def _paint_cell(painter: QPainter, cell: NetCell, place: CellPlace, look: Look, *, on_band: bool) -> None:
    effect = SIGNS[cell.effect] * cell.strength
    if cell.is_open:
        paint_unscored_cell(painter, place.rect, look, cell.text)
    elif on_band and look.mode != "high_contrast" and abs(effect) <= 1:
        # A pale cell on a pale band would be no cell: paper, with the hue as its edge.
        edge = look.colour("gain" if effect > 0 else "edge")
        round_rect(painter, place.rect, look.px(RADIUS_CELL), look.colour("surface"), edge)
        painter.setFont(look.font("figure"))
        painter.setPen(look.colour("text"))
        painter.drawText(place.rect, Qt.AlignmentFlag.AlignCenter, cell.text)
    else:
        paint_score_cell(painter, place.rect, cell.text, effect, look, "figure")
