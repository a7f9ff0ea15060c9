"""What stays in view while one scrolls: the names of the scenarios with the party in hand, and the foot.

Both lie on what scrolls the page and not on the page, so that paper shows the table as it is.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.pages.scores.measures import head_height
from ui.pages.scores.table import ScoreTable
from ui.tables.sideways_bar import SidewaysBar
from ui.theme.look import look
from ui.widgets import Sentence
from ui.widgets.key_hints import Hint, KeyHints
from ui.widgets.laid_out import nest

LEAST_HEADS = 5
"""So many times its own height the floating head must leave to the rest; else it shows names alone."""
ROOM_FOR_KEYS, ROOM_FOR_PLACE = 760, (560, 420)


class FloatingHead(QWidget):
    """Over the top of what is seen, while the table's own head is above it."""

    def __init__(self, area: QScrollArea, table: ScoreTable) -> None:
        super().__init__(area.viewport())
        self._area, self._table = area, table
        self.setAccessibleName("Names of the scenarios")
        self.hide()
        area.verticalScrollBar().valueChanged.connect(self.place)
        table.horizontalScrollBar().valueChanged.connect(self.update)
        table.moved_to.connect(lambda _rect: self.update())

    def place(self) -> None:
        """Show it, or not."""
        table, port = self._table, self._area.viewport()
        if not table.isVisible() or not table.grid.columns:
            self.hide()
            return
        top = table.mapTo(port, QPoint(0, 0)).y()
        own = table.verticalHeader().sectionSize(0)
        is_wanted = top < -look().px(8) and top + table.height() > 2 * own
        if is_wanted:
            self.setGeometry(0, 0, port.width(), self._head() + self._party_height())
            self.raise_()
            self.update()
        self.setVisible(is_wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names, a line, and the party whose interests are being scrolled through."""
        del event
        here, table = look(), self._table
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), here.colour("surface"))
        painter.translate(self._left(), 0)
        head = self._head()
        table.paint_head(painter, has_said=self._has_said())
        painter.setPen(QPen(here.colour("edge"), 1))
        painter.drawLine(0, head - 1, min(table.width(), table.across.whole), head - 1)
        row = self._party_row()
        if row:
            rect = table.cell_rect(row, 0)
            painter.translate(0, head - rect.top())
            table.paint_rows(painter, [row], QRect(0, rect.top(), table.width(), rect.height()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A verdict up here answers as it does in its place; nothing below is hit."""
        event.accept()
        row, at = self._party_row(), event.position().toPoint()
        index = self._table.indexAt(QPoint(at.x() - self._left(), self._table.cell_rect(row, 0).center().y()))
        if row and at.y() > self._head() and index.isValid():
            self._table.explained.emit(index.row(), index.column(), self._table.visualRect(index))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """All has happened when the button went down."""
        event.accept()

    def _head(self) -> int:
        return head_height(self._table.grid, self._table.across, names_only=not self._has_said())

    def _has_said(self) -> bool:
        table = self._table
        whole = head_height(table.grid, table.across)
        return whole * LEAST_HEADS < self._area.viewport().height()

    def _party_row(self) -> int:
        """The row of the party whose lines lie right below the names."""
        table = self._table
        y = self._head() - table.mapTo(self._area.viewport(), QPoint(0, 0)).y()
        row = table.verticalHeader().logicalIndexAt(y)
        return table.grid.party_row(row) if row > 0 else 0

    def _party_height(self) -> int:
        row = self._party_row()
        return self._table.verticalHeader().sectionSize(row) if row else 0

    def _left(self) -> int:
        return self._table.mapTo(self._area.viewport(), QPoint(0, 0)).x()


class FloatingFoot(QWidget):
    """What the cell in hand means, in words, and which keys work; or why something was refused."""

    def __init__(self, area: QScrollArea, table: ScoreTable) -> None:
        super().__init__(area.viewport())
        self._area = area
        self._sideways = SidewaysBar(table, self)
        self._means = Sentence("", "body_strong")
        self._place = Sentence("", "citation", "muted")
        self._keys = KeyHints()
        self._words = QVBoxLayout()
        self._words.addWidget(self._means)
        self._words.addWidget(self._place)
        self._row = QHBoxLayout()
        nest(self._row, self._words, 1)
        self._row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._sideways)
        nest(self._column, self._row)
        area.viewport().installEventFilter(self)
        look().changed.connect(self.place)
        self.hide()

    def say(self, means: str, token: str, place: str, hints: tuple[Hint, ...]) -> None:
        """Say it, and make room for it."""
        self._means.set_token(token)
        self._means.setText(means)
        self._place.setText(place)
        self._keys.show_hints(hints)
        self.setAccessibleName(f"{means} {place}".strip())
        self.show()
        self.place()

    def place(self) -> None:
        """Along the lower edge."""
        px, port = look().px, self._area.viewport()
        self._column.setContentsMargins(px(28), px(8), px(28), px(10))
        self._column.setSpacing(px(6))
        self._row.setSpacing(px(20))
        self._words.setSpacing(0)
        self._keys.setVisible(port.width() >= px(ROOM_FOR_KEYS))
        is_roomy = port.width() >= px(ROOM_FOR_PLACE[0]) and port.height() >= px(ROOM_FOR_PLACE[1])
        self._place.setVisible(is_roomy)
        self._column.activate()
        height = max(self._column.heightForWidth(port.width()), self._column.minimumSize().height())
        self.setGeometry(0, port.height() - height, port.width(), height)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another size of the sheet."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, with a line above."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.setPen(QPen(look().colour("hair"), 1))
        painter.drawLine(0, 0, self.width(), 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What lies below is covered: it must not be hit."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nor let go of."""
        event.accept()
