"""Saving, with all that is asked and told about it: where to, and what if it fails or the file is another."""

from PySide6.QtCore import QObject, Signal

from ui.background import Stopped, wait_for
from ui.conflict_dialog import sentence_on
from ui.dialogs import Dialogs
from ui.earlier import changed_since
from ui.filing import unkept_in_words
from ui.session.choosing import choose_target
from ui.session.current import Current
from ui.session.keeping import Keeping
from ui.session.naming import file_name, sentence_of
from ui.session.origin import Origin, origin_of
from ui.session.remembering import Remembering
from ui.session.saving import Saving, Target
from workbook.analysis.difference.whole import WorkbookDifference
from workbook.model.workbook import Workbook
from workbook.persistence.conflict import Changed
from workbook.persistence.format import EXTENSION
from workbook.persistence.reading import Opened
from workbook.persistence.writing import Saved


class Saves(QObject):
    """Saves what is open. Nothing that another program wrote is replaced before the user has said so."""

    saved = Signal(object)
    """A save is in place, since this moment (datetime)."""
    noted = Signal(str)
    """Something worth knowing that asks for no answer, such as where a backup was put."""

    def __init__(
        self,
        current: Current,
        dialogs: Dialogs,
        saving: Saving,
        keeping: Keeping,
        remembering: Remembering,
    ) -> None:
        super().__init__(current)
        self._current, self._dialogs = current, dialogs
        self._keeping, self._remembering = keeping, remembering
        self._saving = saving
        saving.done.connect(self._on_saved)
        saving.failed.connect(self._on_not_saved)
        self._has_told_unkept = False
        self._told: tuple[Origin, str, str] | None = None
        self._count = 0

    def save(self) -> bool:
        """Save to the workbook's file, or ask for one. False: the user thought better of it.

        It goes on in the background: `saved` says when it is done, and a failure is told and asked about.
        """
        path = self._current.origin.path
        if path is None:
            return self.save_as()
        self._saving.begin(Target(path, "over"))
        return True

    def save_as(self) -> bool:
        """Save as a document of its own, to a file the user picks. False: the user thought better of it."""
        origin = self._current.origin
        suggested = origin.path or self._remembering.folder / file_name(self._current.title, EXTENSION)
        target = choose_target(self._dialogs, origin, suggested)
        if target is not None:
            self._saving.begin(target)
        return target is not None

    def finish(self) -> bool:
        """Wait for what is under way, and what follows from it. False: the application quits meanwhile."""
        return self._saving.finish()

    def save_now(self) -> bool:
        """Save and wait for it. Whether all that is open is saved then."""
        before = self._count
        return self.save() and self.finish() and self._count > before and not self._current.is_modified

    def may_leave(self) -> bool:
        """Whether the open workbook may go: it is saved now, or the user said that it need not be."""
        if not self.finish():
            return False
        if not self._current.is_modified:
            return True
        on_disk = self._current.on_disk
        answer = self._dialogs.ask_unsaved(
            self._current.title, "" if on_disk is None else sentence_on(on_disk)
        )
        return self.save_now() if answer == "save" else answer == "discard"

    def notice(self, changed: Changed) -> None:
        """The file was seen to be another one: ask about it, but about each state of it only once."""
        told = self._told
        is_told = told is not None and told[0] is self._current.origin
        if not (is_told and told is not None and told[1:] == (changed.happened, changed.digest)):
            self._settle(changed)

    def return_to(self, origin: Origin, workbook: Workbook, label: str) -> None:
        """Go over to what is in a file, as one step that can be undone."""
        self._current.belong_to(origin)
        self._current.document.edit(lambda _before: workbook, label)
        self._keeping.keep_now()
        self._current.show()

    def _settle(self, changed: Changed) -> None:
        """Ask what to do about a file that is not what was opened or last saved, and do it."""
        current = self._current
        current.on_disk = changed
        self._told = (current.origin, changed.happened, changed.digest)
        self._keeping.keep_now()  # what is open may be in no file any more
        current.show()
        workbook, opened = current.document.workbook, changed.opened

        def compare() -> WorkbookDifference:
            return changed_since(workbook, workbook if opened is None else opened.workbook)

        answer = self._dialogs.ask_conflict(changed, compare, is_unsaved=current.has_changes)
        if answer == "load" and opened is not None:
            self._load(opened)
        elif answer == "overwrite":
            # Exactly what was shown: should it change again meanwhile, that is asked about again.
            self._saving.begin(Target(changed.path, "over", changed.accepted))
        elif answer == "elsewhere":
            self.save_as()

    def _load(self, opened: Opened) -> None:
        try:
            origin = wait_for(lambda: origin_of(opened))
        except Stopped:
            return
        self.return_to(origin, opened.workbook, "loading of what is on the disk")
        self._remembering.note(origin, opened.workbook)

    def _on_saved(self, save: Saved) -> None:
        self._count += 1
        self._keeping.keep_now()  # what was typed meanwhile; if that is nothing, the copy goes
        if save.original is not None:
            self.noted.emit("The original, in the older format, is kept among the earlier versions.")
        if save.backup is not None:
            self.noted.emit(f"The original, in the older format, was kept as “{save.backup.name}”.")
        if save.unkept and not self._has_told_unkept:
            self.noted.emit(unkept_in_words(save.unkept))
        self._has_told_unkept = bool(save.unkept)
        self._current.show()
        self.saved.emit(self._current.origin.saved_at)
        self._remembering.note(self._current.origin, self._current.document.workbook)

    def _on_not_saved(self, problem: Exception, target: Target) -> None:
        if isinstance(problem, Changed):
            self._settle(problem)
            return
        answer = self._dialogs.ask_failed_save(sentence_of(problem))
        if answer == "retry":
            self._saving.begin(target)
        elif answer == "elsewhere":
            self.save_as()
