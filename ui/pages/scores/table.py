"""The table: painted line by line, worked by keyboard alone. Tab leaves it."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)

from ui.pages.scores.keys import Move, move_of
from ui.pages.scores.lines import Grid
from ui.pages.scores.model import FIRST, AnyIndex
from ui.pages.scores.painted_scores import PaintedScores, Place
from ui.pages.scores.typed_score import SCORE_KEYS
from ui.widgets import describe
from workbook.edits.scores import Cell

TYPING_PAUSE = 1500
"""Milliseconds after which a digit begins a number of its own."""
NOT_SCORED = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class ScoreTable(PaintedScores):
    """Keeps the place of the keyboard by what stands there; asks the page to change anything."""

    given = Signal(object, object)
    """A cell, and the value it is to have; None takes it back."""
    cleared = Signal(object)
    """Cells that are to be taken back, all at once."""
    refused = Signal(str)
    """Why what was typed cannot be a score."""
    copied = Signal()
    pasted = Signal()
    explained = Signal(int, int, QRect)
    """A figure in a row and column is to answer why."""
    details_wanted = Signal(object, QRect)
    moved_to = Signal(QRect)

    def __init__(self) -> None:
        super().__init__()
        describe(
            self,
            "Scores",
            "Interests down, scenarios across. Arrow keys move, digits and minus score, Delete takes back, "
            "Enter goes down, F1 answers why, F2 opens range and evidence, Tab leaves the table.",
        )
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._forget_typed)
        self.setModel(self.scores)

    # What is shown ----------------------------------------------------------------------------------------

    @property
    def cell(self) -> Cell | None:
        """The cell in hand."""
        index = self.currentIndex()
        return self.scores.cell(index.row(), index.column()) if index.isValid() else None

    @property
    def marked(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The interests and the scenarios that are marked: at least those of the cell in hand."""
        rows, columns = self.marked_places()
        lines = self.grid.lines
        interests = [lines[row].interest for row in rows if lines[row].interest]
        return tuple(interests), tuple(self.grid.columns[column - FIRST].id for column in columns)

    def show_grid(self, grid: Grid) -> None:
        """Show other lines; the keyboard stays on what it was on, if that is still there."""
        cell = self.cell
        self._anchor = None
        self.scores.show_grid(grid)
        self.fit()
        if cell is not None and cell[0] in grid.column_of and cell[1] in grid.row_of:
            self.take_in_hand(cell)

    def take_in_hand(self, cell: Cell) -> None:
        """Put the keyboard on a cell."""
        row, column = self.grid.row_of[cell[1]], self.grid.column_of[cell[0]] + FIRST
        self._go((row, column), marks=False)

    # What the user does -----------------------------------------------------------------------------------

    def event(self, event: QEvent, /) -> bool:
        """The keys of a cell are ours, whatever the window uses them for."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = {Qt.Key.Key_F1, Qt.Key.Key_F2, *NOT_SCORED}
            if self.cell is not None and event.key() in ours and not event.modifiers():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scores, moves, and what is asked; all else belongs to the window."""
        move, sign = move_of(event), event.text()
        has_modifier = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if not self.currentIndex().isValid():
            super().keyPressEvent(event)
        elif move is not None:
            self._move(move)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.key() in NOT_SCORED and self.cell is not None:
            self._forget_typed()
            interests, scenarios = self.marked
            self.cleared.emit([(scenario, each) for scenario in scenarios for each in interests])
        elif event.key() in {Qt.Key.Key_F1, Qt.Key.Key_Space}:
            self._ask()
        elif event.key() == Qt.Key.Key_F2 and self.cell is not None:
            self.details_wanted.emit(self.cell, self.visualRect(self.currentIndex()))
        elif event.key() == Qt.Key.Key_Escape and (self._anchor or self._typed.text):
            self._unmark()
        elif sign and sign in SCORE_KEYS and not has_modifier and self.cell is not None:
            self._type(sign, self.cell)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes a cell in hand; with Shift, or drawn, it marks a block."""
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            super().mousePressEvent(event)
        elif self.scores.cell(index.row(), index.column()) is not None:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go((index.row(), index.column()), marks=shift)
        elif self.answers(index.row(), index.column()):
            self.explained.emit(index.row(), index.column(), self.visualRect(index))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drawing marks; what answers shows it."""
        index = self.indexAt(event.position().toPoint())
        place = (index.row(), index.column()) if index.isValid() else (-1, -1)
        if event.buttons() & Qt.MouseButton.LeftButton:
            if index.isValid() and self.scores.cell(*place) is not None:
                self._go(place, marks=True)
            return
        self._hover(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Everything has happened when the button went down."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens range and evidence, as F2 does."""
        index = self.indexAt(event.position().toPoint())
        cell = self.scores.cell(index.row(), index.column()) if index.isValid() else None
        if cell is not None:
            self.details_wanted.emit(cell, self.visualRect(index))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hover((-1, -1))
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard needs a place to begin."""
        rows = self.grid.interest_rows
        if self.currentIndex().row() not in rows and rows and self.grid.columns:  # before Qt takes a title
            self._go((rows[0], FIRST), marks=False)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes, and what was begun is done."""
        super().focusOutEvent(event)
        self._forget_typed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks words into other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Another cell is in hand: what was typed into the last one is done."""
        super().currentChanged(current, previous)
        self._forget_typed()
        if current.isValid():
            self.moved_to.emit(self.visualRect(current))

    # Moving -----------------------------------------------------------------------------------------------

    def _move(self, move: Move) -> None:
        index, rows = self.currentIndex(), self.grid.interest_rows
        if not rows:
            return
        last = FIRST + len(self.grid.columns) - 1
        at = rows.index(index.row()) if index.row() in rows else 0
        if move.marks_all:
            self._go((rows[0], FIRST), marks=False)
            self._go((rows[-1], last), marks=True)
            return
        down = at + move.down
        if move.stops and down >= len(rows):
            return  # Enter in the last row stays there: nothing is typed over unseen
        row = rows[min(max(down, 0), len(rows) - 1)]
        least = FIRST if move.marks else FIRST - 1
        column = min(max(index.column() + move.right, least), last)
        self._go((row, column), marks=move.marks)

    def _go(self, place: Place, *, marks: bool) -> None:
        index = self.currentIndex()
        if not marks:
            self._anchor = None
        elif self._anchor is None and index.isValid():
            self._anchor = (index.row(), max(index.column(), FIRST))
        self.selectionModel().setCurrentIndex(
            self.scores.index(*place), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        self.viewport().update()

    def _unmark(self) -> None:
        self._anchor = None
        self._forget_typed()

    # Typing and asking ------------------------------------------------------------------------------------

    def _type(self, sign: str, cell: Cell) -> None:
        answer = self._typed.add(sign, self.scores.value(cell), self.grid.scale)
        self._pause.start()
        self.viewport().update(self.visualRect(self.currentIndex()))
        self.refused.emit(answer.problem)
        if answer.gives:
            self.given.emit(cell, answer.value)

    def _forget_typed(self) -> None:
        self._typed.forget()
        self._pause.stop()
        self.viewport().update()

    def _ask(self) -> None:
        index = self.currentIndex()
        self.explained.emit(index.row(), index.column(), self.visualRect(index))

    def _hover(self, place: Place) -> None:
        if place == self._hovered:
            return
        self._hovered = place
        answers = place[0] >= 0 and self.answers(*place)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if answers else Qt.CursorShape.ArrowCursor
        )
        self.viewport().update()
