"""Words set into a given width and number of lines, for what is painted rather than laid out."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption


def wrapped(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """The text in lines of at most this width; what does not fit into the last line ends in an ellipsis."""
    return _wrapped(text, font.toString(), max(1, int(width)), most)


def paint_lines(
    painter: QPainter, place: QRectF, lines: tuple[str, ...], font: QFont, line_height: float
) -> float:
    """Draw lines from the top of a place, in the painter's pen; the answer is where the last one ends."""
    painter.setFont(font)
    top = place.top()
    for line in lines:
        box = QRectF(place.left(), top, place.width(), line_height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        top += line_height
    return top


@lru_cache(maxsize=512)
def _wrapped(text: str, written: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(written)
    layout = QTextLayout(text.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        begin, length = line.textStart(), line.textLength()
        if len(lines) == most - 1:
            rest = layout.text()[begin:]
            lines.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(layout.text()[begin : begin + length].rstrip())
    layout.endLayout()
    return tuple(line for line in lines if line)
