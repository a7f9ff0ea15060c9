"""A title that opens and closes what is below it. Closed, nothing of it is in the way of Tab."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.look import look
from ui.theme.tokens import RADIUS_LIST
from ui.widgets.painted import Painted, describe, set_ring
from ui.widgets.painting.paragraph import Paragraph, Runs, lay_out, paint_paragraph
from ui.widgets.painting.shapes import round_rect

ARROW, LEFT, PADDING = 16, 26, 9


class Fold(Painted):
    """Title and content. Which folds are open is a way of looking: no edit, nothing to undo."""

    def __init__(self, title: str, content: QWidget, *, is_open: bool = False) -> None:
        super().__init__()
        self.head = FoldHead(title)
        self._content = content
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._column.addWidget(content)
        self.head.toggled.connect(self._show)
        self.head.setChecked(is_open)
        self._show(is_open)
        self._on_look_changed()

    def show_title(self, title: str) -> None:
        """Say another title."""
        self.head.show_title(title)

    def _show(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal
        self._content.setVisible(is_open)
        self.head.tell()

    def _on_look_changed(self) -> None:
        self._column.setSpacing(look().px(4))
        super()._on_look_changed()


class FoldHead(QAbstractButton):
    """The title with its arrow; the whole row can be hit."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setText(title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_ring(self, RADIUS_LIST)
        look().changed.connect(self._restyle)
        self.tell()

    def show_title(self, title: str) -> None:
        """Say another title."""
        self.setText(title)
        self.tell()
        self._restyle()

    def tell(self) -> None:
        """Name and state, for screen readers."""
        describe(
            self, self.text(), "Open; Enter closes it." if self.isChecked() else "Closed; Enter opens it."
        )

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """As many lines as the title takes."""
        return self._words(width).height + 2 * look().px(PADDING)

    def sizeHint(self) -> QSize:
        """One line."""
        words = QFontMetrics(look().font("row_title")).horizontalAdvance(self.text())
        width = min(words + look().px(LEFT) + 2, look().px(520))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A word and the arrow."""
        return QSize(look().px(LEFT + 60), look().px(2 * PADDING) + look().line_height("row_title"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter switches, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Arrow and words."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            round_rect(painter, QRectF(self.rect()), sight.px(RADIUS_LIST), sight.colour("hover"))
        size = sight.px(ARROW)
        top = sight.px(PADDING) + (sight.line_height("row_title") - size) / 2
        name = "chevron-down" if self.isChecked() else "chevron-right"
        sight.paint_icon(painter, QRectF(sight.px(2), top, size, size), name, "text", 2.0)
        painter.setPen(sight.colour("text"))
        paint_paragraph(painter, QPointF(sight.px(LEFT), sight.px(PADDING)), self._words(self.width()))

    def _words(self, width: int) -> Paragraph:
        sight = look()
        room = max(width - sight.px(LEFT), 1)
        return lay_out(Runs(self.text(), ()), sight.font("row_title"), sight.line_height("row_title"), room)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
