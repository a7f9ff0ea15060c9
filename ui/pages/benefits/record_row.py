"""One row of a list: what it is, cells with what is known of it and, while it is open, its fields below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.document import Change, Document
from ui.forms.record_editor import RecordEditor
from ui.pages.benefits.context import Context
from ui.pages.benefits.lists import Item, ListKind
from ui.widgets import Sentence
from ui.widgets.fold_table import TableCell, TableItem
from workbook.analysis.finding import Finding
from workbook.editing import Address

At = Callable[[], Address | None]


class RecordRow(TableItem):
    """Keeps the key of its record only, in `at`."""

    field_entered = Signal(str)
    """The name of the field that is now in hand; empty for the row as such."""

    def __init__(self, document: Document, kind: ListKind, at: At, cells: Sequence[TableCell]) -> None:
        self._document, self._kind, self.at = document, kind, at
        self.editor: RecordEditor | None = None
        self._last: tuple[Item, Context] | None = None
        super().__init__(self._made_editor, kind.measures, cells)
        self.head.entered.connect(lambda: self.field_entered.emit(""))
        self.opened.connect(self._on_switched)
        self.closed.connect(self._on_switched)

    def refresh(self, change: Change | None, item: Item, finding: Finding | None, context: Context) -> None:
        """Show what stands in the document; `finding` says how the record stands, where one does."""
        self._last = (item, context)
        self._show_head()
        self.show_cells(change, item, finding, context)
        if self.editor is not None and self.is_open:
            self.editor.refresh(change, context.offers)

    def show_cells(
        self, change: Change | None, item: Item, finding: Finding | None, context: Context
    ) -> None:
        """Show what stands beside the head: each kind of row its own."""

    def take_focus(self, name: str) -> None:
        """Put the keyboard into a field of the record, which is opened for it."""
        self.open()
        if self.editor is not None:
            self.editor.take_focus(name)

    def to(self, *steps: str) -> Address | None:
        """The address of a field of the record."""
        at = self.at()
        return None if at is None else (*at, *steps)

    def _made_editor(self) -> QWidget:
        editor = RecordEditor(
            self._document, self._kind.fields, self.at, f"Remove this {self._kind.one.split(' ', 1)[1]}"
        )
        editor.closed.connect(self.close_to_head)
        editor.remove_wanted.connect(self.remove_wanted)
        editor.entered.connect(self.field_entered)
        self.editor = editor
        return editor

    def _on_switched(self) -> None:
        self._show_head()
        if self.editor is not None and self.is_open and self._last is not None:
            self.editor.refresh(None, self._last[1].offers)

    def _show_head(self) -> None:
        """What is known of it stands in the fields while they are open."""
        if self._last is not None:
            item, context = self._last
            said = "" if self.is_open else self._kind.said(item, context)
            self.head.show_words(self._kind.words(item), said)


def show_words(sentence: Sentence, words: str, otherwise: str) -> None:
    """What is said, or, muted, that nothing is."""
    sentence.set_token("text" if words else "muted")
    sentence.setText(words or otherwise)
