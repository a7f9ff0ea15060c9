"""The questions that are asked before something is opened, saved or lost, each in exact and calm words.

What asks is given a `Dialogs`, so that tests answer without a window that waits for a click.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, Protocol, TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.conflict_dialog import CompareNow, ConflictAnswer, ConflictDialog
from ui.earlier_dialog import Compare, EarlierAnswer, EarlierDialog
from ui.moments import moment_in_words, now
from ui.question import Question, Role
from ui.recovery_dialog import RecoveryAnswer, RecoveryDialog, title_of
from workbook.persistence.conflict import Changed
from workbook.persistence.format import EXTENSION
from workbook.persistence.holder import Holder
from workbook.persistence.problems import quoted
from workbook.persistence.recovery import LeftOver
from workbook.persistence.version import Version

UnsavedAnswer = Literal["save", "discard", "cancel"]
FailedAnswer = Literal["retry", "elsewhere", "keep_working"]
OutputAnswer = Literal["retry", "elsewhere", "replace", "leave"]
InUseAnswer = Literal["to_read", "copy", "take_over", "cancel"]
DamagedAnswer = Literal["earlier", "as_it_is", "cancel"]

Answer = TypeVar("Answer")

WORKBOOKS = f"Partnership workbooks (*{EXTENSION});;All files (*)"
REPORTS = "Excel workbooks (*.xlsx)"


class Dialogs(Protocol):
    """What may be asked or told. Every answer has a safe one, which Escape gives too."""

    def ask_unsaved(self, title: str, on_disk: str = "") -> UnsavedAnswer:
        """Before a workbook with unsaved changes is left. `on_disk` says what has become of its file."""

    def ask_conflict(self, changed: Changed, compare: CompareNow, *, is_unsaved: bool) -> ConflictAnswer:
        """What to do when the file of the open workbook is not what was opened or last saved."""

    def ask_revert(self, title: str) -> bool:
        """Before unsaved changes are undone by reading the file again."""

    def ask_overwrite(self, path: Path) -> bool:
        """Before a save takes the place of another file."""

    def ask_altered(self, sentence: str) -> bool:
        """Whether to open a copy of a file that does not match its checksum."""

    def ask_damaged(self, sentence: str, earlier: str, *, is_readable: bool) -> DamagedAnswer:
        """What to open instead of a file that does not open: an earlier version, or what can be read."""

    def ask_in_use(self, path: Path, holder: Holder) -> InUseAnswer:
        """How to open a file that somebody else has open. Only from another computer is it taken over."""

    def ask_earlier(self, versions: Sequence[Version], path: Path, compare: Compare) -> EarlierAnswer | None:
        """Which earlier version of this file to go back to, or to open as a copy; None: neither."""

    def ask_failed_save(self, sentence: str) -> FailedAnswer:
        """What to do after a save that could not be done."""

    def ask_failed_output(self, sentence: str, *, may_replace: bool) -> OutputAnswer:
        """What to do after a picture or a page that was not written; `replace`: all the same."""

    def ask_recover(self, left_over: Sequence[LeftOver]) -> RecoveryAnswer | None:
        """What to do with unsaved work of a program that ended unexpectedly; None: decide later."""

    def pick_open(self, folder: Path) -> Path | None:
        """The workbook to open."""

    def pick_save(self, suggested: Path, kind: str = WORKBOOKS) -> Path | None:
        """Where to save. Whether something is there already is asked afterwards, in `ask_overwrite`."""

    def tell(self, sentence: str) -> None:
        """Say what could not be done, and why."""

    def tell_fault(self, sentence: str, details: str) -> None:
        """Say that the program itself failed, with details that can be copied into a report."""


class QtDialogs:
    """The questions as windows over a parent."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def ask_unsaved(self, title: str, on_disk: str = "") -> UnsavedAnswer:
        """Before a workbook with unsaved changes is left. `on_disk` says what has become of its file."""
        answers: dict[UnsavedAnswer, tuple[str, Role]] = {
            "save": ("Save", Role.AcceptRole),
            "discard": ("Don't save", Role.DestructiveRole),
            "cancel": ("Keep working", Role.RejectRole),
        }
        sentence, more = f"“{title}” has changes that are not saved.", "Without saving they are lost."
        if on_disk:
            sentence, more = on_disk, "What is open here is in no file. Without saving, it may be lost."
        return self._ask(sentence, more, answers, usual="save", safe="cancel")

    def ask_conflict(self, changed: Changed, compare: CompareNow, *, is_unsaved: bool) -> ConflictAnswer:
        """What to do when the file of the open workbook is not what was opened or last saved."""
        dialog = ConflictDialog(changed, compare, is_unsaved=is_unsaved, parent=self._parent)
        dialog.exec()
        answer = dialog.answer
        dialog.deleteLater()
        return answer

    def ask_revert(self, title: str) -> bool:
        """Before unsaved changes are undone by reading the file again."""
        return self._confirm(
            f"Go back to the saved version of “{title}”?",
            "Everything since the last save is taken back. “Undo” brings it back while the workbook is open.",
            "Go back",
        )

    def ask_overwrite(self, path: Path) -> bool:
        """Before a save takes the place of another file."""
        held = "lost"
        if path.suffix == EXTENSION:
            held = "kept among the earlier versions, if it is a workbook"
        more = f"Saving takes its place; what it holds is {held}."
        return self._confirm(f"“{path.name}” is there already.", more, "Replace it")

    def ask_altered(self, sentence: str) -> bool:
        """Whether to open a copy of a file that does not match its checksum."""
        return self._confirm(
            sentence,
            "What can be read of it can be opened as an unsaved copy. Look it over before you rely on it. "
            "The file itself stays as it is.",
            "Open as a copy",
        )

    def ask_damaged(self, sentence: str, earlier: str, *, is_readable: bool) -> DamagedAnswer:
        """What to open instead of a file that does not open: an earlier version, or what can be read."""
        answers: dict[DamagedAnswer, tuple[str, Role]] = {
            "earlier": ("Open the earlier version", Role.AcceptRole),
            "cancel": ("Cancel", Role.RejectRole),
        }
        more = f"On this laptop an earlier version is kept that can be opened: {earlier}."
        if is_readable:
            answers["as_it_is"] = ("Open what can be read", Role.ActionRole)
            more += (
                " What can be read of the file itself can be opened too: look it over before you rely on it."
            )
        more += " Either opens as an unsaved copy." if is_readable else " It opens as an unsaved copy."
        more += " The file itself stays as it is."
        return self._ask(sentence, more, answers, usual="earlier", safe="cancel")

    def ask_in_use(self, path: Path, holder: Holder) -> InUseAnswer:
        """How to open a file that somebody else has open. Only from another computer is it taken over."""
        answers: dict[InUseAnswer, tuple[str, Role]] = {
            "to_read": ("Open to read", Role.AcceptRole),
            "copy": ("Open a copy", Role.ActionRole),
            "cancel": ("Cancel", Role.RejectRole),
        }
        since = "" if holder.since is None else f", since {moment_in_words(holder.since, now())}"
        more = "Opened to read, or as a copy, it can be changed too; saving then asks for another name."
        if holder.is_elsewhere:
            answers["take_over"] = ("Open it all the same", Role.ActionRole)
            more += (
                " Open it all the same only if nobody works on it there any more, because that computer was "
                "switched off, say: what is changed there from now on cannot be saved to this file."
            )
        sentence = f"{quoted(path.name)} is open {holder.words}{since}."
        return self._ask(sentence, more, answers, usual="to_read", safe="cancel")

    def ask_earlier(self, versions: Sequence[Version], path: Path, compare: Compare) -> EarlierAnswer | None:
        """Which earlier version of this file to go back to, or to open as a copy; None: neither."""
        dialog = EarlierDialog(versions, path, compare, self._parent)
        dialog.exec()
        answer = dialog.answer
        dialog.deleteLater()
        return answer

    def ask_failed_save(self, sentence: str) -> FailedAnswer:
        """What to do after a save that could not be done."""
        answers: dict[FailedAnswer, tuple[str, Role]] = {
            "elsewhere": ("Save elsewhere…", Role.AcceptRole),
            "retry": ("Try again", Role.ActionRole),
            "keep_working": ("Keep working", Role.RejectRole),
        }
        more = "Nothing is lost: your changes are still open here, and what was saved before is as it was."
        return self._ask(sentence, more, answers, usual="elsewhere", safe="keep_working")

    def ask_failed_output(self, sentence: str, *, may_replace: bool) -> OutputAnswer:
        """What to do after a picture or a page that was not written; `replace`: all the same."""
        answers: dict[OutputAnswer, tuple[str, Role]] = {
            "elsewhere": ("Save elsewhere…", Role.AcceptRole),
            "retry": ("Try again", Role.ActionRole),
            "leave": ("Leave it", Role.RejectRole),
        }
        more = "What was there before is as it was."
        if may_replace:
            answers["replace"] = ("Replace it", Role.DestructiveRole)
            more += " If no program has it open any more, because one crashed, it can be replaced."
        return self._ask(sentence, more, answers, usual="elsewhere", safe="leave")

    def ask_recover(self, left_over: Sequence[LeftOver]) -> RecoveryAnswer | None:
        """What to do with unsaved work of a program that ended unexpectedly; None: decide later."""
        dialog = RecoveryDialog(left_over, self._parent)
        dialog.exec()
        answer = dialog.answer
        dialog.deleteLater()
        if answer is not None and answer.deed == "delete":
            title = title_of(answer.left)
            if not self._confirm(
                f"Delete the unsaved work on “{title}”?", "It cannot be got back.", "Delete it"
            ):
                return self.ask_recover(left_over)
        return answer

    def pick_open(self, folder: Path) -> Path | None:
        """The workbook to open."""
        dialog = QFileDialog(self._parent, "Open a workbook", str(folder), WORKBOOKS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _picked(dialog)

    def pick_save(self, suggested: Path, kind: str = WORKBOOKS) -> Path | None:
        """Where to save. Whether something is there already is asked afterwards, in `ask_overwrite`."""
        dialog = QFileDialog(self._parent, "Save as", str(suggested.parent), kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(suggested.name)
        return _picked(dialog)

    def tell(self, sentence: str) -> None:
        """Say what could not be done, and why."""
        self._ask(sentence, "", {"seen": ("All right", Role.AcceptRole)}, usual="seen", safe="seen")

    def tell_fault(self, sentence: str, details: str) -> None:
        """Say that the program itself failed, with details that can be copied into a report."""
        more = "Your work is still open, and what you typed is kept. You can go on; save it now to be sure."
        question = Question(sentence, more, [("Go on", Role.AcceptRole)], 0, self._parent, details=details)
        question.exec()
        question.deleteLater()

    def _confirm(self, sentence: str, more: str, deed: str) -> bool:
        answers: Mapping[bool, tuple[str, Role]] = {
            True: (deed, Role.AcceptRole),
            False: ("Cancel", Role.RejectRole),
        }
        return self._ask(sentence, more, answers, usual=False, safe=False)

    def _ask(
        self,
        sentence: str,
        more: str,
        answers: Mapping[Answer, tuple[str, Role]],
        *,
        usual: Answer,
        safe: Answer,
    ) -> Answer:
        """Ask, with one button for each answer; Escape and closing the window give the safe one."""
        kinds = tuple(answers)
        question = Question(sentence, more, tuple(answers.values()), kinds.index(usual), self._parent)
        question.exec()
        question.deleteLater()
        return safe if question.chosen is None else kinds[question.chosen]


def _picked(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(files[0]) if accepted and files else None
