"""What pages have in common that are a list at the left and one of it at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.first_draft import ways_to_begin
from ui.forms.add_line import AddLine, Rows
from ui.one_of_list import OneOfList
from ui.page_view import PageView
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, Heading, Sentence, Way
from ui.widgets.inline_note import InlineNote
from ui.widgets.item_list import ItemList
from ui.widgets.item_row import Entry
from ui.widgets.list_and_one import LIST_WIDTH, ListAndOne
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.wording import counted, listed
from workbook.editing import Address, move
from workbook.edits.removals import what_went
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

UP_TO_THE_LIST = 3
"""Steps of an address up to the list: drafts, the draft, its field."""


class Listed(Protocol):
    """A record in a list of a draft."""

    @property
    def id(self) -> str:
        """By which it is kept in mind."""


RecordT = TypeVar("RecordT", bound=Listed)


@dataclass(frozen=True)
class Listing(Generic[RecordT]):
    """What a list is of, and what it is called: `field` of a draft holds it.

    `read` makes records of typed or pasted rows, and tells the cells nothing could be made of; `removed` is
    the named edit that takes one out of a draft, `called` what it is called in a sentence.
    """

    field: str
    title: str
    one: str
    many: str
    question: str
    belongs: str
    add: str
    add_hint: str
    read: Callable[[Rows, Draft], tuple[Sequence[RecordT], Sequence[str]]]
    removed: Callable[[Workbook, str, str], Workbook]
    called: Callable[[RecordT], str]


class ListPage(PageView, Generic[RecordT]):
    """Keeps the id of the one that is looked at; everything else is read from the document.

    A page of this kind makes what stands at the right, calls `furnish`, and says in `entries`, `summary` and
    `show_one` what is to be shown.
    """

    def __init__(self, document: Document, requests: Requests, listing: Listing[RecordT]) -> None:
        super().__init__(document, requests)
        self._listing = listing
        self._key, self._field = "", listing.field
        self._title = Heading(listing.title)
        self._subtitle = Sentence("", "body", "muted")
        self.list = ItemList(listing.title)
        self.add = AddLine(listing.add, f"Add a {listing.one}", listing.add_hint)
        self.note = InlineNote()
        self._empty = EmptyState(
            listing.question,
            f"{listing.belongs} It needs a draft first.",
            ways_to_begin(document, self._on_begun),
        )
        self._filled = QWidget()

    def furnish(
        self,
        one: OneOfList,
        ways: Sequence[Way],
        below: QWidget | None = None,
        list_width: int = LIST_WIDTH,
    ) -> None:
        """Put it all in its place. `ways` lead to the first record; `below` stands under both columns."""
        self._one, self._below = one, below
        self._none = EmptyState(self._listing.question, self._listing.belongs, ways)
        self._lay_out(list_width)
        self._connect()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    # What a page of this kind says -------------------------------------------------------------------------

    def entries(self, draft: Draft) -> Sequence[Entry]:
        """The rows of the list."""
        del draft
        return ()

    def summary(self, draft: Draft) -> str:
        """A sentence on all of them, below the title."""
        del draft
        return ""

    def first(self, draft: Draft) -> RecordT | None:
        """The one that is looked at before any was picked."""
        return next(iter(self.held(draft)), None)

    def show_one(self, change: Change | None, draft: Draft, record: RecordT) -> None:
        """Show a record at the right; `change` is None when it is another one than before."""

    # What is shown -----------------------------------------------------------------------------------------

    def held(self, draft: Draft) -> tuple[RecordT, ...]:
        """All there are."""
        held: tuple[RecordT, ...] = getattr(draft, self._listing.field)
        return held

    @property
    def shown(self) -> RecordT | None:
        """The one that is looked at."""
        draft = self.document.draft
        if draft is None:
            return None
        known = next((each for each in self.held(draft) if each.id == self._key), None)
        return self.first(draft) if known is None else known

    def refresh(self, change: Change | None) -> None:
        """Show the document's state."""
        if change is not None:
            self.note.hide()
        draft, shown = self.document.draft, self.shown
        self._empty.setVisible(draft is None)
        self._filled.setVisible(draft is not None)
        self._none.setVisible(draft is not None and shown is None)
        for widget in (self._subtitle, self._one, self._below):
            if widget is not None:
                widget.setVisible(shown is not None)
        if draft is None:
            return
        self._subtitle.setText(self.summary(draft))
        is_another = self.list.show_entries(self.entries(draft), "" if shown is None else shown.id)
        if shown is not None:
            is_another = is_another or shown.id != self._key
            self._key = shown.id
            self.show_one(None if is_another else change, draft, shown)
        if is_another:
            tab_as_laid_out(self)

    def look_at(self, key: str) -> None:
        """Look at another one."""
        if key != self._key:
            self.document.seal()
            self.show_again(key)

    def show_again(self, key: str) -> None:
        """Show the document's state anew, and of the list this one."""
        self._key = key
        self.refresh(None)
        self.topic_changed.emit()

    def reveal(self, address: Address) -> bool:
        """Go to one of them, or a field of it; where there is none, to the line that adds one."""
        draft = self.document.draft
        if draft is None:
            return False
        key, *steps = address[UP_TO_THE_LIST:] or ("",)
        if any(each.id == key for each in self.held(draft)):
            self.look_at(key)
            if not self._one.reveal(tuple(steps)):
                self.list.take_focus()
        elif key or not self.held(draft):
            self.take_add_line()
        else:
            self.list.take_focus()
        return True

    def at(self) -> Address | None:
        """The address of the one that is looked at."""
        draft, shown = self.document.draft, self.shown
        return None if draft is None or shown is None else self._to(draft, shown.id)

    def take_add_line(self) -> None:
        """Put the keyboard where the next one is written."""
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the user does ------------------------------------------------------------------------------------

    def _add(self, rows: Rows) -> None:
        draft = self.document.draft
        if draft is None:
            return
        added, lost = self._listing.read(rows, draft)
        if not added:
            return
        one, many = self._listing.one, self._listing.many
        label = f"adding a {one}" if len(added) == 1 else f"adding {len(added)} {many}"
        self._key = added[-1].id
        self.document.put(self._to(draft), (*self.held(draft), *added), label)
        self.show_again(added[-1].id)
        if len(rows) > 1 or lost:
            words = f"{counted(len(added), one)} added."
            if lost:
                words += f" Not understood and left out: {listed(lost)}."
            self.note.say(words)

    def _remove(self, key: str) -> None:
        draft = self.document.draft
        if draft is None:
            return
        keys = [each.id for each in self.held(draft)]
        place = keys.index(key)
        gone, before = self.held(draft)[place], self.document.workbook
        left = [each for each in keys if each != key]
        self._key = left[min(place, len(left) - 1)] if left else ""
        self.document.edit(
            lambda workbook: self._listing.removed(workbook, draft.id, key),
            f"removing a {self._listing.one}",
            self._to(draft, key),
        )
        self.show_again(self._key)
        took = what_went(before, self.document.workbook, draft.id, key)
        self.note.say(" ".join((f"{self._listing.called(gone)} is removed.", *took)))
        if left:
            self.list.take_focus()
        else:
            self.take_add_line()

    def _shift(self, key: str, by: int) -> None:
        draft = self.document.draft
        if draft is None:
            return
        keys = [each.id for each in self.held(draft)]
        to, at = keys.index(key) + by, self._to(draft, key)
        if 0 <= to < len(keys):
            self.document.edit(lambda workbook: move(workbook, at, to), f"moving a {self._listing.one}", at)
            self.list.take_focus()

    def _take_in_hand(self, field: str) -> None:
        if field != self._field:
            self._field = field
            self.topic_changed.emit()

    def _on_begun(self) -> None:
        self.refresh(None)
        self.take_add_line()

    # How it is put together --------------------------------------------------------------------------------

    def _to(self, draft: Draft, *steps: str) -> Address:
        return ("drafts", draft.id, self._listing.field, *steps)

    def _connect(self) -> None:
        self.list.chosen.connect(self.look_at)
        self.list.shift_wanted.connect(self._shift)
        self.list.remove_wanted.connect(self._remove)
        self.list.entered.connect(lambda: self._take_in_hand(self._listing.field))
        self.add.added.connect(self._add)
        self.add.entered.connect(lambda: self._take_in_hand(self._listing.field))
        self._one.entered.connect(self._take_in_hand)
        self._one.shift_wanted.connect(lambda by: self._shift(self._key, by))
        self._one.remove_wanted.connect(lambda: self._remove(self._key))
        self.note.undo_wanted.connect(self.document.undo)

    def _lay_out(self, list_width: int) -> None:
        side, right = QWidget(), QWidget()
        self._side, self._right = QVBoxLayout(side), QVBoxLayout(right)
        columns: tuple[tuple[QVBoxLayout, tuple[QWidget, ...]], ...] = (
            (self._side, (self.list, self.add)),
            (self._right, (self.note, self._none, self._one)),
        )
        for column, widgets in columns:
            column.setContentsMargins(0, 0, 0, 0)
            for widget in widgets:
                column.addWidget(widget)
        self._right.addStretch(1)
        both = ListAndOne(side, right, lambda narrow: self.list.set_narrow(narrow=narrow), list_width)
        self._whole = QVBoxLayout(self._filled)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(both)
        if self._below is not None:
            self._whole.addWidget(self._below)
        self._page = QVBoxLayout(self)
        for widget in (self._title, self._subtitle, self._empty, self._filled):
            self._page.addWidget(widget)
        self._page.addStretch(1)

    def _fit(self) -> None:
        px = look().px
        self._page.setContentsMargins(px(28), px(18), px(28), px(28))
        self._page.setSpacing(px(2))
        self._whole.setSpacing(px(20))
        self._filled.setContentsMargins(0, px(16), 0, 0)
        self._empty.setContentsMargins(0, px(20), 0, 0)
        self._side.setSpacing(px(10))
        self._right.setSpacing(px(12))
