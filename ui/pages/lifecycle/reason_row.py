"""A condition that does not hold, with a field for the reason why the draft moves on all the same."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.forms.fields import TextField
from ui.pages.lifecycle.condition_row import ConditionMark
from ui.theme.look import look
from ui.widgets import Button, Sentence, describe
from ui.widgets.laid_out import nest
from workbook.analysis.lifecycle.conditions import Condition

PLACEHOLDER = "Why move on without it"
PLACEHOLDER_HELP = "Why move on without it, such as: not reported."
SAME = "As above"
SAME_HELP = "As above: the one reason for all, unless another one is given here."


class ReasonRow(QWidget):
    """What is typed here stays here until the move is made: it is no edit yet."""

    act_wanted = Signal()
    submitted = Signal()
    """Enter was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = ConditionMark()
        self._words = Sentence("", "body_medium")
        self._because = Sentence("", "secondary", "muted")
        self.reason = TextField(PLACEHOLDER)
        self.reason.returnPressed.connect(self.submitted)
        self.act = Button("", "ghost")
        self.act.clicked.connect(self.act_wanted)
        column = self._said = QVBoxLayout()
        for widget in (self._words, self._because, self.reason):
            column.addWidget(widget)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        nest(self._row, column, 1)
        self._row.addWidget(self.act, 0, Qt.AlignmentFlag.AlignBottom)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def words(self) -> str:
        """What is asked for."""
        return self._words.text()

    def show_condition(self, condition: Condition) -> None:
        """Show a condition."""
        self._mark.show_condition(condition)
        self._words.setText(condition.words)
        self._because.setText(condition.because)
        describe(self.reason, f"Reason: {condition.words}", condition.because)
        self.act.setText(condition.act)
        describe(self.act, f"{condition.act}: {condition.words}", "Goes to the field that would meet it.")
        self.act.updateGeometry()

    def show_common(self, *, has_common: bool) -> None:
        """One reason for all is given, or not."""
        self.reason.setPlaceholderText(SAME if has_common else PLACEHOLDER)
        self.reason.setToolTip(SAME_HELP if has_common else PLACEHOLDER_HELP)

    def _fit(self) -> None:
        px = look().px
        self._row.setContentsMargins(0, px(6), 0, px(6))
        self._row.setSpacing(px(12))
        self._said.setSpacing(px(3))
