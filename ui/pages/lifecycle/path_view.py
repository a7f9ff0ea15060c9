"""The path on the screen. It may be higher than the window: the keyboard is on a place in it, not on all."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.charts.spot_view import HOW, SpotView
from ui.charts.spots import PictureWithSpots
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CELL, TARGET
from ui.widgets import describe, set_ring


class PathCursor(QWidget):
    """Lies over the place that the keyboard is on, where scrolling and screen readers find it."""

    def __init__(self, view: "PathView") -> None:
        super().__init__(view)
        self._view = view
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_ring(self, RADIUS_CELL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the picture."""
        self._view.keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know what is in hand."""
        super().focusInEvent(event)
        self._view.enter()


class PathView(SpotView):
    """One stop for Tab; arrow keys walk, Enter, F1 or a click asks."""

    def __init__(self, picture: PictureWithSpots) -> None:
        super().__init__(picture)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cursor_ = PathCursor(self)
        self.pointed_at.connect(lambda _: self._follow())
        self._follow()

    def show_spots(self, picture: PictureWithSpots) -> None:
        """Show another picture. The keyboard stays on what it was on, if that is still there."""
        super().show_spots(picture)
        self._follow()

    def enter(self) -> None:
        """The keyboard has come: it is where it was, or at the first place."""
        here = self.spot or next(iter(self.spots), None)
        if here is not None:
            self._point_at(here)
            self.pointed_at.emit(here.said)

    def take_focus(self) -> None:
        """Put the keyboard here."""
        self.cursor_.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other places."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        """Lie over what is pointed at; where nothing is, over the first place."""
        spot = self.spot or next(iter(self.spots), None)
        self.cursor_.setVisible(spot is not None)
        if spot is not None:
            describe(self.cursor_, spot.said, HOW)
            self.cursor_.setGeometry(_large_enough(spot.rect.toAlignedRect(), self.rect()))

    def _on_look_changed(self) -> None:
        super()._on_look_changed()
        self._follow()


def _large_enough(rect: QRect, inside: QRect) -> QRect:
    """What one comes to is nowhere smaller than what one can hit, also at the edge of the picture."""
    place = rect & inside
    more = max(look().px(TARGET) - place.height(), 0)
    place.adjust(0, -(more // 2), 0, more - more // 2)
    place.moveTop(max(min(place.top(), inside.bottom() + 1 - place.height()), inside.top()))
    return place
