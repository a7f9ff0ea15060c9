"""What is offered after the program ended unexpectedly: the work it kept, to open, to delete or to leave.

What the work contains is told against the file it began from. Comparing them takes a while, so it is done off
the window's thread: only for the work that is looked at, and once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.background import Job, Watch, run_watched
from ui.earlier import changed_since, time_in_words
from ui.earlier_dialog import details_of
from ui.moments import now
from ui.question import GAP, MARGIN, TITLE, Role, button_row, told
from ui.theme.look import look
from workbook.analysis.wording import counted, listed
from workbook.model.workbook import Workbook
from workbook.persistence.problems import quoted, shown
from workbook.persistence.recovery import LeftOver, Standing

Deed = Literal["open", "delete"]

STANDINGS: dict[Standing, str] = {
    "never_saved": "It was never saved to a file.",
    "same": "The file is still as it was before this work; saving brings the two together.",
    "other": "The file has changed since; this work opens as a copy of its own.",
    "missing": "The file is no longer there; this work opens as a copy of its own.",
}
UNREADABLE = "The file cannot be read any more; this work opens as a copy of its own."
CUT = "The last edits to it are damaged and cannot be read."
LOOKING = "Looking into it…"
UNTOLD = "What it contains cannot be told."
WIDTH, ROW, ROWS, FEWEST_ROWS = 600, 34, 6, 2
LINES, FEWEST_LINES = 12, 4


@dataclass(frozen=True)
class RecoveryAnswer:
    """What to do with one of those that were left over."""

    left: LeftOver
    deed: Deed


def title_of(left: LeftOver) -> str:
    """What the unsaved work is called."""
    base = left.copy.base
    return left.copy.workbook.title or ("Untitled workbook" if base is None else base.path.stem)


def named(left: LeftOver) -> str:
    """What the unsaved work is, in a line."""
    return f"{title_of(left)}, as it was {time_in_words(left.copy.kept_at, now())}"


def described(left: LeftOver) -> str:
    """Which file it belongs to, how that stands to it, and what opening it means."""
    base = left.copy.base
    words = UNREADABLE if left.standing == "other" and left.opened is None else STANDINGS[left.standing]
    if base is not None:
        words = f"{shown(base.path)}: {words}"
    return f"{words} {CUT}" if left.is_cut else words


def contents_of(left: LeftOver) -> str:
    """What it contains: its changes to the file as far as that can be read, or else what there is in it."""
    held = left.copy.workbook
    if left.opened is None:
        return f"It holds {held_by(held)}."
    difference = changed_since(left.opened.workbook, held)
    number, name = int(difference.summary.value or 0), quoted(left.opened.path.name)
    revision = left.opened.head.revision
    if left.standing == "same":
        in_short = f"It holds {counted(number, 'change')} since revision {revision} of {name}:"
    else:
        in_short = f"It differs in {counted(number, 'place')} from {name} as it is now, revision {revision}:"
    return f"{in_short}\n\n{details_of(difference)}"


def held_by(workbook: Workbook) -> str:
    """How much there is in a workbook: "2 drafts, 7 stakeholders and 3 scenarios"."""
    drafts = workbook.drafts
    return listed(
        [
            counted(len(drafts), "draft"),
            counted(sum(len(draft.stakeholders) for draft in drafts), "stakeholder"),
            counted(sum(len(draft.scenarios) for draft in drafts), "scenario"),
        ]
    )


class RecoveryDialog(QDialog):
    """Lists what was left over. `answer` is None as long as nothing is decided, and after Escape."""

    def __init__(self, left_over: Sequence[LeftOver], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._left_over = tuple(left_over)
        self._known: dict[int, str] = {}
        self._job: Job[str] | None = None
        self.answer: RecoveryAnswer | None = None
        self.setWindowTitle(TITLE)
        self.list = self._listed()
        self.about = self._pane()
        buttons = self._buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look().px(MARGIN) for _ in range(4)))
        column.setSpacing(look().px(GAP))
        column.addWidget(told("The program ended before this work was saved.", "subheading"))
        column.addWidget(told("Opening it changes no file; saving does.", muted=True))
        column.addWidget(self.list)
        column.addWidget(self.about, 1)
        column.addWidget(buttons)
        self.setMinimumWidth(max(look().px(WIDTH), buttons.sizeHint().width() + 2 * look().px(MARGIN)))
        self._fit_the_screen()
        self.finished.connect(self._stop_looking)
        self.list.currentRowChanged.connect(self._describe)
        self.list.setCurrentRow(0)

    def _listed(self) -> QListWidget:
        rows = QListWidget()
        rows.setAccessibleName("Unsaved work")
        for left in self._left_over:
            item = QListWidgetItem(named(left), rows)
            item.setSizeHint(QSize(0, look().px(ROW)))  # the list asks before the style has arrived
        rows.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It gives way on a small screen, down to two rows.
        rows.setMinimumHeight(look().px(min(FEWEST_ROWS, len(self._left_over)) * ROW + GAP))
        rows.setMaximumHeight(look().px(min(ROWS, len(self._left_over)) * ROW + GAP))
        rows.itemActivated.connect(lambda _item: self._decide("open"))
        return rows

    def _pane(self) -> QPlainTextEdit:
        pane = QPlainTextEdit()
        pane.setReadOnly(True)
        pane.setTabChangesFocus(True)
        pane.setAccessibleName("What it contains, and what opening it means")
        pane.setMinimumHeight(FEWEST_LINES * look().line_height("body"))
        return pane

    def _buttons(self) -> QDialogButtonBox:
        box = button_row()
        deeds: tuple[tuple[str, Role, Deed | None], ...] = (
            ("Open it", Role.AcceptRole, "open"),
            ("Delete it", Role.DestructiveRole, "delete"),
            ("Decide later", Role.RejectRole, None),
        )
        for words, role, deed in deeds:
            button = box.addButton(words, role)
            button.setAutoDefault(deed == "open")
            button.setDefault(deed == "open")
            button.clicked.connect(partial(self._decide, deed))
        return box

    def _describe(self, row: int) -> None:
        self._stop_looking()
        left = self._left_over[row]
        known = self._known.get(row)
        if known is not None:
            self._show(left, known)
            return
        self._show(left, LOOKING)

        def work(watch: Watch) -> str:
            watch.leave_if_cancelled()  # whoever runs down the list does not wait for every row
            return contents_of(left)

        def done(contents: str) -> None:
            self._job = None
            self._known[row] = contents
            self._show(left, contents)

        def failed(fault: Exception) -> None:
            self._job = None
            self._show(left, UNTOLD)
            raise fault

        self._job = run_watched(work, done=done, failed=failed)

    def _show(self, left: LeftOver, contents: str) -> None:
        self.about.setPlainText(f"{described(left)}\n\n{contents}")

    def _fit_the_screen(self) -> None:
        """As many rows and lines as read well, or as the screen has room for when text is large."""
        rows = self.list.maximumHeight() - self.list.minimumHeight()
        more = rows + (LINES - FEWEST_LINES) * look().line_height("body")
        room = self.screen().availableSize().height() - look().px(2 * MARGIN)  # a frame goes round it
        self.resize(self.minimumWidth(), min(self.minimumSizeHint().height() + more, room))

    def _stop_looking(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _decide(self, deed: Deed | None) -> None:
        if deed is None:
            self.reject()
            return
        self.answer = RecoveryAnswer(self._left_over[self.list.currentRow()], deed)
        self.accept()
