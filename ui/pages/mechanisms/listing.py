"""The table of one catalogue: what is suggested, the rest, what the room added, and a line that adds more."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine
from ui.pages.mechanisms.entry_detail import EntryDetail
from ui.pages.mechanisms.entry_row import EntryRow
from ui.pages.mechanisms.heads import ColumnHeads, GroupName, SuggestedHead
from ui.pages.mechanisms.measures import measures
from ui.pages.mechanisms.wording import Kind
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Citation, Sentence
from ui.widgets.inline_note import InlineNote
from ui.widgets.one_open import OneOpen
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.follows import Follows
from workbook.analysis.workings.findings import OfCatalogue
from workbook.analysis.workings.lines import Line
from workbook.library.loader import load
from workbook.model.draft import Draft

if TYPE_CHECKING:
    from workbook.library.entries import Entry

REST, REST_ALONE, OWN = "Others in the list", "In the list", "Your own"
NOT_PLACED = (
    "Once the draft is placed on a dimension, what is suggested for the platform it resembles stands first."
)
Group = tuple[str, tuple[str, ...]]
"""A platform, or the name of a group that nothing suggests, and the keys of its rows."""


class Listing(QWidget):
    """Rows in groups: their order follows from the platform and the catalogue, never from what is chosen."""

    entered = Signal(str, str)
    """The entry and the field that are now in hand."""
    rearranged = Signal()
    add_wanted = Signal(str, str)
    """An entry is to be added to a scenario."""
    remove_wanted = Signal(str, str)
    entry_removal_wanted = Signal(str)
    own_wanted = Signal(object)
    """Rows of cells: entries of the room's own are to be made."""

    def __init__(self, document: Document, requests: Requests, kind: Kind) -> None:
        super().__init__()
        self._document, self._requests, self._kind = document, requests, kind
        self.rows: dict[str, EntryRow] = {}
        self._groups: tuple[object, ...] = ()
        self._entries: dict[str, Entry] = {}
        self._group_heads: list[QWidget] = []
        self._open = OneOpen()
        self._draft: Draft | None = None
        self._heads = ColumnHeads(kind)
        self.note = InlineNote()
        self.note.undo_wanted.connect(document.undo)
        self.add = AddLine(kind.add, f"Add {kind.one} of your own", "Enter adds it. Pasted lines add many.")
        self.add.added.connect(self.own_wanted)
        self.add.entered.connect(lambda: self.entered.emit("", "own"))
        self._lay_out()
        look().changed.connect(self._fit)
        self._fit()

    def refresh(
        self, change: Change | None, draft: Draft, found: OfCatalogue, follows: Sequence[Follows]
    ) -> None:
        """Show what stands in the document."""
        if change is not None:
            self.note.hide()
        self._draft = draft
        lines = {line.entry.id: line for line in found.lines}
        self._entries = {key: line.entry for key, line in lines.items()}
        groups = tuple(_groups(found.lines, follows))
        shown = (groups, tuple(follows))
        is_another = shown != self._groups
        if is_another:
            self._groups = shown
            self._arrange(groups, follows)
        self._heads.show_scenarios(draft)
        for key, row in self.rows.items():
            row.refresh(change, draft, lines[key])
        self._open.show(self.rows, "")
        self._fit_columns()
        if is_another:
            self._on_rearranged()

    def reveal(self, key: str, scenario: str = "", field: str = "") -> bool:
        """Go to an entry, or a field of it in a scenario, or (without one) of the entry itself."""
        row = self.rows.get(key)
        if row is None:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self._document.seal()
        row.open()
        detail = row.detail
        is_there = detail is not None and (
            detail.uses.reveal(scenario, field) if scenario else bool(field) and detail.about.reveal(field)
        )
        if not is_there:
            row.head.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def row_after(self, key: str) -> str:
        """The entry that takes the place of one that goes; empty when it is the only one."""
        keys = list(self.rows)
        left = [each for each in keys if each != key]
        return left[min(keys.index(key), len(left) - 1)] if left else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may leave room for columns, or none."""
        super().resizeEvent(event)
        self._fit_columns()

    # How it is put together --------------------------------------------------------------------------------

    def _arrange(self, groups: Sequence[Group], follows: Sequence[Follows]) -> None:
        keys = [key for _, held in groups for key in held]
        for key in [key for key in self.rows if key not in keys]:
            self._discard(self.rows.pop(key))
        for head in self._group_heads:
            self._discard(head)
        self.rows = {key: self.rows.get(key) or self._made_row(key) for key in keys}
        self._group_heads = []
        by_platform: dict[str, Follows] = {each.platform: each for each in follows}
        for name, held in groups:
            head = self._made_head(name, by_platform, is_alone=not follows)
            self._group_heads.append(head)
            self._list.addWidget(head)
            for key in held:
                self._list.removeWidget(self.rows[key])
                self._list.addWidget(self.rows[key])

    def _made_head(self, name: str, follows: Mapping[str, Follows], *, is_alone: bool) -> QWidget:
        if name in follows:
            platform = load().platform(name)
            return SuggestedHead(self._kind, follows[name], platform, self._requests)
        if name == REST and is_alone:
            return GroupName(REST_ALONE, NOT_PLACED)
        return GroupName(name)

    def _made_row(self, key: str) -> EntryRow:
        row = EntryRow(partial(self._made_detail, key))
        self._open.watch(key, row)
        row.opened.connect(self._on_rearranged)
        row.closed.connect(self._on_rearranged)
        row.stepped.connect(lambda by: self._step(key, by))
        row.entered.connect(lambda: self.entered.emit(key, ""))
        row.cell_entered.connect(lambda: self.entered.emit(key, ""))
        row.add_wanted.connect(lambda scenario: self.add_wanted.emit(key, scenario))
        row.show_wanted.connect(lambda scenario: self.reveal(key, scenario, "how"))
        row.remove_wanted_from.connect(lambda scenario: self.remove_wanted.emit(key, scenario))
        row.cell_stepped.connect(lambda column, across, down: self._step_cell(key, column + across, down))
        return row

    def _made_detail(self, key: str) -> EntryDetail:
        detail = EntryDetail(self._document, self._requests, self._kind, self._entries[key], self._draft_id)
        detail.entered.connect(lambda field: self.entered.emit(key, field))
        detail.rearranged.connect(self._on_rearranged)
        detail.add_wanted.connect(lambda scenario: self._add_and_go(key, scenario))
        detail.remove_wanted.connect(lambda scenario: self._remove_and_go(key, scenario))
        detail.entry_removal_wanted.connect(lambda: self.entry_removal_wanted.emit(key))
        return detail

    def _add_and_go(self, key: str, scenario: str) -> None:
        """Added in the opened row: the next thing is to say how it is used."""
        self.add_wanted.emit(key, scenario)
        self.reveal(key, scenario, "how")

    def _remove_and_go(self, key: str, scenario: str) -> None:
        """Removed in the opened row: the keyboard goes to where it could be added again."""
        self.remove_wanted.emit(key, scenario)
        self.reveal(key, scenario)

    def _draft_id(self) -> str | None:
        return None if self._draft is None else self._draft.id

    def _step(self, key: str, by: int) -> None:
        keys = list(self.rows)
        to = keys.index(key) + by
        if 0 <= to < len(keys):
            self.rows[keys[to]].head.setFocus(Qt.FocusReason.OtherFocusReason)
        elif to == len(keys):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_cell(self, key: str, column: int, down: int) -> None:
        """From cell to cell; left of the first one is the name of the row."""
        keys = list(self.rows)
        to = keys.index(key) + down
        if not 0 <= to < len(keys):
            return
        row = self.rows[keys[to]]
        if column < 0:
            row.head.setFocus(Qt.FocusReason.OtherFocusReason)
        elif column < len(row.cells):
            row.cells[column].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rearranged(self) -> None:
        tab_as_laid_out(self)
        self.rearranged.emit()

    def _discard(self, widget: QWidget) -> None:
        """Out of the layout first: PySide does not notice when Qt takes a child that goes out of it."""
        self._list.removeWidget(widget)
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()

    def _lay_out(self) -> None:
        listed = QWidget()
        self._list = QVBoxLayout(listed)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._heads, listed, self.note, self.add):
            self._column.addWidget(widget)
        remark = load().remark(self._kind.catalogue)
        if remark is not None:
            self._column.addWidget(Sentence(remark.text, "secondary", "muted"))
            self._column.addWidget(Citation(remark.citation))

    def _fit_columns(self) -> None:
        number = 0 if self._draft is None else len(self._draft.scenarios)
        found = measures(self.width(), number)
        self._heads.fit(found)
        for row in self.rows.values():
            row.fit(found)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(8))
        self._fit_columns()


def _groups(lines: Sequence[Line], follows: Sequence[Follows]) -> Iterator[Group]:
    """An entry that two platforms suggest stands with the first of them."""
    for each in follows:
        held = tuple(line.entry.id for line in lines if line.suggested_by[:1] == (each.platform,))
        if held:
            yield each.platform, held
    yield REST, tuple(line.entry.id for line in lines if not line.suggested_by and not line.entry.own)
    own = tuple(line.entry.id for line in lines if line.entry.own)
    if own:
        yield OWN, own
