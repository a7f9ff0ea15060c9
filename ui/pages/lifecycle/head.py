"""The head of the page: title, where the draft stands, which cases stand beside it, a way to an event."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.forms.many_field import ManyField
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, FlowLayout, Heading, Sentence
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.finding import Finding
from workbook.model.case import Case

BESIDE_HELP = "The cases whose reported steps stand below the moves of this draft."
NO_CASE = "No case"
LEAST = 300
"""So much room the title and the sentence below it want beside the rest."""


class PageHead(QWidget):
    """`beside_chosen`: the ids of the cases that are to stand beside the draft."""

    beside_chosen = Signal(object)
    event_wanted = Signal()
    entered = Signal()

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self.where = WhySentence(requests, "secondary", "muted")
        self.beside = ManyField("Cases beside", "case", NO_CASE, BESIDE_HELP)
        self.record = Button("Record an event", "secondary", "flag")
        self.record.setAccessibleDescription("Goes to the line below in which an event is recorded.")
        self.record.clicked.connect(self.event_wanted)
        self.beside.given.connect(self.beside_chosen)
        self.beside.entered.connect(self.entered)
        self._lay_out()
        look().changed.connect(self._fit)
        self._fit()

    def show_head(self, where: Finding, cases: Sequence[Case], chosen: Sequence[str]) -> None:
        """Say where the draft stands; offer the cases, of which some are chosen."""
        self.where.show_finding(where)
        self.beside.show_options([(case.id, case.label) for case in cases])
        self.beside.show_value(tuple(chosen))
        self._arrange()

    def add_tool(self, tool: QWidget) -> None:
        """One more thing at the right."""
        self._flow.addWidget(tool)
        tab_as_laid_out(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for all of it in one row."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        said = QWidget()
        self._said = QVBoxLayout(said)
        self._said.setContentsMargins(0, 0, 0, 0)
        self._said.addWidget(Heading("Lifecycle"))
        at_left = QHBoxLayout()
        at_left.addWidget(self.where)
        at_left.addStretch(1)
        nest(self._said, at_left)
        self._tools = QWidget()
        flow = self._flow = FlowLayout(self._tools, 12, 8)
        flow.addWidget(Sentence("Beside", "secondary", "muted"))
        flow.addWidget(self.beside)
        flow.addWidget(self.record)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(said, 1)
        self._row.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignTop)
        tab_as_laid_out(self)

    def _arrange(self) -> None:
        wanted = self._tools.sizeHint().width() + look().px(LEAST)
        beside = wanted <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)

    def _fit(self) -> None:
        self._row.setSpacing(look().px(8))
        self._said.setSpacing(look().px(2))
        self._arrange()
