"""One note of the record: a tick, its words and what is known of it, the page it was taken down on."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.choice_field import SegmentedField
from ui.forms.date_field import DateField
from ui.forms.form import Form
from ui.forms.tied import Tied
from ui.pages.record.wording import KINDS, said_of, words_of
from ui.theme.look import look
from ui.widgets import Button, Sentence, describe
from ui.widgets.columns import Columns
from ui.widgets.fold_list import FoldItem
from ui.widgets.fold_row import Folding
from ui.widgets.labelled import Labelled
from ui.widgets.quiet_link import QuietLink
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.tick import Tick
from workbook.analysis.workshop import WHEN_DONE
from workbook.editing import Address
from workbook.model.notes import Note

NOTE = Folding("body_medium", is_item=True)
INDENT = 54
"""Under the words: right of the tick and the chevron."""

At = Callable[[], Address | None]


class NoteLine(FoldItem):
    """Keeps the id of its note only, by its address."""

    ticked = Signal(bool)
    page_wanted = Signal()
    field_entered = Signal(str)
    """The name of the field that is now in hand."""

    def __init__(self, document: Document, at: At) -> None:
        tick, page = Tick(), QuietLink()
        super().__init__(lambda: self._made_editor(document, at), NOTE, tick, page)
        self.tick, self.page = tick, page
        self.editor: NoteEditor | None = None
        self._shown: tuple[Note, str, dt.date] | None = None
        self.tick.clicked.connect(self.ticked)
        self.page.clicked.connect(self.page_wanted)
        self.page.hide()
        self.opened.connect(lambda: self._refresh_editor(None))
        self.opened.connect(self._show_head)
        self.closed.connect(self._show_head)

    def refresh(self, change: Change | None, note: Note, name: str, page: str, today: dt.date) -> None:
        """Show what stands in the document. `page` is the title of the page it leads to, or empty."""
        if self._shown != (note, name, today):
            self._shown = (note, name, today)
            self._show_head()
        self.page.show_words(page, f"Taken down on the page {page}; goes there.")
        self.page.setVisible(bool(page))
        self._refresh_editor(change)

    def _show_head(self) -> None:
        """What is known of it stands in the fields while they are open."""
        if self._shown is None:
            return
        note, name, today = self._shown
        self.tick.setChecked(note.done)
        describe(self.tick, f"{name}: {WHEN_DONE[note.kind]}", words_of(note))
        self.tick.setToolTip(f"{WHEN_DONE[note.kind].capitalize()}?")
        self.head.show_words(words_of(note), name if self.is_open else said_of(note, name, today))

    def _refresh_editor(self, change: Change | None) -> None:
        if self.editor is not None and self.is_open and self._shown is not None:
            self.editor.refresh(change)

    def _made_editor(self, document: Document, at: At) -> QWidget:
        self.editor = NoteEditor(document, at)
        self.editor.closed.connect(self.close_to_head)
        self.editor.remove_wanted.connect(self.remove_wanted)
        self.editor.entered.connect(self.field_entered)
        return self.editor


class NoteEditor(QWidget):
    """The fields of a note. Escape closes it."""

    closed = Signal()
    remove_wanted = Signal()
    entered = Signal(str)
    """The name of the field that is now in hand."""

    def __init__(self, document: Document, at: At) -> None:
        super().__init__()
        self._at = at
        self._form = Form(document, at, self)
        self._words = self._form.prose(
            "text", "In words", "What was decided, asked, thought of or promised.", "In words", 1
        )
        self._owner = self._form.text("owner", "Owner", "Who sees to it.", "Who sees to it")
        self.kind = SegmentedField("What it is", KINDS, "Decision, question, idea or task.")
        self.due = DateField()
        describe(self.due, "Due", "The day by which it is done, such as 2027-03-01.")
        self.due.setToolTip("The day by which it is done")
        self._problem = Sentence("", "secondary", "loss_ink")
        self._problem.hide()
        self.remove = Button("Remove it from the record", "ghost", "trash-2")
        self._ties = (
            Tied(document, self.kind, lambda: self._to("kind"), "change of what it is", self),
            Tied(document, self.due, lambda: self._to("due"), "change of due date", self),
        )
        self._form.entered.connect(self.entered)
        self.kind.entered.connect(lambda: self.entered.emit("kind"))
        self.due.entered.connect(lambda: self.entered.emit("due"))
        self.due.refused.connect(self._show_problem)
        self.remove.clicked.connect(self.remove_wanted)
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        self._form.refresh(change)
        for tie in self._ties:
            tie.refresh(change)

    def take_focus(self, name: str) -> None:
        """Put the keyboard into a field; into the words for one it does not have."""
        if name == "kind":
            self.kind.take_focus()
            return
        field = self.due if name == "due" else self._form.field("owner" if name == "owner" else "text")
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _to(self, *steps: str) -> Address | None:
        at = self._at()
        return None if at is None else (*at, *steps)

    def _show_problem(self, reason: str) -> None:
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))

    def _lay_out(self) -> None:
        beside = Columns(150, (1, 2), gap=16, row_gap=12)
        beside.show_widgets([self._owner, Labelled("Due", self.due)])
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self._column.addWidget(Labelled("What it is", self.kind, keeps_width=True))
        self._column.addWidget(beside)
        self._column.addWidget(self._problem)
        self._column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(INDENT), px(2), 0, px(14))
        self._column.setSpacing(px(12))
