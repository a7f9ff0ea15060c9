"""Figures that answer "why this number?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.look import look
from ui.theme.tokens import RADIUS_CELL, TARGET
from ui.widgets.painted import describe, set_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from workbook.analysis.finding import Finding

QUESTION = "Why this number?"
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F1)
UNDERLINE_GAP = 3
SIGN = 16


class Explains(Protocol):
    """Who answers: the window, in what pages may request of it."""

    def explain(self, finding: Finding, beside: QWidget, at: QRect | None = None) -> None:
        """Answer "why this number?" beside a figure."""


class _Asks(QAbstractButton):
    """Something one can ask "why?": click, Space, Enter or F1."""

    def __init__(self, finding: Finding | None, requests: Explains, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._finding, self._requests = finding, requests
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_ring(self, RADIUS_CELL)
        self.clicked.connect(self._on_clicked)
        look().changed.connect(self._restyle)

    def set_finding(self, finding: Finding | None) -> None:
        """Answer with another finding."""
        self._finding = finding
        self.setToolTip("" if finding is None else QUESTION)

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F1 ask, as Space does."""
        if event.key() in KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        if self._finding is not None:
            self._requests.explain(self._finding, self)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class Figure(_Asks):
    """A figure, or words that stand for one, with a dotted line below: it can be asked."""

    def __init__(  # noqa: PLR0913 - what it says, what it answers, how it is set
        self,
        text: str,
        finding: Finding | None,
        requests: Explains,
        role: str = "figure",
        token: str = "text",  # noqa: S107 - a token is no password
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(finding, requests, parent)
        self._role, self._token = role, token
        self._restyle()
        self.set_figure(text, finding)

    def set_figure(self, text: str, finding: Finding | None) -> None:
        """Show another figure, with what it was worked out from."""
        self.setText(text)
        describe(self, text, QUESTION if finding else "")
        self.set_finding(finding)
        self.updateGeometry()

    def set_token(self, token: str) -> None:
        """Show it in another ink."""
        self._token = token
        self.update()

    def sizeHint(self) -> QSize:
        """The words, and room to hit them."""
        sight = look()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(max(width, sight.px(TARGET)), max(sight.line_height(self._role), sight.px(TARGET)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words and the line."""
        del event
        painter, sight = QPainter(self), look()
        metrics = self.fontMetrics()
        baseline = (self.height() + metrics.capHeight()) // 2
        painter.setPen(sight.colour(self._token))
        painter.drawText(QPointF(0, baseline), self.text())
        if self._finding is None:
            return
        painter.setPen(QPen(sight.colour("text" if self.underMouse() else "edge"), 1, Qt.PenStyle.DotLine))
        below = baseline + sight.px(UNDERLINE_GAP) + 0.5
        painter.drawLine(QPointF(0, below), QPointF(metrics.horizontalAdvance(self.text()), below))

    def _restyle(self) -> None:
        self.setFont(look().font(self._role))
        super()._restyle()


class WhyMark(_Asks):
    """The "?" at the head of a picture."""

    def __init__(
        self, finding: Finding | None, requests: Explains, name: str = QUESTION, parent: QWidget | None = None
    ) -> None:
        super().__init__(finding, requests, parent)
        describe(self, name, QUESTION)
        self.setToolTip(name)
        set_ring(self, TARGET // 2)

    def sizeHint(self) -> QSize:
        """As large as a target must be, though the sign is smaller."""
        return QSize(look().px(TARGET), look().px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign."""
        del event
        painter, sight = QPainter(self), look()
        token = "text" if self.underMouse() else "muted"
        inset = (self.width() - sight.px(SIGN)) // 2
        painter.drawPixmap(inset, inset, sight.icon("circle-question-mark", token, SIGN))
