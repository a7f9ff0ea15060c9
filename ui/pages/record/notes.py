"""What was taken down in a draft: the line that takes down the next, what to show, and the notes in order."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.pages import all_pages
from ui.pages.record.entry import PAGE_KEY, Entry
from ui.pages.record.note_line import NoteLine
from ui.pages.record.rows import Read
from ui.pages.record.wording import ARTICLES, SHOWN
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, Sentence, Way
from ui.widgets.drop_down import DropDown
from ui.widgets.fold_list import FoldList
from ui.widgets.inline_note import InlineNote
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.wording import counted, listed
from workbook.analysis.workshop import KINDS, WHEN_DONE, is_open, note_names
from workbook.editing import Address, move, remove
from workbook.model.draft import Draft
from workbook.model.notes import Note

BELONGS = (
    "Decisions, questions, ideas and tasks, in the words of the room. They are taken down here, or on any "
    "page with Ctrl+J, and gathered here."
)
ICONS = {"decision": "check", "question": "message-circle", "idea": "lightbulb", "task": "list"}


class Notes(QWidget):
    """Keeps what is shown (a kind, open ones only); the notes are read from the document."""

    entered = Signal(str)
    """The kind, or the name of the field, that is now in hand."""
    rearranged = Signal()

    def __init__(self, document: Document, requests: Requests, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self._document, self._requests, self._today = document, requests, today
        self.entry = Entry()
        self.note = InlineNote()
        self.shown = DropDown("Show", SHOWN, "What is shown of the record.")
        self.open_only = QCheckBox("Open only")
        self.open_only.setAccessibleDescription("Hides what is done, answered or taken up, and decisions.")
        self._filter = QWidget()
        self._nothing = Sentence("", "secondary", "muted")
        self.list = FoldList(self._made_line)
        self._empty = EmptyState("Nothing is taken down yet.", BELONGS, self._ways())
        self._connect()
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, draft: Draft) -> None:
        """Show what stands in the document."""
        if change is not None:
            self.note.hide()
        names, titles = note_names(draft.record), self._titles()
        shown = [note for note in draft.record if self._is_shown(note)]
        is_another = self.list.show_keys([note.id for note in shown])
        today = self._today()
        for note in shown:
            line = self.list.items[note.id]
            if isinstance(line, NoteLine):
                line.refresh(change, note, names[note.id], titles.get(note.page, ""), today)
        self._empty.setVisible(not draft.record)
        self._filter.setVisible(bool(draft.record))
        hidden = len(draft.record) - len(shown)
        self._nothing.setText(f"{counted(hidden, 'note')} of other kinds or settled not shown.")
        self._nothing.setVisible(bool(hidden))
        if is_another:
            tab_as_laid_out(self)

    def reveal(self, key: str, field: str = "") -> None:
        """Go to a note, or a field of it; where there is none, to the line that takes one down."""
        if key and key not in self.list.items:
            self._show_all()
        item = self.list.items.get(key)
        if not isinstance(item, NoteLine):
            self.entry.take_focus()
        elif field == "done":
            item.tick.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field and field != "id":
            item.open()
            if item.editor is not None:
                item.editor.take_focus(field)
        else:
            item.head.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the user does ------------------------------------------------------------------------------------

    def _take_down(self, read: Read[Note]) -> None:
        draft = self._document.draft
        if draft is None:
            return
        if not all(self._is_shown(note) for note in read.items):
            self._show_all()
        record = (*draft.record, *read.items)
        names = note_names(record)
        first = names[read.items[0].id]
        what = first.lower() if len(read.items) == 1 else counted(len(read.items), "note")
        self._document.put(("drafts", draft.id, "record"), record, f"taking down {what}")
        words = f"{first} is taken down." if len(read.items) == 1 else f"{what} are taken down."
        if read.not_understood:
            words += f" Not understood and left out: {listed(read.not_understood)}."
        self.note.say(words)

    def _tick(self, key: str, *, is_done: bool) -> None:
        at = self._to(key)
        if at is None:
            return
        held: Note = self._document.get(at)  # type: ignore[assignment] # a note stands there
        name = self._name(key)
        state = WHEN_DONE[held.kind] if is_done else "open again"
        next_one = self.list.key_after(key)
        self._document.put((*at, "done"), is_done, f"marking {name.lower()} as {state}")
        if key not in self.list.items:
            self.note.say(f"{name} is {state}.")
            if not self.list.take_focus(next_one):
                self.entry.take_focus()

    def _remove(self, key: str) -> None:
        at = self._to(key)
        if at is None:
            return
        name, next_one = self._name(key), self.list.key_after(key)
        self._document.edit(lambda workbook: remove(workbook, at), f"removing {name.lower()}", at)
        self.note.say(f"{name} is removed from the record.")
        if not self.list.take_focus(next_one):
            self.entry.take_focus()

    def _shift(self, key: str, by: int) -> None:
        """Among those that are shown; others keep their places."""
        draft, at, keys = self._document.draft, self._to(key), list(self.list.items)
        place = keys.index(key) + by
        if draft is None or at is None or not 0 <= place < len(keys):
            return
        to = [note.id for note in draft.record].index(keys[place])
        self._document.edit(lambda workbook: move(workbook, at, to), f"moving {self._name(key).lower()}", at)
        self.list.take_focus(key)

    def _visit(self, key: str) -> None:
        draft = self._document.draft
        page = next((note.page for note in draft.record if note.id == key), "") if draft else ""
        if page in self._titles():
            self._requests.go_to_page(page)

    def _show_all(self) -> None:
        self.shown.set_chosen("")
        self.open_only.setChecked(False)
        self._show_filtered()

    def _show_filtered(self) -> None:
        draft = self._document.draft
        if draft is not None:
            self.refresh(None, draft)

    # How it is put together --------------------------------------------------------------------------------

    def _is_shown(self, note: Note) -> bool:
        """One that is open for editing stays in view, whatever it is made into."""
        item = self.list.items.get(note.id)
        if item is not None and item.is_open:
            return True
        return self.shown.key in {"", note.kind} and (is_open(note) or not self.open_only.isChecked())

    def _to(self, key: str) -> Address | None:
        draft = self._document.draft
        return None if draft is None else ("drafts", draft.id, "record", key)

    def _name(self, key: str) -> str:
        draft = self._document.draft
        return "" if draft is None else note_names(draft.record)[key]

    @staticmethod
    def _titles() -> dict[str, str]:
        """Pages that one can go to; this one is where one is."""
        return {page.key: page.title for page in all_pages() if page.key != PAGE_KEY}

    def _made_line(self, key: str) -> NoteLine:
        line = NoteLine(self._document, partial(self._to, key))
        line.ticked.connect(lambda is_done: self._tick(key, is_done=is_done))
        line.page_wanted.connect(lambda: self._visit(key))
        line.field_entered.connect(lambda field: self.entered.emit(self._topic_of(key, field)))
        return line

    def _topic_of(self, key: str, field: str = "") -> str:
        """Owner and due date have questions of their own; all else is about the kind of note."""
        if field in {"owner", "due"}:
            return field
        draft = self._document.draft
        notes = () if draft is None else draft.record
        return next((note.kind for note in notes if note.id == key), "decision")

    def _ways(self) -> list[Way]:
        return [
            Way(f"Take down {ARTICLES[kind]}", ICONS[kind], partial(self.entry.take_focus, kind))
            for kind in KINDS
        ]

    def _connect(self) -> None:
        self.entry.taken_down.connect(self._take_down)
        self.entry.entered.connect(self.entered)
        self.note.undo_wanted.connect(self._document.undo)
        self.shown.chosen.connect(lambda _: self._show_filtered())
        self.open_only.clicked.connect(lambda _: self._show_filtered())
        self.list.shift_wanted.connect(self._shift)
        self.list.remove_wanted.connect(self._remove)
        self.list.entered.connect(lambda key: self.entered.emit(self._topic_of(key)))
        self.list.rearranged.connect(self.rearranged)

    def _lay_out(self) -> None:
        self._filter_row = QHBoxLayout(self._filter)
        self._filter_row.setContentsMargins(0, 0, 0, 0)
        self._filter_row.addWidget(self.shown)
        self._filter_row.addWidget(self.open_only)
        self._filter_row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.entry, self.note, self._empty, self._filter, self.list, self._nothing):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def _fit(self) -> None:
        px = look().px
        self._filter_row.setSpacing(px(16))
        self._column.setSpacing(px(10))
