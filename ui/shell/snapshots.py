"""Taking a snapshot from any page: a small panel for its name, or none, and one step of undo."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.document import Document
from ui.forms.fields import TextField
from ui.moments import now
from ui.shell.draft_tabs import DraftTab, DraftTabs
from ui.shell.notice import Notice
from ui.shell.sheet import Sheet
from ui.taking_snapshots import take
from ui.theme.look import look
from ui.widgets import Button, Popover, Sentence, describe
from ui.widgets.tab_order import tab_as_laid_out
from workbook.edits.snapshots import snapshot_name

TITLE = "Take a snapshot"
NO_DRAFT = "A snapshot keeps a draft: begin one on any page, then press Ctrl+T again."
SAYS = "Keeps “{}” as it stands now. The page Changes compares with it, reads it, or goes back to it."
HELP = "What the snapshot is called; without a name it is called after draft and moment. Enter takes it."
WIDTH = 360


class SnapshotPanel(QWidget):
    """What is kept, and under which name."""

    submitted = Signal()

    def __init__(self, draft: str, usual: str) -> None:
        super().__init__()
        self.name = TextField(usual)
        self.take = Button("Take it", "secondary", "camera")
        describe(self.name, "Name of the snapshot", HELP)
        self.name.returnPressed.connect(self.submitted)
        self.take.clicked.connect(self.submitted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Sentence(SAYS.format(draft), "secondary", "muted"))
        self._column.addWidget(self.name)
        self._column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._column.setSpacing(look().px(10))


class SnapshotTaking(QObject):
    """One for each window. The panel hangs from the tab of the draft; the notice tells what was kept."""

    def __init__(
        self,
        document: Document,
        sheet: Sheet,
        notice: Notice,
        tabs: DraftTabs,
        clock: Callable[[], dt.datetime] = now,
    ) -> None:
        super().__init__(sheet)
        self._document, self._sheet, self._notice, self._tabs = document, sheet, notice, tabs
        self._clock = clock
        self._said = ""
        self._popover: Popover | None = None
        self._panel: SnapshotPanel | None = None
        self._before: QWidget | None = None
        document.changed.connect(lambda _: self._withdraw())

    def open(self) -> None:
        """Ask for a name, to take a snapshot of the draft that is looked at."""
        draft = self._document.draft
        if draft is None:
            self._notice.say(NO_DRAFT)
        elif self._panel is not None and isValid(self._panel) and self._panel.isVisible():
            self._panel.name.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._document.seal()
            self._open(SnapshotPanel(draft.name.strip() or draft.id, snapshot_name(draft, self._clock())))

    def _open(self, panel: SnapshotPanel) -> None:
        self._before = QApplication.focusWidget()
        tabs = (each for each in self._tabs.findChildren(DraftTab) if each.isVisible() and each.isChecked())
        tab = next(tabs, self._tabs)  # tabs that were made a moment ago are not there yet
        popover = Popover(TITLE, panel, WIDTH)
        self._panel, self._popover = panel, popover
        panel.submitted.connect(lambda: self._take(panel.name.text()))
        popover.closed.connect(lambda: self._on_closed(tab))
        popover.show_beside(tab)
        panel.name.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, name: str) -> None:
        draft = self._document.draft
        if self._popover is not None:
            self._popover.dismiss()
        if draft is not None:
            said = take(self._document, draft, name, self._clock())
            self._said = said  # only now: the change that was just made withdraws what was said before
            self._notice.say(said, self._take_back)

    def _take_back(self) -> None:
        """Undo it without leaving the page."""
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

    def _on_closed(self, tab: QWidget) -> None:
        """The keyboard goes back to where it was, not to the tab that the panel hung from."""
        self._panel = self._popover = None
        before, here = self._before, QApplication.focusWidget()
        is_there = before is not None and isValid(before) and before.isVisible()
        if before is not None and is_there and (here is None or here is tab):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
