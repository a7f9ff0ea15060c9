"""Words in a painted cell: broken into lines once, so that what is measured is what is painted."""

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from ui.theme.look import look

DOTS = (1.0, 2.0)


@lru_cache(maxsize=8000)
def _broken(text: str, role: str, scale: float, width: int) -> tuple[str, ...]:
    del scale  # the font of a role depends on it
    layout = QTextLayout(text, look().font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le")  # Qt counts in these, and some signs take two of them
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
        lines.append(units[start:end].decode("utf-16-le").strip())
    layout.endLayout()
    return tuple(lines)


def lines_of(text: str, role: str, width: float) -> tuple[str, ...]:
    """The text in lines no wider than this; a word that is wider by itself is broken anywhere."""
    if not text:
        return ()
    return tuple(
        line
        for paragraph in text.split("\n")
        for line in _broken(paragraph, role, look().scale, max(int(width), 1)) or ("",)
    )


def height_of(text: str, role: str, width: float) -> int:
    """How high the text is in lines no wider than this."""
    return len(lines_of(text, role, width)) * look().line_height(role)


def paint_words(  # noqa: PLR0913 - what, where, how
    painter: QPainter, corner: QPointF, text: str, *, role: str, width: float, ink: str = "text"
) -> int:
    """Paint the text from its top left corner on; answers how high it came out."""
    here = look()
    painter.setFont(here.font(role))
    painter.setPen(here.colour(ink))
    step = here.line_height(role)
    lines = lines_of(text, role, width)
    baseline = corner.y() + _first_baseline(role, step)
    for number, line in enumerate(lines):
        painter.drawText(QPointF(corner.x(), baseline + number * step), line)
    return len(lines) * step


def paint_dots_under(painter: QPainter, corner: QPointF, text: str, *, role: str, width: float) -> None:
    """The dotted line under a figure that answers "why this number?"."""
    here = look()
    step = here.line_height(role)
    metrics = QFontMetricsF(here.font(role))
    pen = QPen(QColor(here.colour("edge")), max(1.0, here.scale))
    pen.setDashPattern(list(DOTS))
    painter.setPen(pen)
    below = corner.y() + _first_baseline(role, step) + metrics.descent()
    for number, line in enumerate(lines_of(text, role, width)):
        y = round(below + number * step) + 0.5
        painter.drawLine(QPointF(corner.x(), y), QPointF(corner.x() + metrics.horizontalAdvance(line), y))


def _first_baseline(role: str, step: int) -> float:
    metrics = QFontMetricsF(look().font(role))
    return (step - metrics.height()) / 2 + metrics.ascent()
