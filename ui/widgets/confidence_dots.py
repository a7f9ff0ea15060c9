"""How sure we are: three dots and a word."""

from PySide6.QtCore import QPointF, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from ui.theme.look import look
from ui.theme.tokens import TARGET
from ui.widgets.painted import describe, set_ring

VALUES = ("guess", "discussed", "documented")
WORDS = {None: "Not said", "guess": "A guess", "discussed": "Discussed", "documented": "Documented"}
DOT, GAP = 15, 8
MORE = (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Plus)
LESS = (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Minus)
NOT_SAID = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_0, Qt.Key.Key_Home)


class ConfidenceDots(QAbstractSlider):
    """None, "guess", "discussed" or "documented". A slider by nature: screen readers can read it."""

    chosen = Signal(object)
    """The user chose another value, or None. Not sent when the program does."""

    def __init__(
        self, value: str | None = None, name: str = "How sure are we?", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.setRange(0, len(VALUES))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setOrientation(Qt.Orientation.Horizontal)
        set_ring(self)
        self._restyle()
        self.set_chosen(value)
        self.valueChanged.connect(self._on_value_changed)
        look().changed.connect(self._restyle)

    @property
    def confidence(self) -> str | None:
        """What is chosen."""
        return VALUES[self.value() - 1] if self.value() else None

    def set_chosen(self, value: str | None) -> None:
        """Show a value, without sending `chosen`."""
        with QSignalBlocker(self):
            self.setValue(0 if value is None else VALUES.index(value) + 1)
        self._say()

    def sizeHint(self) -> QSize:
        """Three dots, and room for the longest word, so that nothing moves."""
        sight = look()
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in WORDS.values())
        return QSize(len(VALUES) * sight.px(TARGET) + sight.px(GAP) + widest + 2, sight.px(TARGET + 2))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots and the word."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = sight.colour("text" if self.isEnabled() else "faint")
        line, pitch = 1.5, sight.px(TARGET)
        radius = sight.px(DOT) / 2
        for at in range(len(VALUES)):
            middle = QPointF(pitch * at + radius + line, self.height() / 2)
            is_given = at < self.value()
            painter.setPen(QPen(ink if is_given else sight.colour("edge"), line))
            painter.setBrush(ink if is_given else sight.colour("surface"))
            painter.drawEllipse(middle, radius - line / 2, radius - line / 2)
        painter.setPen(sight.colour("text" if self.value() else "muted"))
        words = QRect(pitch * len(VALUES) + sight.px(GAP) // 2, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, WORDS[self.confidence])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a dot; the one that is chosen takes the answer back."""
        at = int(event.position().x() // look().px(TARGET)) + 1
        if event.button() == Qt.MouseButton.LeftButton and 1 <= at <= len(VALUES):
            self.setValue(0 if at == self.value() else at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, digits choose, Delete takes the answer back."""
        if event.key() in MORE:
            self.setValue(self.value() + 1)
        elif event.key() in LESS:
            self.setValue(self.value() - 1)
        elif event.key() in NOT_SAID:
            self.setValue(0)
        elif event.text() in {"1", "2", "3"}:
            self.setValue(int(event.text()))
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page changes no answer."""
        event.ignore()

    def _on_value_changed(self) -> None:
        self._say()
        self.chosen.emit(self.confidence)

    def _say(self) -> None:
        word = WORDS[self.confidence]
        describe(self, f"{self._name} {word}", "Arrow keys change it, Delete takes it back.")
        self.setToolTip(word)
        self.update()

    def _restyle(self) -> None:
        self.setFont(look().font("secondary"))
        self.updateGeometry()
        self.update()
