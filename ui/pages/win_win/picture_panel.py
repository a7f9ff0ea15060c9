"""Picture: net values of every scenario; below it the nearest repair, the next question, the map."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.charts.joint_gain import JointGain
from ui.charts.net_table import NetTable
from ui.charts.net_view import NetView
from ui.charts.picture import Picture
from ui.charts.picture_menu import PictureMenu
from ui.charts.spot_view import SpotView
from ui.document import Document
from ui.pages.win_win.next_steps import NO_QUESTION, NO_REPAIR, NextStep, nearest_repair, next_question
from ui.pages.win_win.panel import Panel, SectionHead
from ui.pages.win_win.pictures import joint_gain, net_table
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, Hairline, Sentence, WhyMark
from ui.widgets.columns import Columns
from workbook.analysis.win_win.findings import WinWin

if TYPE_CHECKING:
    from workbook.analysis.finding import Finding

HINT = "Point at a figure, or use the arrow keys, to read what it says; Enter answers why."

WIDTH_OF_A_SENTENCE = 900


class PicturePanel(Panel):
    """Nothing is edited here: what is next leads to the page where it is entered."""

    caption = "Points on each party\N{RIGHT SINGLE QUOTATION MARK}s own scale"

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._findings: dict[str, Finding] = {}
        self.net = NetView(NetTable((), ()))
        self.map = SpotView(JointGain(()))
        self._said = Sentence(HINT, "citation", "muted")
        self.repair = StepCard("Nearest repair", NO_REPAIR, "Go to the score", requests)
        self.question = StepCard("Ask next", NO_QUESTION, "Ask it", requests)
        self._map_why = WhyMark(None, requests, "What is behind this map?")
        self._menu = PictureMenu("What to do with this map", lambda: self.map.picture, requests.save_picture)
        for view in (self.net, self.map):
            view.asked.connect(lambda key, at, view=view: self._explain(key, view, at))
            view.pointed_at.connect(self._say)
        columns = Columns(226, (1, 3), gap=28, row_gap=20, stretch=(5, 5, 9))
        columns.show_widgets([self.repair, self.question, self._map_column()])
        for widget in (self.net, self._said, Hairline(), columns):
            self.column.addWidget(widget)
        look().changed.connect(self._fit_said)
        self._fit_said()

    def show_found(self, found: WinWin) -> None:
        """Show what the analysis says now."""
        self._findings = {finding.id: finding for finding in found.findings}
        self.net.show_table(net_table(found))
        self.map.show_spots(joint_gain(found))
        self._map_why.set_finding(found.rules[0])
        self.repair.show_step(nearest_repair(found))
        self.question.show_step(next_question(found))

    def picture(self) -> Picture | None:
        """The net values, all columns of them."""
        table = self.net.table
        return NetTable(table.columns, table.rows)

    def _explain(self, key: str, view: SpotView, at: QRect) -> None:
        if key in self._findings:
            self.requests.explain(self._findings[key], view, at)

    def _say(self, words: str) -> None:
        self._said.setText(words or HINT)

    def _map_column(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(6))
        column.addWidget(SectionHead(JointGain(()).title, self._map_why, self._menu))
        column.addWidget(self.map)
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place a sentence takes more lines."""
        super().resizeEvent(event)
        self._fit_said()

    def _fit_said(self) -> None:
        # So many lines as most sentences need, so that nothing moves while one walks from figure to figure.
        lines = max(1, min(3, math.ceil(look().px(WIDTH_OF_A_SENTENCE) / max(self.width(), 1))))
        self._said.setMinimumHeight(lines * look().line_height("citation"))
        self._said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class StepCard(QWidget):
    """A heading, the sentence of the finding, and the button that leads to where it is entered."""

    def __init__(self, title: str, nothing: str, act: str, requests: Requests) -> None:
        super().__init__()
        self._nothing, self._requests = nothing, requests
        self._step: NextStep | None = None
        self._why = WhyMark(None, requests, f"{title}: why?")
        self._words = Sentence("", "finding")
        self.button = Button(act)
        self.button.clicked.connect(self._go)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(SectionHead(title, self._why))
        self._column.addWidget(self._words)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        look().changed.connect(self._fit)
        self._fit()

    def show_step(self, step: NextStep | None) -> None:
        """Show what is next, or that nothing is."""
        self._step = step
        self._words.setText(self._nothing if step is None else step.words)
        self._words.set_token("muted" if step is None else "text")
        self._why.setVisible(step is not None)
        self._why.set_finding(None if step is None else step.finding)
        self.button.setVisible(step is not None and step.address is not None)
        if step is not None:
            self.button.setAccessibleDescription(step.finding.words)

    def _go(self) -> None:
        if self._step is not None and self._step.address is not None:
            self._requests.go_to(self._step.address)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(8))
