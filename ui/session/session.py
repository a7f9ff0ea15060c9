"""The open file and the conversations about it: new, open, save, save as, revert, recover, close."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from ui.dialogs import Dialogs
from ui.document import Change, Document
from ui.folders import Folders
from ui.moments import now
from ui.session.beginning import with_case, with_empty_draft
from ui.session.choosing import REPORT_ENDING, choose_report, read_asking
from ui.session.current import Current
from ui.session.earlier import choose_earlier
from ui.session.keeping import Keeping
from ui.session.locking import Claim, Locking
from ui.session.naming import file_name
from ui.session.origin import Origin, is_same_file, just_begun, recovered
from ui.session.recovering import offer_left_over
from ui.session.remembering import Remembering
from ui.session.saves import Saves
from ui.session.saving import Saving
from ui.session.watching import Watching
from ui.settings import SettingsStore
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.example import example_workbook
from workbook.persistence.recovery import LeftOver


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
        self._document, self._dialogs = document, dialogs
        self._current = Current(document, self)
        self._current.shown_changed.connect(self.title_changed)
        self._backups = Backups(folders.backups, now)
        self._locking = Locking(dialogs, folders.locks, self)
        self._remembering = Remembering(settings)
        self._keeping = Keeping(folders.unsaved, self._current.copy, self)
        self._keeping.failed.connect(self._on_not_kept)
        saving = Saving(self._current, self._backups, self._locking)
        self._saves = Saves(self._current, dialogs, saving, self._keeping, self._remembering)
        self._saves.saved.connect(self.saved)
        self._saves.noted.connect(self.noted)
        self._watching = Watching(self._current)
        self._watching.noticed.connect(self._saves.notice)
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
        return self._current.origin.path

    @property
    def title(self) -> str:
        """What the workbook is called: its title, or the name of its file."""
        return self._current.title

    @property
    def is_modified(self) -> bool:
        """Whether something would be lost without saving. Undoing back to what was saved ends it."""
        return self._current.is_modified

    @property
    def is_saving(self) -> bool:
        """Whether a save is under way."""
        return self._current.is_saving

    @property
    def saved_in_words(self) -> str:
        """As in "Saved 14:02", "Saved 14:02, changed since", "Saving…" or "Not saved yet"."""
        return self._current.saved_in_words

    # Beginning and opening ----------------------------------------------------------------------------------

    def new(self) -> bool:
        """Begin a workbook with one empty draft. False: the user keeps the one that is open."""
        return self._begin_unless_kept(with_empty_draft())

    def new_from_case(self, case_id: str) -> bool:
        """Begin a workbook with one draft that says what a case's source reports.

        Raises:
            LookupError: the library has no such case.
        """
        return self._begin_unless_kept(with_case(case_id))

    def open_example(self) -> bool:
        """Open the example, as a workbook without a file."""
        return self._begin_unless_kept(example_workbook())

    def open(self, path: Path | None = None) -> bool:
        """Open a workbook: this one, or one that the user picks. False: the one that is open stays."""
        chosen = path or self._dialogs.pick_open(self._remembering.folder)
        if chosen is None or not self._saves.finish():
            return False
        file = Path(os.path.abspath(chosen))  # noqa: PTH100 - resolve() would follow links, which are to stay
        if is_same_file(file, self.path) and self.is_modified:
            return self.revert()
        claim = self._locking.ask_for(file)
        if claim is None:
            return False
        found = self._read(file, self._backups)
        if found is None or not self._saves.may_leave():
            self._locking.give_back(claim)
            return False
        self._begin(*found, claim=claim)
        return True

    def revert(self) -> bool:
        """Go back to what is in the file, as one step that can be undone."""
        if self.path is None or not self._saves.finish():
            return False
        if self.is_modified and not self._dialogs.ask_revert(self.title):
            return False
        found = self._read(self.path)
        if found is None:
            return False
        self._saves.return_to(*found, "return to the saved version")
        return True

    def earlier_versions(self) -> bool:
        """Show the earlier versions: to go back to one as a step that can be undone, or to open it as a copy.

        False: the user stays with what is open.
        """
        if not self._saves.finish():
            return False
        chosen = choose_earlier(self._dialogs, self._backups, self._current.origin, self._document.workbook)
        if chosen is None:
            return False
        if chosen.deed == "go_back":
            label = f"return to revision {chosen.version.revision}"
            self._document.edit(lambda _before: chosen.workbook, label)
            return True
        if not self._saves.may_leave():
            return False
        self._begin(chosen.origin, chosen.workbook)
        return True

    # Saving -------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save to the workbook's file, or ask for one. False: the user thought better of it.

        It goes on in the background: `saved` says when it is done, and a failure is told and asked about.
        """
        return self._saves.save()

    def save_as(self) -> bool:
        """Save as a document of its own, to a file the user picks. False: the user thought better of it."""
        return self._saves.save_as()

    def suggested_report(self) -> Path:
        """Where a report would go: beside the workbook, under its name."""
        if self.path is not None:
            return self.path.with_suffix(REPORT_ENDING)
        return self._remembering.folder / file_name(self.title, REPORT_ENDING)

    def pick_report(self, suggested: Path) -> Path | None:
        """Ask where a report should go; None when the user thinks better of it."""
        return choose_report(self._dialogs, suggested)

    # Never losing anything ----------------------------------------------------------------------------------

    def close(self) -> bool:
        """Whether the window may go: everything is saved, or the user gave it up."""
        if not self._saves.may_leave():
            return False
        self._leave()
        self._keeping.close()
        self._watching.stop()
        self._locking.close()
        return True

    def flush(self) -> bool:
        """Keep what is unsaved before returning: the program is about to be ended from outside.

        False: it could not be kept.
        """
        return self._keeping.flush()

    def offer_recovery(self) -> None:
        """Offer the unsaved work of programs that ended unexpectedly, if there is any."""
        offer_left_over(self._dialogs, self._keeping, self._recover)

    def look_for_recent(self) -> None:
        """Mark the recent workbooks that are not where they were."""
        self._remembering.look()

    # How it is done -----------------------------------------------------------------------------------------

    def _recover(self, left: LeftOver) -> None:
        origin = recovered(left)
        claim = self._locking.ask_for_recovered(origin, self.noted.emit) if self._saves.may_leave() else None
        if claim is not None:
            self._begin(origin, left.copy.workbook, claim=claim, take_over=left)

    def _begin_unless_kept(self, workbook: Workbook) -> bool:
        if not self._saves.may_leave():
            return False
        self._begin(just_begun(workbook), workbook)
        return True

    def _begin(
        self,
        origin: Origin,
        workbook: Workbook,
        *,
        claim: Claim | None = None,
        take_over: LeftOver | None = None,
    ) -> None:
        self._leave()
        origin = self._locking.adopt(claim, origin)
        self._current.belong_to(origin)
        self._document.load(workbook)
        self._keeping.keep_now(instead_of=take_over)
        self._remembering.note(origin, workbook)
        if origin.upgraded_from is not None:
            self.noted.emit(
                "An older version of the program wrote this file. The first save keeps the original."
            )
        self._current.show()
        self.begun.emit()

    def _leave(self) -> None:
        """The open workbook goes, and its copy with it; unless only the copy is sure to be on a disk."""
        origin = self._current.origin
        if origin.confirmed or self.is_modified:
            self._keeping.drop(origin.document_id)
        else:
            self._keeping.leave_behind(origin.document_id)

    def _read(self, path: Path, backups: Backups | None = None) -> tuple[Origin, Workbook] | None:
        found = read_asking(self._dialogs, path, backups)
        if found is None:
            self.look_for_recent()
        return found

    def _on_changed(self, _change: Change) -> None:
        self._keeping.note_change()
        self._current.show()

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self._keeping.keep_now()

    def _on_not_kept(self, sentence: str) -> None:
        self.noted.emit(f"Unsaved work cannot be kept safe against a crash: {sentence} Save often.")
