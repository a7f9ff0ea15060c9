"""Buttons: filled ink for the one primary act of a page, outlined or bare for the rest."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from ui.theme.look import look
from ui.theme.tokens import CONTROL, RADIUS_CONTROL
from ui.widgets.painted import describe, set_ring
from ui.widgets.painting.shapes import round_rect

Kind = Literal["primary", "secondary", "ghost"]

PADDING = 13
ICON, ICON_GAP = 16, 8
HOVERED_INK = 0.12


class Button(QPushButton):
    """A button with words. A disabled one stays readable; say why in its tooltip."""

    def __init__(
        self,
        text: str,
        kind: Kind = "secondary",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._icon = kind, icon
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self)
        self._restyle()
        look().changed.connect(self._restyle)

    @property
    def kind(self) -> Kind:
        """How loud it is."""
        return self._kind

    def sizeHint(self) -> QSize:
        """Room for all of its words."""
        sight = look()
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        sign = sight.px(ICON + ICON_GAP) if self._icon and words else sight.px(ICON) if self._icon else 0
        return QSize(words + sign + 2 * sight.px(PADDING), sight.px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        """The same: a button that is cut off says nothing."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        sight, room = look(), self.rect()
        ink = self._ink()
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        sign = sight.px(ICON) if self._icon else 0
        gap = sight.px(ICON_GAP) if sign and words else 0
        left = room.left() + (room.width() - words - sign - gap) // 2
        if self._icon:
            _paint_centred(painter, QRect(left, 0, sign, room.height()), sight.icon(self._icon, ink, ICON))
        painter.setPen(sight.colour(ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        place = QRect(left + sign + gap, 0, words + 2, room.height())
        painter.drawText(place, flags | Qt.TextFlag.TextHideMnemonic, self.text())

    def _ink(self) -> str:
        if not self.isEnabled():
            return "faint"
        return "on_accent" if self._kind == "primary" else "text"

    def _paint_ground(self, painter: QPainter) -> None:
        sight, rect, radius = look(), QRectF(self.rect()), look().px(RADIUS_CONTROL)
        if not self.isEnabled():
            if self._kind != "ghost":
                round_rect(painter, rect, radius, None, sight.colour("edge"), 1, Qt.PenStyle.DotLine)
            return
        is_lively = self.underMouse() or self.isDown()
        if self._kind == "primary":
            round_rect(painter, rect, radius, sight.colour("accent"))
            if is_lively:
                veil = QColor(sight.colour("on_accent"))
                veil.setAlphaF(HOVERED_INK)
                round_rect(painter, rect, radius, veil)
            return
        fill = sight.colour("selected" if self.isDown() else "hover") if is_lively else None
        line = sight.colour("edge") if self._kind == "secondary" else None
        if self._kind == "secondary" and fill is None:
            fill = sight.colour("surface")
        round_rect(painter, rect, radius, fill, line)

    def _restyle(self) -> None:
        self.setFont(look().font("button"))
        self.updateGeometry()
        self.update()


class IconButton(QToolButton):
    """A button that is an icon: only for signs everyone knows. Its name is its tooltip."""

    def __init__(
        self,
        icon: str,
        name: str,
        parent: QWidget | None = None,
        *,
        shortcut: QKeySequence | str | None = None,
        size: int = 32,
    ) -> None:
        super().__init__(parent)
        self._icon, self._size = icon, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_name(name, shortcut)
        set_ring(self)
        look().changed.connect(self._restyle)

    def set_name(self, name: str, shortcut: QKeySequence | str | None = None) -> None:
        """Name it for the tooltip and for screen readers; the shortcut is told, not made."""
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText) if shortcut else ""
        describe(self, name, keys)
        self.setToolTip(f"{name} ({keys})" if keys else name)

    def set_icon(self, icon: str) -> None:
        """Show another sign."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """A square one can hit."""
        return QSize(look().px(self._size), look().px(self._size))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign, on a ground while the mouse is over it or it is switched on."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sight, rect = look(), QRectF(self.rect())
        is_on = self.isDown() or self.isChecked()
        if self.isEnabled() and (is_on or self.underMouse()):
            line = sight.colour("selected_edge") if is_on else None
            fill = sight.colour("selected" if is_on else "hover")
            round_rect(painter, rect, sight.px(RADIUS_CONTROL), fill, line, 2)
        token = "text" if is_on or self.underMouse() else "muted"
        if not self.isEnabled():
            painter.setOpacity(0.55)  # an icon, not words: WCAG asks no contrast of what is switched off
        _paint_centred(painter, self.rect(), sight.icon(self._icon, token, min(18, self._size * 0.56)))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _paint_centred(painter: QPainter, place: QRect, picture: QPixmap) -> None:
    size = picture.deviceIndependentSize()
    left = place.left() + round((place.width() - size.width()) / 2)
    top = place.top() + round((place.height() - size.height()) / 2)
    painter.drawPixmap(left, top, picture)
