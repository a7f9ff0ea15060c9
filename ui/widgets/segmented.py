"""Two to four views beside one another, of which one is chosen. Beyond four a drop-down is easier."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ui.theme.look import look
from ui.theme.tokens import RADIUS_CELL, RADIUS_CONTROL, TARGET
from ui.widgets.painted import Painted, set_ring
from ui.widgets.painting.shapes import round_rect

PADDING, BAND = 12, 3
HEIGHT = 26


class Segmented(Painted):
    """A row of options; arrow keys move the choice, Tab passes on."""

    chosen = Signal(str)
    """The user chose another option. Not sent when the program does."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        chosen: str,
        name: str = "View",
        parent: QWidget | None = None,
    ) -> None:
        """`options` are pairs of key and words."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._options: dict[str, _Option] = {}
        for key, words in options:
            option = _Option(words, self)
            self._options[key] = option
            self._group.addButton(option)
            self._row.addWidget(option)
        self._key = chosen
        self.set_chosen(chosen)
        self._on_look_changed()

    @property
    def value(self) -> str:
        """The key of the chosen option."""
        return self._key

    def set_chosen(self, key: str) -> None:
        """Choose an option, without sending `chosen`."""
        with QSignalBlocker(self._group):
            self._options[key].setChecked(True)
        self._key = key
        self._lead_tab_here()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The band on which the options lie."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sight = look()
        radius = sight.px(RADIUS_CONTROL + 1)
        round_rect(painter, QRectF(self.rect()), radius, sight.colour("sunken"), sight.colour("sunken_edge"))

    def _lead_tab_here(self) -> None:
        """Qt lets Tab come to the option that the user chose last, whatever the program has chosen since."""
        for option in self._options.values():
            is_stop = option.isChecked()
            option.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _on_clicked(self) -> None:
        key = next(key for key, option in self._options.items() if option.isChecked())
        if key != self._key:
            self._key = key
            self.chosen.emit(key)

    def _on_look_changed(self) -> None:
        band = look().px(BAND)
        self._row.setContentsMargins(band, band, band, band)
        super()._on_look_changed()


class _Option(QRadioButton):
    """One option. A radio button by nature, which brings arrow keys and the words of screen readers."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, RADIUS_CELL)
        self._restyle()
        look().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Room for its words as they are when it is chosen, so that nothing moves."""
        sight = look()
        words = QFontMetrics(sight.font("button")).horizontalAdvance(self.text())
        return QSize(max(words + 2 * sight.px(PADDING), sight.px(TARGET)), sight.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, at: QPoint, /) -> bool:
        """All of it can be hit, not the circle alone."""
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its words, on a sheet of paper when it is chosen."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sight, rect, radius = look(), QRectF(self.rect()), look().px(RADIUS_CELL)
        if self.isChecked():
            round_rect(painter, rect, radius, sight.colour("surface"), sight.colour("edge"))
        elif self.underMouse() and self.isEnabled():
            round_rect(painter, rect, radius, sight.colour("hover"))
        token = "faint" if not self.isEnabled() else "text" if self.isChecked() else "muted"
        painter.setFont(sight.font("button"))
        painter.setPen(sight.colour(token))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _restyle(self) -> None:
        self.setFont(look().font("button"))
        self.updateGeometry()
        self.update()
