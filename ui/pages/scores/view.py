"""The page of the scores: the table, what the cell in hand means, and what the scores come to."""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.page_view import PageView, Topic
from ui.pages.scores.details import ScoreDetails
from ui.pages.scores.empty import emptiness_of, empty_state, ready_state
from ui.pages.scores.floating import FloatingFoot, FloatingHead
from ui.pages.scores.foot_words import foot_of
from ui.pages.scores.giving import Giving
from ui.pages.scores.head import ScoresHead
from ui.pages.scores.lines import Grid, grid_of
from ui.pages.scores.model import FIRST
from ui.pages.scores.net_verdicts import NetVerdicts
from ui.pages.scores.table import ScoreTable
from ui.pages.scores.topics import topic_of
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, Popover
from workbook.analysis.stakes import shares
from workbook.editing import Address
from workbook.edits.scores import Cell
from workbook.library.loader import load
from workbook.model.draft import Draft

PAUSE = 150
"""Milliseconds after the last score before it is worked out what they come to."""
PANEL = 340
HIGHEST_FOOT = 150
"""So much is left free below the table, so that the foot never covers its end."""


class ScoresPage(PageView):
    """Keeps no score: the table shows the document's, and what is typed goes there."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._verdicts = NetVerdicts(document)
        self._shown: tuple[object, ...] = ()
        self._begun: set[str] = set()
        self._problem = ""
        self._emptiness = ""
        self._empty: EmptyState | None = None
        self._kind = "want"
        self._details: ScoreDetails | None = None
        self._floating: FloatingHead | None = None
        self._foot: FloatingFoot | None = None
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._show_verdicts)
        self._lay_out()
        self._connect()
        self._restyle()

    def refresh(self, change: Change | None) -> None:
        """Show the document's state: scores at once, what they come to after a pause."""
        draft = self.document.draft
        grid = self._show_grid(draft)
        emptiness = emptiness_of(grid)
        is_unscored = draft is not None and not emptiness and not _is_scored(draft)
        if is_unscored and draft is not None and draft.id not in self._begun:
            emptiness = "scores"
        self._show_emptiness(emptiness)
        if draft is not None and not emptiness:
            self.table.scores.show_scores(draft)
            if change is None:
                self._show_verdicts()
            else:
                self._later.start()
        if self._details is not None:
            self._details.refresh(change)
        self._say()
        self._float()

    def topic(self) -> Topic:
        """A question for a want, another for a concern."""
        return topic_of(self._kind, load())

    def reveal(self, address: Address) -> bool:
        """Go to the cell of a score; to the first of its scenario where the address names none."""
        draft, grid = self.document.draft, self.table.grid
        if draft is None or self.table.isHidden():
            return False
        scenario, interest = _cell_in(address)
        rows = grid.row_of
        interest = interest if interest in rows else next(iter(rows))
        if scenario in grid.column_of:
            self.table.take_in_hand((scenario, interest))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_into_view(self.table.visualRect(self.table.currentIndex()))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What floats goes along."""
        super().resizeEvent(event)
        self._float()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known what scrolls the page."""
        super().showEvent(event)
        area = self._area()
        if self._floating is None and area is not None:
            self._floating, self._foot = FloatingHead(area, self.table), FloatingFoot(area, self.table)
        self._say()
        self._float()

    # What the user does -----------------------------------------------------------------------------------

    def _refuse(self, problem: str) -> None:
        self._problem = problem
        self._say()

    def _explain(self, row: int, column: int, rect: QRect) -> None:
        """A verdict, or for a score the verdict of its party; for a weight its share."""
        draft, line = self.document.draft, self.table.grid.lines[row]
        if draft is None:
            return
        if column >= FIRST:
            scenario = self.table.grid.columns[column - FIRST].id
            finding = self._verdicts.why(draft, scenario, line.holder)
        else:
            holder = next(each for each in draft.stakeholders if each.id == line.holder)
            finding = shares(draft, holder)[line.interest].finding
        if finding is not None:
            self.requests.explain(finding, self.table, rect)

    def _open_details(self, cell: Cell, rect: QRect) -> None:
        self.table.take_in_hand(cell)
        self.document.seal()
        place = self.table.grid.place(*cell)
        self._details = ScoreDetails(self.document, lambda: self._giving.scores_at(cell[0]), cell, place)
        panel = Popover("Range and evidence", self._details, PANEL)
        panel.closed.connect(self._forget_details)
        panel.show_beside(self.table, rect)
        self._details.low.setFocus(Qt.FocusReason.PopupFocusReason)

    def _forget_details(self) -> None:
        self._details = None
        self.document.seal()

    def _go_to_gap(self) -> None:
        draft = self.document.draft
        cell = None if draft is None else self._verdicts.next_to_ask(draft)
        if cell is None or self.table.scores.value(cell) is not None:
            grid, value = self.table.grid, self.table.scores.value
            cells = ((scenario, each) for each in grid.row_of for scenario in grid.column_of)
            cell = next((each for each in cells if value(each) is None), None)
        if cell is not None:
            self.table.take_in_hand(cell)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_into_view(self.table.visualRect(self.table.currentIndex()))

    def _begin(self, *, pastes: bool = False) -> None:
        if self.document.draft is not None:
            self._begun.add(self.document.draft.id)
        self.refresh(None)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if pastes:
            self._giving.paste()

    def _on_moved(self, rect: QRect) -> None:
        self.document.seal()
        self._problem = ""
        self._say()
        if self.table.hasFocus():
            self._bring_into_view(rect)
        row = self.table.currentIndex().row()
        kind = self.table.grid.lines[row].note
        if kind != self._kind and kind in {"want", "concern"}:
            self._kind = kind
            self.topic_changed.emit()

    # What is shown ----------------------------------------------------------------------------------------

    def _show_grid(self, draft: Draft | None) -> Grid | None:
        """Lines and columns, made anew only when names, weights or scenarios are others."""
        if draft is None:
            self._shown = ()
            return None
        heads = tuple((each.id, each.name, each.description) for each in draft.scenarios)
        shown = (draft.id, draft.stakeholders, heads, draft.scale)
        if shown != self._shown:
            self._shown = shown
            self.table.show_grid(grid_of(draft))
        return self.table.grid

    def _show_verdicts(self) -> None:
        draft = self.document.draft
        if draft is None or self.table.isHidden():
            return
        asked = self._verdicts.next_to_ask(draft)
        if asked is not None and self.table.scores.value(asked) is not None:
            asked = None
        self.table.scores.show_verdicts(self._verdicts.of(draft), asked)
        steps = {each.step: each for each in self.document.findings.design(draft).completeness}
        step = steps["scores"]
        self.head.show_scored(step.done, step.wanted, step.finding)
        self._float()

    def _show_emptiness(self, emptiness: str) -> None:
        self.table.setVisible(not emptiness)
        self.head.show_tools(shown=not emptiness)
        key = f"{emptiness} {len(self.table.grid.row_of)} {len(self.table.grid.columns)}" if emptiness else ""
        if key == self._emptiness:
            return
        self._emptiness = key
        if self._empty is not None:
            self._column.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if emptiness:
            by_paste = lambda: self._begin(pastes=True)  # noqa: E731 - beside its sibling
            self._empty = (
                ready_state(self.table.grid, self._begin, by_paste)
                if emptiness == "scores"
                else empty_state(emptiness, self.requests)
            )
            self._empty.setContentsMargins(0, look().px(14), 0, 0)
            self._column.insertWidget(1, self._empty)

    def _say(self) -> None:
        if self._foot is None:
            return
        if self.table.isHidden():
            self._foot.hide()
        else:
            self._foot.say(*foot_of(self.table.scores, self.table.cell, self._problem))

    # How it is put together -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.table = ScoreTable()
        self.head = ScoresHead(self.requests)
        self._column = QVBoxLayout(self)
        for widget in (self.head, self.table):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        QWidget.setTabOrder(self.head.last_stop, self.table)

    def _connect(self) -> None:
        table = self.table
        self._giving = Giving(self.document, table, self._refuse)
        table.refused.connect(self._refuse)
        table.explained.connect(self._explain)
        table.details_wanted.connect(self._open_details)
        table.moved_to.connect(self._on_moved)
        self.head.gap_wanted.connect(self._go_to_gap)
        self.head.details_wanted.connect(self._open_details_here)
        look().changed.connect(self._restyle)

    def _open_details_here(self) -> None:
        if self.table.cell is None:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.cell is not None:
            self._open_details(self.table.cell, self.table.visualRect(self.table.currentIndex()))

    def _restyle(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(28), px(16), px(28), px(HIGHEST_FOOT))
        self._column.setSpacing(px(10))
        self._float()

    def _float(self) -> None:
        if self._floating is not None:
            self._floating.place()

    def _bring_into_view(self, rect: QRect) -> None:
        area = self._area()
        if area is None:
            return
        port = area.viewport().height()
        above = self._floating.height() if self._floating is not None else 0
        below = self._foot.height() if self._foot is not None else 0
        top = self.table.mapTo(self, rect.topLeft()).y()
        bar = area.verticalScrollBar()
        if top - above < bar.value():
            first = self.table.grid.interest_rows[:1] == (self.table.currentIndex().row(),)
            bar.setValue(0 if first else top - above - look().px(4))
        elif top + rect.height() > bar.value() + port - below:
            bar.setValue(top + rect.height() + below - port + look().px(4))

    def _area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent


def _is_scored(draft: Draft) -> bool:
    return any(score.value is not None for scenario in draft.scenarios for score in scenario.scores)


def _cell_in(address: Address) -> Cell:
    """Scenario and interest of an address such as drafts/…/scenarios/…/scores/…; empty where not named."""
    steps = (*address[3:4], *address[5:6])
    scenario = steps[0] if steps else ""
    return scenario, steps[1] if len(steps) > 1 else ""
