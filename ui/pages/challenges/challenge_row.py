"""One challenge: its words and what is known of it; below, while it is open, its fields."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.record_editor import Offers, RecordEditor
from ui.pages.challenges.wording import FIELDS, said_of, words_of
from ui.theme.look import look
from ui.widgets import Sentence
from ui.widgets.fold_list import FoldItem
from ui.widgets.laid_out import nest
from workbook.editing import Address
from workbook.model.challenges import Challenge


class ChallengeRow(FoldItem):
    """`at` is the address of the challenge."""

    field_entered = Signal(str)
    """The name of the field that is now in hand."""

    def __init__(self, document: Document, at: Callable[[], Address | None]) -> None:
        self._document, self._at = document, at
        self.editor: RecordEditor | None = None
        self._last: tuple[Challenge, str, Offers] | None = None
        self._taken_from = Sentence("", "secondary", "muted")
        super().__init__(self._made_body)
        self.opened.connect(self._on_switched)
        self.closed.connect(self._on_switched)

    def refresh(self, change: Change | None, challenge: Challenge, question: str, offers: Offers) -> None:
        """Show what stands in the document; `question` is that of the prompt it was taken from."""
        self._last = (challenge, question, offers)
        self._show_head()
        if self.editor is not None and self.is_open:
            self._show_body(change, self.editor)

    def take_focus(self, field: str) -> None:
        """Put the keyboard into a field, with the row open."""
        self.open()
        if self.editor is not None:
            self.editor.take_focus(field)

    def _made_body(self) -> QWidget:
        body = QWidget()
        self.editor = RecordEditor(self._document, FIELDS, self._at, "Remove this challenge")
        self.editor.closed.connect(self.close_to_head)
        self.editor.remove_wanted.connect(self.remove_wanted)
        self.editor.entered.connect(self.field_entered)
        self._room = QVBoxLayout()
        self._room.addWidget(self._taken_from)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        nest(column, self._room)
        column.addWidget(self.editor)
        look().changed.connect(self._fit_body)
        self._fit_body()
        return body

    def _on_switched(self) -> None:
        self._show_head()
        if self.editor is not None and self.is_open:
            self._show_body(None, self.editor)

    def _show_body(self, change: Change | None, editor: RecordEditor) -> None:
        if self._last is not None:
            _, question, offers = self._last
            self._taken_from.setText(question)
            self._taken_from.setVisible(bool(question))
            editor.refresh(change, offers)

    def _show_head(self) -> None:
        """What is known of it stands in the fields while they are open."""
        if self._last is not None:
            challenge = self._last[0]
            self.head.show_words(words_of(challenge), "" if self.is_open else said_of(challenge))

    def _fit_body(self) -> None:
        px = look().px
        self._room.setContentsMargins(px(20), 0, 0, px(8))
