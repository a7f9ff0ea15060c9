"""The table: drafts and cases as columns, painted line by line; every cell can be asked "why?"."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent

from ui.pages.compare import drawing
from ui.pages.compare.lines import Cell, Kind, Line
from ui.pages.compare.measures import ABOVE_BELOW, ColumnHead, Names, Widths, line_height, names_of, widths
from ui.tables.frozen_table import FrozenTable
from ui.theme.look import look
from ui.widgets.painting import paint_focus_ring

DISPLAY, SAID, DESCRIBED = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
)
ASKING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F1})
UNDERLINED = frozenset({Kind.SECTION, Kind.HEADING, Kind.DIMENSION, Kind.TRAIT})
AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Place(NamedTuple):
    """A cell by what it is about, which survives that lines and columns come and go."""

    line: str
    column: str | None


class Lines(QAbstractTableModel):
    """The lines as Qt's table views and screen readers ask for them. Column 0 holds the titles."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self.heads: tuple[ColumnHead, ...] = ()

    def show_lines(self, lines: tuple[Line, ...], heads: tuple[ColumnHead, ...]) -> None:
        """Show these; rows and columns that stay keep the place of the keyboard."""
        same = heads == self.heads and [line.key for line in lines] == [line.key for line in self.lines]
        if same:
            self.lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(heads)))
            return
        self.beginResetModel()
        self.lines, self.heads = lines, heads
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """One row for each line."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """The titles, then one column for each draft or case."""
        return 0 if parent.isValid() or not self.heads else len(self.heads) + 1

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell of a draft or case; None for a title."""
        return self.lines[row].cells[column - 1] if column else None

    def data(self, index: AnyIndex, role: int = DISPLAY) -> object:
        """Words, and what a screen reader says."""
        if not index.isValid() or role not in {DISPLAY, SAID, DESCRIBED}:
            return None
        line, cell = self.lines[index.row()], self.cell(index.row(), index.column())
        if role == DISPLAY:
            return line.title or line.said if cell is None else cell.mark or cell.words
        if role == DESCRIBED:
            return "Enter answers why." if cell is not None and cell.why is not None else ""
        if cell is not None:
            head = self.heads[index.column() - 1]
            return cell.said or f"{line.title or line.said}, {head.name}: nothing"
        if line.opens:
            return f"{line.said}, {'shown' if line.is_open else 'hidden'}; Enter switches"
        return line.said

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Names of columns and lines, for screen readers."""
        if role not in {DISPLAY, SAID}:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.lines[section].title or self.lines[section].said
        return self.heads[section - 1].name if section else "Compared on"


class CompareTable(FrozenTable):
    """Paints the lines. `asked`: a cell is to answer why; `switched`: a line is to open or close."""

    asked = Signal(object, QRect)
    """A `Cell`, and where it lies."""
    switched = Signal(str)
    """The key of a line that is to open or close."""
    words_wanted = Signal(QRect)
    """The words under a heading are wanted beside another column."""
    moved_to = Signal(QRect)
    """The keyboard is on another cell, which should be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.frozen = 2
        self.lines = Lines()
        self.setModel(self.lines)
        self.setAccessibleName("Comparison")
        self.setAccessibleDescription(
            "Drafts and cases as columns. Arrow keys move; Enter answers why, or opens and closes a line."
        )
        self._across = Widths(1, 1, 1)
        self._names = Names("row_title", 0, in_two_lines=False)
        self._hovered = (-1, -1)
        look().changed.connect(self.fit)

    @property
    def across(self) -> Widths:
        """How wide everything is now."""
        return self._across

    @property
    def names_bottom(self) -> int:
        """Where the names of the columns end and their figures begin."""
        return look().px(ABOVE_BELOW[Kind.HEAD][0]) + self._names.height

    def show_lines(self, lines: tuple[Line, ...], heads: tuple[ColumnHead, ...]) -> None:
        """Show other lines; the keyboard stays on what it was on, if that is still there."""
        place = self._place()
        self.lines.show_lines(lines, heads)
        self.fit()
        self._return_to(place)
        self.viewport().update()

    def fit(self) -> None:
        """Measure everything anew."""
        if not self.lines.lines:
            return
        heads = self.lines.heads
        self._across = widths(self.width(), len(heads))
        self._names = names_of(self.lines.lines[0], heads, self._across.inner)
        for column in range(len(heads) + 1):
            self.setColumnWidth(column, self._across.column if column else self._across.titles)
        for row, line in enumerate(self.lines.lines):
            self.setRowHeight(row, line_height(line, heads, self._across))
        self.setFixedHeight(self.verticalHeader().length())
        self.updateGeometries()
        self.viewport().update()

    def answer(self, row: int, column: int) -> None:
        """Do what a cell is for: say why, open or close, or offer another column to put into words."""
        line, cell = self.lines.lines[row], self.lines.cell(row, column)
        rect = self.visualRect(self.lines.index(row, column))
        if line.kind is Kind.WORDS:
            if line.title:
                self.words_wanted.emit(self.cell_rect(row, 0))
        elif cell is not None and cell.why is not None:
            self.asked.emit(cell, rect)
        elif line.opens and (cell is None or line.kind is not Kind.TRAIT):
            self.switched.emit(line.key)

    # Events -----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks words into other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space and F1 ask; everything else moves, as in any table."""
        index = self.currentIndex()
        if event.key() in ASKING and index.isValid():
            self.answer(index.row(), index.column())
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks, as Enter does."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.answer(index.row(), index.column())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What answers shows it."""
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hover(QPoint(-1, -1))
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard needs a place to begin."""
        if (
            not self.currentIndex().isValid() and self.lines.lines
        ):  # before Qt takes the first cell, which is blank
            self.setCurrentIndex(self.lines.index(0, min(2, len(self.lines.heads))))
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Bring the cell into view."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and self.hasFocus():
            self.moved_to.emit(self.visualRect(current))

    # Painting ---------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the lines that are to be seen: first the columns that move, over them those that stay."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        header = self.verticalHeader()
        dirty = event.rect()
        first = max(header.visualIndexAt(dirty.top()), 0)
        last = header.visualIndexAt(dirty.bottom())
        rows = range(first, (last if last >= 0 else header.count() - 1) + 1)
        self.paint_rows(painter, rows, dirty)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            ring = QRectF(self.visualRect(index)).adjusted(4, 4, -4, -4)
            paint_focus_ring(painter, ring, look())

    def paint_rows(self, painter: QPainter, rows: Sequence[int], dirty: QRect) -> None:
        """Paint some lines where they lie; the floating head does so too."""
        frozen, width = self._across.frozen, self.viewport().width()
        columns = [
            column
            for column in range(self.frozen, len(self.lines.heads) + 1)
            if frozen - self._across.column < self.column_left(column) < width
        ]
        painter.save()
        painter.setClipRect(QRect(frozen, dirty.top(), width - frozen, dirty.height()))
        for row in rows:
            for column in columns:
                self._paint_cell(painter, row, column)
        painter.restore()
        band = self.cell_rect(0, 1)
        painter.save()
        painter.setClipRect(dirty)
        drawing.paint_band(painter, QRectF(band.left(), 0, band.width(), self.verticalHeader().length()))
        for row in rows:
            line, title = self.lines.lines[row], QRectF(self.cell_rect(row, 0))
            drawing.paint_title(painter, title, line)
            self._paint_cell(painter, row, 1)
            if line.text:
                drawing.paint_sentence(painter, title.top(), line, self._across)
            if line.kind in UNDERLINED and row + 1 < len(self.lines.lines):
                drawing.paint_hairline(painter, 0, width, title.bottom() - 1)
        if self.offset:
            painter.setPen(QPen(look().colour("edge"), 1))
            painter.drawLine(frozen, dirty.top(), frozen, dirty.bottom())
        painter.restore()

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        line, cell = self.lines.lines[row], self.lines.cell(row, column)
        if cell is None:
            return
        rect = QRectF(self.cell_rect(row, column))
        if (row, column) == self._hovered and cell.why is not None:
            ground = rect.adjusted(4, 4, -4, -4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().colour("hover"))
            painter.drawRoundedRect(ground, look().px(5), look().px(5))
        head = self.lines.heads[column - 1]
        drawing.paint_cell(painter, rect, line, column - 1, head=head, names=self._names)

    def _hover(self, pos: QPoint) -> None:
        index = self.indexAt(pos) if self.viewport().rect().contains(pos) else QModelIndex()
        hovered = (index.row(), index.column()) if index.isValid() else (-1, -1)
        if hovered == self._hovered:
            return
        self._hovered = hovered
        answers = index.isValid() and self._answers(*hovered)
        shape = Qt.CursorShape.PointingHandCursor if answers else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def _answers(self, row: int, column: int) -> bool:
        line, cell = self.lines.lines[row], self.lines.cell(row, column)
        if line.kind is Kind.WORDS:
            return bool(line.title)
        if cell is not None and cell.why is not None:
            return True
        return line.opens and (cell is None or line.kind is not Kind.TRAIT)

    def _place(self) -> Place | None:
        index = self.currentIndex()
        if not index.isValid():
            return None
        column = self.lines.heads[index.column() - 1].id if index.column() else None
        return Place(self.lines.lines[index.row()].key, column)

    def _return_to(self, place: Place | None) -> None:
        if place is None or self.currentIndex().isValid():
            return
        keys = [line.key for line in self.lines.lines]
        ids = [None, *(head.id for head in self.lines.heads)]
        row = keys.index(place.line) if place.line in keys else 0
        column = ids.index(place.column) if place.column in ids else 0
        self.setCurrentIndex(self.lines.index(row, column))
