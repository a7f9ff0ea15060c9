"""A list of which one is looked at, whose lines stand where they are: none is moved or removed."""

from ui.widgets.item_list import ItemList
from ui.widgets.item_row import Entry, ItemRow
from ui.widgets.painted import describe


class FixedRow(ItemRow):
    """Click or arrow keys choose it."""

    def show_entry(self, entry: Entry, number: tuple[int, int]) -> None:
        """Show another text; `number` is its place and how many there are."""
        super().show_entry(entry, number)
        describe(self, entry.name, f"{entry.said}. {number[0]} of {number[1]}. Arrow keys choose another.")


class FixedList(ItemList):
    """Sends `chosen` and `entered` only."""

    def _made_row(self, entry: Entry, number: tuple[int, int]) -> ItemRow:
        row, key = FixedRow(entry, number), entry.id
        row.clicked.connect(lambda: self.chosen.emit(key))
        row.stepped.connect(lambda by: self._step(key, by))
        row.entered.connect(self.entered)
        return row
