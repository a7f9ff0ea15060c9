"""A panel that floats beside what it is about. Escape or a click elsewhere closes it; the focus returns."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.theme.focus_ring import OWN_RING
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CARD
from ui.widgets.button import IconButton
from ui.widgets.painted import Painted
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.sentence import Heading

WIDTH = 320
PADDING = 16
SHADOW, SHADOW_LAYERS = 14, 7
BEAK = 8
LOWEST = 160
EDGE_OF_WINDOW = 6
SCROLL_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Popover(Painted):
    """Floats inside the window of what it is shown beside, and is never larger than that window."""

    closed = Signal()

    def __init__(self, title: str, content: QWidget, width: int = WIDTH) -> None:
        super().__init__()
        self._content, self._width = content, width
        self._beside: QWidget | None = None
        self._rect: QRect | None = None
        self._return_to: QWidget | None = None
        self._is_above = False
        self._beak = 0.0
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)  # it is where the eye is: a ring round all of it would say nothing
        self._head = self._made_head(title)
        self._body = ScrollArea(content)
        self._body.setSizeAdjustPolicy(ScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._column.addWidget(self._body, 1)
        self.hide()

    def show_beside(self, widget: QWidget, rect: QRect | None = None) -> None:
        """Show it below a widget, or a part of it; above where there is more room."""
        self._beside, self._rect = widget, rect
        self._return_to = widget if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else widget.focusWidget()
        self.setParent(widget.window())
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        app = cast("QApplication", QApplication.instance())
        app.installEventFilter(self)
        app.focusChanged.connect(self._on_focus_changed)

    def dismiss(self) -> None:
        """Close it, and give the focus back."""
        if self.isHidden():
            return
        has_focus = self._holds(QApplication.focusWidget())
        app = cast("QApplication", QApplication.instance())
        app.removeEventFilter(self)
        app.focusChanged.disconnect(self._on_focus_changed)
        self.hide()
        back = self._return_to
        if has_focus and back is not None and isValid(back):
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere closes it, and still does what it was meant for; a resized window moves it."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if not self._holds(watched):
                self.dismiss()
        elif kind == QEvent.Type.Resize and watched is self.parent():
            self._place()
        return False

    def event(self, event: QEvent, /) -> bool:
        """Escape is ours, whatever the window uses it for."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; the keys that scroll, scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in SCROLL_KEYS:
            bar = self._body.verticalScrollBar()
            QApplication.sendEvent(bar, event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, panel, and a beak that points at what it is about."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self._shape()
        self._paint_shadow(painter, shape)
        painter.setBrush(sight.colour("raised"))
        painter.setPen(QPen(sight.colour("edge"), 1))
        painter.drawPath(shape)

    def _paint_shadow(self, painter: QPainter, shape: QPainterPath) -> None:
        """Soft, from ever thinner lines: Qt's own shadow effect redraws all of the panel's content."""
        reach = look().px(SHADOW)
        colour = QColor(look().colour("shadow"))
        colour.setAlphaF(colour.alphaF() / SHADOW_LAYERS)
        painter.setBrush(colour)
        for layer in range(SHADOW_LAYERS, 0, -1):
            pen = QPen(colour, 2 * reach * layer / SHADOW_LAYERS - 2 * reach / SHADOW_LAYERS)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(shape.translated(0, reach / 6))

    def _made_head(self, title: str) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Heading(title, "subheading"), 1)
        close = IconButton("x", "Close", shortcut="Esc", size=26)
        close.clicked.connect(self.dismiss)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _place(self) -> None:
        window, beside = self.parentWidget(), self._beside
        if window is None or beside is None or not isValid(beside):
            return
        part = self._rect or beside.rect()
        about = QRect(beside.mapTo(window, part.topLeft()), part.size())
        wanted = self._fitting(window.size())
        below, above = window.height() - about.bottom(), about.top()
        self._is_above = below < wanted.height() and above > below
        room = (above if self._is_above else below) + look().px(SHADOW)
        height = min(wanted.height(), max(room, look().px(LOWEST)), window.height())
        self._set_bar(is_needed=height < wanted.height())
        self._set_margins()
        self.setGeometry(self._placed(about, QSize(wanted.width(), height), window.size()))
        self._beak = about.center().x() - self.x()
        self.update()

    def _placed(self, about: QRect, size: QSize, window: QSize) -> QRect:
        """Centred on what it is about, as far as the window allows. The shadow may lie outside."""
        shadow = look().px(SHADOW)
        overlap = shadow - look().px(2)
        top = about.top() - size.height() + overlap if self._is_above else about.bottom() - overlap
        left = about.center().x() - size.width() / 2
        least = EDGE_OF_WINDOW - shadow
        left = _within(left, least, window.width() - size.width() - least)
        top = round(_within(top, least, window.height() - size.height() - least))
        return QRect(QPoint(round(left), top), size)

    def _set_bar(self, *, is_needed: bool) -> None:
        """No bar where all fits: one that shows while the panel grows makes the rows wrap, and so remains."""
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_needed else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._body.setVerticalScrollBarPolicy(policy)

    def _fitting(self, window: QSize) -> QSize:
        sight = look()
        around = 2 * sight.px(SHADOW + PADDING)
        width = min(sight.px(self._width) + 2 * sight.px(SHADOW), window.width())
        inside = width - around
        content = self._content
        height = (
            content.heightForWidth(inside) if content.hasHeightForWidth() else content.sizeHint().height()
        )
        head = self._head.heightForWidth(inside)
        return QSize(width, head + height + sight.px(8) + around + sight.px(BEAK))

    def _set_margins(self) -> None:
        sight = look()
        side, beak = sight.px(SHADOW + PADDING), sight.px(BEAK)
        top, bottom = (0, beak) if self._is_above else (beak, 0)
        self._column.setContentsMargins(side, side + top, side, side + bottom)
        self._column.setSpacing(sight.px(8))

    def _shape(self) -> QPainterPath:
        sight = look()
        reach, beak, radius = sight.px(SHADOW), sight.px(BEAK), sight.px(RADIUS_CARD)
        panel = QRectF(self.rect()).adjusted(reach + 0.5, reach + 0.5, -reach - 0.5, -reach - 0.5)
        panel.adjust(0, 0 if self._is_above else beak, 0, -beak if self._is_above else 0)
        shape = QPainterPath()
        shape.addRoundedRect(panel, radius, radius)
        middle = _within(self._beak, panel.left() + radius + beak, panel.right() - radius - beak)
        foot = panel.bottom() if self._is_above else panel.top()
        point = QPainterPath(QPointF(middle - beak, foot))
        point.lineTo(middle, foot + (beak if self._is_above else -beak))
        point.lineTo(middle + beak, foot)
        point.closeSubpath()
        return shape.united(point)

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        del old
        if now is not None and not self._holds(now) and now.window() is self.window():
            self.dismiss()

    def _on_look_changed(self) -> None:
        self._place()
        super()._on_look_changed()


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))
