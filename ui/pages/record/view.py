"""The page of the record: what was taken down in the draft, and the workshop in which it was."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.document import Change, Document
from ui.first_draft import ways_to_begin
from ui.moments import now
from ui.page_view import PageView, Topic
from ui.pages.record.notes import BELONGS, Notes
from ui.pages.record.topics import topic_of
from ui.pages.record.workshop import Workshop
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, Heading, Sentence, WhyMark
from ui.widgets.columns import Columns
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.workshop import record_findings
from workbook.editing import Address
from workbook.library.loader import load

IN_RECORD = 3
"""Steps of an address up to the list: drafts, the draft, record."""


def _today() -> dt.date:
    return now().date()


class RecordPage(PageView):
    """`today` is asked whenever the page is shown: a task becomes overdue overnight."""

    def __init__(self, document: Document, requests: Requests, today: Callable[[], dt.date] = _today) -> None:
        super().__init__(document, requests)
        self._today, self._field = today, "decision"
        self._title = Heading("Record")
        self._summary = Sentence("", "body", "muted")
        self._why = WhyMark(None, requests)
        self.notes = Notes(document, requests, today)
        self.workshop = Workshop(document, requests)
        self._empty = EmptyState(
            "Nothing is taken down yet.",
            f"{BELONGS} It needs a draft first.",
            ways_to_begin(document, self._on_begun),
        )
        self._body = Columns(410, (1, 2), gap=40, row_gap=28, stretch=(3, 2))
        self._connect()
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None) -> None:
        """Show the document's state."""
        draft = self.document.draft
        for widget in (self._summary, self._why):
            widget.setVisible(draft is not None and bool(draft.record))
        self._empty.setVisible(draft is None)
        self.notes.setVisible(draft is not None)
        if draft is not None:
            found = record_findings(draft, self._today()).summary
            self._summary.setText(found.words)
            self._why.set_finding(found)
            self.notes.refresh(change, draft)
        self.workshop.refresh(change)

    def topic(self) -> Topic:
        """The kind or field in hand; before any is, decisions."""
        return topic_of(self._field, load())

    def reveal(self, address: Address) -> bool:
        """Go to a note, a participant, or a field of theirs."""
        if address[:1] == ("workshop",):
            self.workshop.reveal(address[1:])
            return True
        if self.document.draft is None:
            return False
        key, field = (*address[IN_RECORD:], "", "")[:2]
        self.notes.reveal(key, field)
        return True

    def _take_in_hand(self, field: str) -> None:
        if field != self._field:
            self._field = field
            self.topic_changed.emit()

    def _on_begun(self) -> None:
        self.refresh(None)
        self.notes.entry.take_focus()

    def _connect(self) -> None:
        self.notes.entered.connect(self._take_in_hand)
        self.workshop.entered.connect(self._take_in_hand)
        for part in (self.notes, self.workshop):
            part.rearranged.connect(lambda: tab_as_laid_out(self))

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._summary, 1)
        self._head.addWidget(self._why)
        self._body.show_widgets([self._empty, self.notes, self.workshop])
        self._page = QVBoxLayout(self)
        self._page.addWidget(self._title)
        nest(self._page, self._head)
        self._page.addWidget(self._body)
        self._page.addStretch(1)

    def _fit(self) -> None:
        px = look().px
        self._page.setContentsMargins(px(28), px(18), px(28), px(28))
        self._page.setSpacing(px(2))
        self._body.setContentsMargins(0, px(16), 0, 0)
        self._head.setSpacing(px(8))
