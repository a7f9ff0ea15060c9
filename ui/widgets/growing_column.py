"""Many rows one below the other: the first are there at once, the others follow, and nothing waits."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.stack_layout import StackLayout
from ui.widgets.tab_order import tab_as_laid_out

AT_ONCE, AT_A_TIME = 20, 40
"""Rows that are there at once, about a screenful; and those that follow in one turn of the event loop."""

Make = Callable[[], QWidget]


class GrowingColumn(QWidget):
    """Makes its rows a screenful at a time, between one turn of the event loop and the next."""

    grown = Signal()
    """All rows are there."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[QWidget] = []
        self._waiting: list[Make] = []
        self._stack = StackLayout(self)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._grow)

    @property
    def is_whole(self) -> bool:
        """Whether all rows are there."""
        return not self._waiting

    def show_rows(self, makers: Sequence[Make]) -> None:
        """Have the rows that these make instead of those there are."""
        self._next.stop()
        while self._stack.takeAt(0) is not None:
            pass
        for row in self.rows:
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self.rows = []
        self._waiting = list(makers)
        self._make(AT_ONCE)

    def _grow(self) -> None:
        self._make(AT_A_TIME)

    def _make(self, number: int) -> None:
        made = [make() for make in self._waiting[:number]]
        self._waiting = self._waiting[number:]
        for row in made:
            self._stack.addWidget(row)
        self.rows += made
        if self._waiting:
            self._next.start()
        else:
            tab_as_laid_out(self)
            self.grown.emit()
