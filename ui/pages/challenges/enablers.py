"""What helps: the list of the sources, each there, missing or not said; then what the room adds."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine, Rows
from ui.pages.challenges.enabler_row import EnablerRow
from ui.pages.challenges.wording import IS_PRESENT
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Hairline, Sentence
from ui.widgets.fold_list import FoldItem, FoldList
from ui.widgets.inline_note import InlineNote
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.finding import Finding
from workbook.analysis.wording import counted
from workbook.editing import Address, move, put, remove
from workbook.edits.challenges import enabler_of, with_enabler
from workbook.edits.ids import new_id
from workbook.library.catalogues import catalogue
from workbook.library.entries import Entry
from workbook.library.loader import load
from workbook.model.challenges import Enabler
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

WIDEST = 900
"""Where a row is wider, the eye loses the way from its name to its answer."""
LISTED = "listed:"
"""Before the id of an entry of the list, so that no enabler of the draft has the same key."""


class Enablers(QWidget):
    """Keeps keys only: of entries of the list, and of enablers that the room put in its own words."""

    entered = Signal(str)
    rearranged = Signal()

    def __init__(self, document: Document, requests: Requests, at_draft: Callable[[], Draft | None]) -> None:
        super().__init__()
        self._document, self._at_draft = document, at_draft
        self._entries: dict[str, Entry] = {}
        self._says = WhySentence(requests, "finding")
        self.listed, self.own = FoldList(self._made_row), FoldList(self._made_row)
        self._own_title = Sentence("In your own words", "section")
        self.note = InlineNote()
        self.note.undo_wanted.connect(document.undo)
        self.add = AddLine(
            "Add what else helps here, then Enter", "Add what helps", "Enter adds it. Pasted lines add many."
        )
        self._connect()
        self._lay_out()
        look().changed.connect(self._fit)
        self._fit()

    @property
    def rows(self) -> dict[str, EnablerRow]:
        """All of them: entries of the list, then own ones."""
        items = {**self.listed.items, **self.own.items}
        return {key: item for key, item in items.items() if isinstance(item, EnablerRow)}

    def refresh(self, change: Change | None, draft: Draft, found: Finding) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        if change is not None:
            self.note.hide()
        self._says.show_finding(found)
        own_entries = self._document.workbook.own_entries
        self._entries = {f"{LISTED}{each.id}": each for each in catalogue(load(), own_entries, "enablers")}
        held = {key: _held(draft, entry) for key, entry in self._entries.items()}
        taken = {each.id for each in held.values() if each is not None}
        others = {each.id: each for each in draft.enablers if each.id not in taken}
        is_another = self.listed.show_keys(list(self._entries))
        is_another = self.own.show_keys(list(others)) or is_another
        rows = self.rows
        for key, entry in self._entries.items():
            rows[key].refresh(held[key], entry)
        for key, enabler in others.items():
            rows[key].refresh(enabler, None)
        for widget in (self._own_title, self._own_line):
            widget.setVisible(bool(others))
        if is_another:
            self._on_rearranged()

    def reveal(self, enabler_id: str, field: str) -> bool:
        """Go to an enabler, or a field of it; to the line that adds one when it is not there."""
        draft = self._at_draft()
        rows = self.rows
        key = enabler_id
        if draft is not None:
            for listed, entry in self._entries.items():
                held = _held(draft, entry)
                if held is not None and held.id == enabler_id:
                    key = listed
        row = rows.get(key)
        if row is None:
            target: QWidget = self.add if enabler_id else next(iter(rows.values())).head
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            row.take_focus(field)
        return True

    # What the user does ------------------------------------------------------------------------------------

    def _say(self, key: str, label: str, origin: object, **said: object) -> None:
        """Something of an enabler; what nobody has spoken of yet becomes one with the first word."""
        draft = self._at_draft()
        if draft is None:
            return
        at = ("drafts", draft.id, "enablers")
        entry = self._entries.get(key)
        if entry is None:
            self._put(lambda book: _replaced(book, (*at, key), said), label, (*at, key), origin)
            return
        held = _held(draft, entry)
        kind = entry.name if held is None else held.kind
        enablers = with_enabler(draft.enablers, kind, **said)
        made = held or enabler_of(enablers, kind)
        where = at if made is None else (*at, made.id)
        self._put(lambda book: put(book, at, enablers), label, where, origin)

    def _put(
        self, change: Callable[[Workbook], Workbook], label: str, at: Address, origin: object | None
    ) -> None:
        if origin is None:
            self._document.edit(change, label, at)
        else:
            self._document.type_edit(change, label, at, origin)

    def _add(self, rows: Rows) -> None:
        draft = self._at_draft()
        made = tuple(
            Enabler(id=new_id("e"), kind=kind, text=" ".join(filter(None, cells)))
            for kind, *cells in rows
            if kind
        )
        if draft is None or not made:
            return
        at = ("drafts", draft.id, "enablers")
        label = "adding an enabler" if len(made) == 1 else f"adding {len(made)} enablers"
        self._document.edit(lambda book: put(book, at, (*draft.enablers, *made)), label, (*at, made[-1].id))
        if len(made) > 1:
            self.note.say(f"{counted(len(made), 'enabler')} added.")

    def _remove(self, key: str) -> None:
        draft = self._at_draft()
        if draft is None or key not in self.own.items:
            return
        name, after = self.own.items[key].head.text(), self.own.key_after(key)
        at = ("drafts", draft.id, "enablers", key)
        self._document.edit(lambda book: remove(book, at), "removing an enabler", at)
        self.note.say(f"“{name}” is removed.")
        if not self.own.take_focus(after):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shift(self, key: str, by: int) -> None:
        """Past the next own one, wherever entries of the list stand between them."""
        draft, keys = self._at_draft(), list(self.own.items)
        to = keys.index(key) + by
        if draft is not None and 0 <= to < len(keys):
            at = ("drafts", draft.id, "enablers", key)
            place = [each.id for each in draft.enablers].index(keys[to])
            self._document.edit(lambda book: move(book, at, place), "moving an enabler", at)
            self.own.take_focus(key)

    # How it is put together --------------------------------------------------------------------------------

    def _made_row(self, key: str) -> FoldItem:
        row = EnablerRow(is_own=not key.startswith(LISTED))
        row.given.connect(
            lambda value: self._say(key, "change of what helps", None, present=IS_PRESENT[value])
        )
        row.text_typed.connect(
            lambda words: self._say(key, "change of what helps", row.body and row.body.text, text=words)
        )
        row.kind_typed.connect(
            lambda words: self._say(key, "change of name", row.body and row.body.kind, kind=words)
        )
        row.left.connect(self._document.seal)
        row.entered.connect(partial(self.entered.emit, "enablers"))
        row.removed.connect(lambda: self._remove(key))
        return row

    def _connect(self) -> None:
        for fold in (self.listed, self.own):
            fold.rearranged.connect(self._on_rearranged)
        self.listed.left_below.connect(self._go_below_list)
        self.own.left_below.connect(lambda: self.add.setFocus(Qt.FocusReason.OtherFocusReason))
        self.own.remove_wanted.connect(self._remove)
        self.own.shift_wanted.connect(self._shift)
        self.add.added.connect(self._add)
        self.add.entered.connect(lambda: self.entered.emit("enablers"))

    def _go_below_list(self) -> None:
        if not self.own.take_focus(next(iter(self.own.items), "")):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rearranged(self) -> None:
        tab_as_laid_out(self)
        self.rearranged.emit()

    def _lay_out(self) -> None:
        self._own_line = Hairline()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._says, Hairline(), self.listed, self._own_title, self._own_line, self.own):
            self._column.addWidget(widget)
        self._column.addWidget(self.note)
        self._column.addWidget(self.add)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(10))
        self.setMaximumWidth(look().px(WIDEST))


def _held(draft: Draft, entry: Entry) -> Enabler | None:
    """What the draft says of an entry of the list."""
    return enabler_of(draft.enablers, entry.name, entry.id)


def _replaced(workbook: Workbook, at: Address, said: dict[str, object]) -> Workbook:
    for field, value in said.items():
        workbook = put(workbook, (*at, field), value)
    return workbook
