"""A word or two in a rounded shape: a role, a state."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.look import look
from ui.widgets.painted import Painted
from ui.widgets.painting.shapes import round_rect

Kind = Literal["quiet", "outlined", "filled"]

HEIGHT, PADDING = 24, 10
ICON, GAP = 13, 5


class Pill(Painted):
    """Quiet on sunken ground, outlined, or filled. `token` names a hue, such as "social_issue"."""

    def __init__(
        self,
        text: str,
        kind: Kind = "quiet",
        token: str | None = None,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._kind, self._token, self._icon = text, kind, token, icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._on_look_changed()

    def set_text(self, text: str, kind: Kind | None = None, icon: str | None = None) -> None:
        """Say something else."""
        self._text, self._kind, self._icon = text, kind or self._kind, icon
        self.setAccessibleName(text)
        self._on_look_changed()

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        sight = look()
        sign = sight.px(ICON + GAP) if self._icon else 0
        words = self.fontMetrics().horizontalAdvance(self._text)
        return QSize(words + sign + 2 * sight.px(PADDING), sight.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shape, icon, words."""
        del event
        painter, sight, rect = QPainter(self), look(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, line, ink = self._tokens()
        round_rect(
            painter,
            rect,
            rect.height() / 2,
            None if ground is None else sight.colour(ground),
            None if line is None else sight.colour(line),
        )
        left = sight.px(PADDING)
        if self._icon:
            size = sight.px(ICON)
            place = QRectF(left, (rect.height() - size) / 2, size, size)
            sight.paint_icon(painter, place, self._icon, ink, stroke=2.5)
            left += sight.px(ICON + GAP)
        painter.setPen(sight.colour(ink))
        painter.drawText(rect.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)

    def _tokens(self) -> tuple[str | None, str | None, str]:
        """Ground, line and ink."""
        if self._kind == "filled":
            return self._token or "accent", None, f"{self._token}_on" if self._token else "on_accent"
        if self._kind == "outlined":
            return "surface", self._token or "edge", f"{self._token}_ink" if self._token else "text"
        return "sunken", "sunken_edge", "text"

    def _on_look_changed(self) -> None:
        self.setFont(look().font("label" if self._kind == "quiet" else "button"))
        super()._on_look_changed()
