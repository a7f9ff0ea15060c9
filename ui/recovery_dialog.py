"""What is offered after the program ended unexpectedly: the work it kept, to open, to delete or to leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.moments import moment_in_words, now
from ui.question import GAP, MARGIN, TITLE, Role, button_row, told
from ui.theme.look import look
from workbook.persistence.recovery import LeftOver, Standing

Deed = Literal["open", "delete"]

STANDINGS: dict[Standing, str] = {
    "never_saved": "It was never saved to a file.",
    "same": "The file is still as it was before this work; saving brings the two together.",
    "other": "The file has changed since, or cannot be read; this work opens as a copy of its own.",
    "missing": "The file is no longer there; this work opens as a copy of its own.",
}
WIDTH, ROW, ROWS = 560, 34, 6


@dataclass(frozen=True)
class RecoveryAnswer:
    """What to do with one of the copies of unsaved work that were left over."""

    left: LeftOver
    deed: Deed


def title_of(left: LeftOver) -> str:
    """What the unsaved work is called."""
    base = left.copy.base
    return left.copy.workbook.title or ("Untitled workbook" if base is None else base.path.stem)


def named(left: LeftOver) -> str:
    """What the unsaved work is, in a line."""
    drafts = len(left.copy.workbook.drafts)
    when = moment_in_words(left.copy.kept_at, now())
    return f"{title_of(left)} ({drafts} draft{'' if drafts == 1 else 's'}), as it was {when}"


def described(left: LeftOver) -> str:
    """Which file it belongs to, and how that stands to it."""
    base = left.copy.base
    return STANDINGS[left.standing] if base is None else f"{base.path}: {STANDINGS[left.standing]}"


class RecoveryDialog(QDialog):
    """Lists what was left over. `answer` is None as long as nothing is decided, and after Escape."""

    def __init__(self, left_over: Sequence[LeftOver], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._left_over = tuple(left_over)
        self.answer: RecoveryAnswer | None = None
        self.setWindowTitle(TITLE)
        self.list = QListWidget()
        self.list.setAccessibleName("Unsaved work")
        for left in self._left_over:
            item = QListWidgetItem(named(left), self.list)
            item.setSizeHint(QSize(0, look().px(ROW)))  # the list asks before the style has arrived
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(look().px(min(ROWS, len(self._left_over)) * ROW + GAP))
        self.list.itemActivated.connect(lambda _item: self._decide("open"))
        self.about = told("", muted=True)
        self.list.currentRowChanged.connect(self._describe)
        self.list.setCurrentRow(0)
        buttons = self._buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look().px(MARGIN) for _ in range(4)))
        column.setSpacing(look().px(GAP))
        column.addWidget(told("The program ended before this work was saved.", "subheading"))
        column.addWidget(told("Opening it changes no file; saving does.", muted=True))
        for part in (self.list, self.about, buttons):
            column.addWidget(part)
        self.setMinimumWidth(max(look().px(WIDTH), buttons.sizeHint().width() + 2 * look().px(MARGIN)))

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
        self.about.setText(described(self._left_over[row]) if row >= 0 else "")

    def _decide(self, deed: Deed | None) -> None:
        if deed is None:
            self.reject()
            return
        self.answer = RecoveryAnswer(self._left_over[self.list.currentRow()], deed)
        self.accept()
