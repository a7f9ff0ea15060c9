"""Where an entry meets a scenario: how far it has come there, in a word; or room to add it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.pages.mechanisms.wording import status_called
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CELL
from ui.widgets import describe, set_ring
from ui.widgets.painting.shapes import round_rect
from workbook.analysis.workings.lines import ChosenIn

HEIGHT, SIGN, GAP = 28, 13, 5
SIGNS = {"worked": "check", "failed": "x"}
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class UseCell(QAbstractButton):
    """A click, Enter or Space adds the entry to the scenario, or shows its fields there. Delete removes it.

    Tab passes by, arrow keys come here: what can be done here can be done in the opened row too.
    """

    add_wanted = Signal()
    show_wanted = Signal()
    remove_wanted = Signal()
    stepped = Signal(int, int)
    """The keyboard wants to go so many columns and rows on."""
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._use: ChosenIn | None = None
        self._is_suggested = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_ring(self, RADIUS_CELL)
        self.clicked.connect(self._on_clicked)
        look().changed.connect(self._restyle)

    @property
    def word(self) -> str:
        """How far it has come; empty where it is not chosen."""
        return "" if self._use is None else status_called(self._use)

    def show_use(self, entry: str, scenario: str, use: ChosenIn | None, *, is_suggested: bool) -> None:
        """Show how an entry stands in a scenario."""
        shown = (entry, scenario, use, is_suggested)
        if shown == self._shown:
            return
        self._shown, self._use, self._is_suggested = shown, use, is_suggested
        if use is None:
            describe(self, f"Add {entry} to “{scenario}”", "It is not chosen there.")
        else:
            keys = "Enter shows its fields, Delete removes it."
            describe(self, f"{entry} in “{scenario}”: {self.word.lower()}", keys)
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """A word; the width is that of its column."""
        return QSize(look().px(100), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same height in any column."""
        return QSize(look().px(24), look().px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a table."""
        key = Qt.Key(event.key())
        if key in STEPS and not event.modifiers():
            self.stepped.emit(*STEPS[key])
        elif key == Qt.Key.Key_Delete and self._use is not None:
            self.remove_wanted.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know what is in hand."""
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Redraw without the sign of an empty cell."""
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Redraw for the hover fill."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Redraw without it."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Neutral ink: an outline while it is an intention, filled once it worked; the word says which."""
        del event
        painter, sight, rect = QPainter(self), look(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = sight.px(RADIUS_CELL)
        if self._use is None:
            self._paint_empty(painter, rect, radius)
            return
        status = self._use.status
        fill, line, ink = "sunken", "sunken_edge", "text"
        if status in {"considered", "failed"}:
            fill, line = "surface", "edge"
        elif status == "worked":
            fill, line, ink = "accent", "accent", "on_accent"
        if self.underMouse() and status != "worked":
            fill = "hover"
        round_rect(painter, rect, radius, sight.colour(fill), sight.colour(line))
        self._paint_word(painter, rect, ink, SIGNS.get(status or ""))

    def _paint_empty(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        sight = look()
        is_lively = self.underMouse() or self.hasFocus()
        if is_lively:
            round_rect(painter, rect, radius, sight.colour("hover"))
        if is_lively or self._is_suggested:
            size = sight.px(SIGN + 2)
            place = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
            sight.paint_icon(painter, place, "plus", "text" if is_lively else "muted")

    def _paint_word(self, painter: QPainter, rect: QRectF, ink: str, sign: str | None) -> None:
        sight = look()
        painter.setFont(sight.font("button" if ink == "on_accent" else "label"))
        painter.setPen(sight.colour(ink))
        words = painter.fontMetrics().horizontalAdvance(self.word)
        size, gap = (sight.px(SIGN), sight.px(GAP)) if sign else (0, 0)
        left = rect.center().x() - (words + size + gap) / 2
        if sign:
            place = QRectF(left, rect.center().y() - size / 2, size, size)
            sight.paint_icon(painter, place, sign, ink, stroke=2.5)
        painter.drawText(
            QRectF(left + size + gap, rect.top(), words + 2, rect.height()),
            Qt.AlignmentFlag.AlignVCenter,
            self.word,
        )

    def _on_clicked(self) -> None:
        if self._use is None:
            self.add_wanted.emit()
        else:
            self.show_wanted.emit()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
