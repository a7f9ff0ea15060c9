"""One of many, folded away: for more than four options, where a segmented control would be too wide."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from ui.theme.look import look
from ui.theme.tokens import CONTROL
from ui.widgets.painted import describe

Options = Sequence[tuple[str, str]]
"""Pairs of key and words."""

AROUND = 76
NARROWEST = 96
SPARE = 4
"""The style begins the words a little inside the place it names for them."""


class DropDown(QComboBox):
    """A list of which one is chosen. It may be narrower than its words: the tooltip says all of them."""

    chosen = Signal(str)
    """The user chose; also when it is what was chosen before. Not sent when the program does."""
    entered = Signal()
    left = Signal()

    def __init__(self, name: str, options: Options = (), description: str = "", widest: int = 320) -> None:
        super().__init__()
        self._widest = widest
        self._options: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        describe(self, name, description)
        self.activated.connect(self._on_activated)
        self.show_options(options)
        look().changed.connect(self.updateGeometry)

    @property
    def key(self) -> str:
        """What is chosen; empty when nothing is."""
        return str(self.currentData() or "")

    def show_options(self, options: Options) -> None:
        """Offer these. What was chosen stays so, if it is among them."""
        if tuple(options) == self._options:
            return
        kept, self._options = self.key, tuple(options)
        with QSignalBlocker(self):
            self.clear()
            for key, words in self._options:
                self.addItem(words, key)
        self.set_chosen(kept)
        self.updateGeometry()

    def set_chosen(self, key: str) -> None:
        """Choose, without sending `chosen`."""
        place = next((at for at, (each, _) in enumerate(self._options) if each == key), 0)
        with QSignalBlocker(self):
            self.setCurrentIndex(place if self._options else -1)
        self.setToolTip(self.currentText())

    def sizeHint(self) -> QSize:
        """Room for the longest words, within reason."""
        px = look().px
        metrics = QFontMetrics(look().font("body"))
        widest = max((metrics.horizontalAdvance(words) for _, words in self._options), default=0)
        return QSize(min(widest + px(AROUND), px(self._widest)), px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        """A few letters and the arrow."""
        px = look().px
        return QSize(min(px(NARROWEST), self.sizeHint().width()), px(CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt paints it, but words that do not fit end in an ellipsis instead of half a letter."""
        del event
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = field.width() - look().px(SPARE)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page changes no choice."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know which field is in hand."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The step of undo that was begun here ends."""
        super().focusOutEvent(event)
        self.left.emit()

    def _on_activated(self) -> None:
        self.setToolTip(self.currentText())
        self.chosen.emit(self.key)
