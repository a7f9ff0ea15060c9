"""Taking something down from any page: a small panel over the window, one note, one step of undo.

What is typed is kept until it is taken down, however the panel closes.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.document import Document
from ui.forms.choice_field import SegmentedField
from ui.forms.fields import ProseField, TextField
from ui.shell.notice import Notice
from ui.shell.sheet import Sheet
from ui.theme.look import look
from ui.widgets import Button, FieldLabel, FlowLayout, Popover, describe
from ui.widgets.key_hints import KeyHints
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.workshop import KINDS, note_names
from workbook.edits.ids import new_id
from workbook.model.notes import Note
from workbook.model.vocabulary import NoteKind

SHORTCUT = "Ctrl+J"
TITLE = "Take something down"
NO_DRAFT = "Taking something down needs a draft: begin one on any page, then press Ctrl+J again."
WIDTH = 380
LINES = 3
QUESTIONS: Mapping[NoteKind, str] = MappingProxyType(
    {
        "decision": "What was decided, in one sentence; then Enter",
        "question": "What nobody here can answer yet; then Enter",
        "idea": "What should not get lost; then Enter",
        "task": "What has to be done; then Enter",
    }
)
HINTS = (((SHORTCUT,), "another kind"), (("Esc",), "keeps it for later"))


class JotField(ProseField):
    """Enter takes down what is written; with Shift it begins a line."""

    submitted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As in a message: Enter sends."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)


class JotPanel(QWidget):
    """What it is, in words, and whose."""

    submitted = Signal()

    def __init__(self, kept: Note) -> None:
        super().__init__()
        self.kind = SegmentedField(
            "What it is", [(kind, kind.capitalize()) for kind in KINDS], "What is to be taken down."
        )
        self.text = JotField("", LINES)
        self.owner = TextField("Who sees to it; may stay open")
        self.take_down = Button("Take it down", "secondary", "check")
        self._hints = tuple(KeyHints((hint,)) for hint in HINTS)
        describe(self.owner, "Owner", "Who sees to it; may stay open. Enter takes it down.")
        self.kind.set_chosen(kept.kind)
        self.text.show_value(kept.text)
        self.owner.show_value(kept.owner)
        self.kind.given.connect(lambda _: self._show_kind())
        self.text.edited.connect(lambda _: self._show_kind())
        self.text.submitted.connect(self.submitted)
        self.owner.returnPressed.connect(self.submitted)
        self.take_down.clicked.connect(self.submitted)
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._show_kind()
        self._fit()

    def note(self) -> Note:
        """What is in the panel, as it would be taken down."""
        kind = next(each for each in KINDS if each == self.kind.value)
        return Note(id="kept", kind=kind, text=self.text.value(), owner=self.owner.value())

    def next_kind(self) -> None:
        """Go from kind to kind; the words stay, and so does the keyboard."""
        place = KINDS.index(self.note().kind)
        self.kind.set_chosen(KINDS[(place + 1) % len(KINDS)])
        self._show_kind()

    def _show_kind(self) -> None:
        note = self.note()
        self.text.setPlaceholderText(QUESTIONS[note.kind])
        describe(
            self.text,
            "In words",
            f"{QUESTIONS[note.kind]}. Shift with Enter begins a line, {SHORTCUT} chooses another kind.",
        )
        is_written = bool(note.text.strip())
        self.take_down.setEnabled(is_written)
        self.take_down.setToolTip("" if is_written else "Nothing is written yet")

    def _lay_out(self) -> None:
        keys = QWidget()
        flow = FlowLayout(keys, 12, 6)
        for widget in (self.take_down, *self._hints):
            flow.addWidget(widget)
        self._owner_row = QHBoxLayout()
        self._owner_row.addWidget(FieldLabel("Owner", self.owner))
        self._owner_row.addWidget(self.owner, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.text)
        nest(self._column, self._owner_row)
        self._column.addWidget(keys)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(10))
        self._owner_row.setSpacing(look().px(10))


class JotPopover(Popover):
    """Grows with what is written in it."""

    def fit(self) -> None:
        """Take the room that is needed now."""
        self._place()


class Jotting(QObject):
    """One for each window. The panel hangs from `button`; the page that is shown is noted with the note."""

    def __init__(self, document: Document, sheet: Sheet, notice: Notice, button: QWidget) -> None:
        super().__init__(sheet)
        self._document, self._sheet, self._notice, self._button = document, sheet, notice, button
        self._kept = Note(id="kept", kind="decision")
        self._page, self._said = "", ""
        self._popover: JotPopover | None = None
        self._panel: JotPanel | None = None
        self._before: QWidget | None = None
        document.changed.connect(lambda _: self._withdraw())

    def open(self) -> None:
        """Show the panel, with what was typed and not taken down; if it is open, choose the next kind."""
        if self._document.draft is None:
            self._notice.say(NO_DRAFT)
        elif self._panel is not None and isValid(self._panel) and self._panel.isVisible():
            self._panel.next_kind()
            self._keep()
        else:
            self._open()

    def _open(self) -> None:
        self._document.seal()
        self._before = QApplication.focusWidget()
        self._page = "" if self._sheet.page is None else self._sheet.page.key
        panel = self._panel = JotPanel(self._kept)
        popover = self._popover = JotPopover(TITLE, panel, WIDTH)
        panel.submitted.connect(self._take_down)
        panel.kind.given.connect(lambda _: self._keep())
        panel.text.edited.connect(lambda _: self._on_written())
        panel.owner.edited.connect(lambda _: self._keep())
        popover.closed.connect(self._on_closed)
        popover.show_beside(self._button)
        panel.text.moveCursor(QTextCursor.MoveOperation.End)
        panel.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def _keep(self) -> None:
        if self._panel is not None:
            self._kept = self._panel.note()

    def _on_written(self) -> None:
        self._keep()
        if self._popover is not None:
            self._popover.fit()

    def _on_closed(self) -> None:
        """The keyboard goes back to where it was, not to the button that the panel hung from."""
        self._panel = self._popover = None
        before = self._before
        if self._button.hasFocus() and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take_down(self) -> None:
        draft, kept = self._document.draft, self._kept
        if draft is None or not kept.text.strip():
            return
        note = kept.replace(id=new_id("n"), text=kept.text.strip(), owner=kept.owner.strip(), page=self._page)
        record = (*draft.record, note)
        name = note_names(record)[note.id].lower()
        self._kept = Note(id="kept", kind=kept.kind)
        if self._popover is not None:
            self._popover.dismiss()
        at = ("drafts", draft.id, "record")
        self._document.put(at, record, f"taking down {name}")
        self._said = f"Taken down: {name}."
        self._notice.say(self._said, self._take_back)

    def _take_back(self) -> None:
        """Undo it without leaving the page; the keys of undo go to where something changes, as always."""
        view = self._sheet.view
        if view is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._document.seal()
        self._document.history.undo()

    def _withdraw(self) -> None:
        """Once something else has changed, there is no simple way back any more."""
        if self._said and self._notice.words == self._said:
            self._notice.hide()
        self._said = ""
