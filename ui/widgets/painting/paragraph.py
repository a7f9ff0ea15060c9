"""Words in lines of an even height, with words set bold among them.

WORKAROUND(Qt 6): a label gets a line height only as rich text, which asks for the height of a narrow width
and would read what users type as markup. So lines are laid out here, from plain text.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

STRONG_BEGINS, STRONG_ENDS = "\ue000", "\ue001"
"""Signs from the private use area: nobody types them, and in the wrong place they do no harm."""
STRONG_WEIGHT = QFont.Weight.Bold
WIDEST = 100_000.0


class Runs(NamedTuple):
    """Plain text, and where in it the bold words are: (start, length)."""

    text: str
    strong: tuple[tuple[int, int], ...]


class Paragraph(NamedTuple):
    """Lines laid out for one width."""

    lines: QTextLayout
    width: float
    height: int


def strong(text: str) -> str:
    """Words to be set bold within a sentence, as in f"{strong(name)} is a win-win"."""
    return f"{STRONG_BEGINS}{_without_marks(text)}{STRONG_ENDS}"


def runs(marked: str) -> Runs:
    """What was marked, as plain text and places."""
    text, places, begun = "", [], None
    for sign in marked:
        if sign == STRONG_BEGINS:
            begun = len(text)
        elif sign == STRONG_ENDS:
            if begun is not None:
                places.append((begun, len(text) - begun))
            begun = None
        else:
            text += sign
    return Runs(text, tuple(places))


def lay_out(
    words: Runs,
    font: QFont,
    line_height: int,
    width: float = WIDEST,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> Paragraph:
    """The words in lines no longer than the width."""
    layout = QTextLayout(words.text.replace("\n", "\u2028"), font)
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_bold(start, length) for start, length in words.strong])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top, widest = 0, 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))
        widest = max(widest, line.naturalTextWidth())
        top += line_height
    layout.endLayout()
    return Paragraph(layout, widest, max(top, line_height))


def paint_paragraph(painter: QPainter, at: QPointF, paragraph: Paragraph) -> None:
    """Draw the lines with the painter's pen."""
    paragraph.lines.draw(painter, at)


def longest_word(words: Runs, font: QFont) -> float:
    """How wide the widest word is, as if it were bold."""
    bold = QFont(font)
    bold.setWeight(STRONG_WEIGHT)
    metrics = QFontMetricsF(bold if words.strong else font)
    return max((metrics.horizontalAdvance(word) for word in words.text.split()), default=0.0)


def _bold(start: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    style = QTextCharFormat()
    style.setFontWeight(STRONG_WEIGHT)
    made.format = style
    return made


def _without_marks(text: str) -> str:
    return text.replace(STRONG_BEGINS, "").replace(STRONG_ENDS, "")
