"""What a snapshot held: all of it in words, to be read and not to be changed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.changes.groups import Group, Groups
from ui.pages.changes.wording import held_said
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, FlowLayout, Heading, Pill, Sentence
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.difference.held import Held, StepHeld

READ_ONLY = "Read only"
HOW = "Nothing here can be typed over. To work on it again, go back to it."
NOTHING = "Nothing was said in it yet."


class HeldRow(QWidget):
    """One thing or field: what it is called, and what it says."""

    def __init__(self, held: Held, requests: Requests) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        if held.why is None:
            self._column.addWidget(Sentence(held.title, "body_medium"))
        else:
            title = WhySentence(requests, "body_medium")
            title.show_finding(held.why, held.title)
            self._column.addWidget(title)
        if held.said:
            self._column.addWidget(Sentence(held.said, "secondary"))
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(0, px(5), 0, px(5))
        self._column.setSpacing(px(1))


class HeldPanel(QWidget):
    """Keeps the id of the snapshot that is read. Escape closes it."""

    closed = Signal()
    compare_wanted = Signal(str)
    restore_wanted = Signal(str)
    entered = Signal()
    rearranged = Signal()

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self._requests = requests
        self._key = ""
        self._title = Heading("", "subheading")
        self._pill = Pill(READ_ONLY, "outlined", None, "lock")
        self._said = Sentence("", "secondary", "muted")
        self._how = Sentence(HOW, "secondary", "muted")
        self.compare = Button("Compare with now", "secondary", "git-compare")
        self.restore = Button("Go back to it", "secondary", "rotate-ccw")
        self.close_ = Button("Close", "ghost", "x")
        self._nothing = Sentence(NOTHING, "body", "muted")
        self.groups = Groups("Step by step")
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(self._key))
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(self._key))
        self.close_.clicked.connect(self.closed)
        self.groups.entered.connect(self.entered)
        self.groups.rearranged.connect(self.rearranged)
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def key(self) -> str:
        """The id of the snapshot that is read."""
        return self._key

    def show_held(self, key: str, name: str, said: str, held: Sequence[StepHeld], *, is_now: bool) -> None:
        """Show what a snapshot holds. `is_now`: its draft stands so, so that there is no way back to go."""
        if key != self._key:
            self._key = key
            self.groups.forget()
        self._title.setText(f"What “{name}” held")
        self._said.setText(said)
        self.restore.setEnabled(not is_now)
        self.restore.setToolTip("The draft stands so now" if is_now else "")
        groups = [self._group(each) for each in held]
        self.groups.show_groups(groups, frozenset(each.key for each in groups[:1]))
        self._nothing.setVisible(not groups)

    def take_focus(self, step: str = "") -> None:
        """Put the keyboard on a step, or on the first one."""
        first = next(iter(self.groups.items), "")
        if step in self.groups.items:
            self.groups.open(step)
        elif first:
            self.groups.items[first].head.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_.setFocus(Qt.FocusReason.OtherFocusReason)

    def _group(self, step: StepHeld) -> Group:
        makers = [partial(HeldRow, each, self._requests) for each in step.held]
        return Group(step.step, step.title, held_said(len(step.held)), step.held, makers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        acts = QWidget()
        flow = FlowLayout(acts, 8, 8)
        for button in (self.compare, self.restore, self.close_):
            flow.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        beside = QWidget()
        line = FlowLayout(beside, 10, 4)
        line.addWidget(self._pill)
        line.addWidget(self._said)
        for widget in (self._title, beside, self._how, acts, self._nothing, self.groups):
            self._column.addWidget(widget)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(8))
