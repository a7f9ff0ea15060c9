"""The earlier versions of the open workbook: when each was kept, what changed since, and going back to one.

Reading a version and comparing it takes a while, so it is done off the window's thread: only for the version
that is looked at, and once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.background import Job, Watch, run_watched
from ui.earlier import named, of_another_file
from ui.moments import now
from ui.question import GAP, MARGIN, TITLE, Role, button_row, told
from ui.theme.look import look
from workbook.analysis.difference.whole import WorkbookDifference
from workbook.analysis.wording import capitalised, counted
from workbook.persistence.problems import FileProblem
from workbook.persistence.version import Version

Deed = Literal["go_back", "open_copy"]
Compare = Callable[[Version], WorkbookDifference]
"""What has changed from a version to the open workbook; raises a FileProblem if it cannot be opened."""

WIDTH, ROW, ROWS = 600, 34, 6
LINES, FEWEST_LINES = 10, 4
HEAD = "Earlier versions of this workbook"
ABOUT = "Each save keeps one on this laptop: the last ones all, and fewer the further back."
# What stands above the pane: each fits on its line, however long the differences are.
LOOKING = "Comparing it with the workbook as it is open now…"
SAME = "Nothing has changed since: the open workbook says the same."
UNTOLD = "What has changed since cannot be told."
UNREADABLE = "This version cannot be opened:"
SINCE = "Since then, to the workbook as it is open now: {}."
BULLET = "– "  # noqa: RUF001 - a dash


@dataclass(frozen=True)
class EarlierAnswer:
    """What to do with one of the earlier versions."""

    version: Version
    deed: Deed


@dataclass(frozen=True)
class Looked:
    """What is known of a version once it was looked into."""

    in_short: str
    details: str
    can_open: bool
    differs: bool


class EarlierDialog(QDialog):
    """Lists the versions. `answer` is None as long as nothing is decided, and after Escape."""

    def __init__(
        self, versions: Sequence[Version], path: Path, compare: Compare, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._versions = tuple(versions)
        self._compare = compare
        self._looked: dict[Version, Looked] = {}
        self._job: Job[Looked] | None = None
        self._buttons: dict[Deed, QPushButton] = {}
        self.answer: EarlierAnswer | None = None
        self.setWindowTitle(TITLE)
        self.list = self._listed(path)
        self.in_short = told("", muted=True)
        self.details = self._pane()
        buttons = self._button_row()
        self.list.currentRowChanged.connect(self._look_into)
        self.list.itemActivated.connect(lambda _item: self._decide("go_back"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look().px(MARGIN) for _ in range(4)))
        column.setSpacing(look().px(GAP))
        column.addWidget(told(HEAD, "subheading"))
        column.addWidget(told(ABOUT, muted=True))
        for part, stretch in ((self.list, 0), (self.in_short, 0), (self.details, 1), (buttons, 0)):
            column.addWidget(part, stretch)
        self.setMinimumWidth(max(look().px(WIDTH), buttons.sizeHint().width() + 2 * look().px(MARGIN)))
        self._fit_the_screen()
        self.finished.connect(self._stop_looking)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _fit_the_screen(self) -> None:
        """As many lines of differences as read well, or as the screen has room for when text is large."""
        more = (LINES - FEWEST_LINES) * look().line_height("body")
        room = self.screen().availableSize().height() - look().px(2 * MARGIN)  # a frame goes round it
        self.resize(self.minimumWidth(), min(self.minimumSizeHint().height() + more, room))

    def _listed(self, path: Path) -> QListWidget:
        listed = QListWidget()
        listed.setAccessibleName(HEAD)
        moment = now()
        for version in self._versions:
            words = f"{capitalised(named(version, moment))}{of_another_file(version, path)}"
            item = QListWidgetItem(words, listed)
            item.setSizeHint(QSize(0, look().px(ROW)))  # the list asks before the style has arrived
        listed.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setFixedHeight(look().px(min(ROWS, len(self._versions)) * ROW + GAP))
        return listed

    def _pane(self) -> QPlainTextEdit:
        pane = QPlainTextEdit()
        pane.setReadOnly(True)
        pane.setTabChangesFocus(True)
        pane.setAccessibleName("What has changed since")
        pane.setMinimumHeight(FEWEST_LINES * look().line_height("body"))
        return pane

    def _button_row(self) -> QDialogButtonBox:
        box = button_row()
        deeds: tuple[tuple[str, Role, Deed], ...] = (
            ("Go back to it", Role.AcceptRole, "go_back"),
            ("Open as a copy", Role.ActionRole, "open_copy"),
        )
        for words, role, deed in deeds:
            button = self._buttons[deed] = box.addButton(words, role)
            button.setAutoDefault(deed == "go_back")
            button.setDefault(deed == "go_back")
            button.clicked.connect(partial(self._decide, deed))
        self._buttons["go_back"].setToolTip("One step: “Undo” takes it back. The file stays until you save.")
        self._buttons["open_copy"].setToolTip("As a workbook of its own, in no file yet.")
        close = box.addButton("Close", Role.RejectRole)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        return box

    def _look_into(self, row: int) -> None:
        self._stop_looking()
        version = self._versions[row]
        known = self._looked.get(version)
        if known is not None:
            self._show(known)
            return
        self._show(Looked(LOOKING, "", can_open=False, differs=False))

        def work(watch: Watch) -> Looked:
            watch.leave_if_cancelled()  # whoever runs down the list does not wait for every row
            return looked_into(version, self._compare)

        def done(looked: Looked) -> None:
            self._job = None
            self._looked[version] = looked
            self._show(looked)

        def failed(fault: Exception) -> None:
            self._job = None
            self._show(Looked(UNTOLD, "", can_open=True, differs=True))
            raise fault

        self._job = run_watched(work, done=done, failed=failed)

    def _show(self, looked: Looked) -> None:
        self.in_short.setText(looked.in_short)
        self.details.setPlainText(looked.details)
        self._buttons["go_back"].setEnabled(looked.can_open and looked.differs)
        self._buttons["open_copy"].setEnabled(looked.can_open)

    def _stop_looking(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _decide(self, deed: Deed) -> None:
        if self._buttons[deed].isEnabled():
            self.answer = EarlierAnswer(self._versions[self.list.currentRow()], deed)
            self.accept()


def looked_into(version: Version, compare: Compare) -> Looked:
    """What the dialog says of a version."""
    try:
        difference = compare(version)
    except FileProblem as problem:
        return Looked(UNREADABLE, f"It {problem.sentence}.", can_open=False, differs=False)
    if difference.is_none:
        return Looked(SAME, "", can_open=True, differs=False)
    number = counted(int(difference.summary.value or 0), "change")
    return Looked(SINCE.format(number), details_of(difference), can_open=True, differs=True)


def details_of(difference: WorkbookDifference) -> str:
    """Every change in a line of its own, under the draft it was made in."""
    parts = []
    for draft in difference.drafts:
        lines = [f"{capitalised(draft.words)}:" if draft.difference else f"{capitalised(draft.words)}."]
        if draft.difference is not None:
            lines += [f"{BULLET}{change.words}" for change in draft.difference.changes]
        parts.append("\n".join(lines))
    if difference.besides:
        parts.append("\n".join(["Outside the drafts:", *(f"{BULLET}{each}" for each in difference.besides)]))
    return "\n\n".join(parts)
