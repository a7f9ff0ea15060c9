"""What stands below the gate, folded: the events, the review date, the lessons, and the log of moves."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.pages.lifecycle.ahead import FieldBody, FieldRow, lessons_field, review_field
from ui.pages.lifecycle.events import Events
from ui.pages.lifecycle.log import Log
from ui.pages.lifecycle.wording import events_said, lessons_said, log_said
from ui.requests import Requests
from ui.widgets import Hairline, WhyMark
from ui.widgets.fold_list import FoldItem
from ui.widgets.fold_row import SECTION
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.lifecycle.findings import LifecycleAnalysis
from workbook.editing import Address
from workbook.model.draft import Draft

NO_REVIEW = "A closed partnership is not looked at again."


class Sections(QWidget):
    """Which of them is open is a way of looking: no edit, nothing to undo."""

    entered = Signal(str)
    """The part that is now in hand."""
    restore_wanted = Signal(str)
    compare_wanted = Signal(str)
    rearranged = Signal()

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__()
        self._document = document
        self.events, self.log = Events(document), Log(document)
        for body in (self.events, self.log):
            body.setParent(self)  # until their rows are opened for the first time
            body.hide()
        self._why = WhyMark(None, requests, "Why a review date?")
        self.events_row = FoldItem(lambda: self.events, SECTION)
        self.review_row = FieldRow(self._made_review, self._why)
        self.lessons_row = FieldRow(self._made_lessons)
        self.log_row = FoldItem(lambda: self.log, SECTION)
        self._rows = {
            "events": self.events_row,
            "review_on": self.review_row,
            "lessons": self.lessons_row,
            "log": self.log_row,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        for row in self._rows.values():
            column.addWidget(row)
        self._connect()
        tab_as_laid_out(self)

    def refresh(self, change: Change | None, draft: Draft) -> None:
        """Show what stands in the fields; what the analysis says comes with `show_found`."""
        self.events_row.head.show_words("Events", events_said(draft))
        self.lessons_row.refresh(change, "Lessons", lessons_said(draft))
        self.log_row.head.show_words("Log of moves", log_said(draft))
        self.review_row.refresh(change, "Review date", self.review_row.head.said)
        self.events.refresh(change, draft)

    def show_found(self, change: Change | None, found: LifecycleAnalysis) -> None:
        """Show what the analysis says of the review date, and the log in words."""
        words = NO_REVIEW if found.review is None else found.review.words
        self.review_row.refresh(change, "Review date", words)
        self._why.set_finding(found.review)
        self._why.setVisible(found.review is not None)
        self.log.refresh(change, found.path.log, self._document.workbook)

    def record_event(self) -> None:
        """Open the events, and put the keyboard where the next one is recorded."""
        self.events_row.open()
        self.events.take_focus()

    def reveal(self, part: str, key: str = "", field: str = "") -> None:
        """Open a part, and go to what an address names in it."""
        if part == "events":
            self.events_row.open()
            self.events.reveal(key, field)
        elif part == "moves":
            self.log_row.open()
            if not self.log.reveal(key, field):
                self.log_row.head.setFocus(Qt.FocusReason.OtherFocusReason)
        elif part == "review_on":
            self.review_row.take_focus()
        else:
            self.lessons_row.take_focus()

    def _at(self, field: str) -> Address | None:
        draft = self._document.draft
        return None if draft is None else ("drafts", draft.id, "lifecycle", field)

    def _made_review(self) -> FieldBody:
        at = partial(self._at, "review_on")
        return FieldBody(self._document, review_field(), at, "change of review date")

    def _made_lessons(self) -> FieldBody:
        return FieldBody(self._document, lessons_field(), partial(self._at, "lessons"), "change of lessons")

    def _connect(self) -> None:
        for part, row in self._rows.items():
            row.entered.connect(lambda part=part: self.entered.emit(part))
            row.opened.connect(self.rearranged)
            row.closed.connect(self.rearranged)
            row.stepped.connect(lambda by, part=part: self._step(part, by))
        self.review_row.field_entered.connect(lambda: self.entered.emit("review_on"))
        self.lessons_row.field_entered.connect(lambda: self.entered.emit("lessons"))
        self.events.entered.connect(lambda: self.entered.emit("events"))
        self.log.entered.connect(lambda: self.entered.emit("log"))
        self.events.rearranged.connect(self.rearranged)
        self.log.rearranged.connect(self.rearranged)
        self.log.restore_wanted.connect(self.restore_wanted)
        self.log.compare_wanted.connect(self.compare_wanted)

    def _step(self, part: str, by: int) -> None:
        rows = list(self._rows)
        to = rows.index(part) + by
        if 0 <= to < len(rows):
            self._rows[rows[to]].head.setFocus(Qt.FocusReason.OtherFocusReason)
