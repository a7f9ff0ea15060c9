"""The right half of the start: where one may go on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.document import Document
from ui.moments import now
from ui.pages.start.recent_row import RecentRow
from ui.recent import RecentWorkbook
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, Gap, Hairline, IconButton, RowButton, Sentence

MOST_AT_FIRST = 5
FIRST_RUN = (
    "Workbooks you have saved will stand here.",
    (
        "New to this? The example is a finished walk: three drafts, each after one of the cases below. "
        "Or begin from a case and change what is different in your room."
    ),
)


class RecentList(QWidget):
    """The workbook that is open, then those worked on lately; at the first run an invitation."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__()
        self._document, self._requests = document, requests
        self._shows_all = False
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: list[QWidget] = []

    def refresh(self) -> None:
        """Show what there is. Nothing is rebuilt while it is the same."""
        workbook = self._document.workbook
        title = (workbook.title or "this workbook") if workbook.drafts else None
        recent = self._requests.recent_workbooks()
        shown = (title, recent, self._shows_all)
        if shown == self._shown:
            return
        self._shown = shown
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows = list(self._built(title, recent))
        for row in self._rows:
            self._column.addWidget(row)

    def _built(self, title: str | None, recent: Sequence[RecentWorkbook]) -> list[QWidget]:
        rows: list[QWidget] = []
        if title is not None:
            go_on = RowButton(f"Go on with “{title}”", "corner-down-right")
            go_on.clicked.connect(lambda: self._requests.go_to_page("framing"))
            rows += [Sentence("Open now", "section", "muted"), Gap(6), go_on, Gap(16)]
        rows += [Sentence("Recent", "section", "muted"), Gap(6)]
        if not recent:
            rows += [Hairline(), Gap(14), Sentence(FIRST_RUN[0], "body_strong"), Gap(4)]
            rows += [Sentence(FIRST_RUN[1], "body", "muted"), Gap(14), Hairline()]
            return rows
        some = recent if self._shows_all else recent[:MOST_AT_FIRST]
        moment = now()
        for each in some:
            row = RecentRow(each, moment)
            row.clicked.connect(lambda _=False, each=each: self._requests.open_file(each.path))
            rows.append(self._with_way_to_forget(row) if each.is_missing else row)
        if len(some) < len(recent):
            more = Button(f"Show all {len(recent)}", "ghost")
            more.clicked.connect(self._show_all)
            rows.append(more)
        return rows

    def _with_way_to_forget(self, row: RecentRow) -> QWidget:
        """A file may be on a stick that comes back, so it stays until the user says otherwise."""
        together = QWidget()
        line = QHBoxLayout(together)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look().px(4))
        forget = IconButton("x", f"Take {row.recent.title} off this list")
        forget.clicked.connect(lambda: self._forget(row.recent))
        line.addWidget(row, 1)
        line.addWidget(forget, 0, Qt.AlignmentFlag.AlignVCenter)
        return together

    def _forget(self, recent: RecentWorkbook) -> None:
        self._requests.forget_recent(recent.path)
        self.refresh()

    def _show_all(self) -> None:
        self._shows_all = True
        self.refresh()
        last = self._rows[MOST_AT_FIRST] if len(self._rows) > MOST_AT_FIRST else self
        last.setFocus(Qt.FocusReason.OtherFocusReason)
