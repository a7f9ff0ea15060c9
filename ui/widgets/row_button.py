"""A whole row that is a button: icon, what it does, a word of explanation, an arrow."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.look import look
from ui.theme.tokens import RADIUS_LIST
from ui.widgets.painted import describe, set_ring
from ui.widgets.painting.paragraph import Paragraph, Runs, lay_out, paint_paragraph
from ui.widgets.painting.shapes import round_rect

ICON, ARROW = 20, 16
LEFT, RIGHT = 40, 28
PADDING = 12


class RowButton(QAbstractButton):
    """A way to go on. Its words wrap; the whole row can be hit."""

    def __init__(self, title: str, icon: str, explanation: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._explanation = icon, explanation
        self.setText(title)
        describe(self, title, explanation)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_ring(self, RADIUS_LIST)
        look().changed.connect(self._restyle)

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Title and explanation, one below the other."""
        return sum(part.height for part in self._parts(width)) + 2 * look().px(PADDING)

    def sizeHint(self) -> QSize:
        """Comfortable to read."""
        width = look().px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        words = QFontMetrics(look().font("row_title")).horizontalAdvance("mmmmmm")
        return QSize(words + look().px(LEFT + RIGHT), look().px(48))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, words, arrow."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            round_rect(painter, QRectF(self.rect()), sight.px(RADIUS_LIST), sight.colour("hover"))
        middle = self.height() / 2
        icon, arrow = sight.px(ICON), sight.px(ARROW)
        at_icon = QRectF(sight.px(4), middle - icon / 2, icon, icon)
        at_arrow = QRectF(self.width() - arrow - sight.px(4), middle - arrow / 2, arrow, arrow)
        sight.paint_icon(painter, at_icon, self._icon, "text", 1.5)
        sight.paint_icon(painter, at_arrow, "chevron-right", "muted")
        parts = self._parts(self.width())
        top = middle - sum(part.height for part in parts) / 2
        for part, token in zip(parts, ("text", "muted"), strict=False):
            painter.setPen(sight.colour(token))
            paint_paragraph(painter, QPointF(sight.px(LEFT), top), part)
            top += part.height

    def _parts(self, width: int) -> list[Paragraph]:
        sight = look()
        room = max(width - sight.px(LEFT + RIGHT), 1)
        parts = [
            lay_out(Runs(self.text(), ()), sight.font("row_title"), sight.line_height("row_title"), room)
        ]
        if self._explanation:
            said = Runs(self._explanation, ())
            parts.append(lay_out(said, sight.font("secondary"), sight.line_height("secondary"), room))
        return parts

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
