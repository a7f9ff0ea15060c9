"""The result of a dimension as a bar. In a mix the borders between the platforms are handles."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ui.pages.dimensions.placing import STEP
from ui.pages.dimensions.wording import drawn
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CELL
from ui.widgets import set_ring
from ui.widgets.painting import SIGN, in_order, in_words, paint_mix_bar, round_rect
from ui.widgets.painting.mix_bar import GAP, segments
from workbook.analysis.subject import Shares

HEIGHT, HANDLE = 30, 24


class Handle(QSlider):
    """One border between two platforms: dragged, or moved with the arrow keys."""

    dragged = Signal(int)
    """Where the pointer is, in the coordinates of the bar."""
    let_go = Signal()

    def __init__(self, bar: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, bar)
        self.setRange(STEP, 100 - STEP)
        self.setSingleStep(STEP)
        self.setPageStep(2 * STEP)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_ring(self, RADIUS_CELL)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it along."""
        self.dragged.emit(round(self.mapToParent(event.position()).x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        event.accept()
        self.let_go.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it must not move a lean that happens to lie below the pointer."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it ends the step of undo."""
        super().focusOutEvent(event)
        self.let_go.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A narrow grip across the bar."""
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = here.px(9)
        grip = QRectF((self.width() - wide) / 2, 0, wide, self.height())
        round_rect(painter, grip, here.px(4), here.colour("surface"), here.colour("text"), 2)


class LeanBar(QWidget):
    """The mix, 30 px high, with names; counts instead of parts of 100 where the room voted."""

    moved = Signal(int, int)
    """Border, counted from the left, and the part of 100 it was moved to."""
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shares: Shares | None = None
        self._figures: Mapping[str, int] | None = None
        self._borders: tuple[int, ...] = ()
        self.setAccessibleName("Result")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.handles = tuple(self._handle(place) for place in range(2))
        look().changed.connect(self._fit)

    def show_result(
        self, shares: Shares | None, figures: Mapping[str, int] | None, borders: tuple[int, ...]
    ) -> None:
        """Draw a result; `borders` are the places of 100 that can be moved, none for a pick or votes."""
        self._shares, self._figures, self._borders = shares, figures, borders
        self.setAccessibleDescription(
            in_words(drawn(shares)) if figures is None else "Votes, as on the cards."
        )
        placed = in_order(drawn(shares)) or {}
        names = list(placed)
        for place, handle in enumerate(self.handles):
            handle.setVisible(place < len(borders))
            if place < len(borders):
                with QSignalBlocker(handle):
                    handle.setValue(borders[place])
                handle.setAccessibleName("Lean" if len(borders) == 1 else f"Lean {place + 1}")
                sides = (names[place], names[place + 1])
                handle.setAccessibleDescription(_between(sides))
                handle.setToolTip(_between(sides))
        self._fit()

    def sizeHint(self) -> QSize:
        """Wide enough for two short names."""
        return QSize(look().px(240), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Letters always fit."""
        return QSize(look().px(140), look().px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The headline bar, or the outline of what is not placed."""
        here = look()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        paint_mix_bar(painter, whole, drawn(self._shares), here, headline=True, figures=self._figures)
        if self._shares is None:
            painter.setFont(here.font("label"))
            painter.setPen(here.colour("muted"))
            painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, "Not placed")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The handles stand on the borders."""
        super().resizeEvent(event)
        self._fit()

    def _handle(self, place: int) -> Handle:
        handle = Handle(self)
        handle.hide()
        handle.valueChanged.connect(lambda value: self.moved.emit(place, value))
        handle.dragged.connect(lambda x: self.moved.emit(place, round(x * 100 / max(1, self.width()))))
        handle.let_go.connect(self.let_go)
        return handle

    def _fit(self) -> None:
        self.setFixedHeight(look().px(HEIGHT))
        placed = in_order(drawn(self._shares))
        if placed is not None and self._borders:
            parts = list(segments(QRectF(self.rect()), placed, look().px(GAP)))
            wide = look().px(HANDLE)
            for handle, (_platform, segment) in zip(self.handles, parts, strict=False):
                middle = segment.right() + look().px(GAP) / 2
                handle.setGeometry(round(middle - wide / 2), 0, wide, self.height())
        self.update()


def _between(sides: tuple[str, str]) -> str:
    one, other = (SIGN[side].short for side in sides)
    return f"Moves the border between {one} and {other}. Arrow keys move it by 5 of 100."
