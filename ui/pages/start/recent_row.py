"""A workbook worked on lately: the first draft's mix, title, what is in it, and when."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.moments import moment_in_words
from ui.recent import RecentWorkbook
from ui.theme.look import look
from ui.theme.tokens import RADIUS_LIST
from ui.widgets import describe, set_ring
from ui.widgets.painting.mix_bar import paint_mix_bar
from ui.widgets.painting.platforms import SIGNS
from ui.widgets.painting.shapes import round_rect

HEIGHT, INSET, BAR, BAR_HEIGHT, GAP = 54, 12, 60, 14, 16


class RecentRow(QAbstractButton):
    """Opens the workbook. One whose file is gone is shown as missing and opens nothing."""

    def __init__(self, recent: RecentWorkbook, now: datetime) -> None:
        super().__init__()
        self.recent = recent
        when = moment_in_words(recent.when, now)
        self._when = f"Today {when}" if recent.when.astimezone(now.tzinfo).date() == now.date() else when
        self._when = self._when[:1].upper() + self._when[1:]
        self._below = f"Missing: {recent.path}" if recent.is_missing else contents(recent)
        self.setText(recent.title)
        describe(self, f"Open {recent.title}", f"{self._below}. {self._when}.")
        self.setToolTip(str(recent.path))
        self.setEnabled(not recent.is_missing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_ring(self, RADIUS_LIST)
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(look().px(420), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Titles and paths are cut before the row forces the page wider."""
        return QSize(look().px(240), look().px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar, title over contents, when."""
        here = look()
        px = here.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = here.colour("selected" if self.isDown() else "hover")
            round_rect(painter, QRectF(self.rect()), px(RADIUS_LIST), fill)
        middle = self.height() / 2
        bar = QRectF(px(INSET), middle - px(BAR_HEIGHT) / 2, px(BAR), px(BAR_HEIGHT))
        shares = self.recent.shares
        mix = None if shares is None else {sign.id: share for sign, share in zip(SIGNS, shares, strict=True)}
        paint_mix_bar(painter, bar, mix, here)
        when_width = QFontMetricsF(here.font("secondary")).horizontalAdvance(self._when) + 2
        left = bar.right() + px(GAP)
        right: float = self.width() - px(INSET)
        is_roomy = right - left - when_width - px(GAP) >= px(150)
        if is_roomy:
            painter.setFont(here.font("secondary"))
            painter.setPen(here.colour("muted"))
            place = QRectF(right - when_width, 0, when_width, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._when)
            right -= when_width + px(GAP)
        title, below = here.line_height("row_title"), here.line_height("secondary")
        top = middle - (title + below) / 2
        token = "text" if self.isEnabled() else "muted"
        self._paint_line(painter, QRectF(left, top, right - left, title), self.text(), "row_title", token)
        lower = self._below if is_roomy or self.recent.is_missing else f"{self._below} · {self._when}"
        self._paint_line(painter, QRectF(left, top + title, right - left, below), lower, "secondary", "muted")
        painter.end()

    def _paint_line(self, painter: QPainter, place: QRectF, text: str, role: str, token: str) -> None:
        painter.setFont(look().font(role))
        painter.setPen(look().colour(token))
        cut = Qt.TextElideMode.ElideMiddle if self.recent.is_missing else Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, cut, round(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def contents(recent: RecentWorkbook) -> str:
    """What is in it, as in "3 drafts · Business case"."""
    drafts = "1 draft" if recent.drafts == 1 else f"{recent.drafts or 'No'} drafts"
    return " · ".join(part for part in (drafts, recent.stage) if part)
