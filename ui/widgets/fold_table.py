"""Rows that open, with cells beside their heads: a table where there is room, else one below the other."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.look import look
from ui.widgets.columns import Columns
from ui.widgets.fold_list import FoldItem, FoldList
from ui.widgets.fold_row import LEFT
from ui.widgets.hairline import Hairline
from ui.widgets.sentence import Sentence
from ui.widgets.tab_order import tab_as_laid_out

GAP, ROW_GAP = 20, 4
INSET = 6
"""The words of a head begin so far below the top of its row."""


class Measures(NamedTuple):
    """The names of the columns, the share of the width each takes, and the least width of one."""

    names: tuple[str, ...]
    shares: tuple[int, ...]
    least: int = 180

    def columns(self) -> Columns:
        """An empty row: all cells side by side, two by two, or one below the other."""
        number = len(self.names)
        return Columns(self.least, (1, 2, number), GAP, ROW_GAP, self.shares)

    def fit(self, width: int) -> bool:
        """Whether all cells have room side by side."""
        number = len(self.names)
        return width >= look().px(self.least) * number + look().px(GAP) * (number - 1)


class TableCell(QWidget):
    """What stands in a column; where cells stand below one another, with the name of the column above it."""

    def __init__(self, name: str, *contents: QWidget, inset: bool = True) -> None:
        """`inset`: words, which begin where those of the head do; fields begin at the top."""
        super().__init__()
        self._is_inset = inset
        self._name = Sentence(name, "group", "muted")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._name)
        for content in contents:
            self._column.addWidget(content)
        self._name.hide()
        look().changed.connect(self._fit)
        self._fit()

    def show_name(self, *, shown: bool) -> None:
        """Say which column it is, or leave that to the head of the table."""
        if shown == self._name.isHidden():
            self._name.setVisible(shown)
            self._fit()

    def _fit(self) -> None:
        px, is_named = look().px, not self._name.isHidden()
        left = px(LEFT) if is_named else 0  # below the words of its head, beside the sign that opens
        self._column.setContentsMargins(
            left, px(INSET) if self._is_inset and not is_named else px(2), 0, px(INSET)
        )
        self._column.setSpacing(px(4))


class TableItem(FoldItem):
    """One row: its head, and the cells beside it."""

    def __init__(
        self, make_body: Callable[[], QWidget], measures: Measures, cells: Sequence[TableCell]
    ) -> None:
        super().__init__(make_body)
        self.cells = tuple(cells)
        self._row.removeWidget(self.head)
        self._cells_row = measures.columns()
        self._cells_row.show_widgets([self.head, *cells])
        self._column.insertWidget(0, self._cells_row)
        tab_as_laid_out(self)

    def show_names(self, *, shown: bool) -> None:
        """Say in every cell which column it is."""
        for cell in self.cells:
            cell.show_name(shown=shown)


class FoldTable(QWidget):
    """A head with the names of the columns, and rows. Keys, moves and removals are those of its list."""

    def __init__(self, measures: Measures, make_item: Callable[[str], TableItem]) -> None:
        super().__init__()
        self._measures, self._make_item = measures, make_item
        self._is_wide, self._has_rows = True, False
        self.list = FoldList(self._made)
        first, *others = (Sentence(name, "group", "muted") for name in measures.names)
        begin = QWidget()
        self._first = QVBoxLayout(begin)
        self._first.addWidget(first)
        self._names = measures.columns()
        self._names.show_widgets([begin, *others])
        self._head = QWidget()
        self._head_column = QVBoxLayout(self._head)
        self._head_column.addWidget(self._names)
        self._head_column.addWidget(Hairline())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.list)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def items(self) -> dict[str, TableItem]:
        """The rows by their keys, in order."""
        return {key: item for key, item in self.list.items.items() if isinstance(item, TableItem)}

    def show_keys(self, keys: Sequence[str]) -> bool:
        """Have these rows, in this order; the answer is whether any are new, gone or elsewhere."""
        self._has_rows = bool(keys)
        self._head.setVisible(self._has_rows and self._is_wide)
        return self.list.show_keys(keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for a table, or no longer."""
        super().resizeEvent(event)
        self._arrange()

    def _made(self, key: str) -> TableItem:
        item = self._make_item(key)
        item.show_names(shown=not self._is_wide)
        return item

    def _arrange(self) -> None:
        is_wide = self._measures.fit(self.width())
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._head.setVisible(is_wide and self._has_rows)
            for item in self.items.values():
                item.show_names(shown=not is_wide)

    def _fit(self) -> None:
        px = look().px
        self._first.setContentsMargins(px(LEFT), 0, 0, 0)
        self._head_column.setContentsMargins(0, 0, 0, 0)
        self._head_column.setSpacing(px(4))
        self._arrange()
