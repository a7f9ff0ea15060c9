"""Something that can be taken up, such as a question to put to the room: the words, why, and from where."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme.look import look
from ui.theme.tokens import RADIUS_LIST
from ui.widgets.painted import describe, set_ring
from ui.widgets.painting.paragraph import Paragraph, Runs, lay_out, paint_paragraph
from ui.widgets.painting.shapes import round_rect

SIGN, LEFT, PADDING = 16, 30, 8
ROLES = (("body_medium", "text"), ("secondary", "muted"), ("citation", "muted"))
"""Type and ink of the words, of what is said of them, and of the source."""


class OfferRow(QAbstractButton):
    """A click, Enter or Space takes it up. What is taken up has a tick, and says so."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ("", "", "")
        self._is_taken = False
        self._laid_out: dict[int, list[Paragraph]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_ring(self, RADIUS_LIST)
        look().changed.connect(self._restyle)

    @property
    def is_taken(self) -> bool:
        """Whether it was taken up."""
        return self._is_taken

    def show_offer(self, words: str, said: str, citation: str, *, is_taken: bool) -> None:
        """Offer this."""
        shown = f"Taken up. {said}".strip() if is_taken else said
        if ((words, shown, citation), is_taken) != (self._texts, self._is_taken):
            self._texts, self._is_taken = (words, shown, citation), is_taken
            self.setText(words)
            does = "Enter goes to it." if is_taken else "Enter takes it up."
            describe(self, words, " ".join(part for part in (shown, citation, does) if part))
            self._restyle()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """All texts, one below the other."""
        return sum(part.height for part in self._parts(width)) + 2 * look().px(PADDING)

    def sizeHint(self) -> QSize:
        """Comfortable to read."""
        width = look().px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words to a line."""
        return QSize(look().px(140), look().px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it up, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know what is in hand."""
        super().focusInEvent(event)
        self.entered.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Redraw for the hover fill."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Redraw without it."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sign and texts."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            round_rect(painter, QRectF(self.rect()), sight.px(RADIUS_LIST), sight.colour("hover"))
        size, top = sight.px(SIGN), float(sight.px(PADDING))
        middle = top + sight.line_height(ROLES[0][0]) / 2
        place = QRectF(sight.px(4), middle - size / 2, size, size)
        sight.paint_icon(painter, place, "check" if self._is_taken else "plus", "text", 2.0)
        tokens = [token for text, (_, token) in zip(self._texts, ROLES, strict=True) if text]
        for part, token in zip(self._parts(self.width()), tokens, strict=True):
            painter.setPen(sight.colour(token))
            paint_paragraph(painter, QPointF(sight.px(LEFT), top), part)
            top += part.height

    def _parts(self, width: int) -> list[Paragraph]:
        known = self._laid_out.get(width)
        if known is None:
            sight, room = look(), max(width - look().px(LEFT + 4), 1)
            known = [
                lay_out(Runs(text, ()), sight.font(role), sight.line_height(role), room)
                for text, (role, _) in zip(self._texts, ROLES, strict=True)
                if text
            ]
            self._laid_out = {width: known}
        return known

    def _restyle(self) -> None:
        self._laid_out = {}
        self.updateGeometry()
        self.update()
