"""What is offered after the program ended unexpectedly: the work it kept, to open, to delete or to leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.moments import moment_in_words, now
from workbook.persistence.recovery import LeftOver, Standing

STANDINGS: dict[Standing, str] = {
    "never_saved": "It was never saved to a file.",
    "same": "The file is still as it was before this work; saving brings the two together.",
    "other": "The file has changed since, or cannot be read; this work opens as a copy of its own.",
    "missing": "The file is no longer there; this work opens as a copy of its own.",
}
WIDTH = 560


@dataclass(frozen=True)
class RecoveryAnswer:
    """What to do with one of the copies of unsaved work that were left over."""

    left: LeftOver
    deed: Literal["open", "delete"]


def title_of(left: LeftOver) -> str:
    """What the unsaved work is called."""
    base = left.copy.base
    return left.copy.workbook.title or ("Untitled workbook" if base is None else base.path.stem)


def described(left: LeftOver) -> str:
    """What the unsaved work is, in two lines: what and when, and how the file stands to it."""
    drafts = len(left.copy.workbook.drafts)
    what = f"{title_of(left)}, {drafts} draft{'' if drafts == 1 else 's'}"
    when = moment_in_words(left.copy.kept_at, now())
    base = left.copy.base
    where = "" if base is None else f" ({base.path})"
    return f"{what}, as it was {when}{where}\n{STANDINGS[left.standing]}"


class RecoveryDialog(QDialog):
    """Lists what was left over. `answer` is None as long as nothing is decided, and after Escape."""

    def __init__(self, left_over: Sequence[LeftOver], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._left_over = tuple(left_over)
        self.answer: RecoveryAnswer | None = None
        self.setWindowTitle("Unsaved work")
        self.setMinimumWidth(WIDTH)
        told = QLabel(
            "The program ended before this work was saved. Opening it changes no file until you save."
        )
        told.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Unsaved work")
        self.list.setWordWrap(True)
        for left in self._left_over:
            self.list.addItem(QListWidgetItem(described(left)))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self._decide("open"))
        buttons = QDialogButtonBox()
        self.open_button = buttons.addButton("Open it", QDialogButtonBox.ButtonRole.AcceptRole)
        self.delete_button = buttons.addButton("Delete it", QDialogButtonBox.ButtonRole.DestructiveRole)
        self.later_button = buttons.addButton("Decide later", QDialogButtonBox.ButtonRole.RejectRole)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(lambda: self._decide("open"))
        self.delete_button.clicked.connect(lambda: self._decide("delete"))
        self.later_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (told, self.list, buttons):
            column.addWidget(part)

    def _decide(self, deed: Literal["open", "delete"]) -> None:
        self.answer = RecoveryAnswer(self._left_over[self.list.currentRow()], deed)
        self.accept()
