"""Votes as marks: one for each participant, filled when they voted so. Eight people are no percentage."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.look import look
from ui.widgets.painting import paint_glyph

MARK, GAP = 18, 5
MOST_MARKS = 40
"""Beyond it marks can no longer be counted by eye; the number beside them says it."""


class VoteMarks(QWidget):
    """Marks in the shape of one platform, in as many rows as it takes."""

    def __init__(self, platform: str) -> None:
        super().__init__()
        self._platform = platform
        self._given = self._of = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self.updateGeometry)

    def show_votes(self, given: int, of: int) -> None:
        """So many of the participants voted for this platform; there are never fewer marks than votes."""
        of = max(given, of)
        if (given, of) != (self._given, self._of):
            self._given, self._of = given, of
            self.updateGeometry()
            self.update()

    @property
    def marks(self) -> int:
        """How many marks are drawn."""
        return self._of if self._of <= MOST_MARKS else 0

    def hasHeightForWidth(self) -> bool:
        """Marks wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many rows as the marks take in this width."""
        rows = -(-self.marks // self._in_a_row(width)) if self.marks else 0
        return rows * self._pitch - (look().px(GAP) if rows else 0)

    def sizeHint(self) -> QSize:
        """All in one row, if there is room."""
        return QSize(min(self.marks, 8) * self._pitch, self.heightForWidth(max(self.width(), self._pitch)))

    def minimumSizeHint(self) -> QSize:
        """One column would do."""
        return QSize(look().px(MARK), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another number of rows."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Votes given first, the rest as outlines."""
        painter = QPainter(self)
        here = look()
        side, in_a_row = here.px(MARK), self._in_a_row(self.width())
        for place in range(self.marks):
            row, column = divmod(place, in_a_row)
            mark = QRectF(column * self._pitch, row * self._pitch, side, side)
            outlined = place >= self._given
            paint_glyph(painter, mark, self._platform, here, outlined=outlined, lettered=False)

    @property
    def _pitch(self) -> int:
        return look().px(MARK + GAP)

    def _in_a_row(self, width: int) -> int:
        return max(1, (width + look().px(GAP)) // self._pitch)
