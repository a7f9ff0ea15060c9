"""A line that opens and closes what lies below it: what it is, and what is known of it."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme.look import look
from ui.theme.tokens import RADIUS_CELL
from ui.widgets.list_button import ListButton
from ui.widgets.painted import describe, set_ring
from ui.widgets.painting.paragraph import Paragraph, Runs, lay_out, paint_paragraph
from ui.widgets.painting.shapes import round_rect

CHEVRON, LEFT, PADDING = 14, 20, 6
MOVES = "Alt with an arrow moves it, Delete removes it."


class Folding(NamedTuple):
    """Whether a row is a section of a page or an item of a list, which can be moved and removed."""

    role: str
    is_item: bool


SECTION = Folding("subheading", is_item=False)
ITEM = Folding("row_title", is_item=True)


class FoldRow(ListButton):
    """Enter, Space or a click opens and closes; arrow keys go to the next row."""

    def __init__(self, kind: Folding = ITEM) -> None:
        super().__init__(is_fixed=not kind.is_item)
        self._kind, self._said = kind, ""
        self._laid_out: dict[int, list[Paragraph]] = {}
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_ring(self, RADIUS_CELL)
        self.toggled.connect(lambda _: self._describe())
        look().changed.connect(self._restyle)

    @property
    def said(self) -> str:
        """What is known of it."""
        return self._said

    def show_words(self, words: str, said: str) -> None:
        """Show what it is, and what is known of it."""
        if (words, said) != (self.text(), self._said):
            self.setText(words)
            self._said = said
            self._describe()
            self._restyle()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Two texts, one below the other."""
        return sum(part.height for part in self._parts(width)) + 2 * look().px(PADDING)

    def sizeHint(self) -> QSize:
        """Comfortable to read."""
        width = look().px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words to a line."""
        return QSize(look().px(120), look().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chevron and words."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            round_rect(painter, QRectF(self.rect()), sight.px(RADIUS_CELL), sight.colour("hover"))
        parts, top = self._parts(self.width()), float(sight.px(PADDING))
        size = sight.px(CHEVRON)
        middle = top + sight.line_height(self._kind.role) / 2
        sign = "chevron-down" if self.isChecked() else "chevron-right"
        sight.paint_icon(painter, QRectF(0, middle - size / 2, size, size), sign, "muted")
        for part, token in zip(parts, ("text", "muted"), strict=False):
            painter.setPen(sight.colour(token))
            paint_paragraph(painter, QPointF(sight.px(LEFT), top), part)
            top += part.height

    def _parts(self, width: int) -> list[Paragraph]:
        known = self._laid_out.get(width)
        if known is None:
            sight = look()
            room = max(width - sight.px(LEFT), 1)
            texts = [(self.text(), self._kind.role)]
            if self._said:
                texts.append((self._said, "secondary"))
            known = [
                lay_out(Runs(text, ()), sight.font(role), sight.line_height(role), room)
                for text, role in texts
            ]
            self._laid_out = {width: known}
        return known

    def _describe(self) -> None:
        does = "Enter closes it." if self.isChecked() else "Enter opens it."
        said = f"{self._said.removesuffix('.')}. " if self._said else ""
        describe(self, self.text(), f"{said}{does} {MOVES if self._kind.is_item else ''}".strip())

    def _restyle(self) -> None:
        self._laid_out = {}
        self.updateGeometry()
        self.update()
