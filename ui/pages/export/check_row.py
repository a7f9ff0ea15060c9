"""A draft or case that goes into the report, or stays out: check, tile, name, and where it lies in words."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.charts.who import Who, paint_tile
from ui.theme.look import look
from ui.theme.tokens import RADIUS_BAR
from ui.widgets import describe
from ui.widgets.painting.shapes import round_rect
from workbook.analysis.wording import capitalised

HEIGHT, BOX, TILE, GAP = 46, 18, 26, 12


class CheckRow(QCheckBox):
    """The whole row can be hit. A check box by nature, for keyboard and screen readers."""

    def __init__(self, who: Who) -> None:
        super().__init__()
        self.who = who
        describe(
            self, who.called, f"{who.words[:1].upper()}{who.words[1:]}. Goes into the report when checked."
        )
        self.setToolTip(who.name)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def show_who(self, who: Who) -> None:
        """Show another state of the same draft or case."""
        self.who = who
        self.update()

    def sizeHint(self) -> QSize:
        """A row of a list."""
        return QSize(look().px(300), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Names are cut before the row forces the page wider."""
        return QSize(look().px(180), look().px(HEIGHT))

    def hitButton(self, at: QPoint, /) -> bool:
        """All of it."""
        return self.rect().contains(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter checks, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Check, tile, two lines."""
        here = look()
        px = here.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        box = QRectF(1, middle - px(BOX) / 2, px(BOX), px(BOX))
        if self.isChecked():
            round_rect(painter, box, px(RADIUS_BAR + 1), here.colour("accent"))
            inset = px(3)
            here.paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), "check", "on_accent", 3)
        else:
            edge = here.colour("text" if self.underMouse() else "edge")
            round_rect(painter, box, px(RADIUS_BAR + 1), here.colour("surface"), edge)
        tile = QRectF(box.right() + px(GAP), middle - px(TILE) / 2, px(TILE), px(TILE))
        paint_tile(painter, tile, self.who, here)
        left = tile.right() + px(GAP)
        upper, lower = here.line_height("body_medium"), here.line_height("citation")
        top = middle - (upper + lower) / 2
        room = self.width() - left
        self._paint_line(painter, QRectF(left, top, room, upper), self.who.name, "body_medium", "text")
        words = capitalised(self.who.words)
        self._paint_line(painter, QRectF(left, top + upper, room, lower), words, "citation", "muted")
        painter.end()

    def _paint_line(self, painter: QPainter, place: QRectF, text: str, role: str, token: str) -> None:
        painter.setFont(look().font(role))
        painter.setPen(look().colour(token))
        # "(envisaged)" at the end of a name always stays.
        cut = Qt.TextElideMode.ElideMiddle if text.endswith(")") else Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, cut, round(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
