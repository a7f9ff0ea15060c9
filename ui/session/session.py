"""The open file and the conversations about it: new, open, save, save as, revert, recover, close."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from ui.background import run_in_background
from ui.dialogs import Dialogs
from ui.document import Change, Document
from ui.filing import unkept_in_words
from ui.folders import Folders
from ui.moments import moment_in_words, now
from ui.recent import facts_of, looked_for
from ui.session.choosing import REPORT_ENDING, choose_report, choose_target, read_asking
from ui.session.earlier import choose_earlier
from ui.session.keeping import Keeping
from ui.session.naming import file_name, sentence_of, usual_folder
from ui.session.origin import Origin, after, is_same_file, just_begun, recovered
from ui.session.saving import Saving, Target
from ui.settings import SettingsStore
from workbook.edits.begin import add_draft, draft_from_case, empty_draft
from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.example import example_workbook
from workbook.persistence.format import EXTENSION
from workbook.persistence.recovery import Copy, LeftOver
from workbook.persistence.writing import Saved


class Session(QObject):
    """Knows which file the document belongs to and what of it is unsaved. No disk is waited for here."""

    title_changed = Signal()
    """`title`, `saved_in_words` or `is_modified` is another one."""
    begun = Signal()
    """Another workbook is open than before."""
    saved = Signal(object)
    """A save is in place, since this moment (datetime)."""
    noted = Signal(str)
    """Something worth knowing that asks for no answer, such as where a backup was put."""

    def __init__(
        self,
        document: Document,
        dialogs: Dialogs,
        folders: Folders,
        settings: SettingsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._dialogs, self._settings = document, dialogs, settings
        self._origin = just_begun(document.workbook)
        self._backups = Backups(folders.backups, now)
        self._saving = Saving(self._backups, self._on_saved, self._on_not_saved, self)
        self._has_told_unkept = False
        self._waiting: Target | None = None
        self._shown = (self.title, self.saved_in_words, self.is_modified)
        self._keeping = Keeping(folders.unsaved, self._copy, self)
        self._keeping.failed.connect(self._on_not_kept)
        document.changed.connect(self._on_changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state)

    @property
    def dialogs(self) -> Dialogs:
        """How the user is asked; the window asks the same way."""
        return self._dialogs

    # What the window shows ----------------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """The workbook's file; None as long as it has none."""
        return self._origin.path

    @property
    def title(self) -> str:
        """What the workbook is called: its title, or the name of its file."""
        return self._document.workbook.title or self._origin.name

    @property
    def is_modified(self) -> bool:
        """Whether something would be lost without saving. Undoing back to what was saved ends it."""
        now_there, saved = self._document.workbook, self._origin.saved
        return now_there is not saved and now_there != saved

    @property
    def is_saving(self) -> bool:
        """Whether a save is under way."""
        return self._saving.is_under_way

    @property
    def saved_in_words(self) -> str:
        """As in "Saved 14:02", "Saved 14:02, changed since", "Saving…" or "Not saved yet"."""
        if self.is_saving:
            return "Saving…"
        if self._origin.path is None:
            return "Not saved yet"
        when = self._origin.saved_at
        words = "Saved" if when is None else f"Saved {moment_in_words(when, now())}"
        if self.is_modified:
            return f"{words}, changed since"
        return words if self._origin.confirmed else f"{words}, not confirmed by the disk"

    # Beginning and opening ----------------------------------------------------------------------------------

    def new(self) -> bool:
        """Begin a workbook with one empty draft. False: the user keeps the one that is open."""
        return self._begin_unless_kept(add_draft(Workbook(), empty_draft()))

    def new_from_case(self, case_id: str) -> bool:
        """Begin a workbook with one draft that says what a case's source reports.

        Raises:
            LookupError: the library has no such case.
        """
        case = next((case for case in load().cases if case.id == case_id), None)
        if case is None:
            raise LookupError(case_id)
        return self._begin_unless_kept(add_draft(Workbook(), draft_from_case(case)))

    def open_example(self) -> bool:
        """Open the example, as a workbook without a file."""
        return self._begin_unless_kept(example_workbook())

    def open(self, path: Path | None = None) -> bool:
        """Open a workbook: this one, or one that the user picks. False: the one that is open stays."""
        chosen = path or self._dialogs.pick_open(usual_folder(self._settings.values.last_folder))
        if chosen is None or not self._saving.finish():
            return False
        file = Path(os.path.abspath(chosen))  # noqa: PTH100 - resolve() would follow links, which are to stay
        if is_same_file(file, self._origin.path) and self.is_modified:
            return self.revert()
        found = self._read(file, self._backups)
        if found is None or not self._may_leave():
            return False
        self._begin(*found)
        return True

    def revert(self) -> bool:
        """Go back to what is in the file, as one step that can be undone."""
        if self._origin.path is None or not self._saving.finish():
            return False
        if self.is_modified and not self._dialogs.ask_revert(self.title):
            return False
        found = self._read(self._origin.path)
        if found is None:
            return False
        self._origin, workbook = found
        self._document.edit(lambda _before: workbook, "return to the saved version")
        self._keeping.keep_now()
        self._show()
        return True

    def earlier_versions(self) -> bool:
        """Show the earlier versions: to go back to one as a step that can be undone, or to open it as a copy.

        False: the user stays with what is open.
        """
        if not self._saving.finish():
            return False
        chosen = choose_earlier(self._dialogs, self._backups, self._origin, self._document.workbook)
        if chosen is None:
            return False
        if chosen.deed == "go_back":
            label = f"return to revision {chosen.version.revision}"
            self._document.edit(lambda _before: chosen.workbook, label)
            return True
        if not self._may_leave():
            return False
        self._begin(chosen.origin, chosen.workbook)
        return True

    # Saving -------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save to the workbook's file, or ask for one. False: the user thought better of it.

        It goes on in the background: `saved` says when it is done, and a failure is told and asked about.
        """
        if self._origin.path is None:
            return self.save_as()
        self._begin_save(Target(self._origin.path, "over"))
        return True

    def save_as(self) -> bool:
        """Save as a document of its own, to a file the user picks. False: the user thought better of it."""
        suggested = self._origin.path or self._folder() / file_name(self.title, EXTENSION)
        target = choose_target(self._dialogs, self._origin, suggested)
        if target is not None:
            self._begin_save(target)
        return target is not None

    def suggested_report(self) -> Path:
        """Where a report would go: beside the workbook, under its name."""
        path = self._origin.path
        if path is not None:
            return path.with_suffix(REPORT_ENDING)
        return self._folder() / file_name(self.title, REPORT_ENDING)

    def pick_report(self, suggested: Path) -> Path | None:
        """Ask where a report should go; None when the user thinks better of it."""
        return choose_report(self._dialogs, suggested)

    # Never losing anything ----------------------------------------------------------------------------------

    def close(self) -> bool:
        """Whether the window may go: everything is saved, or the user gave it up."""
        if not self._may_leave():
            return False
        self._leave()
        self._keeping.close()
        return True

    def flush(self) -> None:
        """Keep what is unsaved before returning: the program is about to be ended from outside."""
        self._keeping.flush()

    def offer_recovery(self) -> None:
        """Offer the unsaved work of programs that ended unexpectedly, if there is any."""
        self._keeping.look_for_left_over(self._offer)

    def look_for_recent(self) -> None:
        """Mark the recent workbooks that are not where they were."""
        recent = self._settings.values.recent
        run_in_background(
            lambda: frozenset(each.path for each in looked_for(recent) if each.is_missing),
            done=self._settings.mark_missing,
            failed=_raise,
        )

    def _offer(self, left_over: tuple[LeftOver, ...]) -> None:
        answer = self._dialogs.ask_recover(left_over) if left_over else None
        if answer is None:
            return
        if answer.deed == "open":
            self._recover(answer.left)
            return
        self._keeping.clear_away(answer.left)
        self._offer(tuple(left for left in left_over if left is not answer.left))

    def _recover(self, left: LeftOver) -> None:
        if self._may_leave():
            self._begin(recovered(left), left.copy.workbook, take_over=left)

    # How it is done -----------------------------------------------------------------------------------------

    def _begin_unless_kept(self, workbook: Workbook) -> bool:
        if not self._may_leave():
            return False
        self._begin(just_begun(workbook), workbook)
        return True

    def _begin(self, origin: Origin, workbook: Workbook, take_over: LeftOver | None = None) -> None:
        self._leave()
        self._origin = origin
        self._document.load(workbook)
        self._keeping.keep_now(instead_of=take_over)
        self._remember()
        if origin.upgraded_from is not None:
            self.noted.emit(
                "An older version of the program wrote this file. The first save keeps the original."
            )
        self._show()
        self.begun.emit()

    def _may_leave(self) -> bool:
        """Whether the open workbook may go: it is saved now, or the user said that it need not be."""
        if not self._saving.finish():
            return False
        if not self.is_modified:
            return True
        answer = self._dialogs.ask_unsaved(self.title)
        if answer == "save":
            return self.save() and self._saving.finish() and not self.is_modified
        return answer == "discard"

    def _leave(self) -> None:
        """The open workbook goes, and its copy with it; unless only the copy is sure to be on a disk."""
        if self._origin.confirmed or self.is_modified:
            self._keeping.drop(self._origin.document_id)
        else:
            self._keeping.leave_behind(self._origin.document_id)

    def _read(self, path: Path, backups: Backups | None = None) -> tuple[Origin, Workbook] | None:
        found = read_asking(self._dialogs, path, backups)
        if found is None:
            self.look_for_recent()
        return found

    def _begin_save(self, target: Target) -> None:
        if self._saving.is_under_way:
            self._waiting = target
            return
        self._document.seal()
        self._saving.begin(target, self._document.workbook, self._origin)
        self._show()

    def _on_saved(self, save: Saved, workbook: Workbook) -> None:
        self._origin = after(save, workbook)
        self._keeping.keep_now()  # what was typed meanwhile; if that is nothing, the copy goes
        if save.original is not None:
            self.noted.emit("The original, in the older format, is kept among the earlier versions.")
        if save.backup is not None:
            self.noted.emit(f"The original, in the older format, was kept as “{save.backup.name}”.")
        if save.unkept and not self._has_told_unkept:
            self.noted.emit(unkept_in_words(save.unkept))
        self._has_told_unkept = bool(save.unkept)
        self._show()
        self.saved.emit(self._origin.saved_at)
        self._remember()
        target, self._waiting = self._waiting, None
        if target is not None and (target.way != "over" or self.is_modified):
            self._begin_save(target)

    def _on_not_saved(self, problem: Exception, target: Target) -> None:
        self._waiting = None
        self._show()
        answer = self._dialogs.ask_failed_save(sentence_of(problem))
        if answer == "retry":
            self._begin_save(target)
        elif answer == "elsewhere":
            self.save_as()

    def _remember(self) -> None:
        path = self._origin.path
        if path is None:
            return
        self._settings.set_last_folder(path.parent)
        when = self._origin.saved_at or now()
        self._settings.remember_recent(facts_of(path, self._document.workbook, when))

    def _folder(self) -> Path:
        return usual_folder(self._settings.values.last_folder)

    def _copy(self) -> Copy | None:
        """What would be lost if the program, or the disk's power, ended now."""
        if not self.is_modified and self._origin.confirmed:
            return None
        return Copy(self._origin.document_id, self._document.workbook, self._origin.base, now())

    def _on_changed(self, _change: Change) -> None:
        self._keeping.note_change()
        self._show()

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self._keeping.keep_now()

    def _on_not_kept(self, sentence: str) -> None:
        self.noted.emit(f"Unsaved work cannot be kept safe against a crash: {sentence} Save often.")

    def _show(self) -> None:
        shown = (self.title, self.saved_in_words, self.is_modified)
        if shown != self._shown:
            self._shown = shown
            self.title_changed.emit()


def _raise(problem: Exception) -> None:
    raise problem
