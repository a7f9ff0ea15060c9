"""The map on the screen: point at a tile, or walk by arrow keys, to read where each tile lies."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)

from ui.charts.triangle import Arrangement, Tile, Triangle, arrange
from ui.charts.view import ChartView
from ui.charts.who import Who
from ui.theme.focus_ring import OWN_RING
from ui.theme.look import look
from ui.widgets.painting.shapes import paint_focus_ring

ONWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
PICK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F1)


class TriangleView(ChartView):
    """One stop for Tab; arrow keys go from tile to tile, Enter asks why it lies there."""

    pointed_at = Signal(object)
    """The `Who` under the mouse or the keyboard; None when there is nobody."""
    picked = Signal(str, QRect)
    """The id of whoever was clicked, and where the tile is."""

    def __init__(self, picture: Triangle) -> None:
        self._triangle = picture
        self._at: str | None = None
        self._has_keyboard = False
        super().__init__(picture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty(OWN_RING, True)

    @property
    def triangle(self) -> Triangle:
        """The map that is shown."""
        return self._triangle

    def show_triangle(self, picture: Triangle) -> None:
        """Show other places. Whoever was pointed at stays so while there."""
        self._triangle = picture
        if not any(who.id == self._at for who in picture.placed):
            self._at = None
        self.show_picture(picture)
        self._say()

    def who_is_at(self) -> Who | None:
        """Whoever is pointed at."""
        return next((who for who in self._triangle.placed if who.id == self._at), None)

    def tile_of(self, who_id: str) -> QRect:
        """Where somebody's tile is in this widget.

        Raises:
            KeyError: nobody of this id is on the map.
        """
        for tile in self._arrangement().tiles:
            if tile.who.id == who_id:
                return tile.rect.toAlignedRect()
        raise KeyError(who_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the tile below the mouse."""
        tile = self._tile_under(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if tile is None else Qt.CursorShape.PointingHandCursor)
        self._point_at(None if tile is None else tile.who.id)

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody is pointed at, unless the keyboard does."""
        if not self.hasFocus():
            self._point_at(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask why the tile lies where it does."""
        tile = self._tile_under(event.position())
        if tile is not None and event.button() == Qt.MouseButton.LeftButton:
            self._has_keyboard = False
            self._point_at(tile.who.id)
            self.picked.emit(tile.who.id, tile.rect.toAlignedRect())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press was ours, so the release is."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on and back, Home and End to the first and last, Enter or F1 asks why."""
        ids = [who.id for who in self._triangle.placed]
        if not ids:
            super().keyPressEvent(event)
            return
        self._has_keyboard = True
        here = ids.index(self._at) if self._at in ids else 0
        if event.key() in PICK:
            self.picked.emit(ids[here], self.tile_of(ids[here]))
        elif event.key() in (*ONWARD, *BACK):
            self._point_at(ids[(here + (1 if event.key() in ONWARD else -1)) % len(ids)])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._point_at(ids[0 if event.key() == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the draft one is in."""
        super().focusInEvent(event)
        self._has_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if self._at is None and self._has_keyboard and self._triangle.placed:
            current = [who.id for who in self._triangle.placed if who.is_current]
            self._point_at((current or [self._triangle.placed[0].id])[0])
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        super().focusOutEvent(event)
        self._has_keyboard = False
        self._point_at(None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map, and a ring round the tile that the keyboard is on."""
        super().paintEvent(event)
        who = self.who_is_at()
        if not self._has_keyboard or not self.hasFocus():
            return
        painter = QPainter(self)
        ringed = QRectF(self.rect() if who is None else self.tile_of(who.id))
        reach = -4 if who is None else 2
        paint_focus_ring(painter, ringed.adjusted(-reach, -reach, reach, reach), look(), 8)
        painter.end()

    def _arrangement(self) -> Arrangement:
        return arrange(self._triangle, QRectF(self.rect()), look())

    def _tile_under(self, point: QPointF) -> Tile | None:
        """Tiles are hit a little beyond their edge; the one on top first."""
        tiles = reversed(self._arrangement().tiles)
        return next((tile for tile in tiles if tile.rect.adjusted(-2, -2, 2, 2).contains(point)), None)

    def _point_at(self, who_id: str | None) -> None:
        if who_id == self._at:
            return
        self._at = who_id
        self._say()
        self.update()

    def _say(self) -> None:
        """A screen reader hears the sentence of the tile it is on."""
        who = self.who_is_at()
        self.setAccessibleName(self._triangle.title if who is None else who.sentence)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.pointed_at.emit(who)
