"""What stands above the table: title, key, columns, order; and what of it floats when one scrolls."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.pages.compare.table import CompareTable
from ui.tables.sideways_bar import SidewaysBar
from ui.theme.look import look
from ui.widgets import FlowLayout, Heading, Painted, Sentence
from ui.widgets.painting import paint_not_placed, paint_shared_bar

SWATCH = (28, 11)
LEAST_HEADS = 4
"""So many times its own height the floating head must leave to the rest, figures included."""
HALF_SHARED = ({"resource_dependence": 1.0}, {"resource_dependence": 0.5, "social_issue": 0.5})


class Swatch(Painted):
    """A bar of which half is solid: the sign of the key."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As small as a sign in a line of text."""
        return QSize(look().px(SWATCH[0]), look().px(SWATCH[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Half solid."""
        del event
        painter = QPainter(self)
        paint_shared_bar(painter, QRectF(self.rect()), *HALF_SHARED, look())


class Key(QWidget):
    """What solid means on this page."""

    def __init__(self) -> None:
        super().__init__()
        self._says = Sentence("", "secondary", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        row.addWidget(Swatch(), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._says, 1)

    def show_anchor(self, name: str) -> None:
        """Say with whom what is solid is shared."""
        self._says.setText(f"Solid: shared with {name}")


class PageHead(QWidget):
    """Title and key at the left, tools at the right; below one another where that is too wide."""

    def __init__(self, title: str, key: QWidget, *tools: QWidget) -> None:
        super().__init__()
        self._left, self._right = QWidget(), QWidget()
        left, right = FlowLayout(self._left, gap=18, line_gap=2), FlowLayout(self._right, gap=12)
        left.addWidget(Heading(title))
        left.addWidget(key)
        for tool in tools:
            right.addWidget(tool)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._left, 1)
        self._box.addWidget(self._right, 0)
        look().changed.connect(self.arrange)

    def arrange(self) -> None:
        """Side by side, if there is room for both."""
        wanted = self._left.sizeHint().width() + self._right.sizeHint().width() + look().px(24)
        is_wide = wanted <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._box.setSpacing(look().px(12 if is_wide else 8))
        self._box.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self.arrange()


class FloatingHead(QWidget):
    """The names of the columns once more, over a table whose first line has been scrolled away.

    It lies on what scrolls the page and not on the page, so that paper shows the table as it is.
    """

    def __init__(self, area: QScrollArea, table: CompareTable) -> None:
        super().__init__(area.viewport())
        self._area, self._table = area, table
        self.setAccessibleName("Names of the columns")
        self.setMouseTracking(True)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._sideways = SidewaysBar(table, self)
        self._column.addWidget(self._sideways)
        self.hide()
        area.verticalScrollBar().valueChanged.connect(self.place)
        table.horizontalScrollBar().valueChanged.connect(self.update)

    def place(self) -> None:
        """Over the top of what is seen, while the table's own head is above it and other lines are below."""
        table, port = self._table, self._area.viewport()
        rows = table.verticalHeader()
        if not rows.count() or not table.isVisible():
            self.hide()
            return
        top = table.mapTo(port, QPoint(0, 0))
        head = rows.sectionSize(0)
        is_wanted = top.y() < -look().px(8) and top.y() + table.height() > 2 * head
        if is_wanted:
            bar = self._sideways.sizeHint().height() if not self._sideways.isHidden() else 0
            self._column.setContentsMargins(top.x(), 0, port.width() - top.x() - table.width(), 0)
            self.setGeometry(0, 0, port.width(), self._lines_height(head) + look().px(4) + bar)
            self.raise_()
            self.update()
        self.setVisible(is_wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first line of the table on a ground of its own."""
        del event
        here, table = look(), self._table
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), here.colour("surface"))
        if table.verticalHeader().count():
            painter.save()
            painter.translate(self._table_left(), 0)
            height = self._lines_height(table.verticalHeader().sectionSize(0)) + here.px(2)
            table.paint_rows(painter, [0], QRect(0, 0, table.width(), height))
            painter.restore()
        painter.setPen(QPen(here.colour("edge"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What lies below is covered: it must not be hit."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A figure up here answers as it does in its place."""
        index = self._table.indexAt(QPoint(int(event.position().x()) - self._table_left(), 1))
        if index.isValid():
            self._table.setCurrentIndex(index)
            self._table.answer(index.row(), index.column())

    def _lines_height(self, head: int) -> int:
        """Names and figures; where the window is low, or text large, the names alone."""
        return head if head * LEAST_HEADS < self._area.viewport().height() else self._table.names_bottom

    def _table_left(self) -> int:
        return self._table.mapTo(self._area.viewport(), QPoint(0, 0)).x()


class Ghost(Painted):
    """The picture to come: bars that nobody has placed yet."""

    ROWS, COLUMNS = 5, 3

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("A table of bars that are still empty")
        self.setMinimumWidth(1)

    def sizeHint(self) -> QSize:
        """Room for a few."""
        return QSize(look().px(260), look().px(260))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows and columns of dashed bars."""
        del event
        painter, px = QPainter(self), look().px
        gap = px(18)
        width = (self.width() - px(24) - gap * (self.COLUMNS - 1)) / self.COLUMNS
        for row in range(self.ROWS):
            for column in range(self.COLUMNS):
                left = px(24) + column * (width + gap)
                paint_not_placed(painter, QRectF(left, px(12) + row * px(46), width, px(14)), look())
