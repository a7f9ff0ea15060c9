"""A table as high as its rows, whose first columns stay in view while the others move sideways."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from ui.theme.focus_ring import OWN_RING

AnyIndex = QModelIndex | QPersistentModelIndex


class FrozenTable(QTableView):
    """Lies at full height in the page, which scrolls it, so that it prints whole; scrolls sideways by itself.

    Qt's own way to hold columns still is a second table over the first. One table is one thing to Tab to and
    one for a screen reader, so this one only says that the first `frozen` columns stand where they stood.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frozen = 1
        self.setProperty(OWN_RING, True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @property
    def offset(self) -> int:
        """How far the columns that move have moved."""
        return self.horizontalHeader().offset()

    @property
    def frozen_width(self) -> int:
        """The room that the columns which stay take."""
        return sum(self.columnWidth(column) for column in range(self.frozen))

    def column_left(self, column: int) -> int:
        """Where a column begins in the viewport."""
        left = self.horizontalHeader().sectionPosition(column)
        return left if column < self.frozen else left - self.offset

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell lies in the viewport, also where the columns that stay cover it."""
        header = self.verticalHeader()
        top = header.sectionPosition(row)
        return QRect(self.column_left(column), top, self.columnWidth(column), header.sectionSize(row))

    def visualRect(self, index: AnyIndex) -> QRect:
        """Where a cell can be seen."""
        if not index.isValid():
            return QRect()
        rect = self.cell_rect(index.row(), index.column())
        if index.column() >= self.frozen:
            rect.setLeft(max(rect.left(), min(self.frozen_width, rect.right())))
        return rect

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """The cell one sees there."""
        inside = pos.x() if pos.x() < self.frozen_width else pos.x() + self.offset
        row = self.verticalHeader().logicalIndexAt(pos.y())
        column = self._column_at(inside)
        return self.model().index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Move sideways until the cell is beside the columns that stay; the page does the rest."""
        del hint
        if not index.isValid() or index.column() < self.frozen:
            return
        rect = self.cell_rect(index.row(), index.column())
        bar = self.horizontalScrollBar()
        if rect.left() < self.frozen_width:
            bar.setValue(bar.value() - (self.frozen_width - rect.left()))
        elif rect.right() > self.viewport().width():
            bar.setValue(bar.value() + rect.right() - self.viewport().width() + 1)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt moves the pixels of all columns: those that stay must be painted anew."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways is ours (also with Shift), up and down belongs to the page."""
        turned, scrolled = event.angleDelta(), event.pixelDelta()
        by = scrolled.x() or turned.x()
        if not by and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            by = scrolled.y() or turned.y()
        bar = self.horizontalScrollBar()
        if by and bar.maximum() > 0:
            bar.setValue(bar.value() - by)
            event.accept()
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Up and down is not for us, so that the page scrolls."""
        if isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return event.isAccepted()
        return super().viewportEvent(event)

    def _column_at(self, inside: int) -> int:
        header = self.horizontalHeader()
        for column in range(header.count()):
            left = header.sectionPosition(column)
            if left <= inside < left + header.sectionSize(column):
                return column
        return -1
