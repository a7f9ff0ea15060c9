"""The page of the export: choose, say where to, write, open."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.page_view import CaseNote, PageView, Topic
from ui.pages.export.choice import Choice
from ui.pages.export.sheets import SheetList
from ui.pages.export.writing import Writing
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, Gap, Heading, Sentence
from ui.widgets.columns import Columns
from ui.widgets.tab_order import tab_as_laid_out
from workbook.library.loader import load

SUBTITLE = "An Excel report to take home: every figure in it says the rule it comes from and its source."


class ExportPage(PageView):
    """One way through, nothing modal."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self.choice = Choice(document)
        self.choice.changed.connect(self._on_chosen)
        self.choice.rebuilt.connect(lambda: tab_as_laid_out(self))
        self.writing = Writing(requests, lambda: (self.choice.draft_ids, self.choice.case_ids))
        self.sheets = SheetList()
        self._empty = EmptyState(
            "There is nothing to take home yet.",
            "Here a workbook becomes an Excel report: drafts beside the cases, with every figure explained. "
            "It needs a draft first.",
            (
                ("Begin a draft", "pencil", lambda: requests.go_to_page("framing")),
                ("Begin from a published case", "book-open", lambda: requests.go_to_page("start")),
                ("Open the example", "folder-open", requests.open_example),
            ),
        )
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (
            Sentence("What goes in", "section", "muted"),
            Gap(8),
            self.choice,
            Gap(20),
            self.writing,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self._columns = Columns(290, gap=36, row_gap=28)
        self._columns.show_widgets([left, self.sheets])
        self._page = QVBoxLayout(self)
        for each in (
            Heading("Export"),
            Sentence(SUBTITLE, "body", "muted"),
            Gap(14),
            self._empty,
            self._columns,
        ):
            self._page.addWidget(each)
        self._page.addStretch(1)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None) -> None:
        """Show what there is to choose from. What was written before a change is outdated."""
        has_draft = self.document.draft is not None
        self._empty.setVisible(not has_draft)
        self._columns.setVisible(has_draft)
        if change is not None:
            self.writing.outdate()
        self.choice.refresh()
        self.writing.refresh(self.choice.what_is_missing)
        if self.sheets.is_empty and has_draft:
            # The sheets are imported for their titles: after the page has been painted.
            QTimer.singleShot(0, self, self._show_sheets)

    def topic(self) -> Topic:
        """What one takes home; the cases' lessons stand beside it."""
        notes = [
            CaseNote(case.id, case.lessons[0].text, case.lessons[0].citation)
            for case in load().cases
            if case.is_characterised and case.lessons
        ]
        return Topic(
            "Who will read this on Monday, and what should they do then?",
            "The report holds what was said and what follows from it, for those who were not here to check.",
            tuple(notes),
        )

    def _show_sheets(self) -> None:
        self.sheets.show_sheets(self.requests.sheets_of_report())

    def _on_chosen(self) -> None:
        self.writing.outdate()
        self.writing.refresh(self.choice.what_is_missing)

    def _fit(self) -> None:
        px = look().px
        self._page.setContentsMargins(px(28), px(18), px(28), px(28))
        self._page.setSpacing(px(2))
