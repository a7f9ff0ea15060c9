"""A list of which one is looked at: rows, or in a narrow place a drop-down."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.look import look
from ui.widgets.drop_down import DropDown
from ui.widgets.item_row import Entry, ItemRow


class ItemList(QWidget):
    """Keeps ids only. What is chosen, moved or removed is asked of the page."""

    chosen = Signal(str)
    shift_wanted = Signal(str, int)
    remove_wanted = Signal(str)
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows: dict[str, ItemRow] = {}
        self._key = ""
        self._is_narrow = False
        self.folded = DropDown(name, (), "Which one is shown below.", widest=640)
        self.folded.chosen.connect(self.chosen)
        self.folded.entered.connect(self.entered)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.folded)
        self.folded.hide()
        look().changed.connect(self._fit)
        self._fit()

    def show_entries(self, entries: Sequence[Entry], chosen: str) -> bool:
        """Show these, of which one is looked at. Rows are kept; the answer is whether any are new or gone."""
        ids = [entry.id for entry in entries]
        is_another = ids != list(self.rows)
        if is_another:
            self._arrange(entries)
        self._key = chosen
        for place, entry in enumerate(entries, 1):
            row = self.rows[entry.id]
            row.show_entry(entry, (place, len(entries)))
            row.show_chosen(chosen=entry.id == chosen)
        self.folded.show_options([(entry.id, f"{entry.name}: {entry.said}") for entry in entries])
        self.folded.set_chosen(chosen)
        return is_another

    def set_narrow(self, *, narrow: bool) -> None:
        """Fold the rows into a drop-down, or unfold them."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._show_form()

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen."""
        row = self.rows.get(self._key)
        target: QWidget | None = self.folded if self._is_narrow else row
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, entries: Sequence[Entry]) -> None:
        kept = {entry.id for entry in entries}
        for key in [key for key in self.rows if key not in kept]:
            row = self.rows.pop(key)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        made = {
            entry.id: self.rows.get(entry.id) or self._made_row(entry, (place, len(entries)))
            for place, entry in enumerate(entries, 1)
        }
        for row in made.values():
            self._column.removeWidget(row)
            self._column.addWidget(row)
        self.rows = made
        self._show_form()

    def _made_row(self, entry: Entry, number: tuple[int, int]) -> ItemRow:
        row, key = ItemRow(entry, number), entry.id
        row.clicked.connect(lambda: self.chosen.emit(key))
        row.stepped.connect(lambda by: self._step(key, by))
        row.shifted.connect(lambda by: self.shift_wanted.emit(key, by))
        row.remove_wanted.connect(lambda: self.remove_wanted.emit(key))
        row.entered.connect(self.entered)
        return row

    def _step(self, key: str, by: int) -> None:
        keys = list(self.rows)
        to = keys.index(key) + by
        if 0 <= to < len(keys):
            self.chosen.emit(keys[to])
            self.take_focus()

    def _show_form(self) -> None:
        for row in self.rows.values():
            row.setVisible(not self._is_narrow)
        self.folded.setVisible(self._is_narrow and bool(self.rows))

    def _fit(self) -> None:
        self._column.setSpacing(look().px(4))
