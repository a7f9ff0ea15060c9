"""What happened from outside: a line that records the next event, and the events so far."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine, Rows
from ui.forms.choice_field import ChoiceField
from ui.forms.date_field import DateField, read_date
from ui.pages.lifecycle.event_editor import EventEditor
from ui.pages.lifecycle.wording import kind_options
from ui.theme.look import look
from ui.widgets import FlowLayout, Sentence, describe
from ui.widgets.fold_list import FoldItem, FoldList
from ui.widgets.fold_row import Folding
from ui.widgets.inline_note import InlineNote
from ui.widgets.labelled import Labelled
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.lifecycle.events import event_words
from workbook.editing import Address, move, remove
from workbook.edits.ids import new_id
from workbook.model.draft import Draft
from workbook.model.lifecycle import Event

EVENT = Folding("body_medium", is_item=True)
DATE_WIDTH = 220
At = Callable[[], Address | None]


class EventLine(FoldItem):
    """One event: when, what kind, what happened; its fields below."""

    def __init__(self, document: Document, at: At) -> None:
        super().__init__(lambda: self._made_editor(document, at), EVENT)
        self.editor: EventEditor | None = None
        self._event = Event(id="none")
        self.opened.connect(lambda: self._refresh_editor(None))

    def refresh(self, change: Change | None, event: Event) -> None:
        """Show what stands in the document."""
        self._event = event
        self.head.show_words(event_words(event), "")
        self._refresh_editor(change)

    def _refresh_editor(self, change: Change | None) -> None:
        if self.editor is not None and self.is_open:
            self.editor.refresh(change, self._event)

    def _made_editor(self, document: Document, at: At) -> QWidget:
        self.editor = EventEditor(document, at)
        self.editor.closed.connect(self.close_to_head)
        self.editor.remove_wanted.connect(self.remove_wanted)
        self.editor.entered.connect(self.entered)
        return self.editor


class Events(QWidget):
    """The events of the draft that is looked at. Kind and day are chosen first, or added afterwards."""

    entered = Signal()
    rearranged = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self.kind = ChoiceField("Kind of the next event", (), "What sort of happening it was.")
        self.kind.show_options(kind_options(own=False))
        self.on = DateField("Day, such as 2027-03-01")
        describe(self.on, "Day of the next event", "The day it happened, such as 2027-03-01.")
        self.add = AddLine(
            "What happened, then Enter",
            "Record an event",
            "Enter records it, with the kind and the day given beside. Pasted lines record many.",
        )
        self._problem = Sentence("", "secondary", "loss_ink")
        self._problem.hide()
        self.note = InlineNote()
        self.list = FoldList(self._made_line)
        self._connect()
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, draft: Draft) -> None:
        """Show what stands in the document."""
        if change is not None:
            self.note.hide()
        events = draft.lifecycle.events
        is_another = self.list.show_keys([event.id for event in events])
        for event in events:
            line = self.list.items[event.id]
            if isinstance(line, EventLine):
                line.refresh(change, event)
        if is_another:
            tab_as_laid_out(self)

    def take_focus(self) -> None:
        """Put the keyboard where the next event is recorded."""
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, key: str, field: str = "") -> None:
        """Go to an event, or a field of it; where there is none, to the line that records one."""
        item = self.list.items.get(key)
        if not isinstance(item, EventLine):
            self.take_focus()
        elif field in {"kind", "on", "text"}:
            item.open()
            if item.editor is not None:
                item.editor.take_focus(field)
        else:
            item.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _record(self, rows: Rows) -> None:
        at = self._at()
        if at is None:
            return
        on = self._day()
        made = tuple(
            Event(id=new_id("v"), kind=self.kind.key, on=on, text=" ".join(filter(None, row))) for row in rows
        )
        held = self._document.get(at)
        assert isinstance(held, tuple)  # noqa: S101 - it is the tuple of events
        label = "recording an event" if len(made) == 1 else f"recording {len(made)} events"
        self._document.put(at, (*held, *made), label)
        self.kind.show_value(None)
        if on is not None:
            self.on.show_value(None)
        words = "Recorded." if len(made) == 1 else f"{len(made)} events are recorded."
        self.note.say(f"{words}{'' if on else ' The day is not given yet: its row above takes it.'}")

    def _day(self) -> dt.date | None:
        """What is typed as the day; one that cannot be read stays in its field, with the reason."""
        try:
            return read_date(self.on.text()) if self.on.text().strip() else None
        except ValueError:
            return None

    def _shift(self, key: str, by: int) -> None:
        draft, at = self._document.draft, self._at(key)
        keys = list(self.list.items)
        to = keys.index(key) + by
        if draft is not None and at is not None and 0 <= to < len(keys):
            self._document.edit(lambda workbook: move(workbook, at, to), "moving an event", at)
            self.list.take_focus(key)

    def _remove(self, key: str) -> None:
        at = self._at(key)
        if at is None:
            return
        next_one = self.list.key_after(key)
        self._document.edit(lambda workbook: remove(workbook, at), "removing an event", at)
        self.note.say("The event is removed.")
        if not self.list.take_focus(next_one):
            self.take_focus()

    def _at(self, *steps: str) -> Address | None:
        draft = self._document.draft
        return None if draft is None else ("drafts", draft.id, "lifecycle", "events", *steps)

    def _made_line(self, key: str) -> EventLine:
        line = EventLine(self._document, partial(self._at, key))
        line.entered.connect(self.entered)
        return line

    def _show_problem(self, reason: str) -> None:
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))

    def _connect(self) -> None:
        self.add.added.connect(self._record)
        self.on.refused.connect(self._show_problem)
        self.on.returnPressed.connect(self.take_focus)
        for field in (self.kind, self.on, self.add, self.list):
            field.entered.connect(lambda *_: self.entered.emit())
        self.list.remove_wanted.connect(self._remove)
        self.list.shift_wanted.connect(self._shift)
        self.list.rearranged.connect(self.rearranged)
        self.list.left_below.connect(self.take_focus)
        self.note.undo_wanted.connect(self._document.undo)

    def _lay_out(self) -> None:
        beside = QWidget()
        flow = FlowLayout(beside, 16, 8)
        flow.addWidget(Labelled("Kind", self.kind, keeps_width=True))
        flow.addWidget(Labelled("Day", self.on, keeps_width=True))
        self._column = QVBoxLayout(self)
        for widget in (self.list, beside, self._problem, self.add, self.note):
            self._column.addWidget(widget)

    def _fit(self) -> None:
        px = look().px
        self.on.setFixedWidth(px(DATE_WIDTH))
        self._column.setContentsMargins(px(20), px(2), 0, px(14))
        self._column.setSpacing(px(10))
