"""Rows that open: what they are about, and below it, made when it is first opened, what can be done with it.

One row at a time is open, so that a list stays a list. Rows are known by the key of what they show.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.look import look
from ui.widgets.fold_row import ITEM, Folding, FoldRow
from ui.widgets.hairline import Hairline
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out


class FoldItem(QWidget):
    """One row. `before` and `after` stand beside its head; `make_body` makes what opens below it."""

    opened = Signal()
    closed = Signal()
    shifted = Signal(int)
    """It is to be moved by so many places."""
    stepped = Signal(int)
    """The keyboard wants to go so many rows on."""
    remove_wanted = Signal()
    entered = Signal()

    def __init__(
        self,
        make_body: Callable[[], QWidget],
        kind: Folding = ITEM,
        before: QWidget | None = None,
        after: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.head = FoldRow(kind)
        self._make_body = make_body
        self._body: QWidget | None = None
        self._row = QHBoxLayout()
        for widget in (before, self.head, after):
            if widget is self.head:
                self._row.addWidget(widget, 1)
            elif widget is not None:
                self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        nest(self._column, self._row)
        self._column.addWidget(Hairline())
        self.head.shifted.connect(self.shifted)
        self.head.stepped.connect(self.stepped)
        self.head.remove_wanted.connect(self.remove_wanted)
        self.head.entered.connect(self.entered)
        self.head.toggled.connect(lambda is_open: self.open(is_open=is_open))
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def is_open(self) -> bool:
        """Whether what lies below it is shown."""
        return self._body is not None and not self._body.isHidden()

    def open(self, *, is_open: bool = True) -> None:
        """Show what lies below it, or hide it."""
        if is_open == self.is_open:
            return
        if self._body is None:
            self._body = self._make_body()
            self._column.insertWidget(1, self._body)
            tab_as_laid_out(self)
        self._body.setVisible(is_open)
        self.head.setChecked(is_open)
        if is_open:
            self.opened.emit()
        else:
            self.closed.emit()

    def close_to_head(self) -> None:
        """Hide what lies below it, and give the keyboard to its head."""
        self.open(is_open=False)
        self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self._row.setSpacing(look().px(4))


class FoldList(QWidget):
    """Keeps keys only. What is moved or removed is asked of whoever fills it."""

    shift_wanted = Signal(str, int)
    remove_wanted = Signal(str)
    entered = Signal(str)
    """The key of the row in hand."""
    rearranged = Signal()
    """A row was opened, closed, made or taken away: the order of Tab may be another."""
    left_below = Signal()
    """The keyboard wants to go on after the last row."""

    def __init__(self, make_item: Callable[[str], FoldItem]) -> None:
        super().__init__()
        self._make_item = make_item
        self.items: dict[str, FoldItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_keys(self, keys: Sequence[str]) -> bool:
        """Have these rows, in this order; the answer is whether any are new, gone or elsewhere."""
        if list(keys) == list(self.items):
            return False
        for key in [key for key in self.items if key not in keys]:
            self._discard(self.items.pop(key))
        self.items = {key: self.items.get(key) or self._made(key) for key in keys}
        for item in self.items.values():
            self._column.removeWidget(item)
            self._column.addWidget(item)
        tab_as_laid_out(self)
        self.rearranged.emit()
        return True

    def take_focus(self, key: str) -> bool:
        """Put the keyboard on the head of a row; False when there is no such row."""
        item = self.items.get(key)
        if item is not None:
            item.head.setFocus(Qt.FocusReason.OtherFocusReason)
        return item is not None

    def key_after(self, key: str) -> str:
        """The row that takes the place of one that goes; empty when it is the only one."""
        left = [each for each in self.items if each != key]
        return left[min(list(self.items).index(key), len(left) - 1)] if left else ""

    def _made(self, key: str) -> FoldItem:
        item = self._make_item(key)
        item.opened.connect(lambda: self._open_one(key))
        item.closed.connect(self.rearranged)
        item.shifted.connect(lambda by: self.shift_wanted.emit(key, by))
        item.stepped.connect(lambda by: self._step(key, by))
        item.remove_wanted.connect(lambda: self.remove_wanted.emit(key))
        item.entered.connect(lambda: self.entered.emit(key))
        return item

    def _open_one(self, key: str) -> None:
        for other, item in self.items.items():
            if other != key:
                item.open(is_open=False)
        self.rearranged.emit()

    def _step(self, key: str, by: int) -> None:
        keys = list(self.items)
        to = keys.index(key) + by
        if to == len(keys):
            self.left_below.emit()
        elif to >= 0:
            self.take_focus(keys[to])

    def _discard(self, item: FoldItem) -> None:
        """Out of the layout first: PySide does not notice when Qt takes a child that goes out of it."""
        self._column.removeWidget(item)
        item.hide()
        item.setParent(None)
        item.deleteLater()
