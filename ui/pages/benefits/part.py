"""What every part of the page is, and the parts that are lists: rows, and a line that adds the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine, Rows
from ui.forms.record_rows import ReadRows, read_rows
from ui.pages.benefits.context import Context
from ui.pages.benefits.lists import Item, ListKind
from ui.pages.benefits.record_row import At, RecordRow
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Sentence
from ui.widgets.fold_table import FoldTable
from ui.widgets.inline_note import InlineNote
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.finding import Finding
from workbook.analysis.wording import listed
from workbook.editing import Address, move, remove
from workbook.edits.ids import new_id
from workbook.model.scenarios import Scenario


class Part(QWidget):
    """One of the four parts; only the one that is seen is refreshed. `at` is the address of the scenario."""

    rearranged = Signal()
    """There is more, or less, for Tab to come to."""
    entered = Signal(str)
    """The name of the field that is now in hand; empty for the part as such."""

    def __init__(self, document: Document, requests: Requests, at: At) -> None:
        super().__init__()
        self.document, self.requests, self.at = document, requests, at
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        look().changed.connect(self._fit)

    def refresh(self, change: Change | None, context: Context) -> None:
        """Show what stands in the document. None: this is another scenario, or another visit."""

    def reveal(self, steps: tuple[str, ...]) -> None:
        """Go to a record, or a field of it; to where one would add something when none is named."""

    def _fit(self) -> None:
        self.column.setSpacing(look().px(12))


class ListPart(Part):
    """Keeps the keys of its rows only."""

    def __init__(self, document: Document, requests: Requests, at: At, kind: ListKind) -> None:
        super().__init__(document, requests, at)
        self.kind = kind
        self.sum = WhySentence(requests, "finding")
        self.table = FoldTable(kind.measures, self._made_row)
        self._none = Sentence(kind.none, "secondary", "muted")
        self.note = InlineNote()
        self.add = AddLine(
            kind.placeholder,
            f"Add {kind.one}",
            "Enter adds it. Pasted lines, or cells of a spreadsheet with the names of its columns, add many.",
        )
        self._context: Context | None = None
        self._sums = QVBoxLayout()
        self._connect()

    @property
    def rows(self) -> dict[str, RecordRow]:
        """The rows by the id of their record, in the order in which they stand."""
        return {key: row for key, row in self.table.items.items() if isinstance(row, RecordRow)}

    def refresh(self, change: Change | None, context: Context) -> None:
        """Show the rows, and what is found on them."""
        if change is not None:
            self.note.hide()
        self._context = context
        held = {each.id: each for each in self._held(context.scenario)}
        keys = self.order(change, context)
        findings = self.show_sums(context)
        is_another = self.table.show_keys(keys)
        for key, row in self.rows.items():
            row.refresh(change, held[key], findings.get(key), context)
        self._none.setVisible(not keys)
        if is_another:
            self.rearranged.emit()

    def order(self, change: Change | None, context: Context) -> list[str]:
        """Which records are shown, and in which order."""
        del change
        return [each.id for each in self._held(context.scenario)]

    def show_sums(self, context: Context) -> dict[str, Finding]:
        """Say what is found on the whole; the answer is what is found on each record."""
        del context
        return {}

    def made_row(self, at: At) -> RecordRow:
        """A row for the record at an address: each list its own."""
        return RecordRow(self.document, self.kind, at, ())

    def reveal(self, steps: tuple[str, ...]) -> None:
        """Go to a record, or a field of it; to the line that adds one when it is not there."""
        row = self.rows.get(steps[0]) if steps else None
        if row is None:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        elif len(steps) > 1:
            row.take_focus(steps[1])
        else:
            row.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay_out(self, *below: QWidget, sums: Sequence[QWidget] = (), tools: Sequence[QWidget] = ()) -> None:
        """Sums, what chooses among the rows, rows, the line that adds, and what else stands below."""
        for widget in (self.sum, *sums):
            self._sums.addWidget(widget)
        nest(self.column, self._sums)
        for widget in (*tools, self._none, self.table, self.note, self.add, *below):
            self.column.addWidget(widget)
        tab_as_laid_out(self)
        self._fit()

    def to(self, *steps: str) -> Address | None:
        """An address in the list."""
        at = self.at()
        return None if at is None else (*at, self.kind.field, *steps)

    def _fit(self) -> None:
        super()._fit()
        self._sums.setSpacing(look().px(4))

    # What the user does ------------------------------------------------------------------------------------

    def add_rows(self, rows: Rows) -> None:
        """Add what was typed or pasted, as one step of undo."""
        context = self._context
        if context is not None:
            self._add_read(read_rows(rows, self.kind.all_fields, context.offers), number_of_rows=len(rows))

    def _add_read(self, read: ReadRows, number_of_rows: int = 1) -> None:
        at, context = self.to(), self._context
        if at is None or context is None or not read.records:
            return
        added = tuple(
            self.kind.of(id=new_id(self.kind.letter), **self.completed(each)) for each in read.records
        )
        number = self.kind.counted(len(added))
        label = f"adding {self.kind.one if len(added) == 1 else number}"
        self.document.put(at, (*self._held(context.scenario), *added), label)
        if number_of_rows > 1 or read.not_understood:
            words = f"{number} added."
            if read.not_understood:
                words += f" Not understood and left out: {listed(read.not_understood)}."
            self.note.say(words)

    def completed(self, values: dict[str, Item]) -> dict[str, Item]:
        """What a new record says, with what follows from what is looked at."""
        return values

    def _remove(self, key: str) -> None:
        at = self.to(key)
        if at is None:
            return
        words, target = self.rows[key].head.text(), self.table.list.key_after(key)
        self.document.edit(lambda workbook: remove(workbook, at), f"removing {self.kind.one}", at)
        self.note.say(f"“{words}” is removed.")
        if not self.table.list.take_focus(target):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shift(self, key: str, by: int) -> None:
        """Change places with the neighbour on the screen."""
        at, keys, context = self.to(key), list(self.rows), self._context
        place = keys.index(key) + by
        if at is None or context is None or not 0 <= place < len(keys):
            return
        to = [each.id for each in self._held(context.scenario)].index(keys[place])
        self.shifted(key, by)
        self.document.edit(lambda workbook: move(workbook, at, to), f"moving {self.kind.one}", at)
        self.table.list.take_focus(key)

    def shifted(self, key: str, by: int) -> None:
        """A row is about to change places with its neighbour."""

    # How it is put together --------------------------------------------------------------------------------

    def _held(self, scenario: Scenario) -> tuple[Item, ...]:
        held: tuple[Item, ...] = getattr(scenario, self.kind.field)
        return held

    def _made_row(self, key: str) -> RecordRow:
        row = self.made_row(partial(self.to, key))
        row.field_entered.connect(self.entered)
        return row

    def _connect(self) -> None:
        rows = self.table.list
        rows.shift_wanted.connect(self._shift)
        rows.remove_wanted.connect(self._remove)
        rows.rearranged.connect(self.rearranged)
        rows.left_below.connect(lambda: self.add.setFocus(Qt.FocusReason.OtherFocusReason))
        self.add.added.connect(self.add_rows)
        self.add.entered.connect(lambda: self.entered.emit(""))
        self.note.undo_wanted.connect(self.document.undo)
