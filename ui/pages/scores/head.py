"""What stands above the table: the title, how much is scored, and the way to what is missing."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, Figure, FlowLayout, Heading, Sentence
from workbook.analysis.finding import Finding

SUBTITLE = "How each scenario changes things, compared with no agreement."
BESIDE = 640


class ScoresHead(QWidget):
    """Title at the left, tools at the right; below one another where that is too wide."""

    gap_wanted = Signal()
    details_wanted = Signal()

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self.scored = Figure("", None, requests, "body_medium")
        self.gap = Button("Go to the gap", "secondary", "arrow-right")
        self.gap.setAccessibleDescription("Takes in hand the missing score that is worth asking for next.")
        self.details = Button("Range and evidence", "ghost", "quote")
        self.details.setAccessibleDescription("Of the cell in hand; F2 in the table does the same.")
        self._tools = QWidget()
        row = FlowLayout(self._tools, gap=8, line_gap=4)
        for widget in (self.details, self.scored, self.gap):
            row.addWidget(widget)
        titles = QWidget()
        self._titles = QVBoxLayout(titles)
        self._titles.setContentsMargins(0, 0, 0, 0)
        self._titles.addWidget(Heading("Scores"))
        self._titles.addWidget(Sentence(SUBTITLE, "body", "muted"))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(titles, 1)
        self._box.addWidget(self._tools, 0)
        self.gap.clicked.connect(self.gap_wanted)
        self.details.clicked.connect(self.details_wanted)
        look().changed.connect(self._arrange)

    @property
    def last_stop(self) -> QWidget:
        """Where Tab goes on from here."""
        return self.gap

    def show_scored(self, done: int, wanted: int, finding: Finding) -> None:
        """How many cells are scored."""
        self.scored.set_figure(f"{done} of {wanted} scored", finding)
        self.gap.setVisible(done < wanted)
        self._arrange()

    def show_tools(self, *, shown: bool) -> None:
        """There is nothing to do while there is nothing to score."""
        self._tools.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = look().px
        self._titles.setSpacing(px(2))
        is_wide = self._tools.sizeHint().width() + px(300) <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._box.setSpacing(px(12 if is_wide else 8))
        self._box.setDirection(direction)
