"""How much something counts: five pills, any number. Not said is not 0."""

from math import ceil

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from ui.theme.look import look
from ui.theme.tokens import RADIUS_BAR, TARGET
from ui.widgets.painted import describe, set_ring
from ui.widgets.painting.shapes import round_rect

PILLS, PILL, HEIGHT, GAP = 5, 16, 9, 3
TYPING_PAUSE = 1200
"""Milliseconds in which a second digit makes "12" of "1"."""
MORE = (Qt.Key.Key_Right, Qt.Key.Key_Plus)
LESS = (Qt.Key.Key_Left, Qt.Key.Key_Minus)
NOT_SAID = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
MOST_SIGNS = 6


class WeightPills(QAbstractSlider):
    """A slider by nature: screen readers can read it. Weights above five fill all pills."""

    given = Signal(object)
    """The user gave another weight, or None for not said."""
    entered = Signal()
    left = Signal()
    is_typed = True

    def __init__(self, name: str = "How much it matters") -> None:
        super().__init__()
        self._name = name
        self._weight: float | None = None
        self._typed = ""
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._forget)
        self.setRange(0, PILLS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_ring(self)
        look().changed.connect(self._restyle)
        # Screen readers move the slider itself; keys and mouse do not, because 12 and 2.5 are weights too.
        self.valueChanged.connect(self._give)
        self._say()

    @property
    def weight(self) -> float | None:
        """What is shown."""
        return self._weight

    def set_name(self, name: str) -> None:
        """What it is the weight of."""
        if name != self._name:
            self._name = name
            self._say()

    def show_value(self, value: object) -> None:
        """Show a weight without telling anybody."""
        weight = value if isinstance(value, int | float) else None
        if weight != self._weight:
            self._show(weight)

    def sizeHint(self) -> QSize:
        """The pills."""
        px = look().px
        return QSize(PILLS * px(PILL) + (PILLS - 1) * px(GAP), px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Filled as far as the weight goes; dashed while nothing was said."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = sight.px(HEIGHT)
        line = Qt.PenStyle.DashLine if self._weight is None else Qt.PenStyle.SolidLine
        for place in range(PILLS):
            left = place * (sight.px(PILL) + sight.px(GAP))
            pill = QRectF(left, (self.height() - height) / 2, sight.px(PILL), height)
            radius = sight.px(RADIUS_BAR)
            round_rect(painter, pill, radius, sight.colour("surface"), sight.colour("edge"), 1, line)
            share = min(max((self._weight or 0) - place, 0), 1)
            if share > 0:
                painter.save()
                painter.setClipRect(QRectF(left, 0, pill.width() * share, self.height()))
                round_rect(painter, pill, radius, sight.colour("accent"))
                painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give so many; the same again takes it back."""
        if event.button() == Qt.MouseButton.LeftButton:
            at = int(event.position().x() // (look().px(PILL) + look().px(GAP))) + 1
            weight = min(max(at, 1), PILLS)
            self._give(None if weight == self._weight else weight)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press has done it."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits give a weight, arrows change it by one, Delete takes it back."""
        sign = event.text().replace(",", ".")
        if event.key() in MORE:
            self._give((self._weight or 0) + 1)
        elif event.key() in LESS:
            self._give(max(ceil(self._weight or 0) - 1, 0))
        elif event.key() in NOT_SAID:
            self._give(None)
        elif sign and sign in "0123456789." and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._type(sign)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page changes no weight."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know what is in hand."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A number that was begun is done, and so is the step of undo."""
        super().focusOutEvent(event)
        self._forget()
        self.left.emit()

    def _type(self, sign: str) -> None:
        typed = self._typed + sign
        if typed.count(".") > 1 or len(typed) > MOST_SIGNS:
            return
        self._typed = typed
        self._pause.start()
        if typed.strip("."):
            number = float(typed)
            self._show(int(number) if number.is_integer() else number)
            self.given.emit(self._weight)

    def _give(self, weight: float | None) -> None:
        self._forget()
        if weight != self._weight:
            self._show(weight)
            self.given.emit(weight)

    def _forget(self) -> None:
        self._typed = ""
        self._pause.stop()

    def _show(self, weight: float | None) -> None:
        self._weight = weight
        with QSignalBlocker(self):
            self.setValue(min(round(weight or 0), PILLS))
        self._say()

    def _say(self) -> None:
        said = "not said" if self._weight is None else f"{self._weight:.6g}"
        describe(
            self,
            f"{self._name}: {said}",
            "Digits give a weight, arrow keys change it by one, Delete takes it back.",
        )
        self.setToolTip(f"{self._name}: {said}. Type any number.")
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
