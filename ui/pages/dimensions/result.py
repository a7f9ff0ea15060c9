"""What the room entered, in one row: the way of entry, the bar, and the words for it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.pages.dimensions.lean_bar import LeanBar
from ui.pages.dimensions.placing import Way, borders, way_of
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import IconButton, Segmented, Sentence, WhyMark, strong
from ui.widgets.painting import SIGNS
from workbook.analysis.finding import Finding
from workbook.analysis.position import votes_in_digits
from workbook.model.dimensions import Position

WAYS = (("pick", "Pick"), ("lean", "Pick with a lean"), ("votes", "Votes"))
NARROW = 600
"""Below this logical width the three stand below each other."""

ASKS = {
    "pick": "Still open. Pick the position that fits; Shift adds a lean.",
    "lean": "Still open. Pick a position first, then lean.",
    "votes": "Still open. Count the hands on each card.",
}


class Result(QWidget):
    """Way of entry, bar and words."""

    way_chosen = Signal(str)
    moved = Signal(int, int)
    let_go = Signal()
    cleared = Signal()

    def __init__(self, requests: Requests, finding: Callable[[], Finding | None]) -> None:
        super().__init__()
        self.ways = Segmented(WAYS, "pick", "Way of entry")
        self.ways.chosen.connect(self.way_chosen)
        self.bar = LeanBar()
        self.bar.moved.connect(self.moved)
        self.bar.let_go.connect(self.let_go)
        self.words = Sentence("", "body")
        self.why = WhyMark(None, requests, "Why these words?")
        # A finding takes longer than a lean may take to move: it is worked out when somebody asks.
        self.why.pressed.connect(lambda: self.why.set_finding(finding()))
        self.clear = IconButton("x", "Clear: leave it open", size=28)
        self.clear.setAccessibleDescription("Leaves this dimension open again. Undo brings it back.")
        self.clear.clicked.connect(self.cleared)
        self._said = QWidget()
        self._row = QHBoxLayout(self._said)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.why)
        self._row.addWidget(self.clear)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._is_narrow: bool | None = None
        look().changed.connect(self._fit)
        self._fit()

    def show_position(self, position: Position, wanted: Way, words: str) -> None:
        """Show what was entered; `words` say it."""
        way = way_of(position, wanted)
        self.ways.set_chosen(way)
        votes = position.votes if position.votes is not None and position.votes.total else None
        figures = None if votes is None else {str(key): count for key, count in votes.counts().items()}
        self.bar.show_result(position.shares(), figures, borders(position) if way == "lean" else ())
        is_open = not position.is_characterised
        self.words.setText(ASKS[way] if is_open else _with_names_strong(words))
        self.words.set_token("muted" if is_open else "text")
        self.why.setVisible(not is_open)
        self.clear.setVisible(position.mix is not None or position.votes is not None)

    def say_put_aside(self, before: Position) -> None:
        """Say what was there before another way of entry was chosen: nothing is lost silently."""
        if before.votes is not None:
            self.words.setText(
                f"The votes {votes_in_digits(before.votes)} are put aside; undo brings them back."
            )
        else:
            self.words.setText("The pick is put aside; undo brings it back.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another arrangement."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = look().px
        self._row.setSpacing(px(4))
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(10))
        is_narrow = self.width() < px(NARROW)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        middle = Qt.AlignmentFlag.AlignVCenter
        if is_narrow:
            self._grid.addWidget(self.ways, 0, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(self.bar, 1, 0, 1, 3)
            self._grid.addWidget(self._said, 2, 0, 1, 3)
        else:
            self._grid.addWidget(self.ways, 0, 0, middle)
            self._grid.addWidget(self.bar, 0, 1, middle)
            self._grid.addWidget(self._said, 0, 2)
        self._grid.setColumnStretch(1, 4)
        self._grid.setColumnStretch(2, 5)


def _with_names_strong(words: str) -> str:
    for sign in SIGNS:
        words = words.replace(sign.short, strong(sign.short))
    return words
