"""One thing a figure was worked out from: its name, a small bar of ink for a share, its value."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.look import look
from ui.theme.tokens import RADIUS_CELL, TARGET
from ui.widgets.painted import describe, set_ring
from ui.widgets.painting.ink_bar import paint_ink_bar
from ui.widgets.painting.paragraph import Paragraph, Runs, lay_out, paint_paragraph
from ui.widgets.painting.shapes import round_rect

BAR, BAR_HEIGHT, GAP = 80, 6, 10
FIGURE = 28
ARROW = 14
Value = str | bool | int | float | None


class InputRow(QAbstractButton):
    """A row of an explanation. Where the input has an address, the row leads there."""

    visited = Signal(str)
    """The address: the user wants to see where the input stands."""

    def __init__(  # noqa: PLR0913 - one input, and how its column shows inputs
        self,
        name: str,
        value: Value,
        *,
        is_share: bool = False,
        leads_to: str | None = None,
        has_arrows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`has_arrows` keeps room for the arrow of other rows, so that all bars begin together."""
        super().__init__(parent)
        self._name = name
        self._share = share_of(value) if is_share else None
        self._words = value_in_words(value, self._share)
        self._leads_to = leads_to
        self._leads_on, self._has_arrows = bool(leads_to), has_arrows or bool(leads_to)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        describe(self, f"{name}: {self._words}", "Shows where it stands." if leads_to else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads_to else Qt.FocusPolicy.NoFocus)
        if leads_to:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(self._on_clicked)
        set_ring(self, RADIUS_CELL)
        look().changed.connect(self._restyle)

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Name and value beside one another, or one below the other where they are long."""
        name, value = self._parts(width)
        height = name.height if self._fits_beside(width) else name.height + value.height
        return max(height + look().px(4), look().px(TARGET))

    def sizeHint(self) -> QSize:
        """The width of a popover."""
        width = look().px(288)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, with long words broken."""
        return QSize(look().px(120), look().px(TARGET))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads there, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, bar, value."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._leads_on and self.underMouse():
            round_rect(painter, QRectF(self.rect()), sight.px(RADIUS_CELL), sight.colour("hover"))
        name, value = self._parts(self.width())
        is_beside = self._fits_beside(self.width())
        top = (self.height() - name.height - (0 if is_beside else value.height)) / 2
        painter.setPen(sight.colour("text"))
        paint_paragraph(painter, QPointF(0, top), name)
        right = self.width() - self._arrow()
        if is_beside:
            self._paint_value(painter, right, value)
        else:
            painter.setPen(sight.colour("muted"))
            paint_paragraph(painter, QPointF(0, top + name.height), value)
        if self._leads_on:
            size = sight.px(ARROW)
            place = QRectF(self.width() - size, (self.height() - size) / 2, size, size)
            sight.paint_icon(painter, place, "chevron-right", "muted")

    def _paint_value(self, painter: QPainter, right: float, value: Paragraph) -> None:
        sight = look()
        paint_paragraph(painter, QPointF(right - value.width, (self.height() - value.height) / 2), value)
        if self._share is not None:
            left = right - sight.px(FIGURE + GAP + BAR)
            thick = sight.px(BAR_HEIGHT)
            bar = QRectF(left, (self.height() - thick) / 2, sight.px(BAR), thick)
            paint_ink_bar(painter, bar, self._share, sight)

    def _parts(self, width: int) -> tuple[Paragraph, Paragraph]:
        room = width - self._arrow()
        beside = self._fits_beside(width)
        name_room = room - self._value_width() - look().px(GAP) if beside else room
        return (
            _lines(self._name, "secondary", name_room),
            _lines(self._words, "figure" if beside else "table", room),
        )

    def _fits_beside(self, width: int) -> bool:
        name = QFontMetrics(look().font("secondary")).horizontalAdvance(self._name)
        room = width - self._arrow() - look().px(GAP)
        return self._share is not None or name + self._value_width() <= room

    def _value_width(self) -> int:
        if self._share is not None:
            return look().px(FIGURE + GAP + BAR)
        return QFontMetrics(look().font("figure")).horizontalAdvance(self._words) + 1

    def _arrow(self) -> int:
        return look().px(ARROW + 4) if self._has_arrows else 0

    def _on_clicked(self) -> None:
        self.visited.emit(self._leads_to)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def share_of(value: Value) -> float | None:
    """The value as a share, if it is one."""
    if isinstance(value, bool) or not isinstance(value, float | int):
        return None
    return float(value) if 0 <= value <= 1 else None


def value_in_words(value: Value, share: float | None) -> str:
    """A value as it is shown: a share as whole parts of 100, a minus as the sign of its own."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if share is not None:
        return str(int(share * 100 + 0.5))
    if isinstance(value, str):
        return value
    shown = f"{value:.2f}" if isinstance(value, float) else str(value)
    return shown.replace("-", "\N{MINUS SIGN}")


def _lines(words: str, role: str, room: int) -> Paragraph:
    return lay_out(Runs(words, ()), look().font(role), look().line_height(role), max(room, 1))
