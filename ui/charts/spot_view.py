"""A picture on the screen parts of which can be asked "why this number?", by mouse or by keyboard."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QScrollArea

from ui.charts.spots import Direction, PictureWithSpots, Spot, nearest
from ui.charts.view import NARROWEST, ChartView
from ui.theme.focus_ring import OWN_RING
from ui.theme.look import look
from ui.widgets.painting.shapes import paint_focus_ring

DIRECTIONS: Mapping[int, Direction] = MappingProxyType(
    {
        Qt.Key.Key_Left: "left",
        Qt.Key.Key_Right: "right",
        Qt.Key.Key_Up: "up",
        Qt.Key.Key_Down: "down",
    }
)
ASKING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F1})
LOWEST = 48
HOW = "Arrow keys go from place to place; Enter answers why."


class SpotView(ChartView):
    """One stop for Tab. Arrow keys walk within the picture, Enter, F1 or a click asks."""

    asked = Signal(str, QRect)
    """The key of the spot that is to answer, and where it lies."""
    pointed_at = Signal(str)
    """What is said of the spot under the mouse or the keyboard; empty when there is none."""

    def __init__(self, picture: PictureWithSpots) -> None:
        self._with_spots = picture
        self._at: str | None = None
        self._has_keyboard = False
        self._known: tuple[QRect, tuple[Spot, ...]] | None = None
        super().__init__(picture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty(OWN_RING, True)

    def show_spots(self, picture: PictureWithSpots) -> None:
        """Show another picture. The keyboard stays on what it was on, if that is still there."""
        self._with_spots = picture
        self._known = None
        self.show_picture(picture)
        self.setAccessibleDescription(f"{HOW}\n{picture.text}")
        if self.spot is None:
            self._at = None
        self._say()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Everything that can be asked, where it lies now."""
        if self._known is None or self._known[0] != self.rect():
            found = tuple(self._with_spots.spots(QRectF(self.rect()), look()))
            self._known = (self.rect(), found)
        return self._known[1]

    @property
    def spot(self) -> Spot | None:
        """What is pointed at."""
        return next((each for each in self.spots if each.key == self._at), None)

    def minimumSizeHint(self) -> QSize:
        """Any height: how high it is follows from the width, and a narrow place needs more of it."""
        return QSize(look().px(NARROWEST), look().px(LOWEST))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is below the mouse."""
        spot = self._under(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if spot is None else Qt.CursorShape.PointingHandCursor)
        if not self._has_keyboard or spot is not None:
            self._point_at(spot)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at, unless the keyboard does."""
        if not self.hasFocus():
            self._point_at(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask what is below the mouse."""
        spot = self._under(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._has_keyboard = False
            self._point_at(spot)
            self.asked.emit(spot.key, spot.rect.toAlignedRect())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press was ours, so the release is."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Home and End go to the first and last, Enter or F1 asks."""
        if not self.spots:
            super().keyPressEvent(event)
            return
        here = self.spot or self.spots[0]
        self._has_keyboard = True
        direction = DIRECTIONS.get(event.key())
        if event.key() in ASKING:
            self._walk_to(here)
            self.asked.emit(here.key, here.rect.toAlignedRect())
        elif direction is not None:
            self.step(here, direction)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk_to(self.spots[0 if event.key() == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def step(self, here: Spot, direction: Direction) -> bool:
        """Walk on from a spot; False when there is nothing that way."""
        there = nearest(self.spots, here, direction)
        self._walk_to(there or here)
        return there is not None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the first spot."""
        super().focusInEvent(event)
        self._has_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if self.spot is None and self._has_keyboard and self.spots:
            self._point_at(self.spots[0])
        if self._has_keyboard:
            # Later: what scrolls the page brings the widget into view first, of a high one its middle.
            QTimer.singleShot(0, self, self._bring_into_view)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus; where it was is kept for the way back."""
        super().focusOutEvent(event)
        self._has_keyboard = False
        self.pointed_at.emit("")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, and a ring round the spot that the keyboard is on."""
        super().paintEvent(event)
        if not self._has_keyboard or not self.hasFocus():
            return
        painter, spot = QPainter(self), self.spot
        inside = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        ringed = inside if spot is None else spot.rect.adjusted(-2, -2, 2, 2) & inside
        paint_focus_ring(painter, ringed, look())
        painter.end()

    def _under(self, point: QPointF) -> Spot | None:
        found: Sequence[Spot] = [each for each in self.spots if each.rect.contains(point)]
        return min(found, key=lambda each: each.rect.width() * each.rect.height(), default=None)

    def _walk_to(self, spot: Spot) -> None:
        self._point_at(spot)
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll the page to the spot that the keyboard is on."""
        area, spot = self.parentWidget(), self.spot
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        body = None if area is None else area.widget()
        if area is None or body is None or spot is None:
            return
        rect = spot.rect.toAlignedRect()
        for corner in (rect.bottomRight(), rect.topLeft()):
            there = self.mapTo(body, corner)
            area.ensureVisible(there.x(), there.y(), 0, look().px(12))

    def _point_at(self, spot: Spot | None) -> None:
        key = None if spot is None else spot.key
        if key != self._at:
            self._at = key
            self._say()
            self.update()

    def _say(self) -> None:
        """A screen reader hears the sentence of the spot it is on."""
        spot = self.spot
        self.setAccessibleName(self._with_spots.title if spot is None else spot.said)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.pointed_at.emit("" if spot is None else spot.said)

    def _on_look_changed(self) -> None:
        self._known = None
        super()._on_look_changed()
