"""One dimension in the light of the whole profile: its bar, its name, and where it pulls."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme.look import look
from ui.widgets.painting.glyph import paint_glyph
from ui.widgets.painting.mix_bar import paint_mix_bar
from ui.widgets.painting.platforms import SIGN
from workbook.model.vocabulary import DimensionId

BAR, BAR_HEIGHT, GAP = 84, 14, 14
ONE_LINE, TWO_LINES = 37, 56
GLYPH, ARROW, CHEVRON = 18, 15, 16


@dataclass(frozen=True)
class Reading:
    """What the row shows. `pulls_to` is empty where the dimension goes along with the whole."""

    dimension: DimensionId
    name: str
    shares: Mapping[str, Fraction] | None
    pulls_to: tuple[str, ...] = ()
    remark: str = ""
    said: str = ""


class DimensionRow(QAbstractButton):
    """Leads to the dimension. Pulling elsewhere is said by weight, arrow, sign and word, not by colour."""

    entered = Signal()
    """The keyboard came to this row."""
    left = Signal()
    """The keyboard went on."""

    def __init__(self, dimension: DimensionId, name: str) -> None:
        super().__init__()
        reading = Reading(dimension, name, None)
        self._reading = reading
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self.updateGeometry)
        self.show_reading(reading)

    @property
    def reading(self) -> Reading:
        """What is shown."""
        return self._reading

    def show_reading(self, reading: Reading) -> None:
        """Show another reading of the dimension."""
        self._reading = reading
        self.setText(reading.name)
        self.setAccessibleName(reading.said)
        self.setAccessibleDescription("Opens this dimension.")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for name and remark on one line."""
        px = look().px
        return QSize(
            round(self._left() + self._name_width() + self._rest_width() + px(CHEVRON)), px(ONE_LINE)
        )

    def minimumSizeHint(self) -> QSize:
        """Bar and name must fit; the remark may take a second line."""
        px = look().px
        widest = max(self._name_width(), self._rest_width() - px(GAP))
        return QSize(round(self._left() + widest), px(ONE_LINE))

    def heightForWidth(self, width: int) -> int:
        """Two lines where name and remark do not fit on one."""
        return look().px(ONE_LINE if self._fits(width) else TWO_LINES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the dimension, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide talks about the dimension that the keyboard is on."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Then the guide talks about the whole again."""
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar, name, and behind or below it the remark."""
        here = look()
        px = here.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(self._left(), 0, self.width() - self._left(), px(ONE_LINE))
        is_one_line = self._fits(self.width())
        if not is_one_line:
            line.moveTop(px(3))
            line.setHeight(px(26))
        bar = QRectF(0, line.center().y() - px(BAR_HEIGHT) / 2, px(BAR), px(BAR_HEIGHT))
        paint_mix_bar(painter, bar, self._reading.shares, here)
        painter.setFont(here.font("body_strong" if self._stands_out() else "body"))
        painter.setPen(here.colour("text" if self._reading.shares else "muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._reading.name)
        if is_one_line:
            line.setLeft(line.left() + self._name_width() + px(GAP))
        else:
            line.moveTop(line.bottom())
            line.setHeight(px(22))
        rest = self._paint_rest(painter, line)
        if self.underMouse() and rest + px(CHEVRON) <= self.width():
            middle = line.center().y() - px(CHEVRON) / 2
            painter.drawPixmap(QPointF(self.width() - px(CHEVRON), middle), here.icon("chevron-right"))
        painter.end()

    def _paint_rest(self, painter: QPainter, line: QRectF) -> float:
        """What stands behind the name; the answer is where it ends."""
        here = look()
        px = here.px
        left, middle = line.left(), line.center().y()
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if self._reading.pulls_to:
            painter.drawPixmap(
                QPointF(left, middle - px(ARROW) / 2), here.icon("arrow-right", "muted", ARROW)
            )
            left += px(ARROW) + px(8)
        for platform in self._reading.pulls_to:
            paint_glyph(painter, QRectF(left, middle - px(GLYPH) / 2, px(GLYPH), px(GLYPH)), platform, here)
            painter.setFont(here.font("body_medium"))
            left += px(GLYPH) + px(6)
            painter.setPen(here.colour(f"{platform}_ink"))
            word = SIGN[platform].short
            painter.drawText(QRectF(left, line.top(), line.right() - left + 2, line.height()), aligned, word)
            left += QFontMetricsF(here.font("body_medium")).horizontalAdvance(word) + px(10)
        if self._reading.remark:
            painter.setFont(here.font("secondary"))
            painter.setPen(here.colour("muted"))
            rest = QRectF(left, line.top(), line.right() - left + 2, line.height())
            painter.drawText(rest, aligned, self._reading.remark)
            left += QFontMetricsF(here.font("secondary")).horizontalAdvance(self._reading.remark)
        return left

    def _stands_out(self) -> bool:
        return bool(self._reading.pulls_to)

    def _left(self) -> float:
        return float(look().px(BAR) + look().px(GAP))

    def _name_width(self) -> float:
        font = look().font("body_strong" if self._stands_out() else "body")
        return QFontMetricsF(font).horizontalAdvance(self._reading.name) + 1

    def _rest_width(self) -> float:
        """Of what stands behind the name, its gap included."""
        px = look().px
        width = 0.0
        if self._reading.pulls_to:
            words = QFontMetricsF(look().font("body_medium"))
            width = px(ARROW) + px(8)
            for platform in self._reading.pulls_to:
                width += px(GLYPH) + px(16) + words.horizontalAdvance(SIGN[platform].short)
        if self._reading.remark:
            width += QFontMetricsF(look().font("secondary")).horizontalAdvance(self._reading.remark) + 1
        return width + px(GAP) if width else 0.0

    def _fits(self, width: float) -> bool:
        return self._left() + self._name_width() + self._rest_width() <= width
