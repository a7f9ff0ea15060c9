"""The file of the open workbook is not what it was: what happened to it, what differs, and the ways out."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.background import Job, run_watched
from ui.earlier_dialog import FEWEST_LINES, LINES, details_of
from ui.question import GAP, MARGIN, TITLE, Role, button_row, told
from ui.theme.look import look
from workbook.analysis.difference.whole import WorkbookDifference
from workbook.analysis.wording import counted
from workbook.persistence.conflict import SENTENCES, Changed
from workbook.persistence.problems import quoted

ConflictAnswer = Literal["load", "overwrite", "elsewhere", "keep_working"]
CompareNow = Callable[[], WorkbookDifference]
"""What loading the file would change in the open workbook."""

WIDTH = 600
LOOKING = "Comparing it with the workbook as it is open here…"
SAME = "It says the same as the workbook that is open here."
UNTOLD = "What differs cannot be told."
WOULD_CHANGE = "Loading it would make {} here:"

NOTHING_UNSAVED = "It is a later version of this workbook. Nothing is unsaved here."
UNSAVED = "There are changes here that are not saved."
IN_NO_FILE = "What is open here is now in no file."
IS_UNDONE = "Loading is one step, which “Undo” takes back."
IS_KEPT = "If you overwrite it, what it holds is kept among the earlier versions."
IS_NOT_KEPT = "If you overwrite it, what it holds is gone: it is no workbook that could be kept."
STAYS = "Until you decide, nothing is written over it."

WORDS: dict[ConflictAnswer, tuple[str, Role]] = {
    "load": ("Load what is on the disk", Role.AcceptRole),
    "elsewhere": ("Save as…", Role.ActionRole),
    "overwrite": ("Overwrite it", Role.DestructiveRole),
    "keep_working": ("Keep working", Role.RejectRole),
}
AGAIN = ("Save it again", Role.AcceptRole)


class ConflictDialog(QDialog):
    """Asks once. `answer` is "keep_working" as long as nothing is decided, and after Escape."""

    def __init__(
        self, changed: Changed, compare: CompareNow, *, is_unsaved: bool, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._changed = changed
        self._compare = compare
        self._job: Job[WorkbookDifference] | None = None
        self.answer: ConflictAnswer = "keep_working"
        self.buttons: dict[ConflictAnswer, QPushButton] = {}
        self.setWindowTitle(TITLE)
        self.sentence = sentence_on(changed)
        self.about = about(changed, is_unsaved=is_unsaved)
        self.setAccessibleDescription(f"{self.sentence} {self.about}")
        self.in_short = told(LOOKING, muted=True)
        self.details = self._pane()
        usual = usual_answer(changed, is_unsaved=is_unsaved)
        row = self._button_row(usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look().px(MARGIN) for _ in range(4)))
        column.setSpacing(look().px(GAP))
        column.addWidget(told(self.sentence, "subheading"))
        column.addWidget(told(self.about, muted=True))
        column.addWidget(self.in_short)
        column.addWidget(self.details, 1)
        column.addSpacing(look().px(GAP))
        column.addWidget(row)
        self.setMinimumWidth(max(look().px(WIDTH), row.sizeHint().width() + 2 * look().px(MARGIN)))
        self.finished.connect(self._stop_looking)
        if changed.opened is None:
            self.in_short.hide()
            self.details.hide()
            self.resize(self.minimumWidth(), column.totalHeightForWidth(self.minimumWidth()))
        else:
            self._fit_the_screen()
            self._look_into()
        self.buttons[usual].setFocus()

    def _fit_the_screen(self) -> None:
        """As many lines of differences as read well, or as the screen has room for when text is large."""
        more = (LINES - FEWEST_LINES) * look().line_height("body")
        room = self.screen().availableSize().height() - look().px(2 * MARGIN)  # a frame goes round it
        self.resize(self.minimumWidth(), min(self.minimumSizeHint().height() + more, room))

    def _pane(self) -> QPlainTextEdit:
        pane = QPlainTextEdit()
        pane.setReadOnly(True)
        pane.setTabChangesFocus(True)
        pane.setAccessibleName("What differs on the disk")
        pane.setMinimumHeight(FEWEST_LINES * look().line_height("body"))
        return pane

    def _button_row(self, usual: ConflictAnswer) -> QDialogButtonBox:
        box = button_row()
        for answer in answers_to(self._changed):
            words, role = (
                AGAIN if (self._changed.happened, answer) == ("gone", "overwrite") else WORDS[answer]
            )
            button = self.buttons[answer] = box.addButton(words, role)
            button.setAutoDefault(answer == usual)
            button.setDefault(answer == usual)
            button.clicked.connect(partial(self._decide, answer))
        return box

    def _decide(self, answer: ConflictAnswer) -> None:
        self.answer = answer
        self.accept()

    def _look_into(self) -> None:
        def failed(fault: Exception) -> None:
            self._job = None
            self.in_short.setText(UNTOLD)
            raise fault

        self._job = run_watched(lambda _watch: self._compare(), done=self._show, failed=failed)

    def _show(self, difference: WorkbookDifference) -> None:
        self._job = None
        number = counted(int(difference.summary.value or 0), "change")
        self.in_short.setText(SAME if difference.is_none else WOULD_CHANGE.format(number))
        self.details.setPlainText(details_of(difference))

    def _stop_looking(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None


def sentence_on(changed: Changed) -> str:
    """What has happened to which file."""
    return f"{quoted(changed.path.name)} {SENTENCES[changed.happened]}."


def about(changed: Changed, *, is_unsaved: bool) -> str:
    """How what is open here stands to that, and what follows from each way out."""
    parts = []
    if changed.cause is not None:
        parts.append(f"It {changed.cause.sentence}.")
    if changed.happened != "changed":
        parts.append(IN_NO_FILE)
    elif is_unsaved:
        parts.append(UNSAVED)
    elif changed.is_later:
        parts.append(NOTHING_UNSAVED)
    if changed.opened is not None:
        parts.append(IS_UNDONE)
    if "overwrite" in answers_to(changed) and changed.happened != "gone":
        parts.append(IS_KEPT if changed.is_workbook else IS_NOT_KEPT)
    if changed.happened != "gone":
        parts.append(STAYS)
    return " ".join(parts)


def answers_to(changed: Changed) -> tuple[ConflictAnswer, ...]:
    """The ways out, as far as there are such."""
    if changed.opened is not None:
        return ("load", "elsewhere", "overwrite", "keep_working")
    if changed.happened == "folder":
        return ("elsewhere", "keep_working")
    return ("overwrite", "elsewhere", "keep_working")


def usual_answer(changed: Changed, *, is_unsaved: bool) -> ConflictAnswer:
    """The one that Enter gives: it never costs anybody's work."""
    if changed.is_later and not is_unsaved:
        return "load"
    return "overwrite" if changed.happened == "gone" else "elsewhere"
