"""What the table of scores looks like: painted line by line, with pictures of cells that look the same."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from ui.forms.number_field import MINUS
from ui.pages.scores import drawing
from ui.pages.scores.lines import Grid, Kind
from ui.pages.scores.meaning import written
from ui.pages.scores.measures import Widths, head_height, line_height, widths
from ui.pages.scores.model import FIRST, ScoreModel
from ui.pages.scores.pictures import Pictures
from ui.pages.scores.typed_score import TypedScore
from ui.tables.frozen_table import FrozenTable
from ui.theme.look import look
from ui.widgets.painting import paint_focus_ring
from workbook.analysis.scale_words import strength

Place = tuple[int, int]


class PaintedScores(FrozenTable):
    """Shows a `ScoreModel`: what is in hand, marked and typed is kept here, and changed by its heir."""

    def __init__(self) -> None:
        super().__init__()
        self.frozen = FIRST
        self._across = Widths(1, 1, 1, has_pills=True, has_said=True)
        self._anchor: Place | None = None
        self._hovered: Place = (-1, -1)
        self._typed = TypedScore()
        self._pictures = Pictures()
        self.scores = ScoreModel()
        look().changed.connect(self.fit)

    @property
    def grid(self) -> Grid:
        """Lines and columns."""
        return self.scores.grid

    @property
    def across(self) -> Widths:
        """How wide everything is now."""
        return self._across

    def fit(self) -> None:
        """Measure everything anew."""
        self._pictures.forget()
        if not self.grid.columns:
            return
        self._across = across = widths(self.viewport().width(), len(self.grid.columns))
        for column in range(self.scores.columnCount()):
            wide = (across.titles, across.weights)[column] if column < FIRST else across.column
            self.setColumnWidth(column, wide)
        for row, line in enumerate(self.grid.lines):
            self.setRowHeight(row, line_height(line, self.grid, across))
        self.setFixedHeight(self.verticalHeader().length() + look().px(4))
        self.updateGeometries()
        self.viewport().update()

    def answers(self, row: int, column: int) -> bool:
        """Whether a cell is a figure that says why."""
        line = self.grid.lines[row]
        return self.scores.verdict(row, column) is not None or (line.kind is Kind.INTEREST and column == 1)

    def marked_places(self) -> tuple[range, range]:
        """Rows and columns of the block that is marked: at least the cell in hand."""
        index = self.currentIndex()
        if not index.isValid():
            return range(0), range(0)
        row, column = self._anchor or (index.row(), index.column())
        rows = range(min(row, index.row()), max(row, index.row()) + 1)
        least = max(min(column, index.column()), FIRST)
        return rows, range(least, max(column, index.column(), least) + 1)

    # Painting ---------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what is to be seen: first the columns that move, over them those that stay."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        header, dirty = self.verticalHeader(), event.rect()
        first = max(header.visualIndexAt(dirty.top()), 0)
        last = header.visualIndexAt(dirty.bottom())
        rows = range(first, (last if last >= 0 else header.count() - 1) + 1)
        self.paint_rows(painter, rows, dirty)
        self._paint_marks(painter)

    def paint_rows(self, painter: QPainter, rows: Sequence[int], dirty: QRect) -> None:
        """Paint some lines where they lie; the floating head does so too."""
        frozen, width = self._across.frozen, self.viewport().width()
        painter.save()
        painter.setClipRect(QRect(frozen, dirty.top(), width - frozen, dirty.height()))
        for column in self._columns_in(frozen, width):
            for row in rows:
                self._paint_cell(painter, row, column)
        painter.restore()
        painter.save()
        painter.setClipRect(dirty)
        for row in rows:
            self._paint_title(painter, row, min(width, self._across.whole))
        if self.offset:
            painter.setPen(QPen(look().colour("edge"), 1))
            painter.drawLine(frozen, dirty.top(), frozen, dirty.bottom())
        painter.restore()

    def paint_head(self, painter: QPainter, *, has_said: bool) -> None:
        """The names of the scenarios at the top of what is painted on."""
        height = head_height(self.grid, self._across, names_only=not has_said)
        frozen, width = self._across.frozen, self.viewport().width()
        painter.save()
        painter.setClipRect(QRect(frozen, 0, width - frozen, height + 1))
        for column in self._columns_in(frozen, width):
            self._paint_column(painter, column, height, has_said=has_said)
        painter.restore()
        corner = QRectF(0, 0, frozen, height)
        drawing.paint_corner(painter, corner, self._across, height)

    def _columns_in(self, frozen: int, width: int) -> Iterable[int]:
        least = frozen - self._across.column
        return (
            column
            for column in range(FIRST, self.scores.columnCount())
            if least < self.column_left(column) < width
        )

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        line, rect = self.grid.lines[row], self.cell_rect(row, column)
        if line.kind is Kind.HEAD:
            self._paint_column(painter, column, rect.height(), has_said=self._across.has_said)
        elif line.kind is Kind.PARTY:
            verdict = self.scores.verdict(row, column)
            if verdict is not None:
                is_hovered = (row, column) == self._hovered
                paint = partial(drawing.paint_verdict, verdict=verdict, is_hovered=is_hovered)
                self._pictures.paint(painter, rect, (verdict, is_hovered), paint)
        else:
            words, effect = self._face(row, column)
            inner = drawing.score_rect(rect)
            paint = partial(drawing.paint_score, words=words, effect=effect)
            self._pictures.paint(painter, inner, (words, effect), paint)

    def _face(self, row: int, column: int) -> tuple[str, int | None]:
        """The words in a cell, and its effect from -3 to 3; None: not scored."""
        cell = (self.grid.columns[column - FIRST].id, self.grid.lines[row].interest)
        score = self.scores.score(cell)
        if score is None or score.value is None:
            index = self.currentIndex()
            typed = self._typed.text if (row, column) == (index.row(), index.column()) else ""
            return typed.replace("-", MINUS) or ("ask" if cell == self.scores.asked else ""), None
        value = score.value
        has_range = score.low is not None or score.high is not None
        effect = strength(value, self.grid.scale) * (1 if value > 0 else -1)
        return f"{written(value)} ±" if has_range else written(value), effect

    def _paint_column(self, painter: QPainter, column: int, height: float, *, has_said: bool) -> None:
        rect = QRectF(self.column_left(column), 0, self.columnWidth(column), height)
        is_current = self.currentIndex().isValid() and self.currentIndex().column() == column
        drawing.paint_column(
            painter,
            rect,
            self.grid.columns[column - FIRST],
            is_current=is_current,
            has_said=has_said and self._across.has_said,
        )

    def _paint_title(self, painter: QPainter, row: int, width: int) -> None:
        line, rect = self.grid.lines[row], self.cell_rect(row, 0)
        both = rect.adjusted(0, 0, self._across.weights, 0)
        if line.kind is Kind.HEAD:
            drawing.paint_corner(painter, QRectF(both), self._across, both.bottom())
            drawing.paint_line_under(painter, both.bottom() - 0.5, width)
        elif line.kind is Kind.PARTY:
            drawing.paint_party(painter, QRectF(both), line, width)
        else:
            is_current = self.currentIndex().row() == row
            paint = partial(
                drawing.paint_interest_and_weight, line=line, across=self._across, is_current=is_current
            )
            self._pictures.paint(painter, both, (line, is_current), paint)

    def _paint_marks(self, painter: QPainter) -> None:
        """The block that is marked, and where the keyboard is."""
        index = self.currentIndex()
        if not index.isValid():
            return
        painter.setClipRect(QRect(0, 0, self.viewport().width(), self.height()))
        if self._anchor is not None:
            rows, columns = self.marked_places()
            first, last = self.cell_rect(rows[0], columns[0]), self.cell_rect(rows[-1], columns[-1])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look().colour("focus"), 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(first.united(last)).adjusted(1, 1, -1, -1), 5, 5)
        if self.hasFocus():
            ring = QRectF(drawing.score_rect(self.visualRect(index)))
            paint_focus_ring(painter, ring, look())
