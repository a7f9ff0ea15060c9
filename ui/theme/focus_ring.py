"""The ring that shows where the keyboard is: 2 px wide, outside the control, with a gap of 2 px.

Nothing can be painted outside a widget, and room for a ring inside every control would push them off the grid
of the page. So the ring is a widget of its own, which follows the focus. Fields show it by their own edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.theme.tokens import RADIUS_CONTROL

if TYPE_CHECKING:
    from ui.theme.look import Look

GAP, WIDTH = 2, 2
REACH = GAP + WIDTH
FIELDS = ("QLineEdit", "QAbstractSpinBox", "QComboBox", "QPlainTextEdit", "QTextEdit")
RINGLESS = (*FIELDS, "QMenu", "QMenuBar")
"""By name: Qt would load every class that is named, and the first window needs few of them."""
RING_RADIUS = "ring_radius"
"""Dynamic property: the corner radius of a control, for a ring that runs parallel to it."""
OWN_RING = "own_ring"
"""Dynamic property: True for a widget that paints its focus itself (cells of a chart), False for a field that
wants the ring all the same."""

VIEWPORT = "qt_scrollarea_viewport"
"""What Qt names it."""

FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}


class FocusRings(QObject):
    """Shows the ring round the control that the keyboard is on; not where the mouse brought the focus."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._watched: list[QWidget] = []
        self._ring: Ring | None = None
        app = cast("QApplication", QApplication.instance())
        app.focusChanged.connect(self._on_focus_changed)
        look.changed.connect(self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control when it, or what it stands in, moves. A key shows the ring after a click."""
        kind = event.type()
        if kind in FOLLOWED:
            self._place()
        elif kind == QEvent.Type.KeyPress and self._ring is None and self._watched:
            self._begin(self._watched[0])
        del watched
        return False

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        del old
        self._end()
        if now is None or not has_ring(now):
            return
        self._watch(now)
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._begin(now)

    def _watch(self, control: QWidget) -> None:
        ground = _ground(control)
        step: QWidget | None = control
        while step is not None and step is not ground:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()

    def _begin(self, control: QWidget) -> None:
        self._ring = Ring(_ground(control), self._look, _radius(control))
        self._place()

    def _end(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        ring, self._ring = self._ring, None
        if ring is not None and isValid(ring):
            ring.hide()
            ring.deleteLater()

    def _place(self) -> None:
        ring = self._ring
        if ring is None or not self._watched:
            return
        control = self._watched[0]
        if not isValid(ring) or not isValid(control):
            self._ring = None  # the page they stood on has gone
            return
        corner = control.mapTo(cast("QWidget", ring.parentWidget()), QPoint(0, 0))
        ring.setGeometry(QRect(corner, control.size()).adjusted(-REACH, -REACH, REACH, REACH))
        ring.setVisible(control.isVisible())
        ring.raise_()


class Ring(QWidget):
    """The ring itself. It lets the mouse through and takes no part in any layout."""

    def __init__(self, ground: QWidget, look: Look, radius: int) -> None:
        super().__init__(ground)
        self._look, self._radius = look, radius
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two pixels of the focus colour along the outer edge."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), WIDTH))
        inset = WIDTH / 2
        radius = self._look.px(self._radius) + GAP + inset
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


def has_ring(control: QWidget) -> bool:
    """Whether the focus of a control is shown by the ring, rather than by the control itself."""
    own = control.property(OWN_RING)
    if own is not None:
        return not own
    if control.isWindow() or any(control.inherits(kind) for kind in RINGLESS):
        return False
    is_view = control.inherits("QAbstractItemView") or control.inherits("QScrollArea")
    return is_view or not control.inherits("QAbstractScrollArea")


def _ground(control: QWidget) -> QWidget:
    """Where its ring lives: on the sheet that scrolls, so that it scrolls along, or else on the window."""
    step = control.parentWidget()
    while step is not None and not step.isWindow():
        view = step.parentWidget()
        area = None if view is None else view.parentWidget()
        if view is not None and area is not None and view.objectName() == VIEWPORT:
            return step
        step = view
    return control.window()


def _radius(control: QWidget) -> int:
    radius = control.property(RING_RADIUS)
    return radius if isinstance(radius, int) else RADIUS_CONTROL
