"""Taking something down: which kind it is, and a line in which Enter takes it down and stays for the next."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.forms.add_line import AddLine, Rows
from ui.forms.choice_field import SegmentedField
from ui.pages.record.rows import Read, read_notes
from ui.pages.record.wording import ARTICLES, KINDS
from ui.theme.look import look
from ui.widgets import describe
from ui.widgets.key_hints import KeyHints
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.workshop import KINDS as KIND_KEYS
from workbook.model.notes import Note
from workbook.model.vocabulary import NoteKind

PAGE_KEY = "record"
HINTS = ((("\u2191", "\u2193"), "another kind"), (("Ctrl+J",), "take something down on any page"))
KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EntryLine(AddLine):
    """Up and down go from kind to kind, so that the keyboard need not leave the line."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A single line has no other use for these keys."""
        by = KEYS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


class Entry(QWidget):
    """Which kind is chosen is a way of looking, no edit: it stays for the next one."""

    taken_down = Signal(object)
    """What was read of one or more rows: `Read` of notes."""
    entered = Signal(str)
    """The kind that is now in hand."""

    def __init__(self, read: Callable[[Rows, NoteKind, str], Read[Note]] = read_notes) -> None:
        super().__init__()
        self._read = read
        self.kind = SegmentedField("What it is", KINDS, "What is to be taken down.")
        self.line = EntryLine("", "")
        self._hints = KeyHints(HINTS)
        self._hints.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout()
        self._row.addWidget(self.kind)
        self._row.addWidget(self._hints, 1)
        self._row.addStretch(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, self._row)
        self._column.addWidget(self.line)
        self.kind.given.connect(lambda _: self._show_kind())
        self.kind.entered.connect(lambda: self.entered.emit(self.kind.value))
        self.line.stepped.connect(self._step)
        self.line.added.connect(self._take_down)
        self.line.entered.connect(lambda: self.entered.emit(self.kind.value))
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._show_kind()
        self._fit()

    def take_focus(self, kind: NoteKind | None = None) -> None:
        """Put the keyboard into the line, for something of this kind."""
        if kind is not None:
            self.kind.set_chosen(kind)
            self._show_kind()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_down(self, rows: Rows) -> None:
        kind = next(key for key in KIND_KEYS if key == self.kind.value)
        read = self._read(rows, kind, PAGE_KEY)
        if read.items:
            self.taken_down.emit(read)

    def _step(self, by: int) -> None:
        place = KIND_KEYS.index(next(key for key in KIND_KEYS if key == self.kind.value))
        self.kind.set_chosen(KIND_KEYS[(place + by) % len(KIND_KEYS)])
        self._show_kind()

    def _show_kind(self) -> None:
        kind = next(key for key in KIND_KEYS if key == self.kind.value)
        words = f"Take down {ARTICLES[kind]}, then Enter"
        self.line.setPlaceholderText(words)
        describe(
            self.line,
            "Take something down",
            f"{words}. Arrow keys up and down choose another kind. Pasted lines, or cells with text, owner "
            "and due date, add many.",
        )
        self.entered.emit(kind)

    def _fit(self) -> None:
        self._row.setSpacing(look().px(16))
        self._column.setSpacing(look().px(8))
