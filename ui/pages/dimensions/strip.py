"""The strip of eight: where we are, what is open, and the way to any other dimension."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.pages.dimensions.wording import drawn
from ui.theme.look import look
from ui.widgets.painting import paint_mix_bar, round_rect
from workbook.analysis.subject import Shares
from workbook.library.loader import load
from workbook.model.vocabulary import DIMENSIONS, DimensionId

ONE_WORD: Mapping[DimensionId, str] = MappingProxyType(
    {
        "primary_interest": "Interest",
        "contextual_factors": "Context",
        "problem_definition": "Problem",
        "orientation": "Orientation",
        "dependencies": "Dependencies",
        "timeframes": "Timeframes",
        "sector_conception": "Sectors",
        "sensemaking_theme": "Theme",
    }
)
"""Eight names on one line: the full one stands in the title below."""

HEIGHT, BAR, PADDING = 40, 6, 4


class StripButton(QAbstractButton):
    """One dimension of the strip: a word (or its number) over its mix."""

    def __init__(self, dimension: DimensionId, number: int) -> None:
        super().__init__()
        self.dimension = dimension
        self.number = number
        self.is_narrow = False
        self._shares: Shares | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        name = load().dimension(dimension).name
        self.setText(ONE_WORD[dimension])
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_position(self, shares: Shares | None, words: str) -> None:
        """Draw its mix, and say it to those who cannot see it."""
        self.setAccessibleDescription(f"Dimension {self.number} of {len(DIMENSIONS)}: {words}")
        if shares != self._shares:
            self._shares = shares
            self.update()

    def widest(self) -> int:
        """What its word takes when it is the one we are at."""
        return QFontMetrics(look().font("key")).horizontalAdvance(self.text()) + look().px(2 * PADDING - 1)

    def sizeHint(self) -> QSize:
        """All eight are equally wide, so that their bars compare."""
        return QSize(look().px(88), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than something one can hit."""
        return QSize(look().px(28), look().px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Selection is a neutral fill and weight; colour is left to the mix."""
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.isChecked():
            edge = here.colour("selected_edge")
            round_rect(painter, whole, here.px(6), here.colour("selected"), edge, 2)
        elif self.underMouse():
            round_rect(painter, whole, here.px(6), here.colour("hover"))
        pad = here.px(PADDING)
        words = QRectF(pad, here.px(5), whole.width() - 2 * pad, here.px(18))
        painter.setFont(here.font("key" if self.isChecked() else "group"))
        painter.setPen(here.colour("text" if self.isChecked() else "muted"))
        shown = str(self.number) if self.is_narrow else self.text()
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        bar = QRectF(pad, here.px(26), whole.width() - 2 * pad, here.px(BAR))
        paint_mix_bar(painter, bar, drawn(self._shares), here)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Redraw for the hover fill."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Redraw without it."""
        self.update()
        super().leaveEvent(event)


class Strip(QWidget):
    """All eight with their mixes. One is checked; arrow keys go along."""

    chosen = Signal(str)
    """The dimension that is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The eight dimensions")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        together = QButtonGroup(self)
        self._buttons = {each: StripButton(each, place) for place, each in enumerate(DIMENSIONS, 1)}
        for dimension, button in self._buttons.items():
            together.addButton(button)
            row.addWidget(button, 1)
            button.clicked.connect(lambda _=False, key=dimension: self.chosen.emit(key))
        look().changed.connect(self._fit)

    def show_positions(
        self, shares: Mapping[DimensionId, Shares | None], words: Mapping[DimensionId, str]
    ) -> None:
        """Draw every mix."""
        for dimension, button in self._buttons.items():
            button.show_position(shares[dimension], words[dimension])

    def select(self, dimension: DimensionId) -> None:
        """Show where we are."""
        self._buttons[dimension].setChecked(True)

    def button(self, dimension: DimensionId) -> StripButton:
        """The button of a dimension."""
        return self._buttons[dimension]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words, or numbers where one of the words has no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        buttons = self._buttons.values()
        is_narrow = max(button.widest() for button in buttons) > self.width() / len(self._buttons)
        for button in buttons:
            button.is_narrow = is_narrow
            button.updateGeometry()
            button.update()
