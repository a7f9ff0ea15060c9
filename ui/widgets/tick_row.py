"""A check box whose words wrap: the whole row can be hit."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.theme.look import look
from ui.theme.tokens import RADIUS_BAR, RADIUS_CELL
from ui.widgets.painted import describe, set_ring
from ui.widgets.painting.paragraph import Paragraph, Runs, lay_out, paint_paragraph
from ui.widgets.painting.shapes import round_rect

BOX, LEFT, PADDING, INSET = 18, 30, 7, 3


class TickRow(QCheckBox):
    """What is ticked, and a few words on it below."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words, self._said = "", ""
        self._laid_out: dict[int, list[Paragraph]] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_ring(self, RADIUS_CELL)
        look().changed.connect(self._restyle)

    def show_words(self, words: str, said: str, description: str = "") -> None:
        """Show what can be ticked."""
        if (words, said) != (self._words, self._said):
            self._words, self._said = words, said
            describe(self, words, " ".join(filter(None, (said, description))))
            self._restyle()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Two texts, one below the other."""
        return sum(part.height for part in self._parts(width)) + 2 * look().px(PADDING)

    def sizeHint(self) -> QSize:
        """A row of a list."""
        width = look().px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words to a line."""
        return QSize(look().px(140), look().px(32))

    def hitButton(self, at: QPoint, /) -> bool:
        """All of it."""
        return self.rect().contains(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know what is in hand."""
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box and words."""
        del event
        painter, here = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        parts = self._parts(self.width())
        top = float(here.px(PADDING))
        middle = top + here.line_height("body_medium") / 2
        box = QRectF(1, middle - here.px(BOX) / 2, here.px(BOX), here.px(BOX))
        if self.isChecked():
            round_rect(painter, box, here.px(RADIUS_BAR + 1), here.colour("accent"))
            inset = here.px(INSET)
            here.paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), "check", "on_accent", 3)
        else:
            edge = here.colour("text" if self.underMouse() else "edge")
            round_rect(painter, box, here.px(RADIUS_BAR + 1), here.colour("surface"), edge)
        for part, token in zip(parts, ("text", "muted"), strict=False):
            painter.setPen(here.colour(token))
            paint_paragraph(painter, QPointF(here.px(LEFT), top), part)
            top += part.height

    def _parts(self, width: int) -> list[Paragraph]:
        known = self._laid_out.get(width)
        if known is None:
            here = look()
            room = max(width - here.px(LEFT), 1)
            texts = [(self._words, "body_medium"), (self._said, "secondary")]
            known = [
                lay_out(Runs(text, ()), here.font(role), here.line_height(role), room)
                for text, role in texts
                if text
            ]
            self._laid_out = {width: known}
        return known

    def _restyle(self) -> None:
        self._laid_out = {}
        self.updateGeometry()
        self.update()
