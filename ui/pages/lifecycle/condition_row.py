"""One condition of a gate: whether it holds, why that is said, and the way to what would meet it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, Figure, FlowLayout, Hairline, Sentence, StepMark
from ui.widgets.laid_out import nest
from workbook.analysis.lifecycle.conditions import STATE_WORDS, Condition

MARK = 18


class ConditionMark(StepMark):
    """The ring of a step: with a tick when it is met, a dash where it is not applicable."""

    def __init__(self) -> None:
        super().__init__(0.0, MARK)
        self._is_dash = False

    def show_condition(self, condition: Condition) -> None:
        """Show the state of a condition."""
        self._is_dash = condition.state == "not_applicable"
        self.set_done(1.0 if condition.state == "met" else 0.0)
        self.setAccessibleName(STATE_WORDS[condition.state])

    def paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        """Ring, tick or dash."""
        super().paint_sign(painter, rect)
        if self._is_dash:
            look().paint_icon(painter, rect.adjusted(4, 4, -4, -4), "minus", "muted", 3.0)


class ConditionRow(QWidget):
    """`act_wanted`: the user wants to meet it."""

    act_wanted = Signal()
    entered = Signal()

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self._mark = ConditionMark()
        self._words = Sentence("", "row_title")
        self._because = Sentence("", "secondary", "muted")
        self.state = Figure("", None, requests, "section", "muted")
        self.act = Button("")
        self.act.clicked.connect(self.act_wanted)
        for part in (self.state, self.act):
            part.installEventFilter(self)
        self._lay_out()
        look().changed.connect(self._fit)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The guide wants to know what is in hand."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def show_condition(self, condition: Condition) -> None:
        """Show a condition."""
        self._mark.show_condition(condition)
        self._words.setText(condition.words)
        self._words.set_token("muted" if condition.state == "not_applicable" else "text")
        self._because.setText(condition.because)
        self.state.set_figure(STATE_WORDS[condition.state], condition.finding)
        self.state.setAccessibleName(f"{condition.words}: {STATE_WORDS[condition.state].lower()}")
        self.act.setText(condition.act)
        self.act.setAccessibleName(f"{condition.act}: {condition.words}")
        self.act.setAccessibleDescription(condition.because)
        self.act.setVisible(condition.is_unmet)
        self.act.updateGeometry()

    def _lay_out(self) -> None:
        self._said = QVBoxLayout()
        self._said.addWidget(self._words)
        self._said.addWidget(self._because)
        ends = QWidget()
        flow = FlowLayout(ends, 10, 2)
        flow.addWidget(self.state)
        flow.addWidget(self.act)
        self._row = QHBoxLayout()
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        nest(self._row, self._said, 1)
        self._row.addWidget(ends, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        nest(self._column, self._row)
        self._column.addWidget(Hairline())

    def _fit(self) -> None:
        px = look().px
        self._row.setContentsMargins(0, px(8), 0, px(8))
        self._row.setSpacing(px(12))
        self._said.setSpacing(px(1))
