"""One item of a list: its words and what is known of it; below, while it is open, its fields."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.pages.scenarios.context import Context
from ui.pages.scenarios.editor import ItemEditor
from ui.pages.scenarios.kinds import Item, Kind
from ui.widgets import Hairline
from ui.widgets.fold_row import ITEM, FoldRow
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address


class ItemLine(QWidget):
    """Keeps the key of its item only."""

    opened = Signal()
    shifted = Signal(int)
    stepped = Signal(int)
    remove_wanted = Signal()
    entered = Signal(str)

    def __init__(self, document: Document, kind: Kind, at: Callable[[], Address | None]) -> None:
        super().__init__()
        self._document, self._kind, self._at = document, kind, at
        self.head = FoldRow(ITEM)
        self.editor: ItemEditor | None = None
        self._last: tuple[Item, Context] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(Hairline())
        self.head.shifted.connect(self.shifted)
        self.head.stepped.connect(self.stepped)
        self.head.remove_wanted.connect(self.remove_wanted)
        self.head.entered.connect(lambda: self.entered.emit(""))
        self.head.toggled.connect(lambda is_open: self.open(is_open=is_open))

    def refresh(self, change: Change | None, item: Item, context: Context) -> None:
        """Show what stands in the document."""
        self._last = (item, context)
        self._show_head()
        if self.editor is not None and not self.editor.isHidden():
            self.editor.refresh(change, str(getattr(item, self._kind.key)), context)

    def open(self, *, is_open: bool = True) -> None:
        """Show the fields, or hide them."""
        if is_open and self.editor is None:
            self.editor = ItemEditor(self._document, self._kind, self._at)
            self.editor.closed.connect(self._close)
            self.editor.remove_wanted.connect(self.remove_wanted)
            self.editor.entered.connect(self.entered)
            self._column.insertWidget(1, self.editor)
            tab_as_laid_out(self)
        self.head.setChecked(is_open)
        if self.editor is None:
            return
        self.editor.setVisible(is_open)
        self._show_head()
        if is_open and self._last is not None:
            item, context = self._last
            self.editor.refresh(None, str(getattr(item, self._kind.key)), context)
            self.opened.emit()

    def _show_head(self) -> None:
        """What is known of it stands in the fields while they are open."""
        if self._last is not None:
            is_open = self.editor is not None and not self.editor.isHidden()
            said = "" if is_open else self._kind.said(*self._last)
            self.head.show_words(self._kind.words(*self._last), said)

    def _close(self) -> None:
        self.open(is_open=False)
        self.head.setFocus(Qt.FocusReason.OtherFocusReason)
